import type { MultiplicityRule } from '../analysis.ts';

/** What the script must know beside the two tables. */
export interface RScriptSettings {
  /** The control's place among the arms, from 1. */
  readonly control: number;
  readonly confidenceShare: number;
  readonly multiplicity: MultiplicityRule;
  readonly hasMoney: boolean;
}

/** The names of the files that the script reads; it says what is missing. */
export const exportFiles = {
  totals: 'carrotlab-totals.csv',
  results: 'carrotlab-results.csv',
  script: 'carrotlab-check.R',
} as const;

/**
 * A script in base R that makes the main numbers of a result anew from its exported totals and compares them with the exported
 * results. Names of arms and strata are never part of it: it knows them by their numbers, so that no name can run.
 * Example: `Rscript carrotlab-check.R` in the folder of the two tables ends with the largest relative difference.
 */
export function rScript(settings: RScriptSettings): string {
  return `${head(settings)}${body}`;
}

function head({ control, confidenceShare, multiplicity, hasMoney }: RScriptSettings): string {
  return `# Carrotlab: the main numbers of a result, made anew from its totals in base R and compared.
# Put this file beside ${exportFiles.totals} and ${exportFiles.results}, then: Rscript ${exportFiles.script}
control <- ${String(control)}
confidence <- ${String(confidenceShare)}
rule <- "${multiplicity}" # how carrots against the control are adjusted
has_money <- ${hasMoney ? 'TRUE' : 'FALSE'}
totals_file <- "${exportFiles.totals}"
results_file <- "${exportFiles.results}"
`;
}

const body = String.raw`
read_table <- function(file) read.csv(file, fileEncoding = "UTF-8-BOM", na.strings = "", stringsAsFactors = FALSE)
totals <- read_table(totals_file)
arms <- sort(unique(totals$arm))
carrots <- setdiff(arms, control)
sum_of <- function(column) sapply(arms, function(a) sum(totals[totals$arm == a, column]))
n <- sum_of("customers"); x <- sum_of("responders")
rows <- list()
put <- function(figure, arm, against, value)
  rows[[length(rows) + 1]] <<- data.frame(figure, arm, against, value)

# The score interval of a difference (Miettinen & Nurminen 1985) with the factor N / (N - 1).
likeliest <- function(x1, n1, x0, n0, d) {
  if (d == 0) return((x1 + x0) / (n1 + n0))
  part <- function(count, share) if (count == 0) 0 else count / share
  slope <- function(p) part(x1, p + d) - part(n1 - x1, 1 - p - d) + part(x0, p) - part(n0 - x0, 1 - p)
  low <- max(0, -d); high <- min(1, 1 - d); edge <- (high - low) * 1e-15
  if (slope(low + edge) <= 0) return(low)
  if (slope(high - edge) >= 0) return(high)
  uniroot(slope, c(low + edge, high - edge), tol = 1e-16, maxiter = 10000)$root
}
score <- function(x1, n1, x0, n0, d) {
  p0 <- likeliest(x1, n1, x0, n0, d); p1 <- min(1, max(0, p0 + d)); total <- n1 + n0
  (x1 / n1 - x0 / n0 - d) / sqrt((p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * total / (total - 1))
}
score_interval <- function(x1, n1, x0, n0, level) {
  z <- qnorm(1 - (1 - level) / 2); d <- x1 / n1 - x0 / n0
  at <- function(limit) function(assumed) score(x1, n1, x0, n0, assumed) - limit
  c(uniroot(at(z), c(-1 + 1e-12, d), tol = 1e-15, maxiter = 10000)$root,
    uniroot(at(-z), c(d, 1 - 1e-12), tol = 1e-15, maxiter = 10000)$root)
}

# Dunnett: the largest of comparisons that correlate with b_i b_j.
grid <- seq(-12, 12, by = 1 / 512) # a trapezoid rule over a bell is exact to all digits
largest_tail <- function(limit, b) {
  none <- 0
  for (one in b) none <- none + log1p(-pmin(1, pnorm((limit - one * grid) / sqrt(1 - one^2), lower.tail = FALSE) +
    pnorm((-limit - one * grid) / sqrt(1 - one^2))))
  sum(dnorm(grid) * -expm1(none)) / 512
}
dunnett_limit <- function(b) uniroot(function(z) largest_tail(z, b) - (1 - confidence), c(0.1, 8), tol = 1e-14)$root
adjusted <- function(p, z, b) switch(rule, none = p, bonferroni = p.adjust(p, "bonferroni"),
  holm = p.adjust(p, "holm"), dunnett = if (length(p) < 2) p else sapply(abs(z), largest_tail, b = b))

# A pair can be compared where somebody, but not everybody, responded.
varies <- function(a, b) n[a] > 0 && n[b] > 0 && x[a] + x[b] > 0 && x[a] + x[b] < n[a] + n[b]
for (a in arms) {
  put("arm-size", a, NA, n[a]); put("arm-conversions", a, NA, x[a])
  if (n[a] == 0) next
  put("arm-rate", a, NA, x[a] / n[a])
  wilson <- suppressWarnings(prop.test(x[a], n[a], conf.level = confidence, correct = FALSE)$conf.int)
  put("arm-rate-low", a, NA, wilson[1]); put("arm-rate-high", a, NA, wilson[2])
}
compare <- function(a, b, level) {
  put("difference", a, b, x[a] / n[a] - x[b] / n[b])
  limits <- score_interval(x[a], n[a], x[b], n[b], level)
  put("difference-low", a, b, limits[1]); put("difference-high", a, b, limits[2])
  table <- rbind(c(x[a], n[a] - x[a]), c(x[b], n[b] - x[b]))
  put("chi-square", a, b, suppressWarnings(chisq.test(table, correct = FALSE)$statistic))
}
family <- Filter(function(a) varies(a, control), carrots)
z <- vapply(family, function(a) score(x[a], n[a], x[control], n[control], 0), 0)
p <- 2 * pnorm(-abs(z))
b <- sqrt(n[family] / (n[family] + n[control]))
level <- switch(rule, bonferroni = 1 - (1 - confidence) / max(1, length(family)),
  dunnett = if (length(family) < 2) confidence else 1 - 2 * pnorm(-dunnett_limit(b)), confidence)
if (length(family) > 0) {
  p_adjusted <- adjusted(p, z, b)
  for (i in seq_along(family)) {
    compare(family[i], control, level)
    put("p-value", family[i], control, p[i]); put("p-value-adjusted", family[i], control, p_adjusted[i])
  }
}
pairs <- if (length(carrots) < 2) list() else Filter(function(pair) varies(pair[1], pair[2]), combn(carrots, 2, simplify = FALSE))
if (length(pairs) > 0) {
  pair_p <- sapply(pairs, function(pair) 2 * pnorm(-abs(score(x[pair[1]], n[pair[1]], x[pair[2]], n[pair[2]], 0))))
  pair_adjusted <- p.adjust(pair_p, "holm")
  for (i in seq_along(pairs)) {
    compare(pairs[[i]][1], pairs[[i]][2], confidence)
    put("p-value", pairs[[i]][1], pairs[[i]][2], pair_p[i])
    put("p-value-adjusted", pairs[[i]][1], pairs[[i]][2], pair_adjusted[i])
  }
}

# Within the strata: Cochran, Mantel & Haenszel, and Sato's interval of the common difference.
of <- function(a, column) { own <- totals[totals$arm == a, ]; own[order(own$stratum), column] }
if (length(unique(totals$stratum)) > 1) for (a in family) {
  x1 <- of(a, "responders"); n1 <- of(a, "customers"); x0 <- of(control, "responders"); n0 <- of(control, "customers")
  full <- n1 > 0 & n0 > 0
  telling <- full & x1 + x0 > 0 & x1 + x0 < n1 + n0
  if (any(telling)) {
    cells <- which(telling)
    cube <- array(rbind(x1[cells], n1[cells] - x1[cells], x0[cells], n0[cells] - x0[cells]), c(2, 2, length(cells)))
    if (length(cells) > 1) {
      cmh <- mantelhaen.test(cube, correct = FALSE)
      put("stratified-statistic", a, control, cmh$statistic); put("stratified-p-value", a, control, cmh$p.value)
      put("common-odds-ratio", a, control, cmh$estimate)
    }
    x1 <- x1[full]; n1 <- n1[full]; x0 <- x0[full]; n0 <- n0[full]; total <- n1 + n0
    weight <- sum(n1 * n0 / total); d <- sum((x1 * n0 - x0 * n1) / total) / weight
    sato <- (d * sum(x0 * (n1 / total)^2 - x1 * (n0 / total)^2 + n1 * n0 / total * (n0 - n1) / total / 2) +
      sum((x1 * (n0 - x0) + x0 * (n1 - x1)) / total / 2)) / weight^2
    put("stratified-difference", a, control, d)
    put("stratified-difference-low", a, control, d - qnorm(1 - (1 - confidence) / 2) * sqrt(sato))
    put("stratified-difference-high", a, control, d + qnorm(1 - (1 - confidence) / 2) * sqrt(sato))
  }
}

# Money per customer: Welch from sums.
if (has_money) {
  mean <- sum_of("money_sum") / n
  variance <- (sum_of("money_sum_of_squares") - n * mean^2) / (n - 1)
  for (a in arms) if (n[a] > 0) put("arm-mean", a, NA, mean[a])
  able <- Filter(function(a) n[a] > 1 && n[control] > 1 && variance[a] + variance[control] > 1e-9, carrots)
  part <- variance / n
  df <- vapply(able, function(a) (part[a] + part[control])^2 / (part[a]^2 / (n[a] - 1) + part[control]^2 / (n[control] - 1)), 0)
  t <- vapply(able, function(a) (mean[a] - mean[control]) / sqrt(part[a] + part[control]), 0)
  money_p <- 2 * pt(-abs(t), df)
  for (i in seq_along(able)) {
    put("money-difference", able[i], control, mean[able[i]] - mean[control])
    put("money-p-value", able[i], control, money_p[i])
    if (rule != "dunnett") put("money-p-value-adjusted", able[i], control, adjusted(money_p)[i])
  }
}

made <- do.call(rbind, rows)
print(made, digits = 10, row.names = FALSE)
if (file.exists(results_file)) {
  shown <- read_table(results_file)
  shown <- shown[!is.na(shown$value), ]
  key <- function(table) paste(table$figure, table$arm, table$against)
  place <- match(key(made), key(shown))
  missing <- made[is.na(place), ]
  if (nrow(missing) > 0) cat("not among the results:", key(missing), sep = "\n  ")
  far <- abs(made$value - shown$value[place]) / pmax(abs(made$value), 1e-12)
  worst <- which.max(far)
  cat(sprintf("compared %d numbers; largest relative difference %.3g (%s)\n", sum(!is.na(place)), far[worst], key(made)[worst]))
  if (nrow(missing) > 0 || far[worst] > 1e-9) quit(status = 1)
} else cat(results_file, "is not here: nothing to compare with.\n")
`;

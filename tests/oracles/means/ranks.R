# Makes ranks.json: rank tests and location shifts of two arms, rank tests of several. Run: Rscript ranks.R
# Made with: R 4.2.2 wilcox.test, kruskal.test and median of outer; exactRankTests wilcox.exact; coin wilcox_test
# Checks: rankSumTest, locationShift, kruskalWallis, summariseCounts
suppressMessages({ library(jsonlite); library(exactRankTests); library(coin) })
set.seed(20170326)
kinds <- list(
  plain = function(n, shift) round(rnorm(n, 5 + shift, 2), 4),
  tied = function(n, shift) rpois(n, 3 + shift),
  spend = function(n, shift) round(rbinom(n, 1, .3) * exp(rnorm(n, 3 + shift, 1)), 1)
)
quiet <- function(x) suppressWarnings(x)
two <- list(); shifts <- list(); samples <- list()
for (kind in names(kinds)) for (n in c(1, 2, 3, 5, 9, 20, 49, 60)) for (m in c(1, 3, 8, 25, 49, 120)) {
  x <- kinds[[kind]](n, if (n %% 2) .7 else 0); y <- kinds[[kind]](m, 0)
  if (length(unique(c(x, y))) == 1) next
  samples[[length(samples) + 1]] <- list(x = I(x), y = I(y))
  sample <- length(samples) - 1
  tied <- anyDuplicated(c(x, y)) > 0
  for (alternative in c("two.sided", "greater", "less")) {
    ask <- function(...) quiet(wilcox.test(x, y, alternative = alternative, ...))
    automatic <- ask()
    row <- list(sample = sample, alternative = sub(".", "-", alternative, fixed = TRUE), w = unname(automatic$statistic), p = automatic$p.value,
      corrected = ask(exact = FALSE)$p.value, uncorrected = ask(exact = FALSE, correct = FALSE)$p.value)
    if (n + m <= 110) row$exact <- wilcox.exact(x, y, alternative = alternative, exact = TRUE)$p.value
    if (n + m <= 40 && alternative == "two.sided")
      row$coin <- as.numeric(pvalue(wilcox_test(v ~ g, data.frame(v = c(x, y), g = factor(rep(c("x", "y"), c(n, m)))), distribution = "exact")))
    two[[length(two) + 1]] <- row
    for (conf in c(.8, .95)) {
      row <- list(sample = sample, alternative = sub(".", "-", alternative, fixed = TRUE), confidence = conf, shift = median(outer(x, y, "-")))
      limits <- function(name, test) {
        ends <- test$conf.int
        if (is.finite(ends[1])) row[[paste0(name, "Low")]] <<- ends[1]
        if (is.finite(ends[2])) row[[paste0(name, "High")]] <<- ends[2]
      }
      if (!tied && n < 50 && m < 50) limits("exact", ask(conf.int = TRUE, conf.level = conf))
      if (n > 1 && m > 1 && n * m > 20 && var(x) > 0 && var(y) > 0) for (correct in c(TRUE, FALSE))
        limits(if (correct) "corrected" else "uncorrected", ask(conf.int = TRUE, conf.level = conf, exact = FALSE, correct = correct, tol.root = 1e-13))
      shifts[[length(shifts) + 1]] <- row
    }
  }
}
several <- list()
for (kind in names(kinds)) for (arms in c(2, 3, 5)) for (n in c(1, 4, 12, 40)) {
  groups <- lapply(seq_len(arms), function(g) kinds[[kind]](n + g, g / 5))
  if (length(unique(unlist(groups))) == 1) next
  test <- kruskal.test(groups)
  several[[length(several) + 1]] <- list(groups = lapply(groups, I), statistic = unname(test$statistic), df = unname(test$parameter), p = test$p.value)
}
# Whole mailings as value counts: most customers spent nothing.
counted <- list()
for (n in c(400, 3000, 100000)) for (share in c(.02, .3)) for (step in c(1, 100)) {
  spend <- function(n, shift) { b <- rbinom(n, 1, share); b * pmax(step, round(exp(rnorm(n, 4 + shift, .8)) / step / 2) * step) }
  x <- spend(n, .1); y <- spend(round(n / 2), 0)
  x <- pmin(x, 60 * step); y <- pmin(y, 60 * step)
  test <- wilcox.test(x, y, exact = FALSE); xs <- table(x); ys <- table(y)
  row <- list(valuesX = I(as.numeric(names(xs))), countsX = I(as.vector(xs)), valuesY = I(as.numeric(names(ys))), countsY = I(as.vector(ys)),
    w = unname(test$statistic), p = test$p.value, less = wilcox.test(x, y, exact = FALSE, alternative = "less")$p.value, mean = mean(x), sd = sd(x))
  bx <- x[x > 0]; by <- y[y > 0]
  if (length(bx) * length(by) < 2e6 && length(by) > 5) {
    buyers <- wilcox.test(bx, by, exact = FALSE, conf.int = TRUE, tol.root = 1e-13)
    row$buyersShift <- median(outer(bx, by, "-")); row$buyersLow <- buyers$conf.int[1]; row$buyersHigh <- buyers$conf.int[2]
  }
  counted[[length(counted) + 1]] <- row
}
write_json(list(samples = samples, two = two, shifts = shifts, several = several, counted = counted), "ranks.json", digits = I(17), auto_unbox = TRUE)

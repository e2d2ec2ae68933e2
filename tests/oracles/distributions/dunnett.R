# Makes dunnett.json: the largest of several comparisons with one control. Run: Rscript dunnett.R
# multcomp's default integration is right to 1e-3 only, so the published integral is written out and integrated piece by
# piece; where mvtnorm has an exact algorithm (TVPACK, up to three comparisons, one-sided) its value stands beside it.
# Made with: R 4.2.2 integrate (Dunnett 1955, equations 3 and 5), mvtnorm::pmvt(TVPACK), mvtnorm::pmvnorm(Miwa)
# Checks: maximumUpperTail, dunnettUpperTail, dunnettCriticalValue
library(jsonlite)
suppressMessages(library(mvtnorm))
pieces <- function(f, edges) sum(sapply(seq_len(length(edges) - 1), function(i)
  integrate(f, edges[i], edges[i + 1], rel.tol = 1e-10, abs.tol = 0, subdivisions = 400, stop.on.error = FALSE)$value))
normal_tail <- function(c, b, shift, sides) {
  r <- sqrt(1 - b^2)
  any_beyond <- function(y) {
    none <- 0
    for (i in seq_along(b)) {
      tail <- pnorm((c - shift[i] - b[i] * y) / r[i], lower.tail = FALSE)
      if (sides == 2) tail <- tail + pnorm((-c - shift[i] - b[i] * y) / r[i])
      none <- none + log1p(-pmin(tail, 1))
    }
    -expm1(none)
  }
  reach <- 9 + max(0, c)
  # Steep places are cut at.
  turns <- c(outer(c((c - shift) / b, if (sides == 2) (-c - shift) / b), c(-4, 0, 4) * min(r)))
  edges <- sort(unique(c(seq(-reach, reach, length.out = 9), turns[abs(turns) < reach])))
  pieces(function(y) dnorm(y) * any_beyond(y), edges)
}
tail_of <- function(c, b, df, sides, shift = 0 * b) {
  if (is.infinite(df)) return(normal_tail(c, b, shift, sides))
  density <- function(u) exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + df * u - df / 2 * exp(2 * u))
  width <- 1 / sqrt(2 * df)
  edges <- if (df < 8) c(-45 / df - 3, -15 / df - 2, -6 / df - 1, -1.5, -.7, 0, .7, 1.2, 2) else width * c(-25, -12, -8, -5, -2.5, 0, 2.5, 5, 8)
  pieces(function(u) sapply(u, function(v) density(v) * normal_tail(c * exp(v), b, shift, sides)), edges)
}
designs <- list(c(10, 10, 10), c(10, 10, 10, 10), c(30, 10, 20, 40), c(5, 50, 60, 70, 80), c(1000, 10, 20, 400), c(20, rep(20, 9)),
                c(2000, 90000, 160000), c(100000, 300, 500, 700, 900))
set.seed(20170326)
tails <- list()
for (d in designs) for (df in c(1, 4, 12, 60, 500, Inf)) for (sides in 1:2) for (c in c(.4, 1.6, 2.4, 3.5, 8)) {
  if (runif(1) > .3) next
  b <- sqrt(d[-1] / (d[-1] + d[1]))
  row <- list(sizeControl = d[1], sizes = I(d[-1]), df = if (is.infinite(df)) NULL else df, sides = sides, critical = c,
              upper = tail_of(c, b, df, sides))
  if (is.infinite(df)) row$df <- NULL
  if (sides == 1 && length(b) <= 3 && length(b) >= 2 && is.finite(df)) { R <- outer(b, b); diag(R) <- 1
    row$tvpack <- as.numeric(1 - pmvt(upper = rep(c, length(b)), df = df, corr = R, algorithm = TVPACK(abseps = 1e-14))) }
  if (sides == 1 && length(b) <= 4 && is.infinite(df)) { R <- outer(b, b); diag(R) <- 1
    row$miwa <- as.numeric(1 - pmvnorm(upper = rep(c, length(b)), corr = R, algorithm = Miwa(steps = 4096))) }
  tails <- c(tails, list(row))
}
shifted <- list()
for (d in designs[1:5]) for (df in c(3, 25, 300, Inf)) for (sides in 1:2) {
  b <- sqrt(d[-1] / (d[-1] + d[1])); c <- sample(c(1.8, 2.5, 3.2), 1); shift <- round(rnorm(length(b), 0, 2), 2)
  row <- list(loadings = I(b), shifts = I(shift), sides = sides, critical = c, upper = tail_of(c, b, df, sides, shift))
  if (is.finite(df)) row$df <- df
  shifted <- c(shifted, list(row))
}
criticals <- list()
for (d in designs) for (df in c(12, Inf)) for (sides in 1:2) for (confidence in c(.9, .99)) {
  if (is.finite(df) && runif(1) > .25) next
  b <- sqrt(d[-1] / (d[-1] + d[1])); a <- 1 - confidence
  upper <- qt(a / sides / length(b), df, lower.tail = FALSE); lower <- qt(a / sides, df, lower.tail = FALSE)
  row <- list(sizeControl = d[1], sizes = I(d[-1]), sides = sides, confidence = confidence, critical =
    uniroot(function(c) log(tail_of(c, b, df, sides) / a), c(lower - 1e-6, upper + 1e-6), tol = 1e-12)$root)
  if (is.finite(df)) row$df <- df
  criticals <- c(criticals, list(row))
}
write_json(list(tails = tails, shifted = shifted, criticals = criticals), "dunnett.json", digits = I(17), auto_unbox = TRUE)
cat(length(tails), length(shifted), length(criticals), "\n")

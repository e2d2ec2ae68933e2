# Makes means.json: t intervals, Welch comparisons and Fieller limits. Run: Rscript means.R
# Made with: R 4.2.2 t.test; Fieller limits written out
# Checks: compareMeans, relativeLiftOfMeans, meanInterval
library(jsonlite)
set.seed(20170326)
rows <- list()
shape <- function(n, mean, sd) { x <- rexp(n); if (n > 1 && sd(x) > 0) mean + sd * (x - mean(x)) / sd(x) else x }
for (n1 in c(2, 3, 10, 100, 1500)) for (n0 in c(2, 5, 40, 1000)) for (m in c(-3, .01, 20, 30000)) for (ratio in c(.01, 1, 25)) for (conf in c(.9, .99)) {
  y <- shape(n1, m * 1.1 + .5, abs(m) * .6 * ratio); x <- shape(n0, m, abs(m) * .6)
  t <- t.test(y, x, conf.level = conf); one <- t.test(y, conf.level = conf)$conf.int
  v1 <- var(y) / n1; v0 <- var(x) / n0; crit <- qt((1 - conf) / 2, t$parameter, lower.tail = FALSE)
  row <- list(count1 = n1, mean1 = mean(y), sd1 = sd(y), count0 = n0, mean0 = mean(x), sd0 = sd(x), confidence = conf,
    difference = mean(y) - mean(x), low = t$conf.int[1], high = t$conf.int[2], t = unname(t$statistic), df = unname(t$parameter), p = t$p.value,
    oneLow = one[1], oneHigh = one[2])
  if (mean(x) > 0 && mean(x)^2 > 1.001 * crit^2 * v0) {
    # Fieller by search: the ratios at which the t statistic of m1 - r m0 reaches the critical value.
    excess <- function(r) (mean(y) - r * mean(x)) - sign(mean(y) - r * mean(x)) * crit * sqrt(v1 + r^2 * v0)
    r <- mean(y) / mean(x); far <- 1; f <- function(q) (mean(y) - q * mean(x))^2 - crit^2 * (v1 + q^2 * v0)
    while (f(r + far) < 0 || f(r - far) < 0) far <- far * 2
    row$fiellerLow <- uniroot(f, c(r - far, r), tol = 1e-15, maxiter = 1e4)$root - 1
    row$fiellerHigh <- uniroot(f, c(r, r + far), tol = 1e-15, maxiter = 1e4)$root - 1
  } else row$fieller <- if (mean(x) <= 0) "not-positive" else if (mean(x)^2 < .999 * crit^2 * v0) "not-distinguishable" else "near"
  rows[[length(rows) + 1]] <- row
}
write_json(rows, "means.json", digits = I(17), auto_unbox = TRUE)

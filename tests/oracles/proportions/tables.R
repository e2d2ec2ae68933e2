# Makes tables.json: chi-square tests of tables, of several shares, of trend, of pairs and of one share. Run: Rscript tables.R
# Made with: R 4.2.2 chisq.test, prop.test, prop.trend.test, mcnemar.test, binom.test, vcd::assocstats
# Checks: chiSquareTest, gTest, yatesChiSquare, sharesDiffer, cochranArmitageTrend, mcNemarTest
# Checks: exactBinomialTest, clopperPearsonInterval, oneShareZTest
library(jsonlite)
suppressMessages(library(vcd))
set.seed(7)
quiet <- suppressWarnings
tables <- lapply(1:90, function(i) {
  r <- sample(2:5, 1); k <- sample(2:6, 1); size <- sample(c(30, 300, 1e5), 1)
  m <- matrix(rpois(r * k, size / r / k * exp(rnorm(r * k, 0, sample(c(.01, .3, 1), 1)))), r)
  if (any(rowSums(m) == 0) || any(colSums(m) == 0)) m <- m + 1
  t <- quiet(chisq.test(m, correct = FALSE)); a <- assocstats(m)
  list(table = m, statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value, expected = t$expected, residuals = t$stdres, cramersV = a$cramer,
    g = a$chisq_tests[1, 1], gP = pchisq(a$chisq_tests[1, 1], a$chisq_tests[1, 2], lower.tail = FALSE))
})
arms <- list(c(5, 83, 12, 99), c(1573, 1576, 4, 4), c(0, 10, 3, 12), c(10, 10, 3, 12), c(1, 2, 1, 3), c(25, 900, 94, 900), c(3, 300000, 9, 300000), c(150000, 300000, 149400, 290000))
for (i in 1:60) { n <- sample(c(3, 20, 500, 40000), 2, TRUE); arms[[length(arms) + 1]] <- c(rbinom(1, n[1], .3), n[1], rbinom(1, n[2], .35), n[2]) }
yates <- list()
for (a in arms) if (a[1] + a[3] > 0 && a[1] + a[3] < a[2] + a[4]) {
  t <- quiet(chisq.test(matrix(c(a[1], a[3], a[2] - a[1], a[4] - a[3]), 2), correct = TRUE))
  yates[[length(yates) + 1]] <- list(events1 = a[1], trials1 = a[2], events0 = a[3], trials0 = a[4], statistic = unname(t$statistic), p = t$p.value)
}
several <- lapply(1:60, function(i) {
  k <- sample(2:7, 1); n <- sample(c(4, 50, 3000), k, TRUE); x <- rbinom(k, n, sample(c(.02, .4, .9), 1)); x[1] <- 1; s <- sort(round(rnorm(k, 5, 4), 1))
  if (length(unique(s)) < 2) s[1] <- s[1] - 1
  t <- quiet(prop.test(x, n, correct = FALSE)); u <- quiet(prop.trend.test(x, n)); v <- quiet(prop.trend.test(x, n, s))
  list(events = x, trials = n, scores = s, statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value, trend = unname(u$statistic), trendP = u$p.value,
    scored = unname(v$statistic), scoredP = v$p.value)
})
pairs <- list()
for (b in c(0, 1, 2, 5, 18, 86, 1000, 250000)) for (c in c(0, 1, 3, 5, 30, 150, 1090, 249000)) if (b + c > 0) {
  m <- matrix(c(794, b, c, 570), 2); plain <- mcnemar.test(m, correct = FALSE); corrected <- mcnemar.test(m)
  pairs[[length(pairs) + 1]] <- list(onlyFirst = b, onlySecond = c, statistic = unname(plain$statistic), p = plain$p.value, corrected = unname(corrected$statistic),
    correctedP = corrected$p.value, exact = binom.test(b, b + c)$p.value)
}
groups <- list()
for (n in c(1, 2, 10, 83, 925, 30000)) for (x in unique(c(0, 1, floor(n / 20), floor(n / 3), n - 1, n))) for (p in c(.001, 1 / 6, .5, .75)) if (x <= n) {
  row <- list(events = x, trials = n, nullShare = p)
  for (side in c("two.sided", "greater", "less")) row[[side]] <- binom.test(x, n, p, side)$p.value
  ci <- binom.test(x, n, p)$conf.int; z <- quiet(prop.test(x, n, p, correct = FALSE))
  row$low <- ci[1]; row$high <- ci[2]; row$chiSquare <- unname(z$statistic); row$chiP <- z$p.value
  groups[[length(groups) + 1]] <- row
}
write_json(list(tables = tables, yates = yates, several = several, pairs = pairs, groups = groups), "tables.json", digits = I(17), auto_unbox = TRUE)

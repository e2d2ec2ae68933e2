# Makes fisher.json: p-values of Fisher's exact test of two response shares, and R's conditional odds ratios. Run: Rscript fisher.R
# Made with: R 4.2.2 fisher.test
# Checks: fisherExactTest, fisherExactPValue
# (R stops its search for odds ratios and limits at about 1e-4: conditional-limits.py has them in 40 digits.)
library(jsonlite)
set.seed(1)
tables <- list(c(3, 4, 1, 4), c(2, 12, 15, 18), c(0, 1, 0, 1), c(1, 1, 0, 1), c(0, 5, 0, 9), c(5, 5, 9, 9), c(5, 5, 0, 9), c(0, 5, 9, 9), c(1, 34, 7, 34),
  c(7, 34, 1, 34), c(0, 100, 3, 100), c(3, 100, 0, 100), c(99, 100, 93, 100), c(10, 10, 90, 100), c(25, 900, 94, 900), c(1, 1, 30, 5000), c(250, 5000, 205, 5000),
  c(3, 300000, 9, 300000), c(2400, 300000, 2520, 300000), c(150000, 300000, 149400, 300000), c(299999, 300000, 299990, 300000), c(5, 9, 1500, 300000))
for (i in 1:110) {
  n <- round(exp(runif(2, 0, log(400)))); x <- rbinom(2, n, pmin(1, pmax(0, runif(1) + runif(2, -.2, .2))))
  tables[[length(tables) + 1]] <- c(x[1], n[1], x[2], n[2])
}
rows <- list()
for (t in tables) {
  m <- matrix(c(t[1], t[3], t[2] - t[1], t[4] - t[3]), 2)
  two <- fisher.test(m)
  rows[[length(rows) + 1]] <- list(events1 = t[1], trials1 = t[2], events0 = t[3], trials0 = t[4], twoSided = two$p.value,
    greater = fisher.test(m, alternative = "greater")$p.value, less = fisher.test(m, alternative = "less")$p.value,
    oddsRatio = if (is.finite(two$estimate)) unname(two$estimate) else NA, low = two$conf.int[1],
    high = if (is.finite(two$conf.int[2])) two$conf.int[2] else NA)
}
write_json(list(tests = rows), "fisher.json", digits = I(17), auto_unbox = TRUE, na = "null")

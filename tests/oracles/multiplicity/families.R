# Makes families.json: adjusted p-values and goodness of fit. Run: Rscript families.R
# Made with: R 4.2.2 p.adjust, chisq.test
# Checks: adjustHolm, adjustBonferroni, adjustBenjaminiHochberg, sampleRatioCheck, goodnessOfFit
library(jsonlite)
set.seed(20170326)
families <- lapply(1:60, function(i) { p <- round(runif(sample(1:30, 1))^sample(1:4, 1), sample(2:6, 1)); p <- pmin(1, p)
  list(p = I(p), holm = I(p.adjust(p, "holm")), bonferroni = I(p.adjust(p, "bonferroni")), bh = I(p.adjust(p, "BH"))) })
ratios <- lapply(1:120, function(i) { k <- sample(2:9, 1); w <- sample(1:20, k, TRUE) / sample(c(1, 7, 100), 1); n <- sample(c(20, 900, 1e6), 1)
  x <- as.vector(rmultinom(1, n, w * exp(rnorm(k, 0, .02)))); r <- suppressWarnings(chisq.test(x, p = w, rescale.p = TRUE))
  list(counts = x, weights = w, statistic = unname(r$statistic), df = unname(r$parameter), p = r$p.value) })
write_json(list(families = families, ratios = ratios), "families.json", digits = I(17), auto_unbox = TRUE)

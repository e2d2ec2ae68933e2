# Makes bootstrap.json: intervals from given replicates, and influences by leaving out. Run: Rscript bootstrap.R
# Made with: R 4.2.2 boot::boot, boot::boot.ci, boot::empinf
# Checks: percentileInterval, bcaInterval, jackknifeAcceleration, bootstrapMeanDifference, bootstrapStatistic
suppressMessages({ library(jsonlite); library(boot) })
set.seed(20170326)
# Groups in the order stratum 1 treatment, stratum 1 control, stratum 2 treatment, ...
statistics <- list(
  mean = function(g, n) mean(g[[1]]),
  spread = function(g, n) sd(g[[1]]),
  lift = function(g, n) mean(g[[1]]) / mean(g[[2]]) - 1,
  # The weights of the strata are those of the experiment, also where a customer is left out.
  difference = function(g, n) { w <- (n[c(TRUE, FALSE)] + n[c(FALSE, TRUE)]) / sum(n); m <- sapply(g, mean); sum(w * (m[c(TRUE, FALSE)] - m[c(FALSE, TRUE)])) }
)
sizes <- list(mean = list(5, 12, 40), spread = list(8, 30), lift = list(c(6, 9), c(25, 15)), difference = list(c(4, 4), c(10, 7), c(30, 8, 5, 12), c(6, 6, 40, 20, 3, 9)))
draws <- list(skewed = function(n) round(exp(rnorm(n, 1, 1)), 3), tied = function(n) rpois(n, 2) + rbinom(n, 1, .3) * 5 + c(1, rep(0, n - 1)))
rows <- list()
for (name in names(statistics)) for (size in sizes[[name]]) for (kind in names(draws)) {
  groups <- lapply(size, draws[[kind]]); group <- rep(seq_along(size), size); data <- unlist(groups)
  statistic <- function(d, i) statistics[[name]](split(d[i], group[i]), size)
  b <- boot(data, statistic, R = 199, strata = group); b$t <- signif(b$t, 9)
  unweighted <- empinf(data = data, statistic = statistic, type = "jack", stype = "i", strata = group)
  l <- unweighted / size[group]
  acceleration <- sum(l^3) / (6 * sum(l^2)^1.5)
  row <- list(statistic = name, groups = lapply(groups, I), estimate = b$t0, acceleration = acceleration, replicates = I(b$t[, 1]), limits = list())
  for (conf in c(.5, .8, .95, .98)) {
    ci <- suppressWarnings(boot.ci(b, conf = conf, type = c("perc", "bca"), L = l))
    row$limits[[length(row$limits) + 1]] <- list(confidence = conf, low = ci$percent[4], high = ci$percent[5], bcaLow = ci$bca[4], bcaHigh = ci$bca[5])
  }
  row$bias <- qnorm(sum(b$t < b$t0) / 199)
  # Groups of the same size weigh alike in what boot does by itself.
  if (length(unique(size)) == 1) row$own <- suppressWarnings(boot.ci(b, conf = .9, type = "bca", L = unweighted))$bca[4:5]
  rows[[length(rows) + 1]] <- row
}
write_json(rows, "bootstrap.json", digits = I(17), auto_unbox = TRUE)

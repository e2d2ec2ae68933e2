# Makes medians.json: intervals of a median between two ordered values. Run: Rscript medians.R
# Made with: R 4.2.2 qbinom, pbinom and sort
# Checks: medianInterval
library(jsonlite)
set.seed(20170326)
rows <- list()
for (n in c(6, 7, 10, 11, 25, 60, 101, 1000)) for (conf in c(.8, .95, .99)) for (kind in c("days", "money")) {
  x <- if (kind == "days") rgeom(n, .25) else round(rexp(n, 1 / 30000), 2)
  alpha <- 1 - conf
  # The largest k with P(X <= k - 1) <= alpha / 2.
  k <- sum(pbinom(0:(n %/% 2), n, .5) <= alpha / 2)
  row <- list(values = I(x), confidence = conf, median = sort(x)[ceiling(n / 2)])
  if (k > 0) {
    # Where no tail hits exactly, this is the quantile of the binomial distribution.
    stopifnot(k == qbinom(alpha / 2, n, .5) || abs(pbinom(k - 1, n, .5) - alpha / 2) < 1e-12)
    s <- sort(x)
    row <- c(row, list(low = s[k], high = s[n + 1 - k], covered = 1 - 2 * pbinom(k - 1, n, .5)))
  }
  rows[[length(rows) + 1]] <- row
}
write_json(rows, "medians.json", digits = I(17), auto_unbox = TRUE)

# Makes proportions.json: prop.test without continuity correction, for two shares and for one. Run: Rscript proportions.R
# Made with: R 4.2.2 prop.test
# Checks: pooledChiSquare, wilsonInterval
library(jsonlite)
arms <- list(c(0, 1), c(1, 1), c(1, 2), c(0, 10), c(3, 10), c(10, 10), c(1, 34), c(7, 34), c(0, 100), c(2, 100), c(12, 100), c(99, 100),
  c(100, 100), c(25, 900), c(94, 900), c(1, 5000), c(250, 5000), c(4990, 5000), c(0, 300000), c(3, 300000), c(2400, 300000),
  c(150000, 300000), c(299999, 300000))
pairs <- list()
for (a in arms) for (b in arms) {
  row <- list(events1 = a[1], trials1 = a[2], events0 = b[1], trials0 = b[2])
  if (a[1] + b[1] > 0 && a[1] + b[1] < a[2] + b[2]) {
    x <- suppressWarnings(prop.test(c(a[1], b[1]), c(a[2], b[2]), correct = FALSE))
    row$chiSquare <- unname(x$statistic); row$chiP <- x$p.value
  }
  pairs[[length(pairs) + 1]] <- row
}
wilson <- list()
for (n in c(1, 2, 3, 10, 38, 200, 1000, 300000)) for (x in unique(c(0, 1, floor(n / 100), floor(n / 5), floor(n / 2), n - 1, n)))
  for (conf in c(.8, .95, .99, .999)) if (x <= n) {
    ci <- suppressWarnings(prop.test(x, n, conf.level = conf, correct = FALSE))$conf.int
    wilson[[length(wilson) + 1]] <- list(events = x, trials = n, confidence = conf, low = ci[1], high = ci[2])
  }
write_json(list(pairs = pairs, wilson = wilson), "proportions.json", digits = I(17), auto_unbox = TRUE)

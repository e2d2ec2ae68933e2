# Makes mean-tests.json: t tests to one side and with a pooled variance; several means at once. Run: Rscript mean-tests.R
# Made with: R 4.2.2 t.test, oneway.test
# Checks: testMeans, oneWayAnova, welchAnova
library(jsonlite)
set.seed(20170326)
shape <- function(n, mean, sd) { x <- rexp(n); mean + sd * (x - mean(x)) / sd(x) }
two <- list()
for (n1 in c(2, 7, 60, 2000)) for (n0 in c(2, 15, 500)) for (m in c(-2, 0, .01, 30000)) for (ratio in c(.05, 1, 8)) for (variance in c("own", "pooled")) {
  spread <- abs(m) * .5 + .02
  y <- shape(n1, m + .6 * spread / sqrt(min(n1, n0)), spread * ratio); x <- shape(n0, m, spread)
  for (alternative in c("two.sided", "greater", "less")) {
    conf <- if (n1 == 7) .8 else .95
    t <- t.test(y, x, var.equal = variance == "pooled", alternative = alternative, conf.level = conf)
    row <- list(count1 = n1, mean1 = mean(y), sd1 = sd(y), count0 = n0, mean0 = mean(x), sd0 = sd(x), variance = variance,
      alternative = sub(".", "-", alternative, fixed = TRUE), confidence = conf, se = t$stderr, t = unname(t$statistic), df = unname(t$parameter), p = t$p.value)
    if (alternative != "less") row$low <- t$conf.int[1]
    if (alternative != "greater") row$high <- t$conf.int[2]
    if (runif(1) < .5) two[[length(two) + 1]] <- row
  }
}
several <- list()
for (arms in c(2, 3, 6)) for (n in c(2, 5, 40, 3000)) for (m in c(.5, 20, 40000)) for (effect in c(0, .2, 1.5)) for (uneven in c(0, 1)) {
  groups <- lapply(seq_len(arms), function(g) shape(n + uneven * g * 3, m * (1 + effect * g / sqrt(n) / 3 + .05 * sin(g)), m * (.4 + uneven * g / 4)))
  d <- data.frame(y = unlist(groups), g = factor(rep(seq_along(groups), lengths(groups))))
  equal <- oneway.test(y ~ g, d, var.equal = TRUE); welch <- oneway.test(y ~ g, d)
  several[[length(several) + 1]] <- list(counts = I(lengths(groups)), means = I(sapply(groups, mean)), sds = I(sapply(groups, sd)),
    f = unname(equal$statistic), within = unname(equal$parameter[2]), p = equal$p.value,
    welchF = unname(welch$statistic), welchWithin = unname(welch$parameter[2]), welchP = welch$p.value)
}
plants <- oneway.test(weight ~ group, PlantGrowth, var.equal = TRUE); own <- oneway.test(weight ~ group, PlantGrowth)
by <- split(PlantGrowth$weight, PlantGrowth$group)
several[[length(several) + 1]] <- list(counts = I(lengths(by, use.names = FALSE)), means = I(unname(sapply(by, mean))), sds = I(unname(sapply(by, sd))),
  f = unname(plants$statistic), within = unname(plants$parameter[2]), p = plants$p.value,
  welchF = unname(own$statistic), welchWithin = unname(own$parameter[2]), welchP = own$p.value)
write_json(list(two = two, several = several), "mean-tests.json", digits = I(17), auto_unbox = TRUE)

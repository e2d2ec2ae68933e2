# Makes calculator-plans.json: what the calculators of means, sizes and power must show, by base R. Run: Rscript calculators.R
library(jsonlite)
sample_of <- function(n, mean, sd) { x <- qexp(ppoints(n)); mean + sd * (x - base::mean(x)) / stats::sd(x) }
welch <- function(arms, alpha) {
  samples <- lapply(arms, function(arm) sample_of(arm[1], arm[2], arm[3]))
  against <- lapply(samples[-1], function(y) {
    t <- t.test(y, samples[[1]], conf.level = 1 - alpha)
    list(difference = mean(y) - mean(samples[[1]]), low = t$conf.int[1], high = t$conf.int[2], p = t$p.value)
  })
  adjusted <- p.adjust(sapply(against, function(row) row$p), "holm")
  list(arms = arms, alpha = alpha, against = Map(function(row, p) c(row, adjusted = p), against, adjusted))
}
means <- list(
  welch(list(c(1000, 12400, 38000), c(1000, 16900, 43000)), .05),
  welch(list(c(40, 10, 3), c(55, 12.5, 8), c(30, 9, 2.5)), .1))
rates <- list(
  list(query = "baseline=0.05&lift=0.01&alpha=0.05&power=0.8&ratio=1", size = power.prop.test(p1 = .05, p2 = .06, power = .8, tol = 1e-12)$n),
  list(query = "baseline=0.2&lift=-0.03&alpha=0.01&power=0.9&ratio=1", size = power.prop.test(p1 = .2, p2 = .17, power = .9, sig.level = .01, tol = 1e-12)$n),
  list(query = "baseline=0.05&lift=0.01&alpha=0.05&n=4000", power = power.prop.test(n = 4000, p1 = .05, p2 = .06)$power),
  list(query = "baseline=0.05&alpha=0.05&power=0.8&n=4000",
    lift = power.prop.test(n = 4000, p1 = .05, power = .8, tol = 1e-15)$p2 - .05))
sums <- list(
  list(query = "metric=mean&sd=38000&lift=3000&alpha=0.05&power=0.8", size = power.t.test(delta = 3000, sd = 38000, power = .8, tol = 1e-12)$n),
  list(query = "metric=mean&sd=10&lift=5&alpha=0.01&power=0.9", size = power.t.test(delta = 5, sd = 10, power = .9, sig.level = .01, tol = 1e-12)$n),
  list(query = "metric=mean&sd=38000&lift=3000&n=1500", power = power.t.test(n = 1500, delta = 3000, sd = 38000)$power),
  list(query = "metric=mean&sd=38000&power=0.8&n=1500", lift = power.t.test(n = 1500, sd = 38000, power = .8, tol = 1e-12)$delta))
write_json(list(means = means, plans = c(rates, sums)), "calculator-plans.json", digits = I(17), auto_unbox = TRUE)

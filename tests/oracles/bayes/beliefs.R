# Makes beliefs.json: chance to be best and expected loss, by adaptive integration. Run: Rscript beliefs.R
# Made with: R 4.2.2 integrate over dbeta and pbeta
# Checks: beliefsAboutArms
library(jsonlite)
set.seed(20170326)
rows <- list()
for (i in 1:60) {
  k <- sample(2:5, 1); scale <- sample(c(1, 10, 100, 1000, 20000), 1)
  n <- rpois(k, scale) + (i %% 4 > 0); x <- rbinom(k, n, rbeta(k, 3, 20)); a <- x + 1; b <- n - x + 1
  cuts <- sort(unique(c(0, 1, unlist(lapply(1:k, function(j) qbeta(c(1e-18, 1e-9, 1e-5, .001, .05, .25, .5, .75, .95, .999, 1 - 1e-5, 1 - 1e-9), a[j], b[j]))))))
  over <- function(f) sum(sapply(seq_along(cuts[-1]), function(c) if (cuts[c + 1] - cuts[c] < 1e-13) 0 else integrate(f, cuts[c], cuts[c + 1], rel.tol = 1e-12, abs.tol = 0, stop.on.error = FALSE)$value))
  best <- sapply(1:k, function(j) over(function(t) { v <- dbeta(t, a[j], b[j]); for (o in setdiff(1:k, j)) v <- v * pbeta(t, a[o], b[o]); v }))
  loss <- sapply(1:k, function(j) over(function(t) { none <- 0; for (o in setdiff(1:k, j)) none <- none + pbeta(t, a[o], b[o], log.p = TRUE); pbeta(t, a[j], b[j]) * -expm1(none) }))
  rows[[i]] <- list(arms = lapply(1:k, function(j) list(events = x[j], trials = n[j])), best = best, loss = loss)
}
write_json(rows, "beliefs.json", digits = I(17), auto_unbox = TRUE)

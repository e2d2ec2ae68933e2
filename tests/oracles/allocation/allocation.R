# Makes allocation.json: optimal customers per stratum by other solvers. Run: Rscript allocation.R
# Made with: R 4.2.2 uniroot on the multiplier of the Kuhn-Tucker conditions (fractional optimum and cheapest plan), all whole plans tried one by one (whole optimum), optim (arms against a control)
# Checks: optimalAllocation, cheapestAllocation, wholeAllocation, roundKeepingTotal, divideWithControl
library(jsonlite)
set.seed(17)
clamp <- function(x, low, high) pmin(high, pmax(low, x))
budgeted <- function(w, s, cost, low, high, budget) {
  at <- function(m) clamp(m * w * s / sqrt(cost), low, high)
  top <- 1; while (sum(cost * at(top)) < budget * (1 - 1e-15) && top < 1e200) top <- top * 10
  at(exp(uniroot(function(l) sum(cost * at(exp(l))) - budget, log(top) - c(60, 0), tol = 1e-16, maxiter = 5000)$root))
}
cheapest <- function(w, s, cost, low, high, variance) {
  at <- function(m) clamp(m * w * s / sqrt(cost), low, high)
  v <- function(n) sum((w * s)^2 / n)
  if (v(at(0)) <= variance) return(at(0))
  at(exp(uniroot(function(l) v(at(exp(l))) - variance, c(-80, 80), tol = 1e-16, maxiter = 5000)$root))
}
number <- function(x) ifelse(is.finite(x), x, -1)
plans <- list(); cheap <- list()
for (case in 1:80) {
  H <- sample(c(1, 2, 3, 5, 9, 30), 1)
  w <- round(exp(rnorm(H, 6, 1))); s <- round(exp(rnorm(H, 0, .8)), 3); cost <- if (case %% 2) rep(1, H) else round(exp(rnorm(H, 0, .7)), 2) + .01
  low <- if (case %% 3) round(runif(H, 0, 40)) else rep(0, H)
  high <- if (case %% 4) low + round(runif(H, 0, 200)) else rep(Inf, H)
  if (sum(cost * high) <= sum(cost * low)) next
  budget <- if (is.finite(sum(high))) sum(cost * low) + runif(1, .02, .98) * sum(cost * (high - low)) else sum(cost * low) * runif(1, 1.01, 4) + 50
  n <- budgeted(w, s, cost, low, high, budget)
  if (any(n <= 0)) next
  plans[[length(plans) + 1]] <- list(weight = w, spread = s, cost = cost, lower = low, upper = number(high), budget = budget, customers = n, variance = sum((w * s)^2 / n))
  best <- sum((w * s)^2 / high)
  variance <- best + (sum((w * s)^2 / pmax(low, 1)) - best) * runif(1, .05, 1.05) + 1e-9
  n <- cheapest(w, s, cost, low, high, variance)
  if (any(n <= 0)) next
  cheap[[length(cheap) + 1]] <- list(weight = w, spread = s, cost = cost, lower = low, upper = number(high), variance = variance, customers = n, total = sum(cost * n))
}
whole <- list()
for (case in 1:80) {
  H <- sample(2:4, 1); w <- round(runif(H, 1, 20)); s <- round(runif(H, .1, 3), 2); low <- sample(1:3, H, TRUE); high <- low + sample(0:9, H, TRUE)
  total <- sum(low) + sample(0:sum(high - low), 1)
  grid <- expand.grid(lapply(1:H, function(h) low[h]:high[h])); grid <- grid[rowSums(grid) == total, , drop = FALSE]
  whole[[length(whole) + 1]] <- list(weight = w, spread = s, lower = low, upper = high, total = total, variance = min(apply(grid, 1, function(n) sum((w * s)^2 / n))))
}
rounding <- list()
for (case in 1:40) {
  H <- sample(1:5, 1); x <- runif(H, 0, 20); total <- round(sum(x)); x <- x * total / sum(x); if (total == 0) next
  grid <- expand.grid(lapply(x, function(v) c(floor(v), floor(v) + 1))); grid <- grid[rowSums(grid) == total, , drop = FALSE]
  rounding[[length(rounding) + 1]] <- list(values = x, distance = min(apply(grid, 1, function(n) sum(abs(n - x)))))
}
arms <- list()
for (case in 1:30) {
  k <- sample(1:6, 1); s <- round(runif(k + 1, .2, 3), 2); cost <- round(runif(k + 1, .1, 5), 2); budget <- round(exp(runif(1, 3, 10)))
  total <- function(share) { n <- budget * share / cost; sum(s[-1]^2 / n[-1]) + k * s[1]^2 / n[1] }
  f <- function(p) { e <- exp(c(0, p)); total(e / sum(e)) / total(rep(1 / (k + 1), k + 1)) }
  o <- list(par = rep(0, k)); for (round in 1:6) o <- optim(o$par, f, method = "BFGS", control = list(reltol = 1e-17, maxit = 1000))
  e <- exp(c(0, o$par)); share <- e / sum(e)
  arms[[length(arms) + 1]] <- list(spread = s, cost = cost, budget = budget, customers = budget * share / cost, varianceSum = total(share))
}
write_json(list(plans = plans, cheap = cheap, whole = whole, rounding = rounding, arms = arms), "allocation.json", digits = I(17), auto_unbox = TRUE)

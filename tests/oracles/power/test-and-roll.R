# Makes test-and-roll.json: how large a test earns most, and what it earns. Run: Rscript test-and-roll.R
# Made with: R 4.2.2, the formulas of Feit & Berman (2019) written out, optimum by optimize and optim, other quantities by integrate
# Checks: testAndRollSize, testAndRollOutlook, unequalSizes, unequalOutlook, classicalTestSizes
library(jsonlite)
number <- function(f, low, high) integrate(f, low, high, rel.tol = 1e-13, abs.tol = 0, subdivisions = 2000)$value
maximum <- function(k) number(function(x) x * k * dnorm(x) * pnorm(x)^(k - 1), -10, 0) + number(function(x) x * k * dnorm(x) * pnorm(x)^(k - 1), 0, 12)
equal <- list()
for (k in c(2, 3, 4, 10)) for (N in c(40, 1000, 1e5, 1e7)) for (mu in c(.68, 12)) for (sigma in c(.005, .03, 4.4)) for (s in c(.03, .466, 104)) {
  # The rest of the list times what the posterior means differ by; its largest value lies where no argument is left of doubt: concave.
  gain <- function(n) (N - k * n) * sigma^2 / sqrt(sigma^2 + s^2 / n)
  profit <- function(n) mu + gain(n) * maximum(k) / N
  closed <- optimize(function(l) log(gain(exp(l))), log(c(1e-9 * N, N / k * (1 - 1e-12))), maximum = TRUE, tol = 1e-10)
  n <- exp(closed$maximum)
  # Polished where the derivative is 0: half of the variance's growth against the customers used.
  n <- uniroot(function(x) s^2 / (2 * x * (x * sigma^2 + s^2)) - k / (N - k * x), n * c(.9, 1.1), tol = n * 1e-14)$root
  row <- list(arms = k, population = N, mean = mu, sigma = sigma, s = s, size = n, profit = profit(n), perfect = mu + sigma * maximum(k))
  if (k == 2) {
    r <- sigma / sqrt(sigma^2 + s^2 / n)
    # Two arms: the sign of the true difference against that of its posterior mean, by the arcsine of their correlation.
    row$error <- acos(r) / pi
  }
  equal[[length(equal) + 1]] <- row
}
unequal <- list()
profit <- function(n, N, s, mu, sigma) {
  e <- mu[1] - mu[2]; v <- sqrt(sigma[1]^4 / (sigma[1]^2 + s[1]^2 / n[1]) + sigma[2]^4 / (sigma[2]^2 + s[2]^2 / n[2]))
  (mu[1] * n[1] + mu[2] * n[2] + (N - sum(n)) * (mu[2] + e * pnorm(e / v) + v * dnorm(e / v))) / N
}
for (N in c(1000, 1e5, 1e7)) for (gap in c(0, .2, -1)) for (sigma in list(c(1, 1), c(3, .5), c(.2, 2))) for (s in list(c(5, 5), c(4, 20), c(80, 10))) {
  mu <- c(10 + gap, 10)
  f <- function(l) if (sum(exp(l)) >= N) 1e3 else -(profit(exp(l), N, s, mu, sigma) - 10) / sqrt(sum(sigma^2))
  o <- list(value = Inf)
  for (start in list(c(.02, .02), c(.2, .01), c(.01, .2))) { p <- list(par = log(N * start)); for (round in 1:4) p <- optim(p$par, f, control = list(reltol = 1e-16, maxit = 3000)); p <- tryCatch(optim(p$par, f, method = "BFGS", control = list(reltol = 1e-17)), error = function(x) p); if (p$value < o$value) o <- p }
  n <- exp(o$par); v <- sqrt(sum(sigma^4 / (sigma^2 + s^2 / n))); theta <- sqrt(sum(sigma^2)); e <- mu[1] - mu[2]; hidden <- sqrt(theta^2 - v^2)
  error <- number(function(x) dnorm(x, e, v) * pnorm(-abs(x) / hidden), 0, max(0, e) + 12 * v) + number(function(x) dnorm(x, e, v) * pnorm(-abs(x) / hidden), min(0, e) - 12 * v, 0)
  unequal[[length(unequal) + 1]] <- list(population = N, mean = mu, sigma = sigma, s = s, size = n, profit = profit(n, N, s, mu, sigma), perfect = mu[2] + number(function(x) x * dnorm(x, e, theta), 0, max(0, e) + 14 * theta), error = error)
}
classical <- list()
for (s in list(c(.5, .5), c(3, 40))) for (d in c(.3, 2)) for (alpha in c(.05, .001)) for (power in c(.5, .95)) for (N in c(0, 500, 1e6)) {
  # The total at which the best division has just the power, the variance reduced by what a list without replacement takes off.
  best <- function(n) optimize(function(share) s[1]^2 / (n * share) + s[2]^2 / (n * (1 - share)), c(0, 1), tol = 1e-12)$objective * (if (N > 0) (N - n) / (N - 1) else 1)
  wanted <- (d / (qnorm(1 - alpha / 2) + qnorm(power)))^2
  total <- uniroot(function(n) best(n) / wanted - 1, c(1e-6, if (N > 0) N else 1e9), tol = 1e-9, maxiter = 10000)$root
  classical[[length(classical) + 1]] <- list(spread = s, difference = d, alpha = alpha, power = power, population = N, total = total)
}
write_json(list(equal = equal, unequal = unequal, classical = classical), "test-and-roll.json", digits = I(17), auto_unbox = TRUE)

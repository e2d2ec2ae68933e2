# Makes ratios.json: ratios of sums, compared between two arms. Run: Rscript ratios.R
# Made with: R 4.2.2 survey::svyratio, uniroot on Fieller's definition
# Checks: ratioOfSums, fiellerRatioInterval, compareRatios, relativeLiftOfRatios
suppressMessages({ library(jsonlite); library(survey) })
set.seed(20170326)
sums <- function(y, x, arm) setNames(list(length(y), sum(y), sum(x), sum(y^2), sum(x^2), sum(x * y)),
  paste0(c("count", "outcomeSum", "companionSum", "outcomeSquares", "companionSquares", "products"), arm))
svy <- function(y, x) { s <- svyratio(~y, ~x, svydesign(~1, weights = ~one, data = data.frame(y, x, one = 1))); c(coef(s), SE(s)) }
fieller <- function(y, x, conf) {
  t <- qt((1 + conf) / 2, length(y) - 1); v <- cov(cbind(y, x)) / length(y)
  if (mean(x)^2 - t^2 * v[2, 2] <= 1e-3 * mean(x)^2) return(NULL)
  # The ratios at which mean(y) - r mean(x) lies t standard errors from 0, sought outward; no closed form, which cancels.
  r <- mean(y) / mean(x); excess <- function(q) (((mean(y) - mean(x) * q) / mean(y))^2 - t^2 * (v[1, 1] - 2 * q * v[1, 2] + q^2 * v[2, 2]) / mean(y)^2)
  far <- r; while (excess(r + far) < 0 || excess(r - far) < 0) far <- 2 * far
  search <- function(ends) uniroot(excess, ends, tol = 1e-16 * r, maxiter = 1e4)$root
  c(search(c(r - far, r)), search(c(r, r + far)))
}
rows <- list()
for (n1 in c(3, 25, 400, 20000)) for (n0 in c(4, 90, 3000)) for (orders in c(.15, 1, 12)) for (price in c(.05, 60, 25000)) for (conf in c(.8, .95)) {
  draw <- function(n, lift) { x <- rpois(n, orders); if (sum(x) < 2) x[1:2] <- 1:2; list(x = x, y = x * price * (1 + lift) * exp(rnorm(n, 0, .5))) }
  a <- draw(n1, .2); b <- draw(n0, 0); ra <- svy(a$y, a$x); rb <- svy(b$y, b$x); z <- qnorm((1 + conf) / 2)
  se <- sqrt(ra[2]^2 + rb[2]^2)
  row <- c(sums(a$y, a$x, 1), sums(b$y, b$x, 0), list(confidence = conf, ratio = ra[[1]], se = ra[[2]], variation = sd(a$x) / sqrt(n1) / mean(a$x),
    difference = ra[[1]] - rb[[1]], seDifference = se[[1]], p = 2 * pnorm(-abs(ra[[1]] - rb[[1]]) / se[[1]])))
  f <- fieller(a$y, a$x, conf); if (!is.null(f)) { row$fiellerLow <- f[1]; row$fiellerHigh <- f[2] }
  if (rb[1]^2 > 1.01 * z^2 * rb[2]^2) {
    far <- 1; excess <- function(l) (ra[[1]] - (1 + l) * rb[[1]])^2 - z^2 * (ra[[2]]^2 + (1 + l)^2 * rb[[2]]^2)
    lift <- ra[[1]] / rb[[1]] - 1; while (excess(lift + far) < 0 || excess(lift - far) < 0) far <- 2 * far
    row$liftLow <- uniroot(excess, c(lift - far, lift), tol = 1e-15, maxiter = 1e4)$root
    row$liftHigh <- uniroot(excess, c(lift, lift + far), tol = 1e-15, maxiter = 1e4)$root
  }
  rows[[length(rows) + 1]] <- row
}
write_json(rows, "ratios.json", digits = I(17), auto_unbox = TRUE)

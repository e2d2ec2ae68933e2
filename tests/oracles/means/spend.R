# Makes spend.json: difference of spend split into buyers and baskets; caps from pooled arms; concentration. Run: Rscript spend.R
# Made with: R 4.2.2 cov and a complex-step gradient (delta method written out), quantile type 7 with pmin and pmax
# Checks: decomposeSpend, pooledCaps, spendConcentration
library(jsonlite)
set.seed(20170326)
# Buyers first, baskets first, and the mean of both orders: the Shapley value by its definition.
parts <- function(v) {
  p1 <- v[1]; m1 <- v[2]; p0 <- v[3]; m0 <- v[4]; a1 <- m1 / p1; a0 <- m0 / p0
  c(m1 - m0, ((p1 - p0) * a0 + (p1 - p0) * a1) / 2, (p1 * (a1 - a0) + p0 * (a1 - a0)) / 2)
}
gradient <- function(f, at) sapply(seq_along(at), function(k) { z <- as.complex(at); z[k] <- z[k] + 1e-30i; Im(f(z)) / 1e-30 })
rows <- list()
for (n1 in c(12, 200, 5000)) for (n0 in c(9, 150, 9000)) for (share in c(.1, .5, 1)) for (lift in c(-.3, 0, .4)) for (m in c(.02, 40, 30000)) {
  spend <- function(n, share, mean) { b <- max(2, rbinom(1, n, min(1, share))); c(mean * exp(rnorm(b, 0, .9)), rep(0, n - b)) }
  y1 <- spend(n1, share * (1 + lift / 2), m * (1 + lift)); y0 <- spend(n0, share, m)
  b1 <- as.numeric(y1 > 0); b0 <- as.numeric(y0 > 0)
  at <- c(mean(b1), mean(y1), mean(b0), mean(y0)); g <- gradient(parts, at); v <- matrix(0, 4, 4)
  v[1:2, 1:2] <- cov(cbind(b1, y1)) / n1; v[3:4, 3:4] <- cov(cbind(b0, y0)) / n0
  value <- Re(parts(as.complex(at))); se <- sqrt(diag(g %*% v %*% t(g))); z <- qnorm(.95)
  rows[[length(rows) + 1]] <- list(customers1 = n1, buyers1 = sum(b1), total1 = sum(y1), squares1 = sum(y1^2), customers0 = n0, buyers0 = sum(b0),
    total0 = sum(y0), squares0 = sum(y0^2), whole = value[1], buyers = value[2], baskets = value[3], seWhole = se[1], seBuyers = se[2], seBaskets = se[3],
    low = value[3] - z * se[3], high = value[3] + z * se[3], p = 2 * pnorm(-abs(value[2] / se[2])))
}
caps <- list()
for (n in c(2, 7, 40, 333)) for (m in c(1, 20, 200)) for (lower in c(0, .01, .1)) for (upper in c(0, .005, .05, .45)) {
  draw <- function(n) round(ifelse(runif(n) < .5, exp(rnorm(n, 3, 1)), 0) - (runif(n) < .05) * 8, 1)
  x <- draw(n); y <- draw(m)
  q <- quantile(c(x, y), c(lower, 1 - upper), type = 7, names = FALSE)
  capped <- function(v) pmin(pmax(v, q[1]), q[2])
  caps[[length(caps) + 1]] <- list(x = I(x), y = I(y), lower = lower, upper = upper, low = q[1], high = q[2], meanX = mean(capped(x)), meanY = mean(capped(y)),
    raised = sum(x < q[1]), lowered = sum(x > q[2]), unlike = length(unique(c(x, y))) > 1)
}
heavy <- list()
for (n in c(1, 50, 400)) for (share in c(.05, .6)) for (top in c(.01, .1, .37)) {
  x <- c(round(exp(rnorm(max(1, round(n * share)), 2, 1.5)), 1), rep(0, n - max(1, round(n * share))))
  s <- sort(x, decreasing = TRUE); k <- top * n
  # The Lorenz curve from the top, straight between customers.
  carried <- approx(0:n, c(0, cumsum(s)), k)$y / sum(x)
  heavy[[length(heavy) + 1]] <- list(x = I(x), top = top, carried = carried, effective = sum(x)^2 / sum(x^2), buyers = sum(x > 0))
}
write_json(list(rows = rows, caps = caps, heavy = heavy), "spend.json", digits = I(17), auto_unbox = TRUE)

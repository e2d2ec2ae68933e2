# Makes dunnett-shares.json: several response shares against one control, scores held against Dunnett's limit. Run: Rscript dunnett-shares.R
# Made with: R 4.2.2 prop.test for the scores; integrate and uniroot for the limit; optimize for the constrained shares
# Checks: compareProportionsWithControl
library(jsonlite)
set.seed(1955)
# Chance that every |Z_i| (or Z_i) stays below c, with correlations b_i b_j (Dunnett 1955).
inside <- function(c, b, sides) {
  f <- function(y) sapply(y, function(v) {
    s <- sqrt(1 - b^2); up <- pnorm((c - b * v) / s)
    dnorm(v) * prod(if (sides == 2) up - pnorm((-c - b * v) / s) else up) })
  integrate(f, -9, 0, rel.tol = 1e-12, subdivisions = 4000)$value + integrate(f, 0, 9, rel.tol = 1e-12, subdivisions = 4000)$value
}
# Miettinen-Nurminen: standard errors between the observed difference and d, at the shares most likely under d.
score <- function(x1, n1, x0, n0, d) {
  part <- function(x, p) if (x == 0) 0 else x * log(p)
  likelihood <- function(p) part(x1, p + d) + part(n1 - x1, 1 - p - d) + part(x0, p) + part(n0 - x0, 1 - p)
  slope <- function(p) { g <- 0
    if (x1 > 0) g <- g + x1 / (p + d); if (n1 - x1 > 0) g <- g - (n1 - x1) / (1 - p - d)
    if (x0 > 0) g <- g + x0 / p; if (n0 - x0 > 0) g <- g - (n0 - x0) / (1 - p); g }
  lo <- max(0, -d); hi <- min(1, 1 - d); e <- 1e-15 * max(1, hi - lo); a <- lo + e; z <- hi - e
  p <- if (slope(a) <= 0) lo else if (slope(z) >= 0) hi else uniroot(slope, c(a, z), tol = 1e-17, maxiter = 10000)$root
  p1 <- p + d; N <- n1 + n0
  (x1 / n1 - x0 / n0 - d) / sqrt((p1 * (1 - p1) / n1 + p * (1 - p) / n0) * N / (N - 1))
}
rows <- list()
for (i in 1:60) {
  k <- sample(1:5, 1); n0 <- sample(c(40, 400, 900, 30000), 1); n <- pmax(20, round(n0 * sample(c(.3, 1, 1, 2), k, TRUE)))
  p <- runif(1, .02, .4); x0 <- max(1, rbinom(1, n0, p)); x <- pmin(n - 1, pmax(1, rbinom(k, n, p * runif(k, .8, 1.3))))
  b <- sqrt(n / (n + n0)); sides <- 2 - i %% 3 %/% 2; conf <- sample(c(.9, .95, .99), 1)
  z <- sapply(1:k, function(j) { X <- suppressWarnings(prop.test(c(x[j], x0), c(n[j], n0), correct = FALSE)); N <- n[j] + n0
    unname(sqrt(X$statistic * (N - 1) / N)) * sign(x[j] / n[j] - x0 / n0) })
  c <- uniroot(function(c) inside(c, b, sides) - conf, c(0, 8), tol = 1e-14)$root
  adjusted <- sapply(z, function(v) 1 - inside(if (sides == 2) abs(v) else v, b, sides))
  limit <- function(j, target) uniroot(function(d) score(x[j], n[j], x0, n0, d) - target, sort(c(x[j] / n[j] - x0 / n0, if (target > 0) -.999999 else .999999)), tol = 1e-15, maxiter = 10000)$root
  rows[[i]] <- list(events0 = x0, trials0 = n0, events = I(x), trials = I(n), sides = sides, confidence = conf, critical = c, z = I(z),
    adjusted = I(adjusted), low = I(sapply(1:k, limit, c)), high = I(sapply(1:k, limit, -c)))
}
write_json(list(families = rows), "dunnett-shares.json", digits = I(17), auto_unbox = TRUE)

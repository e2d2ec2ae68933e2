# Makes balance.json: covariates and missing outcomes of the arms. Run: Rscript balance.R
# Made with: R 4.2.2 coin::independence_test(teststat = "quadratic"), mantelhaen.test, p.adjust
# Made with: the formulas of Austin and of Yang & Dalton written out with MASS::ginv
# Checks: omnibusBalance, standardisedMeanDifference, standardisedLevelDifference, missingOutcomesCheck
library(jsonlite); suppressMessages({library(coin); library(MASS)})
set.seed(2008)
moments <- function(x) list(count = nrow(x), means = I(unname(colMeans(x))), covariances = unname(if (nrow(x) > 1) cov(x) else matrix(0, ncol(x), ncol(x))))
omnibus <- list(); numeric <- list(); levels <- list(); missing <- list()
for (i in 1:70) {
  p <- sample(1:4, 1); K <- sample(c(1, 2, 5), 1); scale <- sample(c(4, 15, 60), 1)
  h <- rep(1:K, 3 + rpois(K, scale)); n <- length(h); g <- rbinom(n, 1, .5)
  for (k in 1:K) { own <- which(h == k); g[own[1]] <- 1; g[own[2]] <- 0 }
  x <- sapply(1:p, function(j) switch(sample(4, 1), rnorm(n, h), rlnorm(n, 3), rbinom(n, 1, .3), rpois(n, 2)))
  x <- matrix(x, n); if (p > 2 && runif(1) < .5) x[, p] <- 2 * x[, 1] - x[, 2]
  if (any(apply(x, 2, function(c) all(tapply(c, h, function(v) length(unique(v)) == 1))))) next
  d <- data.frame(x, g = factor(g), h = factor(h)); names(d)[1:p] <- paste0("x", 1:p)
  f <- as.formula(paste(paste(names(d)[1:p], collapse = "+"), "~ g", if (K > 1) "| h"))
  it <- independence_test(f, data = d, teststat = "quadratic")
  omnibus[[length(omnibus) + 1]] <- list(strata = lapply(1:K, function(k) list(treatment = moments(x[h == k & g == 1, , drop = FALSE]), control = moments(x[h == k & g == 0, , drop = FALSE]))),
    rows = if (n < 25) list(h = I(h), g = I(g), x = unname(x)), statistic = as.numeric(statistic(it)), df = it@statistic@df, p = as.numeric(pvalue(it)),
    z = I(sapply(1:p, function(j) { one <- independence_test(as.formula(paste0("x", j, " ~ g", if (K > 1) "| h")), data = d, teststat = "scalar"); -as.numeric(statistic(one)) })))
}
for (i in 1:60) {
  m <- rnorm(2, 0, 10^runif(1, -2, 4)); s <- 10^runif(2, -2, 4)
  numeric[[i]] <- list(mean1 = m[1], mean0 = m[2], sd1 = s[1], sd0 = s[2], d = (m[1] - m[2]) / sqrt((s[1]^2 + s[2]^2) / 2), ratio = s[1]^2 / s[2]^2)
  k <- sample(2:6, 1); base <- rgamma(k, 1); scale <- sample(c(10, 300, 1e5), 1)
  a <- c(rmultinom(1, scale, base)); b <- c(rmultinom(1, 2 * scale, base * exp(rnorm(k, 0, .3))))
  T <- a / sum(a); C <- b / sum(b); S <- (diag(T) - outer(T, T) + diag(C) - outer(C, C)) / 2
  levels[[i]] <- list(treatment = I(a), control = I(b), d = sqrt(c(t(T - C) %*% ginv(S) %*% (T - C))))
}
while (length(missing) < 60) {
  r <- sample(2:3, 1); K <- sample(2:6, 1); n <- matrix(5 + rpois(r * K, sample(c(20, 300, 20000), 1)), r); share <- matrix(rbeta(1, 2, 20) * exp(rnorm(r * K, 0, .3)), r)
  m <- matrix(rbinom(r * K, n, pmin(share, .9)), r); t <- aperm(array(c(m, n - m), c(r, K, 2)), c(1, 3, 2))
  if (any(colSums(m) == 0)) next
  stat <- function(t) if (r == 2) mantelhaen.test(t, correct = FALSE)$statistic else mantelhaen.test(t)$statistic
  single <- function(t) { N <- sum(t); suppressWarnings(chisq.test(t, correct = FALSE))$statistic * (N - 1) / N }
  p <- sapply(1:K, function(k) pchisq(single(t[, , k]), r - 1, lower.tail = FALSE))
  X <- stat(t); crude <- single(apply(t, c(1, 2), sum))
  missing[[length(missing) + 1]] <- list(assigned = t(n), missing = t(m), statistic = unname(X), df = r - 1, p = unname(pchisq(X, r - 1, lower.tail = FALSE)), crude = unname(crude), pValues = I(p), adjusted = I(p.adjust(p, "holm")))
}
write_json(list(omnibus = omnibus, numeric = numeric, levels = levels, missing = missing), "balance.json", digits = I(17), auto_unbox = TRUE, null = "null")
cat(length(omnibus), sum(sapply(omnibus, function(o) !is.null(o$rows))), "\n")
d <- data.frame(y = c(1:5, 3, 4, 5, 6, 9), g = factor(rep(1:0, each = 5))); print(independence_test(y ~ g, d, teststat = "quadratic"))
print(c(levels[[1]]$d)); T <- c(.4, .35, .25); C <- c(.3, .3, .4); S <- (diag(T) - outer(T, T) + diag(C) - outer(C, C)) / 2; print(sqrt(c(t(T - C) %*% ginv(S) %*% (T - C))))
t <- array(c(30, 60, 970, 940, 5, 4, 195, 196), c(2, 2, 2)); print(mantelhaen.test(t, correct = FALSE))

# Makes max-t.json: the largest of several correlated comparisons. Run: Rscript max-t.R
# `accuracy` is how exactly R itself knows the value: Miwa's grid for up to four normal comparisons, ptukey for all
# pairs of equal arms (a singular covariance), else mvtnorm's own error estimate.
# Made with: R 4.2.2 mvtnorm::pmvnorm(Miwa), mvtnorm::pmvt(GenzBretz), ptukey
# Checks: simultaneousComparisons
library(jsonlite)
suppressMessages(library(mvtnorm))
set.seed(20170326)
rows <- list()
add <- function(S, df, c, p, accuracy) {
  row <- list(covariance = S, critical = c, p = p, accuracy = accuracy)
  if (is.finite(df)) row$df <- df
  rows <<- c(rows, list(row))
}
for (k in 2:4) for (i in 1:8) {
  A <- matrix(rnorm(k * (k + 2)), k); S <- A %*% t(A); R <- cov2cor(S); c <- sample(c(1, 2, 2.6, 3.5), 1)
  add(S, Inf, c, 1 - pmvnorm(rep(-c, k), rep(c, k), corr = R, algorithm = Miwa(steps = 512))[1], 1e-6)
}
for (k in c(3, 5, 8, 12, 20)) for (df in c(5, 40)) {
  A <- matrix(rnorm(k * (k + 2)), k); S <- A %*% t(A); R <- cov2cor(S); c <- sample(c(1.8, 2.4, 3), 1)
  v <- pmvt(rep(-c, k), rep(c, k), corr = R, df = df, algorithm = GenzBretz(maxpts = 2e5, abseps = 1e-6))
  add(S, df, c, 1 - v[1], attr(v, "error"))
}
for (arms in 3:5) for (df in c(6, 30, Inf)) {
  pairs <- t(combn(arms, 2)); K <- matrix(0, nrow(pairs), arms)
  for (i in seq_len(nrow(pairs))) { K[i, pairs[i, 1]] <- 1; K[i, pairs[i, 2]] <- -1 }
  q <- qtukey(.95, arms, df)
  add(K %*% t(K), df, q / sqrt(2), ptukey(q, arms, df, lower.tail = FALSE), 1e-8)
}
write_json(list(rows = rows), "max-t.json", digits = I(17), auto_unbox = TRUE)
cat(length(rows), "\n")

# Makes factorial.json: effects of factors on response shares, of plans in full, in fractions and of several levels.
# Run: Rscript factorial.R
# Made with: R 4.2.2 lm on the shares of the runs with treatment contrasts; the variance of independent shares put through
# its hat matrix; level means by averaging predictions over all combinations of the other factors
# Of: readFactorEffects
suppressMessages(library(jsonlite))
set.seed(46)
counts <- function(n, beta) { x <- pmax(1, rbinom(length(n), n, plogis(beta))); list(x = x, n = n) }
plan <- function(name, runs, model, n, shown) {
  k <- ncol(runs); levels <- apply(runs, 2, max) + 1; d <- as.data.frame(lapply(as.data.frame(runs), factor)); names(d) <- LETTERS[1:k]
  o <- counts(n, -2 + runs %*% rep(c(.3, -.2, .1, .25, 0), length.out = k) + .3 * runs[, 1] * runs[, 2]); p <- o$x / o$n
  f <- as.formula(paste("~", model)); X <- model.matrix(f, d); L <- solve(t(X) %*% X) %*% t(X)
  grid <- expand.grid(lapply(levels, function(l) factor(0:(l - 1)))); names(grid) <- LETTERS[1:k]; G <- model.matrix(f, grid)
  mean_at <- function(at) { own <- rep(TRUE, nrow(grid)); for (i in names(at)) own <- own & grid[[i]] == at[[i]]; colMeans(G[own, , drop = FALSE]) }
  effects <- list()
  for (e in shown) {
    steps <- if (length(e) == 1) lapply(1:(levels[e] - 1), c) else apply(expand.grid(1:(levels[e[2]] - 1), 1:(levels[e[1]] - 1))[, 2:1, drop = FALSE], 1, as.numeric, simplify = FALSE)
    for (s in steps) {
      a <- LETTERS[e[1]]; at <- function(...) { v <- list(...); names(v) <- LETTERS[e[seq_along(v)]]; mean_at(v) }
      w <- if (length(e) == 1) at(s) - at(0) else (at(s[1], s[2]) - at(0, s[2]) - at(s[1], 0) + at(0, 0)) / 2
      w <- as.numeric(w %*% L)
      effects[[length(effects) + 1]] <- list(effect = I(e - 1), levels = I(s), estimate = sum(w * p), se = sqrt(sum(w^2 * p * (1 - p) / o$n)))
    }
  }
  list(name = name, levels = I(unname(levels)), runs = unname(runs), events = o$x, trials = o$n, effects = effects)
}
full <- function(...) as.matrix(expand.grid(lapply(c(...), function(l) 0:(l - 1))))
base <- full(2, 2); half <- cbind(base, (base[, 1] + base[, 2] + 1) %% 2)
b3 <- full(2, 2, 2); four <- cbind(b3, (b3[, 1] + b3[, 2] + b3[, 3]) %% 2)
pb <- t(sapply(0:10, function(i) c(1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0)[(0:10 - i) %% 11 + 1])); pb <- rbind(pb, 0)[, 1:5]
n <- function(runs) sample(150:900, nrow(runs), TRUE)
plans <- list(
  plan("2^2", full(2, 2), "A*B", n(full(2, 2)), list(1, 2, c(1, 2))),
  plan("2^(3-1)", half, "A+B+C", n(half), list(1, 2, 3)),
  # D = ABC: pairs are mixed with each other; the first of each two is shown.
  plan("2^(4-1)", four, "A+B+C+D+A:B+A:C+A:D", n(four), list(1, 2, 3, 4, c(1, 2), c(1, 3), c(1, 4))),
  plan("3 x 2", full(3, 2), "A*B", n(full(3, 2)), list(1, 2, c(1, 2))),
  plan("3 x 2 x 2 without a run", full(3, 2, 2)[-12, ], "(A+B+C)^2", n(full(3, 2, 2)[-12, ]), list(1, 2, 3, c(1, 2), c(1, 3), c(2, 3))),
  plan("Plackett-Burman 12", pb, "A+B+C+D+E", n(pb), list(1, 2, 3, 4, 5)))
write_json(list(factorial = plans), "factorial.json", digits = I(17), auto_unbox = TRUE)

# Makes sample-ratio-strata.json: arm sizes against planned shares, in strata and exactly. Run: Rscript sample-ratio-strata.R
# Made with: R 4.2.2 chisq.test, binom.test, p.adjust; dmultinom over all outcomes for three and more arms
# Checks: sampleRatioByStratum, exactMultinomialTest
library(jsonlite)
set.seed(40)
compositions <- function(n, k) if (k == 1) matrix(n) else do.call(rbind, lapply(0:n, function(x) cbind(x, compositions(n - x, k - 1))))
exact <- function(x, w) {
  if (length(x) == 2) return(binom.test(x[1], sum(x), w[1] / sum(w))$p.value)
  p <- apply(compositions(sum(x), length(x)), 1, dmultinom, prob = w); sum(p[p <= dmultinom(x, prob = w) * (1 + 1e-7)])
}
small <- list(); strata <- list()
for (i in 1:130) {
  k <- sample(2:4, 1, prob = c(3, 2, 1)); w <- sample(c(1, 1, 1, 2, 5, 40), k, TRUE); n <- sample(if (k == 2) c(1, 3, 9, 40, 900, 60000) else if (k == 3) c(1, 3, 9, 30, 60) else c(1, 2, 6, 12), 1)
  x <- c(rmultinom(1, n, w * exp(rnorm(k, 0, .5)))); p <- exact(x, w)
  if (p > 1e-300) small[[length(small) + 1]] <- list(counts = I(x), weights = I(w), p = p)
}
for (i in 1:70) {
  k <- sample(2:4, 1); K <- sample(c(1, 2, 6, 25), 1); w <- sample(c(1, 1, 2, 3), k, TRUE)
  x <- lapply(1:K, function(h) c(rmultinom(1, sample(c(0, 4, 30, 900, 2e5), 1), w * exp(rnorm(k, 0, sample(c(0, .05, .3), 1))))))
  filled <- x[sapply(x, sum) > 0]; if (length(filled) == 0) next
  tests <- lapply(filled, function(c) suppressWarnings(chisq.test(c, p = w, rescale.p = TRUE)))
  p <- mapply(function(c, t) if (min(t$expected) < 5) exact(c, w) else t$p.value, filled, tests)
  X <- sum(sapply(tests, function(t) t$statistic)); df <- length(filled) * (k - 1)
  strata[[length(strata) + 1]] <- list(counts = unname(x), weights = I(w), statistic = X, df = df, p = pchisq(X, df, lower.tail = FALSE),
    pValues = I(unname(p)), adjusted = I(unname(p.adjust(p, "holm"))))
}
write_json(list(small = small, strata = strata), "sample-ratio-strata.json", digits = I(17), auto_unbox = TRUE)
cat(length(small), length(strata), exact(c(1, 2, 7), c(1, 1, 1)), "\n")

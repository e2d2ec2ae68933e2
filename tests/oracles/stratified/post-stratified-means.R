# Makes post-stratified-means.json: means projected to a list. Run: Rscript post-stratified-means.R
# Made with: R 4.2.2 survey::svydesign, svymean, svytotal (stratified sample, with and without fpc)
# Made with: degrees of freedom of Satterthwaite and the list variance of Neyman written out
# Checks: projectedMean, postStratifiedMeanDifference
library(jsonlite); suppressMessages(library(survey))
set.seed(23)
cases <- list()
summarise <- function(d, K) list(count = I(as.integer(table(factor(d$h, 1:K)))), mean = I(as.numeric(tapply(d$y, factor(d$h, 1:K), mean))), sd = I(as.numeric(tapply(d$y, factor(d$h, 1:K), sd))))
one <- function(d, N) {
  d$N <- N[d$h]; d$w <- d$N / table(factor(d$h, seq_along(N)))[d$h]
  fpc <- svydesign(ids = ~1, strata = ~h, fpc = ~N, data = d); plain <- svydesign(ids = ~1, strata = ~h, weights = ~w, data = d)
  list(mean = coef(svymean(~y, fpc))[[1]], error = SE(svymean(~y, plain))[[1]], list = SE(svymean(~y, fpc))[[1]], total = coef(svytotal(~y, fpc))[[1]],
    totalList = SE(svytotal(~y, fpc))[[1]])
}
for (i in 1:120) {
  K <- sample(c(1, 2, 3, 9, 30), 1, prob = c(1, 2, 2, 2, .5)); top <- sample(c(4, 20, 200), 1)
  arm <- function() { n <- 2 + rpois(K, runif(1, .2, 1) * top); data.frame(h = rep(1:K, n), y = round(rlnorm(sum(n), rep(rnorm(K, 3, .7), n), .8) * rbinom(sum(n), 1, .7), 3)) }
  a <- arm(); b <- arm(); na <- as.integer(table(a$h)); nb <- as.integer(table(b$h))
  N <- na + nb + rpois(K, sample(c(0, 10, 5000), 1)); W <- N / sum(N)
  va <- tapply(a$y, a$h, var); vb <- tapply(b$y, b$h, var)
  if (sum(va) == 0 || sum(vb) == 0) next
  A <- one(a, N); B <- one(b, N)
  df <- function(v, n) sum(v)^2 / sum(v^2 / (n - 1))
  cases[[length(cases) + 1]] <- list(population = I(N), treatment = summarise(a, K), control = summarise(b, K), treated = A, controlled = B,
    difference = A$mean - B$mean, error = sqrt(A$error^2 + B$error^2), listError = sqrt(A$error^2 + B$error^2 - sum(W^2 * (sqrt(va) - sqrt(vb))^2 / N)),
    treatedDf = df(W^2 * va / na, na), df = df(c(W^2 * va / na, W^2 * vb / nb), c(na, nb)))
}
write_json(list(cases = cases), "post-stratified-means.json", digits = I(17), auto_unbox = TRUE)
cat(length(cases), "\n")

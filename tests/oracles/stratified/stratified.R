# Makes stratified.json: two-by-two tables in strata. Run: Rscript stratified.R
# Made with: R 4.2.2 mantelhaen.test; epiR epi.2by2; post-stratification written out
# Checks: cochranMantelHaenszel, mantelHaenszelDifference, postStratifiedDifference
# mantelhaen.test (base), the Sato interval of epiR, and the post-stratified sum of Cochran (1977) written out.
library(jsonlite); suppressMessages(library(epiR))
set.seed(20170326)
cases <- list()
add <- function(tables, known = list()) {
  K <- dim(tables)[3]
  plain <- mantelhaen.test(tables, correct = FALSE); corrected <- mantelhaen.test(tables, correct = TRUE)
  sato <- suppressWarnings(epi.2by2(tables, method = "cohort.count", units = 1))$massoc.detail$ARisk.mh.sato
  strata <- lapply(1:K, function(k) list(events1 = tables[1, 1, k], trials1 = sum(tables[1, , k]), events0 = tables[2, 1, k],
    trials0 = sum(tables[2, , k]), population = 3 * sum(tables[, , k]) + 7 * k))
  N <- sapply(strata, `[[`, "population"); W <- N / sum(N)
  part <- function(name) sapply(strata, `[[`, name)
  p1 <- part("events1") / part("trials1"); p0 <- part("events0") / part("trials0")
  v1 <- p1 * (1 - p1) / part("trials1"); v0 <- p0 * (1 - p0) / part("trials0")
  cases[[length(cases) + 1]] <<- c(known, list(strata = strata, statistic = unname(plain$statistic), p = plain$p.value,
    oddsRatio = unname(plain$estimate), oddsLow = plain$conf.int[1], oddsHigh = plain$conf.int[2],
    correctedStatistic = unname(corrected$statistic), correctedP = corrected$p.value,
    difference = sato$est, differenceLow = sato$lower, differenceHigh = sato$upper,
    projected = sum(W * (p1 - p0)), projectedError = sqrt(sum(W^2 * (v1 + v0))),
    listError = sqrt(sum(W^2 * (v1 + v0 - (sqrt(p1 * (1 - p1)) - sqrt(p0 * (1 - p0)))^2 / N)))))
}
for (i in 1:220) {
  K <- sample(c(2, 3, 5, 9, 27), 1); scale <- sample(c(6, 30, 100, 1000, 50000), 1)
  tables <- array(0, c(2, 2, K))
  for (k in 1:K) {
    n1 <- 2 + rpois(1, scale); n0 <- 2 + rpois(1, scale * sample(c(.2, 1, 3), 1)); base <- rbeta(1, 1, 6)
    x1 <- rbinom(1, n1, min(.99, base * exp(rnorm(1, .3, .4)))); x0 <- rbinom(1, n0, base)
    tables[, , k] <- c(x1, x0, n1 - x1, n0 - x0)
  }
  along <- sum(tables[1, 1, ] * tables[2, 2, ] / apply(tables, 3, sum)); across <- sum(tables[1, 2, ] * tables[2, 1, ] / apply(tables, 3, sum))
  if (along > 0 && across > 0) add(tables)
}
planted <- list(control = c(2, 2, 1, 3, 3, 2, 5, 4, 3), coupon = c(5, 6, 5, 7, 9, 8, 10, 13, 13), gift = c(5, 4, 2, 7, 6, 4, 11, 9, 6),
  point = c(12, 6, 1, 18, 9, 2, 28, 14, 4))
table <- function(x1, x0) { t <- array(0, c(2, 2, 9)); for (k in 1:9) t[, , k] <- c(x1[k], x0[k], 100 - x1[k], 100 - x0[k]); t }
for (arm in c("coupon", "gift", "point")) add(table(planted[[arm]], planted$control), list(name = paste(arm, "control")))
add(table(planted$point, planted$coupon), list(name = "point coupon"))
add(unname(aperm(UCBAdmissions, c(1, 2, 3)) * 1), list(name = "UCB"))
write_json(cases, "stratified.json", digits = I(17), auto_unbox = TRUE)

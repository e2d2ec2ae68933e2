# Makes simpson.json: crude and stratified comparisons side by side. Run: Rscript simpson.R
# Made with: R 4.2.2 mantelhaen.test and prop.test (chi-square times (N - 1) / N), metafor::rma.mh
# Checks: simpsonCheck
library(jsonlite); suppressMessages(library(metafor))
set.seed(51)
cases <- list()
while (length(cases) < 90) {
  K <- sample(c(2, 3, 6), 1); scale <- sample(c(60, 400, 4000), 1); lean <- rnorm(1, 0, 1.2); effect <- rnorm(1, 0, .25)
  base <- qlogis(sort(rbeta(K, 1.5, 6))); n1 <- 5 + rpois(K, scale * plogis(lean * seq(-1, 1, length = K))); n0 <- 5 + rpois(K, scale * plogis(-lean * seq(-1, 1, length = K)))
  x1 <- rbinom(K, n1, plogis(base + effect)); x0 <- rbinom(K, n0, plogis(base))
  if (sum(x1 * (n0 - x0)) == 0 || sum(x0 * (n1 - x1)) == 0) next
  tables <- array(rbind(x1, x0, n1 - x1, n0 - x0), c(2, 2, K)); crude <- apply(tables, c(1, 2), sum); N <- sum(crude)
  common <- mantelhaen.test(tables, correct = FALSE); difference <- rma.mh(ai = x1, bi = n1 - x1, ci = x0, di = n0 - x0, measure = "RD")
  chi <- suppressWarnings(prop.test(crude, correct = FALSE))$statistic * (N - 1) / N
  cases[[length(cases) + 1]] <- list(events1 = I(x1), trials1 = I(n1), events0 = I(x0), trials0 = I(n0),
    crudeOdds = crude[1, 1] * crude[2, 2] / crude[1, 2] / crude[2, 1], crudeDifference = sum(x1) / sum(n1) - sum(x0) / sum(n0),
    crudeP = unname(pchisq(chi, 1, lower.tail = FALSE)), commonOdds = unname(common$estimate), commonDifference = c(difference$beta), commonP = common$p.value)
}
write_json(list(cases = cases), "simpson.json", digits = I(17), auto_unbox = TRUE)

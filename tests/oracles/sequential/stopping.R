# Makes stopping.json: the chance that a sequential experiment goes on past its looks, by multivariate normal rectangles. Run: Rscript stopping.R
# Made with: R 4.2.2 mvtnorm 1.1-3, pmvnorm with TVPACK (1e-14), boxes by inclusion and exclusion (Miwa's algorithm keeps 9 digits only when looks are close)
# Checks: groupSequentialPower
library(mvtnorm); library(jsonlite)
set.seed(31)
rows <- list()
goOn <- function(limits, share, drift, sides) {
  k <- length(share)
  if (k == 1) return(pnorm(limits, drift * sqrt(share)) - if (sides == 2) pnorm(-limits, drift * sqrt(share)) else 0)
  corr <- outer(share, share, function(a, b) sqrt(pmin(a, b) / pmax(a, b)))
  below <- function(upper) as.numeric(pmvnorm(upper = upper, mean = drift * sqrt(share), corr = corr, algorithm = TVPACK(1e-14)))
  if (sides == 1) return(below(limits))
  sum(sapply(0:(2^k - 1), function(corner) {
    negative <- bitwAnd(corner, 2^(seq_len(k) - 1)) > 0
    (-1)^sum(negative) * below(ifelse(negative, -limits, limits))
  }))
}
for (case in 1:120) {
  k <- sample(2:3, 1)
  share <- switch(sample(3, 1), (1:k) / k, sort(round(runif(k, .05, 1), 3)), cumsum(round(runif(k, .005, .6), 3)))
  if (any(diff(share) < .004)) next
  limits <- round(runif(k, 1, 4), 3); sides <- sample(2, 1); drift <- sample(c(0, 0, 1, 2.8, -1.5, 4.5), 1)
  rows[[length(rows) + 1]] <- list(informationShares = share, criticalValues = limits, sides = sides, drift = drift,
    goesOn = sapply(1:k, function(last) goOn(limits[1:last], share[1:last], drift, sides)))
}
write_json(list(table = rows), "stopping.json", digits = I(17), auto_unbox = TRUE)

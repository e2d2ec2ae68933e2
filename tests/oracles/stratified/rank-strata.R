# Makes rank-strata.json: ranks compared within strata. Run: Rscript rank-strata.R
# Made with: R 4.2.2 coin::independence_test(teststat = "scalar") on ranks within strata, divided by n + 1 or not
# Checks: stratifiedRankTest
library(jsonlite); suppressMessages(library(coin))
set.seed(60)
cases <- list()
z <- function(y, g, h) {
  d <- data.frame(y = y, g = factor(g, c(1, 0)), h = factor(h))
  as.numeric(statistic(if (nlevels(d$h) > 1) independence_test(y ~ g | h, d, teststat = "scalar") else independence_test(y ~ g, d, teststat = "scalar")))
}
add <- function(y, g, h) {
  r <- ave(y, h, FUN = rank); n <- ave(y, h, FUN = length)
  elteren <- z(r / (n + 1), g, h); equal <- z(r, g, h)
  if (!is.finite(elteren)) return(invisible())
  cases[[length(cases) + 1]] <<- list(values = I(y), treated = I(g), stratum = I(h), zValue = elteren, p = 2 * pnorm(-abs(elteren)), equal = equal)
}
add(c(1, 2, 9, 0, 1, 3, 5, 5, 7, 2, 5), c(1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0), rep(1:2, c(6, 5)))
for (i in 1:110) {
  K <- sample(c(1, 2, 4, 9), 1); h <- rep(1:K, 2 + rpois(K, sample(c(2, 8, 30), 1))); n <- length(h); g <- rbinom(n, 1, .5)
  for (k in 1:K) { own <- which(h == k); g[own[1]] <- 1; g[own[2]] <- 0 }
  y <- switch(sample(3, 1), round(rlnorm(n, 3 + g * .3), 1), rpois(n, 1 + g / 3) * 500, rbinom(n, 1, .6) * round(rexp(n) * 100, 2))
  varied <- tapply(y, h, function(v) length(unique(v)) > 1); if (all(varied)) add(y, g, h)
}
write_json(list(cases = cases), "rank-strata.json", digits = I(17), auto_unbox = TRUE)
cat(length(cases), cases[[1]]$zValue, cases[[1]]$p, "\n")

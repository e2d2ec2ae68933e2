# Makes robust-money.json: the money of a carrot in strata by resampling, by ranks and by its typical shift.
# Run: Rscript robust-money.R
# Made with: R 4.2.2 boot::boot and boot::boot.ci, coin::independence_test and wilcox.test
library(jsonlite); suppressMessages({ library(boot); library(coin) })
set.seed(20170326)
spend <- function(n, share, level) ifelse(runif(n) < share, round(exp(rnorm(n, level, 0.9))), 0)
strata <- list(
  list(treatment = spend(220, .22, 3.2), control = spend(180, .12, 3)),
  list(treatment = spend(140, .35, 4), control = spend(160, .30, 3.9)),
  list(treatment = spend(40, .9, 3), control = spend(30, .8, 2.8))
)
values <- unlist(strata); sizes <- unlist(lapply(strata, lengths)); group <- rep(seq_along(sizes), sizes)
n <- sizes[c(TRUE, FALSE)] + sizes[c(FALSE, TRUE)]
difference <- function(d, i) { m <- tapply(d[i], group, mean); sum(n / sum(n) * (m[c(TRUE, FALSE)] - m[c(FALSE, TRUE)])) }
b <- boot(values, difference, R = 49999, strata = group)
# What leaving out one customer moves, each stratum's weight kept: the distance from the mean.
influence <- rep(n / sum(n), each = 2)[group] * rep(c(1, -1), length(n))[group] * (values - ave(values, group)) / sizes[group]
ci <- boot.ci(b, conf = .95, type = "bca", L = influence)$bca[4:5]
treated <- group %% 2 == 1; stratum <- (group + 1) %/% 2
ranks <- ave(values, stratum, FUN = function(x) rank(x) / (length(x) + 1))
z <- statistic(independence_test(r ~ g | h, data.frame(r = ranks, g = factor(treated, c(TRUE, FALSE)), h = factor(stratum)), teststat = "scalar"))
shift <- suppressWarnings(wilcox.test(values[treated], values[!treated], conf.int = TRUE, correct = FALSE, exact = FALSE, tol.root = 1e-12))
pairs <- outer(values[treated], values[!treated], "-")
write_json(list(strata = lapply(strata, lapply, I), estimate = unname(b$t0), standardError = sd(b$t), bcaLow = ci[1], bcaHigh = ci[2],
  pValue = 2 * pnorm(-abs(as.numeric(z))), shift = median(pairs), shiftLow = shift$conf.int[1], shiftHigh = shift$conf.int[2]),
  "robust-money.json", digits = I(17), auto_unbox = TRUE)

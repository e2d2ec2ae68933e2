# Makes common-effects.json: risk ratio, risk difference and Woolf's test of tables in strata. Run: Rscript common-effects.R
# Made with: R 4.2.2 metafor::rma.mh, epiR::epi.2by2, vcd::woolf_test
# Checks: mantelHaenszelRiskRatio, mantelHaenszelDifference, woolfHomogeneity
library(jsonlite); suppressMessages({library(metafor); library(epiR); library(vcd)})
set.seed(17)
cases <- list()
add <- function(tables, name = "") {
  x1 <- tables[1, 1, ]; y1 <- tables[1, 2, ]; x0 <- tables[2, 1, ]; y0 <- tables[2, 2, ]
  ratio <- tryCatch(suppressWarnings(rma.mh(ai = x1, bi = y1, ci = x0, di = y0, measure = "RR", digits = 12)), error = function(e) NULL)
  difference <- suppressWarnings(rma.mh(ai = x1, bi = y1, ci = x0, di = y0, measure = "RD"))
  green <- if (all(tables > 0) && length(x1) > 1) suppressWarnings(epi.2by2(tables, method = "cohort.count", units = 1))$massoc.detail$ARisk.mh.green
  used <- tables[, , x1 + x0 > 0 & y1 + y0 > 0, drop = FALSE]
  woolf <- if (dim(used)[3] > 1) woolf_test(used)
  half <- if (dim(used)[3] > 1) suppressWarnings(woolf_test(used + .5))
  if (is.null(ratio) || !is.finite(ratio$se)) return(invisible())
  cases[[length(cases) + 1]] <<- list(name = name, events1 = I(x1), trials1 = I(x1 + y1), events0 = I(x0), trials0 = I(x0 + y0),
    logRatio = c(ratio$beta), ratioError = ratio$se, ratioLow = exp(ratio$ci.lb), ratioHigh = exp(ratio$ci.ub), ratioP = ratio$pval,
    difference = c(difference$beta), satoError = difference$se,
    greenLow = if (is.null(green)) NA else green$lower, greenHigh = if (is.null(green)) NA else green$upper,
    woolf = if (is.null(woolf)) NA else unname(woolf$statistic), df = dim(used)[3] - 1,
    woolfHalf = if (is.null(half)) NA else unname(half$statistic))
}
add(unname(UCBAdmissions) * 1, "berkeley")
b <- dat.bcg; add(aperm(array(c(b$tpos, b$cpos, b$tneg, b$cneg), c(13, 2, 2)), c(2, 3, 1)), "tuberculosis")
for (i in 1:210) {
  K <- sample(c(1, 2, 3, 5, 9, 27, 100), 1, prob = c(1, 2, 2, 2, 2, 1, .3)); scale <- sample(c(3, 30, 100, 1000, 50000), 1)
  tables <- array(0, c(2, 2, K))
  for (k in 1:K) {
    n1 <- 1 + rpois(1, scale); n0 <- 1 + rpois(1, scale * sample(c(.2, 1, 3), 1)); base <- rbeta(1, 1, 5)
    x1 <- rbinom(1, n1, min(.99, base * exp(rnorm(1, .2, .5)))); x0 <- rbinom(1, n0, base)
    tables[, , k] <- c(x1, x0, n1 - x1, n0 - x0)
  }
  if (sum(tables[1, 1, ]) > 0 && sum(tables[2, 1, ]) > 0) add(tables)
}
write_json(list(cases = cases), "common-effects.json", digits = I(17), auto_unbox = TRUE, na = "null")
cat(length(cases), "\n")
cat(cases[[2]]$logRatio / cases[[2]]$ratioError, exp(cases[[2]]$logRatio), cases[[2]]$ratioLow, cases[[2]]$ratioHigh, "\n")

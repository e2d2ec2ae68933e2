# Makes distributions.json: tails and quantiles of base R. Run: Rscript distributions.R
# Made with: R 4.2.2 pnorm, qnorm, pt, qt, pchisq, pgamma, pbeta; integrate for the noncentral t
# Checks: normalUpperTail, normalTwoSided, normalQuantile, studentTwoSided, studentQuantile, chiSquareUpperTail, noncentralStudentUpperTail, gammaTails, betaLowerTail, betaUpperTail
library(jsonlite)
normal <- data.frame(z = c(-40, -8, -3, -1, -1e-3, 0, 1e-9, .1, .5, 1, 1.96, 3, 5, 8, 12, 15, 20, 25, 30, 37))
normal$upper <- pnorm(normal$z, lower.tail = FALSE)
normal$twoSided <- 2 * pnorm(-abs(normal$z))
normalQuantile <- data.frame(share = c(1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-12, 1e-10, 1e-8, 1e-5, .0005, .001, .005, .01,
  .025, .05, .1, .2, .3, .4, .45, .499, .5, .501, .6, .7, .8, .9, .95, .975, .99, .995, .999, .99999, 1 - 1e-10))
normalQuantile$z <- qnorm(normalQuantile$share)
student <- expand.grid(t = c(0, 1e-8, 1e-3, .1, .5, 1, 1.5, 2, 3, 5, 10, 20, 40, 100, 1e4, 1e20),
  df = c(1, 1.5, 2, 3, 5, 10, 21.982, 50, 100, 1000, 1e4, 3e5, 1e7))
student$twoSided <- 2 * pt(-student$t, student$df)
studentQuantile <- expand.grid(share = c(1e-100, 1e-20, 1e-8, .0005, .005, .025, .05, .1, .25, .4, .6, .75, .9, .95, .975, .9995, 1 - 1e-8),
  df = c(1, 1.5, 2, 3, 5, 10, 21.982, 50, 100, 1000, 1e4, 3e5, 1e7))
studentQuantile$t <- qt(studentQuantile$share, studentQuantile$df)
chiSquare <- expand.grid(statistic = c(0, 1e-10, .01, .1, .5, 1, 2, 3.84, 6, 10, 20, 50, 100, 200, 500, 1000, 1350),
  df = c(1, 2, 3, 4, 6, 8, 10, 20, 50, 100, 500, 1e5))
chiSquare$upper <- pchisq(chiSquare$statistic, chiSquare$df, lower.tail = FALSE)
noncentral <- expand.grid(t = c(0, .5, 1.2, 1.96, 2.6, 4), df = c(2, 5, 10, 38, 200, 2e4), noncentrality = c(0, .1, .5, 1, 2, 3.16, 5, 8))
noncentral$upper <- mapply(function(t, df, d) pt(t, df, d, lower.tail = FALSE), noncentral$t, noncentral$df, noncentral$noncentrality)
gamma <- expand.grid(deviations = c(-30, -5, -2, -.3, 0, .1, 1.7, 4, 9, 30), shape = c(.5, 1, 5, 15, 29.5, 30.5, 60, 100, 170, 200, 300, 500, 1000, 2000, 5e4, 3e6))
# Twelve digits survive the way through JSON exactly.
gamma$value <- signif(gamma$shape + gamma$deviations * sqrt(gamma$shape), 12); gamma <- gamma[gamma$value >= 0, ]
gamma$lower <- pgamma(gamma$value, gamma$shape); gamma$upper <- pgamma(gamma$value, gamma$shape, lower.tail = FALSE)
betaNearMiddle <- expand.grid(deviations = c(-6, -2, -.5, 0, .5, 2, 6), alpha = c(.5, 1.5, 40, 500, 2000, 1e5), beta = c(.5, 30, 700, 2e4, 3e5))
betaNearMiddle$share <- with(betaNearMiddle, { n <- alpha + beta; m <- alpha / n; signif(m + deviations * sqrt(m * (1 - m) / (n + 1)), 12) })
betaNearMiddle <- betaNearMiddle[betaNearMiddle$share > 0 & betaNearMiddle$share < 1, ]
# Far out pt() is an approximation, so there the defining integral over the estimated spread is taken.
far <- expand.grid(t = c(15, 30, 60), df = c(2, 10, 200), noncentrality = c(20, 45))
far$upper <- mapply(function(t, df, d) {
  f <- function(s) pnorm(t * s, d, lower.tail = FALSE) * 2 * df * s * dchisq(df * s^2, df)
  cuts <- sqrt(qchisq(c(1e-16, 1e-8, 1e-4, .01, .1, .3, .5, .7, .9, .99, .9999, 1 - 1e-8), df) / df)
  cuts <- sort(unique(c(0, cuts, 10, d / t + (-8:8) / t))); cuts <- cuts[cuts >= 0]
  sum(mapply(function(a, b) integrate(f, a, b, rel.tol = 1e-12, abs.tol = 0, stop.on.error = FALSE)$value, head(cuts, -1), cuts[-1]))
}, far$t, far$df, far$noncentrality)
beta <- expand.grid(share = c(1e-6, .01, .1, .3, .5, .9), alpha = c(1, 2, 26, 101, 3001), beta = c(1, 5, 75, 901, 297001))
columns <- c("share", "alpha", "beta")
beta <- rbind(beta[, columns], betaNearMiddle[, columns])
beta$lower <- pbeta(beta$share, beta$alpha, beta$beta)
beta$upper <- pbeta(beta$share, beta$alpha, beta$beta, lower.tail = FALSE)
keep <- function(frame, column) frame[frame[[column]] == 0 | frame[[column]] > 1e-300, ]
write_json(list(normal = normal, normalQuantile = normalQuantile, student = keep(student, "twoSided"),
  studentQuantile = studentQuantile, chiSquare = keep(chiSquare, "upper"), noncentral = noncentral, gamma = keep(keep(gamma, "lower"), "upper"), far = far,
  beta = keep(keep(beta, "lower"), "upper")), "distributions.json", digits = I(17))

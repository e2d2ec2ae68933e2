# Makes mean-variants.json: strict, paired, unequal sizes, unequal spreads, analysis of variance, goodness of fit. Run: Rscript mean-variants.R
# Made with: R 4.2.2 power.t.test(strict = TRUE), power.anova.test, pwr::pwr.t2n.test, pwr::pwr.chisq.test; Welch's power written out with pt, noncentral F with dpois and pbeta
# Checks: powerOfMeans, sampleSizePerArmForMeans, powerOfOneMean, sampleSizeForOneMean, minimumDetectableChange,
# Checks: powerOfAnova, sampleSizePerArmForAnova, minimumDetectableAnovaEffect, powerOfChiSquare, sampleSizeForChiSquare, minimumDetectableChiSquareEffect
suppressMessages({ library(jsonlite); library(pwr) })
strict <- list(); one <- list(); uneven <- list(); welch <- list(); anova <- list(); fit <- list()
attempt <- function(expr) { out <- try(suppressWarnings(expr), silent = TRUE); if (inherits(out, "try-error")) NULL else out }
for (delta in c(.05, .3, 1, 2.5)) for (sd in c(.7, 2)) for (power in c(.2, .8, .95)) for (alpha in c(.01, .1)) {
  n <- attempt(power.t.test(delta = delta, sd = sd, power = power, sig.level = alpha, strict = TRUE, tol = 1e-13)$n)
  if (!is.null(n) && n > 2.01) strict[[length(strict) + 1]] <- list(difference = delta, sd = sd, power = power, alpha = alpha, n = n,
    twice = power.t.test(n = 2 * n, delta = delta, sd = sd, sig.level = alpha, strict = TRUE)$power)
  for (sides in 1:2) { alt <- c("one.sided", "two.sided")[sides]
    n <- attempt(power.t.test(delta = delta, sd = sd, power = power, sig.level = alpha, type = "one.sample", alternative = alt, tol = 1e-13)$n)
    if (is.null(n) || n < 2.01) next
    m <- n * 1.3
    one[[length(one) + 1]] <- list(difference = delta, sd = sd, power = power, alpha = alpha, sides = sides, n = n,
      larger = power.t.test(n = m, delta = delta, sd = sd, sig.level = alpha, type = "paired", alternative = alt)$power,
      detectable = power.t.test(n = m, delta = NULL, sd = sd, power = power, sig.level = alpha, type = "paired", alternative = alt, tol = 1e-14)$delta)
  }
}
for (n1 in c(3, 12, 80, 900)) for (n0 in c(4, 25, 400)) for (d in c(.08, .4, 1.1)) for (alpha in c(.005, .05)) {
  uneven[[length(uneven) + 1]] <- list(sizeTreatment = n1, sizeControl = n0, difference = d, alpha = alpha,
    power = pwr.t2n.test(n1 = n1, n2 = n0, d = d, sig.level = alpha)$power,
    oneSided = pwr.t2n.test(n1 = n1, n2 = n0, d = d, sig.level = alpha, alternative = "greater")$power)
  for (ratio in c(.3, 4)) { v1 <- 1 / n1; v0 <- ratio^2 / n0; se <- sqrt(v1 + v0); df <- (v1 + v0)^2 / (v1^2 / (n1 - 1) + v0^2 / (n0 - 1)); q <- qt(alpha / 2, df, lower.tail = FALSE)
    if (d / se < 30) welch[[length(welch) + 1]] <- list(sizeTreatment = n1, sizeControl = n0, difference = d, alpha = alpha, sdControl = ratio,
      power = pt(q, df, d / se, lower.tail = FALSE), strict = pt(q, df, d / se, lower.tail = FALSE) + pt(-q, df, d / se)) }
}
for (groups in c(2, 3, 4, 9)) for (between in c(.01, .1, 1)) for (within in c(1, 3)) for (alpha in c(.01, .05)) {
  row <- list(groups = groups, between = between, within = within, alpha = alpha)
  row$byR <- power.anova.test(groups = groups, n = 12, between.var = between, within.var = within, sig.level = alpha)$power
  # power.anova.test has no tolerance and pf(ncp =) stops at 1e-9: the same power as a Poisson mixture of central ones.
  full <- function(n, b) { d1 <- groups - 1; d2 <- (n - 1) * groups; f <- qf(alpha, d1, d2, lower.tail = FALSE); half <- d1 * n * b / within / 2
    k <- seq(max(0, floor(half - 40 * sqrt(half + 1))), ceiling(half + 40 * sqrt(half + 1) + 40))
    sum(dpois(k, half) * pbeta(d1 * f / (d1 * f + d2), d1 / 2 + k, d2 / 2, lower.tail = FALSE)) }
  row$power <- full(12, between); at <- function(n, b) full(n, b) - .85
  if (at(2.01, between) < 0 && at(20000, between) > 0) row$n <- uniroot(at, c(2.01, 20000), b = between, tol = 1e-12)$root
  row$detectable <- uniroot(function(b) at(12, b), c(1e-6, 50), tol = 1e-14)$root
  anova[[length(anova) + 1]] <- row
}
for (w in c(.02, .1, .3, .8)) for (df in c(1, 3, 8, 27)) for (alpha in c(.001, .05)) for (power in c(.5, .9)) {
  n <- pwr.chisq.test(w = w, df = df, sig.level = alpha, power = power)$N
  # pwr stops at a tolerance of its own, so the power of its size is what is compared exactly.
  fit[[length(fit) + 1]] <- list(w = w, df = df, alpha = alpha, power = power, n = n, reached = pwr.chisq.test(w = w, df = df, sig.level = alpha, N = n)$power,
    solved = uniroot(function(ncp) pchisq(qchisq(alpha, df, lower.tail = FALSE), df, ncp, lower.tail = FALSE) - power, c(1e-6, 1000), tol = 1e-13)$root / w^2)
}
write_json(list(strict = strict, one = one, uneven = uneven, welch = welch, anova = anova, fit = fit), "mean-variants.json", digits = I(17), auto_unbox = TRUE)
print(sapply(list(strict = strict, one = one, uneven = uneven, welch = welch, anova = anova, fit = fit), length))

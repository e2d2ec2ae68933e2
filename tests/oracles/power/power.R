# Makes power.json: sizes, powers and detectable effects of base R at a tight tolerance. Run: Rscript power.R
# Made with: R 4.2.2 power.prop.test, power.t.test
# Checks: sampleSizePerArm, powerOfProportions, minimumDetectableLift, powerOfMeans, sampleSizePerArmForMeans, minimumDetectableDifference
library(jsonlite)
proportions <- list()
for (p0 in c(.001, .01, .02, .05, .1, .3, .5, .9)) for (lift in c(-.04, -.005, .0005, .002, .01, .05, .1)) for (power in c(.5, .8, .95)) for (alpha in c(.001, .05)) for (sides in 1:2) {
  p1 <- p0 + lift; if (p1 <= 0 || p1 > 1 || (sides == 1 && power == .5)) next
  alt <- if (sides == 2) "two.sided" else "one.sided"
  n <- power.prop.test(p1 = p0, p2 = p1, sig.level = alpha, power = power, alternative = alt, tol = 1e-12)$n
  row <- list(p0 = p0, lift = lift, power = power, alpha = alpha, sides = sides, n = n)
  row$half <- power.prop.test(n = n / 2, p1 = p0, p2 = p1, sig.level = alpha, alternative = alt)$power
  if (lift > 0) { found <- try(power.prop.test(n = n * 1.7, p1 = p0, power = power, sig.level = alpha, alternative = alt, tol = 1e-15)$p2, silent = TRUE)
    if (!inherits(found, "try-error")) row$detectable <- found - p0 }
  # Fleiss with unequal arms, written out: r treated per control.
  for (r in c(.25, 3)) { za <- qnorm(alpha / sides, lower.tail = FALSE); zb <- qnorm(power); m <- (p0 + r * p1) / (1 + r)
    row[[if (r < 1) "quarter" else "triple"]] <- (za * sqrt(m * (1 - m) * (1 + 1 / r)) + zb * sqrt(p1 * (1 - p1) / r + p0 * (1 - p0)))^2 / lift^2 }
  proportions[[length(proportions) + 1]] <- row
}
means <- list()
for (delta in c(.02, .1, .3, .5, 1, 2, 4)) for (sd in c(.5, 1, 3)) for (power in c(.5, .8, .99)) for (alpha in c(.001, .05)) for (sides in 1:2) {
  alt <- if (sides == 2) "two.sided" else "one.sided"
  n <- try(power.t.test(delta = delta, sd = sd, power = power, sig.level = alpha, alternative = alt, tol = 1e-12)$n, silent = TRUE)
  if (inherits(n, "try-error") || n < 2.001) next
  row <- list(difference = delta, sd = sd, power = power, alpha = alpha, sides = sides, n = n,
    half = power.t.test(n = max(2, n / 2), delta = delta, sd = sd, sig.level = alpha, alternative = alt)$power)
  m <- max(2, n / 2)
  row$detectable <- power.t.test(n = m, delta = NULL, sd = sd, power = power, sig.level = alpha, alternative = alt, tol = 1e-13)$delta
  # Unequal arms: noncentral t written out.
  n1 <- 3 * m; df <- n1 + m - 2
  row$uneven <- pt(qt(alpha / sides, df, lower.tail = FALSE), df, ncp = delta / sd / sqrt(1 / n1 + 1 / m), lower.tail = FALSE)
  means[[length(means) + 1]] <- row
}
write_json(list(proportions = proportions, means = means), "power.json", digits = I(17), auto_unbox = TRUE)

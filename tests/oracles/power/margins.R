# Makes margins.json: non-inferiority and equivalence of shares and means, sizes and powers. Run: Rscript margins.R
# Made with: R 4.2.2 rpact getSampleSizeRates, getSampleSizeMeans (thetaH0); noncentral t by pt, two one-sided tests by integrate, pnorm
# Checks: powerWithinMargin, sampleSizeWithinMargin, powerOfMeansWithinMargin, sampleSizeOfMeansWithinMargin, smallestMargin, smallestMarginOfMeans
suppressMessages({ library(jsonlite); library(rpact) })
shares <- list(); sameShares <- list(); means <- list(); same <- list()
for (p0 in c(.04, .2, .6)) for (lift in c(-.01, 0, .02)) for (margin in c(.03, .1)) for (ratio in c(.5, 1, 3)) for (alpha in c(.01, .05)) for (power in c(.6, .9)) {
  if (p0 + lift - margin <= 0 && p0 < .1 && margin > .05) next
  design <- getDesignGroupSequential(kMax = 1, alpha = alpha, beta = 1 - power)
  if (lift > -margin) { n <- getSampleSizeRates(design, groups = 2, thetaH0 = -margin, pi1 = p0 + lift, pi2 = p0, allocationRatioPlanned = ratio)
    shares[[length(shares) + 1]] <- list(p0 = p0, lift = lift, margin = margin, ratio = ratio, alpha = alpha, power = power, better = "higher", treated = n$nFixed1[1], control = n$nFixed2[1]) }
  if (lift < margin && ratio == 1) { n <- getSampleSizeRates(design, groups = 2, thetaH0 = margin, pi1 = p0 + lift, pi2 = p0, allocationRatioPlanned = ratio)
    shares[[length(shares) + 1]] <- list(p0 = p0, lift = lift, margin = margin, ratio = ratio, alpha = alpha, power = power, better = "lower", treated = n$nFixed1[1], control = n$nFixed2[1]) }
}
# Both tests of an equivalence, with the spread that the true shares have: normal, written out.
for (p0 in c(.04, .3)) for (lift in c(-.01, 0, .015)) for (margin in c(.02, .06)) for (n1 in c(300, 5000)) for (n0 in c(500, 2500)) for (alpha in c(.025, .05)) {
  s <- sqrt((p0 + lift) * (1 - p0 - lift) / n1 + p0 * (1 - p0) / n0); z <- qnorm(alpha, lower.tail = FALSE)
  sameShares[[length(sameShares) + 1]] <- list(p0 = p0, lift = lift, margin = margin, sizeTreatment = n1, sizeControl = n0, alpha = alpha,
    power = max(0, pnorm(margin - z * s, lift, s) - pnorm(-margin + z * s, lift, s)), oneSided = pnorm(-margin + z * s, lift, s, lower.tail = FALSE)) }
for (difference in c(-.2, 0, .3)) for (margin in c(.4, 1)) for (sd in c(1, 3)) for (alpha in c(.025, .05)) for (ratio in c(1, 2)) for (power in c(.5, .9)) {
  design <- getDesignGroupSequential(kMax = 1, alpha = alpha, beta = 1 - power)
  n <- getSampleSizeMeans(design, groups = 2, thetaH0 = -margin, alternative = difference, stDev = sd, allocationRatioPlanned = ratio)
  full <- function(c0) { n1 <- c0 * ratio; df <- n1 + c0 - 2; pt(qt(alpha, df, lower.tail = FALSE), df, (difference + margin) / sd / sqrt(1 / n1 + 1 / c0), lower.tail = FALSE) }
  means[[length(means) + 1]] <- list(difference = difference, margin = margin, sd = sd, alpha = alpha, ratio = ratio, power = power, byRpact = n$nFixed2[1],
    control = if (full(4 / (1 + ratio)) < power) uniroot(function(c0) full(c0) - power, c(4 / (1 + ratio), 1e5), tol = 1e-12)$root else 4 / (1 + ratio), at50 = full(50))
}
for (difference in c(-.1, 0, .35)) for (margin in c(.4, 1)) for (sd in c(1, 3)) for (alpha in c(.025, .05)) for (n in list(c(4, 5), c(20, 12), c(80, 80), c(600, 900))) {
  df <- sum(n) - 2; se <- sd * sqrt(sum(1 / n)); t <- qt(alpha, df, lower.tail = FALSE)
  density <- function(s) exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2)
  f <- function(s) density(s) * (pnorm((margin - difference) / se - t * s) - pnorm(-(margin + difference) / se + t * s))
  end <- margin / se / t; cut <- pmin(end, pmax(0, 1 + c(-12, -4, -2, -1, 0, 1, 2, 4, 12) / sqrt(2 * df)))
  total <- 0; for (i in 1:8) if (cut[i + 1] > cut[i]) total <- total + integrate(f, cut[i], cut[i + 1], rel.tol = 1e-12, abs.tol = 0, subdivisions = 1000, stop.on.error = FALSE)$value
  same[[length(same) + 1]] <- list(difference = difference, margin = margin, sd = sd, alpha = alpha, sizeTreatment = n[1], sizeControl = n[2], power = total) }
write_json(list(shares = shares, sameShares = sameShares, means = means, same = same), "margins.json", digits = I(17), auto_unbox = TRUE)
print(sapply(list(shares, sameShares, means, same), length))

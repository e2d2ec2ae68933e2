# Makes questions.json: strata (CMH), contrasts, clusters, relative lifts. Run: Rscript questions.R
# Made with: R 4.2.2 qnorm, pnorm, qt, pt, uniroot; formulas of Woolson 1986, Nam 1992, Eldridge 2006, Waudby-Smith 2021 written out
# Checks: sampleSizeForStrata, powerOfStrata, detectableCommonOddsRatio, detectableCommonDifference, contrastStandardError,
# Checks: powerOfContrast, sampleSizeForContrast, detectableContrast, designEffect, powerOfClusters, clustersPerArm,
# Checks: detectableClusterDifference, relativeLiftPower, minimumDetectableRelativeLift
library(jsonlite)
strata <- list(); contrasts <- list(); clusters <- list(); lifts <- list()
shapes <- list(list(p = c(.75, .7, .65, .6), t = c(.1, .4, .35, .15), s = rep(.5, 4)), list(p = c(.02, .05), t = c(.7, .3), s = c(.5, .25)), list(p = .1, t = 1, s = .8),
  list(p = c(.01, .04, .09, .2, .5, .9), t = c(5, 3, 2, 2, 1, 1) / 14, s = c(.5, .6, .7, .5, .4, .9)))
for (shape in shapes) for (theta in c(.4, 1.2, 3)) for (alpha in c(.01, .05)) for (sides in 1:2) for (power in c(.8, .95)) {
  p0 <- shape$p; t <- shape$t; s <- shape$s; za <- qnorm(alpha / sides, lower.tail = FALSE)
  sums <- function(p1) { m <- s * p1 + (1 - s) * p0; c(X = sum(t * s * (1 - s) * m * (1 - m)), Y = sum(t * s * (1 - s) * ((1 - s) * p1 * (1 - p1) + s * p0 * (1 - p0))), Z = abs(sum(t * s * (1 - s) * (p1 - p0)))) }
  odds <- function(theta) theta * p0 / (1 - p0 + theta * p0)
  k <- sums(odds(theta)); N <- unname((za * sqrt(k["X"]) + qnorm(power) * sqrt(k["Y"]))^2 / k["Z"]^2)
  at <- function(p1, N, cc = 0) { k <- sums(p1); unname(pnorm(((k["Z"] - cc / N) * sqrt(N) - za * sqrt(k["X"])) / sqrt(k["Y"]))) }
  row <- list(controlShares = p0, weights = t, treatedParts = s, oddsRatio = theta, alpha = alpha, sides = sides, power = power, size = N,
    corrected = unname(N / 4 * (1 + sqrt(1 + 2 / (k["Z"] * N)))^2), at70 = at(odds(theta), .7 * N), at70corrected = at(odds(theta), .7 * N, .5))
  up <- function(x) at(odds(exp(x)), 2 * N) - power; row$detectable <- exp(uniroot(up, c(1e-6, 20), tol = 1e-14)$root)
  d <- function(x) at(p0 + x, 2 * N) - power; largest <- 1 - max(p0); if (d(largest) > 0) row$difference <- uniroot(d, c(1e-9, largest), tol = 1e-15)$root
  strata[[length(strata) + 1]] <- row
}
set.seed(5)
for (i in 1:60) { k <- sample(2:9, 1); l <- round(rnorm(k), 2); v <- runif(k, .01, .25); n <- sample(20:3000, k); alpha <- c(.05, .05 / 27)[i %% 2 + 1]; sides <- i %% 3 %/% 2 + 1
  se <- sqrt(sum(l^2 * v / n)); e <- se * runif(1, .5, 5); z <- qnorm(alpha / sides, lower.tail = FALSE)
  contrasts[[i]] <- list(weights = l, variances = v, sizes = n, alpha = alpha, sides = sides, effect = e, standardError = se, power = pnorm(e / se - z), size = sum(n) * ((z + qnorm(.8)) * se / e)^2) }
for (m in c(1, 8, 60)) for (cv in c(0, .8)) for (rho in c(0, .02, .3)) for (k in list(c(3, 3), c(12, 7), c(200, 150))) for (d in c(.15, .6)) for (sides in 1:2) {
  deff <- 1 + ((cv^2 + 1) * m - 1) * rho; df <- sum(k) - 2; q <- qt(.05 / sides, df, lower.tail = FALSE); ncp <- d / sqrt(deff * sum(1 / k) / m)
  if (ncp > 30) next
  clusters[[length(clusters) + 1]] <- list(m = m, cv = cv, rho = rho, treated = k[1], control = k[2], difference = d, sides = sides, deff = deff, power = pt(q, df, ncp, lower.tail = FALSE)) }
for (mean in c(.1, 10)) for (variation in c(.8, 6)) for (n in list(c(2000, 2000), c(90000, 9000))) for (lift in c(-.2, .03, .15)) for (alpha in c(.01, .05)) for (tuned in c(0, 5000)) {
  sd <- mean * variation; N <- sum(n); rho <- sqrt((-2 * log(alpha) + log(-2 * log(alpha) + 1)) / tuned)
  widen <- if (tuned == 0) 1 else sqrt(N) * sqrt(2 * (N * rho^2 + 1) * log(sqrt(N * rho^2 + 1) / alpha) / (N * rho)^2) / qnorm(1 - alpha / 2)
  f <- function(l) { se <- widen * sqrt(sd^2 / (mean^2 * n[1]) + sd^2 * (mean * (1 + l))^2 / (mean^4 * n[2])); z <- qnorm(1 - alpha / 2); pnorm(abs(l) / se - z) + pnorm(-abs(l) / se - z) }
  row <- list(mean = mean, sd = sd, treated = n[1], control = n[2], lift = lift, alpha = alpha, tuned = tuned, power = f(lift))
  if (lift == .03 && f(1e6) > .8) row$detectable <- uniroot(function(l) f(l) - .8, c(0, 1e6), tol = 1e-14, maxiter = 5000)$root
  lifts[[length(lifts) + 1]] <- row }
write_json(list(strata = strata, contrasts = contrasts, clusters = clusters, lifts = lifts), "questions.json", digits = I(17), auto_unbox = TRUE)
print(sapply(list(strata, contrasts, clusters, lifts), length))

# Makes planning-figures.json: best ratios of sizes, Cohen's w, precision, effects that several arms detect. Run: Rscript planning-figures.R
# Made with: R 4.2.2 optimize (ratios), pwr::ES.w1, uniroot on the half-width with the correction for a finite list, mvtnorm::pmvnorm(TVPACK) and pt, solved for the effect
# Checks: optimalControlRatio, optimalTreatmentRatio, cohenEffect, precisionSize
# Checks: detectableLiftForManyShares, detectableDifferenceForManyMeans
suppressMessages({ library(jsonlite); library(pwr); library(mvtnorm) })
root <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-15, maxiter = 5000)$root
best <- function(cost) exp(optimize(function(l) log(cost(exp(l))), c(-8, 8), tol = 1e-10)$minimum)
control <- list(); treatment <- list(); effects <- list(); precision <- list(); lifts <- list(); differences <- list()
for (arms in c(1, 2, 3, 7, 20)) for (costArm in c(.2, 1, 12)) for (costControl in c(1, 5))
  control[[length(control) + 1]] <- list(arms = arms, costArm = costArm, costControl = costControl,
    # What all comparisons together cost for their variance: one customer of each arm, `ratio` of the control.
    ratio = best(function(ratio) (arms * costArm + ratio * costControl) * arms * (1 + 1 / ratio)))
for (p1 in c(.002, .05, .4)) for (p0 in c(.01, .5, .97)) for (c1 in c(.5, 1, 9)) for (c0 in c(1, 4))
  treatment[[length(treatment) + 1]] <- list(treatedShare = p1, controlShare = p0, costTreatment = c1, costControl = c0,
    ratio = best(function(ratio) (ratio * c1 + c0) * (p1 * (1 - p1) / ratio + p0 * (1 - p0))))
set.seed(8)
for (i in 1:40) { k <- sample(2:8, 1); assumed <- rexp(k); shares <- rexp(k) * sample(0:3, k, TRUE); shares[1] <- 1; assumed <- assumed / sum(assumed); shares <- shares / sum(shares)
  effects[[i]] <- list(shares = shares, assumed = assumed, w = ES.w1(assumed, shares)) }
for (p in c(.0003, .015, .3, .9)) for (relative in c(.03, .5)) for (confidence in c(.8, .95, .999)) for (N in c(0, 50, 20000, 1e8)) { h <- relative * p * (1 - p)
  # Of a list of N, the variance is reduced by the part 1 - n / N that was not asked.
  width <- function(n) qnorm((1 - confidence) / 2, lower.tail = FALSE) * sqrt(p * (1 - p) / n * if (N > 0) 1 - n / N else 1) / h - 1
  precision[[length(precision) + 1]] <- list(share = p, halfWidth = h, confidenceShare = confidence, population = N, size = exp(root(function(l) width(exp(l)), log(1e-3), log(if (N > 0) N * (1 - 1e-12) else 1e13)))) }
limit <- function(n0, n, alpha) { r <- n / (n + n0); m <- matrix(c(1, r, r, 1), 2); cdf <- function(a, b) as.numeric(pmvnorm(upper = c(a, b), corr = m, algorithm = TVPACK(abseps = 1e-14)))
  root(function(z) 1 - alpha - (cdf(z, z) - cdf(-z, z) - cdf(z, -z) + cdf(-z, -z)), qnorm(alpha / 2, lower.tail = FALSE), qnorm(alpha / 5, lower.tail = FALSE)) }
for (n0 in c(300, 2500)) for (n in c(200, 1500)) for (p in c(.03, .4)) for (alpha in c(.05, .002)) for (power in c(.5, .9)) { z <- limit(n0, n, alpha)
  found <- function(d) { p1 <- p + d; pm <- (p1 * n + p * n0) / (n + n0); pnorm((abs(d) - z * sqrt(pm * (1 - pm) * (1 / n + 1 / n0))) / sqrt(p1 * (1 - p1) / n + p * (1 - p) / n0)) - power }
  row <- list(sizeControl = n0, size = n, baselineShare = p, alpha = alpha, power = power, rise = root(found, 1e-9, 1 - p - 1e-9))
  if (found(-p + 1e-9) > 0) row$fall <- root(found, -p + 1e-9, -1e-9)
  lifts[[length(lifts) + 1]] <- row }
for (n0 in c(6, 40)) for (n in c(5, 60)) for (k in c(2, 5)) for (sides in 1:2) for (power in c(.5, .9)) for (sd in c(.3, 20)) { df <- n0 + k * n - k - 1; t <- qt(.05 / sides / k, df, lower.tail = FALSE)
  differences[[length(differences) + 1]] <- list(sizeControl = n0, size = n, arms = k, sides = sides, power = power, sd = sd,
    difference = sd * root(function(d) pt(t, df, d / sqrt(1 / n + 1 / n0), lower.tail = FALSE) - power, 1e-6, 15)) }
write_json(list(control = control, treatment = treatment, effects = effects, precision = precision, lifts = lifts, differences = differences), "planning-figures.json", digits = I(17), auto_unbox = TRUE)
print(sapply(list(control, treatment, effects, precision, lifts, differences), length))

# Makes everywhere.json: the bundled sample's cells raw, shrunken and projected, and what its interaction tests could notice.
# Run: Rscript everywhere.R
# Made with: R 4.2.2 metafor 3.8-1, escalc, rma (PM, REML), confint, blup; Morris' (1983) formulas written out; glm, pchisq
# Of: readCellEffects, effectOnEligible, powerToNotice
suppressMessages({library(metafor); library(jsonlite)})
# CONTROL, COUPON, GIFT, POINT of 100 each: long, mid, short dormancy, each high, mid, low points.
planted <- rbind(c(2, 5, 5, 12), c(2, 6, 4, 6), c(1, 5, 2, 1), c(3, 7, 7, 18), c(3, 9, 6, 9), c(2, 8, 4, 2), c(5, 10, 11, 28), c(4, 13, 9, 14), c(3, 13, 6, 4))
dormancy <- rep(c("long", "mid", "short"), each = 3); points <- rep(c("high", "mid", "low"), 3)
arms <- c("CONTROL", "COUPON", "GIFT", "POINT")

polish <- function(f, start, scale) uniroot(f, c(0, 3 * start + scale), tol = max(start, scale) * 1e-16, maxiter = 10000)$root
morris <- function(y, v, A) {
  k <- length(y); W <- 1 / (v + A); m <- sum(W * y) / sum(W); B <- (k - 3) / (k - 1) * v / (v + A); r <- k * W / sum(W); vbar <- sum(W * v) / sum(W)
  list(estimate = (1 - B) * y + B * m, se = sqrt(v * (1 - (k - r) / k * B) + 2 / (k - 3) * B^2 * (vbar + A) / (v + A) * (y - m)^2), borrowed = B)
}
forest <- function(name, treatment, nt, control, nc) {
  e <- escalc(measure = "RD", ai = treatment, n1i = nt, ci = control, n2i = nc); y <- as.numeric(e$yi); v <- as.numeric(e$vi); k <- length(y)
  method <- if (k >= 4) "PM" else "REML"
  tau2 <- rma(y, v, method = method, control = if (method == "PM") list(tol = 1e-14) else list(maxiter = 10000, threshold = 1e-14))$tau2
  if (tau2 > 0) tau2 <- if (method == "PM") polish(function(t) { w <- 1 / (v + t); m <- sum(w * y) / sum(w); sum(w * (y - m)^2) - (k - 1) }, tau2, mean(v))
    else uniroot(function(t) { w <- 1 / (v + t); m <- sum(w * y) / sum(w); sum(w^2 * (y - m)^2) - (sum(w) - sum(w^2) / sum(w)) }, tau2 * c(.5, 2), tol = tau2 * 1e-16)$root
  q <- confint(rma(y, v, method = "DL"), control = list(tau2.max = 100, tol = 1e-18, maxiter = 10000))$random
  row <- list(name = name, treatment = treatment, nt = nt, control = control, nc = nc, se = sqrt(v), spread = sqrt(tau2), spreadLow = q[2, 2], spreadHigh = q[2, 3])
  if (tau2 > 0) row$shrunken <- if (k >= 4) morris(y, v, tau2) else { b <- blup(rma(y, v, tau2 = tau2)); list(estimate = b$pred, se = b$se, borrowed = v / (v + tau2)) }
  row
}
n <- rep(100, 9)
by <- function(column) as.numeric(tapply(column, dormancy, sum))
forests <- c(lapply(2:4, function(a) forest(arms[a], planted[, a], n, planted[, 1], n)),
  list(forest("three cells", by(planted[, 4]) * c(1, 1, 2), rep(300, 3), by(planted[, 1]), rep(300, 3)),
    forest("empty counts", c(0, 3, 40, 12, 50), c(40, 30, 80, 60, 50), c(0, 0, 10, 8, 20), c(50, 25, 90, 60, 50)),
    forest("no difference", rep(12, 5), rep(100, 5), c(6, 6, 7, 6, 6), rep(100, 5))))

population <- c(501, 790, 3211, 445, 892, 3612, 562, 1009, 2690); w <- population / sum(population); share <- planted / 100
eligible <- lapply(2:4, function(a) list(arm = arms[a], difference = sum(w * (share[, a] - share[, 1])), se = sqrt(sum(w^2 * (share[, a] * (1 - share[, a]) + share[, 1] * (1 - share[, 1])) / 100))))

ratios <- c(1, sapply(2:4, function(a) sum(planted[, a] * (100 - planted[, 1])) / sum((100 - planted[, a]) * planted[, 1])))
notice <- function(attribute, alpha) {
  levels <- unique(attribute)
  power <- sapply(levels, function(silent) {
    d <- expand.grid(arm = arms, level = levels, stringsAsFactors = FALSE)
    odds <- sapply(d$level, function(l) { kept <- sum(planted[attribute == l, 1]); (kept + .5) / (300 - kept + .5) }) * ifelse(d$level == silent, 1, ratios[match(d$arm, arms)])
    d$p <- odds / (1 + odds); control <- glm.control(epsilon = 1e-15, maxit = 100)
    fit <- function(f) suppressWarnings(glm(f, binomial, d, weights = rep(300, nrow(d)), control = control))
    ncp <- fit(p ~ arm + level)$deviance - fit(p ~ arm * level)$deviance
    pchisq(qchisq(alpha, 6, lower.tail = FALSE), 6, ncp = ncp, lower.tail = FALSE)
  })
  list(level = levels[which.min(power)], power = min(power), alpha = alpha)
}
write_json(list(forests = forests, eligible = eligible, notice = list(dormancy = notice(dormancy, .025), points = notice(points, .025))), "everywhere.json", digits = I(17), auto_unbox = TRUE)

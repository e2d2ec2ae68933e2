# Makes meta-analysis.json: effects of cells pooled and shrunk. Run: Rscript meta-analysis.R
# Made with: R 4.2.2 metafor 3.8-1, rma (REML, PM, DL, HE), confint, predict, blup; Morris' (1983) formulas written out
# Checks: betweenVariance, betweenVarianceInterval, pooledEffect, shrunkenEffects, morrisEffects
suppressMessages({library(metafor); library(jsonlite)})
set.seed(83)
bcg <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
sets <- list(list(y = as.numeric(bcg$yi), s = sqrt(as.numeric(bcg$vi))),
  list(y = c(.02, .05, .01, .08), s = c(.01, .02, .015, .03)), list(y = c(1, 2), s = c(.1, .3)), list(y = c(5, 5.1, 4.9, 5.05, 5), s = rep(1, 5)),
  list(y = c(28, 8, -3, 7, -1, 1, 18, 12), s = c(15, 10, 16, 11, 9, 11, 10, 18)), list(y = c(.1, .1, .4), s = c(.001, .2, .05)))
for (k in c(3, 4, 9, 20, 60)) for (tau in c(0, .3, 3)) for (scale in c(1, 1e-3, 1e4)) {
  s <- scale * exp(rnorm(k, 0, .7)); sets[[length(sets) + 1]] <- list(y = scale * .5 + rnorm(k, 0, sqrt(s^2 + (scale * tau)^2)), s = s)
}

rows <- list()
for (set in sets) {
  row <- list(y = set$y, s = set$s, tau2 = list())
  fits <- list()
  for (method in c("REML", "PM", "DL", "HE")) {
    control <- if (method == "REML") list(maxiter = 10000, threshold = 1e-9 * mean(set$s^2)) else if (method == "PM") list(tol = 1e-14, tau2.max = 1e12) else list()
    fit <- rma(set$y, sei = set$s, method = method, control = control); fits[[method]] <- fit
    row$tau2[[method]] <- fit$tau2
  }
  # Fisher scoring stops when its steps are small; the root of the score is polished to all digits.
  {
    score <- function(t) { w <- 1 / (set$s^2 + t); m <- sum(w * set$y) / sum(w); sum(w^2 * (set$y - m)^2) - (sum(w) - sum(w^2) / sum(w)) }
    t <- fits$REML$tau2
    row$tau2$REML <- if (score(t / 1.5) > 0 && score(1.5 * t) < 0) uniroot(score, c(t / 1.5, 1.5 * t), tol = t * 1e-15, maxiter = 1000)$root else if (t < 1e-6 * mean(set$s^2)) 0 else t
    fits$REML <- rma(set$y, sei = set$s, tau2 = row$tau2$REML)
  }
  if (row$tau2$PM > 0) {
    excess <- function(t) { w <- 1 / (set$s^2 + t); m <- sum(w * set$y) / sum(w); sum(w * (set$y - m)^2) - (length(w) - 1) }
    row$tau2$PM <- uniroot(excess, c(0, 1.5 * row$tau2$PM + mean(set$s^2)), tol = row$tau2$PM * 1e-15, maxiter = 1000)$root
  }
  top <- max(100, 1e4 * row$tau2$HE, 1e4 * max(set$s)^2)
  q <- confint(rma(set$y, sei = set$s, method = "DL"), level = 95, control = list(tau2.max = top, tol = 1e-15 * max(1e-300, mean(set$s)^2), maxiter = 10000))$random
  row$tauLow <- q[1, 2]; row$tauHigh <- q[1, 3]
  for (test in c("z", "knha")) {
    fit <- rma(set$y, sei = set$s, tau2 = row$tau2$REML, test = test); p <- predict(fit)
    row[[test]] <- list(mean = as.numeric(fit$beta), se = fit$se, p = fit$pval, low = fit$ci.lb, high = fit$ci.ub, predictLow = p$pi.lb, predictHigh = p$pi.ub)
  }
  free <- fits$REML; v <- set$s^2; w <- 1 / v; typical <- (length(v) - 1) / (sum(w) - sum(w^2) / sum(w))
  plain <- rma(set$y, sei = set$s, method = "FE")
  row$Q <- plain$QE; row$QP <- plain$QEp; row$I2 <- row$tau2$REML / (row$tau2$REML + typical); row$H2 <- 1 + row$tau2$REML / typical
  if (length(set$y) <= 20) {
    if (row$tau2$REML > 0) { b <- blup(rma(set$y, sei = set$s, tau2 = row$tau2$REML, test = "z")); row$blup <- list(estimate = b$pred, se = b$se, low = b$pi.lb, high = b$pi.ub) }
    k <- length(set$y)
    if (k >= 4 && row$tau2$PM > 0) {
      # Morris: his own equation for A, by halving.
      equation <- function(A) { W <- 1 / (v + A); m <- sum(W * set$y) / sum(W); sum(W * (k / (k - 1) * (set$y - m)^2 - v)) / sum(W) - A }
      A <- uniroot(equation, c(0, 10 * var(set$y) + max(v)), tol = 1e-16 * mean(v), maxiter = 10000)$root
      W <- 1 / (v + A); m <- sum(W * set$y) / sum(W); B <- (k - 3) / (k - 1) * v / (v + A); r <- k * W / sum(W); vbar <- sum(W * v) / sum(W)
      s2 <- v * (1 - (k - r) / k * B) + 2 / (k - 3) * B^2 * (vbar + A) / (v + A) * (set$y - m)^2
      row$morris <- list(A = A, borrowed = B, estimate = (1 - B) * set$y + B * m, se = sqrt(s2))
    }
  }
  rows[[length(rows) + 1]] <- row
}
write_json(list(table = rows), "meta-analysis.json", digits = I(17), auto_unbox = TRUE)

# Makes adjustment.json: differences adjusted for covariates. Run: Rscript adjustment.R
# Made with: R 4.2.2 t.test, lm, predict, sandwich::vcovHC(type = "HC2"), lmtest::coeftest
# Checks: cupedDifference, covariateAdjustedDifference, interactedDifference, regressionAdjustment
suppressMessages({ library(jsonlite); library(sandwich); library(lmtest) })
set.seed(20170326)
sums <- function(y, x, arm) setNames(list(length(y), sum(y), sum(x), sum(y^2), sum(x^2), sum(x * y)),
  paste0(c("count", "outcomeSum", "companionSum", "outcomeSquares", "companionSquares", "products"), arm))
summed <- list()
for (n1 in c(3, 20, 700)) for (n0 in c(4, 55, 3000)) for (scale in c(.02, 1, 20000)) for (strength in c(0, .5, 3)) for (shape in c("normal", "spend")) {
  draw <- function(n, lift) {
    x <- if (shape == "normal") rnorm(n, 5, 2) else rbinom(n, 1, .6) * exp(rnorm(n, 2, .8)); if (var(x) == 0) x[1] <- 3
    list(x = x * scale * 2, y = scale * (strength * x + lift + rnorm(n, 4, 3)))
  }
  a <- draw(n1, 1); b <- draw(n0, 0); y <- c(a$y, b$y); x <- c(a$x, b$x); arm <- rep(1:0, c(n1, n0)); conf <- .9
  theta <- cov(y, x) / var(x); adjusted <- y - theta * (x - mean(x))
  t <- t.test(adjusted[arm == 1], adjusted[arm == 0], conf.level = conf)
  plain <- (var(a$y) / n1 + var(b$y) / n0)
  fit <- lm(y ~ arm + x); ancova <- summary(fit)$coefficients["arm", ]; ci <- confint(fit, level = conf)["arm", ]
  ends <- lapply(list(a, b), function(d) predict(lm(y ~ x, d), data.frame(x = mean(x)), se.fit = TRUE))
  centred <- x - mean(x); lin <- coef(lm(y ~ arm * centred))[["arm"]]
  summed[[length(summed) + 1]] <- c(sums(a$y, a$x, 1), sums(b$y, b$x, 0), list(theta = theta, cuped = unname(t$estimate[1] - t$estimate[2]), cupedSe = t$stderr,
    cupedDf = unname(t$parameter), cupedP = t$p.value, cupedLow = t$conf.int[1], cupedReduction = 1 - t$stderr^2 / plain, slope = coef(fit)[["x"]],
    ancova = ancova[[1]], ancovaSe = ancova[[2]], ancovaP = ancova[[4]], ancovaHigh = ci[[2]], lin = lin, linSe = sqrt(ends[[1]]$se.fit^2 + ends[[2]]$se.fit^2)))
}
rows <- list()
for (n1 in c(6, 20, 45)) for (n0 in c(7, 30)) for (k in 1:3) for (scale in c(.1, 1000)) {
  arm <- sample(rep(1:0, c(n1, n0))); n <- n1 + n0
  x <- sapply(seq_len(k), function(j) round(scale * switch(j, rnorm(n, 5, 2), rbinom(n, 1, .5), rexp(n)), 4))
  y <- round(scale * (x %*% (seq_len(k) / scale) + arm * (1 + x[, 1] / scale / 4) + rnorm(n, 3, 1 + arm))[, 1], 4)
  if (any(apply(x[arm == 1, , drop = FALSE], 2, var) == 0) || any(apply(x[arm == 0, , drop = FALSE], 2, var) == 0)) next
  row <- list(outcomes = I(y), arm = I(arm), covariates = lapply(seq_len(k), function(j) I(x[, j])))
  for (slopes in c("common", "perArm")) {
    centred <- scale(x, scale = FALSE); fit <- if (slopes == "common") lm(y ~ arm + centred) else lm(y ~ arm * centred)
    if (max(hatvalues(fit)) > 1 - 1e-6) next
    test <- coeftest(fit, vcov. = vcovHC(fit, type = "HC2"))["arm", ]
    row[[slopes]] <- list(difference = test[[1]], se = test[[2]], df = fit$df.residual, p = test[[4]],
      reduction = 1 - test[[2]]^2 / (var(y[arm == 1]) / n1 + var(y[arm == 0]) / n0))
  }
  rows[[length(rows) + 1]] <- row
}
write_json(list(summed = summed, rows = rows), "adjustment.json", digits = I(17), auto_unbox = TRUE)

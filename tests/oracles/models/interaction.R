# Makes interaction.json: likelihood-ratio tests of arm x attribute and plain logistic fits. Run: Rscript interaction.R
# Made with: R 4.2.2 glm, anova(test = "LRT")
# Checks: interactionTest, fitLogistic
library(jsonlite)
set.seed(20170326)
tight <- list(epsilon = 1e-15, maxit = 200)
cases <- list()
for (i in 1:60) {
  arms <- sample(2:4, 1); a <- sample(2:3, 1); b <- sample(2:4, 1); scale <- sample(c(60, 400, 20000), 1)
  d <- expand.grid(arm = paste0("arm", 1:arms), first = paste0("f", 1:a), second = paste0("s", 1:b), stringsAsFactors = TRUE)
  d$trials <- 20 + rpois(nrow(d), scale)
  d$events <- rbinom(nrow(d), d$trials, plogis(-1.5 + .3 * as.integer(d$arm) + .2 * as.integer(d$first) * (as.integer(d$arm) - 1) - .1 * as.integer(d$second)))
  d$events <- pmin(pmax(d$events, 1), d$trials - 1)
  if (i %% 5 == 0) d[2, c("trials", "events")] <- 0
  y <- d$trials > 0
  m0 <- glm(cbind(events, trials - events) ~ arm + first + second, binomial, d[y, ], control = tight)
  m1 <- glm(cbind(events, trials - events) ~ arm * first + second, binomial, d[y, ], control = tight)
  r <- anova(m0, m1, test = "LRT")
  cases[[i]] <- list(cells = d, deviance = deviance(m0), statistic = r$Deviance[2], df = r$Df[2], p = r$`Pr(>Chi)`[2])
}
fits <- list()
for (i in 1:40) {
  n <- sample(c(6, 15, 40), 1); x <- matrix(rnorm(n * 2), n); trials <- sample(1:200, n, TRUE)
  events <- rbinom(n, trials, plogis(-.8 + x %*% c(.5, -.7)))
  m <- glm(cbind(events, trials - events) ~ x, binomial, control = tight)
  fits[[i]] <- list(groups = lapply(1:n, function(k) list(events = events[k], trials = trials[k], features = x[k, ])),
    coefficients = unname(coef(m)), deviance = deviance(m))
}
write_json(list(cases = cases, fits = fits), "interaction.json", digits = I(17), auto_unbox = TRUE)

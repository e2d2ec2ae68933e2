# Makes central.json: quantiles of counts and tails of the continuous distributions from base R. Run: Rscript central.R
# Made with: R 4.2.2 qbinom, qpois, qhyper, pbeta, pgamma, pt, pf, pbinom, phyper, ppois, also with log.p = TRUE
# Checks: binomialQuantile, binomialUpperQuantile, poissonQuantile, poissonUpperQuantile, hypergeometricQuantile, hypergeometricUpperQuantile
# Checks: betaLogLowerTail, betaLogUpperTail, gammaLogTails, studentLogUpperTail, fLogUpperTail, fUpperTail
library(jsonlite)
parts <- c(0, 1e-300, 1e-100, 1e-20, 1e-6, .001, .025, .1, .3, .5, .7, .95, .999, 1)
binomial <- expand.grid(part = parts, trials = c(1, 12, 250, 8000, 300000), share = c(1e-4, .03, .5, .9))
binomial$lower <- with(binomial, qbinom(part, trials, share))
binomial$upper <- with(binomial, qbinom(part, trials, share, lower.tail = FALSE))
poisson <- expand.grid(part = parts[parts > 0 & parts < 1], mean = c(.01, .8, 7, 120, 5000, 2e6))
poisson$lower <- with(poisson, qpois(part, mean))
poisson$upper <- with(poisson, qpois(part, mean, lower.tail = FALSE))
draws <- data.frame(population = c(9, 40, 700, 25000, 400000, 400000), marked = c(4, 39, 90, 1200, 3000, 190000), drawn = c(6, 20, 350, 2500, 200000, 100000))
hypergeometric <- merge(data.frame(part = parts[parts > 1e-15]), draws)
hypergeometric$lower <- with(hypergeometric, qhyper(part, marked, population - marked, drawn))
hypergeometric$upper <- with(hypergeometric, qhyper(part, marked, population - marked, drawn, lower.tail = FALSE))
logs <- expand.grid(share = c(1e-5, .01, .2, .5, .8, .999), alpha = c(.3, 1, 5, 60, 1500), beta = c(.3, 1, 8, 200, 3000))
logs$lower <- with(logs, pbeta(share, alpha, beta, log.p = TRUE))
logs$upper <- with(logs, pbeta(share, alpha, beta, lower.tail = FALSE, log.p = TRUE))
gamma <- expand.grid(value = c(1e-4, .2, 1, 5, 70, 2500), shape = c(.05, .5, 2, 30, 900))
gamma$lower <- with(gamma, pgamma(value, shape, log.p = TRUE))
gamma$upper <- with(gamma, pgamma(value, shape, lower.tail = FALSE, log.p = TRUE))
student <- expand.grid(t = c(-1e3, -2, -.1, 0, .5, 3, 40, 1e6, 1e30), df = c(.5, 1, 4.4, 30, 2500))
student$upper <- with(student, pt(t, df, lower.tail = FALSE, log.p = TRUE))
f <- expand.grid(statistic = c(.01, .5, 1, 2, 6, 300), numerator = c(1, 2, 7.5, 100), denominator = c(1, 9, 250, 1e5))
f$upper <- with(f, pf(statistic, numerator, denominator, lower.tail = FALSE))
f$logUpper <- with(f, pf(statistic, numerator, denominator, lower.tail = FALSE, log.p = TRUE))
# An infinite quantile has no number in JSON; the tests ask for it by name.
finite <- function(frame) frame[is.finite(frame$lower) & is.finite(frame$upper), ]
write_json(list(binomial = finite(binomial), poisson = finite(poisson), hypergeometric = finite(hypergeometric), logs = finite(logs), gamma = finite(gamma),
  student = student, f = f), "central.json", digits = I(17))

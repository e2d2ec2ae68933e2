# Makes dunnett-means.json: means of several arms against one control. Run: Rscript dunnett-means.R
# Made with: R 4.2.2 multcomp::glht(mcp('Dunnett')), with mvtnorm's algorithms at their most exact
# Checks: compareMeansWithControl
library(jsonlite)
suppressMessages(library(multcomp))
set.seed(20170326)
dunnett_1955 <- data.frame(y = c(7.40, 8.50, 7.20, 8.24, 9.84, 8.32, 9.76, 8.80, 7.68, 9.36, 12.80, 9.68, 12.16, 9.20, 10.55), g = factor(rep(1:3, c(6, 4, 5))))
data(recovery, package = "multcomp")
data(litter, package = "multcomp")
random <- lapply(1:8, function(i) { k <- sample(1:3, 1); n <- sample(2:40, k + 1, TRUE); g <- factor(rep(seq_along(n), n))
  data.frame(y = rnorm(sum(n), .4 * as.integer(g) * runif(1)), g = g) })
sets <- c(list(dunnett_1955, data.frame(y = recovery$minutes, g = recovery$blanket), data.frame(y = litter$weight, g = litter$dose)), random)
summarise <- function(y) list(count = length(y), mean = mean(y), standardDeviation = sd(y))
examples <- list()
for (d in sets) for (alternative in c("two.sided", "greater", "less")) {
  if (alternative != "two.sided" && runif(1) < .4) next
  model <- lm(y ~ g, d)
  h <- glht(model, mcp(g = "Dunnett"), alternative = alternative)
  s <- summary(h, test = adjusted("single-step", abseps = 1e-6, maxpts = 1e5))
  confidence <- sample(c(.9, .95, .99), 1)
  parts <- lapply(split(d$y, d$g), summarise)
  critical <- abs(attr(confint(h, level = confidence)$confint, "calpha"))
  examples <- c(examples, list(list(control = parts[[1]], arms = unname(parts[-1]), confidence = confidence,
    alternative = sub("two.sided", "two-sided", alternative), critical = critical,
    difference = I(unname(s$test$coefficients)), standardError = I(unname(s$test$sigma)), p = I(as.numeric(s$test$pvalues)))))
}
write_json(list(examples = examples), "dunnett-means.json", digits = I(17), auto_unbox = TRUE)
cat(length(examples), "\n")

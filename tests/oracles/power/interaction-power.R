# Makes interaction-power.json: the power to find arm x attribute, from expected counts. Run: Rscript interaction-power.R
# Made with: R 4.2.2 glm(binomial) on expected counts, deviances; qchisq, pchisq(ncp), uniroot
# Checks: powerOfInteraction, interactionSizeFactor
library(jsonlite); set.seed(11); rows <- list()
for (i in 1:80) { arms <- sample(2:4, 1); levels <- sample(2:4, 1); others <- sample(1:2, 1); alpha <- c(.05, .01)[i %% 2 + 1]
  cell <- expand.grid(arm = paste0("a", 1:arms), level = paste0("l", 1:levels), other = paste0("o", 1:others))
  cell$p <- plogis(rnorm(1, -2) + rnorm(nrow(cell), 0, c(.1, .3, .8)[i %% 3 + 1])); cell$n <- sample(60:2500, nrow(cell), TRUE)
  tight <- glm.control(epsilon = 1e-14, maxit = 100); f <- if (others > 1) p ~ arm + level + other else p ~ arm + level
  small <- suppressWarnings(glm(f, binomial, cell, weights = n, control = tight)); large <- suppressWarnings(glm(update(f, . ~ . + arm:level), binomial, cell, weights = n, control = tight))
  ncp <- small$deviance - large$deviance; df <- (arms - 1) * (levels - 1); q <- qchisq(alpha, df, lower.tail = FALSE)
  rows[[i]] <- list(arm = as.character(cell$arm), level = as.character(cell$level), other = as.character(cell$other), p = cell$p, n = cell$n, alpha = alpha, df = df, ncp = ncp,
    power = pchisq(q, df, ncp, lower.tail = FALSE), factor = uniroot(function(x) pchisq(q, df, x, lower.tail = FALSE) - .8, c(.1, 100), tol = 1e-13)$root / ncp) }
write_json(list(table = rows), "interaction-power.json", digits = I(17), auto_unbox = TRUE)

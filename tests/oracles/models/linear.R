# Makes linear.json: linear regression with classical, robust and clustered standard errors, F tests and interactions of means.
# Made with: R 4.2.2 lm, anova; sandwich vcovHC (const, HC0 to HC3) and vcovCL (HC1, cadjust); joint tests as Wald F
# Checks: linearRegression, linearTermsTest, meanInteractionTest
# Run: Rscript linear.R
suppressMessages({library(jsonlite); library(sandwich)})
set.seed(20170326)
kinds <- c(classical = "const", hc0 = "HC0", hc1 = "HC1", hc2 = "HC2", hc3 = "HC3")
table_of <- function(m, kept, df, V) {
  s <- sqrt(diag(V)); b <- coef(m)[kept]; q <- qt(.975, df)
  k <- length(b); wald <- if (k > 1) drop(b[-1] %*% solve(V[-1, -1, drop = FALSE], b[-1])) / (k - 1) else NA
  list(error = unname(s), t = unname(b / s), p = unname(2 * pt(-abs(b / s), df)), low = unname(b - q * s), high = unname(b + q * s), df = df,
    covariance = unname(V), f = wald, fp = pf(wald, k - 1, df, lower = FALSE))
}
case_of <- function(y, x, cl) {
  kept <- which(!is.na(coef(lm(y ~ x)))); X <- cbind(1, x)[, kept, drop = FALSE]; m <- lm(y ~ X - 1); n <- length(y); k <- length(kept)
  errors <- lapply(kinds, function(t) table_of(m, 1:k, n - k, vcovHC(m, type = t)))
  errors$cluster <- table_of(m, 1:k, length(unique(cl)) - 1, vcovCL(m, cluster = cl, type = "HC1", cadjust = TRUE))
  m1 <- lm(y ~ x)
  list(estimated = as.list(unname(kept) - 1), estimate = unname(coef(m)), sigma = summary(m)$sigma, r2 = summary(m1)$r.squared, errors = errors)
}
rows <- list()
for (i in 1:24) {
  n <- sample(c(8, 15, 30), 1); k <- sample(1:3, 1)
  x <- round(matrix(rnorm(n * k), n) * 10^runif(1, -3, 3), 5); if (i %% 3 == 0) x[, 1] <- rep_len(0:1, n)
  if (i %% 6 == 0) x <- cbind(x, 3 * x[, 1] - 1)
  y <- round(sample(c(0, 100, 1e6), 1) + x %*% rnorm(ncol(x)) / max(abs(x)) + rexp(n) * (1 + (x[, 1] > 0)), 4)[, 1]
  cl <- paste0("c", sample(1:sample(5:8, 1), n, TRUE))
  rows[[i]] <- c(list(rows = lapply(1:n, function(r) list(outcome = y[r], features = as.list(x[r, ]), cluster = cl[r]))), case_of(y, x, cl))
}
groups <- list()
for (i in 1:16) {
  g <- sample(4:6, 1); k <- 2; f <- matrix(round(rnorm(g * k), 2), g); f[, 1] <- rep_len(0:1, g); size <- sample(c(1, 2, 5, 40), g, TRUE); size[1:2] <- c(6, 9)
  at <- rep(1:g, size); x <- f[at, , drop = FALSE]; y <- round(5 + 3 * x[, 1] - x[, 2] + rexp(length(at), 1 / (1 + x[, 1])), 3); cl <- paste0("c", (at - 1) %/% 1)
  groups[[i]] <- c(list(groups = lapply(1:g, function(r) list(count = size[r], mean = mean(y[at == r]), standardDeviation = if (size[r] > 1) sd(y[at == r]) else 0, features = as.list(f[r, ]), cluster = paste0("c", r - 1)))), case_of(y, x, cl))
}
means <- list()
for (i in 1:20) {
  d <- expand.grid(arm = paste0("a", 1:sample(2:4, 1)), first = paste0("f", 1:sample(2:3, 1)), second = paste0("s", 1:2), stringsAsFactors = TRUE)
  size <- sample(3:30, nrow(d), TRUE); at <- rep(1:nrow(d), size); e <- d[at, ]
  e$y <- round(20 + 3 * as.integer(e$arm) * (as.integer(e$first) - i %% 2) + rexp(nrow(e), 1 / 9), 2)
  m0 <- lm(y ~ arm + first + second, e); m1 <- lm(y ~ arm * first + second, e); a <- anova(m0, m1)
  extra <- setdiff(names(coef(m1)), names(coef(m0))); b <- coef(m1)[extra]; V <- vcovHC(m1, "HC3")[extra, extra, drop = FALSE]; f3 <- drop(b %*% solve(V, b)) / length(b)
  m2 <- lm(y ~ arm * (first + second), e); a2 <- anova(m0, m2)
  means[[i]] <- list(cells = lapply(1:nrow(d), function(r) list(arm = as.character(d$arm[r]), levels = list(as.character(d$first[r]), as.character(d$second[r])), count = size[r], mean = mean(e$y[at == r]), standardDeviation = sd(e$y[at == r]))),
    f = a$F[2], df = a$Df[2], rest = a$Res.Df[2], p = a$`Pr(>F)`[2], f3 = f3, p3 = pf(f3, length(b), df.residual(m1), lower = FALSE), jointF = a2$F[2], jointP = a2$`Pr(>F)`[2])
}
long <- list(rows = lapply(1:16, function(r) list(outcome = longley$Employed[r] * 1000, features = as.list(unname(as.numeric(longley[r, c("GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year")]))))))
write_json(list(rows = rows, groups = groups, means = means, longley = long), "linear.json", digits = I(17), auto_unbox = TRUE)

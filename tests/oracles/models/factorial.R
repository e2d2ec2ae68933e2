# Makes factorial.json: effects of two-level factorials and Lenth's method. Run: Rscript factorial.R
# Made with: R 4.2.2 lm with factors coded -1/2 and 1/2, vcov from sandwich HC2 for unpooled means, t.test for one factor;
# Lenth's (1989) formulas and contrasts of shares written out with model.matrix
# Checks: factorialShareEffects, factorialMeanEffects, yatesContrasts, lenthMethod, halfNormalPlot
suppressMessages({library(jsonlite); library(sandwich)})
set.seed(20170326)
design <- function(k) { d <- expand.grid(rep(list(c(-.5, .5)), k)); names(d) <- LETTERS[1:k]; d }
# Yates' order: the columns of the full model sorted by the bits of their factors.
order_of <- function(names) order(sapply(strsplit(names, ":"), function(f) sum(2^(match(f, LETTERS) - 1))))
model <- function(k) as.formula(paste("y ~", paste(LETTERS[1:k], collapse = "*")))
shares <- list(); means <- list(); lenth <- list()
for (i in 1:24) {
  k <- sample(1:4, 1); d <- design(k); n <- if (i %% 2) rep(sample(c(50, 1000, 2e5), 1), nrow(d)) else sample(20:5000, nrow(d), TRUE)
  x <- pmax(1, rbinom(nrow(d), n, plogis(-3 + rnorm(nrow(d)) / 3))); d$y <- x / n
  m <- lm(model(k), d); b <- coef(m)[-1]; X <- model.matrix(m); L <- solve(t(X) %*% X) %*% t(X)
  # The factors at -1/2 and 1/2 make an interaction's coefficient 2^(j-1) times the effect of j factors.
  scale <- 2^(lengths(strsplit(names(b), ":")) - 1); o <- order_of(names(b))
  se <- function(v) unname((sqrt(diag(L %*% diag(v, length(v)) %*% t(L)))[-1] / scale)[o])
  p <- sum(x) / sum(n)
  shares[[i]] <- list(cells = lapply(1:nrow(d), function(r) list(events = x[r], trials = n[r])), average = unname(coef(m)[1]), effects = as.list(unname((b / scale)[o])),
    unpooled = as.list(se(d$y * (1 - d$y) / n)), pooled = as.list(se(p * (1 - p) / n)))
}
for (i in 1:20) {
  k <- sample(1:3, 1); d <- design(k); n <- sample(3:12, nrow(d), TRUE); at <- rep(1:nrow(d), n); e <- d[at, , drop = FALSE]
  e$y <- round(10 + 2 * e$A + rexp(nrow(e), 1 / (3 + e$A)), 2); m <- lm(model(k), e); b <- coef(m)[-1]; scale <- 2^(lengths(strsplit(names(b), ":")) - 1); o <- order_of(names(b))
  s <- coef(summary(m))[-1, , drop = FALSE]; v <- tapply(e$y, at, var) / n
  means[[i]] <- list(cells = lapply(1:nrow(d), function(r) list(count = n[r], mean = mean(e$y[at == r]), standardDeviation = sd(e$y[at == r]))),
    effects = as.list(unname((b / scale)[o])), pooled = as.list(unname((s[, 2] / scale)[o])), pooledP = as.list(unname(s[o, 4])),
    unpooled = as.list(unname((sqrt(diag(vcovHC(m, "HC2")))[-1] / scale)[o])), df = sum(v)^2 / sum(v^2 / (n - 1)))
  if (k == 1) { w <- t.test(y ~ A, e); means[[i]]$welch <- list(t = -unname(w$statistic), df = unname(w$parameter), p = w$p.value) }
}
for (i in 1:24) {
  m <- sample(c(3, 7, 15, 31), 1); e <- rnorm(m) * 10^sample(-3:3, 1); e[sample(m, ceiling(m / 5))] <- max(abs(e)) * 4
  if (i == 1) { f <- design(4); f$y <- c(45, 71, 48, 65, 68, 60, 80, 65, 43, 100, 45, 104, 75, 86, 70, 96); b <- coef(lm(model(4), f))[-1]; e <- unname((b / 2^(lengths(strsplit(names(b), ":")) - 1))[order_of(names(b))]); m <- 15 }
  conf <- sample(c(.9, .95, .99), 1); if (i == 1) conf <- .95
  s0 <- 1.5 * median(abs(e)); pse <- 1.5 * median(abs(e)[abs(e) < 2.5 * s0])
  lenth[[i]] <- list(effects = as.list(e), confidence = conf, pse = pse, me = qt(1 - (1 - conf) / 2, m / 3) * pse, sme = qt((1 + conf^(1 / m)) / 2, m / 3) * pse,
    p = as.list(2 * pt(-abs(e / pse), m / 3)), quantiles = as.list(qnorm(.5 + .5 * ppoints(m, a = .5))), sizes = as.list(sort(abs(e))))
}
write_json(list(shares = shares, means = means, lenth = lenth), "factorial.json", digits = I(17), auto_unbox = TRUE)

# Makes logistic.json: logistic regression with standard errors, profile intervals and Firth's penalty. Run: Rscript logistic.R
# Made with: R 4.2.2 glm, vcov, logLik, AIC, anova; brglm2 0.9 brglmFit (type AS_mean); profiles and penalised likelihood
# ratios from their definitions by optim and uniroot
# Checks: logisticRegression, firthLogistic, penalisedLikelihoodRatioTest, likelihoodRatioTest
# Checks: jointInteractionTest, threeWayInteractionTest, penalisedInteractionTest
suppressMessages({library(jsonlite); library(brglm2)})
set.seed(20170326)
tight <- list(epsilon = 1e-15, maxit = 200)
groups_of <- function(x, events, trials) lapply(seq_along(events), function(k) list(events = events[k], trials = trials[k], features = as.list(unname(x[k, ]))))
z95 <- qnorm(.975)

# Profile of the plain likelihood: one coefficient held, the others climbed anew by BFGS (glm with an offset runs away).
height_ml <- function(X, y, n, b) { e <- drop(X %*% b); sum(dbinom(y, n, plogis(e), log = TRUE)) }
profile_ml <- function(X, y, n, j, b, V) {
  s <- sqrt(V[j, j]); top <- height_ml(X, y, n, b); scales <- sqrt(diag(V))[-j]
  f <- function(c) {
    full <- function(v) append(v, c, j - 1); v <- b[-j]
    for (round in 1:4) {
      o <- optim(v, function(v) -height_ml(X, y, n, full(v)), function(v) -drop(crossprod(X[, -j, drop = FALSE], y - n * plogis(drop(X %*% full(v))))),
        method = "BFGS", control = list(reltol = 1e-17, maxit = 2000, parscale = scales)); v <- o$par
    }
    2 * (top + o$value) - z95^2
  }
  reach <- function(side) { k <- 1; while (f(b[j] + side * k * s) < 0) k <- k * 1.5; uniroot(f, sort(c(b[j], b[j] + side * k * s)), tol = 1e-13, maxiter = 500)$root }
  c(reach(-1), reach(1))
}
plain <- list()
for (i in 1:36) {
  n <- sample(c(5, 8, 14), 1); k <- sample(1:3, 1)
  x <- round(matrix(rnorm(n * k), n) * sample(c(.01, 1, 100), 1), 4)
  trials <- if (i %% 3 == 0) sample(1e4:3e5, n, TRUE) else sample(3:300, n, TRUE)
  events <- rbinom(n, trials, plogis(sample(c(-4, -1, 1), 1) + (x / max(abs(x))) %*% rnorm(k)))
  events <- pmin(pmax(events, 1), trials - 1)
  if (i %% 6 == 0) x[, k] <- if (k > 1) 2 * x[, 1] else x[, k]
  # A tight epsilon would also tighten the search for repeated columns beyond the rounding, so that is done beforehand.
  kept <- which(!is.na(coef(glm(cbind(events, trials - events) ~ x, binomial)))); X <- cbind(1, x)[, kept, drop = FALSE]
  m <- glm(cbind(events, trials - events) ~ X - 1, binomial, control = tight)
  # glm reports the errors of the round before the last: a few more rounds at the end give all digits.
  b <- coef(m); for (r in 1:4) { e <- drop(X %*% b); q <- qr(X * sqrt(trials * plogis(e) * plogis(-e)), LAPACK = FALSE, tol = 1e-14); b <- b + qr.coef(q, (events - trials * plogis(e)) / sqrt(trials * plogis(e) * plogis(-e))) }
  V <- chol2inv(qr.R(q)); stopifnot(q$pivot == seq_along(b), max(abs(b - coef(m)) / sqrt(diag(V))) < 1e-5)
  se <- sqrt(diag(V)); s <- cbind(b, se, b / se, 2 * pnorm(-abs(b / se)))
  p <- t(sapply(seq_along(kept), function(j) profile_ml(X, events, trials, j, unname(b), V)))
  plain[[i]] <- list(groups = groups_of(x, events, trials), estimated = as.list(unname(kept) - 1), estimate = unname(s[, 1]), error = unname(s[, 2]), z = unname(s[, 3]),
    p = unname(s[, 4]), covariance = unname(V), low = p[, 1], high = p[, 2], deviance = deviance(m), logLikelihood = as.numeric(logLik(m)), aic = AIC(m))
}

# Firth: the penalised likelihood written out and climbed by BFGS; brglm2 for estimates and standard errors.
penalised <- function(X, y, n, b) {
  e <- drop(X %*% b); i <- crossprod(X * sqrt(n * plogis(e) * plogis(-e)))
  sum(ifelse(y > 0, y * plogis(e, log.p = TRUE), 0) + ifelse(y < n, (n - y) * plogis(-e, log.p = TRUE), 0)) + as.numeric(determinant(i)$modulus) / 2
}
score <- function(X, y, n, b) {
  e <- drop(X %*% b); p <- plogis(e); w <- n * p * (1 - p)
  h <- rowSums((X %*% solve(crossprod(X * sqrt(w)))) * X) * w
  drop(crossprod(X, y - n * p + h * (.5 - p)))
}
climb <- function(X, y, n, held, value, start) {
  free <- setdiff(seq_len(ncol(X)), held); full <- function(b) { a <- numeric(ncol(X)); a[held] <- value; a[free] <- b; a }
  if (!length(free)) return(penalised(X, y, n, full(numeric(0))))
  scales <- 1 / sqrt(colSums(X[, free, drop = FALSE]^2 * pmax(n, 1)) / 4 + 1e-9)
  b <- start[free]
  for (round in 1:3) { o <- optim(b, function(v) -penalised(X, y, n, full(v)), function(v) -score(X, y, n, full(v))[free], method = "BFGS", control = list(reltol = 1e-17, maxit = 2000, parscale = scales)); b <- o$par }
  -o$value
}
firth_case <- function(x, events, trials, published = NULL) {
  X <- cbind(1, x); colnames(X) <- paste0("c", 0:ncol(x))
  m <- glm(cbind(events, trials - events) ~ X - 1, binomial, method = "brglmFit", type = "AS_mean", epsilon = 1e-13, maxit = 20000)
  b <- unname(coef(m)); s <- unname(sqrt(diag(vcov(m)))); top <- penalised(X, events, trials, b)
  height <- function(j, c) climb(X, events, trials, j, c, b)
  f <- function(j, c) 2 * (top - height(j, c)) - z95^2
  ends <- t(sapply(seq_along(b), function(j) sapply(c(-1, 1), function(side) { k <- 1; while (f(j, b[j] + side * k * s[j]) < 0) k <- k * 1.5; uniroot(function(c) f(j, c), sort(c(b[j], b[j] + side * k * s[j])), tol = 1e-12, maxiter = 500)$root })))
  chi <- sapply(seq_along(b), function(j) 2 * (top - height(j, 0)))
  all <- 2 * (top - climb(X, events, trials, 2:ncol(X), 0, b))
  list(groups = groups_of(x, events, trials), estimate = b, error = s, chi = chi, p = pchisq(chi, 1, lower = FALSE), low = ends[, 1], high = ends[, 2], together = all)
}
firth <- list(); put <- function(...) firth[[length(firth) + 1]] <<- firth_case(...)
one <- matrix(c(0, 1))
for (t in list(c(0, 50, 5, 50), c(0, 1, 1, 1), c(0, 10, 10, 10), c(3, 20, 20, 20), c(0, 200000, 7, 100000), c(50, 1000, 80, 1000), c(0, 40, 0, 30), c(25, 25, 30, 30)))
  put(one, t[c(1, 3)], t[c(2, 4)])
for (i in 1:22) {
  n <- sample(c(4, 6, 9), 1); k <- sample(1:2, 1)
  x <- if (i %% 2) matrix(as.numeric(outer(1:n, 1:k, function(a, b) floor((a - 1) / 2^(b - 1)) %% 2)), n) else round(matrix(rnorm(n * k), n), 3)
  trials <- sample(if (i %% 3) 1:40 else 100:5000, n, TRUE)
  events <- rbinom(n, trials, plogis(-1 + x %*% rnorm(k) * 2))
  if (i %% 4 == 1) events[x[, 1] == 1] <- 0
  if (i %% 5 == 2) events[x[, 1] == max(x[, 1])] <- trials[x[, 1] == max(x[, 1])]
  put(x, events, trials)
}
data("endometrial", package = "brglm2")
endo <- firth_case(as.matrix(endometrial[, c("NV", "PI", "EH")]), endometrial$HG, rep(1, nrow(endometrial)))

# Interactions of three factors.
cells_of <- function(d) lapply(seq_len(nrow(d)), function(r) list(arm = as.character(d$arm[r]), levels = list(as.character(d$first[r]), as.character(d$second[r])), events = d$events[r], trials = d$trials[r]))
interactions <- list()
for (i in 1:24) {
  d <- expand.grid(arm = paste0("a", 1:sample(2:3, 1)), first = paste0("f", 1:sample(2:3, 1)), second = paste0("s", 1:2), stringsAsFactors = TRUE)
  d$trials <- 15 + rpois(nrow(d), sample(c(30, 300, 30000), 1))
  d$events <- rbinom(nrow(d), d$trials, plogis(-1 + .3 * as.integer(d$arm) + .3 * as.integer(d$first) * (as.integer(d$arm) - 1) - .2 * as.integer(d$second)))
  d$events <- pmin(pmax(d$events, 1), d$trials - 1)
  lr <- function(small, large) { r <- anova(glm(small, binomial, d, control = tight), glm(large, binomial, d, control = tight), test = "LRT"); list(chi = r$Deviance[2], df = r$Df[2], p = r$`Pr(>Chi)`[2]) }
  joint <- lr(cbind(events, trials - events) ~ arm + first + second, cbind(events, trials - events) ~ arm * (first + second))
  three <- lr(cbind(events, trials - events) ~ (arm + first + second)^2, cbind(events, trials - events) ~ arm * first * second)
  firthed <- d; if (i %% 2) firthed$events[2] <- 0; if (i %% 4 == 3) firthed$events[c(1, 2)] <- c(firthed$trials[1], 0)
  X1 <- model.matrix(~ arm * first + second, firthed); X0 <- model.matrix(~ arm + first + second, firthed)
  added <- which(!colnames(X1) %in% colnames(X0)); start <- numeric(ncol(X1))
  chi <- 2 * (climb(X1, firthed$events, firthed$trials, integer(0), numeric(0), start) - climb(X1, firthed$events, firthed$trials, added, 0, start))
  interactions[[i]] <- list(cells = cells_of(d), joint = joint, three = three, separatedCells = cells_of(firthed), penalised = list(chi = chi, df = length(added), p = pchisq(chi, length(added), lower = FALSE)))
}
write_json(list(plain = plain, firth = firth, endometrial = list(endo), interactions = interactions), "logistic.json", digits = I(17), auto_unbox = TRUE)

# Makes policy-outlook.json: what policies would bring on a list. Run: Rscript policy-outlook.R
# Made with: R 4.2.2, metafor 3.8-1 (escalc RD, rma PM and REML, blup), matrix algebra, pnorm, qnorm, polyroot for Fieller's interval
# and of projectPolicy, selectionDiscount, chanceBelow and quantileOf of the rollout.
# Checks: ratioInterval
suppressMessages({library(metafor); library(jsonlite)})
set.seed(29)

# What is believed of one carrot: means of (difference, control share) per cell and their covariance, from counts.
believe <- function(x1, n1, x0, n0, belief) {
  H <- length(x1); used <- which(n1 > 0 & n0 > 0); k <- length(used)
  add <- ifelse(x1 == 0 | x1 == n1 | x0 == 0 | x0 == n0, .5, 0)
  p1 <- (x1 + add) / (n1 + 2 * add); p0 <- (x0 + add) / (n0 + 2 * add)
  v1 <- p1 * (1 - p1) / (n1 + 2 * add); v0 <- p0 * (1 - p0) / (n0 + 2 * add)
  if (belief == "raw" || k < 2) {
    cov <- rbind(cbind(diag(v1 + v0, H), -diag(v0, H)), cbind(-diag(v0, H), diag(v0, H)))
    return(list(mean = c(x1 / n1 - x0 / n0, x0 / n0), cov = cov, v0 = v0, v1 = v1, w = rep(0, H), W = 1, load = rep(0, H), dmean = diag(0, H), method = "raw", tau2 = 0))
  }
  es <- escalc(measure = "RD", ai = x1, n1i = n1, ci = x0, n2i = n0, add = .5, to = "only0", drop00 = FALSE)[used, ]
  # escalc adds a half where a count is 0, as here.
  d <- as.numeric(es$yi); s2 <- as.numeric(es$vi)
  stopifnot(all.equal(d, (p1 - p0)[used]), all.equal(s2, (v1 + v0)[used]))
  morris <- k >= 4
  if (morris) {
    excess <- function(t) { w <- 1 / (s2 + t); m <- sum(w * d) / sum(w); sum(w * (d - m)^2) - (k - 1) }
    tau2 <- if (excess(0) <= 0) 0 else uniroot(excess, c(0, 10 * var(d) + mean(s2)), tol = 1e-18, maxiter = 1000)$root
    stopifnot(abs(tau2 - rma(d, s2, method = "PM", control = list(tol = 1e-12, maxiter = 1000))$tau2) < 1e-7)
  } else {
    score <- function(t) { w <- 1 / (s2 + t); m <- sum(w * d) / sum(w); sum(w^2 * (d - m)^2) - (sum(w) - sum(w^2) / sum(w)) }
    tau2 <- rma(d, s2, method = "REML", control = list(maxiter = 10000, threshold = 1e-14))$tau2
    tau2 <- if (tau2 > 1e-9 && score(tau2 / 1.5) > 0 && score(1.5 * tau2) < 0) uniroot(score, c(tau2 / 1.5, 1.5 * tau2), tol = tau2 * 1e-14, maxiter = 1000)$root else if (tau2 < 1e-6 * mean(s2)) 0 else tau2
  }
  w <- 1 / (s2 + tau2); W <- sum(w); mu <- sum(w * d) / W
  f <- if (morris) (k - 3) / (k - 1) else 1
  B <- f * s2 * w
  u <- if (morris) sqrt(2 / (k - 3)) * B * sqrt((sum(w * s2) / W + tau2) * w) * (d - mu) else rep(0, k)
  post <- d + B * (mu - d)
  cd <- diag(s2 * (1 - B), k) + f * (s2 * w) %o% (s2 * w) / W + u %o% u
  if (tau2 > 0) {
    # With f = 1 and u = 0 this is the posterior of the normal model: precisions of the data and of the prior, the mean with a flat one.
    prior <- rbind(cbind(diag(1 / tau2, k), rep(-1 / tau2, k)), c(rep(-1 / tau2, k), k / tau2))
    full <- solve(prior + diag(c(1 / s2, 0)))
    stopifnot(all.equal(full[1:k, 1:k], diag(s2 * (1 - s2 * w), k) + (s2 * w) %o% (s2 * w) / W, tolerance = 1e-6))
  }
  # Given the difference, the control's share follows the regression of its error on the difference's.
  rho <- (v0 / (v1 + v0))[used]; rest <- (v0 * v1 / (v0 + v1))[used]
  control <- p0[used] - rho * (post - d)
  cov <- matrix(0, 2 * H, 2 * H); mean <- rep(0, 2 * H); ix <- c(used, H + used)
  cov[ix, ix] <- rbind(cbind(cd, -cd %*% diag(rho, k)), cbind(-diag(rho, k) %*% cd, diag(rho, k) %*% cd %*% diag(rho, k) + diag(rest, k)))
  mean[ix] <- c(post, control)
  full_w <- rep(0, H); full_w[used] <- w
  load <- rep(0, H); load[used] <- sqrt(f) * s2 * w
  # How the believed difference in each cell moves with the carrot's share shown in each: for the winner's curse.
  dmean <- matrix(0, H, H); dmean[used, used] <- diag(1 - B, k) + B %o% (w / W)
  list(mean = mean, cov = cov, v0 = v0, v1 = v1, w = full_w, W = W, load = load, dmean = dmean, method = if (morris) "morris" else "blup", tau2 = tau2)
}

project <- function(case) {
  H <- length(case$population); K <- length(case$money$margin)
  sent <- which(case$carrot > 0 & case$share > 0)
  used <- sort(unique(case$carrot[sent]))
  b <- lapply(seq_len(K), function(a) if (a %in% used) believe(case$x[[a]], case$n[[a]], case$x0, case$n0, case$belief))
  # Everything unknown in one vector: differences and control shares, carrot by carrot.
  mean <- unlist(lapply(used, function(a) b[[a]]$mean)); size <- 2 * H; cov <- matrix(0, length(mean), length(mean))
  at <- function(a) (match(a, used) - 1) * size + seq_len(size)
  for (a in used) for (c in used) {
    if (a == c) { cov[at(a), at(c)] <- b[[a]]$cov; next }
    if (b[[a]]$method == "raw" || b[[c]]$method == "raw") next
    shared <- sum(b[[a]]$w * b[[c]]$w * sqrt(b[[a]]$v0 * b[[c]]$v0)) / (b[[a]]$W * b[[c]]$W)
    # A cell has one carrot, so that of the other only what comes through the means is asked for.
    la <- c(b[[a]]$load, -b[[a]]$load * b[[a]]$v0 / (b[[a]]$v0 + b[[a]]$v1)); lc <- c(b[[c]]$load, -b[[c]]$load * b[[c]]$v0 / (b[[c]]$v0 + b[[c]]$v1))
    la[!is.finite(la)] <- 0; lc[!is.finite(lc)] <- 0
    cov[at(a), at(c)] <- shared * la %o% lc
  }
  keep <- case$effectKept; f <- case$responseFactor; q <- case$costFactor
  amounts <- function(v, chance = rep(0, H)) {
    out <- c(responses = 0, anyway = 0, sales = 0, margin = 0, reward = 0, contact = 0)
    for (h in sent) {
      a <- case$carrot[h]; m <- lapply(case$money, `[`, a); d <- v[at(a)][h]; p0 <- v[at(a)][H + h]
      known <- if (case$tested) case$share[h] * case$n[[a]][h] else 0; got <- if (case$tested) case$share[h] * case$x[[a]][h] else 0
      rest <- case$share[h] * case$population[h] - known
      come <- rest * f * (p0 + keep * d) + chance[h]; anyway <- known * p0 + rest * f * p0
      out <- out + c(got + come, anyway, m$sales * (got + come - anyway), m$margin * (got + come - anyway), m$reward * (got + q * come), m$contact * (known + q * rest))
    }
    c(out, incremental = out[["responses"]] - out[["anyway"]], cost = out[["reward"]] + out[["contact"]], profit = out[["margin"]] - out[["reward"]] - out[["contact"]])
  }
  zero <- amounts(rep(0, length(mean))); at_mean <- amounts(mean)
  grad <- sapply(seq_along(mean), function(i) amounts(replace(rep(0, length(mean)), i, 1)) - zero)
  cgrad <- sapply(seq_len(H), function(h) amounts(mean, replace(rep(0, H), h, 1)) - at_mean)
  cvar <- rep(0, H); for (h in sent) { a <- case$carrot[h]; v <- mean[at(a)]; s <- min(1, max(0, f * (v[H + h] + keep * v[h])))
    rest <- case$share[h] * (case$population[h] - if (case$tested) case$n[[a]][h] else 0); cvar[h] <- rest * s * (1 - s) }
  effect <- grad %*% cov %*% t(grad); chance <- cgrad %*% diag(cvar, H) %*% t(cgrad); total <- effect + chance
  z <- qnorm((1 + case$confidence) / 2)
  M <- at_mean[["margin"]]; C <- at_mean[["cost"]]; vm <- total["margin", "margin"]; vc <- total["cost", "cost"]; mc <- total["margin", "cost"]
  roots <- sort(Re(polyroot(c(M^2 - z^2 * vm, -2 * (M * C - z^2 * mc), C^2 - z^2 * vc))))
  se <- sqrt(total["profit", "profit"])
  limit <- case$loss
  at_kept <- function(x) { other <- case; other$effectKept <- x; keep <<- x; amounts(mean)[["profit"]] }
  p <- c(at_kept(0), at_kept(1)); keep <- case$effectKept
  # The winner's curse: the profit as it moves with the shares that the carrots' own customers showed.
  luck <- lapply(used, function(a) {
    own <- which(case$carrot == a & case$share > 0)
    rows <- matrix(nrow = H, data = sapply(own, function(h) {
      gd <- grad["profit", at(a)[h]]; g0 <- grad["profit", at(a)[H + h]]
      rho <- b[[a]]$v0[h] / (b[[a]]$v0[h] + b[[a]]$v1[h])
      dd <- if (b[[a]]$method == "raw") replace(rep(0, H), h, 1) else b[[a]]$dmean[h, ]
      # control = p0 - rho (believed - shown): the shown difference moves one for one with the cell's own share.
      dc <- -rho * (dd - replace(rep(0, H), h, 1))
      gd * dd + g0 * dc
    }))
    v1 <- b[[a]]$v1; v1[!is.finite(v1)] <- 0
    list(total = sqrt(sum(rowSums(rows)^2 * v1)), cell = sum(sqrt(colSums(rows^2 * v1))))
  })
  emax <- integrate(function(x) x * K * dnorm(x) * pnorm(x)^(K - 1), -Inf, Inf, rel.tol = 1e-12)$value
  list(estimates = as.list(at_mean), effect = as.list(diag(effect)), chance = as.list(diag(chance)),
    roi = M / C - 1, roiLow = roots[1] - 1, roiHigh = roots[2] - 1, gain = pnorm(at_mean[["profit"]] / se),
    lossChance = pnorm(-limit, at_mean[["profit"]], se), tenth = qnorm(.1, at_mean[["profit"]], se),
    kept = if (p[2] > p[1]) -p[1] / (p[2] - p[1]) else NULL,
    byTotal = emax * sum(sapply(luck, `[[`, "total")), byCell = emax * sum(sapply(luck, `[[`, "cell")),
    methods = I(sapply(used, function(a) b[[a]]$method)), tau2 = I(sapply(used, function(a) b[[a]]$tau2)))
}

planted <- matrix(c(2,5,5,12, 2,6,4,6, 1,5,2,1, 3,7,7,18, 3,9,6,9, 2,8,4,2, 5,10,11,28, 4,13,9,14, 3,13,6,4), ncol = 4, byrow = TRUE)
deck <- c(501, 790, 3211, 445, 892, 3612, 562, 1009, 2690)
sample <- function(carrot, belief, tested = TRUE, kept = 1, f = 1, q = 1) list(population = deck, x0 = planted[, 1], n0 = rep(100, 9), x = lapply(2:4, function(k) planted[, k]), n = rep(list(rep(100, 9)), 3),
  money = list(sales = rep(30000, 3), margin = rep(9000, 3), contact = rep(350, 3), reward = rep(2000, 3)),
  carrot = carrot, share = rep(1, 9), belief = belief, tested = tested, effectKept = kept, responseFactor = f, costFactor = q, confidence = .95, loss = 1e6)
one <- rep(c(3, 1, 1), 3)
cases <- list(sample(rep(3, 9), "raw"), sample(rep(3, 9), "shrunken"), sample(rep(1, 9), "shrunken"), sample(rep(2, 9), "shrunken", FALSE),
  sample(one, "raw"), sample(one, "shrunken"), sample(one, "shrunken", TRUE, .7, .9, 1.2), sample(c(3, 3, 0, 3, 3, 0, 3, 3, 0), "shrunken"))
# R's own sample, hidden by the one above.
draw <- base::sample
for (i in 1:42) {
  H <- draw(c(1, 2, 3, 4, 5, 9, 12), 1); K <- draw(1:3, 1)
  n0 <- draw(30:300, H, TRUE); n <- lapply(1:K, function(k) draw(30:300, H, TRUE)); base_p <- runif(H, .01, .15)
  x0 <- rbinom(H, n0, base_p); x <- lapply(1:K, function(k) rbinom(H, n[[k]], pmin(.9, pmax(0, base_p + rnorm(H, .04, draw(c(0, .02, .08), 1))))))
  # escalc's rule is about zeros; full arms do not come up.
  most <- do.call(pmax, c(list(n0), n))
  carrot <- draw(0:K, H, TRUE); if (all(carrot == 0)) carrot[1] <- 1
  cases[[length(cases) + 1]] <- list(population = most + draw(0:5000, H, TRUE), x0 = x0, n0 = n0, x = x, n = n,
    money = list(sales = round(runif(K, 1e4, 6e4)), margin = round(runif(K, 5e3, 2e4)), contact = round(runif(K, 50, 900)), reward = round(runif(K, 0, 4000))),
    carrot = carrot, share = ifelse(runif(H) < .7, 1, round(runif(H, .2, 1), 2)), belief = draw(c("raw", "shrunken", "shrunken"), 1), tested = runif(1) < .6,
    effectKept = draw(c(1, .5, .85, 1.1), 1), responseFactor = draw(c(1, .8, 1.2), 1), costFactor = draw(c(1, 1.3), 1), confidence = draw(c(.8, .95), 1), loss = round(runif(1, 0, 5e6)))
}
found <- list()
for (case in cases) {
  if (sum(case$x0) + sum(unlist(case$x)) == 0) next
  boxed <- case; for (part in c("population", "x0", "n0", "carrot", "share")) boxed[[part]] <- I(case[[part]])
  boxed$x <- lapply(case$x, I); boxed$n <- lapply(case$n, I); boxed$money <- lapply(case$money, I)
  found[[length(found) + 1]] <- list(case = boxed, expect = project(case))
}
write(toJSON(found, auto_unbox = TRUE, digits = NA, null = "null"), "policy-outlook.json")
cat(length(found), "cases; methods", unique(unlist(lapply(found, function(r) r$expect$methods))), "; without spread", sum(sapply(found, function(r) any(r$expect$tau2 == 0 & r$expect$methods == "morris"))), "\n")

# Makes three-arms.json (an invented experiment, with its sums) and, where CARROTLAB_HILLSTROM names the file of the MineThatData
# e-mail experiment (Kevin Hillstrom, 2008), hillstrom.json: values only, no rows. Run: Rscript three-arms.R
# Made with: R 4.2.2 t.test, prop.test, mantelhaen.test, quantile(type = 7), p.adjust, var, dbeta, pbeta, dt, pt; integrate and
# uniroot for Dunnett's limit (1955, equations 3 and 5), the score limits (Miettinen & Nurminen 1985) and the beliefs
# Of: analyseExperiment, readMetrics, readBeside
library(jsonlite)
alpha <- 0.05
pieces <- function(f, edges) sum(sapply(seq_len(length(edges) - 1), function(i)
  integrate(f, edges[i], edges[i + 1], rel.tol = 1e-11, abs.tol = 0, subdivisions = 800, stop.on.error = FALSE)$value))
# Chance that the largest of |comparison_i| / S lies beyond c, with correlations b_i b_j (as in distributions/dunnett.R).
normal_tail <- function(c, b) {
  r <- sqrt(1 - b^2)
  beyond <- function(y) {
    none <- 0
    for (i in seq_along(b)) none <- none + log1p(-pmin(1, pnorm((c - b[i] * y) / r[i], lower.tail = FALSE) + pnorm((-c - b[i] * y) / r[i])))
    -expm1(none)
  }
  turns <- c(outer(c(c / b, -c / b), c(-4, 0, 4) * min(r), "+")); reach <- 9 + c
  pieces(function(y) dnorm(y) * beyond(y), sort(unique(c(seq(-reach, reach, length.out = 13), turns[abs(turns) < reach]))))
}
tail_of <- function(c, b, df) {
  if (is.infinite(df)) return(normal_tail(c, b))
  density <- function(u) exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + df * u - df / 2 * exp(2 * u))
  pieces(function(u) sapply(u, function(v) density(v) * normal_tail(c * exp(v), b)), c(-12, -8, -5, -2.5, 0, 2.5, 5, 8) / sqrt(2 * df))
}
# Adjusted p and own limit of every comparison by every rule. b: what each shares with the others through the control.
families <- function(statistic, df, p, b) {
  k <- length(p)
  list(none = list(p = p, limit = qt(1 - alpha / 2, df)), bonferroni = list(p = p.adjust(p, "bonferroni"), limit = qt(1 - alpha / 2 / k, df)),
    holm = list(p = p.adjust(p, "holm"), limit = qt(1 - alpha / 2, df)),
    dunnett = list(p = mapply(function(z, d) tail_of(abs(z), b, d), statistic, df),
      limit = sapply(df, function(d) uniroot(function(c) log(tail_of(c, b, d) / alpha), c(qt(1 - alpha / 2, d), qt(1 - alpha / 2 / k, d)), tol = 1e-13)$root)))
}
around <- function(difference, se, df, p, b) {
  parts <- families(difference / se, df, p, b)
  lapply(parts, function(f) list(p = I(f$p), low = I(difference - f$limit * se), high = I(difference + f$limit * se)))
}
score <- function(x1, n1, x0, n0, d) {
  part <- function(x, p) if (x == 0) 0 else x / p
  slope <- function(p) part(x1, p + d) - part(n1 - x1, 1 - p - d) + part(x0, p) - part(n0 - x0, 1 - p)
  lo <- max(0, -d); hi <- min(1, 1 - d); a <- lo + 1e-15; z <- hi - 1e-15
  p <- if (slope(a) <= 0) lo else if (slope(z) >= 0) hi else uniroot(slope, c(a, z), tol = 1e-17, maxiter = 10000)$root
  N <- n1 + n0
  (x1 / n1 - x0 / n0 - d) / sqrt(((p + d) * (1 - p - d) / n1 + p * (1 - p) / n0) * N / (N - 1))
}
limit <- function(x1, n1, x0, n0, z) uniroot(function(d) score(x1, n1, x0, n0, d) - z, sort(c(x1 / n1 - x0 / n0, if (z > 0) -.9999 else .9999)), tol = 1e-16, maxiter = 10000)$root
shares <- function(x, n, x0, n0) {
  d <- x / n - x0 / n0
  z <- sapply(seq_along(x), function(i) { N <- n[i] + n0; sign(d[i]) * sqrt(unname(suppressWarnings(prop.test(c(x[i], x0), c(n[i], n0), correct = FALSE))$statistic) * (N - 1) / N) })
  rules <- families(z, rep(Inf, length(z)), 2 * pnorm(-abs(z)), sqrt(n / (n + n0)))
  list(difference = I(d), statistic = I(z), rules = lapply(rules, function(f) list(p = I(f$p),
    low = I(mapply(function(x, n, c) limit(x, n, x0, n0, c), x, n, f$limit)), high = I(mapply(function(x, n, c) limit(x, n, x0, n0, -c), x, n, f$limit)))))
}
means <- function(groups) {
  tests <- lapply(groups[-1], function(y) t.test(y, groups[[1]]))
  difference <- sapply(tests, function(t) unname(diff(rev(t$estimate)))); v <- sapply(groups, function(y) var(y) / length(y))
  list(mean = I(unname(sapply(groups, mean))), difference = I(unname(difference)),
    rules = around(unname(difference), unname(sapply(tests, function(t) t$stderr)), unname(sapply(tests, function(t) t$parameter)), unname(sapply(tests, function(t) t$p.value)), unname(sqrt(v[1] / (v[1] + v[-1])))))
}
best <- function(edges, density, below) {
  k <- length(density)
  lapply(seq_len(k), function(i) list(
    best = pieces(function(x) exp(density[[i]](x) + Reduce(`+`, lapply(setdiff(seq_len(k), i), function(j) below[[j]](x)))), edges),
    loss = pieces(function(x) exp(below[[i]](x)) * -expm1(Reduce(`+`, lapply(setdiff(seq_len(k), i), function(j) below[[j]](x)))), edges)))
}
analyse <- function(rows, cap_share, margin) {
  arms <- levels(rows$arm); by <- split(rows, rows$arm); n <- sapply(by, nrow); k <- length(arms) - 1
  out <- list(arms = arms, customers = I(unname(n)))
  out$response <- shares(unname(sapply(by, function(d) sum(d$response)))[-1], unname(n[-1]), sum(by[[1]]$response), unname(n[1]))
  out$purchase <- shares(unname(sapply(by, function(d) sum(d$purchase)))[-1], unname(n[-1]), sum(by[[1]]$purchase), unname(n[1]))
  # Within strata: Mantel-Haenszel difference, Sato's error, and what two carrots share through the control of each stratum.
  cells <- lapply(split(rows, rows$stratum), function(s) list(n = table(s$arm), x = tapply(s$response, s$arm, sum), p = mean(s$response)))
  within <- lapply(seq_len(k) + 1, function(j) {
    sums <- t(sapply(cells, function(s) { n1 <- s$n[j]; n0 <- s$n[1]; x1 <- s$x[j]; x0 <- s$x[1]; N <- n1 + n0
      c(w = n1 * n0 / N, d = (x1 * n0 - x0 * n1) / N, P = (n1^2 * x0 - n0^2 * x1 + n1 * n0 * (n0 - n1) / 2) / N^2, Q = (x1 * (n0 - x0) + x0 * (n1 - x1)) / (2 * N)) }))
    W <- sum(sums[, 1]); d <- sum(sums[, 2]) / W
    list(d = d, se = sqrt((d * sum(sums[, 3]) + sum(sums[, 4])) / W^2)) })
  share <- sapply(seq_len(k) + 1, function(i) sapply(seq_len(k) + 1, function(j) sum(sapply(cells, function(s) {
    wi <- s$n[i] * s$n[1] / (s$n[i] + s$n[1]); wj <- s$n[j] * s$n[1] / (s$n[j] + s$n[1]); wi * wj * s$p * (1 - s$p) * if (i == j) 1 / s$n[i] + 1 / s$n[1] else 1 / s$n[1] }))))
  r <- share[1, 2] / sqrt(share[1, 1] * share[2, 2])
  d <- sapply(within, `[[`, "d"); se <- sapply(within, `[[`, "se")
  out$within <- list(difference = I(d), rules = around(d, se, rep(Inf, k), 2 * pnorm(-abs(d / se)), rep(sqrt(r), k)))
  out$cmh <- I(sapply(arms[-1], function(a) { s <- droplevels(rows[rows$arm %in% c(arms[1], a), ]); counts <- table(s$arm, s$response, s$stratum); storage.mode(counts) <- "double"
    unname(mantelhaen.test(counts, correct = FALSE)$p.value) }))
  cap <- unname(quantile(rows$money, cap_share, type = 7)); out$cap <- cap
  out$above <- I(unname(sapply(by, function(d) sum(d$money > cap))))
  out$whole <- means(lapply(by, function(d) d$money)); out$capped <- means(lapply(by, function(d) pmin(d$money, cap)))
  out$orders <- means(lapply(by, function(d) d$orders))
  ratio <- sapply(by, function(d) sum(d$money) / sum(d$orders)); se <- sapply(by, function(d) sd(d$money - sum(d$money) / sum(d$orders) * d$orders) / sqrt(nrow(d)) / mean(d$orders))
  both <- sqrt(se[-1]^2 + se[1]^2); z <- (ratio[-1] - ratio[1]) / both
  out$perOrder <- list(ratio = I(unname(ratio)), difference = I(unname(ratio[-1] - ratio[1])), rules = around(unname(ratio[-1] - ratio[1]), unname(both), rep(Inf, k), unname(2 * pnorm(-abs(z))), unname(sqrt(se[1]^2 / (se[1]^2 + se[-1]^2)))))
  out$spend <- lapply(arms[-1], function(a) {
    part <- lapply(c(a, arms[1]), function(g) { m <- by[[g]]$money; I <- m > 0; s <- mean(I); b <- sum(m) / sum(I); list(s = s, b = b, v = var(cbind(I - s, (m - b * I) / s)) / length(m)) })
    t <- part[[1]]; c0 <- part[[2]]; error <- function(g1, g0) sqrt(sum(g1 * (t$v %*% g1)) + sum(g0 * (c0$v %*% g0)))
    list(whole = t$s * t$b - c0$s * c0$b, buyers = (t$s - c0$s) * (t$b + c0$b) / 2, baskets = (t$b - c0$b) * (t$s + c0$s) / 2,
      buyersError = error(c((t$b + c0$b) / 2, (t$s - c0$s) / 2), c(-(t$b + c0$b) / 2, (t$s - c0$s) / 2)),
      basketsError = error(c((t$b - c0$b) / 2, (t$s + c0$s) / 2), c((t$b - c0$b) / 2, -(t$s + c0$s) / 2))) })
  known <- lapply(by, function(d) d[!is.na(d$before), ])
  cuped <- function(outcome) {
    plain <- lapply(known[-1], function(d) t.test(outcome(d), outcome(known[[1]])))
    fits <- lapply(known[-1], function(d) { y <- c(outcome(d), outcome(known[[1]])); x <- c(d$before, known[[1]]$before); theta <- cov(y, x) / var(x)
      list(theta = theta, t = t.test(outcome(d) - theta * (d$before - mean(x)), outcome(known[[1]]) - theta * (known[[1]]$before - mean(x))),
        b = { v <- function(g) var(outcome(g) - theta * g$before) / nrow(g); sqrt(v(known[[1]]) / (v(known[[1]]) + v(d))) }) })
    difference <- unname(sapply(fits, function(f) diff(rev(f$t$estimate)))); se <- unname(sapply(fits, function(f) f$t$stderr))
    width <- function(t) diff(as.numeric(t$conf.int))
    list(slope = I(unname(sapply(fits, `[[`, "theta"))), difference = I(difference), shrunk = I(unname(mapply(function(f, p) 1 - width(f$t) / width(p), fits, plain))),
      rules = around(difference, se, unname(sapply(fits, function(f) f$t$parameter)), unname(sapply(fits, function(f) f$t$p.value)), unname(sapply(fits, `[[`, "b"))))
  }
  out$before <- list(response = cuped(function(d) d$response), whole = cuped(function(d) d$money), capped = cuped(function(d) pmin(d$money, cap)))
  # Beside: beliefs, and the margin with Bonferroni's share of alpha.
  x <- sapply(by, function(d) sum(d$response)); shape <- cbind(1 + x, 1 + n - x); centre <- shape[, 1] / rowSums(shape); spread <- sqrt(centre * (1 - centre) / n)
  out$belief <- best(seq(max(0, min(centre - 14 * spread)), min(1, max(centre + 14 * spread)), length.out = 200),
    lapply(seq_len(k + 1), function(i) function(q) dbeta(q, shape[i, 1], shape[i, 2], log = TRUE)), lapply(seq_len(k + 1), function(i) function(q) pbeta(q, shape[i, 1], shape[i, 2], log.p = TRUE)))
  m <- sapply(by, function(d) mean(d$money)); s <- sapply(by, function(d) sd(d$money) / sqrt(nrow(d)))
  out$moneyBelief <- best(seq(min(m - 14 * s), max(m + 14 * s), length.out = 300),
    lapply(seq_len(k + 1), function(i) function(q) dt((q - m[i]) / s[i], n[i] - 1, log = TRUE) - log(s[i])), lapply(seq_len(k + 1), function(i) function(q) pt((q - m[i]) / s[i], n[i] - 1, log.p = TRUE)))
  d <- sapply(within, `[[`, "d"); se <- sapply(within, `[[`, "se"); z <- qnorm(1 - alpha / k)
  out$margin <- list(notWorse = I(pmin(1, k * pnorm((d + margin) / se, lower.tail = FALSE))), notBetter = I(pmin(1, k * pnorm((d - margin) / se))), low = I(d - z * se), high = I(d + z * se))
  x0 <- sum(by[[1]]$response)
  out$marginTogether <- list(notWorse = I(sapply(2:(k + 1), function(j) min(1, k * pnorm(score(x[j], n[j], x0, n[1], -margin), lower.tail = FALSE)))),
    notBetter = I(sapply(2:(k + 1), function(j) min(1, k * pnorm(score(x[j], n[j], x0, n[1], margin))))))
  out
}
moments <- function(y) list(sum = sum(y), sumOfSquares = sum(y^2))
sums <- function(d, cap) { capped <- pmin(d$money, cap); q <- d[!is.na(d$before), ]; own <- pmin(q$money, cap)
  list(customers = nrow(d), responders = sum(d$response), purchasers = sum(d$purchase), money = moments(d$money), buyers = sum(d$money > 0), cappedMoney = moments(capped),
    orders = moments(d$orders), moneyByOrders = sum(d$money * d$orders), before = c(moments(q$before), list(customers = nrow(q), responders = sum(q$response), byResponse = sum(q$before * q$response),
      money = moments(q$money), byMoney = sum(q$before * q$money), cappedMoney = moments(own), byCappedMoney = sum(q$before * own)))) }

set.seed(20260106)
invented <- do.call(rbind, lapply(1:3, function(a) { n <- c(1100, 900, 700)[a]; stratum <- sample(c("north", "south", "west"), n, TRUE, c(.5, .3, .2))
  before <- round(rgamma(n, 1.3, scale = 90 + 40 * (stratum == "south")))
  response <- rbinom(n, 1, plogis(-2.6 + c(0, .35, .1)[a] + .4 * (stratum == "south") + before / 260)); purchase <- response * rbinom(n, 1, .55)
  orders <- purchase * (1 + rpois(n, .6)); money <- orders * round(exp(rnorm(n, 3.4 + c(0, 0, .15)[a] + before / 500, .8)))
  before[runif(n) < .08] <- NA
  data.frame(arm = c("none", "card", "gift")[a], stratum, response, purchase, orders, money, before) }))
invented$arm <- factor(invented$arm, c("none", "card", "gift"))
values <- analyse(invented, .99, .03)
strata <- lapply(split(invented, invented$stratum), function(s) lapply(unname(split(s, s$arm)), sums, values$cap))
write_json(list(confidence = 1 - alpha, margin = .03, strata = lapply(names(strata), function(s) list(key = s, arms = strata[[s]])), values = values), "three-arms.json", digits = I(17), auto_unbox = TRUE)

file <- Sys.getenv("CARROTLAB_HILLSTROM")
if (file != "") {
  h <- read.csv(file)
  rows <- data.frame(arm = factor(h$segment, c("No E-Mail", "Mens E-Mail", "Womens E-Mail")), stratum = paste(h$zip_code, h$channel), response = h$visit, purchase = h$conversion,
    orders = h$conversion, money = h$spend, before = h$history)
  write_json(list(confidence = 1 - alpha, margin = .05, capShare = .999, values = analyse(rows, .999, .05)), "hillstrom.json", digits = I(17), auto_unbox = TRUE)
}

# The planted experiment of the sample (9 cells, CONTROL COUPON GIFT POINT, 100 each), its questions tested by hand:
# contrasts over cells weighed by eligible customers, Wald with the variances observed, Dunnett by its integral.
# Rscript tests/oracles/results/question-answers.R > tests/oracles/results/question-answers.json
x <- rbind(c(2,5,5,12), c(2,6,4,6), c(1,5,2,1), c(3,7,7,18), c(3,9,6,9), c(2,8,4,2), c(5,10,11,28), c(4,13,9,14), c(3,13,6,4))
population <- c(501, 790, 3211, 445, 892, 3612, 562, 1009, 2690)
level <- rep(1:3, 3) # high, mid, low points
n <- 100
p <- x / n
v <- p * (1 - p) / n
w <- population / sum(population)
out <- list()
pair <- function(first, second, weights = w) {
  estimate <- sum(weights * (p[, first] - p[, second]))
  error <- sqrt(sum(weights^2 * (v[, first] + v[, second])))
  c(estimate = estimate, error = error, p = 2 * pnorm(-abs(estimate / error)))
}
show <- function(name, value) out[[name]] <<- value
carrots <- sapply(2:4, function(arm) pair(arm, 1))
b <- sqrt(sum(w^2 * v[, 1])) / carrots["error", ]
tail <- function(limit) integrate(function(y) sapply(y, function(one)
  dnorm(one) * (1 - prod(pnorm((limit - b * one) / sqrt(1 - b^2)) - pnorm((-limit - b * one) / sqrt(1 - b^2))))),
  -12, 12, rel.tol = 1e-12, abs.tol = 1e-15, subdivisions = 2000)$value
show("estimates", carrots["estimate", ])
show("dunnett", sapply(abs(carrots["estimate", ] / carrots["error", ]), tail))
limit <- uniroot(function(z) tail(z) - 0.05, c(1.9, 2.6), tol = 1e-13)$root
show("dunnettLow", carrots["estimate", ] - limit * carrots["error", ])
couponGift <- pair(2, 3)
show("couponGift", couponGift)
show("couponGiftMore", ceiling(1800 * (((qnorm(0.975) + qnorm(0.8)) / (couponGift["estimate"] / couponGift["error"]))^2 - 1)))
means <- function(arm, l) { own <- w * (level == l); own <- own / sum(own); c(sum(own * p[, arm]), sum(own^2 * v[, arm])) }
# Which carrot for which customer by points: 2 x 2 contrasts of COUPON, GIFT, POINT over high, mid, low.
m <- array(0, c(3, 3, 2)); for (a in 1:3) for (l in 1:3) m[a, l, ] <- means(a + 1, l)
rows <- list(); for (a in 2:3) for (l in 2:3) { r <- matrix(0, 3, 3); r[a, l] <- 1; r[a, 1] <- -1; r[1, l] <- -1; r[1, 1] <- 1; rows[[length(rows) + 1]] <- r }
estimate <- sapply(rows, function(r) sum(r * m[, , 1]))
covariance <- outer(1:4, 1:4, Vectorize(function(i, j) sum(rows[[i]] * rows[[j]] * m[, , 2])))
statistic <- as.numeric(t(estimate) %*% solve(covariance) %*% estimate)
show("whichByPoints", c(statistic, pchisq(statistic, 4, lower.tail = FALSE)))
# The same everywhere: COUPON over the holdout, by points.
effect <- sapply(1:3, function(l) means(2, l)[1] - means(1, l)[1]); variance <- sapply(1:3, function(l) means(2, l)[2] + means(1, l)[2])
d <- effect[2:3] - effect[1]; c2 <- diag(variance[2:3]) + variance[1]
same <- as.numeric(t(d) %*% solve(c2) %*% d)
show("couponByPoints", c(same, pchisq(same, 2, lower.tail = FALSE)))
show("couponEffects", effect)
# A rising trend of POINT's effect from low to high points, one-sided.
score <- c(2, 1, 0)[level]; centred <- score - sum(w * score); slope <- w * centred / sum(w * centred^2)
trend <- sum(slope * (p[, 4] - p[, 1])); trendError <- sqrt(sum(slope^2 * (v[, 4] + v[, 1])))
show("trend", c(trend, trendError, pnorm(trend / trendError, lower.tail = FALSE)))
fields <- sapply(names(out), function(name) sprintf('  "%s": [%s]', name, paste(sprintf("%.17g", out[[name]]), collapse = ", ")))
cat("{\n", paste(fields, collapse = ",\n"), "\n}\n", sep = "")

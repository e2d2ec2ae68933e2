# Makes many-arms.json: several arms against one control, each, any and all, by Dunnett and Bonferroni. Run: Rscript many-arms.R
# Made with: R 4.2.2 mvtnorm::pmvnorm(TVPACK) for two and three arms, integrated over the spread for means; limits by the same, solved; qnorm, qt
# Checks: powerOfManyShares, powerOfManyMeans, sampleSizeForManyShares, sampleSizeForManyMeans
suppressMessages({ library(jsonlite); library(mvtnorm) })
corr <- function(n0, n) { b <- sqrt(n / (n + n0)); m <- outer(b, b); diag(m) <- 1; m }
box <- function(lower, upper, m) if (length(lower) == 1) pnorm(upper) - pnorm(lower) else {
  # TVPACK wants half-open boxes: inclusion and exclusion over the corners.
  k <- length(lower); total <- 0
  for (bits in 0:(2^k - 1)) { low <- bitwAnd(bits, 2^(0:(k - 1))) > 0; at <- ifelse(low, lower, upper); if (any(at == -Inf)) next
    total <- total + (-1)^sum(low) * as.numeric(pmvnorm(upper = at, corr = m, algorithm = TVPACK(abseps = 1e-14))) }
  total }
mix <- function(f, df) if (df == Inf) f(1) else { # over s = estimated / true spread
  density <- function(s) exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2)
  ends <- sqrt(qchisq(c(1e-16, 1e-16), df, lower.tail = c(TRUE, FALSE)) / df); ends[2] <- sqrt(qchisq(1e-16, df, lower.tail = FALSE) / df)
  integrate(function(s) sapply(s, function(x) density(x) * f(x)), ends[1], ends[2], rel.tol = 1e-10, subdivisions = 400)$value }
limit <- function(n0, n, df, alpha, sides, rule) { k <- length(n)
  if (rule != "dunnett") { tail <- alpha / sides / if (rule == "bonferroni") k else 1; return(if (df == Inf) qnorm(tail, lower.tail = FALSE) else qt(tail, df, lower.tail = FALSE)) }
  m <- corr(n0, n); none <- function(crit) mix(function(s) box(if (sides == 2) rep(-crit * s, k) else rep(-Inf, k), rep(crit * s, k), m), df)
  uniroot(function(crit) none(crit) - (1 - alpha), c(if (df == Inf) qnorm(alpha / sides, lower.tail = FALSE) else qt(alpha / sides, df, lower.tail = FALSE), if (df == Inf) qnorm(alpha / sides / k / 1.01, lower.tail = FALSE) else qt(alpha / sides / k / 1.01, df, lower.tail = FALSE)), tol = 1e-13)$root }
# shift and limits per comparison (in its own spread), all seen in their true direction; m: their correlations.
chances <- function(shift, limits, m, df) { k <- length(shift)
  list(each = sapply(seq_len(k), function(i) mix(function(s) pnorm(limits[i] * s - shift[i], lower.tail = FALSE), df)),
    any = 1 - mix(function(s) box(rep(-Inf, k), limits * s - shift, m), df),
    all = mix(function(s) box(rep(-Inf, k), shift - limits * s, m), df)) }
shares <- list(); means <- list()
for (arms in list(c(900, 900), c(300, 1500), c(700, 700, 700), c(250, 600, 2000))) for (n0 in c(400, 1800)) for (p0 in c(.03, .2)) for (d in list(c(.02, .03, .04), c(-.02, -.025, -.015), c(.015, -.02, .03)))
  for (alpha in c(.05, .01)) for (sides in 1:2) for (rule in c("dunnett", "bonferroni", "none")) {
    k <- length(arms); lift <- d[1:k]; if (sides == 1 && any(lift > 0) && any(lift < 0)) next; if (rule == "none" && alpha == .01) next
    p1 <- p0 + lift; crit <- limit(n0, arms, Inf, alpha, sides, rule)
    s <- sqrt(p1 * (1 - p1) / arms + p0 * (1 - p0) / n0); pm <- (p1 * arms + p0 * n0) / (arms + n0); s0 <- sqrt(pm * (1 - pm) * (1 / arms + 1 / n0))
    b <- sqrt(p0 * (1 - p0) / n0) / s * sign(lift); m <- outer(b, b); diag(m) <- 1
    out <- chances(abs(lift) / s, crit * s0 / s, m, Inf)
    shares[[length(shares) + 1]] <- list(sizes = arms, sizeControl = n0, baselineShare = p0, lifts = lift, alpha = alpha, sides = sides, rule = rule, critical = crit, each = out$each, any = out$any, all = out$all)
  }
for (arms in list(c(8, 8), c(5, 30), c(12, 12, 12))) for (n0 in c(6, 25)) for (d in list(c(.9, 1.1, 1.3), c(.8, -1.2, .5))) for (sides in 1:2) for (rule in c("dunnett", "bonferroni")) {
    k <- length(arms); delta <- d[1:k]; if (sides == 1 && any(delta < 0)) next
    df <- sum(arms) + n0 - k - 1; crit <- limit(n0, arms, df, .05, sides, rule)
    b <- sqrt(arms / (arms + n0)) * sign(delta); m <- outer(b, b); diag(m) <- 1
    out <- chances(abs(delta) / sqrt(1 / arms + 1 / n0), rep(crit, k), m, df)
    means[[length(means) + 1]] <- list(sizes = arms, sizeControl = n0, differences = delta, sides = sides, rule = rule, critical = crit, each = out$each, any = out$any, all = out$all)
}
write_json(list(shares = shares, means = means), "many-arms.json", digits = I(17), auto_unbox = TRUE)
cat(length(shares), length(means), "\n")

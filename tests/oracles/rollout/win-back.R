# Makes win-back.json: win-back chains reckoned payment by payment, break-evens by root finding. Run: Rscript win-back.R
# Made with: R 4.2.2: every payment on its own day with its own discount; uniroot at a tight tolerance; power.prop.test
# Of: winBack, followUpWorths, tornado, twoWayTable, incrementalResponse
library(jsonlite)
set.seed(20170326)

# One row per payment: month, money in or out. `counted`: customers whose orders count.
payments <- function(x, incremental) {
  anyway <- if (incremental) x$contacted * x$holdout else 0
  rows <- list(c(0, -x$contacted * x$contactCost), c(0, -x$responded * x$rewardCost),
    c(0, x$margin * x$orderValue * x$orders * (x$responded - anyway)))
  here <- x$responded; start <- 0
  for (s in x$steps) {
    rows[[length(rows) + 1]] <- c(start, -s$cost * here)
    kept <- if (is.na(s$holdout)) (if (here > 0) s$remaining / here else 0) else s$holdout
    anyway <- anyway * kept; here <- s$remaining
    whole <- floor(s$months); part <- s$months - whole
    bought <- x$margin * x$orderValue * s$orders * (here - anyway)
    for (m in seq_len(whole)) rows[[length(rows) + 1]] <- c(start + m, bought)
    if (part > 0) rows[[length(rows) + 1]] <- c(start + s$months, part * bought)
    start <- start + s$months
  }
  table <- do.call(rbind, rows)
  data.frame(month = table[, 1], money = table[, 2] / (1 + x$discount)^table[, 1], paid = table[, 2])
}
profit <- function(x, incremental = FALSE) sum(payments(x, incremental)$money)
cost <- function(x) { p <- payments(x, FALSE); -sum(p$money[p$paid < 0]) }
# The chain with another response: all further steps in proportion.
responding <- function(x, responded) {
  share <- responded / x$responded; x$responded <- responded
  x$steps <- lapply(x$steps, function(s) { s$remaining <- s$remaining * share; s }); x
}
root <- function(f, low, high) {
  ends <- c(f(low), f(high)); if (any(!is.finite(ends)) || prod(sign(ends)) >= 0) return(NA)
  uniroot(f, c(low, high), tol = 1e-13 * high)$root
}
payback <- function(x, incremental) {
  p <- payments(x, incremental); months <- sort(unique(p$month))
  so_far <- sapply(months, function(m) sum(p$money[p$month <= m]))
  unpaid <- which(so_far < -1e-12 * cost(x)); last <- if (length(unpaid)) max(unpaid) else 0
  if (last == length(months)) NA else months[last + 1]
}
view <- function(x, incremental) {
  at_order_value <- function(v) { y <- x; y$orderValue <- v; profit(y, incremental) }
  at_response <- function(share) profit(responding(x, share * x$contacted), incremental)
  list(profit = profit(x, incremental), roi = profit(x, incremental) / cost(x),
    breakEvenOrderValue = root(at_order_value, 0, 1e9), breakEvenResponse = root(at_response, 1e-9, 1),
    payback = payback(x, incremental))
}
# What one customer who remains after a step leaves, and the change at which the step pays, by root finding.
worth <- function(x, k) {
  s <- x$steps[[k]]; before <- if (k == 1) x$responded else x$steps[[k - 1]]$remaining
  if (before == 0 || s$remaining == 0) return(NULL)
  # Its own chain: the customers reached, and nothing bought at once.
  y <- x; y$contacted <- before; y$responded <- before; y$contactCost <- 0; y$rewardCost <- 0; y$orders <- 0
  y$steps <- x$steps[k:length(x$steps)]
  now <- profit(y)
  without <- function(share) { z <- y; change <- share * before / s$remaining
    z$steps <- lapply(y$steps, function(t) { t$remaining <- t$remaining * change; t }); z$steps[[1]]$cost <- 0; profit(z) }
  kept <- s$remaining / before
  needed <- kept - root(function(share) without(share) - now, 1e-12, kept)
  n <- NA
  if (!is.na(needed) && needed > 1e-9 && needed < kept && kept < 1)
    n <- power.prop.test(p1 = kept - needed, p2 = kept, sig.level = .05, power = .8, tol = 1e-12)$n
  list(step = k, breakEvenChange = needed, size = n, profit = if (is.na(s$without)) NA else now - without(s$without))
}

chains <- list()
for (i in 1:60) {
  contacted <- sample(c(100, 1000, 20000), 1); responded <- floor(contacted * runif(1, .05, .6))
  here <- responded; steps <- list()
  for (k in seq_len(sample(1:4, 1))) {
    here <- floor(here * runif(1, .4, .95))
    steps[[k]] <- list(cost = round(runif(1, 100, 3000)), remaining = here, orders = sample(c(.5, 1, 2), 1),
      months = sample(c(0, 1, 3, 6, 6.5, 12), 1), without = if (runif(1) < .5) NA else round(runif(1, 0, .6), 3),
      holdout = if (runif(1) < .5) NA else round(runif(1, 0, .9), 3))
  }
  orders <- steps[[1]]$orders
  x <- list(contacted = contacted, contactCost = round(runif(1, 200, 5000)), responded = responded,
    rewardCost = sample(c(0, 1000, 3000), 1), orderValue = round(runif(1, 5000, 60000)), margin = round(runif(1, .1, .6), 2),
    orders = orders, discount = sample(c(0, .005, .01, .05), 1), holdout = round(runif(1, 0, responded / contacted), 4), steps = steps)
  dear <- x; dear$orderValue <- x$orderValue * 1.2; cheap <- x; cheap$orderValue <- x$orderValue * .8
  few <- round(responded * .8); grid <- responding(x, x$responded * .8); grid$orderValue <- x$orderValue * .8
  found <- Filter(Negate(is.null), lapply(seq_along(steps), function(k) worth(x, k)))
  chains[[i]] <- c(x, list(totalCost = cost(x), gross = view(x, FALSE), incremental = view(x, TRUE),
    orderValueSwing = profit(dear) - profit(cheap), cornerProfit = profit(grid), cornerProfitBeyond = profit(grid, TRUE), worths = found))
}

# The Starbucks promotion, groups of unequal size: each control customer stands for n_T / n_C of the promoted.
starbucks <- list()
for (i in 1:12) {
  nT <- sample(500:50000, 1); nC <- sample(500:50000, 1); bT <- rbinom(1, nT, .02); bC <- rbinom(1, nC, .012)
  weight <- nT / nC
  starbucks[[i]] <- list(treated = nT, treatedBuyers = bT, control = nC, controlBuyers = bC,
    irr = bT / nT - bC / nC, nir = 10 * bT - .15 * nT - 10 * sum(rep(weight, bC)))
}
write_json(list(chains = chains, starbucks = starbucks), "win-back.json", digits = I(17), auto_unbox = TRUE, na = "null")

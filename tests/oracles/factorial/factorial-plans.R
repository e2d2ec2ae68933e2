# Makes factorial-plans.json: published two-level fractions, screening plans and orthogonal arrays as counted by other
# programs, D-optimal plans under forbidden combinations, and contrasts of plans. Run: Rscript factorial-plans.R
# Made with: R 4.2.2; FrF2 2.3-4 (catlg: Chen, Sun & Wu 1993 and later catalogues; aliases), DoE.base 1.2-5 (length3, length4,
# GR), AlgDesign 1.2.1.2 (optFederov, eval.design); lm, model.matrix and cancor of base R
suppressMessages({library(jsonlite); library(FrF2); library(DoE.base); library(AlgDesign)})
set.seed(20170326)

# Two-level fractions of minimum aberration: words by length, and how many pairs are clear.
best <- catlg[grepl("\\.1$", names(catlg))]
fractions <- unname(lapply(Filter(function(d) {
  d$nruns <= 64 && d$nfac > log2(d$nruns) && d$nfac <= c(`4` = 3, `8` = 7, `16` = 15, `32` = 12, `64` = 11)[[as.character(d$nruns)]]
}, best), function(d) {
  # Alias classes counted from the design itself: main effects and pairs by their equal columns.
  x <- as.matrix(sapply(desnum(FrF2(d$nruns, d$nfac, randomize = FALSE))[, 1:d$nfac] |> as.data.frame(), as.numeric))
  cols <- cbind(x, apply(combn(d$nfac, 2), 2, function(p) x[, p[1]] * x[, p[2]]))
  key <- apply(cols * cols[1, ][col(cols)], 2, paste, collapse = " ")
  list(factors = d$nfac, runs = d$nruns, resolution = d$res, wordLengths = as.list(c(d$WLP, rep(0, d$nfac))[1:7]),
       classSizes = as.list(sort(as.integer(table(key)), decreasing = TRUE)))
}))

# Screening plans: words of length 3 and 4, generalised resolution 3 + 1 - the largest alias coefficient.
screening <- lapply(c(12, 20, 24), function(n) {
  k <- n - 1; d <- pb(n, k, randomize = FALSE)
  list(runs = n, length3 = length3(d), length4 = length4(d), resolution = unname(GR(d)$GR))
})

# Orthogonal arrays whose words do not depend on which columns or splitting is taken.
arrays <- lapply(list(list("L9", L9.3.4, rep(3, 4)), list("L18", L18, c(2, rep(3, 7))), list("L18.6", L18.3.6.6.1, c(rep(3, 6), 6)),
                      list("L16", L16.4.5, rep(4, 5)), list("L25", L25.5.6, rep(5, 6))), function(a) {
  d <- as.data.frame(lapply(as.data.frame(unclass(a[[2]])), factor))
  list(name = a[[1]], levelCounts = as.list(a[[3]]), runs = nrow(d), length3 = length3(as.matrix(sapply(d, as.integer))), length4 = length4(as.matrix(sapply(d, as.integer))))
})

# Helmert's contrasts with a mean square of 1.
scaled <- function(s) { h <- contr.helmert(s); sweep(h, 2, sqrt(colSums(h^2) / s), "/") }
frame <- function(levels) { g <- expand.grid(lapply(levels, function(s) 0:(s - 1))); names(g) <- LETTERS[seq_along(levels)]; g }
coded <- function(g, levels) { for (j in seq_along(levels)) { g[[j]] <- factor(g[[j]], 0:(levels[j] - 1)); contrasts(g[[j]]) <- scaled(levels[j]) }; g }
model <- function(kind, k) as.formula(if (kind == "main") paste("~", paste(LETTERS[1:k], collapse = "+")) else paste("~ (", paste(LETTERS[1:k], collapse = "+"), ")^2"))

cases <- list(c(2, 2, 2), c(3, 2, 2), c(3, 3, 2), c(4, 3, 2), c(3, 3, 3), c(4, 4, 2), c(2, 2, 2, 2, 2), c(5, 3, 2), c(4, 3, 2, 2), c(3, 2, 2, 2), c(6, 3), c(5, 4, 3))
optimal <- list()
for (levels in cases) for (kind in c("main", "main-and-pairs")) for (extra in c(0, 2, 5)) {
  k <- length(levels); g <- frame(levels)
  # Two forbidden pairs of levels and, from three factors on, one forbidden triple.
  pick <- function(m) { f <- sort(sample(k, m)); lapply(f, function(j) list(factor = j - 1, level = sample(levels[j], 1) - 1)) }
  forbidden <- if (extra == 0) list() else list(pick(2), pick(min(3, k)))
  hit <- function(p) Reduce(`&`, lapply(p, function(q) g[[q$factor + 1]] == q$level))
  keep <- !Reduce(`|`, lapply(forbidden, hit), rep(FALSE, nrow(g))); cand <- coded(g[keep, , drop = FALSE], levels)
  x <- model.matrix(model(kind, k), cand); p <- ncol(x); n <- p + extra
  if (n > nrow(x) || qr(x)$rank < p) next
  few <- choose(nrow(x), n) <= 60000
  d <- if (few) max(apply(combn(nrow(x), n), 2, function(r) max(0, det(crossprod(x[r, , drop = FALSE]) / n))))^(1 / p) else
    optFederov(model(kind, k), cand, nTrials = n, nRepeats = 100, criterion = "D")$D
  optimal[[length(optimal) + 1]] <- list(levelCounts = as.list(levels), model = kind, runs = n, forbidden = forbidden, candidates = nrow(x), efficiency = d,
    by = if (few) "enumeration" else "optFederov")
}

# Random plans: D-efficiency, the canonical correlations of pairs of effects, the contrast that answers a question.
plans <- list()
for (i in 1:40) {
  levels <- sample(2:4, sample(2:4, 1), TRUE); k <- length(levels); g <- frame(levels); kind <- if (i %% 2) "main" else "main-and-pairs"
  full <- coded(g, levels); p <- ncol(model.matrix(model(kind, k), full)); if (p >= nrow(g)) { kind <- "main"; p <- ncol(model.matrix(model(kind, k), full)) }
  repeat { r <- sort(sample(nrow(g), min(nrow(g), p + sample(0:6, 1)))); x <- model.matrix(model(kind, k), full[r, ]); if (qr(x)$rank == p && kappa(x) < 1e3) break }
  sizes <- if (i %% 3) rep(1, length(r)) else sample(20:500, length(r), TRUE)
  average <- function(keep) colMeans(model.matrix(model(kind, k), full)[keep, , drop = FALSE])
  f <- sample(k, 2); l <- sample(levels[f[1]], 2) - 1; m <- sample(levels[f[2]], 2) - 1
  at <- function(a, b) average(g[[f[1]]] == a & g[[f[2]]] == b)
  inter <- kind != "main"
  L <- if (inter) at(l[1], m[1]) - at(l[2], m[1]) - at(l[1], m[2]) + at(l[2], m[2]) else average(g[[f[1]]] == l[1]) - average(g[[f[1]]] == l[2])
  V <- solve(t(x) %*% (x * sizes)); w <- as.vector(L %*% V %*% t(x * sizes))
  cols <- function(e) model.matrix(as.formula(paste("~", paste(LETTERS[e], collapse = "*"))), full[r, ])
  block <- function(e) { z <- cols(e); a <- attr(z, "assign"); z[, a == max(a), drop = FALSE] }
  rho <- function(a, b) { u <- block(a); v <- block(b); u <- scale(u, scale = FALSE); v <- scale(v, scale = FALSE); if (qr(u)$rank == 0 || qr(v)$rank == 0) 0 else cancor(u, v)$cor[1] }
  rows <- lapply(r, function(q) as.list(unname(unlist(g[q, ]))))
  pairs <- combn(k, 2); mixed <- list()
  for (a in 1:k) for (q in 1:ncol(pairs)) mixed[[length(mixed) + 1]] <- list(first = list(a - 1), second = as.list(pairs[, q] - 1), correlation = min(1, rho(a, pairs[, q])))
  step <- function(f, l) list(factor = f - 1, level = l[1], against = l[2])
  plans[[i]] <- list(levelCounts = as.list(levels), model = kind, runs = rows, sizes = as.list(sizes),
    efficiency = if (all(sizes == 1)) eval.design(model(kind, k), full[r, ])$determinant else NULL,
    question = if (inter) list(kind = "interaction", first = step(f[1], l), second = step(f[2], m)) else list(kind = "levels", step = step(f[1], l)),
    weights = as.list(w), varianceFactor = sum(w^2 / sizes) * sum(sizes), mixed = mixed)
}
write_json(list(fractions = fractions, screening = screening, arrays = arrays, optimal = optimal, plans = plans), "factorial-plans.json", digits = I(17), auto_unbox = TRUE)

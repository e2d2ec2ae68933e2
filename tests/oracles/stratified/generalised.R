# Makes generalised.json: association in r x c tables in strata. Run: Rscript generalised.R
# Made with: R 4.2.2 vcdExtra::CMHtest, mantelhaen.test
# Made with: where arms are missing in strata the formula of Landis, Heyman & Koch written out with MASS::ginv
# Checks: generalAssociation, rowMeanScoresDiffer, scoresCorrelate
library(jsonlite); suppressMessages({library(vcdExtra); library(MASS)})
set.seed(78)
cases <- list()
written <- function(tables, rows, columns) { # by generalised inverse; rows, columns: matrices of scores, one per row
  G <- 0; V <- 0
  for (k in seq_len(dim(tables)[3])) {
    t <- tables[, , k]; n <- sum(t); if (n < 2) next
    p <- rowSums(t) / n; q <- colSums(t) / n
    A <- kronecker(columns, rows)
    G <- G + A %*% c(t - n * outer(p, q))
    V <- V + A %*% (n^2 / (n - 1) * kronecker(diag(q) - outer(q, q), diag(p) - outer(p, p))) %*% t(A)
  }
  rank <- sum(eigen(V, symmetric = TRUE)$values > 1e-8 * max(diag(V)))
  c(t(G) %*% ginv(V) %*% G, rank)
}
add <- function(tables, name = "") {
  d <- dim(tables); a <- cumsum(sample(1:4, d[1], TRUE)); b <- cumsum(sample(c(1, 2, 7), d[2], TRUE))
  full <- all(apply(tables, 3, function(t) all(rowSums(t) > 0) && all(colSums(t) > 0)))
  dimnames(tables) <- list(r = letters[1:d[1]], c = LETTERS[1:d[2]], s = 1:d[3])
  general <- if (full && d[3] > 1 && max(d[1:2]) > 2) unname(mantelhaen.test(tables)$statistic)
  extra <- if (full && d[3] > 1) suppressWarnings(CMHtest(tables, strata = 3, rscores = a, cscores = b, overall = TRUE, details = TRUE))$ALL$table
  value <- function(name) if (is.null(extra)) NULL else unname(as.numeric(extra[name, "Chisq"]))
  every <- written(tables, diag(d[1]), diag(d[2])); means <- written(tables, diag(d[1]), t(b)); slope <- written(tables, t(a), t(b))
  cases[[length(cases) + 1]] <<- list(name = name, tables = unname(aperm(tables, c(3, 1, 2))), armScores = I(a), outcomeScores = I(b),
    general = if (is.null(general)) every[1] else general, generalDf = every[2], generalBy = if (is.null(general)) "ginv" else "mantelhaen.test",
    means = if (is.null(extra)) means[1] else value("rmeans"), meansDf = means[2],
    slope = if (is.null(extra)) slope[1] else value("cor"), by = if (is.null(extra)) "ginv" else "CMHtest")
}
Job <- array(c(1, 2, 0, 0, 3, 3, 1, 2, 11, 17, 8, 4, 2, 3, 5, 2, 1, 0, 0, 0, 1, 3, 0, 1, 2, 5, 7, 9, 1, 1, 3, 6), dim = c(4, 4, 2))
add(Job, "job satisfaction")
for (i in 1:160) {
  r <- sample(2:5, 1); c <- sample(2:5, 1); K <- sample(c(1, 2, 4, 9, 30), 1, prob = c(1, 3, 3, 2, .5)); scale <- sample(c(2, 6, 20, 300, 20000), 1)
  tables <- array(0, c(r, c, K))
  for (k in 1:K) {
    share <- rgamma(c, 1.5); lean <- rnorm(1, 0, .3)
    for (j in 1:r) {
      n <- rpois(1, scale * runif(1, .3, 2)); if (runif(1) < .06) n <- 0
      tables[j, , k] <- rmultinom(1, n, share * exp(lean * j * (1:c) / c / 2))
    }
  }
  if (K > 2 && runif(1) < .3) tables[, , 2] <- 0
  if (any(apply(tables, 3, function(t) sum(rowSums(t) > 0) > 1 && sum(colSums(t) > 0) > 1))) add(tables)
}
write_json(list(cases = cases), "generalised.json", digits = I(17), auto_unbox = TRUE)
cat(length(cases), table(sapply(cases, `[[`, "by")), table(sapply(cases, `[[`, "generalBy")), "\n"); str(cases[[1]])
dimnames(Job) <- list(i = 1:4, s = 1:4, g = 1:2); print(CMHtest(Job, strata = 3, overall = TRUE, details = TRUE)$ALL$table)

# Makes exact-cmh.json: exact conditional tests of small tables in strata. Run: Rscript exact-cmh.R
# Made with: R 4.2.2 mantelhaen.test(exact = TRUE)
# Checks: exactCommonOddsRatio
library(jsonlite)
set.seed(31)
cases <- list()
add <- function(tables, name = "") {
  K <- dim(tables)[3]
  test <- function(alternative) tryCatch(mantelhaen.test(tables, exact = TRUE, alternative = alternative), error = function(e) NULL)
  two <- test("two.sided"); greater <- test("greater"); less <- test("less")
  if (is.null(two) || is.null(greater) || is.null(less)) return(invisible())
  cases[[length(cases) + 1]] <<- list(name = name, events1 = I(tables[1, 1, ]), trials1 = I(tables[1, 1, ] + tables[1, 2, ]),
    events0 = I(tables[2, 1, ]), trials0 = I(tables[2, 1, ] + tables[2, 2, ]), statistic = unname(two$statistic),
    p = two$p.value, greater = greater$p.value, less = less$p.value, oddsRatio = unname(two$estimate),
    low = two$conf.int[1], high = two$conf.int[2])
}
Rabbits <- array(c(0, 0, 6, 5, 3, 0, 3, 6, 6, 2, 0, 4, 5, 6, 1, 0, 2, 5, 0, 0), dim = c(2, 2, 5))
add(Rabbits, "rabbits"); add(unname(UCBAdmissions) * 1, "berkeley")
for (i in 1:170) {
  K <- sample(c(2, 3, 5, 9, 24), 1); scale <- sample(c(2, 4, 8, 20, 60, 200), 1)
  tables <- array(0, c(2, 2, K))
  for (k in 1:K) {
    n1 <- rpois(1, scale); n0 <- rpois(1, scale * sample(c(.3, 1, 2), 1)); base <- rbeta(1, .7, 3)
    x1 <- rbinom(1, n1, plogis(qlogis(base) + rnorm(1, .4, .8))); x0 <- rbinom(1, n0, base)
    tables[, , k] <- c(x1, x0, n1 - x1, n0 - x0)
  }
  keep <- apply(tables, 3, function(t) all(rowSums(t) > 0)); tables <- tables[, , keep, drop = FALSE]
  varied <- apply(tables, 3, function(t) all(colSums(t) > 0))
  if (dim(tables)[3] >= 2 && any(varied)) add(tables)
}
write_json(list(cases = cases), "exact-cmh.json", digits = I(17), auto_unbox = TRUE, na = "string")
cat(length(cases), "\n")

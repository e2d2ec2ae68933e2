# Makes fisher-tables.json: exact tests of tables of any shape. Run: Rscript fisher-tables.R
# Made with: R 4.2.2 fisher.test (network algorithm, workspace 2e7)
# Checks: fisherTableTest
library(jsonlite)
set.seed(17)
rows <- list()
for (i in 1:120) {
  r <- sample(2:5, 1); k <- sample(2:5, 1); n <- sample(c(15, 30, 45), 1)
  if (r * k <= 6) n <- sample(c(20, 60, 250), 1)
  if (r * k > 12) n <- sample(c(12, 22), 1)
  m <- matrix(rpois(r * k, n / r / k * exp(rnorm(r * k, 0, sample(c(.1, .8), 1)))), r)
  m <- m[rowSums(m) > 0, colSums(m) > 0, drop = FALSE]
  if (nrow(m) < 2 || ncol(m) < 2) next
  rows[[length(rows) + 1]] <- list(table = m, p = fisher.test(m, workspace = 2e7)$p.value)
}
write_json(list(tables = rows), "fisher-tables.json", digits = I(17), auto_unbox = TRUE)

# Cuts of values into groups of the same size: the quantile of type 3 counted from above (Hyndman & Fan 1996), of values
# that are all different. Run: Rscript equal-groups.R > equal-groups.json
cases <- list()
for (n in c(2, 3, 7, 10, 11, 100, 1001, 4999)) {
  for (k in 2:10) {
    if (n < k) next
    # Half a customer has no nearest: R rounds to even there, we take the smaller value.
    if (any((2 * n * seq_len(k - 1)) %% (2 * k) == k)) next
    # A different order of different numbers, the same in every language.
    i <- seq_len(n) - 1
    x <- ((i * 7919) %% 10007)^2 / 8 - 1000
    cuts <- -quantile(-x, 1 - seq_len(k - 1) / k, type = 3, names = FALSE)
    cases[[length(cases) + 1]] <- sprintf('{"n":%d,"groups":%d,"cuts":[%s]}', n, k, paste(sprintf("%.17g", cuts), collapse = ","))
  }
}
cat("[\n", paste(unlist(cases), collapse = ",\n"), "\n]\n", sep = "")

# Makes own-questions.json. Run: Rscript own-questions.R > own-questions.json
# Made with: R 4.2.2 pnorm, qnorm; the formula of Cochran 1977, 5.3, written out
# Powers of a marketer's own questions at the deck's plan (100 per cell and arm, cells weighed by their customers), normal
# limits at alpha and at alpha / 3 (Bonferroni), with the variance that is planned. R's own normal distribution.
population <- c(501, 790, 3211, 445, 892, 3612, 562, 1009, 2690)
weights <- population / sum(population)
# One side only: the far tail is below 1e-6 of the power at every row, and the program leaves it out.
power <- function(first, second, alpha, weights, size) {
  spread <- sqrt(sum(weights^2) * (first * (1 - first) + second * (1 - second)) / size)
  pnorm(abs(first - second) / spread - qnorm(1 - alpha / 2))
}
values <- list(
  alone = power(0.10, 0.05, 0.05, weights, 100),
  ofThree = power(0.10, 0.05, 0.05 / 3, weights, 100),
  smallest = power(0.10, 0.05, 0.05 / 3, 1, 100),
  rival = power(0.10, 0.07, 0.05 / 3, weights, 100)
)
cat("{\n", paste(sprintf('  "%s": %.17g', names(values), unlist(values)), collapse = ",\n"), "\n}\n", sep = "")

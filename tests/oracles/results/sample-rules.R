# p-values of the sample's carrots against its control, by each rule that a plan may declare.
# Rscript tests/oracles/results/sample-rules.R > tests/oracles/results/sample-rules.json
library(mvtnorm)
responders <- c(COUPON = 76, GIFT = 54, POINT = 94)
control <- 25
size <- 900
z <- sapply(responders, function(own) {
  pooled <- (own + control) / (2 * size)
  # The pooled score with the variance of a finite sample, N - 1 for N: Upton (1982), Campbell (2007).
  (own - control) / size / sqrt(pooled * (1 - pooled) * 2 / size) * sqrt((2 * size - 1) / (2 * size))
})
p <- 2 * pnorm(-abs(z))
# Equal sizes: any two differences from one control correlate with 1/2, so that given the control's part they are
# independent. The tail is integrated itself: as 1 less a chance it keeps too few digits, which mvtnorm is asked for.
tail_of_largest <- function(limit) {
  outside <- function(shared) {
    alone <- pnorm(shared - limit * sqrt(2)) + pnorm(-shared - limit * sqrt(2))
    -expm1(3 * log1p(-alone)) * dnorm(shared)
  }
  2 * integrate(outside, 0, 40, rel.tol = 1e-12, abs.tol = 0, subdivisions = 5000)$value
}
dunnett <- sapply(abs(z), tail_of_largest)
correlation <- matrix(0.5, 3, 3) + diag(0.5, 3)
again <- sapply(abs(z), function(limit)
  1 - pmvnorm(rep(-limit, 3), rep(limit, 3), corr = correlation,
    algorithm = Miwa(steps = 4097))[1])
stopifnot(abs(dunnett - again) < 1e-10)
written <- function(values) paste(sprintf('"%s": %.15g', names(responders), values), collapse = ", ")
cat(sprintf('{\n  "none": {%s},\n  "bonferroni": {%s},\n  "holm": {%s},\n  "dunnett": {%s}\n}\n',
  written(p), written(p.adjust(p, "bonferroni")), written(p.adjust(p, "holm")), written(dunnett)))

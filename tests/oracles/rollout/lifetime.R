# Makes lifetime.json: orders per month of customers who came back, watched for different times. Run: Rscript lifetime.R
# Made with: R 4.2.2: the mean cumulative function by matrix algebra over customers x months, its robust variance as the sum of squared influences
# Of: laterOrders
library(jsonlite)
set.seed(20170326)
cases <- lapply(1:25, function(i) {
  n <- sample(3:60, 1); months <- sample(1:12, 1)
  watched <- c(months, months, sample(0:months, n - 2, replace = TRUE))
  counts <- matrix(rpois(n * months, runif(1, .05, 1.2)), n, months)
  at_risk <- outer(watched, seq_len(months), ">=")
  counts[!at_risk] <- 0
  risk <- colSums(at_risk); rate <- colSums(counts) / risk
  influence <- sweep(counts - at_risk * rep(rate, each = n), 2, risk, "/")
  se <- sqrt(sum(rowSums(influence)^2)) / months
  list(months = months, watched = watched,
    orders = lapply(seq_len(n), function(j) I(rep(seq_len(months) - 1, counts[j, ]))),
    perMonth = mean(rate), low = max(0, mean(rate) - qnorm(.975) * se), high = mean(rate) + qnorm(.975) * se,
    byMonth = I(rate), customers = sum(watched > 0))
})
write_json(cases, "lifetime.json", digits = I(17), auto_unbox = TRUE)

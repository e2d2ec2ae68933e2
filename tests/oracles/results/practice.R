# Makes practice.json: the figures of the practice campaigns, from their planted counts. Run: Rscript practice.R
# Made with: R 4.2.2 chisq.test, mantelhaen.test, prop.test
# Of: the readings of the practice campaigns (tests/engine/practice.test.ts, tests/journeys/practice-campaigns.test.ts)
library(jsonlite)

uneven <- rbind(CONTROL = c(14111, 15120, 15469), COUPON = c(14900, 15180, 15409))
split <- chisq.test(rowSums(uneven), p = c(0.5, 0.5))
short <- chisq.test(uneven[, 1], p = c(0.5, 0.5))

# Responded and not, by arm and band.
dm <- rbind(c(89, 108 - 89), c(131, 375 - 131), c(24, 341 - 24))
sms <- rbind(c(512, 825 - 512), c(138, 417 - 138), c(22, 373 - 22))
bands <- array(dim = c(2, 2, 3))
for (band in 1:3) bands[, , band] <- rbind(dm[band, ], sms[band, ])
within <- mantelhaen.test(bands, correct = FALSE)
pooled <- prop.test(c(sum(dm[, 1]), sum(sms[, 1])), c(sum(dm), sum(sms)), correct = FALSE)

same <- prop.test(c(127, 118), c(2000, 2000), correct = FALSE)

write_json(list(
  unevenSplit = list(statistic = unname(split$statistic), pValue = split$p.value,
                     shortPValue = short$p.value),
  simpson = list(pooledDifference = unname(pooled$estimate[1] - pooled$estimate[2]),
                 pooledPValue = pooled$p.value,
                 oddsRatio = unname(within$estimate), withinPValue = within$p.value),
  # Miettinen and Nurminen's score statistic is the chi-square times (N - 1) / N.
  sameMessages = list(pValue = same$p.value,
                      scorePValue = pchisq(unname(same$statistic) * 3999 / 4000, 1, lower.tail = FALSE))
), "practice.json", digits = I(17), auto_unbox = TRUE, pretty = TRUE)

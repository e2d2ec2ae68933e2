# Makes proportion-unknowns.json: strict powers, alpha, baseline, falls, Fleiss' correction, Cohen's h. Run: Rscript proportion-unknowns.R
# Made with: R 4.2.2 power.prop.test(strict = TRUE) at a tight tolerance, pwr::pwr.2p2n.test; Fleiss' formulas written out
# Checks: sampleSizePerArm, powerOfProportions, minimumDetectableLift, alphaForPower, baselineForPower
suppressMessages({ library(jsonlite); library(pwr) })
rows <- list()
for (p0 in c(.002, .02, .1, .3, .5, .85)) for (lift in c(-.25, -.08, -.01, .004, .03, .14)) for (power in c(.3, .8, .99)) for (alpha in c(.002, .05, .2)) {
  p1 <- p0 + lift; if (p1 <= 0 || p1 >= 1) next
  n <- power.prop.test(p1 = p0, p2 = p1, sig.level = alpha, power = power, strict = TRUE, tol = 1e-13)$n
  row <- list(p0 = p0, lift = lift, power = power, alpha = alpha, n = n,
    half = power.prop.test(n = n / 2, p1 = p0, p2 = p1, sig.level = alpha, strict = TRUE)$power)
  # Alpha and baseline, not strict, for 60% of those customers.
  m <- n * .6
  attempt <- function(...) { out <- try(suppressWarnings(power.prop.test(..., tol = 1e-15)), silent = TRUE); if (inherits(out, "try-error")) NULL else out }
  found <- attempt(n = m, p1 = p0, p2 = p1, power = power, sig.level = NULL)
  if (!is.null(found) && found$sig.level > 1e-6 && found$sig.level < .45) row$solvedAlpha <- found$sig.level
  found <- attempt(n = m, p2 = p1, power = power, sig.level = alpha)
  if (!is.null(found) && found$p1 > 1e-4 && found$p1 < p1) row$solvedBaseline <- found$p1
  # Falls, by R's own power of both shares.
  body <- function(d) power.prop.test(n = m, p1 = p0, p2 = p0 - d, sig.level = alpha)$power - power
  if (body(p0 * (1 - 1e-9)) > 0) row$fall <- -uniroot(body, c(1e-12, p0 * (1 - 1e-9)), tol = 1e-15)$root
  # Fleiss, Levin & Paik 4.19 and 4.20, r treated customers per control customer.
  for (r in c(.5, 2)) { za <- qnorm(alpha / 2, lower.tail = FALSE); zb <- qnorm(power); pm <- (p0 + r * p1) / (1 + r)
    plain <- (za * sqrt((r + 1) * pm * (1 - pm)) + zb * sqrt(r * p0 * (1 - p0) + p1 * (1 - p1)))^2 / (r * lift^2)
    if (power > .5) row[[if (r < 1) "correctedHalf" else "correctedTwice"]] <- plain / 4 * (1 + sqrt(1 + 2 * (r + 1) / (r * plain * abs(lift))))^2 }
  row$cohen <- pwr.2p2n.test(h = ES.h(p1, p0), n1 = m + 2, n2 = 2.5 * m + 2, sig.level = alpha)$power
  row$cohenOneSided <- pwr.2p2n.test(h = abs(ES.h(p1, p0)), n1 = m + 2, n2 = 2.5 * m + 2, sig.level = alpha, alternative = "greater")$power
  rows[[length(rows) + 1]] <- row
}
write_json(list(table = rows), "proportion-unknowns.json", digits = I(17), auto_unbox = TRUE)
cat(length(rows), sum(lengths(rows)), "\n")

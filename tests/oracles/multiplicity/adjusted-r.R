# Makes adjusted-r.json: the adjustments that R has and families.json has not. Run: Rscript adjusted-r.R
# Made with: R 4.2.2 p.adjust
# Checks: adjustHochberg, adjustHommel, adjustBenjaminiYekutieli
library(jsonlite)
set.seed(20170326)
families <- lapply(1:80, function(i) { p <- round(runif(sample(1:30, 1))^sample(1:6, 1), sample(2:7, 1)); p <- pmin(1, p)
  list(p = I(p), hochberg = I(p.adjust(p, "hochberg")), hommel = I(p.adjust(p, "hommel")), by = I(p.adjust(p, "BY"))) })
write_json(list(families = families), "adjusted-r.json", digits = I(17), auto_unbox = TRUE)

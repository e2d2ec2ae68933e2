# Makes boundaries.json: limits of group-sequential designs, what they cost, and readings that allow for the looks. Run: Rscript boundaries.R
# Made with: R 4.2.2 rpact 3.3.4, getDesignGroupSequential, getDesignCharacteristics, getAnalysisResults
# Checks: groupSequentialBoundaries, sequentialInflation, repeatedConfidenceInterval, repeatedPValue, stageWiseAnalysis
# rpact is exact to about 1e-7 only (its own tolerance, at best 1e-10, and alpha - 1e-8 in some last looks): exact-looks.py has more digits.
suppressMessages({library(rpact); library(jsonlite)})
shares <- list(c(.5, 1), c(.1, 1), c(.9, 1), c(1/3, 2/3, 1), c(.2, .4, 1), c(.25, .5, .75, 1), c(.1, .55, .6, 1), 1:5 / 5, c(.3, .35, .4, .8, 1), 1:8 / 8)
rules <- list(list(kind = "obrien-fleming", typeOfDesign = "OF"), list(kind = "pocock", typeOfDesign = "P"),
  list(kind = "wang-tsiatis", shape = .25, typeOfDesign = "WT", deltaWT = .25),
  list(kind = "lan-demets-obrien-fleming", typeOfDesign = "asOF"), list(kind = "lan-demets-pocock", typeOfDesign = "asP"),
  list(kind = "power", exponent = 1.5, typeOfDesign = "asKD", gammaA = 1.5), list(kind = "power", exponent = 3, typeOfDesign = "asKD", gammaA = 3),
  list(kind = "hwang-shih-decani", gamma = -4, typeOfDesign = "asHSD", gammaA = -4), list(kind = "hwang-shih-decani", gamma = 1, typeOfDesign = "asHSD", gammaA = 1),
  list(kind = "hwang-shih-decani", gamma = 0, typeOfDesign = "asHSD", gammaA = 0))
levels <- list(c(.025, 1), c(.05, 2), c(.01, 2), c(.1, 1))
plain <- function(rule) rule[intersect(names(rule), c("kind", "shape", "exponent", "gamma"))]
make <- function(rule, level, share) do.call(getDesignGroupSequential, c(rule[setdiff(names(rule), c("kind", "shape", "exponent", "gamma"))],
  list(informationRates = share, kMax = length(share), alpha = level[1], sided = as.integer(level[2]), tolerance = 1e-10)))
designs <- list(); readings <- list()
for (rule in rules) for (share in shares) for (level in levels) {
  design <- make(rule, level, share)
  row <- list(rule = plain(rule), informationShares = share, alpha = level[1], sides = level[2], criticalValues = design$criticalValues, alphaSpent = design$alphaSpent)
  cost <- getDesignCharacteristics(design)
  row <- c(row, list(inflation = cost$inflationFactor, none = cost$averageSampleNumber0, half = cost$averageSampleNumber01, full = cost$averageSampleNumber1, power = .8))
  designs[[length(designs) + 1]] <- row
}
for (rule in rules[c(1, 2, 4, 5)]) for (level in levels[1:2]) for (means in list(c(.1, .2, .25), c(-.1, .05, .02), c(.5, .4, .3), c(.2, .3, .25), c(-.4, -.2, -.1))) {
  design <- make(rule, level, c(1/3, 2/3, 1))
  invisible(capture.output(found <- suppressWarnings(suppressMessages(getAnalysisResults(design, getDataset(n = rep(100, 3), means = means, stDevs = rep(1, 3)),
    normalApproximation = TRUE, directionUpper = TRUE)))))
  stages <- getStageResults(design, getDataset(n = rep(100, 3), means = means, stDevs = rep(1, 3)), normalApproximation = TRUE, directionUpper = TRUE)
  number <- function(x) ifelse(is.na(x), -99, x)
  readings[[length(readings) + 1]] <- list(rule = plain(rule), alpha = level[1], sides = level[2], z = stages$overallTestStatistics,
    rciLow = number(found$repeatedConfidenceIntervalLowerBounds), rciHigh = number(found$repeatedConfidenceIntervalUpperBounds), repeatedP = number(found$repeatedPValues),
    finalP = number(found$finalPValues), low = number(found$finalConfidenceIntervalLowerBounds), high = number(found$finalConfidenceIntervalUpperBounds),
    median = number(found$medianUnbiasedEstimates), estimate = stages$overallMeans, sd = stages$overallStDevs)
}
write_json(list(designs = designs, readings = readings), "boundaries.json", digits = I(17), auto_unbox = TRUE)

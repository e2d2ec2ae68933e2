# What the exported script says of the sample: run it in a folder with sample-totals.csv as carrotlab-totals.csv.
# Rscript tests/oracles/results/sample-in-r.R FOLDER > tests/oracles/results/sample-in-r.json
setwd(commandArgs(trailingOnly = TRUE)[1])
invisible(capture.output(source("carrotlab-check.R")))
cell <- function(value) ifelse(is.na(value), "null", sprintf("%.17g", value))
cat("[\n", paste(sprintf('  {"figure": "%s", "arm": %s, "against": %s, "value": %s}',
  made$figure, cell(made$arm), cell(made$against), cell(made$value)), collapse = ",\n"), "\n]\n", sep = "")

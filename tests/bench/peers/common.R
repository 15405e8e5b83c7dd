# What the scripts in R share: places of a file, in degrees and in kilometres of a plane.
arguments <- commandArgs(trailingOnly = TRUE)
incidents <- read.csv(arguments[1])
plane <- cbind(incidents$longitude * 111.32 * cos(31 * pi / 180), incidents$latitude * 111.32)
seconds <- function(task) {
  start <- proc.time()[["elapsed"]]
  force(task)
  cat("seconds", proc.time()[["elapsed"]] - start, "\n")
}

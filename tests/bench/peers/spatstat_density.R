# R spatstat: Epanechnikov density on 1024 x 1024 cells; 25 km of reach are a sigma of 25 / sqrt(5) km. Rscript spatstat_density.R FILE
source("common.R")
suppressPackageStartupMessages(library(spatstat))
window <- owin(range(plane[, 1]), range(plane[, 2]))
places <- ppp(plane[, 1], plane[, 2], window = window, check = FALSE)
seconds(invisible(density(places, sigma = 25 / sqrt(5), kernel = "epanechnikov", dimyx = 1024, edge = FALSE)))

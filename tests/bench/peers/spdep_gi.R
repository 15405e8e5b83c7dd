# R spdep: Gi* on 297 x 297 cells of 4 km, neighbours within 8 km, with a false discovery rate. Rscript spdep_gi.R FILE
source("common.R")
suppressPackageStartupMessages(library(spdep))
column <- pmin(pmax(floor((plane[, 1] - mean(range(plane[, 1])) + 594) / 4), 0), 296)
row <- pmin(pmax(floor((plane[, 2] - mean(range(plane[, 2])) + 594) / 4), 0), 296)
seconds({
  counts <- tabulate(row * 297 + column + 1, 297 * 297)
  centres <- cbind(rep(0:296, 297) * 4 + 2, rep(0:296, each = 297) * 4 + 2)
  near <- include.self(dnearneigh(centres, 0, 8))
  z <- localG(counts, nb2listw(near, style = "B"))
  invisible(p.adjust(2 * pnorm(-abs(as.numeric(z))), "BH"))
})

# Gi* of the UCDP file per square cell of 10 km over both provinces, by sf and spdep alone; writes gi_star.json.
# Rscript gi_star.R INCIDENTS.csv datasets/areas/areas.fgb > gi_star.json
suppressPackageStartupMessages({library(sf); library(spdep); library(jsonlite)})
arguments <- commandArgs(TRUE)
crs <- "+proj=laea +lat_0=30.9 +lon_0=67.5 +datum=WGS84 +units=m +no_defs +type=crs"
cell <- 10000; radius <- 20000
sf_use_s2(FALSE) # edges straight in longitude and latitude
areas <- st_read(arguments[1 + 1], quiet = TRUE)
areas <- areas[areas$id %in% c("khyber_pakhtunkhwa", "balochistan"), ]
area <- suppressMessages(st_union(st_make_valid(st_geometry(areas))))
rows <- read.csv(arguments[1])[-1, ] # the first record holds HXL tags
rows <- rows[as.integer(rows$where_prec) != 7, ]
points <- st_as_sf(data.frame(lon = as.numeric(rows$longitude), lat = as.numeric(rows$latitude)),
                   coords = c("lon", "lat"), crs = 4326)
inside <- suppressMessages(lengths(st_intersects(points, area)) > 0)
local <- st_coordinates(st_transform(points[inside, ], crs))
box <- st_bbox(st_transform(area, crs))
columns <- floor(box["xmin"] / cell):floor(box["xmax"] / cell)
lines <- floor(box["ymin"] / cell):floor(box["ymax"] / cell)
cells <- expand.grid(x = columns, y = lines)
squares <- st_sfc(lapply(seq_len(nrow(cells)), function(i) {
  west <- cells$x[i] * cell; south <- cells$y[i] * cell
  st_polygon(list(cbind(west + cell * c(0, 1, 1, 0, 0), south + cell * c(0, 0, 1, 1, 0))))
}), crs = crs)
kept <- suppressMessages(lengths(st_intersects(st_transform(squares, 4326), area)) > 0)
cells <- cells[kept, ]
key <- function(x, y) paste(x, y)
found <- table(key(floor(local[, 1] / cell), floor(local[, 2] / cell)))
count <- as.numeric(found[key(cells$x, cells$y)]); count[is.na(count)] <- 0
centres <- cbind((cells$x + 0.5) * cell, (cells$y + 0.5) * cell)
near <- include.self(dnearneigh(centres, 0, radius * (1 + 1e-9)))
z <- as.numeric(localG(count, nb2listw(near, style = "B", zero.policy = TRUE), zero.policy = TRUE))
q <- p.adjust(2 * pnorm(-abs(z)), "BH")
keep <- unique(c(order(-z)[1:40], seq(1, nrow(cells), by = 97)))
cat(toJSON(list(
  made_by = paste("spdep", packageVersion("spdep"), "sf", packageVersion("sf"), "GEOS", sf_extSoftVersion()["GEOS"], "R", getRversion()),
  cells = nrow(cells), incidents = sum(count), hot_99 = sum(z > 0 & q <= 0.01), hot_95 = sum(z > 0 & q <= 0.05 & q > 0.01),
  hot_90 = sum(z > 0 & q <= 0.1 & q > 0.05), cold = sum(z < 0 & q <= 0.1),
  centre_x_m = centres[keep, 1], centre_y_m = centres[keep, 2], count = count[keep], z = z[keep], q = q[keep]
), digits = 12, auto_unbox = TRUE), "\n")

# Density of the UCDP incidents in Khyber Pakhtunkhwa within the province's outline, by spatstat alone: at some incidents
# (Gaussian, sigma 10 km; the sums are exact, e(u) is on spatstat's pixels) and at some cell centres (quartic, h 25 km, all
# on pixels of 250 m), without correction, uniform and Jones-Diggle; writes density_edge.json. No incident is written.
# Rscript density_edge.R INCIDENTS.csv datasets/areas/areas.fgb > density_edge.json
suppressPackageStartupMessages({library(sf); library(spatstat.geom); library(spatstat.explore); library(jsonlite)})
arguments <- commandArgs(TRUE)
crs <- "+proj=laea +lat_0=34 +lon_0=71.5 +datum=WGS84 +units=m +no_defs +type=crs"
areas <- st_read(arguments[2], quiet = TRUE)
province <- st_transform(st_geometry(areas[areas$id == "khyber_pakhtunkhwa", ]), crs)
# Few corners, so that both can take the very same polygon; whole metres, anticlockwise.
outline <- st_cast(st_simplify(st_buffer(st_buffer(province, 4000), -4000), dTolerance = 1500), "POLYGON")
outline <- outline[which.max(st_area(outline))]
ring <- round(st_coordinates(outline)[, c("X", "Y", "L1")])
ring <- ring[ring[, 3] == 1, 1:2]; ring <- ring[-nrow(ring), ]
if (sum(ring[, 1] * c(ring[-1, 2], ring[1, 2]) - c(ring[-1, 1], ring[1, 1]) * ring[, 2]) < 0) ring <- ring[nrow(ring):1, ]
window <- owin(poly = list(x = ring[, 1], y = ring[, 2]))
rows <- read.csv(arguments[1])[-1, ] # the first record holds HXL tags
rows <- rows[as.integer(rows$where_prec) != 7, ]
points <- st_as_sf(data.frame(lon = as.numeric(rows$longitude), lat = as.numeric(rows$latitude)), coords = c("lon", "lat"), crs = 4326)
local <- st_coordinates(st_transform(points, crs))
inside <- inside.owin(local[, 1], local[, 2], window)
X <- suppressWarnings(ppp(local[inside, 1], local[inside, 2], window = window))
box <- c(diff(window$xrange), diff(window$yrange))
dims <- rev(ceiling(box / 250))
first <- which(!duplicated(cbind(X$x, X$y)))
chosen <- first[seq(1, length(first), by = 9)] # of the distinct places, in the order of the file
at_points <- function(edge, diggle) density(X, sigma = 10000, at = "points", leaveoneout = FALSE, edge = edge, diggle = diggle, dimyx = dims)[chosen]
quartic <- function(edge, diggle) density(X, sigma = 25000 / sqrt(8), kernel = "quartic", edge = edge, diggle = diggle, dimyx = dims)
nodes <- expand.grid(x = (floor(window$xrange[1] / 2500):floor(window$xrange[2] / 2500) + 0.5) * 2500,
                     y = (floor(window$yrange[1] / 2500):floor(window$yrange[2] / 2500) + 0.5) * 2500)
nodes <- nodes[inside.owin(nodes$x, nodes$y, window), ]
images <- list(none = quartic(FALSE, FALSE), uniform = quartic(TRUE, FALSE), jones_diggle = quartic(TRUE, TRUE))
at_nodes <- lapply(images, function(image) interp.im(image, nodes$x, nodes$y) * 1e6)
keep <- which(Reduce(`&`, lapply(at_nodes, function(v) !is.na(v) & v > 1e-6)))
keep <- keep[seq(1, length(keep), by = 53)]
cat(toJSON(list(
  made_by = paste("spatstat.explore", packageVersion("spatstat.explore"), "sf", packageVersion("sf"), "R", getRversion()),
  crs = crs, window_x_m = ring[, 1], window_y_m = ring[, 2], window_km2 = area.owin(window) / 1e6, incidents = npoints(X),
  gaussian_sigma_m = 10000, quartic_h_m = 25000, point_rank = chosen,
  at_points_per_km2 = list(none = at_points(FALSE, FALSE) * 1e6, uniform = at_points(TRUE, FALSE) * 1e6, jones_diggle = at_points(TRUE, TRUE) * 1e6),
  node_x_m = nodes$x[keep], node_y_m = nodes$y[keep],
  at_nodes_per_km2 = lapply(at_nodes, function(v) v[keep])
), digits = 10, auto_unbox = TRUE), "\n")

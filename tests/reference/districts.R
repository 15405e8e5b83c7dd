# Incidents of the UCDP file by district, areas, and Gi* of incidents per km² with neighbours that touch (or come within
# 0.001 degrees), by sf and spdep alone; writes districts.json.
# Rscript districts.R INCIDENTS.csv DISTRICTS.geojson > districts.json
suppressPackageStartupMessages({library(sf); library(spdep); library(jsonlite)})
arguments <- commandArgs(TRUE)
crs <- "+proj=laea +lat_0=30.5 +lon_0=69.5 +datum=WGS84 +units=m +no_defs +type=crs"
sf_use_s2(FALSE) # edges straight in longitude and latitude
districts <- st_read(arguments[2], quiet = TRUE)
districts <- suppressMessages(st_make_valid(districts))
rows <- read.csv(arguments[1])[-1, ] # the first record holds HXL tags
precision <- as.integer(rows$where_prec)
points <- st_as_sf(data.frame(lon = as.numeric(rows$longitude), lat = as.numeric(rows$latitude)),
                   coords = c("lon", "lat"), crs = 4326)
holder <- suppressMessages(st_intersects(points, districts))
holder <- sapply(holder, function(found) if (length(found) > 0) found[1] else NA)
edges <- st_segmentize(st_transform(districts, crs), 1000)
area_m2 <- as.numeric(st_area(edges))
radius <- sqrt(area_m2 / pi)
support <- c(2000, 25000, NA, Inf, 50000, Inf, NA)[precision] # metres; NA: the district itself
vague <- !is.na(holder) & !is.na(support) & support > radius[holder]
usable <- precision != 7
pinned <- tabulate(holder[usable & !is.na(holder)], nrow(districts))
sure <- tabulate(holder[usable & !is.na(holder) & !vague], nrow(districts))
planar <- st_set_crs(st_geometry(districts), NA)
near <- st_is_within_distance(planar, planar, dist = 0.001)
neighbours <- lapply(seq_along(near), function(i) as.integer(near[[i]]))
class(neighbours) <- "nb"; attr(neighbours, "region.id") <- as.character(seq_along(near)); attr(neighbours, "self.included") <- TRUE
rate <- sure / area_m2 * 1e6
z <- as.numeric(localG(rate, nb2listw(neighbours, style = "B", zero.policy = TRUE), zero.policy = TRUE))
q <- p.adjust(2 * pnorm(-abs(z)), "BH")
cat(toJSON(list(
  made_by = paste("spdep", packageVersion("spdep"), "sf", packageVersion("sf"), "GEOS", sf_extSoftVersion()["GEOS"], "R", getRversion()),
  n_outside = sum(usable & is.na(holder)), n_unusable = sum(!usable), n_vague = sum(usable & vague),
  name = districts$name, pinned = pinned, sure = sure, area_km2 = area_m2 / 1e6, n_neighbours = lengths(near), z = z, q = q
), digits = 12, auto_unbox = TRUE), "\n")

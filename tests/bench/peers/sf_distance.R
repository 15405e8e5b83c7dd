# R sf (s2 geography): distance of every incident to a border line. Rscript sf_distance.R FILE LINE
source("common.R")
line <- sf::st_union(sf::st_geometry(sf::st_read(arguments[2], quiet = TRUE)))
places <- sf::st_as_sf(incidents, coords = c("longitude", "latitude"), crs = 4326)
seconds(invisible(sf::st_distance(places, line)))

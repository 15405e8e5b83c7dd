# Incidents of the UCDP file in 365 days before 2014-06-15 and from it on, by the file's own districts: exact binomial p,
# false discovery rate, beta-binomial likeness and shrunken log ratios, by R alone; writes rate_change.json.
# Rscript rate_change.R INCIDENTS.csv > rate_change.json
suppressPackageStartupMessages(library(jsonlite))
rows <- read.csv(commandArgs(TRUE)[1])[-1, ] # the first record holds HXL tags
day <- as.Date(substr(rows$date_start, 1, 10))
date <- as.Date("2014-06-15"); n_days <- 365
after <- day >= date & day < date + n_days
before <- day < date & day >= date - n_days
district <- factor(rows$adm_2, exclude = "")
a <- as.integer(tapply(after, district, sum)); b <- as.integer(tapply(before, district, sum))
kept <- a + b > 0; a <- a[kept]; b <- b[kept]
of_share <- function(share) {
  p <- mapply(function(x, y) binom.test(x, x + y, share)$p.value, a, b)
  minus <- function(u) -sum(lbeta(a + exp(u) * share, b + exp(u) * (1 - share)) - lbeta(exp(u) * share, exp(u) * (1 - share)))
  likeness <- exp(optimize(minus, c(log(0.5), log(1e4)), tol = 1e-10)$minimum)
  list(share = share, p = p, q = p.adjust(p, "BH"), likeness = likeness,
       log_ratio = log((a + likeness * share) / (b + likeness * (1 - share))) - log(share / (1 - share)))
}
cat(toJSON(list(made_by = paste("R", getRversion(), "binom.test, p.adjust, optimize, lbeta"), before = b, after = a,
                before_without_district = sum(before & rows$adm_2 == ""), after_without_district = sum(after & rows$adm_2 == ""),
                no_change = of_share(0.5), as_total = of_share(sum(a) / sum(a + b))), digits = I(12), auto_unbox = TRUE), "\n")

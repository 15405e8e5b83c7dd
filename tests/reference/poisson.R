# Exact intervals of counts and of the ratio of two rates, by R alone; writes poisson.json.
# Rscript poisson.R > poisson.json
suppressPackageStartupMessages(library(jsonlite))
counts <- c(0, 1, 2, 3, 5, 10, 17, 30, 50, 99, 100, 365, 1000, 6416, 12345, 250000, 1000000)
levels <- c(0.9, 0.95, 0.99)
intervals <- do.call(rbind, lapply(levels, function(level) t(sapply(counts, function(k) {
  found <- poisson.test(k, conf.level = level)$conf.int
  c(count = k, level = level, low = found[1], high = found[2])
}))))
quantiles <- expand.grid(p = c(1e-8, 1e-3, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999, 1 - 1e-8), df = c(1, 2, 3, 7, 20, 61, 200, 2002, 100000))
quantiles$value <- qchisq(quantiles$p, quantiles$df)
betas <- expand.grid(p = c(1e-6, 0.025, 0.5, 0.975, 1 - 1e-6), a = c(0.5, 1, 4, 31, 1200, 90000), b = c(0.5, 1, 9, 40, 80000))
betas$value <- qbeta(betas$p, betas$a, betas$b)
# Counts and days of two periods: after, before.
pairs <- rbind(c(5, 31, 5, 31), c(0, 31, 4, 30), c(7, 28, 0, 31), c(0, 31, 0, 31), c(1, 1, 0, 1), c(12, 31, 30, 31),
               c(100, 365, 140, 366), c(140, 366, 100, 365), c(641, 365, 702, 365), c(3, 59, 40, 365), c(2000, 30, 1, 365),
               c(120000, 365, 119000, 365), c(6, 90, 13, 90), c(9, 7, 2, 21))
ratios <- t(apply(pairs, 1, function(x) {
  found <- poisson.test(c(x[1], x[3]), c(x[2], x[4]))
  c(after = x[1], days_after = x[2], before = x[3], days_before = x[4], low = found$conf.int[1], high = found$conf.int[2],
    p = found$p.value)
}))
columns <- function(m) as.list(as.data.frame(m))
cat(toJSON(list(made_by = paste("R", getRversion(), "poisson.test, qchisq, qbeta"), intervals = columns(intervals),
                chi_square = columns(quantiles), beta = columns(betas), ratios = columns(ratios)),
           digits = I(15), auto_unbox = TRUE, na = "null"), "\n")

#include "geo/analysis/class_breaks.hpp"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

/// Two significant digits. Written as a quotient of whole numbers where the step is below 1: 0.07, not
/// 0.07000000000000001.
double rounded_down(double value) {
    const auto digits = static_cast<int>(std::floor(std::log10(value))) - 1;
    if (digits >= 0) {
        const double step = std::pow(10.0, digits);
        return std::floor(value / step) * step;
    }
    const double parts = std::pow(10.0, -digits);
    return std::floor(value * parts * (1 + 1e-12)) / parts;
}

} // namespace

std::vector<double> quantile_breaks(std::span<const double> values, std::size_t n_classes) {
    std::vector<double> positive;
    std::copy_if(values.begin(), values.end(), std::back_inserter(positive), [](double v) { return v > 0; });
    std::sort(positive.begin(), positive.end());
    std::vector<double> breaks;
    for (std::size_t i = 1; i < n_classes && !positive.empty(); ++i) {
        const std::size_t rank = (i * positive.size() + n_classes - 1) / n_classes; // counted from 1
        const double found = rounded_down(positive[rank - 1]);
        if (found > (breaks.empty() ? positive.front() : breaks.back())) breaks.push_back(found);
    }
    return breaks;
}

std::size_t class_of_value(std::span<const double> breaks, double value) {
    if (std::isnan(value)) return breaks.size() + 2;
    if (!(value > 0)) return 0;
    return 1 +
           static_cast<std::size_t>(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

} // namespace geo

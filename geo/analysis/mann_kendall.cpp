#include "geo/analysis/mann_kendall.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "geo/analysis/false_discovery.hpp"

namespace geo {

namespace {

double n_term(double n) { return n * (n - 1) * (2 * n + 5); }

double variance_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    double sum = n_term(static_cast<double>(values.size()));
    for (auto first = values.begin(); first != values.end();) {
        const auto last = std::upper_bound(first, values.end(), *first);
        sum -= n_term(static_cast<double>(last - first));
        first = last;
    }
    return sum / 18;
}

} // namespace

MannKendall mann_kendall(std::span<const double> given) {
    std::vector<double> values;
    std::copy_if(given.begin(), given.end(), std::back_inserter(values),
                 [](double x) { return !std::isnan(x); });
    MannKendall result;
    result.n = static_cast<std::uint32_t>(values.size());
    for (std::size_t j = 1; j < values.size(); ++j)
        for (std::size_t k = 0; k < j; ++k) result.s += (values[j] > values[k]) - (values[j] < values[k]);
    result.variance = variance_of(values);
    if (result.s == 0 || !(result.variance > 0)) return result;
    const auto s = static_cast<double>(result.s);
    result.z = std::copysign(std::abs(s) - 1, s) / std::sqrt(result.variance);
    result.p = two_sided_p(result.z);
    return result;
}

} // namespace geo

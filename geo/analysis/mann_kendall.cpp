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

MannKendall mann_kendall(std::span<const double> values) {
    std::vector<double> numbers;
    std::copy_if(values.begin(), values.end(), std::back_inserter(numbers),
                 [](double x) { return !std::isnan(x); });
    MannKendall result;
    result.n = static_cast<std::uint32_t>(numbers.size());
    for (std::size_t j = 1; j < numbers.size(); ++j)
        for (std::size_t k = 0; k < j; ++k) result.s += (numbers[j] > numbers[k]) - (numbers[j] < numbers[k]);
    result.variance = variance_of(numbers);
    if (result.s == 0 || !(result.variance > 0)) return result;
    const auto s = static_cast<double>(result.s);
    result.z = std::copysign(std::abs(s) - 1, s) / std::sqrt(result.variance);
    result.p = two_sided_p(result.z);
    return result;
}

} // namespace geo

#include "geo/analysis/convex_hull.hpp"

#include <algorithm>

namespace geo {

namespace {

/// Above 0: the way over `a` and `b` to `c` turns left.
double turn(Local a, Local b, Local c) {
    return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m);
}

/// Appends the lower chain of sorted places without its last one.
template <typename Iterator>
void add_chain(Iterator first, Iterator last, std::vector<Local>& hull) {
    const std::size_t start = hull.size();
    for (; first != last; ++first) {
        while (hull.size() >= start + 2 && turn(hull[hull.size() - 2], hull.back(), *first) <= 0)
            hull.pop_back();
        hull.push_back(*first);
    }
    hull.pop_back();
}

} // namespace

std::vector<Local> convex_hull(std::span<const Local> places) {
    std::vector<Local> sorted(places.begin(), places.end());
    std::sort(sorted.begin(), sorted.end(),
              [](Local a, Local b) { return a.x_m < b.x_m || (a.x_m == b.x_m && a.y_m < b.y_m); });
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    if (sorted.size() <= 1) return sorted;
    std::vector<Local> hull;
    add_chain(sorted.begin(), sorted.end(), hull);
    add_chain(sorted.rbegin(), sorted.rend(), hull);
    return hull;
}

} // namespace geo

#include "geo/analysis/st_dbscan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "geo/analysis/space_time_cells.hpp"
#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

using Cells = SpaceTimeCells;
using Around = std::span<const CellRange>;
constexpr std::size_t kGrain = 512; // squares
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// What makes two incidents neighbours.
struct Reach {
    double squared_m2;
    std::int64_t days;

    explicit Reach(const StDbscanParameters& p)
        : squared_m2(p.eps_m * p.eps_m), days(p.eps_time_days ? *p.eps_time_days : 0) {}
    bool covers(double dx_m, double dy_m) const { return dx_m * dx_m + dy_m * dy_m <= squared_m2; }
};

/// The days of one place that are within reach of `day`, as indices [first, last).
struct DayRange {
    std::uint32_t first, last;
};
DayRange days_near(const Cells& cells, std::size_t place, DayNumber day, std::int64_t reach_days) {
    const std::uint32_t begin = cells.place(place).first_day, end = cells.place(place + 1).first_day;
    if (end - begin == 1) { // by far the most
        const bool near = std::abs(std::int64_t{cells.day(begin).day} - day) <= reach_days;
        return {begin, near ? end : begin};
    }
    const auto days = cells.days();
    const auto from = days.begin() + begin, to = days.begin() + end;
    const auto first =
        std::partition_point(from, to, [&](const auto& d) { return d.day < day - reach_days; });
    const auto last =
        std::partition_point(first, to, [&](const auto& d) { return d.day <= day + reach_days; });
    return {static_cast<std::uint32_t>(first - days.begin()),
            static_cast<std::uint32_t>(last - days.begin())};
}

/// Cells in groups that share a cluster. The root of a group is its first cell.
class Groups {
  public:
    explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0u); }
    std::uint32_t root(std::uint32_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a), b = root(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::uint32_t> parent_;
};

/// The steps in order. Everything is known by "day": one distinct day at one distinct place.
class Clustering {
  public:
    Clustering(const Cells& cells, const StDbscanParameters& parameters, Progress& progress)
        : cells_(cells), parameters_(parameters), progress_(progress), reach_(parameters),
          core_(cells.n_days(), 0), has_core_(cells.n_cells(), 0), groups_(cells.n_cells()) {}

    void find_cores();
    void join_cells();
    /// `before` tells which of two rows comes first.
    template <typename Before>
    void number(Before&& before);
    void reach_borders();
    StClusters result() const;

  private:
    template <typename Body>
    void for_each_block(unsigned step, Body&& body);
    template <typename See>
    void for_each_day(std::size_t cell, See&& see) const;
    template <typename See>
    bool any_near(Around around, const Cells::Place& at, DayNumber day, See&& see) const;
    bool is_core(Around around, const Cells::Place& at, DayNumber day) const;
    bool touch(std::uint32_t a, std::uint32_t b) const;
    std::uint32_t lowest_core(Around around, const Cells::Place& at, DayNumber day) const;

    const Cells& cells_;
    const StDbscanParameters& parameters_;
    Progress& progress_;
    Reach reach_;
    std::vector<std::uint8_t> core_;          // by day
    std::vector<std::uint8_t> has_core_;      // by cell
    std::vector<std::uint32_t> cell_cluster_; // by cell, of its cores
    std::vector<std::uint32_t> cluster_;      // by day
    std::uint32_t n_clusters_ = 0;
    Groups groups_;
};

template <typename Body>
void Clustering::for_each_block(unsigned step, Body&& body) {
    const std::size_t n = cells_.n_squares();
    parallel_for(n, kGrain, parameters_.threads, [&](std::size_t first, std::size_t last) {
        progress_.at(step * n + first, 2 * n);
        for_each_cell_and_around(cells_, first, last, body);
    });
}

/// Calls `see(place, day)` with the indices of all days in a cell.
template <typename See>
void Clustering::for_each_day(std::size_t cell, See&& see) const {
    for (std::size_t p = cells_.cell(cell).first_place; p < cells_.cell(cell + 1).first_place; ++p)
        for (std::size_t d = cells_.place(p).first_day; d < cells_.place(p + 1).first_day; ++d) see(p, d);
}

/// Calls `see(range of days)` for each place near one incident until it returns true.
template <typename See>
bool Clustering::any_near(Around around, const Cells::Place& at, DayNumber day, See&& see) const {
    for (const CellRange range : around) {
        const std::uint32_t end = cells_.cell(range.last).first_place;
        for (std::uint32_t p = cells_.cell(range.first).first_place; p < end; ++p) {
            const Cells::Place& other = cells_.place(p);
            if (!reach_.covers(at.x_m - other.x_m, at.y_m - other.y_m)) continue;
            const DayRange near = days_near(cells_, p, day, reach_.days);
            if (near.first < near.last && see(near)) return true;
        }
    }
    return false;
}

bool Clustering::is_core(Around around, const Cells::Place& at, DayNumber day) const {
    std::uint64_t n = 0;
    return any_near(around, at, day, [&](DayRange near) {
        n += cells_.day(near.last).first_row - cells_.day(near.first).first_row;
        return n >= parameters_.min_points;
    });
}

void Clustering::find_cores() {
    for_each_block(0, [&](std::size_t c, Around around) {
        const bool all = cells_.n_rows_of_cell(c) >= parameters_.min_points; // all neighbours of each other
        for_each_day(c, [&](std::size_t p, std::size_t d) {
            core_[d] = all || is_core(around, cells_.place(p), cells_.day(d).day) ? 1 : 0;
            has_core_[c] |= core_[d];
        });
    });
}

/// Is any core of one cell a neighbour of any of the other?
bool Clustering::touch(std::uint32_t a, std::uint32_t b) const {
    const CellRange other{b, b + 1};
    const auto any_core = [&](DayRange near) {
        while (near.first < near.last && core_[near.first] == 0) ++near.first;
        return near.first < near.last;
    };
    for (std::size_t p = cells_.cell(a).first_place; p < cells_.cell(a + 1).first_place; ++p)
        for (std::size_t d = cells_.place(p).first_day; d < cells_.place(p + 1).first_day; ++d)
            if (core_[d] != 0 && any_near({&other, 1}, cells_.place(p), cells_.day(d).day, any_core))
                return true;
    return false;
}

void Clustering::join_cells() { // by one thread: most pairs are known to be of one group by then
    for_each_cell_and_around(cells_, 0, cells_.n_squares(), [&](std::size_t cell, Around around) {
        const auto c = static_cast<std::uint32_t>(cell);
        if (has_core_[c] == 0) return;
        for (const CellRange range : around)
            for (std::uint32_t other = range.first; other < std::min(range.last, c);
                 ++other) // each pair once
                if (has_core_[other] != 0 && groups_.root(other) != groups_.root(c) && touch(other, c))
                    groups_.join(other, c);
    });
}

template <typename Before>
void Clustering::number(Before&& before) {
    std::vector<std::uint32_t> lead(cells_.n_cells(), kNone); // by root: the first core
    for (std::uint32_t c = 0; c < cells_.n_cells(); ++c) {
        if (has_core_[c] == 0) continue;
        std::uint32_t& first = lead[groups_.root(c)];
        for_each_day(c, [&](std::size_t, std::size_t d) {
            for (std::size_t r = cells_.day(d).first_row; core_[d] != 0 && r < cells_.day(d + 1).first_row;
                 ++r)
                if (first == kNone || before(cells_.row(r), first)) first = cells_.row(r);
        });
    }
    std::vector<std::uint32_t> roots;
    for (std::uint32_t c = 0; c < cells_.n_cells(); ++c)
        if (lead[c] != kNone) roots.push_back(c);
    std::sort(roots.begin(), roots.end(),
              [&](std::uint32_t a, std::uint32_t b) { return a != b && before(lead[a], lead[b]); });
    n_clusters_ = static_cast<std::uint32_t>(roots.size());
    cell_cluster_.assign(cells_.n_cells(), kNone);
    for (std::uint32_t i = 0; i < n_clusters_; ++i) cell_cluster_[roots[i]] = i;
    for (std::uint32_t c = 0; c < cells_.n_cells(); ++c) cell_cluster_[c] = cell_cluster_[groups_.root(c)];
}

/// The first cluster that reaches an incident which is no core.
std::uint32_t Clustering::lowest_core(Around around, const Cells::Place& at, DayNumber day) const {
    std::uint32_t lowest = kNone;
    for (const CellRange range : around)
        for (std::uint32_t c = range.first; c < range.last; ++c) {
            const CellRange one{c, c + 1};
            if (has_core_[c] == 0 || cell_cluster_[c] >= lowest) continue;
            const bool reached = any_near({&one, 1}, at, day, [&](DayRange near) {
                return std::find(core_.begin() + near.first, core_.begin() + near.last, 1) !=
                       core_.begin() + near.last;
            });
            if (reached) lowest = cell_cluster_[c];
        }
    return lowest;
}

void Clustering::reach_borders() {
    cluster_.assign(cells_.n_days(), kNone);
    for_each_block(1, [&](std::size_t c, Around around) {
        for_each_day(c, [&](std::size_t p, std::size_t d) {
            cluster_[d] =
                core_[d] != 0 ? cell_cluster_[c] : lowest_core(around, cells_.place(p), cells_.day(d).day);
        });
    });
}

StClusters Clustering::result() const {
    StClusters result{std::vector<std::int32_t>(cells_.n_rows(), kNoise),
                      std::vector<std::uint8_t>(cells_.n_rows(), 0), n_clusters_};
    for (std::size_t d = 0; d < cells_.n_days(); ++d)
        for (std::size_t r = cells_.day(d).first_row; r < cells_.day(d + 1).first_row; ++r) {
            if (cluster_[d] != kNone) result.label[cells_.row(r)] = static_cast<std::int32_t>(cluster_[d]);
            result.core[cells_.row(r)] = core_[d];
        }
    return result;
}

} // namespace

void check_st_dbscan(std::span<const double> x_m, std::span<const double> y_m, std::span<const DayNumber> day,
                     const StDbscanParameters& p) {
    const auto refuse = [](const char* why) {
        throw Error(ErrorKind::Argument, std::string("clusters: ") + why);
    };
    if (x_m.size() != y_m.size() || x_m.size() != day.size()) refuse("each incident needs x, y and a day");
    if (!(p.eps_m > 0) || !std::isfinite(p.eps_m)) refuse("eps must be a distance above 0");
    if (p.eps_time_days && *p.eps_time_days < 0) refuse("eps-time must not be negative");
    if (p.min_points < 1) refuse("min-points must be at least 1");
    const auto finite = [](double v) { return std::isfinite(v); };
    if (!std::all_of(x_m.begin(), x_m.end(), finite) || !std::all_of(y_m.begin(), y_m.end(), finite))
        refuse("each incident needs a place");
    if (p.eps_time_days && std::find(day.begin(), day.end(), kNoDay) != day.end())
        refuse("each incident needs a day");
}

StClusters st_dbscan(std::span<const double> x_m, std::span<const double> y_m, std::span<const DayNumber> day,
                     const StDbscanParameters& parameters, const EarlierOfOneDay& earlier,
                     Progress& progress) {
    check_st_dbscan(x_m, y_m, day, parameters);
    const SpaceTimeCells cells(x_m, y_m, day, parameters.eps_m, parameters.eps_time_days);
    Clustering clustering(cells, parameters, progress);
    clustering.find_cores();
    clustering.join_cells();
    clustering.number(
        [&](std::uint32_t a, std::uint32_t b) { return comes_first(x_m, y_m, day, earlier, a, b); });
    clustering.reach_borders();
    return clustering.result();
}

} // namespace geo

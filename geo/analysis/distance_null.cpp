#include "geo/analysis/distance_null.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"
#include "geo/core/random.hpp"

namespace geo {

namespace {

constexpr int kSteps = 1000; // of the null's own distribution, for the largest difference
constexpr std::size_t kGuide = 4096;

/// The share of the null that is nearer than a distance.
class NullCurve {
  public:
    explicit NullCurve(const NullPlaces& null) {
        if (null.distance_m.size() != null.weight.size())
            throw Error(ErrorKind::Argument, "distances and weights of the null differ in number");
        std::vector<std::size_t> order(null.distance_m.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(null.distance_m[a], a) < std::pair(null.distance_m[b], b);
        });
        double sum = 0;
        for (const std::size_t i : order) {
            if (!(null.weight[i] > 0) || std::isnan(null.distance_m[i])) continue;
            sum += null.weight[i];
            distance_m_.push_back(null.distance_m[i]);
            below_.push_back(sum);
        }
        if (!(sum > 0)) throw Error(ErrorKind::Argument, "the null has no place with a weight");
        for (double& share : below_) share /= sum;
    }
    double operator()(double distance_m) const {
        const auto at =
            std::lower_bound(distance_m_.begin(), distance_m_.end(), distance_m) - distance_m_.begin();
        return at == 0 ? 0 : below_[static_cast<std::size_t>(at) - 1];
    }

  private:
    std::vector<double> distance_m_, below_; ///< below_[i]: share at distance_m_[i] or nearer
};

/// All shares that a run is judged at, and which of them a draw lies under.
class Marks {
  public:
    explicit Marks(std::vector<double> shares) : share_(std::move(shares)) {
        std::sort(share_.begin(), share_.end());
        share_.erase(std::unique(share_.begin(), share_.end()), share_.end());
        for (std::size_t i = 0; i <= kGuide; ++i) // u = 1: an incident farther than the whole null
            guide_.push_back(static_cast<std::uint32_t>(
                std::upper_bound(share_.begin(), share_.end(), static_cast<double>(i) / kGuide) -
                share_.begin()));
    }
    std::size_t size() const { return share_.size(); }
    const std::vector<double>& shares() const { return share_; }
    /// How many marks are at u or below; 0 <= u <= 1.
    std::size_t n_up_to(double u) const {
        std::size_t i = guide_[static_cast<std::size_t>(u * kGuide)];
        while (i < share_.size() && share_[i] <= u) ++i;
        return i;
    }
    std::size_t index_of(double share) const {
        return static_cast<std::size_t>(std::lower_bound(share_.begin(), share_.end(), share) -
                                        share_.begin());
    }

  private:
    std::vector<double> share_;
    std::vector<std::uint32_t> guide_;
};

/// Incidents below each mark: those whose draw is less than its share.
std::vector<std::uint64_t> counts_below(std::span<const std::uint32_t> n, const Marks& marks,
                                        RandomStream& random) {
    std::vector<std::uint64_t> between(marks.size() + 1);
    for (const std::uint32_t stack : n) between[marks.n_up_to(random.unit())] += stack;
    std::partial_sum(between.begin(), between.end(), between.begin());
    between.pop_back();
    return between;
}

double largest_difference(const std::vector<std::uint64_t>& below, const Marks& marks, double total) {
    double most = 0;
    for (std::size_t i = 0; i < marks.size(); ++i)
        most = std::max(most, std::abs(static_cast<double>(below[i]) / total - marks.shares()[i]));
    return most;
}

/// What the runs gave for one share.
void judge(std::vector<std::uint64_t>& runs, double total, ShareAgainstNull& share) {
    std::sort(runs.begin(), runs.end());
    const auto at = [&](double quantile) { // of the runs themselves, none between two
        const auto rank =
            static_cast<std::size_t>(std::lround(quantile * static_cast<double>(runs.size() - 1)));
        return static_cast<double>(runs[rank]) / total;
    };
    share.low = at(0.025);
    share.high = at(0.975);
}

double p_value(std::size_t n_as_extreme, std::size_t n_runs) {
    return static_cast<double>(n_as_extreme + 1) / static_cast<double>(n_runs + 1);
}

/// The runs: incidents below each mark of interest, and the largest difference.
struct Runs {
    std::vector<std::vector<std::uint64_t>> below; ///< [run][mark]
    std::vector<double> difference;
};

Runs simulate(std::span<const std::uint32_t> n, const Marks& marks, const Marks& steps, double total,
              const DistanceNullParams& params, Progress& progress) {
    Runs runs{std::vector<std::vector<std::uint64_t>>(params.n_runs), std::vector<double>(params.n_runs)};
    std::atomic<std::uint64_t> done{0};
    parallel_for(params.n_runs, 8, params.threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t run = first; run < last; ++run) {
            // The same draws for both: a run is one pattern.
            RandomStream random(params.seed, run), again = random;
            runs.below[run] = counts_below(n, marks, random);
            runs.difference[run] = largest_difference(counts_below(n, steps, again), steps, total);
        }
        progress.at(done += last - first, params.n_runs);
    });
    return runs;
}

/// The observed incidents beside the runs.
class Comparison {
  public:
    Comparison(std::span<const double> distance_m, std::span<const std::uint32_t> n, const NullCurve& curve,
               const Marks& marks, const Runs& runs)
        : distance_m_(distance_m), n_(n), curve_(curve), marks_(marks), runs_(runs),
          n_incidents_(std::accumulate(n.begin(), n.end(), std::uint64_t{0})),
          total_(static_cast<double>(std::max<std::uint64_t>(n_incidents_, 1))) {}

    /// `to_m` infinite: the last band.
    BandAgainstNull band(double from_m, double to_m) const {
        BandAgainstNull band;
        band.count = observed_below(to_m) - observed_below(from_m);
        band.share = {static_cast<double>(band.count) / total_, expected_below(to_m) - expected_below(from_m),
                      0, 0};
        std::vector<std::uint64_t> counts;
        for (std::size_t run = 0; run < runs_.below.size(); ++run)
            counts.push_back(run_below(run, to_m) - run_below(run, from_m));
        if (counts.empty()) return band;
        judge(counts, total_, band.share);
        const auto lower = std::lower_bound(counts.begin(), counts.end(), band.count);
        const auto upper = std::upper_bound(counts.begin(), counts.end(), band.count);
        band.p_more = p_value(static_cast<std::size_t>(counts.end() - lower), counts.size());
        band.p_fewer = p_value(static_cast<std::size_t>(upper - counts.begin()), counts.size());
        return band;
    }
    ShareAgainstNull below(double distance_m) const {
        ShareAgainstNull share{static_cast<double>(observed_below(distance_m)) / total_, curve_(distance_m),
                               0, 0};
        std::vector<std::uint64_t> counts;
        for (std::size_t run = 0; run < runs_.below.size(); ++run)
            counts.push_back(run_below(run, distance_m));
        if (!counts.empty()) judge(counts, total_, share);
        return share;
    }
    void largest(const Marks& steps, DistanceAgainstNull& result) const {
        if (runs_.below.empty()) return;
        std::vector<std::uint64_t> below(steps.size() + 1);
        for (std::size_t i = 0; i < n_.size(); ++i) below[steps.n_up_to(curve_(distance_m_[i]))] += n_[i];
        std::partial_sum(below.begin(), below.end(), below.begin());
        below.pop_back();
        result.ks_d = largest_difference(below, steps, total_);
        const auto as_large = std::count_if(runs_.difference.begin(), runs_.difference.end(),
                                            [&](double difference) { return difference >= result.ks_d; });
        result.ks_p = p_value(static_cast<std::size_t>(as_large), runs_.difference.size());
    }
    std::uint64_t n_incidents() const { return n_incidents_; }

  private:
    std::uint64_t observed_below(double edge_m) const {
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < n_.size(); ++i)
            if (distance_m_[i] < edge_m) below += n_[i];
        return below;
    }
    double expected_below(double edge_m) const { return std::isinf(edge_m) ? 1 : curve_(edge_m); }
    std::uint64_t run_below(std::size_t run, double edge_m) const {
        return std::isinf(edge_m) ? n_incidents_ : runs_.below[run][marks_.index_of(curve_(edge_m))];
    }

    std::span<const double> distance_m_;
    std::span<const std::uint32_t> n_;
    const NullCurve& curve_;
    const Marks& marks_;
    const Runs& runs_;
    std::uint64_t n_incidents_;
    double total_;
};

} // namespace

DistanceAgainstNull distance_against_null(std::span<const double> distance_m,
                                          std::span<const std::uint32_t> n, const NullPlaces& null,
                                          const DistanceNullParams& params, Progress& progress) {
    if (distance_m.size() != n.size())
        throw Error(ErrorKind::Argument, "places and their incidents differ in number");
    if (params.n_runs == 0) throw Error(ErrorKind::Argument, "a simulation needs at least one run");
    const NullCurve curve(null);
    std::vector<double> of_interest, even;
    for (const double edge : params.band_edges_m) of_interest.push_back(curve(edge));
    for (const double distance : params.curve_m) of_interest.push_back(curve(distance));
    for (int i = 1; i < kSteps; ++i) even.push_back(static_cast<double>(i) / kSteps);
    const Marks marks(of_interest), steps(even);
    const auto total = static_cast<double>(std::accumulate(n.begin(), n.end(), std::uint64_t{0}));
    const Runs runs = total > 0 ? simulate(n, marks, steps, total, params, progress) : Runs{};

    const Comparison comparison(distance_m, n, curve, marks, runs);
    DistanceAgainstNull result;
    result.n_places = n.size();
    result.n_incidents = comparison.n_incidents();
    const std::vector<double>& edges = params.band_edges_m;
    for (std::size_t i = 0; i < edges.size(); ++i)
        result.bands.push_back(comparison.band(edges[i], i + 1 < edges.size() ? edges[i + 1] : INFINITY));
    for (const double distance : params.curve_m) result.curve.push_back(comparison.below(distance));
    comparison.largest(steps, result);
    return result;
}

} // namespace geo

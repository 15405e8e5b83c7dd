// ST-DBSCAN against all pairs: the same labels, cores and numbers of clusters.

#include "fuzz_values.hpp"
#include "geo/analysis/st_dbscan.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Values values(data, size);
    geo::StDbscanParameters parameters;
    parameters.eps_m = 1 + values.below(40); // whole metres on a small grid: ties at exactly eps
    if (values.flag()) parameters.eps_time_days = static_cast<int>(values.below(20));
    else parameters.eps_time_days.reset();
    parameters.min_points = 1 + values.below(8);
    std::vector<double> x, y;
    std::vector<geo::DayNumber> day;
    while (!values.empty() && x.size() < 120) {
        x.push_back(values.below(100));
        y.push_back(values.below(100));
        day.push_back(static_cast<geo::DayNumber>(values.below(60)));
    }
    geo::NoProgress progress;
    const geo::EarlierOfOneDay earlier = [](std::uint32_t a, std::uint32_t b) { return a < b; };
    parameters.threads = 1;
    const geo::StClusters fast = geo::st_dbscan(x, y, day, parameters, earlier, progress);
    const geo::StClusters exact = geo::st_dbscan_by_pairs(x, y, day, parameters, earlier);
    fuzz::require(fast.label == exact.label, "labels are those of all pairs");
    fuzz::require(fast.core == exact.core, "cores are those of all pairs");
    fuzz::require(fast.n_clusters == exact.n_clusters, "as many clusters");
    parameters.threads = 2;
    fuzz::require(geo::st_dbscan(x, y, day, parameters, earlier, progress).label == fast.label, "threads change nothing");
    return 0;
}

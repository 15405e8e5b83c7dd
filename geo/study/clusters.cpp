#include "geo/study/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "geo/analysis/convex_hull.hpp"
#include "geo/analysis/k_distance.hpp"
#include "geo/core/parallel.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/study/near_words.hpp"

namespace geo {

namespace {

/// The incidents that are looked at, as the pure functions take them.
struct Usable {
    std::vector<RowId> rows;
    std::vector<double> x_m, y_m;
    std::vector<DayNumber> day;
    std::uint64_t n_unplaced = 0, n_undated = 0;
};

Usable usable_incidents(const IncidentTable& table, const LocationSupports& supports,
                        const Selected& selected, const LocalPlaces& local, bool time_counts) {
    Usable usable;
    for (const RowId row : selected.rows) {
        const bool placed = std::isfinite(local.x_m[row]) && supports.usable(row);
        const bool dated = table.first_day[row] != kNoDay || !time_counts;
        usable.n_unplaced += !placed;
        usable.n_undated += placed && !dated;
        if (!placed || !dated) continue;
        usable.rows.push_back(row);
        usable.x_m.push_back(local.x_m[row]);
        usable.y_m.push_back(local.y_m[row]);
        usable.day.push_back(table.first_day[row]);
    }
    return usable;
}

/// Days within which such a date is known.
int days_of(DatePrecision precision) {
    constexpr std::array<int, 5> kDays{0, 6, 7, 31, 366}; // by DatePrecision
    return kDays[static_cast<std::size_t>(precision)];
}

bool is_number(std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Incidents of each cluster, one after the other.
struct Members {
    std::vector<std::uint32_t> start; ///< by cluster, and the end
    std::vector<std::uint32_t> of;    ///< indices into Usable
    std::span<const std::uint32_t> cluster(std::size_t i) const {
        return {of.data() + start[i], of.data() + start[i + 1]};
    }
};

Members members_of(const StClusters& found) {
    Members members{std::vector<std::uint32_t>(found.n_clusters + std::size_t{1}, 0), {}};
    for (const std::int32_t label : found.label)
        if (label != kNoise) ++members.start[static_cast<std::size_t>(label) + 1];
    std::partial_sum(members.start.begin(), members.start.end(), members.start.begin());
    members.of.resize(members.start.back());
    std::vector<std::uint32_t> next(members.start.begin(), members.start.end() - 1);
    for (std::uint32_t i = 0; i < found.label.size(); ++i)
        if (found.label[i] != kNoise) members.of[next[static_cast<std::size_t>(found.label[i])]++] = i;
    return members;
}

double sum_of(const std::vector<double>& deaths, std::span<const std::uint32_t> members,
              const Usable& usable) {
    double sum = std::numeric_limits<double>::quiet_NaN();
    if (deaths.empty()) return sum;
    for (const std::uint32_t i : members)
        if (const double n = deaths[usable.rows[i]]; !std::isnan(n)) sum = std::isnan(sum) ? n : sum + n;
    return sum;
}

/// Numbers of one cluster.
class Describing {
  public:
    Describing(const IncidentTable& table, const LocationSupports& supports, const Usable& usable,
               const StClusters& found, const Proximity& proximity, const std::vector<ReferencePlace>& places,
               const ClusterSpec& spec)
        : table_(table), supports_(supports), usable_(usable), found_(found), proximity_(proximity),
          places_(places), spec_(spec), actor_(table.column(Role::actor)) {}

    Cluster describe(std::span<const std::uint32_t> members, const Transformer& transformer) const {
        Cluster cluster;
        cluster.n_incidents = static_cast<std::uint32_t>(members.size());
        count(members, cluster);
        find_actors(members, cluster);
        find_border(members, cluster);
        find_shape(members, transformer, cluster);
        cluster.near = near_in_words(cluster.centroid, places_);
        return cluster;
    }

  private:
    void count(std::span<const std::uint32_t> members, Cluster& cluster) const {
        for (const std::uint32_t i : members) {
            const RowId row = usable_.rows[i];
            cluster.n_cores += found_.core[i];
            cluster.n_vague_places +=
                double{supports_.uncertainty_m[row]} > spec_.eps.value; // NaN: not stated
            cluster.n_vague_dates +=
                spec_.eps_time_days && days_of(table_.date_precision[row]) > *spec_.eps_time_days;
            cluster.n_without_deaths += table_.deaths_best.empty() || std::isnan(table_.deaths_best[row]);
            if (usable_.day[i] == kNoDay) continue;
            const bool first = cluster.first_day == kNoDay;
            cluster.first_day = first ? usable_.day[i] : std::min(cluster.first_day, usable_.day[i]);
            cluster.last_day = std::max(cluster.last_day, usable_.day[i]);
        }
        cluster.deaths_best = sum_of(table_.deaths_best, members, usable_);
        cluster.deaths_low = sum_of(table_.deaths_low, members, usable_);
        cluster.deaths_high = sum_of(table_.deaths_high, members, usable_);
    }

    void find_actors(std::span<const std::uint32_t> members, Cluster& cluster) const {
        if (!actor_) return;
        std::unordered_map<std::string_view, std::uint32_t> n;
        for (const std::uint32_t i : members)
            if (const std::string_view name = (*actor_)[usable_.rows[i]]; !name.empty())
                cluster.n_actor = std::max(cluster.n_actor, ++n[name]);
        for (const auto& [name, count] : n)
            if (count == cluster.n_actor) cluster.actors.emplace_back(name);
        std::sort(cluster.actors.begin(), cluster.actors.end());
    }

    void find_border(std::span<const std::uint32_t> members, Cluster& cluster) const {
        cluster.border_distance_m = std::numeric_limits<double>::quiet_NaN();
        for (const std::uint32_t i : members) {
            const double distance_m = proximity_.distance_m[usable_.rows[i]];
            if (std::isnan(distance_m) || distance_m >= cluster.border_distance_m) continue;
            cluster.border_distance_m = distance_m;
            cluster.neighbour = proximity_.neighbours[proximity_.neighbour[usable_.rows[i]]].iso_a3;
        }
    }

    void find_shape(std::span<const std::uint32_t> members, const Transformer& transformer,
                    Cluster& cluster) const {
        std::vector<Local> places;
        Local sum;
        for (const std::uint32_t i : members) {
            places.push_back({usable_.x_m[i], usable_.y_m[i]});
            sum = {sum.x_m + usable_.x_m[i], sum.y_m + usable_.y_m[i]};
        }
        const auto n = static_cast<double>(members.size());
        cluster.centroid = transformer.lonlat_from_local({sum.x_m / n, sum.y_m / n});
        const std::vector<Local> corners = convex_hull(places);
        cluster.shape = corners.size() > 2    ? HullShape::polygon
                        : corners.size() == 2 ? HullShape::line
                                              : HullShape::point;
        cluster.hull = outline(corners, transformer);
        for (const LonLat place : cluster.hull) cluster.box.add(place);
        for (std::size_t i = 2; i < corners.size(); ++i)
            cluster.area_km2 += triangle_km2(corners[0], corners[i - 1], corners[i]);
    }

    static double triangle_km2(Local a, Local b, Local c) {
        return ((b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m)) / 2e6;
    }

    /// Edges that are straight in the plane, in pieces of at most 10 km: read as straight in degrees they
    /// stay within some metres of it.
    static LineString outline(const std::vector<Local>& corners, const Transformer& transformer) {
        constexpr double kPiece_m = 10'000;
        LineString line{transformer.lonlat_from_local(corners.front())};
        const std::size_t n_edges = corners.size() > 2 ? corners.size() : corners.size() - 1;
        for (std::size_t i = 0; i < n_edges; ++i) {
            const Local a = corners[i], b = corners[(i + 1) % corners.size()];
            const double n = std::ceil(std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) / kPiece_m);
            for (double step = 1; step <= n; ++step)
                line.push_back(transformer.lonlat_from_local(
                    {std::lerp(a.x_m, b.x_m, step / n), std::lerp(a.y_m, b.y_m, step / n)}));
        }
        if (corners.size() > 2) line.back() = line.front();
        return line;
    }

    const IncidentTable& table_;
    const LocationSupports& supports_;
    const Usable& usable_;
    const StClusters& found_;
    const Proximity& proximity_;
    const std::vector<ReferencePlace>& places_;
    const ClusterSpec& spec_;
    const Column* actor_;
};

void label_rows(const Usable& usable, const StClusters& found, std::size_t n_rows, Clusters& result) {
    result.label.assign(n_rows, kNoise);
    result.role.assign(n_rows, ClusterRole::left_out);
    for (std::size_t i = 0; i < usable.rows.size(); ++i) {
        result.label[usable.rows[i]] = found.label[i];
        const bool noise = found.label[i] == kNoise;
        result.role[usable.rows[i]] = noise                ? ClusterRole::noise
                                      : found.core[i] != 0 ? ClusterRole::core
                                                           : ClusterRole::border;
        result.n_noise += noise;
    }
}

void count_vague(const IncidentTable& table, const LocationSupports& supports, const Usable& usable,
                 const ClusterSpec& spec, Clusters& result) {
    for (const RowId row : usable.rows) {
        result.n_vague_places += double{supports.uncertainty_m[row]} > spec.eps.value;
        result.n_vague_dates +=
            spec.eps_time_days && days_of(table.date_precision[row]) > *spec.eps_time_days;
    }
}

/// Numbers at the centroids; where there is no room for all, the largest clusters keep theirs.
std::vector<Label> number_labels(const Clusters& clusters) {
    constexpr std::size_t kBeforeTowns = 10, kBeforeVillages = 50;
    std::vector<Label> labels;
    for (std::size_t i = 0; i < clusters.by_size.size(); ++i) {
        const Cluster& cluster = clusters.clusters[clusters.by_size[i]];
        Label label{mercator_from_lonlat(cluster.centroid), std::to_string(clusters.by_size[i] + 1),
                    LabelKind::cluster};
        label.rank = i < kBeforeTowns ? 1 : i < kBeforeVillages ? 3 : 9;
        label.width_m = cluster.n_incidents; // only for their order
        labels.push_back(std::move(label));
    }
    spread_labels(labels);
    for (Label& label : labels) label.width_m = 0;
    return labels;
}

/// Hulls and numbers for the map.
DrawnReference drawn_clusters(const Clusters& clusters) {
    ReferenceBuilder builder;
    for (const Cluster& cluster : clusters.clusters) {
        if (cluster.shape == HullShape::polygon)
            builder.add({Polygon{cluster.hull, {}}}, {}, {}, "");
        else if (cluster.shape == HullShape::line)
            builder.add({}, {cluster.hull}, {}, "");
        else
            builder.add({}, {}, cluster.hull, "");
    }
    DrawnReference drawn = std::move(builder).finished({});
    drawn.labels = std::make_shared<const std::vector<Label>>(number_labels(clusters));
    return drawn;
}

} // namespace

bool id_before(std::string_view a, std::string_view b) {
    const auto significant = [](std::string_view id) {
        return id.substr(std::min(id.find_first_not_of('0'), id.size()));
    };
    if (is_number(a) != is_number(b)) return is_number(a);
    if (!is_number(a)) return a < b;
    const std::string_view x = significant(a), y = significant(b);
    return x.size() != y.size() ? x.size() < y.size() : x < y;
}

Clusters find_clusters(const IncidentTable& table, const LocationSupports& supports, const Selected& selected,
                       const LocalPlaces& local, const Proximity& proximity,
                       const std::vector<ReferencePlace>& places, const AnalysisCrs& crs,
                       const ClusterSpec& spec, unsigned threads, Progress& progress) {
    const Usable usable = usable_incidents(table, supports, selected, local, spec.eps_time_days.has_value());
    const Column* id = table.column(Role::id);
    EarlierOfOneDay earlier;
    if (id)
        earlier = [&](std::uint32_t a, std::uint32_t b) {
            return id_before((*id)[usable.rows[a]], (*id)[usable.rows[b]]);
        };
    const StClusters found =
        st_dbscan(usable.x_m, usable.y_m, usable.day,
                  {spec.eps.value, spec.eps_time_days, static_cast<std::uint32_t>(spec.min_points), threads},
                  earlier, progress);
    Clusters result;
    result.n_incidents = usable.rows.size();
    result.n_unplaced = usable.n_unplaced;
    result.n_undated = usable.n_undated;
    result.has_actor = table.column(Role::actor) != nullptr;
    result.crs = crs.definition;
    label_rows(usable, found, table.size(), result);
    count_vague(table, supports, usable, spec, result);
    const Members members = members_of(found);
    const Describing describing(table, supports, usable, found, proximity, places, spec);
    result.clusters.resize(found.n_clusters);
    parallel_for(found.n_clusters, 256, threads, [&](std::size_t first, std::size_t last) {
        progress.at(first, found.n_clusters);
        const Transformer transformer(crs); // belongs to one thread
        for (std::size_t i = first; i < last; ++i)
            result.clusters[i] = describing.describe(members.cluster(i), transformer);
    });
    result.by_size.resize(found.n_clusters);
    std::iota(result.by_size.begin(), result.by_size.end(), 0u);
    std::stable_sort(result.by_size.begin(), result.by_size.end(), [&](std::uint32_t a, std::uint32_t b) {
        return result.clusters[a].n_incidents > result.clusters[b].n_incidents;
    });
    for (const Cluster& cluster : result.clusters)
        ++result.n_by_shape[static_cast<std::size_t>(cluster.shape)];
    result.drawn = drawn_clusters(result);
    return result;
}

double KDistanceCurve::quantile(double share) const {
    if (distance_m.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double at = std::ceil(share * static_cast<double>(distance_m.size())) - 1;
    return distance_m[static_cast<std::size_t>(
        std::clamp(at, 0.0, static_cast<double>(distance_m.size() - 1)))];
}

KDistanceCurve k_distance_curve(const IncidentTable& table, const LocationSupports& supports,
                                const Selected& selected, const LocalPlaces& local,
                                const Snapshot::KDistanceKey& asked, unsigned threads, Progress& progress) {
    const Usable usable = usable_incidents(table, supports, selected, local, asked.eps_time_days.has_value());
    KDistanceCurve curve;
    curve.k = static_cast<std::uint32_t>(asked.min_points) - 1;
    curve.n_incidents = usable.rows.size();
    const std::size_t step = (usable.rows.size() + kMostKDistances - 1) / kMostKDistances;
    std::vector<std::uint32_t> sample;
    for (std::size_t i = 0; i < usable.rows.size(); i += step)
        sample.push_back(static_cast<std::uint32_t>(i));
    curve.distance_m = k_distances(usable.x_m, usable.y_m, usable.day, asked.eps_time_days, curve.k, sample,
                                   threads, progress);
    std::sort(curve.distance_m.begin(), curve.distance_m.end());
    return curve;
}

} // namespace geo

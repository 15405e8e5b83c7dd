#include "geo/study/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>

#include <nlohmann/json.hpp>

#include "geo/study/clusters_text.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/write_outputs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

const std::string kUcdp = BORDERLENS_SHARED_DIR "/data/incidents/ucdp_ged_pakistan.csv";

Snapshot evaluated(const Study& study, const Snapshot& before = {}, unsigned threads = 0) {
    NoProgress progress;
    EvaluateOptions options;
    options.threads = threads;
    return evaluate(study, before, progress, options);
}

Study study_of(const std::string& path, const ClusterSpec& spec = {}) {
    Study study;
    study.source.path = path;
    study.clusters = spec;
    return study;
}

/// "id,date,longitude,latitude" and more after them, as the file has them.
std::string written(TemporaryFolder& folder, const std::string& rows,
                    const std::string& header = "id,date,longitude,latitude") {
    const std::string path = folder.file("incidents.csv");
    std::ofstream(path) << header << '\n' << rows;
    return path;
}

Clusters clusters_of(TemporaryFolder& folder, const std::string& rows, const ClusterSpec& spec = {}) {
    return *evaluated(study_of(written(folder, rows), spec)).clusters.value;
}

/// The label of each identifier.
std::map<std::string, std::int32_t> labels_of(const Snapshot& snapshot) {
    std::map<std::string, std::int32_t> labels;
    const Column& id = *snapshot.table()->column(Role::id);
    for (RowId row = 0; row < id.size(); ++row)
        labels[std::string(id[row])] = snapshot.clusters.value->label[row];
    return labels;
}

std::string incident(int id, int day, double lon, double lat, const std::string& more = "") {
    return std::to_string(id) + ",2020-05-" + (day < 10 ? "0" : "") + std::to_string(day) + ',' +
           std::to_string(lon) + ',' + std::to_string(lat) + more + '\n';
}

} // namespace

TEST_CASE("clusters of the real file are those of scikit-learn, label by label") {
    if (!std::filesystem::exists(kUcdp)) {
        WARN("skipped: the real incident file is not here");
        return;
    }
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/dbscan.json");
    const nlohmann::json kept = nlohmann::json::parse(file);
    Snapshot snapshot;
    for (const auto& wanted : kept["cases"]) {
        ClusterSpec spec;
        spec.eps = Metres{wanted["eps_m"].get<double>()};
        spec.eps_time_days.reset();
        if (!wanted["eps_time_days"].is_null()) spec.eps_time_days = wanted["eps_time_days"].get<int>();
        spec.min_points = wanted["min_points"].get<int>();
        INFO(wanted["eps_m"] << " m, " << wanted["eps_time_days"] << " days, " << spec.min_points);
        snapshot = evaluated(study_of(kUcdp, spec), snapshot);
        const Clusters& clusters = *snapshot.clusters.value;
        CHECK(clusters.crs == kept["crs"].get<std::string>());
        CHECK(clusters.n_incidents == kept["id"].size());
        CHECK(clusters.clusters.size() == wanted["clusters"].get<std::size_t>());
        CHECK(clusters.n_noise == wanted["noise"].get<std::uint64_t>());
        const auto labels = labels_of(snapshot);
        std::size_t n_other = 0;
        for (std::size_t i = 0; i < kept["id"].size(); ++i)
            n_other +=
                labels.at(std::to_string(kept["id"][i].get<int>())) != wanted["label"][i].get<std::int32_t>();
        CHECK(n_other == 0);
    }
}

TEST_CASE("the incidents of a cluster of the real file lie in its hull, and its numbers are theirs") {
    if (!std::filesystem::exists(kUcdp)) {
        WARN("skipped: the real incident file is not here");
        return;
    }
    const Snapshot snapshot = evaluated(study_of(kUcdp));
    const Clusters& clusters = *snapshot.clusters.value;
    const IncidentTable& table = *snapshot.table();
    const LocalPlaces& local = *snapshot.local.value;
    const Transformer transformer({clusters.crs, "", true});
    std::vector<double> deaths(clusters.clusters.size(), 0), nearest(deaths.size(), INFINITY);
    std::vector<std::uint32_t> n(deaths.size(), 0);
    for (RowId row = 0; row < table.size(); ++row) {
        const std::int32_t label = clusters.label[row];
        CHECK((label == kNoise) == (clusters.role[row] >= ClusterRole::noise));
        if (label == kNoise) continue;
        const auto at = static_cast<std::size_t>(label);
        const Cluster& cluster = clusters.clusters[at];
        ++n[at];
        deaths[at] += table.deaths_best[row];
        nearest[at] = std::min(nearest[at], snapshot.proximity.value->distance_m[row]);
        CHECK(table.first_day[row] >= cluster.first_day);
        CHECK(table.first_day[row] <= cluster.last_day);
        for (std::size_t i = 0; i + 1 < cluster.hull.size() && cluster.shape == HullShape::polygon; ++i) {
            const Local a = transformer.local_from_lonlat(cluster.hull[i]);
            const Local b = transformer.local_from_lonlat(cluster.hull[i + 1]);
            const double cross =
                (b.x_m - a.x_m) * (local.y_m[row] - a.y_m) - (b.y_m - a.y_m) * (local.x_m[row] - a.x_m);
            REQUIRE(cross / std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) >
                    -0.01); // metres left of the edge, after a round trip through degrees
        }
    }
    for (std::size_t i = 0; i < n.size(); ++i) {
        CHECK(clusters.clusters[i].n_incidents == n[i]);
        CHECK(clusters.clusters[i].deaths_best == Approx(deaths[i]));
        CHECK(clusters.clusters[i].border_distance_m == Approx(nearest[i]));
    }
}

TEST_CASE("clusters do not depend on the order of the rows nor on the number of threads") {
    TemporaryFolder folder;
    std::vector<std::string> rows;
    for (int i = 0; i < 60; ++i)
        rows.push_back(
            incident(i * 37 % 101, 1 + i % 3, 67 + 0.06 * (i % 4) + 0.5 * (i % 2), 30 + 0.05 * (i % 5)));
    const auto text = [&] { return std::accumulate(rows.begin(), rows.end(), std::string()); };
    const ClusterSpec spec{kilometres(7), 1, 6};
    const auto before = labels_of(evaluated(study_of(written(folder, text()), spec), {}, 1));
    std::reverse(rows.begin(), rows.end());
    const auto after = labels_of(evaluated(study_of(written(folder, text()), spec), {}, 3));
    CHECK(before == after);
    CHECK(std::any_of(before.begin(), before.end(), [](const auto& label) { return label.second > 0; }));
}

TEST_CASE("clusters of no incident that passes, of one, of all at one place, of all on one day") {
    TemporaryFolder folder;
    Study study = study_of(written(folder, incident(1, 1, 67, 30)));
    study.filter.from = day_from_iso("2030-01-01");
    CHECK(evaluated(study).clusters.value->n_incidents == 0);
    CHECK(evaluated(study).k_distances.value->distance_m.empty());
    CHECK(std::isnan(evaluated(study).k_distances.value->quantile(0.5)));
    const Clusters one = clusters_of(folder, incident(1, 1, 67, 30));
    CHECK(one.clusters.empty());
    CHECK(one.n_noise == 1);
    std::string rows;
    for (int i = 0; i < 6; ++i) rows += incident(i, 1 + i, 67, 30);
    const Clusters heap = clusters_of(folder, rows);
    REQUIRE(heap.clusters.size() == 1);
    CHECK(heap.clusters[0].shape == HullShape::point);
    CHECK(heap.clusters[0].hull.size() == 1);
    CHECK(heap.clusters[0].area_km2 == 0);
    CHECK(heap.clusters[0].centroid.lat_deg == Approx(30));
    CHECK(clusters_of(folder, rows, {kilometres(10), 0, 2}).clusters.empty()); // each on a day of its own
    rows.clear();
    for (int i = 0; i < 6; ++i) rows += incident(i, 4, 67 + 0.05 * i, 30);
    const Clusters day = clusters_of(folder, rows, {kilometres(10), 0, 3});
    REQUIRE(day.clusters.size() == 1);
    CHECK(day.clusters[0].first_day == day.clusters[0].last_day);
    CHECK(period_in_words(day.clusters[0]) == "2020-05-04");
}

TEST_CASE("what has no place, no usable place or no date is left out and counted") {
    TemporaryFolder folder;
    std::string rows;
    for (int i = 0; i < 5; ++i) rows += incident(i, 3, 67, 30);
    rows += "5,2020-05-03,,\n";
    const Clusters dated = clusters_of(folder, rows);
    CHECK(dated.n_incidents == 5);
    CHECK(dated.n_unplaced == 1);
    CHECK(dated.n_undated == 0);
    CHECK(dated.clusters.at(0).n_incidents == 5);
    const std::string timeless = written(folder, "1,67,30\n2,67,30\n3,67,30\n", "id,longitude,latitude");
    const Snapshot no_dates = evaluated(study_of(timeless));
    CHECK(no_dates.clusters.value->n_undated == 3);
    CHECK(no_dates.clusters.value->n_incidents == 0);
    const Snapshot at_any_time = evaluated(study_of(timeless, {kilometres(10), std::nullopt, 3}));
    CHECK(at_any_time.clusters.value->n_undated == 0);
    REQUIRE(at_any_time.clusters.value->clusters.size() == 1);
    CHECK(period_in_words(at_any_time.clusters.value->clusters[0]) == "no date");
}

TEST_CASE("vague dates and places are counted, not dropped") {
    TemporaryFolder folder;
    std::string rows;
    for (int i = 0; i < 5; ++i)
        rows += std::to_string(i) + ",2020-05-01,2020-05-31,67,30," + (i < 2 ? "3" : "1") + "," +
                (i < 3 ? "4" : "1") + ",1\n";
    const std::string path = written(
        folder, rows, "id,date_start,date_end,longitude,latitude,where_prec,date_prec,type_of_violence");
    const Snapshot snapshot = evaluated(study_of(path));
    const Clusters& clusters = *snapshot.clusters.value;
    REQUIRE(clusters.clusters.size() == 1);
    CHECK(clusters.clusters[0].n_incidents == 5);
    CHECK(clusters.n_vague_places == 2);
    CHECK(clusters.clusters[0].n_vague_places == 2);
    CHECK(clusters.n_vague_dates == 3);
}

TEST_CASE("the main actor is the one named most often, a tie names all, deaths not stated are not zero") {
    TemporaryFolder folder;
    std::string rows;
    const char* actors[] = {"B", "A", "A", "B", "", "C"};
    const char* deaths[] = {"1", "", "2", "4", "", ""};
    for (int i = 0; i < 6; ++i)
        rows += incident(i, 1, 67, 30, std::string(",") + actors[i] + "," + deaths[i]);
    for (int i = 6; i < 11; ++i) rows += incident(i, 1, 69, 30, ",D,");
    const Snapshot snapshot =
        evaluated(study_of(written(folder, rows, "id,date,longitude,latitude,actor1,deaths")));
    const std::vector<Cluster>& clusters = snapshot.clusters.value->clusters;
    REQUIRE(clusters.size() == 2);
    CHECK(clusters[0].actors == std::vector<std::string>{"A", "B"});
    CHECK(clusters[0].n_actor == 2);
    CHECK(actors_in_words(clusters[0]) == "A | B (tie)");
    CHECK(clusters[0].deaths_best == 7);
    CHECK(clusters[0].n_without_deaths == 3);
    CHECK(std::isnan(clusters[0].deaths_low));
    CHECK(actors_in_words(clusters[1]) == "D");
    CHECK(std::isnan(clusters[1].deaths_best));
}

TEST_CASE("another eps keeps the k-distances, another time between makes new ones") {
    TemporaryFolder folder;
    std::string rows;
    for (int i = 0; i < 30; ++i) rows += incident(i, 1 + i % 20, 67 + 0.01 * i, 30);
    Study study = study_of(written(folder, rows));
    const Snapshot first = evaluated(study);
    CHECK(first.k_distances.value->k == 4);
    CHECK(first.k_distances.value->distance_m.size() == 30);
    CHECK(std::is_sorted(first.k_distances.value->distance_m.begin(),
                         first.k_distances.value->distance_m.end()));
    study.clusters->eps = kilometres(3);
    const Snapshot second = evaluated(study, first);
    CHECK(second.k_distances.value == first.k_distances.value);
    CHECK(second.clusters.value != first.clusters.value);
    study.clusters->eps_time_days = 2;
    CHECK(evaluated(study, second).k_distances.value != first.k_distances.value);
}

TEST_CASE("hulls are written as areas, lines and places, and as a table") {
    TemporaryFolder folder;
    std::string rows;
    for (int i = 0; i < 5; ++i) rows += incident(i, 1, 62 + (i % 2) * 0.03, 27 + (i % 3) * 0.03);
    for (int i = 5; i < 10; ++i) rows += incident(i, 2, 66 + 0.02 * (i % 2), 30);
    for (int i = 10; i < 15; ++i) rows += incident(i, 3, 71, 34);
    const Study study = study_of(written(folder, rows));
    const Snapshot snapshot = evaluated(study);
    NoProgress progress;
    const auto read = [](const std::string& path) {
        std::ifstream file(path);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    write_cluster_hulls(study, snapshot, folder.file("h.geojson"), progress);
    const auto json = nlohmann::json::parse(read(folder.file("h.geojson")));
    REQUIRE(json["features"].size() == 3);
    CHECK(json["features"][0]["geometry"]["type"] == "MultiPolygon");
    CHECK(json["features"][1]["geometry"]["type"] == "LineString");
    CHECK(json["features"][2]["geometry"]["type"] == "Point");
    CHECK(json["features"][1]["properties"]["hull"] == "line");
    CHECK(json["features"][2]["properties"]["cluster"] == 3);
    CHECK(json["features"][2]["properties"]["deaths_best"].is_null());
    CHECK(json["borderlens"]["clusters"]["clusters"] == 3);
    for (const char* name : {"h.gpkg", "h.fgb", "h.shp"}) {
        write_cluster_hulls(study, snapshot, folder.file(name), progress);
        CHECK(std::filesystem::file_size(folder.file(name)) > 100);
    }
    write_cluster_hulls(study, snapshot, folder.file("t.csv"), progress);
    const std::string table = read(folder.file("t.csv"));
    CHECK(std::count(table.begin(), table.end(), '\n') == 4);
    CHECK(table.starts_with("cluster,incidents,cores,deaths_best,"));
    CHECK(table.find("\n3,5,5,,,,5,71,34,0,") != std::string::npos);
}

TEST_CASE("identifiers that are numbers come in the order of numbers, before others") {
    CHECK(id_before("8", "59"));
    CHECK_FALSE(id_before("59", "8"));
    CHECK(id_before("059", "60"));
    CHECK_FALSE(id_before("60", "060"));
    CHECK(id_before("9999999999999999999999", "99999999999999999999991"));
    CHECK(id_before("59", "A"));
    CHECK(id_before("PAK10", "PAK9"));
    CHECK(id_before("", "A"));
    CHECK_FALSE(id_before("", ""));
}

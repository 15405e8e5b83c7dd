#include "app/report/package_plan.hpp"

#include "app/render/picture/strip_picture.hpp"
#include "app/render/picture/write_picture.hpp"
#include "geo/analysis/cell_layout.hpp"
#include "geo/io/rejects_file.hpp"
#include "geo/study/before_after.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/trend.hpp"
#include "geo/study/write_outputs.hpp"

namespace app {

namespace {

/// What every file is written from.
struct Given {
    const geo::Study* study;
    const geo::Snapshot* snapshot;
    PlanOptions options;
    geo::Progress* progress;
};

class Plan {
  public:
    explicit Plan(const Given& given) : given_(given) {}

    std::vector<PlannedFile> files() {
        if (!counts_only()) {
            incidents();
            bands();
            density();
            clusters();
            change();
            trend();
            strip();
        }
        hot_spots();
        districts();
        if (!given_.snapshot->incidents.value->report.rejected().empty())
            add("tables/rejected.csv", "rows of the input that are no incident, with the reason",
                [given = given_](const std::string& path) {
                    geo::write_rejects(given.snapshot->incidents.value->report, path);
                });
        return std::move(files_);
    }

  private:
    using Write = std::function<void(const std::string&)>;
    /// As geo's writers are.
    using Writer = void (*)(const geo::Study&, const geo::Snapshot&, const std::string&, geo::Progress&);
    using TextWriter = void (*)(const geo::Study&, const geo::Snapshot&, const std::string&);

    /// The file counts by district: it has no incident of its own.
    bool counts_only() const { return given_.snapshot->incidents.value->counts != nullptr; }

    void add(std::string path, std::string words, Write write) {
        files_.push_back({std::move(path), std::move(words), std::move(write)});
    }
    void add(std::string path, std::string words, Writer writer) {
        add(std::move(path), std::move(words), Write([given = given_, writer](const std::string& to) {
                writer(*given.study, *given.snapshot, to, *given.progress);
            }));
    }
    void add(std::string path, std::string words, TextWriter writer) {
        add(std::move(path), std::move(words), Write([given = given_, writer](const std::string& to) {
                writer(*given.study, *given.snapshot, to);
            }));
    }

    /// The study of a map with one analysis alone.
    template <typename Spec>
    geo::Study alone(std::optional<Spec> geo::Study::*analysis, bool geo::MapSpec::*shown) const {
        geo::Study study = *given_.study;
        const void* const kept = &(study.*analysis);
        const auto leave_out = [kept](auto& other) {
            if (&other != kept) other.reset();
        };
        leave_out(study.density);
        leave_out(study.hot_spots);
        leave_out(study.clusters);
        leave_out(study.district_counts);
        leave_out(study.before_after);
        study.map->show_incidents = false;
        study.map.value().*shown = true;
        as_in_print(study);
        return study;
    }

    void add_map(const char* name, std::string words, geo::Study study) {
        add(std::string("pictures/") + name + ".png", std::move(words), painted(std::move(study)));
    }

    /// The titles of the single pictures say what they show.
    static void as_in_print(geo::Study& study) {
        study.map->title.clear();
        study.map->theme = geo::Theme::light;
    }

    Write painted(geo::Study study) const {
        return [given = given_, study = std::move(study)](const std::string& to) {
            write_picture(study, *given.snapshot, nullptr, picture(), to);
        };
    }

    /// Sharp across a page of A4 and on a screen.
    static PictureOptions picture() {
        PictureOptions options;
        options.size = {1760, 1240};
        options.scale = 1.6;
        return options;
    }

    void incidents() {
        add("layers/incidents.geojson",
            "the incidents, with their distance to the border, area and precision",
            [given = given_](const std::string& to) {
                geo::write_incidents(*given.study, *given.snapshot,
                                     {geo::OutputSpec::What::incidents, to, given.options.columns},
                                     given.options.threads, *given.progress);
            });
        add("pictures/map.png", "map of the incidents", painted(*given_.study));
    }

    void bands() { add("tables/bands.csv", "incidents by distance to the border", geo::write_bands); }

    void density() {
        if (!given_.study->density || !given_.snapshot->density.value) return;
        add("layers/density.geojson", "density as filled contours", geo::write_density);
        add("layers/density.tif", "density as a grid", geo::write_density);
        add_map("density", "map of the density", alone(&geo::Study::density, &geo::MapSpec::show_density));
    }

    void hot_spots() {
        if (!given_.study->hot_spots || !given_.snapshot->hot_spots.value) return;
        add("layers/hotspots.geojson", "cells or districts with count, Gi*, p, q and class",
            geo::write_hot_spots);
        geo::Study study = alone(&geo::Study::hot_spots, &geo::MapSpec::show_hot_spots);
        if (study.hot_spots->emerging) add_map("emerging", "map of emerging hot spots", study);
        study.hot_spots->emerging.reset(); // else its classes are drawn instead
        add_map("hotspots", "map of hot and cold spots", std::move(study));
    }

    void clusters() {
        if (!given_.study->clusters || !given_.snapshot->clusters.value) return;
        add("layers/clusters.geojson", "outlines of the clusters with their numbers",
            geo::write_cluster_hulls);
        add("tables/clusters.csv", "the clusters as a table", geo::write_cluster_hulls);
        add_map("clusters", "map of the clusters",
                alone(&geo::Study::clusters, &geo::MapSpec::show_clusters));
    }

    void districts() {
        if (!given_.study->district_counts || !given_.snapshot->district_counts.value) return;
        add("layers/districts.geojson", "districts with counts and rates", geo::write_districts);
        add("tables/districts.csv", "districts as a table", geo::write_districts);
        add_map("districts", "map of the districts",
                alone(&geo::Study::district_counts, &geo::MapSpec::show_districts));
    }

    void change() {
        if (!given_.study->before_after || !given_.snapshot->before_after.value ||
            !given_.snapshot->before_after.value->fault.empty())
            return;
        add("layers/change.geojson", "cells before and after the date", geo::write_change);
        if (given_.snapshot->districts.value)
            add("tables/change-districts.csv", "districts before and after the date",
                geo::write_change_districts);
        add_map("change", "map of the change", alone(&geo::Study::before_after, &geo::MapSpec::show_change));
    }

    void trend() {
        if (!given_.study->trend || !given_.snapshot->trend.value ||
            given_.snapshot->trend.value->n_too_many > 0)
            return;
        add("tables/trend.csv", "incidents by period, with exact intervals", geo::write_trend);
    }

    void strip() {
        if (!given_.study->strip || !given_.snapshot->strip.value) return;
        add("layers/strip.geojson", "incidents near the border, in the order along it",
            [given = given_](const std::string& to) {
                geo::write_strip(*given.study, *given.snapshot,
                                 {geo::OutputSpec::What::strip, to, given.options.columns},
                                 given.options.threads, *given.progress);
            });
        add("pictures/strip.png", "the border unrolled", [given = given_](const std::string& to) {
            geo::Study study = *given.study;
            as_in_print(study);
            write_strip_picture(study, *given.snapshot, picture(), to);
        });
    }

    Given given_;
    std::vector<PlannedFile> files_;
};

} // namespace

std::vector<PlannedFile> planned_files(const geo::Study& study, const geo::Snapshot& snapshot,
                                       const PlanOptions& options, geo::Progress& progress) {
    return Plan({&study, &snapshot, options, &progress}).files();
}

} // namespace app

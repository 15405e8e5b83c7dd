#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/viewer/apply.hpp"
#include "geo/crs/mercator.hpp"

namespace app::test {

/// A model with a small file open: five incidents in Peshawar (three stacked), Quetta and nowhere.
inline geo::IncidentTable sample_table() {
    geo::IncidentTable table;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    table.lon_deg = {71.5249, 71.5249, 71.5249, 66.9750, nan};
    table.lat_deg = {34.0151, 34.0151, 34.0151, 30.1798, nan};
    for (int day : {0, 10, 20, 400, 800}) {
        table.first_day.push_back(geo::number_from_day(*geo::day_from_iso("2020-01-01")) + day);
        table.last_day.push_back(table.first_day.back());
    }
    return table;
}

inline geo::Scene sample_scene(const geo::IncidentTable& table) {
    auto points = std::make_shared<geo::PointGeometry>();
    geo::Scene scene;
    for (geo::RowId row = 0; row < table.size(); ++row) {
        if (!table.located(row)) continue;
        points->places.push_back(geo::mercator_from_lonlat(table.place(row)));
        points->color_index.push_back(0);
        points->radius_px.push_back(4);
        points->hollow.push_back(0);
        points->row.push_back(row);
        scene.data_extent.add(table.place(row));
    }
    scene.layers.push_back({"incidents", "Incidents", true, 1, geo::PointLayer{points, {}, {}, 220}});
    return scene;
}

inline Model sample_model() {
    Model model;
    apply(model, OpenPath{"/data/sample.csv"});
    apply(model, ResizeMap{{800, 600}});
    auto table = std::make_shared<geo::IncidentTable>(sample_table());
    auto loaded = std::make_shared<geo::LoadedIncidents>();
    loaded->table = table;
    auto snapshot = std::make_shared<geo::Snapshot>();
    snapshot->incidents.value = loaded;
    snapshot->incidents.params.source = model.study.source;
    auto selected = std::make_shared<geo::Selected>();
    for (std::size_t row = 0; row < table->size(); ++row)
        selected->rows.push_back(static_cast<geo::RowId>(row));
    snapshot->selected = {{}, {snapshot->incidents.value}, selected};
    auto summary = std::make_shared<Summary>();
    summary->category_column = "event type";
    summary->categories = {
        {"Battles", "Battles", 3, 3}, {"Riots", "Riots", 2, 2}, {"It's other", "It's other", 1, 1}};
    EvaluatorState run;
    run.snapshot = snapshot;
    run.summary = summary;
    apply(model, Arrived{run});
    apply(model, SceneMade{sample_scene(*table), true, true});
    model.outbox.clear(); // what opening a file leaves to be done
    return model;
}

} // namespace app::test

#include "app/viewer/chips.hpp"
#include "app/viewer/legend_choice.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/where_parts.hpp"
#include "geo/layer/color_points.hpp"
#include "geo/table/expression.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

/// The sample coloured by a column of these values, one a row.
Model coloured_model(const std::string& column, const std::vector<std::string>& values) {
    Model model = test::sample_model();
    geo::IncidentTable table;
    geo::Column own(column);
    for (const std::string& value : values) {
        own.push_back(value);
        table.lon_deg.push_back(71);
        table.lat_deg.push_back(34);
        table.first_day.push_back(0);
        table.last_day.push_back(0);
        table.place_code.push_back(0);
    }
    table.columns = {own};
    table.place_codes = {{"", false}};
    table.origin.header = {column, "event_date"};
    table.origin.schema.roles[geo::Role::date] = 1;
    auto snapshot = std::make_shared<geo::Snapshot>(*model.run.snapshot);
    auto loaded = std::make_shared<geo::LoadedIncidents>();
    loaded->table = std::make_shared<const geo::IncidentTable>(table);
    snapshot->incidents.value = loaded;
    snapshot->marks.value = std::make_shared<const geo::PointMarks>(geo::point_marks(table, column, false));
    model.run.snapshot = snapshot;
    return model;
}

/// Which rows the filter's expression lets through.
std::string passing(const Model& model) {
    if (model.study.filter.where.empty()) return "all";
    std::string rows;
    for (const auto pass : geo::Expression::parse(model.study.filter.where).evaluate(*model.table()))
        rows += pass ? '1' : '0';
    return rows;
}

geo::LegendValue named(const std::string& value) { return {value, false, 0, 0}; }
const geo::LegendValue kOthers{"", true, 0, 0};

} // namespace

TEST_CASE("a click on a line of the legend hides its value and shows it again, each one step") {
    Model model = coloured_model("admin1", {"KP", "KP", "B", "", "it's"});
    apply(model, ToggleLegend{"admin1", named("KP")});
    CHECK(passing(model) == "00111");
    CHECK(share_chosen(model, "admin1", named("KP")) == LegendShare::none);
    CHECK(share_chosen(model, "admin1", named("B")) == LegendShare::all);
    apply(model, EndStep{});
    apply(model, ToggleLegend{"admin1", named("")});
    CHECK(passing(model) == "00101");
    apply(model, EndStep{});
    CHECK(model.history.n_undo() == 2);
    apply(model, Undo{});
    CHECK(passing(model) == "00111");
    apply(model, ToggleLegend{"admin1", named("KP")});
    CHECK(passing(model) == "all");
}

TEST_CASE("a line alone, and all again") {
    Model model = coloured_model("admin1", {"KP", "KP", "B", "", "it's"});
    apply(model, OnlyLegend{"admin1", named("it's")});
    CHECK(passing(model) == "00001");
    apply(model, OnlyLegend{"admin1", named("")});
    CHECK(passing(model) == "00010");
    apply(model, OnlyLegend{"admin1", named("")});
    CHECK(passing(model) == "all");
    // Hiding the last one is no limit, as with the ticks of the filter panel.
    apply(model, OnlyLegend{"admin1", named("B")});
    apply(model, ToggleLegend{"admin1", named("B")});
    CHECK(passing(model) == "all");
}

TEST_CASE("the line of the others stands for every value beyond the palette") {
    std::vector<std::string> values;
    for (int i = 0; i < 40; ++i)
        values.push_back("v" + std::to_string(i)); // v0 to v6 are the palette's by name
    std::sort(values.begin(), values.end());
    Model model = coloured_model("place", values);
    apply(model, ToggleLegend{"place", kOthers});
    CHECK(passing(model) == std::string(7, '1') + std::string(33, '0'));
    CHECK(share_chosen(model, "place", kOthers) == LegendShare::none);
    apply(model, ToggleLegend{"place", kOthers});
    CHECK(passing(model) == "all");
    apply(model, OnlyLegend{"place", kOthers});
    CHECK(passing(model) == std::string(7, '0') + std::string(33, '1'));
    CHECK(model.study.filter.where.find(" not in (") != std::string::npos); // seven named, not thirty-three
    CHECK(share_chosen(model, "place", kOthers) == LegendShare::all);
    CHECK(share_chosen(model, "place", named(values[0])) == LegendShare::none);
    apply(model, OnlyLegend{"place", kOthers});
    CHECK(passing(model) == "all");
    model.study.filter.where = "\"place\" in ('" + values[0] + "', '" + values[20] + "')";
    CHECK(share_chosen(model, "place", kOthers) == LegendShare::some);
    apply(model, ToggleLegend{"place", kOthers});
    CHECK(passing(model) == "1" + std::string(39, '0'));
}

TEST_CASE("clicks on the category's lines are the ticks of the filter panel, other limits stay") {
    Model model =
        coloured_model("event type", {"Battles", "Battles", "Battles", "Riots", "Riots", "It's other"});
    apply(model, SetDeathsRange{5, {}});
    Model ticked = model;
    apply(model, ToggleLegend{"event type", named("Riots")});
    apply(ticked, ToggleCategory{"Riots"});
    CHECK(model.study.filter == ticked.study.filter);
    CHECK(chips_of(model.study.filter, "event type", {}).size() == 2);
}

TEST_CASE("a choice of another column is a chip, and the category's choice beside it stays") {
    Model model = coloured_model("admin1", {"KP", "KP", "B", "", "it's"});
    apply(model, OnlyCategory{"Riots"});
    apply(model, OnlyLegend{"admin1", named("KP")});
    const auto chips = chips_of(model.study.filter, "event type", {});
    REQUIRE(chips.size() == 2);
    CHECK(chips[1].name == "values admin1");
    CHECK(chips[1].words == "admin1: KP");
    model.study.filter = chips[1].without;
    CHECK(parts_of_where(model.study.filter.where, "event type").categories ==
          std::vector<std::string>{"Riots"});
}

TEST_CASE("a column of dates is not chosen by clicks, and a column without colours neither") {
    Model model = coloured_model("event_date", {"1 May 2021", "2 May 2021"});
    CHECK(why_not_chosen(model, "event_date") == text::kDateNotChosen);
    apply(model, ToggleLegend{"event_date", named("1 May 2021")});
    apply(model, ToggleLegend{"admin1", named("KP")});
    CHECK(model.study.filter == geo::Filter{});
    CHECK(why_not_chosen(model, "admin1").empty());
}

TEST_CASE("choices of columns come back from the expression") {
    WhereParts parts{{"x", ""}, 5, {}, "market", "a = 1"};
    parts.columns = {{"admin1", {"KP", ""}, false}, {"odd \"name\"", {"it's"}, true}, {"empty", {""}, true}};
    CHECK(parts_of_where(where_from_parts(parts, "type"), "type") == parts);
    parts.all_but_categories = true;
    CHECK(parts_of_where(where_from_parts(parts, "type"), "type") == parts);
    parts.categories.clear();
    parts.all_but_categories = false;
    CHECK(parts_of_where(where_from_parts(parts, "type"), "type") == parts);
    CHECK(parts_of_where(where_from_parts(parts, ""), "") == parts);
    for (const char* where : {"\"a\" in ('x') and \"a\" in ('y')", "\"\" in ('x')", "\"a\" not in ('x'",
                              "\"a\" in ('x') or \"b\" in ('y')"})
        CHECK(where_from_parts(parts_of_where(where, "type"), "type") == where);
}

TEST_CASE("of many categories those left out are named, and the ticks know them") {
    Model model = test::sample_model();
    auto summary = std::make_shared<Summary>(*model.run.summary);
    summary->categories.clear();
    for (int i = 0; i < 30; ++i) {
        const std::string value = "c" + std::to_string(i);
        summary->categories.push_back({value, value, 1, 1});
    }
    model.run.summary = summary;
    apply(model, ToggleCategory{"c3"});
    CHECK(model.study.filter.where == "\"event type\" not in ('c3')");
    const ChosenValues shown = categories_of(parts_of_where(model.study.filter.where, "event type"));
    CHECK_FALSE(shown.holds("c3"));
    CHECK(shown.holds("c4"));
    CHECK(chips_of(model.study.filter, "event type", {}).at(0).words == "all but c3");
    apply(model, ToggleCategory{"c4"});
    CHECK(model.study.filter.where == "\"event type\" not in ('c3', 'c4')");
    apply(model, ToggleCategory{"c4"});
    apply(model, ToggleCategory{"c3"});
    CHECK(model.study.filter == geo::Filter{});
}

TEST_CASE("a line that names a layer knows which") {
    geo::LegendItem item;
    CHECK_FALSE(layer_of(item));
    item.layer = "border";
    CHECK(layer_of(item) == LayerRef{LayerKind::border, 0});
    item.layer = "provinces";
    CHECK(layer_of(item) == LayerRef{LayerKind::areas, 0});
    item.layer = "reference 3";
    CHECK(layer_of(item) == LayerRef{LayerKind::reference, 3});
}

TEST_CASE("colours by date are a step of their own and part of the study") {
    Model model = test::sample_model();
    apply(model, SetColorBy{geo::color_by_from_text("date")});
    CHECK(model.study.map->color_by.kind == geo::ColorBy::Kind::date);
    CHECK(study_to_compute(model.study).map->color_by == model.study.map->color_by);
    apply(model, Undo{});
    CHECK(model.study.map->color_by == geo::ColorBy{});
}

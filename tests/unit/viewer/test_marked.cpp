#include "app/viewer/layout.hpp"
#include "app/viewer/shortcuts.hpp"
#include "app/viewer/state_value.hpp"
#include "geo/crs/geodesic.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;
using geo::Selection;

namespace {

/// The sample with all five rows selected, and a table of ids.
Model model_with_selection(Selection rows = {0, 1, 2, 3, 4}) {
    Model model = test::sample_model();
    auto loaded = std::make_shared<geo::LoadedIncidents>();
    auto table = std::make_shared<geo::IncidentTable>(*model.table());
    table->origin.header = {"id"};
    table->origin.schema.roles[geo::Role::id] = 0;
    geo::Column id("id");
    for (const char* value : {"a", "b", "c", "o'd", "e"}) id.push_back(value);
    table->columns = {id};
    table->input_row = {2, 3, 4, 5, 6};
    loaded->table = table;
    auto snapshot = std::make_shared<geo::Snapshot>();
    snapshot->incidents.value = loaded;
    snapshot->incidents.params.source = model.study.source;
    auto selected = std::make_shared<geo::Selected>();
    selected->rows = std::move(rows);
    snapshot->selected = {{}, {snapshot->incidents.value}, selected};
    EvaluatorState run = model.run;
    run.snapshot = snapshot;
    apply(model, Arrived{run});
    model.outbox.clear(); // what opening a file leaves to be done
    return model;
}

/// The same file after another filter.
void select(Model& model, Selection rows) {
    auto snapshot = std::make_shared<geo::Snapshot>(*model.run.snapshot);
    auto selected = std::make_shared<geo::Selected>();
    selected->rows = std::move(rows);
    snapshot->selected.value = selected;
    EvaluatorState run = model.run;
    run.snapshot = snapshot;
    apply(model, Arrived{run});
}

void list_all(Model& model) {
    auto order = std::make_shared<TableOrder>();
    order->question = model.table_question();
    order->rows = model.selected()->rows;
    apply(model, TableOrdered{order});
}

const Selection& marked(const Model& model) { return *model.view.marked.rows; }

const std::vector<geo::LonLat> kSquare{{71, 33}, {72, 33}, {72, 35}, {71, 35}};

Rows rows(Selection list) { return std::make_shared<const Selection>(std::move(list)); }

} // namespace

TEST_CASE("marks are gathered, taken away and toggled") {
    CHECK(gathered({1, 3}, {2, 3}, MarkMode::add) == Selection{1, 2, 3});
    CHECK(gathered({1, 3}, {2, 3}, MarkMode::take_away) == Selection{1});
    CHECK(gathered({1, 3}, {2}, MarkMode::replace) == Selection{2});
    CHECK(toggled({1, 3}, 2) == Selection{1, 2, 3});
    CHECK(toggled({1, 3}, 3) == Selection{1});
    CHECK(both({1, 2, 3}, {2, 3, 4}) == Selection{2, 3});
}

TEST_CASE("marks stay when a filter hides them, and only those that pass count") {
    Model model = model_with_selection();
    apply(model, MarkRows{{3, 0, 1}, MarkMode::replace});
    CHECK(marked(model) == Selection{0, 1, 3});
    select(model, {1, 2});
    CHECK(*model.view.marked.shown == Selection{1});
    CHECK(in_words(model.view.marked) ==
          "1 rows marked by hand (one by one) among those that pass the filter");
    select(model, {0, 1, 2, 3, 4});
    CHECK(model.view.marked.n_shown() == 3);
    apply(model, OpenPath{"/data/other.csv"});
    CHECK(model.view.marked.n() == 0);
}

TEST_CASE("a box that gathered the marks becomes a filter in one step") {
    Model model = model_with_selection();
    apply(model, MarkedInside{rows({0, 1, 2}), MarkMode::replace, kSquare, true});
    apply(model, ShowOnlyMarked{});
    CHECK(model.study.filter.bbox == geo::LonLatBox{71, 33, 72, 35});
    CHECK(model.history.n_undo() == 1);
    apply(model, ClearShape{});
    CHECK(model.study.filter == geo::Filter{});
}

TEST_CASE("a lasso becomes the filter's polygon until other marks are added by hand") {
    Model model = model_with_selection();
    apply(model, MarkedInside{rows({0, 1, 2}), MarkMode::replace, kSquare, false});
    Model other = model;
    apply(model, ShowOnlyMarked{});
    CHECK(model.study.filter.polygon == kSquare);
    apply(other, ToggleMarked{3});
    apply(other, ShowOnlyMarked{});
    CHECK(other.study.filter.polygon.empty());
    CHECK(other.study.filter.where == R"("id" in ('a', 'b', 'c', 'o''d'))");
    CHECK(in_words(other.view.marked) ==
          "4 rows marked by hand (lasso, one by one) among those that pass the filter");
}

TEST_CASE("marks by hand that have no id of their own cannot become a filter, and that is said") {
    Model model = test::sample_model(); // without an id column
    select(model, {0, 1});
    auto snapshot = std::make_shared<geo::Snapshot>(*model.run.snapshot);
    snapshot->selected.inputs = {snapshot->incidents.value};
    EvaluatorState run = model.run;
    run.snapshot = snapshot;
    apply(model, Arrived{run});
    apply(model, MarkRows{{0}, MarkMode::replace});
    apply(model, ShowOnlyMarked{});
    CHECK(model.study.filter == geo::Filter{});
    CHECK(model.notice.is_error);
}

TEST_CASE("an empty shape takes the marks away, a shape that only takes away from nothing does nothing") {
    Model model = model_with_selection();
    apply(model, MarkedInside{rows({1}), MarkMode::take_away, kSquare, true});
    CHECK(model.view.marked.n() == 0);
    apply(model, MarkRows{{0}, MarkMode::add});
    apply(model, MarkedInside{rows({}), MarkMode::replace, kSquare, true});
    CHECK(model.view.marked.n() == 0);
}

TEST_CASE("a row picked in the table is picked with all at its place and flown to when out of view") {
    Model model = model_with_selection();
    list_all(model);
    apply(model, PickInTable{1});
    REQUIRE(model.view.picked);
    CHECK(model.view.picked->stack.rows == Selection{2, 1, 0});
    CHECK(model.view.picked->row() == 1);
    CHECK_FALSE(model.view.flight);
    apply(model, PanBy{5000, 0});
    apply(model, PickInTable{1});
    REQUIRE(model.view.flight);
    apply(model, PickInTable{4}); // without a place: nothing to fly to
    CHECK(model.view.picked->row() == 4);
    CHECK(model.view.focus == Focus::table);
    apply(model, PickInTable{99});
    CHECK(model.view.picked->row() == 4);
}

TEST_CASE("the cursor of the table stays inside it and in view") {
    Model model = model_with_selection();
    list_all(model);
    apply(model, OpenTable{true});
    apply(model, ResizeTable{2});
    apply(model, MoveCursor{3});
    CHECK(model.view.table.cursor == 3);
    CHECK(model.view.table.top == 2);
    apply(model, MoveCursor{1'000'000'000});
    CHECK(model.view.table.cursor == 4);
    apply(model, MoveCursor{-1'000'000'000});
    CHECK(model.view.table.cursor == 0);
    CHECK(model.view.table.top == 0);
    apply(model, ScrollTable{99, -5});
    CHECK(model.view.table.top == 3);
    CHECK(model.view.table.left == 0);
    apply(model, MarkUpTo{2});
    CHECK(marked(model) == Selection{0, 1, 2});
}

TEST_CASE("picking on the map scrolls the table to it") {
    Model model = model_with_selection();
    list_all(model);
    apply(model, OpenTable{true});
    apply(model, ResizeTable{1});
    apply(model, PickAt{pixel_from_mercator(model.view.camera, model.view.map_size,
                                            geo::mercator_from_lonlat({66.9750, 30.1798}))});
    REQUIRE(model.view.picked);
    CHECK(model.view.table.cursor == 3);
    CHECK(model.view.table.top == 3);
}

TEST_CASE("a sorted column turns round on the second click, its width has limits") {
    Model model = model_with_selection();
    const TableColumn distance{TableColumn::Kind::distance};
    apply(model, SortTable{distance});
    CHECK(model.view.table.ascending);
    apply(model, SortTable{distance});
    CHECK_FALSE(model.view.table.ascending);
    apply(model, SortTable{{TableColumn::Kind::date}});
    CHECK(model.view.table.ascending);
    apply(model, WidenColumn{distance, -50});
    apply(model, WidenColumn{distance, 1e9f});
    REQUIRE(model.view.table.widths.size() == 1);
    CHECK(model.view.table.widths[0].second == 1000);
    CHECK(model.history.n_undo() == 0); // all of this is of the view
}

TEST_CASE("the arrows belong to the part of the window that was used last") {
    Model model = model_with_selection();
    list_all(model);
    const auto press = [&](Key key) {
        for (const Command& command : commands_of_key(model, {key, false, false}, false))
            apply(model, command);
    };
    const Camera before = model.view.camera;
    apply(model, OpenTable{true});
    press(Key::down);
    CHECK(model.view.table.cursor == 1);
    CHECK(model.view.camera == before);
    press(Key::left); // a table has no use for it
    CHECK_FALSE(model.view.camera == before);
    apply(model, PickAt{pixel_from_mercator(model.view.camera, model.view.map_size,
                                            geo::mercator_from_lonlat({71.5249, 34.0151}))});
    CHECK(model.view.focus == Focus::stack);
    press(Key::down);
    CHECK(model.view.picked->at == 1);
    press(Key::end);
    CHECK(model.view.picked->at == 2);
    press(Key::escape);
    CHECK(model.view.focus == Focus::map);
}

TEST_CASE("escape undoes one thing after the other") {
    Model model = model_with_selection();
    apply(model, MarkRows{{0}, MarkMode::add});
    apply(model, ChooseTool{Tool::measure});
    apply(model, MeasureAt{{100, 100}});
    const auto escape = [&] {
        for (const Command& command : commands_of_key(model, {Key::escape, false, false}, false))
            apply(model, command);
    };
    escape();
    CHECK(model.view.measuring.points.empty());
    CHECK(model.view.tool == Tool::measure);
    escape();
    CHECK(model.view.tool == Tool::pan);
    CHECK(model.view.marked.n() == 1);
    escape();
    CHECK(model.view.marked.n() == 0);
    CHECK(commands_of_key(model, {Key::escape, false, false}, false).empty());
}

TEST_CASE("a box is drawn from any corner, a click is none") {
    Model model = model_with_selection();
    apply(model, GrabDrawing{Drawing::Kind::box, MarkMode::add, {300, 300}});
    apply(model, MoveDrawing{{200, 100}});
    apply(model, ReleaseDrawing{});
    REQUIRE(model.outbox.size() == 1);
    const auto& inside = std::get<MarkInside>(model.outbox[0]);
    CHECK(inside.mode == MarkMode::add);
    CHECK(inside.is_box);
    REQUIRE(inside.shape.size() == 4);
    CHECK(inside.shape[0].lon_deg < inside.shape[1].lon_deg);
    CHECK(inside.shape[0].lat_deg < inside.shape[2].lat_deg);
    model.outbox.clear();
    apply(model, GrabDrawing{Drawing::Kind::box, MarkMode::add, {300, 300}});
    apply(model, ReleaseDrawing{});
    CHECK(model.outbox.empty());
    CHECK_FALSE(model.view.drawing);
}

TEST_CASE("a box drawn with Shift is what the map shows then") {
    Model model = model_with_selection();
    apply(model, GrabDrawing{Drawing::Kind::zoom_box, MarkMode::replace, {300, 300}});
    apply(model, MoveDrawing{{400, 375}});
    const geo::LonLatBox wanted = box_of(*model.view.drawing);
    apply(model, ReleaseDrawing{});
    REQUIRE(model.view.flight);
    apply(model, Tick{1});
    const geo::LonLatBox seen = visible_box(model.view.camera, model.view.map_size);
    CHECK(seen.west == Approx(wanted.west).margin(0.02));
    CHECK(seen.east == Approx(wanted.east).margin(0.02));
    CHECK(model.outbox.empty());
}

TEST_CASE("a lasso keeps its shape with few vertices") {
    Drawing lasso{Drawing::Kind::lasso, MarkMode::replace, {}};
    const auto edge = [&](geo::LonLat a, geo::LonLat b) {
        for (int i = 0; i < 100; ++i)
            lasso.path.push_back(
                {std::lerp(a.lon_deg, b.lon_deg, i / 100.0), std::lerp(a.lat_deg, b.lat_deg, i / 100.0)});
    };
    edge({70, 33}, {72, 33});
    edge({72, 33}, {72, 35});
    edge({72, 35}, {70, 33});
    lasso.path.push_back(lasso.path.front());
    const auto vertices = vertices_of(lasso, 2000);
    CHECK(vertices.size() == 3);
    lasso.path.resize(60); // a line has nothing inside
    CHECK(vertices_of(lasso, 2000).empty());
}

TEST_CASE("measured legs are geodesics, a closed figure has an area, one that crosses itself has none") {
    Measuring line{{{71, 34}, {72, 34}}, false, false};
    const double leg = geo::geodesic_distance_m({71, 34}, {72, 34});
    CHECK(measured(line, std::nullopt).total_m == leg);
    const Measured live = measured(line, geo::LonLat{72, 35});
    CHECK(live.legs_m.size() == 2);
    CHECK_FALSE(live.area_m2);
    Measuring square{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, true, true};
    const Measured closed = measured(square, geo::LonLat{50, 50}); // the pointer has left it
    CHECK(closed.legs_m.size() == 4);
    // 1° by 1° at the equator: Planimeter29 of GeographicLib's geodtest.c.
    CHECK(*closed.area_m2 == Approx(12308778361.469).margin(1));
    square.points = {{0, 0}, {1, 1}, {1, 0}, {0, 1}};
    CHECK(measured(square, std::nullopt).crosses_itself);
    CHECK_FALSE(measured(square, std::nullopt).area_m2);
    CHECK(measured({}, geo::LonLat{1, 1}).legs_m.empty());
}

TEST_CASE("measured lengths and areas are told with their units") {
    CHECK(area_text(850) == "850 m\xc2\xb2");
    CHECK(area_text(123456) == "0.123 km\xc2\xb2");
    CHECK(area_text(12.34e6) == "12.3 km\xc2\xb2");
    CHECK(area_text(1234.4e6) == "1,234 km\xc2\xb2");
    const std::string table = measured_table({{{71, 34}, {72, 34}, {72, 35}}, true, true});
    CHECK(std::count(table.begin(), table.end(), '\n') == 6); // head, three points, back to the first, area
}

TEST_CASE("a click near the first point closes the figure, the next begins anew") {
    Model model = model_with_selection();
    apply(model, ChooseTool{Tool::measure});
    for (const Pixel at : {Pixel{100, 100}, Pixel{300, 100}, Pixel{300, 300}, Pixel{104, 103}})
        apply(model, MeasureAt{at});
    CHECK(model.view.measuring.closed);
    CHECK(model.view.measuring.points.size() == 3);
    apply(model, MeasureAt{{200, 200}});
    CHECK(model.view.measuring.points.size() == 1);
    apply(model, EndMeasuring{}); // one point is no length
    CHECK(model.view.measuring.points.empty());
}

TEST_CASE("a distance that comes back for a menu of before is not shown") {
    Model model = model_with_selection();
    apply(model, OpenHere{{100, 100}});
    const geo::LonLat first = model.view.here->place;
    apply(model, OpenHere{{300, 300}});
    apply(model, HereMeasured{first, geo::BorderHere{1, "AFG", {}}});
    CHECK_FALSE(model.view.here->measured);
    apply(model, HereMeasured{model.view.here->place, geo::BorderHere{2, "IRN", {}}});
    CHECK(model.view.here->border->neighbour == "IRN");
}

TEST_CASE("an export of what is marked needs marks") {
    Model model = model_with_selection();
    apply(model, ShowDialog{PathDialog::Kind::export_layer, geo::OutputSpec::What::incidents, true});
    CHECK(model.view.dialog.kind == PathDialog::Kind::none);
    apply(model, MarkRows{{0}, MarkMode::add});
    apply(model, ShowDialog{PathDialog::Kind::export_layer, geo::OutputSpec::What::incidents, true});
    CHECK(model.view.dialog.path == "/data/sample-marked.geojson");
    apply(model, AcceptDialog{});
    CHECK(std::get<Export>(model.outbox.back()).job.rows.has_value());
}

TEST_CASE("places with several incidents are counted once, the fullest first") {
    geo::PointGeometry points;
    for (const double x : {5.0, 1.0, 5.0, 2.0, 2.0, 5.0}) {
        points.places.push_back({x, 0});
        points.radius_px.push_back(static_cast<float>(points.places.size()));
        points.row.push_back(static_cast<geo::RowId>(points.row.size()));
    }
    const auto stacked = stacked_places(points);
    REQUIRE(stacked.size() == 2);
    CHECK(stacked[0] == PlaceOfMap{{5, 0}, 6, 3});
    CHECK(stacked[1].n == 2);
    CHECK(places_of_rows(points, {0, 1, 2}).size() == 2);
    CHECK(stacked_places({}).empty());
    CHECK_FALSE(stack_of_row(points, 99));
    CHECK(stack_of_row(points, 2)->stack.rows == std::vector<geo::RowId>{5, 2, 0});
}

TEST_CASE("the table opens over the timeline and leaves the map a strip") {
    for (float height : {0.0f, 1.0f, 150.0f, 300.0f, 600.0f, 1080.0f})
        for (float wanted : {0.0f, 50.0f, 400.0f, 5000.0f})
            for (float scale : {1.0f, 2.0f}) {
                Layout layout = layout_for(1280, height, scale, true, true);
                const float bottom = layout.timeline.y + layout.timeline.height;
                open_table(layout, wanted, scale);
                CHECK(layout.table.height >= 0);
                CHECK(layout.map.height >= -0.01f);
                CHECK(layout.timeline.height == 0);
                CHECK(layout.table.y + layout.table.height == Approx(bottom).margin(0.01));
            }
    Layout layout = layout_for(1280, 800, 1, true, true);
    open_table(layout, 5000, 1);
    CHECK(layout.map.height == Approx(120));
}

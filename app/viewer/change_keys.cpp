#include <algorithm>

#include "app/viewer/change.hpp"
#include "app/viewer/text.hpp"

namespace app {

namespace {

using std::chrono::days;

Pixel centre_of(const Model& model) {
    return {model.view.map_size.width / 2.0, model.view.map_size.height / 2.0};
}

/// The cross at the map's centre is what points, until the mouse moves.
void point_at_centre(Model& model) {
    model.view.aiming = true;
    model.view.pointer = centre_of(model);
    refresh_pointer(model);
}

void press_shape(Model& model, Drawing::Kind kind) {
    if (model.view.drawing)
        change(model, ReleaseDrawing{});
    else
        change(model, GrabDrawing{kind, MarkMode::replace, centre_of(model)});
}

/// The beginning of the unit that is so many of them away.
geo::Day moved(geo::Day day, int steps, geo::CalendarUnit unit) {
    for (; steps > 0; --steps) day = geo::next_unit(geo::unit_start(day, unit), unit);
    for (; steps < 0; ++steps) day = geo::unit_start(day - days{1}, unit);
    return day;
}

} // namespace

void change(Model& model, const KeysTo& keys) {
    model.view.keys_in = keys.region;
    model.view.keys_backwards = keys.backwards;
    if (!keys.region) return;
    model.view.focused_layer.reset();
    if (keys.region == Region::layers || keys.region == Region::filter) model.view.left_open = true;
    if (keys.region == Region::details) model.view.right_open = true;
}

void change(Model& model, const AimBy& aim) {
    change(model, PanBy{aim.dx_px, aim.dy_px});
    point_at_centre(model);
    if (model.view.drawing) change(model, MoveDrawing{centre_of(model)});
}

void change(Model& model, const PressAim&) {
    if (!model.table()) return;
    point_at_centre(model);
    switch (model.view.tool) {
    case Tool::pan:
        return change(model, PickAt{centre_of(model)});
    case Tool::box:
        return press_shape(model, Drawing::Kind::box);
    case Tool::lasso:
        return press_shape(model, Drawing::Kind::lasso);
    case Tool::measure:
        return change(model, MeasureAt{centre_of(model)});
    }
}

void change(Model& model, const MenuAtAim&) {
    if (!model.table()) return;
    point_at_centre(model);
    change(model, OpenHere{centre_of(model)});
}

void change(Model& model, const MoveRangeEnd& move) {
    const geo::DayWindow window = model.timeline.window;
    if (!model.table() || window.days() < 1) return;
    stop_playback(model);
    geo::DayWindow range = range_of_study(model).value_or(window);
    geo::Day& end = move.last ? range.last : range.first;
    end = move.by_day ? end + days{move.steps} : moved(end, move.steps, model.timeline.unit);
    if (move.last)
        range.last =
            std::clamp(range.last, range.first + days{1}, std::max(window.last, range.first + days{1}));
    else
        range.first =
            std::clamp(range.first, std::min(window.first, range.last - days{1}), range.last - days{1});
    geo::Filter& filter = model.study.filter;
    filter.from = range.first <= window.first ? std::nullopt : std::optional(range.first);
    filter.to = range.last >= window.last ? std::nullopt : std::optional(range.last - days{1});
}

} // namespace app

#include <algorithm>
#include <cmath>

#include "app/viewer/change.hpp"
#include "app/viewer/text.hpp"
#include "geo/crs/mercator.hpp"

namespace app {

namespace {

constexpr double kLassoStep_px = 3;   // a place of the lasso every so many pixels
constexpr double kLeastBox_px = 4;    // a smaller one is a slip of the hand
constexpr double kCloseReach_px = 10; // a click this near the first point closes the figure
constexpr std::size_t kMaxPoints = 1000;

geo::LonLat place_at(const Model& model, Pixel pixel) {
    return geo::lonlat_from_mercator(mercator_from_pixel(model.view.camera, model.view.map_size, pixel));
}

double pixels_between(const Model& model, geo::LonLat a, geo::LonLat b) {
    const geo::Mercator from = geo::mercator_from_lonlat(a), to = geo::mercator_from_lonlat(b);
    return std::hypot(to.x_m - from.x_m, to.y_m - from.y_m) / model.view.camera.metres_per_pixel;
}

void copy(Model& model, std::string words, const char* notice) {
    model.clipboard = std::make_shared<const std::string>(std::move(words));
    model.notice = {notice, false};
}

void zoom_to(Model& model, const Drawing& drawing) {
    if (pixels_between(model, drawing.path.front(), drawing.path.back()) < kLeastBox_px) return;
    model.view.fit_wanted = false;
    model.view.flight = Flight{model.view.camera, camera_fitting(box_of(drawing), model.view.map_size, 0), 0};
}

} // namespace

void change(Model& model, const ChooseTool& choose) {
    ViewState& view = model.view;
    view.drawing.reset();
    if (view.tool == Tool::measure && choose.tool != Tool::measure) view.measuring = {};
    view.tool = choose.tool;
    view.focus = Focus::map;
}

void change(Model& model, const GrabDrawing& grab) {
    const geo::LonLat place = place_at(model, grab.pixel);
    model.view.drawing = Drawing{grab.kind, grab.mode, {place, place}};
    model.view.focus = Focus::map;
}

void change(Model& model, const MoveDrawing& move) {
    if (!model.view.drawing) return;
    Drawing& drawing = *model.view.drawing;
    const geo::LonLat place = place_at(model, move.pixel);
    if (drawing.kind != Drawing::Kind::lasso)
        drawing.path = {drawing.path.front(), place};
    else if (pixels_between(model, drawing.path.back(), place) >= kLassoStep_px)
        drawing.path.push_back(place);
}

void change(Model& model, const ReleaseDrawing&) {
    if (!model.view.drawing) return;
    const Drawing drawing = std::move(*model.view.drawing);
    model.view.drawing.reset();
    if (drawing.kind == Drawing::Kind::zoom_box) return zoom_to(model, drawing);
    if (model.study.map && !model.study.map->show_incidents) {
        model.notice = {text::kIncidentsHidden, true};
        return;
    }
    std::vector<geo::LonLat> shape = vertices_of(drawing, model.view.camera.metres_per_pixel);
    const bool tiny = pixels_between(model, drawing.path.front(), drawing.path.back()) < kLeastBox_px &&
                      drawing.path.size() < 4;
    if (shape.empty() || tiny) {
        // A click beside everything takes the marks away, as everywhere.
        if (drawing.mode == MarkMode::replace) change(model, ClearMarked{});
        return;
    }
    model.outbox.emplace_back(MarkInside{std::move(shape), drawing.mode, drawing.kind == Drawing::Kind::box});
}

void change(Model& model, const CancelDrawing&) { model.view.drawing.reset(); }

void change(Model& model, const MeasureAt& at) {
    Measuring& measuring = model.view.measuring;
    model.view.focus = Focus::map;
    if (measuring.ended) measuring = {}; // a new line
    const geo::LonLat place = place_at(model, at.pixel);
    std::vector<geo::LonLat>& points = measuring.points;
    if (points.size() > 2 && pixels_between(model, points.front(), place) <= kCloseReach_px)
        measuring.closed = measuring.ended = true;
    else if (points.size() < kMaxPoints && (points.empty() || !(points.back() == place)))
        points.push_back(place);
}

void change(Model& model, const MeasureFrom& from) {
    change(model, ChooseTool{Tool::measure});
    model.view.measuring = {{from.place}, false, false};
}

void change(Model& model, const EndMeasuring&) {
    Measuring& measuring = model.view.measuring;
    if (measuring.points.size() < 2)
        measuring = {};
    else
        measuring.ended = true;
}

void change(Model& model, const ClearMeasuring&) { model.view.measuring = {}; }

void change(Model& model, const CopyMeasured&) {
    if (model.view.measuring.points.empty()) return;
    copy(model, measured_table(model.view.measuring), text::kCopiedMeasured);
}

void change(Model& model, const FocusOn& focus) { model.view.focus = focus.focus; }

void change(Model& model, const OpenHere& open) {
    ViewState& view = model.view;
    if (!model.table()) return;
    change(model, PointTo{open.pixel});
    view.drawing.reset();
    view.here = Here{place_at(model, open.pixel), view.hovered, false, std::nullopt, ++view.n_menus};
    model.outbox.emplace_back(MeasureHere{view.here->place});
}

void change(Model& model, const CloseHere&) { model.view.here.reset(); }

void change(Model& model, const HereMeasured& measured) {
    if (!model.view.here || !(model.view.here->place == measured.place)) return; // of a menu before
    model.view.here->border = measured.border;
    model.view.here->measured = true;
}

void change(Model& model, const CentreOn& centre) {
    ViewState& view = model.view;
    view.fit_wanted = false;
    Camera goal = view.flight ? view.flight->to : view.camera;
    goal.centre = geo::mercator_from_lonlat(centre.place);
    const Pixel middle{view.map_size.width / 2.0, view.map_size.height / 2.0};
    view.flight = Flight{view.camera, zoomed_at(goal, view.map_size, middle, centre.factor), 0};
}

void change(Model& model, const CopyText& words) { copy(model, words.text, text::kCopiedText); }

void change(Model& model, const Copied& copied) {
    if (copied.text) model.clipboard = copied.text;
    model.notice = {copied.notice, copied.text == nullptr};
}

void change(Model& model, const PlacesCounted& counted) { model.stacks = counted.places; }

void fly_into_view(Model& model, geo::Mercator place) {
    ViewState& view = model.view;
    if (!std::isfinite(place.x_m) || view.map_size.width < 1) return;
    const Camera now = view.flight ? view.flight->to : view.camera;
    const Pixel at = pixel_from_mercator(now, view.map_size, place);
    const double margin = 0.06 * std::min(view.map_size.width, view.map_size.height);
    const bool seen = at.x >= margin && at.x <= view.map_size.width - margin && at.y >= margin &&
                      at.y <= view.map_size.height - margin;
    if (seen) return;
    view.fit_wanted = false;
    view.flight = Flight{view.camera, {place, now.metres_per_pixel}, 0};
}

} // namespace app

#include <algorithm>
#include <cmath>

#include "app/render/point_aggregate.hpp"
#include "app/viewer/change.hpp"
#include "geo/crs/mercator.hpp"

namespace app {

namespace {

constexpr double kReach_px = 6; // how near to a small disc the mouse must be

bool can_move(const Model& model) { return model.view.map_size.width > 0 && model.view.map_size.height > 0; }

void settle(ViewState& view) {
    if (view.flight) view.camera = camera_of(*view.flight);
    view.flight.reset();
    view.fit_wanted = false;
}

void fly_to(ViewState& view, const Camera& goal) { view.flight = Flight{view.camera, goal, 0}; }

std::optional<Stack> stack_under(const Model& model, Pixel pixel) {
    const geo::PointGeometry* points = incident_points(model.scene);
    if (!points) return std::nullopt;
    const ViewState& view = model.view;
    if (view.software_gl && are_many(*points))
        return disc_at(*points, view.camera, view.map_size, view.scale, pixel, kReach_px);
    return stack_at(*points, model.view.camera, model.view.map_size, pixel, kReach_px);
}

} // namespace

void refresh_pointer(Model& model) {
    ViewState& view = model.view;
    view.hovered.reset();
    view.place.reset();
    if (!view.pointer || !can_move(model)) return;
    view.place = geo::lonlat_from_mercator(mercator_from_pixel(view.camera, view.map_size, *view.pointer));
    view.hovered = stack_under(model, *view.pointer);
}

void fit_camera(Model& model, bool smooth) {
    if (!can_move(model)) return;
    ViewState& view = model.view;
    const bool own_view = !smooth && model.study.map && model.study.map->view;
    const geo::LonLatBox box = own_view ? *model.study.map->view : model.scene.data_extent;
    const Camera goal = camera_fitting(box, view.map_size, own_view ? 0.0 : 0.06);
    view.flight.reset();
    if (smooth)
        fly_to(view, goal);
    else
        view.camera = goal;
    refresh_pointer(model);
}

void fly_to_box(Model& model, const geo::LonLatBox& box) {
    if (!can_move(model) || box.empty()) return;
    model.view.fit_wanted = false;
    fly_to(model.view, camera_fitting(box, model.view.map_size, 0.06));
}

void change(Model& model, const ResizeMap& resize) {
    if (model.view.map_size == resize.size) return;
    model.view.map_size = resize.size;
    if (model.view.fit_wanted) fit_camera(model, false);
    refresh_pointer(model);
}

void change(Model& model, const KnowScreen& screen) {
    model.view.scale = screen.scale;
    model.view.software_gl = screen.software_gl;
}

void change(Model& model, const PanBy& pan) {
    settle(model.view);
    model.view.focus = Focus::map;
    Camera& camera = model.view.camera;
    camera.centre.x_m -= pan.dx_px * camera.metres_per_pixel;
    camera.centre.y_m += pan.dy_px * camera.metres_per_pixel;
    refresh_pointer(model);
}

void change(Model& model, const ZoomAt& zoom) {
    if (!can_move(model)) return;
    ViewState& view = model.view;
    view.fit_wanted = false;
    const Camera from = view.flight ? view.flight->to : view.camera;
    fly_to(view, zoomed_at(from, view.map_size, zoom.fixed, zoom.factor));
}

void change(Model& model, const ZoomCentre& zoom) {
    const PixelSize size = model.view.map_size;
    change(model, ZoomAt{{size.width / 2.0, size.height / 2.0}, zoom.factor});
}

void change(Model& model, const FitMap&) { fit_camera(model, true); }

void change(Model& model, const PointTo& point) {
    model.view.pointer = point.pixel;
    model.view.aiming = false; // the mouse has moved
    refresh_pointer(model);
}

void change(Model& model, const PickAt& pick) {
    model.view.picked.reset();
    model.view.focus = Focus::map;
    model.view.focused_layer.reset(); // the keyboard is the map's again
    if (auto stack = stack_under(model, pick.pixel)) {
        std::sort(stack->rows.rbegin(), stack->rows.rend()); // the latest first, as in their list
        if (stack->rows.size() > 1) model.view.focus = Focus::stack;
        model.view.picked = Picked{std::move(*stack), 0};
        model.view.tab = Tab::incident;
        reveal_in_table(model);
    }
}

void change(Model& model, const PickNext& next) {
    if (!model.view.picked) return;
    Picked& picked = *model.view.picked;
    const auto n = static_cast<long>(picked.stack.rows.size());
    picked.at = static_cast<std::size_t>(((static_cast<long>(picked.at) + next.step) % n + n) % n);
    reveal_in_table(model);
}

void change(Model& model, const Unpick&) {
    model.view.picked.reset();
    if (model.view.focus == Focus::stack) model.view.focus = Focus::map;
}
void change(Model& model, const ShowTab& show) { model.view.tab = show.tab; }

void change(Model& model, const ToggleSide& toggle) {
    bool& open = toggle.side == Side::left ? model.view.left_open : model.view.right_open;
    open = !open;
}

void change(Model& model, const SearchCategories& search) { model.view.category_search = search.words; }

void change(Model& model, const ShowLegend& show) { model.view.legend_open = show.open; }

void change(Model& model, const Tick& tick) {
    const bool stale = !model.density_current && model.study.map && model.study.map->show_density;
    model.density_stale_s = stale ? model.density_stale_s + tick.seconds : 0;
    advance_playback(model, tick.seconds);
    ViewState& view = model.view;
    if (!view.flight) return;
    view.flight->elapsed_s += tick.seconds;
    view.camera = camera_of(*view.flight);
    if (view.flight->elapsed_s >= kFlight_s) view.flight.reset();
    refresh_pointer(model);
}

} // namespace app

#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/session.hpp"
#include "app/viewer/table_cells.hpp"
#include "app/viewer/table_order.hpp"
#include "app/viewer/text.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace app {

namespace {

constexpr std::size_t kMostCopied = 50'000; // a clipboard is no file

/// The geometry of the visible incidents, shared.
std::shared_ptr<const geo::PointGeometry> shared_points(const geo::Scene& scene) {
    for (const geo::Layer& layer : scene.layers)
        if (const auto* points = std::get_if<geo::PointLayer>(&layer.body); points && layer.visible)
            return points->geometry;
    return nullptr;
}

geo::Selection rows_inside(const geo::IncidentTable& table, const geo::Selection& rows,
                           const std::vector<geo::LonLat>& shape, geo::Progress& progress) {
    const std::vector<geo::MultiPolygon> area{{geo::Polygon{geo::ring_of(shape), {}}}};
    const geo::PointInAreas inside(area);
    geo::Selection found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % 4096 == 0) progress.at(i, rows.size());
        if (inside.area_of(table.place(rows[i])) != geo::PointInAreas::kNone) found.push_back(rows[i]);
    }
    return found;
}

} // namespace

void Session::order_table_if_wanted() {
    if (!model_.view.table.open || !model_.selected()) return;
    TableQuestion question = model_.table_question();
    if (ordered_of_ == question) return;
    ordered_of_ = question;
    worker_.submit(Work::order, [question = std::move(question)](geo::Progress& progress) -> Command {
        return TableOrdered{std::make_shared<const TableOrder>(order_table(question, progress))};
    });
}

void Session::gather_places_if_changed() {
    const auto points = shared_points(model_.scene);
    if (points != places_of_) {
        places_of_ = points;
        worker_.submit(Work::places, [points](geo::Progress&) -> Command {
            return PlacesCounted{
                points ? std::make_shared<const std::vector<PlaceOfMap>>(stacked_places(*points)) : nullptr};
        });
    }
    const Rows& marked = model_.view.marked.shown;
    if (marked_places_of_ == std::pair{points, marked}) return;
    marked_places_of_ = {points, marked};
    if (!points || !marked) return run(MarkedPlaced{nullptr});
    worker_.submit(Work::marked_places, [points, marked](geo::Progress&) -> Command {
        return MarkedPlaced{
            std::make_shared<const std::vector<PlaceOfMap>>(places_of_rows(*points, *marked))};
    });
}

void Session::perform(const MarkInside& effect) {
    const auto selected = model_.selected();
    if (!selected) return;
    worker_.submit(Work::mark,
                   [effect, selected,
                    table = model_.run.snapshot->incidents.value->table](geo::Progress& progress) -> Command {
                       auto rows = rows_inside(*table, selected->rows, effect.shape, progress);
                       return MarkedInside{std::make_shared<const geo::Selection>(std::move(rows)),
                                           effect.mode, effect.shape, effect.is_box};
                   });
}

void Session::perform(const MeasureHere& effect) {
    if (!model_.run.snapshot || !model_.run.snapshot->border.value) return;
    worker_.submit(
        Work::here,
        [place = effect.place, border = model_.run.snapshot->border.value](geo::Progress&) -> Command {
            return HereMeasured{place, geo::border_here(*border, place)};
        });
}

void Session::perform(const CopyRows& effect) {
    TableQuestion question = model_.table_question();
    if (!question.table) return;
    if (effect.rows->size() > kMostCopied)
        return run(Copied{nullptr, fmt::format(text::kTooManyToCopy, count_text(kMostCopied))});
    std::vector<TableColumn> columns = columns_shown(question, model_.view.table.hidden);
    worker_.submit(Work::copy,
                   [question = std::move(question), columns = std::move(columns),
                    rows = effect.rows](geo::Progress&) -> Command {
                       return Copied{
                           std::make_shared<const std::string>(table_text(question, columns, *rows)),
                           fmt::format(text::kCopiedRows, count_text(rows->size()))};
                   });
}

} // namespace app

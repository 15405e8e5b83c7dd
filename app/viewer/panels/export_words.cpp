#include <imgui.h>

#include <algorithm>

#include <fmt/format.h>

#include "app/render/picture/picture_size.hpp"
#include "app/render/picture/write_picture.hpp"
#include "app/viewer/format.hpp"
#include "app/viewer/panels/export_parts.hpp"
#include "app/viewer/text.hpp"
#include "geo/study/before_after.hpp"
#include "geo/study/border_strip.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/trend.hpp"

namespace app {

namespace {

std::string incidents_words(const Model& model) {
    if (model.view.exporter.rows)
        return fmt::format(text::kHoldsFeatures, count_text(model.view.exporter.rows->rows->size()));
    if (!model.run.summary) return "";
    const Summary& summary = *model.run.summary;
    return summary.n_unlocated == 0 ? fmt::format(text::kHoldsFeatures, count_text(summary.n_shown))
                                    : fmt::format(text::kHoldsUnlocated, count_text(summary.n_shown),
                                                  count_text(summary.n_unlocated));
}

std::string trend_rows(const geo::Trend& trend) {
    return fmt::format(text::kHoldsRows, trend.periods.size() * std::max<std::size_t>(1, trend.series.size()));
}

std::string change_rows(const geo::BeforeAfter& found, Take take) {
    return take == Take::change ? fmt::format(text::kHoldsHotCells, count_text(found.cells.size()))
                                : fmt::format(text::kHoldsRows, found.districts.size());
}

} // namespace

const char* name_of_take(Take take) {
    constexpr const char* kNames[] = {"incidents", "contours", "grid", "bands", "hot spots",
                                     "clusters",  "hulls",    "districts", "trend", "change", "change by district", "strip", "picture", "report"};
    return kNames[static_cast<std::size_t>(take)];
}

std::string holds_words(const Model& model, Take take) {
    const geo::Snapshot* snapshot = model.run.snapshot.get();
    const geo::DensitySurface* density =
        snapshot && model.density_current ? snapshot->density.value.get() : nullptr;
    switch (take) {
    case Take::incidents:
        return incidents_words(model);
    case Take::contours:
        return density ? fmt::format(text::kHoldsContours, density->scale.breaks.size()) : text::kHoldsLater;
    case Take::grid:
        return density ? fmt::format(text::kHoldsCells, count_text(density->grid.shape.n_columns),
                                     count_text(density->grid.shape.n_rows))
                       : text::kHoldsLater;
    case Take::bands:
        return snapshot && snapshot->bands.value
                   ? fmt::format(text::kHoldsRows, snapshot->bands.value->bands.size())
                   : text::kHoldsLater;
    case Take::hot_spots:
        return snapshot && snapshot->hot_spots.value && hot_spots_are_current(model)
                   ? geo::count_in_words(snapshot->hot_spots.value->found.size(), *snapshot->hot_spots.value->units)
                   : text::kHoldsLater;
    case Take::clusters:
        return incidents_words(model);
    case Take::cluster_hulls:
        return snapshot && snapshot->clusters.value && clusters_are_current(model)
                   ? fmt::format(text::kHoldsClusters, count_text(snapshot->clusters.value->clusters.size()))
                   : text::kHoldsLater;
    case Take::districts:
        return snapshot && snapshot->district_counts.value && district_counts_are_current(model)
                   ? fmt::format(text::kHoldsFeatures,
                                 count_text(snapshot->district_counts.value->districts.size()))
                   : text::kHoldsLater;
    case Take::change:
    case Take::change_districts:
        return snapshot && snapshot->before_after.value && before_after_is_current(model)
                   ? change_rows(*snapshot->before_after.value, take)
                   : text::kHoldsLater;
    case Take::trend:
        return snapshot && snapshot->trend.value && trend_is_current(model) ? trend_rows(*snapshot->trend.value)
                                                                            : text::kHoldsLater;
    case Take::strip:
        if (is_picture_path(model.view.exporter.file(take).name)) break;
        return strip_of(model) && strip_is_current(model)
                   ? fmt::format(text::kHoldsStrip, count_text(strip_of(model)->marks.size()))
                   : text::kHoldsLater;
    case Take::report:
        return text::kHoldsReport;
    case Take::picture:
        break;
    }
    const auto options = options_of(model.view.exporter.picture);
    return options ? fmt::format("{} \xc3\x97 {} px", options->size.width, options->size.height) : "";
}

void copy_commands(const Model& model, const std::vector<ExportJob>& jobs, Commands& commands) {
    std::string lines, unsaid;
    for (const ExportJob& job : jobs) {
        const geo::CommandLine line = command_line_for(model, job);
        lines += (lines.empty() ? "" : "\n") + line.text();
        if (unsaid.empty()) unsaid = line.unsaid;
    }
    ImGui::SetClipboardText(lines.c_str());
    std::string words =
        jobs.size() == 1 ? text::kCommandCopied : fmt::format(text::kCommandsCopied, jobs.size());
    if (!unsaid.empty()) words = fmt::format(text::kUnsaid, unsaid);
    commands.emplace_back(CopiedWords{std::move(lines), std::move(words)});
}

} // namespace app

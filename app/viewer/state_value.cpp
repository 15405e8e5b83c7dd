#include "app/viewer/state_value.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "app/viewer/format.hpp"

namespace app {

namespace {

std::string on_off(bool on) { return on ? "on" : "off"; }
std::string day_word(std::optional<geo::Day> day) { return day ? geo::iso_from_day(*day) : "none"; }
double number(std::size_t n) { return static_cast<double>(n); }
const geo::MapSpec& map_of(const Model& model) {
    static const geo::MapSpec defaults;
    return model.study.map ? *model.study.map : defaults;
}

std::string status_word(const Model& model) {
    if (model.run.busy) return "busy";
    if (!model.run.error.empty()) return "error";
    if (model.run.cancelled) return "cancelled";
    return model.table() ? "ready" : "welcome";
}

std::string dialog_word(const Model& model) {
    constexpr std::array<const char*, 5> kWords{"none", "open", "save", "export", "rejects"};
    return kWords[static_cast<std::size_t>(model.view.dialog.kind)];
}

std::string sheet_word(const Model& model) {
    constexpr std::array<const char*, 4> kWords{"none", "report", "columns", "help"};
    return kWords[static_cast<std::size_t>(model.view.sheet)];
}

std::string layout_word(const Model& model) {
    return model.table() ? std::string(geo::name_of(model.table()->origin.schema.kind)) : "none";
}

std::string tab_word(const Model& model) {
    constexpr std::array<const char*, 3> kWords{"incident", "density", "border"};
    return kWords[static_cast<std::size_t>(model.view.tab)];
}

double picked_row(const Model& model) {
    if (!model.view.picked || !model.table() || model.table()->input_row.empty()) return 0;
    return static_cast<double>(model.table()->input_row[model.view.picked->row()]);
}

double n_taken(const Model& model, TakenFile::State state) {
    return number(static_cast<std::size_t>(
        std::count_if(model.view.taken.begin(), model.view.taken.end(),
                      [state](const TakenFile& file) { return file.state == state; })));
}

using Read = std::function<StateValue(const Model&)>;

const std::map<std::string, Read>& readers() {
    static const std::map<std::string, Read> known{
        {"shown", [](auto& m) { return m.run.summary ? static_cast<double>(m.run.summary->n_shown) : 0; }},
        {"total", [](auto& m) { return m.run.summary ? static_cast<double>(m.run.summary->n_all) : 0; }},
        {"unlocated",
         [](auto& m) { return m.run.summary ? static_cast<double>(m.run.summary->n_unlocated) : 0; }},
        {"undo", [](auto& m) { return number(m.history.n_undo()); }},
        {"redo", [](auto& m) { return number(m.history.n_redo()); }},
        {"stacked", [](auto& m) { return m.view.hovered ? number(m.view.hovered->rows.size()) : 0; }},
        {"picked", picked_row},
        {"scale", [](auto& m) { return scale_number(ground_metres_per_pixel(m.view.camera), 1); }},
        {"bins", [](auto& m) { return number(m.timeline.bins.size()); }},
        {"bandwidth", [](auto& m) { return m.study.density ? geo::km_from(m.study.density->bandwidth) : 0; }},
        {"density", [](auto& m) { return on_off(map_of(m).show_density && m.study.density); }},
        {"incidents", [](auto& m) { return on_off(map_of(m).show_incidents); }},
        {"border", [](auto& m) { return m.study.border.set; }},
        {"theme",
         [](auto& m) { return std::string(map_of(m).theme == geo::Theme::dark ? "dark" : "light"); }},
        {"from", [](auto& m) { return day_word(m.study.filter.from); }},
        {"to", [](auto& m) { return day_word(m.study.filter.to); }},
        {"area", [](auto& m) { return m.study.filter.area; }},
        {"where", [](auto& m) { return m.study.filter.where; }},
        {"dialog", dialog_word},
        {"sheet", sheet_word},
        {"export_files", [](auto& m) { return number(jobs_of(m.view.exporter).size()); }},
        {"export_replaces", [](auto& m) { return number(m.view.exporter.facts.existing.size()); }},
        {"export_fault", [](auto& m) { return fault_of(m, m.view.exporter); }},
        {"export_folder", [](auto& m) { return m.view.exporter.folder; }},
        {"taken", [](auto& m) { return n_taken(m, TakenFile::State::done); }},
        {"taken_failed", [](auto& m) { return n_taken(m, TakenFile::State::failed); }},
        {"copied", [](auto& m) { return m.view.copied; }},
        {"recent", [](auto& m) { return number(m.settings.recent.size()); }},
        {"unsaved", [](auto& m) { return number(m.unsaved.size()); }},
        {"changes", [](auto& m) { return on_off(m.has_changes()); }},
        {"text_size", [](auto& m) { return std::round(static_cast<double>(m.settings.text_size) * 100); }},
        {"left_width", [](auto& m) { return std::round(static_cast<double>(m.settings.left_width)); }},
        {"rejected",
         [](auto& m) {
             return m.table() ? number(m.run.snapshot->incidents.value->report.rejected().size()) : 0;
         }},
        {"preview_rows",
         [](auto& m) { return m.view.columns.preview ? number(m.view.columns.preview->rows.size()) : 0; }},
        {"layout", layout_word},
        {"tab", tab_word},
        {"status", status_word},
        {"notice", [](auto& m) { return m.notice.text; }},
    };
    return known;
}

} // namespace

std::optional<StateValue> state_value(const Model& model, const std::string& name) {
    const auto it = readers().find(name);
    if (it == readers().end()) return std::nullopt;
    return it->second(model);
}

std::string words_of(const StateValue& value) {
    if (const double* n = std::get_if<double>(&value)) return fmt::format("{:g}", *n);
    return std::get<std::string>(value);
}

} // namespace app

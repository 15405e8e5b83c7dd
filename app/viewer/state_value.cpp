#include "app/viewer/state_value.hpp"

#include <array>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/timeline_marks.hpp"

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
    constexpr std::array<const char*, 4> kWords{"none", "open", "save", "export"};
    return kWords[static_cast<std::size_t>(model.view.dialog.kind)];
}

std::string tab_word(const Model& model) {
    constexpr std::array<const char*, 3> kWords{"incident", "density", "border"};
    return kWords[static_cast<std::size_t>(model.view.tab)];
}

double picked_row(const Model& model) {
    if (!model.view.picked || !model.table() || model.table()->input_row.empty()) return 0;
    return static_cast<double>(model.table()->input_row[model.view.picked->row()]);
}

std::string window_word(const Model& model) {
    const geo::PlaybackSpec& spec = model.view.playback.spec;
    return spec.cumulative ? "cumulative" : geo::in_words(spec.window);
}

double scale_top(const Model& model) {
    const bool there = model.run.snapshot && model.run.snapshot->density.value;
    return there ? model.run.snapshot->density.value->scale.top : 0;
}

/// What the bars stand for: known to a week or better, passing every filter but time.
double n_in_bars(const Model& model) {
    double n = 0;
    for (const TimeBin& bin : model.timeline.bins) n += static_cast<double>(bin.n_shown);
    return n;
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
        {"tab", tab_word},
        {"status", status_word},
        {"in_bars", n_in_bars},
        {"vague",
         [](auto& m) { return m.run.summary ? static_cast<double>(m.run.summary->n_vague_shown) : 0; }},
        {"playing", [](auto& m) { return on_off(m.view.playback.playing); }},
        {"frames", [](auto& m) { return number(frames_of(m).size()); }},
        {"frame", [](auto& m) { return number(frame_shown(m) ? *frame_shown(m) + 1 : 0); }},
        {"frames_seen", [](auto& m) { return number(m.view.playback.n_shown); }},
        {"play_step", [](auto& m) { return std::string(geo::name_of(m.view.playback.spec.step)); }},
        {"play_window", window_word},
        {"play_loop", [](auto& m) { return on_off(m.view.playback.loop); }},
        {"playback_dialog", [](auto& m) { return on_off(m.view.playback_dialog.open); }},
        {"marks", [](auto& m) { return number(m.study.timeline.marks.size()); }},
        {"marks_drawn", [](auto& m) { return number(marks_shown(m).size()); }},
        {"events", [](auto& m) { return on_off(m.study.timeline.show_events); }},
        {"scale_top", scale_top},
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

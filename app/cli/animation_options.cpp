#include "app/cli/animation_options.hpp"

#include <charconv>
#include <cmath>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/arguments.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/render/animation/write_animation.hpp"
#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr const char* kGroup = "Animation";
constexpr int kShortest_ms = 10, kLongest_ms = 60'000;

/// "500ms", "0.5s"; nullopt for anything else.
std::optional<int> milliseconds_from(const std::string& text) {
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc{} || !std::isfinite(number)) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(last - end));
    if (unit != "ms" && unit != "s") return std::nullopt;
    const double ms = unit == "s" ? number * 1000 : number;
    if (ms < kShortest_ms || ms > kLongest_ms) return std::nullopt;
    return static_cast<int>(std::lround(ms));
}

using Reader = std::function<bool(const std::string&)>;
CLI::Option* add_read(CLI::App& command, const std::string& name, const std::string& help, const char* wanted,
                      Reader reader) {
    return command
        .add_option_function<std::string>(
            name,
            [name, wanted, reader = std::move(reader)](const std::string& value) {
                if (!reader(value)) throw CLI::ValidationError(name, "'" + value + "' " + wanted);
            },
            help)
        ->group(kGroup);
}

/// --from and --to limit the animation; what they leave open is the file's own period.
geo::DayWindow animated_period(const geo::Filter& filter, const geo::IncidentTable& table) {
    geo::DayWindow period = table.period().value_or(geo::DayWindow{});
    if (filter.from) period.first = *filter.from;
    if (filter.to) period.last = *filter.to + std::chrono::days{1};
    return period;
}

void tell_summary(const Arguments& arguments, const AnimationSummary& summary) {
    const bool density = arguments.study.density.has_value();
    const std::string scale =
        density ? fmt::format(", colour scale fixed at {}", geo::short_number(summary.scale_top)) : "";
    tell(arguments, fmt::format("{} frames{}", geo::grouped(summary.n_frames), scale));
    for (const std::string& path : arguments.outputs) tell(arguments, "wrote " + path);
    if (!arguments.json) return;
    nlohmann::ordered_json json{{"frames", summary.n_frames}};
    if (density) json["scale_top"] = summary.scale_top;
    fmt::print("{}\n", json.dump(2));
}

} // namespace

void add_animation_options(CLI::App& command, AnimationArguments& animation) {
    CLI::Option* unit = add_read(
        command, "--animate",
        "Draw a series of pictures instead of one, a time window moving through the period (or through "
        "--from to --to) "
        "in steps of a day, week, month, quarter or year; -o is a new folder (frames/) of PNG pictures or an "
        "animated "
        ".webp. All frames have one extent and one colour scale (--scale-top, or from the highest peak)",
        "is not a step: day, week, month, quarter or year", [&animation](const std::string& value) {
            const auto step = geo::unit_from_name(value);
            if (step) animation.playback.step = *step;
            return animation.wanted = step.has_value();
        });
    add_read(command, "--window", "Length of the moving window: 90d, 12w, 3months, 1year; default: one step",
             "is not a length of time: write it with its unit, like 90d, 12w, 3months or 1year",
             [&animation](const std::string& value) {
                 const auto span = geo::span_from_text(value);
                 if (span) animation.window = span;
                 return span.has_value();
             })
        ->needs(unit);
    command.add_flag("--cumulative", animation.playback.cumulative, "Each frame begins with the period")
        ->needs(unit)
        ->group(kGroup);
    add_read(command, "--frame-time", "How long a frame of the .webp stays, like 500ms or 2s; default 500ms",
             "is not a time from 10ms to 60s: write it with its unit, like 500ms",
             [&animation](const std::string& value) {
                 const auto ms = milliseconds_from(value);
                 if (ms) animation.timing.frame_ms = *ms;
                 return ms.has_value();
             })
        ->needs(unit);
    command.add_option("--loop", animation.timing.loops, "How often the .webp plays, 0 is for ever")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str()
        ->needs(unit)
        ->group(kGroup);
}

void animate(Arguments& arguments, TerminalProgress& progress) {
    AnimationRequest request;
    request.picture.size = {arguments.width, arguments.height};
    request.picture.scale = arguments.render_scale;
    request.timing = arguments.animation.timing;
    request.paths = arguments.outputs;
    request.threads = arguments.threads;
    for (const std::string& path : request.paths) require_animation_path(path, request.picture.size);
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    request.study = arguments.study;
    request.playback = arguments.animation.playback;
    request.playback.window =
        arguments.animation.window.value_or(geo::CalendarSpan{1, request.playback.step});
    request.playback.within = animated_period(arguments.study.filter, *snapshot.table());
    tell_summary(arguments, write_animation(std::move(request), snapshot, progress));
}

} // namespace app

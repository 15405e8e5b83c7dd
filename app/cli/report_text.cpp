#include "app/cli/report_text.hpp"

#include <cmath>
#include <cstdio>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/io/database_path.hpp"
#include "geo/io/rejects_file.hpp"
#include "geo/study/border_null.hpp"
#include "geo/study/evaluate_in_parts.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/words.hpp"

namespace app {

using geo::grouped;

namespace {

std::string rows_in_words(const geo::Finding& finding) {
    std::string rows;
    for (std::uint64_t row : finding.example_rows) rows += (rows.empty() ? "" : ", ") + std::to_string(row);
    return (finding.count == 1 ? "row " : "rows ") + rows +
           (finding.count > finding.example_rows.size() ? ", ..." : "");
}

constexpr std::size_t kShownReasons = 8;

void tell_findings(const Arguments& arguments, const std::vector<geo::Finding>& findings) {
    for (std::size_t i = 0; i < findings.size() && i < kShownReasons; ++i)
        tell(arguments,
             fmt::format("    {} × {} ({})", grouped(findings[i].count), findings[i].what, rows_in_words(findings[i])));
    if (findings.size() > kShownReasons)
        tell(arguments, fmt::format("    and {} other reasons", findings.size() - kShownReasons));
}

} // namespace

void tell(const Arguments& arguments, const std::string& line) {
    if (!arguments.quiet) fmt::print(stderr, "{}\n", line);
}

void tell_report(const Arguments& arguments, const geo::Report& report, const geo::IncidentTable& table) {
    std::string read = fmt::format("{}: {} incidents", table.origin.file, grouped(report.incidents));
    if (const auto& period = report.period) read += ", " + geo::window_in_words(*period);
    if (report.unlocated > 0) read += fmt::format(", {} without a place", grouped(report.unlocated));
    tell(arguments, read);
    if (!table.origin.notice.empty()) tell(arguments, "  " + table.origin.notice);
    if (!report.rejected().empty()) {
        tell(arguments, fmt::format("  {} rejected:", grouped(report.rejected().size())));
        tell_findings(arguments, report.rejected_by_reason());
        if (arguments.rejects.empty()) tell(arguments, "    (--rejects FILE writes them with row and reason)");
    }
    if (report.n_suspicious() > 0) {
        tell(arguments, fmt::format("  {} suspicious, kept as they are:", grouped(report.n_suspicious())));
        tell_findings(arguments, report.suspicious());
    }
    for (const std::string& note : report.notes) tell(arguments, "  " + note);
    if (!arguments.rejects.empty()) geo::write_rejects(report, arguments.rejects);
}

void tell_selection(const Arguments& arguments, const geo::Snapshot& snapshot) {
    const geo::Selected& selected = *snapshot.selected.value;
    const std::uint64_t n_all = snapshot.incidents.value->report.incidents;
    if (selected.n != n_all)
        tell(arguments, fmt::format("  {} of {} pass the filter", grouped(selected.n), grouped(n_all)));
    if (selected.n_reaching_past_window > 0)
        tell(arguments, fmt::format("  {} start in the period and end after it; they belong to their start day",
                                    grouped(selected.n_reaching_past_window)));
}

void tell_timings(TerminalProgress& progress) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const auto& [stage, seconds] : progress.timings())
        json[stage] = std::round(seconds * 1e6) / 1e6 + json.value(stage, 0.0);
    fmt::print(stderr, "{}\n", json.dump());
}

namespace {

/// In parts, where the file asks for it and it can be done; the exports of incidents are written then.
std::optional<geo::InPartsResult> evaluated_in_parts(const Arguments& arguments, TerminalProgress& progress) {
    const std::string& path = arguments.study.source.path;
    if (arguments.memory_bytes == 0 || !geo::exceeds_memory(path, arguments.memory_bytes)) return std::nullopt;
    if (const std::string why = geo::why_not_in_parts(arguments.study); !why.empty()) {
        tell(arguments, "The file is read whole, whatever --memory says: " + why + " all incidents at once");
        return std::nullopt;
    }
    auto result = geo::evaluate_in_parts(arguments.study, {arguments.memory_bytes, arguments.threads}, progress);
    if (!result)
        tell(arguments, "The file is read whole, whatever --memory says: only delimited text in UTF-8 and plain "
                        "GeoJSON are read in parts");
    return result;
}

void tell_written_in_parts(const Arguments& arguments, const geo::InPartsResult& result) {
    tell(arguments, "  read in parts: incidents are written in the order of the file");
    for (std::size_t i = 0; i < result.notes.size(); ++i) {
        for (const std::string& note : result.notes[i]) tell(arguments, "  " + note);
        const geo::OutputSpec& output = arguments.study.outputs[i];
        if (output.what == geo::OutputSpec::What::incidents && output.path != "-")
            tell(arguments, "wrote " + geo::shown_output(output.path));
    }
}

} // namespace

geo::Snapshot evaluate_and_tell(const Arguments& arguments, TerminalProgress& progress, bool advise) {
    if (const auto in_parts = evaluated_in_parts(arguments, progress)) {
        progress.stage("");
        tell_report(arguments, in_parts->totals.incidents.value->report, *in_parts->totals.table());
        tell_selection(arguments, in_parts->totals);
        tell_written_in_parts(arguments, *in_parts);
        return in_parts->totals;
    }
    geo::EvaluateOptions options;
    options.advise = advise;
    options.threads = arguments.threads;
    options.only_what_passes = true;
    geo::Snapshot snapshot;
    options.publish = [&snapshot](const geo::Snapshot& so_far) { snapshot.incidents = so_far.incidents; };
    try {
        snapshot = geo::evaluate(arguments.study, {}, progress, options);
    } catch (const geo::Error&) {
        // What was read and rejected helps to understand why it went wrong later.
        if (snapshot.table()) tell_report(arguments, snapshot.incidents.value->report, *snapshot.table());
        throw;
    }
    progress.stage("");
    tell_report(arguments, snapshot.incidents.value->report, *snapshot.table());
    tell_selection(arguments, snapshot);
    return snapshot;
}

std::string bands_as_text(const geo::BandTable& table) {
    const bool with_deaths = table.has_deaths;
    std::string text = fmt::format("{:>12} {:>10} {:>7}{}   {}\n", "distance", "incidents", "share",
                                   with_deaths ? fmt::format(" {:>9}", "deaths") : "", "of these, vaguer than the band");
    for (const geo::Band& band : table.bands) {
        const double share = table.total == 0 ? 0 : 100.0 * static_cast<double>(band.count) / static_cast<double>(table.total);
        const std::string words = geo::band_in_words(band);
        // "≥" and "–" take three bytes and one column, which the width of format does not know of
        text += fmt::format("{:>14} {:>10} {:>5.1f} %{}   {}\n", words, grouped(band.count), share,
                            with_deaths ? fmt::format(" {:>9}", grouped(static_cast<std::uint64_t>(std::llround(band.deaths)))) : "",
                            grouped(band.vaguer));
    }
    text += fmt::format("{:>12} {:>10}\n", "all", grouped(table.total));
    if (table.unlocated > 0) text += fmt::format("{:>12} {:>10} (no distance)\n", "no place", grouped(table.unlocated));
    return text;
}

std::string intervals_as_text(const geo::Snapshot& snapshot) {
    const geo::IntervalBands& intervals = *snapshot.interval_bands.value;
    std::string text = fmt::format("The same with the precision of places and line ({} m):\n"
                                   "{:>12} {:>10} {:>10} {:>10}\n",
                                   snapshot.intervals.value->accuracy_m, "distance", "certainly", "expected", "possibly");
    for (std::size_t i = 0; i < intervals.bands.size(); ++i) {
        const geo::IntervalBand& band = intervals.bands[i];
        const std::string words = geo::band_in_words(snapshot.bands.value->bands[i]);
        text += fmt::format("{:>14} {:>10} {:>10.1f} {:>10}\n", words, grouped(band.certainly), band.expected,
                            grouped(band.possibly)); // two bytes too many
    }
    if (intervals.n_not_stated > 0)
        text += fmt::format("  {} as points: the file does not say how exactly their place is known\n",
                            grouped(intervals.n_not_stated));
    if (intervals.n_not_usable > 0)
        text += fmt::format("  {} left out: by their code the place means nothing\n", grouped(intervals.n_not_usable));
    if (const std::uint64_t n = snapshot.supports.value->n_without_polygon; n > 0)
        text += fmt::format("  {} of the file are known to a district or province without a polygon: discs of stated "
                            "size (--districts FILE)\n",
                            grouped(n));
    return text;
}

std::string null_as_text(const geo::NullSpec& spec, const geo::Snapshot& snapshot) {
    const geo::BorderNull& null = *snapshot.null.value;
    std::string text = fmt::format("Nearer than chance? {} ({} incidents at {} places, {} runs, seed {}):\n", geo::null_in_words(spec),
                                   grouped(null.found.n_incidents), grouped(null.found.n_places), grouped(spec.runs), spec.seed);
    text += fmt::format("{:>12} {:>8} {:>9} {:>7}   {:<17} {:>7} {:>8}\n", "distance", "share", "expected", "ratio",
                        "95 % of the runs", "p more", "p fewer");
    for (std::size_t i = 0; i < null.found.bands.size(); ++i) {
        const geo::BandAgainstNull& band = null.found.bands[i];
        text += fmt::format("{:>14} {:>6.1f} % {:>7.1f} % {:>7}   {:<17} {:>7.3f} {:>8.3f}\n",
                            geo::band_in_words(snapshot.bands.value->bands[i]), 100 * band.share.observed,
                            100 * band.share.expected, band.share.expected > 0 ? fmt::format("{:.2f}", band.ratio()) : "",
                            fmt::format("{:.1f} to {:.1f} %", 100 * band.share.low, 100 * band.share.high), band.p_more,
                            band.p_fewer);
    }
    text += fmt::format("  largest difference of the two curves {:.3f}, p {:.3f}\n", null.found.ks_d, null.found.ks_p);
    if (null.n_left_out > 0)
        text += fmt::format("  {} left out: outside the area, without a place or of no use{}\n", grouped(null.n_left_out),
                            spec.model == geo::NullModel::population ? ", or in a district without a population" : "");
    if (spec.model == geo::NullModel::population)
        text += fmt::format("  {} residents in {} districts\n", grouped(static_cast<std::uint64_t>(null.residents)),
                            grouped(null.n_districts));
    return text;
}

std::string comparison_as_text(const geo::BorderComparison& comparison) {
    std::string text = "The same incidents under every bundled line:\n";
    for (std::size_t i = 0; i < comparison.lines.size(); ++i)
        text += fmt::format("  {}  {}, accurate to {}\n", static_cast<char>('A' + i), comparison.lines[i].words,
                            comparison.lines[i].accuracy_m < 1000
                                ? fmt::format("{:g} m", comparison.lines[i].accuracy_m)
                                : fmt::format("{:g} km", comparison.lines[i].accuracy_m / 1000));
    text += fmt::format("{:>12}", "distance");
    for (std::size_t i = 0; i < comparison.lines.size(); ++i) text += fmt::format(" {:>10}", static_cast<char>('A' + i));
    text += "\n";
    const std::size_t n_bands = comparison.lines.empty() ? 0 : comparison.lines[0].bands.bands.size();
    for (std::size_t band = 0; band < n_bands; ++band) {
        text += fmt::format("{:>14}", geo::band_in_words(comparison.lines[0].bands.bands[band])); // two bytes too many
        for (const auto& line : comparison.lines) text += fmt::format(" {:>10}", grouped(line.bands.bands[band].count));
        text += "\n";
    }
    const auto rows = [&](const char* title, auto&& number) {
        text += std::string(title) + "\n";
        for (std::size_t band = 0; band < n_bands; ++band) {
            text += fmt::format("{:>14}", geo::band_in_words(comparison.lines[0].bands.bands[band]));
            for (const auto& line : comparison.lines) text += fmt::format(" {:>10}", number(line.intervals.bands[band]));
            text += "\n";
        }
    };
    rows("  certainly", [](const geo::IntervalBand& band) { return grouped(band.certainly); });
    rows("  expected", [](const geo::IntervalBand& band) { return fmt::format("{:.1f}", band.expected); });
    rows("  possibly", [](const geo::IntervalBand& band) { return grouped(band.possibly); });
    text += fmt::format("{:>12}", "other band");
    for (const auto& line : comparison.lines) text += fmt::format(" {:>10}", grouped(line.n_other_band));
    return text + "\n";
}

} // namespace app

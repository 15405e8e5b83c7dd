#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "geo/io/incident_source.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

using Json = nlohmann::ordered_json;

void add_options(CLI::App& command, Arguments& arguments) {
    add_input(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

Json info_json(const geo::IncidentTable& table, const geo::Report& report) {
    Json json{{"file", table.origin.file},
              {"schema", geo::name_of(table.origin.schema.kind)},
              {"incidents", report.incidents},
              {"rejected", report.rejected().size()},
              {"suspicious", report.n_suspicious()},
              {"unlocated", report.unlocated},
              {"rows_read", report.rows_read}};
    const auto period = table.period();
    json["first_date"] = period ? Json(geo::iso_from_day(period->first)) : Json();
    json["last_date"] = period ? Json(geo::iso_from_day(period->last - std::chrono::days{1})) : Json();
    const geo::LonLatBox box = table.extent();
    json["extent"] = box.empty() ? Json() : Json{box.west, box.south, box.east, box.north};
    json["roles"] = Json::object();
    for (const auto& [role, column] : table.origin.schema.roles)
        json["roles"][std::string(geo::name_of(role))] = table.origin.header[column];
    json["columns"] = table.origin.header;
    json["location_precision"] = Json::array();
    for (const geo::PrecisionCount& count : geo::count_precision_codes(table, {}))
        json["location_precision"].push_back({{"code", count.code.code},
                                              {"district_named", count.code.admin2_named},
                                              {"stands_for", geo::support_in_words(count.support)},
                                              {"incidents", count.n}});
    const auto findings = [](const std::vector<geo::Finding>& list) {
        Json rows = Json::array();
        for (const geo::Finding& finding : list)
            rows.push_back({{"what", finding.what}, {"count", finding.count}, {"rows", finding.example_rows}});
        return rows;
    };
    json["rejected_reasons"] = findings(report.rejected_by_reason());
    json["suspicious_reasons"] = findings(report.suspicious());
    json["notes"] = report.notes;
    json["attribution"] = table.origin.attribution;
    json["notice"] = table.origin.notice;
    json["synthetic"] = table.origin.synthetic;
    return json;
}

void print_text(const geo::IncidentTable& table, const geo::Report& report) {
    fmt::print("file       {}\nschema     {}\nincidents  {}\nrejected   {}\nsuspicious {}\n", table.origin.file,
               geo::name_of(table.origin.schema.kind), geo::grouped(report.incidents),
               geo::grouped(report.rejected().size()), geo::grouped(report.n_suspicious()));
    fmt::print("no place   {}\n", geo::grouped(report.unlocated));
    if (const auto period = table.period()) fmt::print("period     {}\n", geo::window_in_words(*period));
    if (const geo::LonLatBox box = table.extent(); !box.empty())
        fmt::print("extent     {:.4f} to {:.4f}° E, {:.4f} to {:.4f}° N\n", box.west, box.east, box.south, box.north);
    if (!table.origin.attribution.empty()) fmt::print("source     {}\n", table.origin.attribution);
    if (!table.origin.notice.empty()) fmt::print("notice     {}\n", table.origin.notice);
    fmt::print("roles\n");
    for (const auto& [role, column] : table.origin.schema.roles)
        fmt::print("  {:<16} {}\n", geo::name_of(role), table.origin.header[column]);
    fmt::print("location precision\n");
    for (const geo::PrecisionCount& count : geo::count_precision_codes(table, {}))
        fmt::print("  {:<16} {:>9}  {}\n",
                   count.code.code.empty() ? "no code"
                                           : "code " + count.code.code + (count.code.admin2_named ? ", district" : ""),
                   geo::grouped(count.n), geo::support_in_words(count.support));
    fmt::print("columns    {}\n", fmt::join(table.origin.header, ", "));
}

void run(Arguments& arguments, TerminalProgress& progress) {
    progress.stage("read");
    const geo::LoadedIncidents loaded =
        geo::load_incidents(arguments.study.source, {}, arguments.threads, progress);
    progress.stage("");
    tell_report(arguments, loaded.report, *loaded.table);
    geo::require_incidents(loaded);
    if (arguments.json) fmt::print("{}\n", info_json(*loaded.table, loaded.report).dump(2));
    else print_text(*loaded.table, loaded.report);
}

} // namespace

const Command kInfo{"info", "What a file holds: columns and their roles, period, extent, what was rejected and why",
                    "borderlens info incidents.csv", add_options, run};

} // namespace app

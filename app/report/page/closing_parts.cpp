#include <fmt/format.h>

#include "app/report/page/html.hpp"
#include "app/report/page/page.hpp"
#include "geo/core/number_words.hpp"
#include "geo/core/version.hpp"
#include "geo/io/library_versions.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

using geo::grouped;

/// How exactly the publisher knows the places.
std::string precision_table(const PageContext& context) {
    HtmlTable table({{"code"}, {"read as"}, {"incidents of the file", true}});
    for (const geo::PrecisionCount& count :
         geo::count_precision_codes(*context.snapshot.table(), context.study.precision))
        table.add({count.code.code.empty()
                       ? "none"
                       : count.code.code + (count.code.admin2_named ? ", district named" : ""),
                   geo::support_in_words(count.support), grouped(count.n)});
    return table.empty() ? "" : table.html("How exactly places are known, by the publisher's code");
}

std::vector<std::string> limits_of(const PageContext& context) {
    const geo::Report& report = context.snapshot.incidents.value->report;
    std::vector<std::string> limits{
        "These are incidents that somebody reported and a publisher recorded. Where fewer people can report, "
        "fewer are "
        "known: a fall with distance, or between two periods, may be one of reporting.",
        "The border is one line as one source draws it; that it is used here says nothing of whose it is.",
        "Dates are civil days. An incident of several days belongs to the day it begins on."};
    if (const std::uint64_t n = context.snapshot.selected.value->n_reaching_past_window; n > 0)
        limits.push_back(
            fmt::format("{} incidents begin in the period and end after it; they belong to their first day.",
                        grouped(n)));
    for (const geo::Finding& finding : report.suspicious())
        limits.push_back(
            fmt::format("Suspicious, kept as it is: {} × {}.", grouped(finding.count), finding.what));
    for (const geo::Finding& finding : report.rejected_by_reason())
        limits.push_back(fmt::format("Rejected: {} × {}.", grouped(finding.count), finding.what));
    for (const std::string& note : report.notes) limits.push_back(note);
    return limits;
}

std::string input_table(const std::vector<ReadFile>& inputs) {
    HtmlTable table({{"file"}, {"role"}, {"bytes", true}, {"SHA-256"}});
    for (const ReadFile& input : inputs)
        table.add({input.name, input.role, grouped(input.n_bytes),
                   HtmlCell::markup("<code>" + input.sha256 + "</code>")});
    return table.html("Files read");
}

} // namespace

std::string limits_part(const PageContext& context) {
    const bool counts = context.snapshot.incidents.value->counts != nullptr;
    return bullets(limits_of(context)) + (counts ? "" : precision_table(context));
}

std::string sources_part(const PageContext& context) {
    std::vector<std::string> sources = geo::attributions_of(context.snapshot);
    for (const std::string& own : geo::own_layer_sources(context.study, context.snapshot))
        sources.push_back(own);
    return bullets(sources) + input_table(context.inputs);
}

std::string redo_part(const PageContext& context) {
    HtmlTable table({{"file"}, {"what it holds"}});
    for (const ListedFile& file : context.files) table.add({file.path, file.words});
    return table.html("") +
           paragraph(
               "Every parameter stands in run.json, every input in inputs.json, and the sums of all files in "
               "SHA256SUMS (sha256sum -c SHA256SUMS checks them). With the input files in one folder, this "
               "command "
               "makes the same package again, byte by byte on the same system:") +
           fmt::format("<pre>{}</pre>\n", html_escaped(context.redo)) +
           paragraph(fmt::format("Made by borderlens {} with {}.", geo::kVersion, geo::library_versions()));
}

} // namespace app

#include "geo/core/report.hpp"

#include <algorithm>
#include <iterator>

namespace geo {

namespace {

Finding& finding_named(std::vector<Finding>& findings, const std::string& what) {
    auto it = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.what == what; });
    if (it != findings.end()) return *it;
    return findings.emplace_back(Finding{what, 0, {}});
}

void count(std::vector<Finding>& findings, const std::string& what, std::uint64_t row) {
    Finding& finding = finding_named(findings, what);
    ++finding.count;
    if (finding.example_rows.size() < Report::kExamples) finding.example_rows.push_back(row);
}

} // namespace

void Report::suspect(const std::string& what, std::uint64_t row) { count(suspicious_, what, row); }

void Report::note_what_was_skipped() {
    if (blank_lines)
        note(std::to_string(blank_lines) + (blank_lines == 1 ? " blank line" : " blank lines") + " skipped");
    if (clocks_dropped)
        note(std::to_string(clocks_dropped) +
             " clock times dropped: a date is the day as it is written, no time zone moves it");
}

void Report::append(Report part) {
    rows_read += part.rows_read;
    incidents += part.incidents;
    unlocated += part.unlocated;
    blank_lines += part.blank_lines;
    clocks_dropped += part.clocks_dropped;
    if (period && part.period)
        period = DayWindow{std::min(period->first, part.period->first), std::max(period->last, part.period->last)};
    else if (part.period)
        period = part.period;
    std::move(part.notes.begin(), part.notes.end(), std::back_inserter(notes));
    std::move(part.rejected_.begin(), part.rejected_.end(), std::back_inserter(rejected_));
    for (const Finding& theirs : part.suspicious_) {
        Finding& ours = finding_named(suspicious_, theirs.what);
        ours.count += theirs.count;
        for (std::size_t i = 0; i < theirs.example_rows.size() && ours.example_rows.size() < kExamples; ++i)
            ours.example_rows.push_back(theirs.example_rows[i]);
    }
}

std::uint64_t Report::n_suspicious() const {
    std::uint64_t n = 0;
    for (const Finding& finding : suspicious_) n += finding.count;
    return n;
}

std::vector<Finding> Report::rejected_by_reason() const {
    std::vector<Finding> findings;
    for (const Rejected& r : rejected_)
        count(findings, r.field.empty() ? r.reason : r.field + " " + r.reason, r.row);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.count > b.count; });
    return findings;
}

} // namespace geo

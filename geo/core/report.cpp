#include "geo/core/report.hpp"

#include <algorithm>

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

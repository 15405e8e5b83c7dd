#pragma once

#include <string>

#include "app/cli/arguments.hpp"
#include "app/cli/terminal_progress.hpp"
#include "geo/study/border_comparison.hpp"
#include "geo/study/snapshot.hpp"

namespace app {

/// What was read, rejected and suspicious, on standard error unless --quiet; writes --rejects FILE.
void tell_report(const Arguments& arguments, const geo::Report& report, const geo::IncidentTable& table);

/// What the filter let through, on standard error unless --quiet.
void tell_selection(const Arguments& arguments, const geo::Snapshot& snapshot);

/// --timings.
void tell_timings(TerminalProgress& progress);

/// A line on standard error unless --quiet.
void tell(const Arguments& arguments, const std::string& line);

/// evaluate with the terminal's progress, then report and selection. `advise`: on the bandwidth too.
geo::Snapshot evaluate_and_tell(const Arguments& arguments, TerminalProgress& progress, bool advise = false);

/// Tables as text lines, shared by commands: bands of distance.
std::string bands_as_text(const geo::BandTable& table);

/// A line per band, a column per border line; then how many incidents change their band.
/// Incidents in each band for certain, on average and perhaps, and what that rests on.
std::string intervals_as_text(const geo::Snapshot& snapshot);
/// Shares in the bands against those of a pattern that knows nothing of the border.
std::string null_as_text(const geo::NullSpec& spec, const geo::Snapshot& snapshot);
std::string comparison_as_text(const geo::BorderComparison& comparison);

} // namespace app

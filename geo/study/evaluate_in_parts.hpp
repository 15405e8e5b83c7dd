#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/study/evaluate.hpp"

namespace geo {

struct PartsOptions {
    std::uint64_t memory_bytes = 0; ///< what the program may take, about
    unsigned threads = 0;           ///< as of EvaluateOptions
};

/// What the incidents came to, whose exports are written.
struct InPartsResult {
    Snapshot totals; ///< Snapshot::of_parts
    /// By output of the study: what the user should know; empty where it is not an export of incidents.
    std::vector<std::vector<std::string>> notes;
};

/// Why the study needs all incidents at once ("clusters need"): distances, bands, zones and densities of one bandwidth
/// come in parts, and exports of incidents that keep their places and columns. Empty: it does not.
std::string why_not_in_parts(const Study& study);

/// Whether the file, read whole, would take more than the memory: about four times its size.
bool exceeds_memory(const std::string& path, std::uint64_t memory_bytes);

/// Evaluates a file that memory does not hold in parts of it, for a study that comes in parts, and writes the study's
/// exports of incidents, in the order of the file. Numbers are those of evaluate; sums of deaths and densities to
/// rounding. Nothing for a file that cannot be read in parts (incident_parts.hpp): nothing is written then. Throws as
/// evaluate and write_incidents.
std::optional<InPartsResult> evaluate_in_parts(const Study& study, const PartsOptions& options,
                                               Progress& progress);

} // namespace geo

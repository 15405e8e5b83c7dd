#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace app {

/// A file of the package, as the page lists it.
struct ListedFile {
    std::string path; ///< in the package: "tables/bands.csv"
    std::string words;
};

/// A file that was read.
struct ReadFile {
    std::string name, role;
    std::uint64_t n_bytes = 0;
    std::string sha256;
};

/// What the page is made of. The snapshot has everything that the study asks for.
struct PageContext {
    const geo::Study& study;
    const geo::Snapshot& snapshot;
    std::map<std::string, std::string> pictures; ///< PNG bytes by name: "map", "density", "hotspots" ...
    std::vector<ListedFile> files;
    std::vector<ReadFile> inputs;
    std::string redo;               ///< the command that makes the package again
    std::vector<std::string> notes; ///< what the reader should know of the package itself
};

/// One HTML file that needs no other: styles, pictures and charts are inside; no script, nothing from a
/// network. Everything that comes from a file is escaped.
std::string page_of(const PageContext& context);

// Its parts, in order; "" where the study does not ask for it.

std::string header_part(const PageContext& context);
std::string map_part(const PageContext& context);
std::string time_part(const PageContext& context);
std::string bands_part(const PageContext& context);
std::string strip_part(const PageContext& context);
std::string density_part(const PageContext& context);
std::string hot_spots_part(const PageContext& context);
std::string clusters_part(const PageContext& context);
std::string districts_part(const PageContext& context);
std::string change_part(const PageContext& context);
std::string limits_part(const PageContext& context);
std::string sources_part(const PageContext& context);
std::string redo_part(const PageContext& context);

/// The picture of that name with its caption; "" without one.
std::string picture_part(const PageContext& context, const std::string& name, const std::string& words,
                         const std::string& caption);
/// "The first 20 of 143; all of them are in tables/clusters.csv."; "" when all are there.
std::string first_of_words(std::size_t n_shown, std::size_t n, const std::string& file);

/// Longest list on the page.
constexpr std::size_t kMostListed = 20;

} // namespace app

#include "geo/io/zip_archive.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include "geo/core/error.hpp"
#include "geo/io/gdal_scope.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

template <std::size_t n>
bool ends_with_any(const std::string& name, const std::array<std::string_view, n>& endings) {
    const std::string lower = lowered(name);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

constexpr std::array<std::string_view, 4> kDelimited = {".csv", ".tsv", ".tab", ".txt"};
constexpr std::array<std::string_view, 10> kVector = {".geojson", ".json", ".geojsonl", ".geojsons", ".gpkg",
                                                      ".shp",     ".fgb",  ".kml",      ".xlsx",     ".ods"};

std::uint64_t size_of(const std::string& path) {
    VSIStatBufL status;
    return VSIStatL(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

} // namespace

ZipMember only_member(const std::string& archive, std::uint64_t limit) {
    GdalScope scope;
    const std::string root = "/vsizip/{" + archive + "}";
    const CPLStringList names(VSIReadDirRecursive(root.c_str()), TRUE);
    std::vector<ZipMember> found;
    for (int i = 0; i < names.size(); ++i) {
        const std::string name = names[i];
        // Archives made on a Mac carry "__MACOSX/._name.csv" beside "name.csv".
        if (name.starts_with("__MACOSX/")) continue;
        const bool delimited = ends_with_any(name, kDelimited);
        if (delimited || ends_with_any(name, kVector))
            found.push_back({name, fmt::format("{}/{}", root, name), delimited});
    }
    // A readme beside the data is common.
    if (found.size() > 1)
        std::erase_if(found, [](const ZipMember& member) { return lowered(member.name).ends_with(".txt"); });
    if (names.empty()) throw scope.error(ErrorKind::Format, "is a damaged or empty zip archive");
    if (found.size() != 1)
        throw Error(ErrorKind::Format, found.empty()
                                           ? "the zip archive holds no file that can be read"
                                           : "the zip archive holds several files (" + found[0].name + ", " +
                                                 found[1].name + (found.size() > 2 ? ", ..." : "") +
                                                 "); unpack it and name one");
    limit = std::min(limit, most_unpacked_bytes(size_of(archive)));
    if (size_of(found[0].path) > limit)
        throw Error(ErrorKind::Format, "unpacks to more than " + std::to_string(limit >> 20) + " MiB");
    return found[0];
}

std::string unpacked(const ZipMember& member, std::uint64_t limit) {
    GdalScope scope;
    const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(member.path.c_str(), "rb"));
    if (!file) throw scope.error(ErrorKind::Format, "'" + member.name + "' in the archive cannot be read");
    std::string out;
    std::string block(std::size_t{1} << 20, '\0');
    while (const std::size_t n = VSIFReadL(block.data(), 1, block.size(), file.get())) {
        out.append(block.data(), n);
        if (out.size() > limit) // more than the archive says
            throw Error(ErrorKind::Format, "unpacks to more than " + std::to_string(limit >> 20) + " MiB");
    }
    if (scope.n_errors() > 0 || out.size() != size_of(member.path))
        throw scope.error(ErrorKind::Format, "'" + member.name + "' in the archive is damaged");
    return out;
}

} // namespace geo

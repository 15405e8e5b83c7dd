#include "geo/io/incident_source.hpp"

#include "geo/core/error.hpp"
#include "geo/io/delimited_source.hpp"
#include "geo/io/input_bytes.hpp"

namespace geo {

namespace {

std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

LoadedIncidents load(const SourceSpec& source, const ColumnRequest& columns, unsigned threads,
                     Progress& progress) {
    const bool standard_input = source.path == "-";
    InputBytes bytes = standard_input ? InputBytes::from_stdin() : InputBytes::from_file(source.path);
    if (bytes.view().starts_with("\x1F\x8B")) bytes = InputBytes(unpacked_gzip(bytes.view()));
    return load_delimited(std::move(bytes), standard_input ? "-" : file_name(source.path), source, columns,
                          threads, progress);
}

} // namespace

LoadedIncidents load_incidents(const SourceSpec& source, const ColumnRequest& columns, unsigned threads,
                               Progress& progress) {
    try {
        progress.stage("reading incidents");
        return load(source, columns, threads, progress);
    } catch (const Error& error) {
        throw error.with_context("cannot load " + (source.path == "-" ? "standard input" : source.path));
    }
}

} // namespace geo

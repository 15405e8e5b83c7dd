#include "geo/io/incident_source.hpp"

#include "geo/core/error.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/delimited_source.hpp"
#include "geo/io/gdal_scope.hpp"
#include "geo/io/geojson_source.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/io/input_form.hpp"
#include "geo/io/vector_source.hpp"
#include "geo/io/zip_archive.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

bool has_ending(const std::string& path, std::string_view ending) { return lowered(path).ends_with(ending); }

} // namespace

/// By the first bytes; by the name only where they do not tell (a Shapefile's .dbf, a spreadsheet's zip).
InputForm form_of(std::string_view bytes, const std::string& path) {
    constexpr std::string_view kShape("\0\0\x27\x0A", 4);
    if (bytes.starts_with("\x1F\x8B")) return InputForm::gzip;
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return has_ending(path, ".xlsx") || has_ending(path, ".ods") ? InputForm::vector : InputForm::zip;
    if (bytes.starts_with("SQLite format 3") || bytes.starts_with("fgb\x03") || bytes.starts_with(kShape))
        return InputForm::vector;
    for (const std::string_view ending : {".shp", ".dbf", ".shx", ".xlsx", ".ods", ".gpkg", ".fgb"})
        if (has_ending(path, ending)) return InputForm::vector;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string_view start = trimmed(bytes.substr(0, 4096));
    // GeoJSON, a GeoJSON text sequence (RFC 8142 starts records with RS), XML.
    if (start.starts_with('{')) return InputForm::geojson;
    return start.starts_with('\x1E') || start.starts_with("<?xml") || start.starts_with("<kml")
               ? InputForm::vector
               : InputForm::delimited;
}

namespace {

/// One load: what was asked and how.
struct Loader {
    const SourceSpec& source;
    const ColumnRequest& columns;
    unsigned threads;
    Progress& progress;
    const Filter& only;

    LoadedIncidents delimited(InputBytes bytes, const std::string& name) const {
        return load_delimited(std::move(bytes), name, source, columns, threads, progress);
    }
    LoadedIncidents vector(const std::string& path) const {
        const std::string name = is_database(path) ? "PostgreSQL" : file_name_of(source.path);
        return load_vector(path, name, source, columns, threads, progress, only);
    }
    /// With the reader of our own where it can.
    LoadedIncidents geojson(const InputBytes& bytes) const {
        const std::string name = file_name_of(source.path);
        auto loaded = load_geojson(bytes.view(), name.substr(0, name.find_last_of('.')), name, source,
                                   columns, threads, progress);
        return loaded ? std::move(*loaded) : vector(source.path);
    }
    LoadedIncidents zip() const {
        const ZipMember member = only_member(source.path);
        if (!member.delimited) return vector(member.path);
        return delimited(InputBytes(unpacked(member)), file_name_of(source.path));
    }
    LoadedIncidents standard_input() const;
    LoadedIncidents file() const;
    LoadedIncidents of_form(InputBytes bytes) const;
};

LoadedIncidents Loader::standard_input() const {
    InputBytes bytes = InputBytes::from_stdin();
    const InputForm form = form_of(bytes.view(), "");
    if (form == InputForm::gzip) return delimited(InputBytes(unpacked_gzip(bytes.view())), "-");
    if (form != InputForm::delimited)
        throw Error(ErrorKind::Format, "only delimited text (also gzip) is read from standard input");
    return delimited(std::move(bytes), "-");
}

LoadedIncidents Loader::file() const {
    InputBytes bytes = InputBytes::from_file(source.path);
    return read_watched(bytes.watch(), [&] { return of_form(std::move(bytes)); });
}

LoadedIncidents Loader::of_form(InputBytes bytes) const {
    switch (form_of(bytes.view(), source.path)) {
    case InputForm::gzip:
        return delimited(InputBytes(unpacked_gzip(bytes.view())), file_name_of(source.path));
    case InputForm::zip:
        return zip();
    case InputForm::geojson:
        return geojson(bytes);
    case InputForm::vector:
        return vector(source.path);
    case InputForm::delimited:
        break;
    }
    return delimited(std::move(bytes), file_name_of(source.path));
}

} // namespace

std::string shown_source(const std::string& path) {
    // A connection string may hold a password.
    return path == "-" ? "standard input" : is_database(path) ? "the PostgreSQL database" : path;
}

LoadedIncidents load_incidents(const SourceSpec& source, const ColumnRequest& columns, unsigned threads,
                               Progress& progress, const Filter& only) {
    const Loader loader{source, columns, threads, progress, only};
    try {
        progress.stage("reading incidents");
        if (source.path == "-") return loader.standard_input();
        refuse_unsafe_path(source.path);
        if (is_database(source.path)) return loader.vector(source.path);
        const FileStamp stamp =
            stamp_of(source.path); // before a byte is read: what changes meanwhile is noticed
        LoadedIncidents loaded = loader.file();
        loaded.stamp = stamp;
        return loaded;
    } catch (const Error& error) {
        throw error.with_context("cannot load " + shown_source(source.path));
    }
}

namespace {

TablePreview preview_of_form(InputBytes bytes, const SourceSpec& source, std::size_t n_rows) {
    switch (form_of(bytes.view(), source.path)) {
    case InputForm::gzip:
        return preview_delimited(InputBytes(unpacked_gzip(bytes.view())), n_rows);
    case InputForm::geojson:
    case InputForm::vector:
        return preview_vector(source.path, source.layer, n_rows);
    case InputForm::delimited:
        return preview_delimited(std::move(bytes), n_rows);
    case InputForm::zip:
        break;
    }
    const ZipMember member = only_member(source.path);
    return member.delimited ? preview_delimited(InputBytes(unpacked(member)), n_rows)
                            : preview_vector(member.path, source.layer, n_rows);
}

} // namespace

TablePreview preview_incidents(const SourceSpec& source, std::size_t n_rows) {
    try {
        if (source.path == "-") throw Error(ErrorKind::Io, "standard input can be read only once");
        refuse_unsafe_path(source.path);
        if (is_database(source.path)) return preview_vector(source.path, source.layer, n_rows);
        InputBytes bytes = InputBytes::from_file(source.path);
        return read_watched(bytes.watch(), [&] { return preview_of_form(std::move(bytes), source, n_rows); });
    } catch (const Error& error) {
        throw error.with_context("cannot read the first rows of " + shown_source(source.path));
    }
}

void require_incidents(const LoadedIncidents& loaded) {
    if (loaded.table->size() > 0) return;
    if (loaded.counts)
        throw Error(ErrorKind::Empty, loaded.table->origin.file +
                                          " counts incidents by district and period and has no places: "
                                          "'borderlens districts' with --districts FILE reads it");
    const auto reasons = loaded.report.rejected_by_reason();
    const std::string all = std::to_string(loaded.report.rejected().size());
    throw Error(ErrorKind::Empty,
                "there is no incident in " + loaded.table->origin.file +
                    (reasons.empty()
                         ? ""
                         : ": all " + all + " records are rejected, most because: " + reasons[0].what));
}

} // namespace geo

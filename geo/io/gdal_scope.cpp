#include "geo/io/gdal_scope.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <new>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "geo/io/database_path.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

/// What is read and written, and what these need inside. A driver that is not registered cannot be reached by
/// a file that names another one either.
constexpr std::array kDrivers = {
    "GeoJSON", "GeoJSONSeq", "GPKG", "ESRI Shapefile", "FlatGeobuf", "XLSX",    "ODS", "KML",   "PostgreSQL",
    "GTiff",   "PNG",        "JPEG", "JP2OpenJPEG",    "WEBP",       "AAIGrid", "MEM", "Memory"};

void forget_other_drivers() {
    GDALDriverManager& manager = *GetGDALDriverManager();
    for (int i = manager.GetDriverCount(); i-- > 0;) {
        GDALDriver* driver = manager.GetDriver(i);
        const auto is_this = [&](const char* name) {
            return same_but_for_case(name, driver->GetDescription());
        };
        if (std::any_of(kDrivers.begin(), kDrivers.end(), is_this)) continue;
        manager.DeregisterDriver(driver);
        GDALDestroyDriver(driver);
    }
}

void set_up_once() {
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", "none");
        CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", "0");
        // Spreadsheets: the first row is the header, as for delimited text, whatever its cells look like.
        CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
        CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE");
        // Whatever should still ask for the network finds no way out of this machine.
        CPLSetConfigOption("GDAL_HTTP_PROXY", "http://127.0.0.1:9");
        CPLSetConfigOption("GDAL_HTTPS_PROXY", "http://127.0.0.1:9");
        CPLSetConfigOption("GDAL_DRIVER_PATH", "disable"); // no plug-ins
        CPLSetConfigOption("OGR_PG_CURSOR_PAGE", "5000");  // rows a fetch of the server's cursor
        CPLSetConfigOption("PG_USE_COPY", "YES");
        OSRSetPROJEnableNetwork(FALSE);
        GDALAllRegister();
        forget_other_drivers();
    });
}

bool exists(const std::string& path) {
    VSIStatBufL status;
    return VSIStatExL(path.c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
}

/// Without .shx GDAL's own advice writes a file beside the data; without .dbf it gives places without dates.
void require_shape_parts(const std::string& path) {
    if (path.size() < 4 || !same_but_for_case(path.substr(path.size() - 4), ".shp")) return;
    const std::string stem = path.substr(0, path.size() - 4);
    const auto require = [&](const char* part, const char* lower, const char* upper) {
        if (exists(stem + lower) || exists(stem + upper)) return;
        throw Error(ErrorKind::Format, part + stem.substr(stem.find_last_of('/') + 1) + lower +
                                           " is missing; a Shapefile is the .shp, .shx and .dbf together");
    };
    require("its index ", ".shx", ".SHX");
    require("its table ", ".dbf", ".DBF");
}

/// GDAL opens a Shapefile whose table cannot be read as one without fields, and says nothing.
void require_fields(GDALDataset& dataset) {
    if (!same_but_for_case(dataset.GetDriverName(), "ESRI Shapefile")) return;
    for (OGRLayer* layer : dataset.GetLayers())
        if (layer->GetLayerDefn()->GetFieldCount() == 0)
            throw Error(ErrorKind::Format, "is damaged: its table " + std::string(layer->GetName()) +
                                               ".dbf has no readable field");
}

/// Opening a pipe would wait for somebody to write to it.
void require_file(const std::string& path) {
    VSIStatBufL status;
    if (VSIStatL(path.c_str(), &status) != 0) throw Error(ErrorKind::Io, "does not exist or may not be read");
    if (!VSI_ISREG(status.st_mode) && !VSI_ISDIR(status.st_mode))
        throw Error(ErrorKind::Io, "is a pipe or a device, not a file");
}

DatasetOwner open_with(const std::string& path, unsigned flags, const char* const* drivers) {
    GdalScope scope;
    DatasetOwner dataset(static_cast<GDALDataset*>(GDALOpenEx(
        path.c_str(), flags | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, nullptr, nullptr)));
    if (!dataset) throw scope.error(ErrorKind::Format, "is damaged or of no format that can be read");
    // The layers are there and may be half of it, or elsewhere. A broken line of GeoJSONSeq is told again
    // when read.
    const bool lines = same_but_for_case(dataset->GetDriverName(), "GeoJSONSeq");
    if ((flags & GDAL_OF_VECTOR) != 0 && scope.n_errors() > 0 && !lines)
        throw scope.error(ErrorKind::Format,
                          "is damaged or has a coordinate reference system that is unknown");
    return dataset;
}

} // namespace

struct GdalScope::Messages {
    std::vector<std::string> errors, warnings; ///< the first few different ones
    std::size_t n_errors = 0;
    std::size_t n_warnings = 0;
    bool out_of_memory = false;
    CPLErrorHandlerPusher pusher{collect, this};

    static void CPL_STDCALL collect(CPLErr level, CPLErrorNum number, const char* text) {
        if (level == CE_Debug || level == CE_None) return;
        auto& self = *static_cast<Messages*>(CPLGetErrorHandlerUserData());
        // SQLite's and PROJ's come in words only.
        self.out_of_memory |= number == CPLE_OutOfMemory ||
                              std::string_view(text).find("out of memory") != std::string_view::npos;
        if (level == CE_Fatal)
            throw std::bad_alloc(); // after a fatal error GDAL would call abort; it knows no other
        const bool error = level >= CE_Failure;
        ++(error ? self.n_errors : self.n_warnings);
        auto& list = error ? self.errors : self.warnings;
        constexpr std::size_t kKept = 3;
        if (list.size() < kKept && std::find(list.begin(), list.end(), text) == list.end())
            list.emplace_back(text);
    }
};

// The messages first: what goes wrong in setting up is collected too.
GdalScope::GdalScope() : messages_(std::make_unique<Messages>()) {
    set_up_once();
    CPLErrorReset();
}

GdalScope::~GdalScope() = default;

std::size_t GdalScope::n_errors() const { return messages_->n_errors; }
std::size_t GdalScope::n_warnings() const { return messages_->n_warnings; }

std::string GdalScope::text() const {
    std::string out;
    for (const auto* list : {&messages_->errors, &messages_->warnings})
        for (const std::string& message : *list) out += (out.empty() ? "" : "; ") + message;
    return out;
}

void GdalScope::clear() {
    messages_->errors.clear();
    messages_->warnings.clear();
    messages_->n_errors = messages_->n_warnings = 0;
    CPLErrorReset();
}

Error GdalScope::error(ErrorKind kind, std::string_view what) const {
    if (messages_->out_of_memory) throw std::bad_alloc();
    const std::string said = text();
    return {kind, std::string(what) + (said.empty() ? "" : " (GDAL: " + said + ")")};
}

void GdalScope::note_into(Report& report) {
    const std::size_t n = n_errors() + n_warnings();
    if (n)
        report.note("GDAL reported " + std::to_string(n) + (n == 1 ? " message: " : " messages, such as: ") +
                    text());
    clear();
}

void CloseDataset::operator()(GDALDataset* dataset) const { GDALClose(dataset); }
void DestroyFeature::operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
void DestroyTransformation::operator()(OGRCoordinateTransformation* transformation) const {
    OGRCoordinateTransformation::DestroyCT(transformation);
}
void DestroyGeometry::operator()(OGRGeometry* geometry) const {
    OGRGeometryFactory::destroyGeometry(geometry);
}

void refuse_unsafe_path(std::string_view path) {
    if (path.starts_with("/vsi"))
        throw Error(ErrorKind::Argument, "GDAL's virtual paths are not opened; give the file itself");
    if (path.find("://") != std::string_view::npos)
        throw Error(ErrorKind::Argument, "borderlens reads no network addresses; download the file first");
}

DatasetOwner open_vector(const std::string& path) {
    static constexpr std::array<const char*, 9> kFiles = {
        "GeoJSON", "GeoJSONSeq", "GPKG", "ESRI Shapefile", "FlatGeobuf", "XLSX", "ODS", "KML", nullptr};
    static constexpr std::array<const char*, 2> kDatabase = {"PostgreSQL", nullptr};
    const GdalScope scope;
    if (is_database(path)) return open_with(path, GDAL_OF_VECTOR, kDatabase.data());
    require_file(path);
    require_shape_parts(path);
    DatasetOwner dataset = open_with(path, GDAL_OF_VECTOR, kFiles.data());
    require_fields(*dataset);
    return dataset;
}

DatasetOwner open_database_to_write(const std::string& connection) {
    static constexpr std::array<const char*, 2> kDatabase = {"PostgreSQL", nullptr};
    // One table that is always there: GDAL would not make a table of a name that it has seen, though it is dropped before.
    static constexpr std::array<const char*, 2> kOptions = {"TABLES=pg_catalog.pg_class", nullptr};
    return DatasetOwner(static_cast<GDALDataset*>(
        GDALOpenEx(connection.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR, kDatabase.data(),
                   kOptions.data(), nullptr)));
}

DatasetOwner open_raster(const std::string& path) {
    static constexpr std::array<const char*, 8> kRasters = {"GTiff", "PNG",         "JPEG", "AAIGrid",
                                                            "GPKG",  "JP2OpenJPEG", "WEBP", nullptr};
    const GdalScope scope;
    require_file(path);
    return open_with(path, GDAL_OF_RASTER, kRasters.data());
}

std::vector<std::string> registered_drivers() {
    const GdalScope scope;
    const int n = GetGDALDriverManager()->GetDriverCount();
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) names.emplace_back(GetGDALDriverManager()->GetDriver(i)->GetDescription());
    return names;
}

} // namespace geo

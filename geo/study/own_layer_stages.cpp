#include <filesystem>

#include "geo/core/error.hpp"
#include "geo/io/backdrop_source.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/gdal_scope.hpp"
#include "geo/io/vector_features.hpp"
#include "geo/study/stages.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

constexpr int kMostBackdrop_px =
    4096; ///< 64 MB of pixels, sharp on every screen when the whole of it is seen

void require_places(const LonLatBox& extent) {
    if (extent.empty()) throw Error(ErrorKind::Empty, "has no places in it: there is nothing to draw");
}

} // namespace

DrawnReference read_reference(const Snapshot::ReferenceKey& asked, Progress& progress) {
    const std::string context = "cannot read " + asked.path;
    try {
        refuse_unsafe_path(asked.path);
        if (is_database(asked.path)) throw Error(ErrorKind::Argument, "a reference layer is a file");
    } catch (const Error& error) {
        throw error.with_context(context);
    }
    ReferenceBuilder builder;
    const std::string name_field = lowered(asked.label_field);
    const auto visit = [&](VectorFeature&& feature) {
        builder.add(feature.polygons, feature.lines, feature.points, feature.field(name_field));
    };
    std::vector<std::string> fields = visit_vector_features(asked.path, name_field, visit, progress);
    DrawnReference drawn = std::move(builder).finished(std::move(fields));
    try {
        require_places(drawn.extent);
    } catch (const Error& error) {
        throw error.with_context(context);
    }
    return drawn;
}

RasterImage read_backdrop_image(const std::string& path, Progress& progress) {
    return read_backdrop(path, kMostBackdrop_px, progress);
}

} // namespace geo

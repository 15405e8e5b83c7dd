#include "geo/io/vector_source.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

#include <cpl_error.h>
#include <ogrsf_frmts.h>

#include "geo/core/error.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/database_source.hpp"
#include "geo/io/gdal_scope.hpp"
#include "geo/io/record_layout.hpp"
#include "geo/io/to_wgs84.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

std::vector<std::string> layer_names(GDALDataset& dataset) {
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(dataset.GetLayerCount()));
    for (int i = 0; i < dataset.GetLayerCount(); ++i) names.emplace_back(dataset.GetLayer(i)->GetName());
    return names;
}

/// The layer that was asked for, else the only one that holds features.
OGRLayer& chosen_layer(GDALDataset& dataset, const std::string& asked, Report& report) {
    const std::vector<std::string> names = layer_names(dataset);
    if (!asked.empty()) {
        OGRLayer* const layer = dataset.GetLayerByName(asked.c_str());
        if (!layer)
            throw Error(ErrorKind::Argument,
                        "there is no layer '" + asked + "'; the layers are " + listed(names));
        return *layer;
    }
    std::vector<OGRLayer*> filled;
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
        if (dataset.GetLayer(i)->GetFeatureCount() != 0) filled.push_back(dataset.GetLayer(i));
    if (filled.empty()) throw Error(ErrorKind::Empty, "there is no incident in it");
    if (filled.size() > 1)
        throw Error(ErrorKind::Argument, "there are several layers; name one with --layer: " + listed(names));
    if (names.size() > 1)
        report.note("layer '" + std::string(filled[0]->GetName()) + "' is the only one that is not empty");
    return *filled[0];
}

/// From the layer's CRS to WGS 84; nothing when they are the same or the layer has none.
TransformationOwner transformation_of(OGRLayer& layer, const GdalScope& scope, Report& report) {
    ToWgs84 result = to_wgs84(layer, scope);
    if (result.crs.empty())
        report.note("no coordinate reference system is given: longitude and latitude on WGS 84 are assumed");
    if (result.transformation) report.note("transformed from " + result.crs + " to WGS 84");
    return std::move(result.transformation);
}

std::string shortest(double value) {
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end};
}

/// A date as it was written: no time zone moves it; midnight is no clock time.
std::string day_text(const OGRFeature& feature, int field) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    std::array<char, 64> text{};
    const bool clock = hour != 0 || minute != 0 || second != 0;
    const int n =
        std::snprintf(text.data(), text.size(), clock ? "%04d-%02d-%02dT%02d:%02d:%02d" : "%04d-%02d-%02d",
                      year, month, day, hour, minute, static_cast<int>(second));
    return {text.data(), static_cast<std::size_t>(n)};
}

std::string text_of(OGRFeature& feature, int field) {
    if (!feature.IsFieldSetAndNotNull(field)) return {};
    switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTReal:
        return shortest(feature.GetFieldAsDouble(field));
    case OFTDate:
    case OFTDateTime:
        return day_text(feature, field);
    default:
        return feature.GetFieldAsString(field);
    }
}

/// Reads one layer into one builder.
class LayerReader {
  public:
    LayerReader(OGRLayer& layer, GdalScope& scope, Report& report)
        : layer_(&layer), scope_(scope), to_wgs84_(transformation_if_any(report)) {
        const OGRFeatureDefn& definition = *layer.GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            header_.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }

    const std::vector<std::string>& header() const { return header_; }
    bool has_geometry() const {
        return layer_->GetLayerDefn()->GetGeomFieldCount() > 0 && layer_->GetGeomType() != wkbNone;
    }
    /// Another layer of the same fields and CRS.
    void turn_to(OGRLayer& layer) { layer_ = &layer; }

    IncidentBuilder read(const RecordLayout& layout, Progress& progress, Report& report);

  private:
    TransformationOwner transformation_if_any(Report& report) {
        return has_geometry() ? transformation_of(*layer_, scope_, report) : nullptr;
    }
    void add(OGRFeature& feature, IncidentBuilder& builder);
    void load_fields(OGRFeature& feature);
    void check_complete(std::uint64_t n_read, GIntBig n_expected, Report& report);

    OGRLayer* layer_;
    GdalScope& scope_;
    TransformationOwner to_wgs84_;
    std::vector<std::string> header_;
    std::vector<std::string> values_;
    std::vector<std::string_view> fields_;
    std::string text_; ///< the feature in words, for rejects
    std::uint64_t n_without_geometry_ = 0;
    bool tag_row_ = false;
};

void LayerReader::load_fields(OGRFeature& feature) {
    values_.resize(header_.size());
    fields_.resize(header_.size());
    text_.clear();
    for (std::size_t i = 0; i < header_.size(); ++i) {
        values_[i] = text_of(feature, static_cast<int>(i));
        fields_[i] = values_[i];
        if (!values_[i].empty()) text_ += (text_.empty() ? "" : ", ") + header_[i] + "=" + values_[i];
    }
}

/// The point of a geometry: a point, or a multipoint of one.
const OGRPoint* point_of(const OGRGeometry& geometry) {
    const auto type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPoint) return geometry.toPoint();
    if (type == wkbMultiPoint && geometry.toMultiPoint()->getNumGeometries() == 1)
        return geometry.toMultiPoint()->getGeometryRef(0);
    return nullptr;
}

void LayerReader::add(OGRFeature& feature, IncidentBuilder& builder) {
    load_fields(feature);
    const OGRGeometry* const geometry = feature.GetGeometryRef();
    if (!geometry) {
        ++n_without_geometry_;
        // Spreadsheets end with empty rows.
        return text_.empty() ? builder.skip_blank() : builder.add(fields_, text_);
    }
    if (geometry->IsEmpty()) return builder.add(fields_, text_);
    const OGRPoint* const point = point_of(*geometry);
    if (!point)
        return builder.reject("has a " + std::string(geometry->getGeometryName()) + " geometry, not a point",
                              text_);
    double x = point->getX();
    double y = point->getY();
    if (to_wgs84_ && !to_wgs84_->Transform(1, &x, &y))
        return builder.reject("its place cannot be transformed to WGS 84", text_);
    builder.add(fields_, text_, LonLat{x, y});
}

IncidentBuilder LayerReader::read(const RecordLayout& layout, Progress& progress, Report& report) {
    constexpr std::uint64_t kStep = 1024;
    IncidentBuilder builder(std::make_shared<const RecordLayout>(layout));
    const GIntBig n_expected = layer_->GetFeatureCount();
    layer_->ResetReading();
    n_without_geometry_ = 0;
    tag_row_ = false;
    std::uint64_t n_read = 0;
    for (FeatureOwner feature(layer_->GetNextFeature()); feature; feature.reset(layer_->GetNextFeature())) {
        if (n_read++ == 0) {
            load_fields(*feature);
            tag_row_ = is_hxl_tag_row(fields_);
            if (tag_row_) continue;
        }
        add(*feature, builder);
        if (n_read % kStep == 0)
            progress.at(n_read, static_cast<std::uint64_t>(std::max<GIntBig>(n_expected, 0)));
    }
    check_complete(n_read, n_expected, report);
    builder.number_from(tag_row_ ? 3 : 2);
    return builder;
}

/// GDAL opens damaged files and stops early or gives features without geometry: see that nothing is missing.
void LayerReader::check_complete(std::uint64_t n_read, GIntBig n_expected, Report& report) {
    if (n_expected > 0 && n_read < static_cast<std::uint64_t>(n_expected))
        throw scope_.error(ErrorKind::Format, "is damaged: only " + std::to_string(n_read) + " of its " +
                                                  std::to_string(n_expected) + " features can be read");
    if (has_geometry() && n_without_geometry_ > 0 && scope_.n_errors() > 0)
        throw scope_.error(ErrorKind::Format, "is damaged: " + std::to_string(n_without_geometry_) +
                                                  " of its " + std::to_string(n_read) +
                                                  " features have no readable geometry");
    scope_.note_into(report);
    if (tag_row_) {
        report.note("1 HXL tag row recognised (row 2)");
        ++report.rows_read;
    }
}

} // namespace

namespace {

/// What a database was asked for.
std::string narrowing_in_words(const Filter& only) {
    if (only == Filter{}) return {};
    return "the database was asked only for what may pass: " + in_words(only) + "; the rest was not read";
}

} // namespace

LoadedIncidents load_vector(const std::string& path, const std::string& name, const SourceSpec& source,
                            const ColumnRequest& columns, unsigned threads, Progress& progress,
                            const Filter& only) {
    Report report;
    GdalScope scope;
    const DatasetOwner dataset = open_vector(path);
    std::optional<DatabaseRows> rows;
    if (is_database(path)) rows.emplace(*dataset, source.layer, scope);
    OGRLayer& layer = rows ? rows->layer() : chosen_layer(*dataset, source.layer, report);
    const std::string layer_name = rows ? rows->name() : layer.GetName();
    LayerReader reader(layer, scope, report);
    RecordLayout layout = layout_of(reader.header(), source, columns, reader.has_geometry(), report);
    if (rows) {
        rows->narrow(only, layout, scope);
        reader.turn_to(rows->layer());
        if (const std::string words = narrowing_in_words(only); !words.empty()) report.note(words);
    }
    const Report before = report;
    std::vector<IncidentBuilder> builders;
    builders.push_back(reader.read(layout, progress, report));
    if (must_read_again(builders[0].day_order_evidence(), layout)) {
        builders.clear();
        report = before;
        builders.push_back(reader.read(layout, progress, report));
    }
    progress.stage("sorting");
    return finished(std::move(builders), origin_of(layout, name, layer_name), threads,
                    std::move(report));
}

TablePreview preview_vector(const std::string& path, const std::string& layer_name, std::size_t n_rows) {
    Report report;
    GdalScope scope;
    const DatasetOwner dataset = open_vector(path);
    std::optional<DatabaseRows> rows;
    if (is_database(path)) rows.emplace(*dataset, layer_name, scope);
    OGRLayer& layer = rows ? rows->layer() : chosen_layer(*dataset, layer_name, report);
    OGRFeatureDefn& definition = *layer.GetLayerDefn();
    TablePreview preview;
    preview.has_geometry = definition.GetGeomFieldCount() > 0 && layer.GetGeomType() != wkbNone;
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        preview.header.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    layer.ResetReading();
    while (preview.rows.size() < n_rows) {
        const FeatureOwner feature(layer.GetNextFeature());
        if (!feature) break;
        auto& row = preview.rows.emplace_back();
        for (int i = 0; i < definition.GetFieldCount(); ++i) row.push_back(text_of(*feature, i));
    }
    return preview;
}

} // namespace geo

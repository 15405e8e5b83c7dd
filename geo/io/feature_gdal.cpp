#include <cmath>
#include <cstring>

#include <ogrsf_frmts.h>

#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_text.hpp"
#include "geo/io/gdal_writer.hpp"

namespace geo {

namespace {

OGRFieldType type_of(const FeatureField& field) {
    if (const auto* column = std::get_if<const Column*>(&field.values)) {
        if ((*column)->type == ColumnType::integer) return OFTInteger64;
        return (*column)->type == ColumnType::real ? OFTReal : OFTString;
    }
    return std::holds_alternative<NumberField>(field.values) ? OFTReal : OFTString;
}

void set_text(OGRFeature& feature, int index, std::string_view text) {
    if (!text.empty()) feature.SetField(index, std::string(text).c_str());
}

/// The same rounding as the text formats, so that a value is the same number in every file.
double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

void set_value(OGRFeature& feature, int index, const FeatureField& field, std::uint32_t row) {
    if (const auto* column = std::get_if<const Column*>(&field.values)) {
        set_text(feature, index, (**column)[row]);
    } else if (const auto* numbers = std::get_if<NumberField>(&field.values)) {
        if (!std::isnan(numbers->values[row]))
            feature.SetField(index, rounded(numbers->values[row], numbers->decimals));
    } else {
        const auto& words = std::get<WordField>(field.values);
        if (words.codes[row] < words.words.size()) set_text(feature, index, words.words[words.codes[row]]);
    }
}

} // namespace

void write_with_gdal(const FeatureTable& table, const std::string& path, const std::string& driver,
                     Progress& progress) {
    GdalWriter writer(path, driver, table.layer, wkbPoint, table.provenance);
    for (const FeatureField& field : table.fields) writer.add_field(field.name, type_of(field));
    std::size_t done = 0;
    for (std::uint32_t row : table.rows) {
        if (done++ % 1024 == 0) progress.at(done, table.rows.size());
        const auto feature = writer.new_feature();
        for (std::size_t i = 0; i < table.fields.size(); ++i)
            set_value(*feature, static_cast<int>(i), table.fields[i], row);
        if (!std::isnan(table.lon_deg[row])) {
            const OGRPoint point(table.lon_deg[row], table.lat_deg[row]);
            feature->SetGeometry(&point);
        }
        writer.write(*feature);
    }
    writer.commit();
}

} // namespace geo

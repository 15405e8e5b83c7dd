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

class GdalSink final : public FeatureSink {
  public:
    GdalSink(const FeatureTable& like, const std::string& path, const std::string& driver)
        : path_(path), places_only_(driver == "FlatGeobuf"), writer_(path, driver, like.layer, wkbPoint) {
        for (const FeatureField& field : like.fields) writer_.add_field(field.name, type_of(field));
    }
    void append(const FeatureTable& part, unsigned, Progress& progress) override {
        std::size_t done = 0;
        for (std::uint32_t row : part.rows) {
            if (done++ % 1024 == 0) progress.at(done, part.rows.size());
            if (places_only_ && std::isnan(part.lon_deg[row]))
                ++n_left_out_;
            else
                write(part, row);
        }
    }
    /// GDAL drops features without a place from a FlatGeobuf and leaves an empty file when none is left: both are said.
    std::vector<std::string> commit(const std::string& provenance) override {
        if (places_only_ && n_written_ == 0)
            throw Error(ErrorKind::Output, "cannot write " + path_ +
                                               ": FlatGeobuf holds no layer without a place; write .geojson or .gpkg");
        writer_.commit(provenance);
        if (n_left_out_ == 0) return {};
        return {std::to_string(n_left_out_) + " incidents without a place are not in " + path_ +
                ": FlatGeobuf cannot hold them"};
    }

  private:
    void write(const FeatureTable& part, std::uint32_t row) {
        const auto feature = writer_.new_feature();
        for (std::size_t i = 0; i < part.fields.size(); ++i)
            set_value(*feature, static_cast<int>(i), part.fields[i], row);
        if (!std::isnan(part.lon_deg[row])) {
            const OGRPoint point(part.lon_deg[row], part.lat_deg[row]);
            feature->SetGeometry(&point);
        }
        writer_.write(*feature);
        ++n_written_;
    }

    std::string path_;
    bool places_only_;
    GdalWriter writer_;
    std::size_t n_written_ = 0, n_left_out_ = 0;
};

} // namespace

std::unique_ptr<FeatureSink> open_with_gdal(const FeatureTable& like, const std::string& path,
                                            const std::string& driver) {
    return std::make_unique<GdalSink>(like, path, driver);
}

} // namespace geo

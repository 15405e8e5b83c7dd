#include "geo/io/gdal_writer.hpp"

#include "geo/core/error.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/io/json_text.hpp"

namespace geo {

namespace {

std::vector<std::string> layer_options(const std::string& driver) {
    if (driver == "ESRI Shapefile") return {"ENCODING=UTF-8"};
    if (driver == "FlatGeobuf") return {"SPATIAL_INDEX=NO"}; // keeps the order
    return {"FID=fid"};
}

std::uint32_t length_at(std::string_view bytes, std::size_t at) {
    std::uint32_t length = 0;
    for (std::size_t i = 4; i-- > 0;) length = length << 8 | static_cast<unsigned char>(bytes[at + i]);
    return length;
}

/// GDAL does not look whether the last of a FlatGeobuf could be written, and a full disk goes unnoticed.
/// Eight bytes of mark, the header, the features (there is no index), each behind its length: the last one
/// ends where the file does.
bool is_whole_flatgeobuf(std::string_view bytes, std::size_t n_features) {
    std::size_t at = 8;
    for (std::size_t i = 0; i <= n_features; ++i) {
        if (at + 4 > bytes.size()) return false;
        at += 4 + std::size_t{length_at(bytes, at)};
    }
    return at == bytes.size();
}

class StringList {
  public:
    explicit StringList(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) list_ = CSLAddString(list_, text.c_str());
    }
    ~StringList() { CSLDestroy(list_); }
    StringList(const StringList&) = delete;
    StringList& operator=(const StringList&) = delete;
    char** get() const { return list_; }

  private:
    char** list_ = nullptr;
};

} // namespace

GdalWriter::GdalWriter(const std::string& path, const std::string& driver, const std::string& layer,
                       OGRwkbGeometryType type, std::string provenance)
    : path_(path), driver_(driver), provenance_(std::move(provenance)), staged_(path) {
    GDALDriver* gdal_driver = GetGDALDriverManager()->GetDriverByName(driver.c_str());
    if (gdal_driver == nullptr) throw Error(ErrorKind::Output, "this GDAL cannot write " + driver);
    dataset_.reset(gdal_driver->Create(staged_.path().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset_) throw Error(ErrorKind::Output, "cannot write " + path + ": " + scope_.text());
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    layer_ = dataset_->CreateLayer(layer.c_str(), &wgs84, type, StringList(layer_options(driver)).get());
    if (layer_ == nullptr) throw Error(ErrorKind::Output, "cannot write " + path + ": " + scope_.text());
    if (dataset_->TestCapability(ODsCTransactions)) dataset_->StartTransaction();
}

void GdalWriter::add_field(const std::string& name, OGRFieldType type) {
    OGRFieldDefn field(name.c_str(), type);
    if (driver_ == "ESRI Shapefile" && type == OFTString) field.SetWidth(254);
    if (layer_->CreateField(&field) != OGRERR_NONE)
        throw Error(ErrorKind::Output, "cannot write " + path_ + ": field '" + name + "': " + scope_.text());
    names_.push_back(name);
}

OGRFeatureUniquePtr GdalWriter::new_feature() {
    return OGRFeatureUniquePtr(OGRFeature::CreateFeature(layer_->GetLayerDefn()));
}

void GdalWriter::write(OGRFeature& feature) {
    if (layer_->CreateFeature(&feature) != OGRERR_NONE)
        throw Error(ErrorKind::Output, "cannot write " + path_ + ": " + scope_.text());
    ++n_written_;
}

void GdalWriter::require_whole() const {
    if (driver_ != "FlatGeobuf" || n_written_ == 0) return;
    if (!is_whole_flatgeobuf(InputBytes::from_file(staged_.path()).view(), n_written_))
        throw Error(ErrorKind::Output,
                    "cannot write " + path_ + ": not all of it was written; is the disk full?");
}

void GdalWriter::commit() {
    std::string names;
    const OGRFeatureDefn* definition = layer_->GetLayerDefn();
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const std::string written = definition->GetFieldDefn(static_cast<int>(i))->GetNameRef();
        if (written == names_[i]) continue;
        names += names.empty() ? "" : ",";
        append_json_string(names, written);
        names += ':';
        append_json_string(names, names_[i]);
    }
    const bool inside = driver_ == "GPKG";
    if (inside) dataset_->SetMetadataItem("BORDERLENS", provenance_.c_str());
    if (dataset_->TestCapability(ODsCTransactions) && dataset_->CommitTransaction() != OGRERR_NONE)
        throw Error(ErrorKind::Output, "cannot write " + path_ + ": " + scope_.text());
    dataset_.reset(); // writes what is still in GDAL's buffers
    if (scope_.n_errors() > 0) throw scope_.error(ErrorKind::Output, "cannot write " + path_);
    require_whole();
    std::string beside = provenance_;
    if (!names.empty() && beside.ends_with('}')) {
        beside.pop_back();
        beside += ",\"field_names\":{" + names + "}}";
    }
    if (!inside && !provenance_.empty())
        write_file_atomically(staged_.path() + ".provenance.json", beside + "\n");
    staged_.commit();
}

} // namespace geo

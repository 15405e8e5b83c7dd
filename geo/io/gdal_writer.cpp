#include "geo/io/gdal_writer.hpp"

#include "geo/core/error.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/io/json_text.hpp"
#include "geo/table/expression_sql.hpp"

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

constexpr const char* kWrittenByUs = "borderlens: ";

std::string in_sql(const DatabaseTarget& target) {
    return (target.schema.empty() ? "" : sql_name(target.schema) + ".") + sql_name(target.table);
}

std::vector<std::string> table_options(const DatabaseTarget& target) {
    std::vector<std::string> options{"LAUNDER=NO", "GEOMETRY_NAME=geom", "FID=borderlens_row",
                                     "SPATIAL_INDEX=GIST"};
    if (!target.schema.empty()) options.push_back("SCHEMA=" + target.schema);
    return options;
}

/// True when there is a table (or view) of that name that this program did not write, by its comment.
bool is_another_table(GDALDataset& dataset, const DatabaseTarget& target) {
    const std::string found = "to_regclass(" + sql_text(in_sql(target)) + ")";
    const std::string sql = "SELECT COALESCE(" + found + " IS NOT NULL AND COALESCE(obj_description(" +
                            found + "::oid), '') NOT LIKE " + sql_text(std::string(kWrittenByUs) + "%") +
                            ", FALSE)::int AS another";
    OGRLayer* const answer = dataset.ExecuteSQL(sql.c_str(), nullptr, nullptr);
    if (answer == nullptr) return false; // the next statement fails too, and says why
    const FeatureOwner row(answer->GetNextFeature());
    const bool another = row && row->GetFieldAsInteger(0) != 0;
    dataset.ReleaseResultSet(answer);
    return another;
}

} // namespace

GdalWriter::GdalWriter(const std::string& path, const std::string& driver, const std::string& layer,
                       OGRwkbGeometryType type)
    : path_(path), driver_(driver) {
    const bool table = driver == "PostgreSQL";
    if (table)
        create_table();
    else
        create_file();
    create_layer(table ? database_target(path).table : layer, type,
                 table ? table_options(database_target(path)) : layer_options(driver));
    if (!table && dataset_->TestCapability(ODsCTransactions)) dataset_->StartTransaction();
}

Error GdalWriter::failure(const std::string& why) const {
    return scope_.error(ErrorKind::Output,
                        "cannot write " + shown_output(path_) + (why.empty() ? "" : ": " + why));
}

void GdalWriter::create_file() {
    staged_.emplace(path_);
    GDALDriver* gdal_driver = GetGDALDriverManager()->GetDriverByName(driver_.c_str());
    if (gdal_driver == nullptr) throw Error(ErrorKind::Output, "this GDAL cannot write " + driver_);
    dataset_.reset(gdal_driver->Create(staged_->path().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset_) throw failure();
}

/// Begins the transaction that `commit` ends.
void GdalWriter::create_table() {
    const DatabaseTarget target = database_target(path_);
    if (target.table.empty())
        throw Error(ErrorKind::Argument,
                    "a database needs the name of a table: \"PG:dbname=gis table=near_border\"");
    dataset_ = open_database_to_write(target.connection);
    if (!dataset_ || dataset_->StartTransaction() != OGRERR_NONE) throw failure();
    if (is_another_table(*dataset_, target))
        throw failure("there is such a table, and borderlens did not write it; name another");
    dataset_->ExecuteSQL(("DROP TABLE IF EXISTS " + in_sql(target)).c_str(), nullptr, nullptr);
    if (scope_.n_errors() > 0) throw failure();
}

void GdalWriter::create_layer(const std::string& name, OGRwkbGeometryType type,
                              const std::vector<std::string>& options) {
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    layer_ = dataset_->CreateLayer(name.c_str(), &wgs84, type, StringList(options).get());
    if (layer_ == nullptr) throw failure();
}

void GdalWriter::add_field(const std::string& name, OGRFieldType type) {
    OGRFieldDefn field(name.c_str(), type);
    if (driver_ == "ESRI Shapefile" && type == OFTString) field.SetWidth(254);
    if (layer_->CreateField(&field) != OGRERR_NONE) throw failure("field '" + name + "'");
    names_.push_back(name);
}

OGRFeatureUniquePtr GdalWriter::new_feature() {
    return OGRFeatureUniquePtr(OGRFeature::CreateFeature(layer_->GetLayerDefn()));
}

void GdalWriter::write(OGRFeature& feature) {
    if (layer_->CreateFeature(&feature) != OGRERR_NONE) throw failure();
    ++n_written_;
}

void GdalWriter::require_whole() const {
    if (driver_ != "FlatGeobuf" || n_written_ == 0) return;
    if (!is_whole_flatgeobuf(InputBytes::from_file(staged_->path()).view(), n_written_))
        throw failure("not all of it was written; is the disk full?");
}

/// "SHORT":"long", ... of the fields whose names the format could not hold.
std::string GdalWriter::shortened_names() const {
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
    return names;
}

void GdalWriter::commit(const std::string& provenance) {
    const std::string names = shortened_names();
    if (driver_ == "GPKG") dataset_->SetMetadataItem("BORDERLENS", provenance.c_str());
    if (!staged_) {
        layer_->SyncToDisk(); // the table is made when its first row comes, or now
        const std::string comment = "COMMENT ON TABLE " + in_sql(database_target(path_)) + " IS ";
        dataset_->ExecuteSQL((comment + sql_text(kWrittenByUs + provenance)).c_str(), nullptr, nullptr);
    }
    if (scope_.n_errors() > 0) throw failure();
    if (dataset_->TestCapability(ODsCTransactions) && dataset_->CommitTransaction() != OGRERR_NONE)
        throw failure();
    dataset_.reset(); // writes what is still in GDAL's buffers
    if (scope_.n_errors() > 0) throw failure();
    if (staged_) put_in_place(names, provenance);
}

void GdalWriter::put_in_place(const std::string& names, const std::string& provenance) {
    require_whole();
    std::string beside = provenance;
    if (!names.empty() && beside.ends_with('}')) {
        beside.pop_back();
        beside += ",\"field_names\":{" + names + "}}";
    }
    if (driver_ != "GPKG" && !provenance.empty())
        write_file_atomically(staged_->path() + ".provenance.json", beside + "\n");
    staged_->commit();
}

} // namespace geo

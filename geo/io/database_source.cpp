#include "geo/io/database_source.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "geo/core/error.hpp"
#include "geo/io/to_wgs84.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/expression_sql.hpp"

namespace geo {

namespace {

using Kind = SqlColumn::Kind;

bool is_query(const std::string& layer) {
    const std::string start = lowered(layer.substr(0, 7));
    return start.starts_with("select ") || start.starts_with("select\n") || start.starts_with("with ");
}

/// GDAL's names of tables: "schema.table" where the schema is not the usual one.
std::string table_in_sql(const std::string& name) {
    const std::size_t dot = name.find('.');
    return dot == std::string::npos ? sql_name(name)
                                    : sql_name(name.substr(0, dot)) + "." + sql_name(name.substr(dot + 1));
}

std::string only_table(GDALDataset& dataset) {
    std::vector<std::string> names;
    for (int i = 0; i < dataset.GetLayerCount(); ++i) {
        OGRLayer& layer = *dataset.GetLayer(i);
        if (layer.GetLayerDefn()->GetGeomFieldCount() > 0) names.emplace_back(layer.GetName());
    }
    if (names.empty())
        throw Error(ErrorKind::Argument,
                    "has no table with a geometry; name a table or a query with --layer");
    if (names.size() > 1)
        throw Error(ErrorKind::Argument,
                    "there are several tables; name one, or a query, with --layer: " + listed(names));
    return names[0];
}

SqlColumn column_of(OGRFieldDefn& field) {
    const OGRFieldSubType subtype = field.GetSubType();
    SqlColumn column{field.GetNameRef(), Kind::other};
    if (subtype == OFSTBoolean || subtype == OFSTFloat32) return column; // written as 1 and 0; few digits
    switch (field.GetType()) {
    case OFTInteger:
    case OFTInteger64:
        column.kind = Kind::integer;
        break;
    case OFTReal:
        column.kind = Kind::real;
        break;
    case OFTString:
        column.kind = Kind::text;
        break;
    case OFTDate:
    case OFTDateTime:
        column.kind = Kind::day;
        break;
    default:
        break;
    }
    return column;
}

std::vector<SqlColumn> columns_of(OGRLayer& layer) {
    std::vector<SqlColumn> columns;
    OGRFeatureDefn& definition = *layer.GetLayerDefn();
    columns.reserve(static_cast<std::size_t>(definition.GetFieldCount()));
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        columns.push_back(column_of(*definition.GetFieldDefn(i)));
    return columns;
}

void add(std::string& condition, const std::string& part) {
    if (part.empty()) return;
    condition += (condition.empty() ? "" : " AND ") + part;
}

/// A vague date may be read as the first day of its month or year, a clock time may be of another zone's day.
std::string days_in_sql(const Filter& only, const RecordLayout& layout,
                        const std::vector<SqlColumn>& columns) {
    const auto role = layout.schema.roles.find(Role::date);
    if (role == layout.schema.roles.end() || columns[role->second].kind != Kind::day) return {};
    const bool vague = layout.schema.roles.contains(Role::date_precision);
    const std::chrono::days margin{vague ? 367 : 2};
    const std::string name = sql_name(columns[role->second].name);
    std::string condition;
    const Day first = *day_from_iso("0001-01-01") + margin, last = *day_from_iso("9999-12-31") - margin;
    if (only.from && *only.from >= first)
        add(condition, name + " >= " + sql_text(iso_from_day(*only.from - margin)));
    if (only.to && *only.to <= last) add(condition, name + " < " + sql_text(iso_from_day(*only.to + margin)));
    return condition;
}

/// Of places in columns; a geometry has the layer's spatial filter.
std::string box_in_sql(const LonLatBox& box, const RecordLayout& layout,
                       const std::vector<SqlColumn>& columns) {
    const auto lon = layout.schema.roles.find(Role::lon), lat = layout.schema.roles.find(Role::lat);
    const auto number = [&](auto role) {
        return role != layout.schema.roles.end() &&
               (columns[role->second].kind == Kind::integer || columns[role->second].kind == Kind::real);
    };
    if (!number(lon) || !number(lat)) return {};
    const auto between = [&](auto role, double low, double high) {
        return sql_name(columns[role->second].name) + "::float8 BETWEEN " + std::to_string(low - 1e-5) +
               " AND " + std::to_string(high + 1e-5);
    };
    return between(lon, box.west, box.east) + " AND " + between(lat, box.south, box.north);
}

/// The box in the layer's CRS, wider where it must be cut out of a bent one.
void put_box(const LonLatBox& box, OGRLayer& layer, const GdalScope& scope) {
    const ToWgs84 way = to_wgs84(layer, scope);
    if (!way.transformation) return layer.SetSpatialFilterRect(box.west, box.south, box.east, box.north);
    const TransformationOwner back(way.transformation->GetInverse());
    constexpr int kPointsOnSide = 64;
    constexpr double kMargin = 0.02;
    double west = 0, south = 0, east = 0, north = 0;
    if (!back || !back->TransformBounds(box.west, box.south, box.east, box.north, &west, &south, &east,
                                        &north, kPointsOnSide))
        return;
    const double dx = kMargin * (east - west), dy = kMargin * (north - south);
    layer.SetSpatialFilterRect(west - dx, south - dy, east + dx, north + dy);
}

/// The fields in their places; those of no use as NULL.
std::string fields_in_sql(OGRLayer& layer, const RecordLayout& layout) {
    std::set<std::size_t> used(layout.kept.begin(), layout.kept.end());
    for (const auto& [role, column] : layout.schema.roles) used.insert(column);
    std::string fields;
    for (std::size_t i = 0; i < layout.header.size(); ++i) {
        const std::string name = sql_name(layout.header[i]);
        fields += (fields.empty() ? "" : ", ") + (used.contains(i) ? name : "NULL::text AS " + name);
    }
    if (layer.GetLayerDefn()->GetGeomFieldCount() > 0)
        fields += (fields.empty() ? "" : ", ") + sql_name(layer.GetGeometryColumn());
    return fields;
}

} // namespace

DatabaseRows::DatabaseRows(GDALDataset& dataset, const std::string& layer, const GdalScope& scope)
    : dataset_(dataset) {
    if (is_query(layer)) {
        name_ = "query";
        from_ = "(" + layer.substr(0, layer.find_last_not_of("; \n\t") + 1) + ")";
    } else {
        name_ = layer.empty() ? only_table(dataset) : layer;
        from_ = table_in_sql(name_);
    }
    dataset.ExecuteSQL("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", nullptr, nullptr);
    ask("SELECT * FROM " + from_ + " AS source", scope);
}

DatabaseRows::~DatabaseRows() {
    if (layer_) dataset_.ReleaseResultSet(layer_);
}

void DatabaseRows::ask(const std::string& sql, const GdalScope& scope) {
    if (layer_) dataset_.ReleaseResultSet(layer_);
    layer_ = dataset_.ExecuteSQL(sql.c_str(), nullptr, nullptr);
    if (!layer_) throw scope.error(ErrorKind::Argument, "cannot read '" + name_ + "'");
}

void DatabaseRows::narrow(const Filter& only, const RecordLayout& layout, const GdalScope& scope) {
    const std::vector<SqlColumn> columns = columns_of(*layer_);
    const bool of_columns = layout.schema.roles.contains(Role::lon); // they win over a geometry
    const bool box = only.bbox && only.bbox->west <= only.bbox->east;
    std::string condition = days_in_sql(only, layout, columns);
    if (box && of_columns) add(condition, box_in_sql(*only.bbox, layout, columns));
    if (!only.where.empty()) add(condition, sql_superset(only.where, columns));
    ask("SELECT " + fields_in_sql(*layer_, layout) + " FROM " + from_ + " AS source" +
            (condition.empty() ? "" : " WHERE " + condition),
        scope);
    if (box && !of_columns && layer_->GetLayerDefn()->GetGeomFieldCount() > 0)
        put_box(*only.bbox, *layer_, scope);
}

} // namespace geo

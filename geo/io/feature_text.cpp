#include "geo/io/feature_text.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "geo/io/csv_text.hpp"
#include "geo/io/json_text.hpp"
#include "geo/io/ordered_blocks.hpp"

namespace geo {

namespace {

void put_column_value(TextBlock& out, const Column& column, std::uint32_t row) {
    const std::string_view text = column[row];
    if (text.empty())
        out.append("null");
    else if (column.type == ColumnType::text)
        out.end_at(put_json_string(out.room(json_string_room(text.size())), text));
    else
        out.append(text);
}

void put_json_value(TextBlock& out, const FeatureField& field, std::uint32_t row) {
    if (const auto* column = std::get_if<const Column*>(&field.values)) {
        put_column_value(out, **column, row);
    } else if (const auto* numbers = std::get_if<NumberField>(&field.values)) {
        out.end_at(put_json_number(out.room(kJsonNumberRoom), numbers->values[row], numbers->decimals));
    } else {
        const auto& words = std::get<WordField>(field.values);
        const std::size_t code = words.codes[row];
        if (code >= words.words.size()) return out.append("null");
        const std::string_view word = words.words[code];
        out.end_at(put_json_string(out.room(json_string_room(word.size())), word));
    }
}

/// `"name":` of every field, escaped once.
std::vector<std::string> json_keys(const FeatureTable& table) {
    std::vector<std::string> keys;
    for (const FeatureField& field : table.fields) {
        std::string key = keys.empty() ? "" : ",";
        append_json_string(key, field.name);
        keys.push_back(key + ":");
    }
    return keys;
}

void put_feature(TextBlock& out, const FeatureTable& table, const std::vector<std::string>& keys,
                 std::uint32_t row) {
    out.append(R"({"type":"Feature","geometry":)");
    if (std::isnan(table.lon_deg[row])) {
        out.append("null");
    } else {
        out.append(R"({"type":"Point","coordinates":)");
        out.end_at(put_json_position(out.room(kJsonPositionRoom), {table.lon_deg[row], table.lat_deg[row]}));
        out.append("}");
    }
    out.append(R"(,"properties":{)");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        out.append(keys[i]);
        put_json_value(out, table.fields[i], row);
    }
    out.append("}}");
}

std::string collection_start(const FeatureTable& table) {
    std::string start = R"({"type":"FeatureCollection","name":)";
    append_json_string(start, table.layer);
    return start;
}

void add_places(const FeatureTable& table, LonLatBox& box) {
    for (std::uint32_t row : table.rows)
        if (!std::isnan(table.lon_deg[row])) box.add({table.lon_deg[row], table.lat_deg[row]});
}

/// With a comma before each.
std::string other_members(const LonLatBox& box, const std::string& provenance) {
    std::string members;
    if (!box.empty()) {
        members += ",\"bbox\":[";
        for (double edge : {box.west, box.south, box.east, box.north}) {
            append_json_number(members, edge, 7);
            members += ',';
        }
        members.back() = ']';
    }
    if (!provenance.empty()) members += ",\"borderlens\":" + provenance;
    return members;
}

constexpr std::string_view kFeaturesMember = ",\"features\":[";

void put_csv_value(TextBlock& out, const FeatureField& field, std::uint32_t row, Formulas formulas) {
    const auto put_text = [&](std::string_view text) {
        out.end_at(put_csv_text(out.room(csv_text_room(text.size())), text, formulas));
    };
    if (const auto* column = std::get_if<const Column*>(&field.values)) {
        put_text((**column)[row]);
    } else if (const auto* numbers = std::get_if<NumberField>(&field.values)) {
        const double value = numbers->values[row];
        if (!std::isnan(value))
            out.end_at(put_json_number(out.room(kJsonNumberRoom), value, numbers->decimals));
    } else {
        const auto& words = std::get<WordField>(field.values);
        if (words.codes[row] < words.words.size()) put_text(words.words[words.codes[row]]);
    }
}

class GeoJsonSink final : public FeatureSink {
  public:
    GeoJsonSink(const FeatureTable& like, const std::string& path) : file_(path), keys_(json_keys(like)) {
        const std::string start = collection_start(like);
        file_.write(start);
        room_at_ = start.size();
        constexpr std::size_t kGrowth = 4096; // counts get longer, codes are added
        if (file_.can_go_back()) room_ = 2 * like.provenance.size() + kGrowth;
        file_.write(std::string(room_, ' '));
        file_.write(kFeaturesMember);
    }
    void append(const FeatureTable& part, unsigned threads, Progress& progress) override {
        if (part.rows.empty()) return;
        add_places(part, box_);
        const std::uint32_t first_row = part.rows.front();
        const bool begins = std::exchange(begins_, false);
        write_rows(file_, part, threads, progress, [&](TextBlock& out, std::uint32_t row) {
            out.append(begins && row == first_row ? "\n" : ",\n");
            put_feature(out, part, keys_, row);
        });
    }
    std::vector<std::string> commit(const std::string& provenance) override {
        const std::string members = other_members(box_, provenance);
        const bool in_front = members.size() <= room_;
        file_.write(in_front ? "\n]}\n" : "\n]" + members + "}\n");
        if (in_front) file_.write_at(room_at_, members);
        file_.commit();
        return {};
    }

  private:
    AtomicFile file_;
    std::vector<std::string> keys_;
    LonLatBox box_;
    std::size_t room_at_ = 0, room_ = 0;
    bool begins_ = true;
};

class GeoJsonLinesSink final : public FeatureSink {
  public:
    GeoJsonLinesSink(const FeatureTable& like, const std::string& path)
        : file_(path), path_(path), keys_(json_keys(like)) {}
    void append(const FeatureTable& part, unsigned threads, Progress& progress) override {
        write_rows(file_, part, threads, progress, [&](TextBlock& out, std::uint32_t row) {
            put_feature(out, part, keys_, row);
            out.append("\n");
        });
    }
    std::vector<std::string> commit(const std::string& provenance) override {
        commit_with_provenance(file_, path_, provenance);
        return {};
    }

  private:
    AtomicFile file_;
    std::string path_;
    std::vector<std::string> keys_;
};

class CsvSink final : public FeatureSink {
  public:
    CsvSink(const FeatureTable& like, const std::string& path)
        : file_(path), path_(path), formulas_(like.keep_formulas ? Formulas::kept : Formulas::disarmed) {
        std::string head;
        for (const FeatureField& field : like.fields) {
            if (!head.empty()) head += ',';
            append_csv_text(head, field.name, formulas_);
        }
        file_.write(head + "\r\n"); // RFC 4180
    }
    void append(const FeatureTable& part, unsigned threads, Progress& progress) override {
        write_rows(file_, part, threads, progress, [&](TextBlock& out, std::uint32_t row) {
            for (std::size_t i = 0; i < part.fields.size(); ++i) {
                if (i > 0) out.append(",");
                put_csv_value(out, part.fields[i], row, formulas_);
            }
            out.append("\r\n");
        });
    }
    std::vector<std::string> commit(const std::string& provenance) override {
        commit_with_provenance(file_, path_, provenance);
        return {};
    }

  private:
    AtomicFile file_;
    std::string path_;
    Formulas formulas_;
};

} // namespace

void write_geojson(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress) {
    AtomicFile file(path);
    LonLatBox box;
    add_places(table, box);
    file.write(collection_start(table) + other_members(box, table.provenance) + std::string(kFeaturesMember));
    const std::vector<std::string> keys = json_keys(table);
    const std::uint32_t first_row = table.rows.empty() ? 0 : table.rows.front();
    write_rows(file, table, threads, progress, [&](TextBlock& out, std::uint32_t row) {
        out.append(row == first_row ? "\n" : ",\n");
        put_feature(out, table, keys, row);
    });
    file.write("\n]}\n");
    file.commit();
}

std::unique_ptr<FeatureSink> open_geojson(const FeatureTable& like, const std::string& path) {
    return std::make_unique<GeoJsonSink>(like, path);
}

std::unique_ptr<FeatureSink> open_geojson_lines(const FeatureTable& like, const std::string& path) {
    return std::make_unique<GeoJsonLinesSink>(like, path);
}

std::unique_ptr<FeatureSink> open_csv(const FeatureTable& like, const std::string& path) {
    return std::make_unique<CsvSink>(like, path);
}

} // namespace geo

#include "geo/io/feature_text.hpp"

#include <cmath>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "geo/core/parallel.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/json_text.hpp"
#include "geo/io/text_block.hpp"

namespace geo {

namespace {

constexpr std::size_t kRowsPerBlock = 2048; // about a megabyte of text

/// Takes blocks in order, whoever brings them when: a block that is early waits for its turn.
class OrderedBlocks {
  public:
    explicit OrderedBlocks(AtomicFile& file) : file_(file) {}

    void write(std::size_t index, std::string_view bytes) {
        std::unique_lock lock(mutex_);
        turned_.wait(lock, [&] { return given_up_ || next_ == index; });
        if (given_up_) return;
        lock.unlock(); // nobody else's turn: the others format meanwhile
        file_.write(bytes);
        lock.lock();
        ++next_;
        turned_.notify_all();
    }
    /// After an exception: nobody waits for what does not come any more.
    void give_up() {
        const std::scoped_lock lock(mutex_);
        given_up_ = true;
        turned_.notify_all();
    }

  private:
    AtomicFile& file_;
    std::mutex mutex_;
    std::condition_variable turned_;
    std::size_t next_ = 0;
    bool given_up_ = false;
};

/// Calls format(block, row) for all. Holds one block a thread in memory.
template <class FormatRow>
void write_rows(AtomicFile& file, const FeatureTable& table, unsigned threads, Progress& progress,
                const FormatRow& format) {
    OrderedBlocks blocks(file);
    std::mutex mutex;
    std::vector<TextBlock> at_rest; // their room is used again
    const auto taken = [&] {
        const std::scoped_lock lock(mutex);
        if (at_rest.empty()) return TextBlock();
        TextBlock block = std::move(at_rest.back());
        at_rest.pop_back();
        return block;
    };
    parallel_for(table.rows.size(), kRowsPerBlock, threads, [&](std::size_t first, std::size_t last) {
        try {
            TextBlock out = taken();
            for (std::size_t i = first; i < last; ++i) format(out, table.rows[i]);
            blocks.write(first / kRowsPerBlock, out.text());
            out.clear();
            {
                const std::scoped_lock lock(mutex);
                at_rest.push_back(std::move(out));
            }
            progress.at(last, table.rows.size());
        } catch (...) {
            blocks.give_up();
            throw;
        }
    });
}

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

std::string collection_head(const FeatureTable& table) {
    std::string head = R"({"type":"FeatureCollection","name":)";
    append_json_string(head, table.layer);
    LonLatBox box;
    for (std::uint32_t row : table.rows)
        if (!std::isnan(table.lon_deg[row])) box.add({table.lon_deg[row], table.lat_deg[row]});
    if (!box.empty()) {
        head += ",\"bbox\":[";
        for (double edge : {box.west, box.south, box.east, box.north}) {
            append_json_number(head, edge, 7);
            head += ',';
        }
        head.back() = ']';
    }
    if (!table.provenance.empty()) head += ",\"borderlens\":" + table.provenance;
    return head + ",\"features\":[";
}

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

} // namespace

void write_geojson(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress) {
    AtomicFile file(path);
    file.write(collection_head(table));
    const std::vector<std::string> keys = json_keys(table);
    const std::uint32_t first_row = table.rows.empty() ? 0 : table.rows.front();
    write_rows(file, table, threads, progress, [&](TextBlock& out, std::uint32_t row) {
        out.append(row == first_row ? "\n" : ",\n");
        put_feature(out, table, keys, row);
    });
    file.write("\n]}\n");
    file.commit();
}

void write_geojson_lines(const FeatureTable& table, const std::string& path, unsigned threads,
                         Progress& progress) {
    AtomicFile file(path);
    const std::vector<std::string> keys = json_keys(table);
    write_rows(file, table, threads, progress, [&](TextBlock& out, std::uint32_t row) {
        put_feature(out, table, keys, row);
        out.append("\n");
    });
    commit_with_provenance(file, path, table.provenance);
}

void write_csv(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress) {
    AtomicFile file(path);
    const Formulas formulas = table.keep_formulas ? Formulas::kept : Formulas::disarmed;
    std::string head;
    for (const FeatureField& field : table.fields) {
        if (!head.empty()) head += ',';
        append_csv_text(head, field.name, formulas);
    }
    file.write(head + "\r\n"); // RFC 4180
    write_rows(file, table, threads, progress, [&](TextBlock& out, std::uint32_t row) {
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            if (i > 0) out.append(",");
            put_csv_value(out, table.fields[i], row, formulas);
        }
        out.append("\r\n");
    });
    commit_with_provenance(file, path, table.provenance);
}

} // namespace geo

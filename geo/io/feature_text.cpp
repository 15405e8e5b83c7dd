#include "geo/io/feature_text.hpp"

#include <atomic>
#include <cmath>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "geo/core/parallel.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/json_text.hpp"

namespace geo {

namespace {

constexpr std::size_t kRowsPerBlock = 2048; // about a megabyte of text

using FormatRow = std::function<void(std::string&, std::uint32_t row)>;

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

/// Holds one block a thread in memory.
void write_rows(AtomicFile& file, const FeatureTable& table, unsigned threads, Progress& progress,
                const FormatRow& format) {
    OrderedBlocks blocks(file);
    std::atomic<std::size_t> usual_bytes{0};
    parallel_for(table.rows.size(), kRowsPerBlock, threads, [&](std::size_t first, std::size_t last) {
        try {
            std::string out;
            out.reserve(usual_bytes + usual_bytes / 8);
            for (std::size_t i = first; i < last; ++i) format(out, table.rows[i]);
            usual_bytes = out.size();
            blocks.write(first / kRowsPerBlock, out);
            progress.at(last, table.rows.size());
        } catch (...) {
            blocks.give_up();
            throw;
        }
    });
}

void append_column_value(std::string& out, const Column& column, std::uint32_t row) {
    const std::string_view text = column[row];
    if (text.empty()) out += "null";
    else if (column.type == ColumnType::text) append_json_string(out, text);
    else out += text;
}

void append_json_value(std::string& out, const FeatureField& field, std::uint32_t row) {
    if (const auto* column = std::get_if<const Column*>(&field.values)) {
        append_column_value(out, **column, row);
    } else if (const auto* numbers = std::get_if<NumberField>(&field.values)) {
        append_json_number(out, numbers->values[row], numbers->decimals);
    } else {
        const auto& words = std::get<WordField>(field.values);
        const std::size_t code = words.codes[row];
        if (code < words.words.size()) append_json_string(out, words.words[code]);
        else out += "null";
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

void append_feature(std::string& out, const FeatureTable& table, const std::vector<std::string>& keys,
                    std::uint32_t row) {
    out += R"({"type":"Feature","geometry":)";
    if (std::isnan(table.lon_deg[row])) {
        out += "null";
    } else {
        out += R"({"type":"Point","coordinates":)";
        append_json_position(out, {table.lon_deg[row], table.lat_deg[row]});
        out += '}';
    }
    out += R"(,"properties":{)";
    for (std::size_t i = 0; i < keys.size(); ++i) {
        out += keys[i];
        append_json_value(out, table.fields[i], row);
    }
    out += "}}";
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

void append_csv_value(std::string& out, const FeatureField& field, std::uint32_t row, Formulas formulas) {
    if (const auto* column = std::get_if<const Column*>(&field.values)) {
        append_csv_text(out, (**column)[row], formulas);
    } else if (const auto* numbers = std::get_if<NumberField>(&field.values)) {
        if (!std::isnan(numbers->values[row])) append_json_number(out, numbers->values[row], numbers->decimals);
    } else {
        const auto& words = std::get<WordField>(field.values);
        if (words.codes[row] < words.words.size())
            append_csv_text(out, words.words[words.codes[row]], formulas);
    }
}

} // namespace

void write_geojson(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress) {
    AtomicFile file(path);
    file.write(collection_head(table));
    const std::vector<std::string> keys = json_keys(table);
    const std::uint32_t first_row = table.rows.empty() ? 0 : table.rows.front();
    write_rows(file, table, threads, progress, [&](std::string& out, std::uint32_t row) {
        out += row == first_row ? "\n" : ",\n";
        append_feature(out, table, keys, row);
    });
    file.write("\n]}\n");
    file.commit();
}

void write_geojson_lines(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress) {
    AtomicFile file(path);
    const std::vector<std::string> keys = json_keys(table);
    write_rows(file, table, threads, progress, [&](std::string& out, std::uint32_t row) {
        append_feature(out, table, keys, row);
        out += '\n';
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
    write_rows(file, table, threads, progress, [&](std::string& out, std::uint32_t row) {
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            if (i > 0) out += ',';
            append_csv_value(out, table.fields[i], row, formulas);
        }
        out += "\r\n";
    });
    commit_with_provenance(file, path, table.provenance);
}

} // namespace geo

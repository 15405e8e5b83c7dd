// The delimited reader: any bytes are a table, or an Error. What is read does not depend on the number of threads, nor on
// whether it is read at once or in parts.

#include <memory>
#include <optional>

#include "fuzz_values.hpp"
#include "geo/io/delimited_source.hpp"
#include "geo/io/text_parts.hpp"

namespace {

/// What both ways of reading must agree on.
struct Answer {
    std::uint64_t n_rows = 0, n_rejected = 0, n_read = 0, n_suspicious = 0, row_numbers = 0;
    std::optional<geo::DayWindow> period;
    std::vector<geo::ColumnType> types;
    bool operator==(const Answer&) const = default;

    void add(const geo::LoadedIncidents& loaded) {
        n_rows += loaded.table->size();
        for (const std::uint64_t row : loaded.table->input_row) row_numbers += row;
        types.clear();
        for (const geo::Column& column : loaded.table->columns) types.push_back(column.type);
    }
    void conclude(const geo::Report& report) {
        n_rejected = report.rejected().size();
        n_read = report.rows_read;
        n_suspicious = report.n_suspicious();
        period = report.period;
    }
};

struct Collector final : geo::PartTaker {
    Answer answer;
    geo::Report report;
    void begin() override {
        answer = {};
        report = {};
    }
    void take(geo::LoadedIncidents part) override {
        answer.add(part);
        report.append(part.report);
    }
};

constexpr std::size_t kMostIds = 1'000'000;

/// Nothing for text that is not read in parts.
std::optional<Answer> in_parts(const std::string& bytes) {
    geo::NoProgress progress;
    geo::SourceSpec source;
    source.path = "fuzz.csv";
    constexpr std::size_t kPart = 50;
    const auto parts =
        geo::delimited_parts(std::make_shared<const geo::InputBytes>(geo::InputBytes(bytes)), kPart, source, 1);
    if (!parts) return {};
    Collector collector;
    geo::read_in_parts(*parts, source, {true, {}}, {kPart, kMostIds, false}, {}, 2, progress, collector);
    collector.answer.conclude(collector.report);
    return collector.answer;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(fuzz::text_of(data, size));
    std::optional<Answer> whole, parts;
    fuzz::expect_answer_or_error([&] {
        geo::NoProgress progress;
        const auto load = [&](unsigned threads) {
            return geo::load_delimited(geo::InputBytes(bytes), "fuzz.csv", {}, {true, {}}, threads, progress);
        };
        const geo::LoadedIncidents one = load(1), two = load(2);
        const geo::IncidentTable &table = *one.table, &other = *two.table;
        fuzz::require(table.size() == other.size() && table.input_row == other.input_row, "threads change nothing");
        fuzz::require(one.report.rejected().size() == two.report.rejected().size(), "threads reject the same");
        fuzz::require(one.counts || table.size() + one.report.rejected().size() <= one.report.rows_read,
                      "every row is read, and is an incident or rejected once");
        for (geo::RowId row = 0; row < table.size(); ++row) {
            if (!table.located(row)) continue;
            fuzz::require(table.lon_deg[row] >= -180 && table.lon_deg[row] <= 180, "a longitude");
            fuzz::require(table.lat_deg[row] >= -90 && table.lat_deg[row] <= 90, "a latitude");
        }
        whole.emplace().add(one);
        whole->conclude(one.report);
    });
    fuzz::expect_answer_or_error([&] { parts = in_parts(bytes); });
    if (parts) fuzz::require(whole && (*parts == *whole || whole->n_rows == 0), "parts are the whole");
    return 0;
}

// The delimited reader: any bytes are a table, or an Error. What is read does not depend on the number of threads.

#include "fuzz_values.hpp"
#include "geo/io/delimited_source.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::expect_answer_or_error([&] {
        geo::NoProgress progress;
        const std::string bytes(fuzz::text_of(data, size));
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
    });
    return 0;
}

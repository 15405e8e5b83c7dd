// --where: any text is an expression that gives a byte of 0 or 1 for each row, or an Error.

#include "fuzz_values.hpp"
#include "geo/io/delimited_source.hpp"
#include "geo/table/expression.hpp"

namespace {

const geo::IncidentTable& table() {
    static const geo::LoadedIncidents loaded = [] {
        geo::NoProgress progress;
        return geo::load_delimited(geo::InputBytes("id,date,longitude,latitude,deaths,kind,note\n"
                                                   "1,2021-01-10,71.5,34.0,3,Battles,'x'\n2,,,,,,\n"
                                                   "3,2021-03,62.3,25.1,12.5,Riots,a%b\n"),
                                   "fuzz.csv", {}, {true, {}}, 1, progress);
    }();
    return *loaded.table;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::expect_answer_or_error([&] {
        const std::string text(fuzz::text_of(data, size));
        const auto passes = geo::Expression::parse(text).evaluate(table());
        fuzz::require(passes.size() == table().size(), "a byte for each row");
        const auto fails = geo::Expression::parse("not (" + text + ")").evaluate(table());
        for (std::size_t row = 0; row < passes.size(); ++row)
            fuzz::require(passes[row] + fails[row] == 1, "an expression or its contrary holds, never both");
    });
    return 0;
}

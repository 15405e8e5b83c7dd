// The guess at roles: any header gives roles within it, or an Error.

#include "fuzz_values.hpp"
#include "geo/table/schema.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<std::string> header(1);
    for (const char c : fuzz::text_of(data, size))
        if (c == ',') header.emplace_back();
        else header.back() += c;
    for (const bool has_geometry : {false, true})
        fuzz::expect_answer_or_error([&] {
            const geo::Schema schema = geo::recognise_schema(header, {}, has_geometry);
            for (const auto& [role, column] : schema.roles)
                fuzz::require(column < header.size(), "a role is played by a column of the header");
        });
    return 0;
}

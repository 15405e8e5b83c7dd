// Dates: any text is a span of days in order within the calendar, or a reason.

#include "fuzz_values.hpp"
#include "geo/core/civil.hpp"
#include "geo/table/incident_date.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    for (const auto order : {geo::DayOrder::automatic, geo::DayOrder::day_first, geo::DayOrder::month_first}) {
        geo::DateReader reader(order);
        const char* reason = nullptr;
        const auto span = reader.read(text, reason);
        fuzz::require(span.has_value() || reason != nullptr, "what is no date has a reason");
        if (!span) continue;
        fuzz::require(span->first <= span->last, "a span begins before it ends");
        const std::string iso = geo::iso_from_day(geo::day_from_number(span->first));
        const auto again = geo::DateReader(order).read(iso, reason);
        fuzz::require(again && again->first == span->first, "a day read is a day written and read again");
    }
    if (const auto window = geo::window_from_text(text)) fuzz::require(window->first < window->last, "a window has days");
    return 0;
}

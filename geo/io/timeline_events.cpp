#include "geo/io/timeline_events.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "geo/core/error.hpp"
#include "geo/io/delimited_text.hpp"
#include "geo/io/reference_layers.hpp"

namespace geo {

namespace {

constexpr std::array<std::string_view, 6> kColumns{"date", "date_end", "title", "note", "source", "url"};
using Places = std::array<std::size_t, kColumns.size()>;

[[noreturn]] void fail(std::size_t record, const std::string& why) {
    throw Error(ErrorKind::Format, fmt::format("row {}: {}", record, why));
}

Places places_of(const DelimitedRecord& header) {
    Places places{};
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        const auto found = std::find(header.fields.begin(), header.fields.end(), kColumns[i]);
        if (found == header.fields.end()) fail(1, fmt::format("there is no column '{}'", kColumns[i]));
        places[i] = static_cast<std::size_t>(found - header.fields.begin());
    }
    return places;
}

Day day_of(std::string_view text, std::size_t record) {
    const auto day = day_from_iso(text);
    if (!day) fail(record, fmt::format("'{}' is not a date like 2021-08-15", text));
    return *day;
}

TimelineEvent event_of(const DelimitedRecord& record, const Places& places, std::size_t number) {
    const auto field = [&](std::size_t column) {
        if (places[column] >= record.fields.size()) fail(number, "there are too few fields");
        return record.fields[places[column]];
    };
    TimelineEvent event;
    event.first = day_of(field(0), number);
    event.last = field(1).empty() ? event.first : day_of(field(1), number);
    if (event.last < event.first) fail(number, "date_end is before date");
    event.title = field(2);
    event.note = field(3);
    event.source = field(4);
    event.url = field(5);
    return event;
}

std::vector<TimelineEvent> events_of(std::string_view text) {
    RecordScanner scanner(text, ',', text.starts_with("\xef\xbb\xbf") ? 3 : 0);
    DelimitedRecord record;
    if (!scanner.next(record)) fail(1, "the file is empty");
    const Places places = places_of(record);
    std::vector<TimelineEvent> events;
    for (std::size_t number = 2; scanner.next(record); ++number)
        if (!record.blank()) events.push_back(event_of(record, places, number));
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    return events;
}

} // namespace

std::vector<TimelineEvent> load_timeline_events(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(ErrorKind::Io, "cannot open " + path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    try {
        return events_of(text);
    } catch (const Error& error) {
        throw error.with_context("cannot load " + path);
    }
}

std::vector<TimelineEvent> load_timeline_events() {
    return load_timeline_events(datasets_folder() + "/timeline_events.csv");
}

} // namespace geo

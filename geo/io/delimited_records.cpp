#include "geo/io/delimited_records.hpp"

#include <algorithm>
#include <memory>

#include "geo/core/error.hpp"
#include "geo/io/record_layout.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

/// "sep=;" as spreadsheets write it before the header.
bool is_separator_line(const DelimitedRecord& record) {
    return record.text.size() == 5 && same_but_for_case(record.text.substr(0, 4), "sep=");
}

void add_record(IncidentBuilder& builder, const DelimitedRecord& record) {
    if (record.blank()) return builder.skip_blank();
    if (record.fault == RecordFaultKind::text_after_quote)
        return builder.reject("text stands between a closing quote and the separator", record.text);
    if (record.fault == RecordFaultKind::unclosed_quote) {
        const auto n_lines = std::count(record.text.begin(), record.text.end(), '\n');
        return builder.reject("a quote is opened and never closed: the " + std::to_string(n_lines + 1) +
                                  " lines up to the end of the file are this record",
                              record.text);
    }
    builder.add(record.fields, record.text);
}

} // namespace

void read_header(std::string_view text, DelimitedHead& head, Report& report) {
    RecordScanner lines(text, '\0', head.first);
    DelimitedRecord record;
    std::size_t at = head.first;
    std::uint64_t row = 1;
    bool separator_given = false;
    for (; lines.next(record); at = lines.position(), ++row) {
        if (record.blank()) continue;
        if (separator_given || !is_separator_line(record)) break;
        head.separator = record.text.back();
        separator_given = true;
        report.note("the separator is given by a first line 'sep='");
    }
    if (!separator_given) head.separator = separator_of_header(text, at);
    RecordScanner scanner(text, head.separator, at);
    if (!scanner.next(record)) throw Error(ErrorKind::Empty, "is empty");
    if (record.fault != RecordFaultKind::none)
        throw Error(ErrorKind::Format, "the quotes of the header do not match");
    for (const std::string_view name : record.fields) head.header.emplace_back(trimmed(name));
    head.first = scanner.position();
    head.next_row = row + 1;
}

void pass_tag_row(std::string_view text, DelimitedHead& head, Report& report) {
    RecordScanner scanner(text, head.separator, head.first);
    DelimitedRecord record;
    if (!scanner.next(record) || record.fault != RecordFaultKind::none || !is_hxl_tag_row(record.fields))
        return;
    report.note("1 HXL tag row recognised (row " + std::to_string(head.next_row) + ")");
    ++report.rows_read;
    head.first = scanner.position();
    ++head.next_row;
}

std::vector<IncidentBuilder> read_builders(const DelimitedText& in, const RecordLayout& layout,
                                           unsigned threads, Progress& progress, std::size_t* end) {
    const auto shared = std::make_shared<const RecordLayout>(layout);
    constexpr std::size_t kUsualRecord = 100;
    return read_chunks(
        in, threads, progress,
        [&](std::size_t bytes) {
            IncidentBuilder builder(shared);
            builder.reserve(bytes / kUsualRecord, bytes);
            return builder;
        },
        add_record, end);
}

} // namespace geo

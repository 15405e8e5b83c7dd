#include "geo/io/delimited_source.hpp"

#include <algorithm>

#include "geo/core/error.hpp"
#include "geo/io/count_records.hpp"
#include "geo/io/delimited_text.hpp"
#include "geo/io/record_layout.hpp"
#include "geo/io/text_encoding.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

/// What stands before the first record of incidents.
struct Head {
    std::vector<std::string> header;
    char separator = ',';
    std::size_t first = 0;      ///< where the first record after it starts
    std::uint64_t next_row = 2; ///< its number; the first line of the file is row 1
    std::uint64_t n_tag_rows = 0;
};

/// "sep=;" as spreadsheets write it before the header.
bool is_separator_line(const DelimitedRecord& record) {
    return record.text.size() == 5 && same_but_for_case(record.text.substr(0, 4), "sep=");
}

void read_header(std::string_view text, Head& head, Report& report) {
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

void pass_tag_row(std::string_view text, Head& head, Report& report) {
    RecordScanner scanner(text, head.separator, head.first);
    DelimitedRecord record;
    if (!scanner.next(record) || record.fault != RecordFaultKind::none || !is_hxl_tag_row(record.fields))
        return;
    report.note("1 HXL tag row recognised (row " + std::to_string(head.next_row) + ")");
    ++report.rows_read;
    head.first = scanner.position();
    ++head.next_row;
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

std::vector<IncidentBuilder> read_builders(const DelimitedText& in, const RecordLayout& layout,
                                           unsigned threads, Progress& progress) {
    const auto shared = std::make_shared<const RecordLayout>(layout);
    constexpr std::size_t kUsualRecord = 100;
    return read_chunks(
        in, threads, progress,
        [&](std::size_t bytes) {
            IncidentBuilder builder(shared);
            builder.reserve(bytes / kUsualRecord, bytes);
            return builder;
        },
        add_record);
}

/// Few and small: a district has a row a month.
LoadedIncidents load_counts(std::string_view text, const Head& head, const std::string& name,
                            const CountLayout& layout, Report report) {
    CountTable counts;
    counts.district_column = head.header[layout.district];
    counts.incidents_column = head.header[layout.incidents];
    if (layout.deaths) counts.deaths_column = head.header[*layout.deaths];
    const auto month = layout.month ? head.header[*layout.month] + ", " : "";
    counts.period_column = layout.period ? head.header[*layout.period] : month + head.header[*layout.year];
    RecordScanner scanner(text, head.separator, head.first);
    DelimitedRecord record;
    for (std::uint64_t row = head.next_row; scanner.next(record); ++row) {
        if (record.blank()) continue;
        ++report.rows_read;
        if (record.fault == RecordFaultKind::none)
            add_count_record(record.fields, record.text, row, head.header, layout, counts, report);
        else
            report.reject({row, "", "", "the quotes of the record do not match", std::string(record.text)});
    }
    if (counts.rows.empty()) throw Error(ErrorKind::Empty, "has no count that can be read");
    auto table = std::make_shared<IncidentTable>();
    RecordLayout origin;
    origin.header = head.header;
    table->origin = origin_of(origin, name, {});
    report.note("counts by district and period: no incident has a place or a day of its own");
    return {std::move(table), std::move(report), std::make_shared<const CountTable>(std::move(counts))};
}

} // namespace

LoadedIncidents load_delimited(InputBytes bytes, const std::string& name, const SourceSpec& source,
                               const ColumnRequest& columns, unsigned threads, Progress& progress) {
    Report report;
    const Utf8Input input = utf8_input(std::move(bytes), threads, report);
    const std::string_view text = input.bytes.view();
    Head head;
    head.first = input.first;
    read_header(text, head, report);
    if (const auto counts = count_layout_of(head.header, source.roles)) {
        pass_tag_row(text, head, report);
        return load_counts(text, head, name, *counts, std::move(report));
    }
    RecordLayout layout = layout_of(head.header, source, columns, false, report);
    pass_tag_row(text, head, report);

    const DelimitedText in{text, head.separator, head.first};
    auto builders = read_builders(in, layout, threads, progress);
    if (must_read_again(evidence_of(builders), layout))
        builders = read_builders(in, layout, threads, progress);
    number_records(builders, head.next_row);
    progress.stage("sorting");
    return finished(std::move(builders), origin_of(layout, name, {}), threads, std::move(report));
}

TablePreview preview_delimited(InputBytes bytes, std::size_t n_rows) {
    Report report;
    const Utf8Input input = utf8_input(std::move(bytes), 1, report);
    const std::string_view text = input.bytes.view();
    Head head;
    head.first = input.first;
    read_header(text, head, report);
    pass_tag_row(text, head, report);
    TablePreview preview;
    RecordScanner scanner(text, head.separator, head.first);
    DelimitedRecord record;
    while (preview.rows.size() < n_rows && scanner.next(record)) {
        if (record.blank()) continue;
        auto& row = preview.rows.emplace_back(record.fields.begin(), record.fields.end());
        row.resize(head.header.size());
    }
    preview.header = std::move(head.header);
    return preview;
}

} // namespace geo

#include "geo/io/delimited_source.hpp"

#include "geo/core/error.hpp"
#include "geo/io/count_records.hpp"
#include "geo/io/delimited_records.hpp"
#include "geo/io/record_layout.hpp"
#include "geo/io/text_encoding.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

/// Few and small: a district has a row a month.
LoadedIncidents load_counts(std::string_view text, const DelimitedHead& head, const std::string& name,
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
    DelimitedHead head;
    head.first = input.first;
    read_header(text, head, report);
    if (const auto counts = count_layout_of(head.header, source.roles)) {
        pass_tag_row(text, head, report);
        return load_counts(text, head, name, *counts, std::move(report));
    }
    RecordLayout layout = layout_of(head.header, source, columns, false, report);
    pass_tag_row(text, head, report);

    DelimitedText in;
    in.text = text;
    in.separator = head.separator;
    in.first = head.first;
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
    DelimitedHead head;
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

#include "geo/io/incident_parts.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "geo/io/database_path.hpp"
#include "geo/io/gdal_scope.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/io/input_form.hpp"
#include "geo/io/record_layout.hpp"
#include "geo/io/text_parts.hpp"
#include "geo/table/repeated_ids.hpp"

namespace geo {

namespace {

/// The types that the values of all parts so far allow, by column.
class TypesOfParts {
  public:
    void forget() { types_.clear(); }
    /// Parts taken from now on are of the types known by now.
    void begin() { widened_ = false; }
    /// A type was widened since: parts taken before it had the narrower one.
    bool widened() const { return widened_; }

    void settle(std::vector<Column>& columns, bool first_part) {
        types_.resize(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i].all_empty()) {
                const ColumnType both = types_[i] ? wider(*types_[i], columns[i].type) : columns[i].type;
                widened_ = widened_ || (types_[i].value_or(ColumnType::text) != both && !first_part);
                types_[i] = both;
            }
            columns[i].type = types_[i].value_or(ColumnType::text);
        }
    }

  private:
    static ColumnType wider(ColumnType a, ColumnType b) {
        if (a == b) return a;
        return a == ColumnType::text || b == ColumnType::text ? ColumnType::text : ColumnType::real;
    }

    std::vector<std::optional<ColumnType>> types_; ///< none: no value so far
    bool widened_ = false;
};

/// Whatever goes wrong in `read` is told of the file.
template <typename Read>
auto reading(const SourceSpec& source, Read&& read) {
    try {
        return read();
    } catch (const Error& error) {
        throw error.with_context("cannot load " + shown_source(source.path));
    }
}

/// One file, from pass to pass until nothing is learnt any more.
class PartsReader {
  public:
    PartsReader(TextParts& text, const SourceSpec& source, const ColumnRequest& columns, PartSizes sizes,
                FileStamp stamp, unsigned threads, Progress& progress, PartTaker& taker)
        : text_(text), source_(source), columns_(columns), sizes_(sizes), stamp_(std::move(stamp)),
          threads_(threads), progress_(progress), taker_(taker) {}

    void read() {
        taking_ = !sizes_.look_first;
        while (!pass() || !std::exchange(taking_, true)) {}
    }

  private:
    /// False when the parts have to be read again.
    bool pass();
    void take(std::vector<IncidentBuilder> builders, const RecordLayout& layout, Report notes, bool first_part);

    TextParts& text_;
    const SourceSpec& source_;
    const ColumnRequest& columns_;
    PartSizes sizes_;
    bool taking_ = true; ///< else the parts are only looked through
    FileStamp stamp_;
    unsigned threads_;
    Progress& progress_;
    PartTaker& taker_;
    DayOrder order_ = DayOrder::automatic; ///< what the whole column showed
    TypesOfParts types_;
    RepeatedIds ids_;
};

void PartsReader::take(std::vector<IncidentBuilder> builders, const RecordLayout& layout, Report notes,
                       bool first_part) {
    progress_.stage("merging");
    const bool knew_all = ids_.is_full();
    const PartsBefore before{
        &ids_, [&](std::vector<Column>& columns) { types_.settle(columns, first_part); }};
    LoadedIncidents part = reading(source_, [&] {
        return finished_part(std::move(builders),
                             origin_of(layout, file_name_of(source_.path), text_.layer()), threads_,
                             std::move(notes), before);
    });
    part.stamp = stamp_;
    if (!knew_all && ids_.is_full())
        part.report.note("repeated identifiers are looked for among the first " + std::to_string(sizes_.most_ids));
    if (taking_ && !types_.widened()) taker_.take(std::move(part));
}

bool PartsReader::pass() {
    Report notes;
    RecordLayout layout = reading(source_, [&] { return text_.begin(source_, columns_, notes); });
    if (order_ != DayOrder::automatic) layout.day_order = order_;
    types_.begin();
    ids_ = RepeatedIds(sizes_.most_ids);
    if (taking_) taker_.begin();
    DayOrderEvidence evidence;
    std::uint64_t row = text_.first_row();
    for (bool first_part = true;; first_part = false) {
        progress_.stage("reading incidents");
        auto builders = reading(source_, [&] { return text_.next(layout, threads_, progress_); });
        if (builders.empty()) break;
        evidence.add(evidence_of(builders));
        number_records(builders, row);
        for (const IncidentBuilder& builder : builders) row += builder.n_records();
        // What is known to be read again is only looked through.
        if (!text_.columns_came()) take(std::move(builders), layout, std::exchange(notes, {}), first_part);
    }
    if (text_.columns_came()) {
        types_.forget();
        return false;
    }
    if (reading(source_, [&] { return must_read_again(evidence, layout); })) {
        order_ = layout.day_order;
        return false;
    }
    return !types_.widened();
}

} // namespace

void read_in_parts(TextParts& text, const SourceSpec& source, const ColumnRequest& columns,
                   const PartSizes& sizes, const FileStamp& stamp, unsigned threads, Progress& progress,
                   PartTaker& taker) {
    PartsReader(text, source, columns, sizes, stamp, threads, progress, taker).read();
}

namespace {

std::unique_ptr<TextParts> text_parts(const std::shared_ptr<const InputBytes>& bytes, const SourceSpec& source,
                                      std::size_t part_bytes, unsigned threads) {
    const std::string name = file_name_of(source.path);
    switch (form_of(bytes->view(), source.path)) {
    case InputForm::delimited:
        return delimited_parts(bytes, part_bytes, source, threads);
    case InputForm::geojson:
        return geojson_parts(bytes, part_bytes, name.substr(0, name.find_last_of('.')), source, threads);
    default:
        return nullptr;
    }
}

} // namespace

bool load_in_parts(const SourceSpec& source, const ColumnRequest& columns, const PartSizes& sizes,
                   unsigned threads, Progress& progress, PartTaker& taker) {
    if (source.path == "-" || is_database(source.path)) return false;
    const auto opened = reading(source, [&] {
        refuse_unsafe_path(source.path);
        FileStamp stamp = stamp_of(source.path);
        return std::pair(std::move(stamp), std::make_shared<const InputBytes>(InputBytes::from_file(source.path)));
    });
    const FileStamp& stamp = opened.first;
    const std::shared_ptr<const InputBytes>& bytes = opened.second;
    try {
        return read_watched(bytes->watch(), [&] {
            progress.stage("reading incidents");
            const auto text = reading(source, [&] { return text_parts(bytes, source, sizes.part_bytes, threads); });
            if (!text) return false;
            read_in_parts(*text, source, columns, sizes, stamp, threads, progress, taker);
            return true;
        });
    } catch (const NotInParts&) {
        return false;
    }
}

} // namespace geo

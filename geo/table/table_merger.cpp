#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <numeric>

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"
#include "geo/table/incident_builder.hpp"
#include "geo/table/repeated_ids.hpp"

namespace geo {

/// Puts the columns of the builders one after the other and in order of day.
class TableMerger {
  public:
    TableMerger(std::vector<IncidentBuilder> builders, unsigned threads)
        : builders_(std::move(builders)), threads_(threads) {
        for (const IncidentBuilder& builder : builders_) {
            starts_.push_back(size_);
            size_ += builder.part_.size();
        }
        if (size_ >= std::numeric_limits<RowId>::max() - 1)
            throw Error(ErrorKind::Format, "more incidents than a table can hold (2^32 - 2)");
    }

    IncidentTable merge(TableOrigin origin, Report& report, RepeatedIds* ids, RowOrder order);

  private:
    void place_rows();
    void unite_place_codes(std::vector<PlaceCode>& all);
    void report_into(Report& report) const;
    void report_repeated_ids(RepeatedIds& ids, Report& report);

    template <typename T>
    void gather(std::vector<T> IncidentTable::*column, IncidentTable& out);
    Column gathered_text(std::size_t column);

    std::vector<IncidentBuilder> builders_;
    unsigned threads_;
    std::vector<std::size_t> starts_; ///< first row of each builder, in file order
    std::size_t size_ = 0;
    bool in_place_ = true; ///< rows stay in the order of the file
    std::vector<RowId> new_row_; ///< row in the table by row in file order; empty when in_place_
};

/// A stable counting sort over the days; over a span of more than 2^22 days (11,000 years) an ordinary stable
/// sort.
void TableMerger::place_rows() {
    std::vector<DayNumber> days;
    days.reserve(size_);
    for (const IncidentBuilder& builder : builders_)
        days.insert(days.end(), builder.part_.first_day.begin(), builder.part_.first_day.end());
    if (std::is_sorted(days.begin(), days.end())) return;
    in_place_ = false;
    DayNumber low = std::numeric_limits<DayNumber>::max();
    DayNumber high = std::numeric_limits<DayNumber>::min();
    for (const DayNumber day : days) {
        if (day == kNoDay) continue;
        low = std::min(low, day);
        high = std::max(high, day);
    }
    // Years 1 to 9999 are 3.7 million days: the counters are bounded.
    const auto slot = [&](DayNumber day) {
        return day == kNoDay ? std::size_t{0} : static_cast<std::size_t>(day - low) + 1;
    };
    std::vector<RowId> next(static_cast<std::size_t>(high - low) + 3, 0);
    for (const DayNumber day : days) ++next[slot(day) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    new_row_.resize(size_);
    for (std::size_t i = 0; i < size_; ++i) new_row_[i] = next[slot(days[i])]++;
}

/// The builders number the codes that they met, each for itself.
void TableMerger::unite_place_codes(std::vector<PlaceCode>& all) {
    for (IncidentBuilder& builder : builders_) {
        std::array<std::uint8_t, kOtherPlaceCode + 1> united{};
        united[kOtherPlaceCode] = kOtherPlaceCode;
        const std::vector<PlaceCode>& own = builder.part_.place_codes;
        for (std::size_t i = 0; i < own.size(); ++i) united[i] = added_place_code(all, own[i]);
        for (std::uint8_t& code : builder.part_.place_code) code = united[code];
    }
}

/// What a builder held of the column is given back at once: a large file is not in memory twice.
template <typename T>
void TableMerger::gather(std::vector<T> IncidentTable::*column, IncidentTable& out) {
    std::vector<T>& to = out.*column;
    if (!builders_.empty() && (builders_.front().part_.*column).empty() && size_ > 0) {
        const bool unused = std::all_of(builders_.begin(), builders_.end(),
                                        [&](const IncidentBuilder& b) { return (b.part_.*column).empty(); });
        if (unused) return;
    }
    if (in_place_) {
        to.reserve(size_);
        for (IncidentBuilder& builder : builders_) {
            const std::vector<T> from = std::move(builder.part_.*column);
            to.insert(to.end(), from.begin(), from.end());
        }
        return;
    }
    to.resize(size_);
    for (std::size_t b = 0; b < builders_.size(); ++b) {
        const std::vector<T> from = std::move(builders_[b].part_.*column);
        for (std::size_t i = 0; i < from.size(); ++i) to[new_row_[starts_[b] + i]] = from[i];
    }
}

Column TableMerger::gathered_text(std::size_t column) {
    std::vector<Column> columns;
    columns.reserve(builders_.size());
    for (IncidentBuilder& builder : builders_) columns.push_back(std::move(builder.part_.columns[column]));
    std::vector<const Column*> parts;
    parts.reserve(columns.size());
    for (const Column& part : columns) parts.push_back(&part);
    Column all = Column::gathered(parts, new_row_);
    columns.clear();
    all.infer_type();
    return all;
}

/// Second and later records with an id met before.
void TableMerger::report_repeated_ids(RepeatedIds& ids, Report& report) {
    std::size_t n_ids = 0;
    for (const IncidentBuilder& builder : builders_) n_ids += builder.id_hash_.size();
    ids.reserve(n_ids);
    for (IncidentBuilder& builder : builders_) {
        const std::vector<std::uint64_t> hashes = std::move(builder.id_hash_);
        for (std::size_t i = 0; i < hashes.size(); ++i)
            if (ids.met_before(hashes[i]))
                report.suspect(std::string(text_of(Suspicion::repeated_id)), builder.part_.input_row[i]);
    }
}

void TableMerger::report_into(Report& report) const {
    for (const IncidentBuilder& builder : builders_) {
        report.rows_read += builder.n_records_ - builder.n_blank_;
        report.incidents += builder.part_.size();
        for (Rejected rejected : builder.rejected_) {
            rejected.row += builder.first_row_;
            report.reject(std::move(rejected));
        }
        for (const auto& suspect : builder.suspects_)
            report.suspect(std::string(text_of(suspect.what)), builder.first_row_ + suspect.row);
        for (const double lon : builder.part_.lon_deg) report.unlocated += lon != lon;
        report.blank_lines += builder.n_blank_;
        report.clocks_dropped += builder.reader_.n_clocks_dropped();
    }
}

IncidentTable TableMerger::merge(TableOrigin origin, Report& report, RepeatedIds* ids, RowOrder order) {
    report_into(report);
    IncidentTable table;
    table.origin = std::move(origin);
    const bool all_synthetic =
        size_ > 0 && std::all_of(builders_.begin(), builders_.end(), [](const auto& builder) {
            return builder.part_.size() == 0 || builder.all_synthetic_;
        });
    table.origin.synthetic = table.origin.synthetic || all_synthetic;
    for (IncidentBuilder& builder : builders_) {
        for (std::uint64_t& row : builder.part_.input_row) row += builder.first_row_;
    }
    table.by_day = order == RowOrder::by_day;
    if (table.by_day) place_rows();
    unite_place_codes(table.place_codes);

    std::vector<std::function<void()>> tasks;
    tasks.emplace_back([this, &report, &table, ids] {
        RepeatedIds of_these; // gone before most columns are gathered
        report_repeated_ids(ids ? *ids : of_these, report); // names the rows
        gather(&IncidentTable::input_row, table);
    });
    const auto later = [&](auto column) {
        tasks.emplace_back([this, column, &table] { gather(column, table); });
    };
    const std::size_t n_text = builders_.empty() ? 0 : builders_.front().part_.columns.size();
    table.columns.resize(n_text);
    for (std::size_t i = 0; i < n_text; ++i)
        tasks.emplace_back([this, i, &table] { table.columns[i] = gathered_text(i); });
    later(&IncidentTable::lon_deg);
    later(&IncidentTable::lat_deg);
    later(&IncidentTable::deaths_best);
    later(&IncidentTable::deaths_low);
    later(&IncidentTable::deaths_high);
    later(&IncidentTable::first_day);
    later(&IncidentTable::last_day);
    later(&IncidentTable::date_precision);
    later(&IncidentTable::place_code);
    parallel_for(tasks.size(), 1, threads_, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) tasks[i]();
    });
    return table;
}

IncidentTable merged_table(std::vector<IncidentBuilder> builders, TableOrigin origin, unsigned threads,
                           Report& report, RepeatedIds* ids, RowOrder order) {
    IncidentTable table =
        TableMerger(std::move(builders), threads).merge(std::move(origin), report, ids, order);
    report.period = table.period();
    return table;
}

} // namespace geo

#include "geo/study/bands_text.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/study/border_comparison.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/border_null.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

/// Two decimals: a sum of shares that are known to some hundredths each.
double rounded(double count) { return std::round(count * 100) / 100; }

/// Null where the study does not ask for intervals.
const IntervalBands* intervals_of(const Study& study, const Snapshot& snapshot) {
    const bool asked = study.proximity && study.proximity->intervals;
    return asked ? snapshot.interval_bands.value.get() : nullptr;
}

/// Null where the study does not ask for it.
const BorderNull* null_of(const Study& study, const Snapshot& snapshot) {
    return study.proximity && study.proximity->null ? snapshot.null.value.get() : nullptr;
}

/// Six digits of a share.
double share_of(double share) { return std::round(share * 1e6) / 1e6; }

nlohmann::ordered_json null_json(const NullSpec& spec, const BorderNull& null) {
    nlohmann::ordered_json bands = nlohmann::ordered_json::array(), curve = bands;
    for (const BandAgainstNull& band : null.found.bands)
        bands.push_back({{"count", band.count},
                         {"share", share_of(band.share.observed)},
                         {"expected_share", share_of(band.share.expected)},
                         {"ratio", band.share.expected > 0 ? nlohmann::ordered_json(share_of(band.ratio()))
                                                           : nlohmann::ordered_json()},
                         {"low", share_of(band.share.low)},
                         {"high", share_of(band.share.high)},
                         {"p_more", band.p_more},
                         {"p_fewer", band.p_fewer}});
    for (std::size_t i = 0; i < null.curve_m.size(); ++i)
        curve.push_back({{"distance_m", null.curve_m[i]},
                         {"share", share_of(null.found.curve[i].observed)},
                         {"expected_share", share_of(null.found.curve[i].expected)},
                         {"low", share_of(null.found.curve[i].low)},
                         {"high", share_of(null.found.curve[i].high)}});
    nlohmann::ordered_json json{{"compared", null_in_words(spec)},
                                {"model", name_of(spec.model)},
                                {"runs", spec.runs},
                                {"seed", spec.seed},
                                {"incidents", null.found.n_incidents},
                                {"places", null.found.n_places},
                                {"left_out", null.n_left_out},
                                {"null_places", null.n_null_places},
                                {"null_spacing_m", null.spacing_m},
                                {"ks_d", share_of(null.found.ks_d)},
                                {"ks_p", null.found.ks_p},
                                {"bands", bands},
                                {"curve", curve}};
    if (spec.model == NullModel::population) {
        json["districts_with_population"] = null.n_districts;
        json["residents"] = std::round(null.residents);
    }
    return json;
}

nlohmann::ordered_json comparison_json(const BorderComparison& comparison) {
    nlohmann::ordered_json lines = nlohmann::ordered_json::array();
    for (const auto& line : comparison.lines) {
        nlohmann::ordered_json counts = nlohmann::ordered_json::array(), certainly = counts, expected = counts,
                               possibly = counts;
        for (const Band& band : line.bands.bands) counts.push_back(band.count);
        for (const IntervalBand& band : line.intervals.bands) {
            certainly.push_back(band.certainly);
            expected.push_back(rounded(band.expected));
            possibly.push_back(band.possibly);
        }
        lines.push_back({{"border", line.set},
                         {"border_source", line.words},
                         {"accuracy_m", line.accuracy_m},
                         {"counts", counts},
                         {"certainly", certainly},
                         {"expected", expected},
                         {"possibly", possibly},
                         {"in_another_band", line.n_other_band}});
    }
    return lines;
}

} // namespace

std::string bands_as_json(const Study& study, const Snapshot& snapshot) {
    const BandTable& table = *snapshot.bands.value;
    nlohmann::ordered_json json;
    json["bands"] = nlohmann::ordered_json::array();
    const IntervalBands* intervals = intervals_of(study, snapshot);
    for (std::size_t i = 0; i < table.bands.size(); ++i) {
        const Band& band = table.bands[i];
        nlohmann::ordered_json row{{"from_m", band.from_m}};
        if (std::isinf(band.to_m))
            row["to_m"] = nullptr;
        else
            row["to_m"] = band.to_m;
        row["count"] = band.count;
        if (table.has_deaths)
            row["deaths"] = band.deaths;
        else
            row["deaths"] = nullptr;
        row["vaguer_than_band"] = band.vaguer;
        if (intervals) {
            row["certainly"] = intervals->bands[i].certainly;
            row["expected"] = rounded(intervals->bands[i].expected);
            row["possibly"] = intervals->bands[i].possibly;
        }
        json["bands"].push_back(row);
    }
    json["total"] = table.total;
    json["unlocated"] = table.unlocated;
    if (intervals) {
        json["precision_not_stated"] = intervals->n_not_stated;
        json["place_not_usable"] = intervals->n_not_usable;
        json["line_accuracy_m"] = snapshot.intervals.value->accuracy_m;
    }
    json["border"] = snapshot.border.value->id;
    json["border_source"] = border_in_words(*snapshot.border.value);
    json["neighbours"] = study.border.neighbours;
    if (const BorderNull* null = null_of(study, snapshot)) json["null"] = null_json(*study.proximity->null, *null);
    if (snapshot.comparison.value) json["compared_borders"] = comparison_json(*snapshot.comparison.value);
    return json.dump(2) + "\n";
}

std::string bands_as_csv(const Study& study, const Snapshot& snapshot) {
    const bool deaths = snapshot.bands.value->has_deaths;
    const IntervalBands* intervals = intervals_of(study, snapshot);
    std::string text = "from_m,to_m,count,deaths,vaguer_than_band";
    const BorderNull* null = null_of(study, snapshot);
    if (intervals) text += ",certainly,expected,possibly";
    if (null) text += ",null_count,share,null_share,null_low,null_high,p_more,p_fewer";
    text += "\n";
    for (std::size_t i = 0; i < snapshot.bands.value->bands.size(); ++i) {
        const Band& band = snapshot.bands.value->bands[i];
        text += fmt::format("{},{},{},{},{}", band.from_m, std::isinf(band.to_m) ? "" : fmt::format("{}", band.to_m),
                            band.count, deaths ? fmt::format("{}", band.deaths) : "", band.vaguer);
        if (intervals)
            text += fmt::format(",{},{},{}", intervals->bands[i].certainly, rounded(intervals->bands[i].expected),
                                intervals->bands[i].possibly);
        if (null) {
            const BandAgainstNull& against = null->found.bands[i];
            text += fmt::format(",{},{},{},{},{},{},{}", against.count, share_of(against.share.observed),
                                share_of(against.share.expected), share_of(against.share.low),
                                share_of(against.share.high), against.p_more, against.p_fewer);
        }
        text += "\n";
    }
    return text;
}

} // namespace geo

#include "geo/table/location_support.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

#include "geo/core/length_text.hpp"

namespace geo {

namespace {

constexpr float kNotStated = std::numeric_limits<float>::quiet_NaN();
constexpr std::string_view kOrElse = "admin2-or-";

constexpr SupportRule disc(double km) { return {SupportKind::disc, kilometres(km), false}; }
constexpr SupportRule kAdmin2{SupportKind::admin2, {}, false};
constexpr SupportRule kAdmin1{SupportKind::admin1, {}, false};
constexpr SupportRule kCountry{SupportKind::country, {}, false};
constexpr SupportRule kNotUsable{SupportKind::not_usable, {}, false};
constexpr std::pair<const char*, SupportRule> kWords[] = {
    {"admin2", kAdmin2}, {"admin1", kAdmin1}, {"country", kCountry}, {"not-usable", kNotUsable}};

constexpr std::array kAcled{disc(5), SupportRule{SupportKind::admin2, kilometres(25), true}, kAdmin1};
constexpr std::array kUcdp{disc(2), disc(25), kAdmin2, kAdmin1, disc(50), kCountry, kNotUsable};
constexpr std::array kGtd{disc(5), kAdmin2, kAdmin2, kAdmin1, kNotUsable};

/// The rule of code 1, 2, 3 ...
template <std::size_t N>
std::optional<SupportRule> rule_in(const std::array<SupportRule, N>& rules, std::string_view code) {
    if (code.size() != 1 || code[0] < '1' || static_cast<std::size_t>(code[0] - '1') >= N)
        return std::nullopt;
    return rules[static_cast<std::size_t>(code[0] - '1')];
}

/// Spreadsheets write 1 as 1.0.
std::string_view plain_code(std::string_view code) {
    return code.size() == 3 && code.substr(1) == ".0" ? code.substr(0, 1) : code;
}

Support support_of(const SupportRule& rule, bool admin2_named, const PrecisionSpec& spec) {
    const auto radius = [](Metres length) { return static_cast<float>(length.value); };
    switch (rule.kind) {
    case SupportKind::admin2:
        if (rule.only_if_named && !admin2_named) return {SupportKind::disc, radius(rule.radius), true};
        return {SupportKind::admin2, radius(spec.admin2), true};
    case SupportKind::admin1:
        return {SupportKind::admin1, radius(spec.admin1), true};
    case SupportKind::country:
        return {SupportKind::country, radius(spec.country), true};
    case SupportKind::not_usable:
        return {SupportKind::not_usable, kNotStated, true};
    case SupportKind::disc:
        break;
    }
    return {SupportKind::disc, radius(rule.radius), true};
}

} // namespace

std::optional<SupportRule> support_rule_from_text(std::string_view text) {
    for (const auto& [word, rule] : kWords)
        if (text == word) return rule;
    const bool or_else = text.starts_with(kOrElse);
    const auto length = metres_from_text(or_else ? text.substr(kOrElse.size()) : text);
    if (!length) return std::nullopt;
    return or_else ? SupportRule{SupportKind::admin2, *length, true}
                   : SupportRule{SupportKind::disc, *length, false};
}

std::string text_of(const SupportRule& rule) {
    std::string length = length_word(rule.radius);
    if (rule.kind == SupportKind::disc) return length;
    if (rule.only_if_named) return std::string(kOrElse) + length;
    for (const auto& [word, other] : kWords)
        if (other.kind == rule.kind) return word;
    return "";
}

std::optional<SupportRule> usual_support_rule(SchemaKind schema, std::string_view code) {
    switch (schema) {
    case SchemaKind::acled:
        return rule_in(kAcled, plain_code(code));
    case SchemaKind::ucdp_ged:
        return rule_in(kUcdp, plain_code(code));
    case SchemaKind::gtd:
        return rule_in(kGtd, plain_code(code));
    case SchemaKind::generic:
        break;
    }
    return std::nullopt;
}

Support support_from_code(SchemaKind schema, std::string_view code, bool admin2_named,
                          const PrecisionSpec& spec) {
    const auto own = spec.codes.find(std::string(plain_code(code)));
    const auto rule = own != spec.codes.end() ? own->second : usual_support_rule(schema, code);
    if (rule) return support_of(*rule, admin2_named, spec);
    return {SupportKind::disc, kNotStated, code.empty() || schema == SchemaKind::generic};
}

LocationSupports supports_from_codes(const IncidentTable& table, const PrecisionSpec& spec) {
    std::vector<Support> by_code;
    for (const PlaceCode& code : table.place_codes)
        by_code.push_back(support_from_code(table.origin.schema.kind, code.code, code.admin2_named, spec));
    by_code.resize(kOtherPlaceCode + 1, {SupportKind::disc, kNotStated, false});
    LocationSupports supports;
    supports.kind.reserve(table.size());
    supports.uncertainty_m.reserve(table.size());
    for (const std::uint8_t code : table.place_code) {
        supports.kind.push_back(by_code[code].kind);
        supports.uncertainty_m.push_back(by_code[code].uncertainty_m);
    }
    return supports;
}

std::vector<PrecisionCount> count_precision_codes(const IncidentTable& table, const PrecisionSpec& spec) {
    std::array<std::uint64_t, kOtherPlaceCode + 1> n{};
    for (const std::uint8_t code : table.place_code) ++n[code];
    std::vector<PrecisionCount> counts;
    for (std::size_t i = 0; i < table.place_codes.size(); ++i) {
        PlaceCode code = table.place_codes[i];
        const auto support = [&](bool named) {
            return support_from_code(table.origin.schema.kind, code.code, named, spec);
        };
        // Whether the district is named matters to few rules: where it does not, the two are one code.
        const Support known = support(code.admin2_named);
        if (support(!code.admin2_named).kind == known.kind) code.admin2_named = false;
        counts.push_back({code, known, n[i]});
    }
    return united_precision_counts(std::move(counts));
}

std::vector<PrecisionCount> united_precision_counts(std::vector<PrecisionCount> counts) {
    std::stable_sort(counts.begin(), counts.end(), [](const PrecisionCount& a, const PrecisionCount& b) {
        return std::pair(a.code.code, a.code.admin2_named) < std::pair(b.code.code, b.code.admin2_named);
    });
    std::vector<PrecisionCount> united;
    for (PrecisionCount& count : counts)
        if (!united.empty() && united.back().code == count.code) united.back().n += count.n;
        else united.push_back(std::move(count));
    return united;
}

} // namespace geo

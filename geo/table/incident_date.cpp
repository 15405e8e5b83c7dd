#include "geo/table/incident_date.hpp"

#include <array>
#include <charconv>

#include "geo/core/error.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

constexpr const char* kNoDate = "is not a date";
constexpr const char* kNoCalendarDay = "is not a day of the calendar";
constexpr const char* kTwoDigitYear = "has a year of two digits";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits at the start of `text` as a number, taken off it; -1 when there are none or more than eight.
int take_number(std::string_view& text, std::size_t& n_digits) {
    n_digits = 0;
    int value = 0;
    while (n_digits < text.size() && n_digits < 9 && is_digit(text[n_digits]))
        value = value * 10 + (text[n_digits++] - '0');
    text.remove_prefix(n_digits);
    return n_digits == 0 || n_digits > 8 ? -1 : value;
}

std::optional<DateSpan> day_span(int year, int month, int day, const char*& reason) {
    const auto found = day_from_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    reason = kNoCalendarDay;
    if (!found) return std::nullopt;
    const DayNumber number = number_from_day(*found);
    return DateSpan{number, number, DatePrecision::day, false};
}

std::optional<DateSpan> window_span(int year, int month, const char*& reason) {
    using namespace std::chrono;
    reason = kNoCalendarDay;
    if (year < 1 || year > 9999 || month < 0 || month > 12) return std::nullopt;
    const year_month first{std::chrono::year{year},
                           std::chrono::month{month == 0 ? 1u : static_cast<unsigned>(month)}};
    const year_month after = month == 0 ? first + years{1} : first + months{1};
    return DateSpan{number_from_day(sys_days{first / 1}), number_from_day(sys_days{after / 1}) - 1,
                    month == 0 ? DatePrecision::year : DatePrecision::month, false};
}

/// Clock time after a day: " 14:05", "T14:05:09.25+05:00", "T00:00:00Z", " 2:05:09 PM".
struct Clock {
    bool valid = false;
    bool midnight = false;
};

Clock clock_from(std::string_view text) {
    if (text.empty()) return {true, true};
    if (text[0] != ' ' && text[0] != 'T' && text[0] != 't') return {};
    text = trimmed(text.substr(1));
    bool colon = false;
    bool zero = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == 'Z' || c == 'z' || c == '+' || c == '-' || c == ' ') return {colon && i >= 4, zero};
        if (!is_digit(c) && c != ':' && c != '.') return {};
        colon |= c == ':';
        zero &= !is_digit(c) || c == '0';
    }
    return {colon && text.size() >= 4, zero};
}

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

struct Words {
    std::array<std::string_view, 4> word;
    std::size_t n = 0;
};

Words words_of(std::string_view text) {
    Words out;
    std::size_t at = 0;
    while (out.n < out.word.size()) {
        at = text.find_first_not_of(" -,./", at);
        if (at == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" -,./", at), text.size());
        out.word[out.n++] = text.substr(at, end - at);
        at = end;
    }
    return out;
}

/// The number of `word` if it has one or two digits (a day) or four (a year); -1 otherwise.
int number_from(std::string_view word, std::size_t& n_digits) {
    const int value = take_number(word, n_digits);
    return word.empty() ? value : -1;
}

std::optional<DateSpan> with_clock(std::optional<DateSpan> span, std::string_view rest, const char*& reason) {
    const Clock clock = clock_from(rest);
    if (!clock.valid) {
        reason = kNoDate;
        return std::nullopt;
    }
    if (span) span->clock_dropped = !clock.midnight;
    return span;
}

} // namespace

int month_from_word(std::string_view word) {
    const std::string name = lowered(word);
    if (name == "sept") return 9;
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (name == kMonths[i] || (name.size() == 3 && kMonths[i].substr(0, 3) == name))
            return static_cast<int>(i) + 1;
    return 0;
}

void DayOrderEvidence::add(const DayOrderEvidence& other) {
    day_first += other.day_first;
    month_first += other.month_first;
    undecided += other.undecided;
    if (day_first_example.empty()) day_first_example = other.day_first_example;
    if (month_first_example.empty()) month_first_example = other.month_first_example;
    if (undecided_example.empty()) undecided_example = other.undecided_example;
}

DayOrder decided_day_order(const DayOrderEvidence& evidence, std::string_view column) {
    const std::string ask = "; say which with --day-order dmy or mdy";
    const std::string where = "column '" + std::string(column) + "': ";
    if (evidence.day_first && evidence.month_first)
        throw Error(ErrorKind::Format, where + "'" + evidence.day_first_example + "' is day first and '" +
                                           evidence.month_first_example + "' is month first" + ask);
    if (evidence.day_first) return DayOrder::day_first;
    if (evidence.month_first) return DayOrder::month_first;
    if (evidence.undecided)
        throw Error(ErrorKind::Format, where + "dates such as '" + evidence.undecided_example +
                                           "' can be read day first or month first, and no date decides" +
                                           ask);
    return DayOrder::automatic;
}

std::optional<DateSpan> DateReader::read_numeric(int a, int b, int year, std::string_view text,
                                                 const char*& reason) {
    bool day_first = order_ != DayOrder::month_first;
    if (order_ == DayOrder::automatic) {
        const bool can_day_first =
            day_from_civil(year, static_cast<unsigned>(b), static_cast<unsigned>(a)).has_value();
        const bool can_month_first =
            day_from_civil(year, static_cast<unsigned>(a), static_cast<unsigned>(b)).has_value();
        const auto count = [&](std::uint64_t& n, std::string& example) {
            if (n++ == 0) example = text;
        };
        if (can_day_first && can_month_first) {
            if (a != b) count(evidence_.undecided, evidence_.undecided_example);
        } else if (can_day_first) {
            count(evidence_.day_first, evidence_.day_first_example);
        } else if (can_month_first) {
            count(evidence_.month_first, evidence_.month_first_example);
            day_first = false;
        }
    }
    auto span = day_first ? day_span(year, b, a, reason) : day_span(year, a, b, reason);
    if (!span && order_ != DayOrder::automatic &&
        day_from_civil(year, static_cast<unsigned>(day_first ? a : b),
                       static_cast<unsigned>(day_first ? b : a)))
        reason = day_first ? "is not a day/month/year date" : "is not a month/day/year date";
    return span;
}

std::optional<DateSpan> DateReader::read_words(std::string_view text, const char*& reason) {
    reason = kNoDate;
    const Words words = words_of(text);
    if (words.n < 2 || words.n > 3) return std::nullopt;
    int month = 0;
    int day = -1;
    int year = -1;
    for (std::size_t i = 0; i < words.n; ++i) {
        std::size_t n_digits = 0;
        const int number = number_from(words.word[i], n_digits);
        if (number >= 0 && n_digits == 4 && year < 0) {
            year = number;
        } else if (number >= 0 && n_digits <= 2 && day < 0) {
            day = number;
        } else if (number >= 0 && n_digits <= 2) {
            if (month) reason = kTwoDigitYear;
            return std::nullopt;
        } else if (month == 0 && (month = month_from_word(words.word[i])) != 0) {
        } else {
            return std::nullopt;
        }
    }
    if (month != 0 && year < 0) reason = kTwoDigitYear;
    if (month == 0 || year < 0) return std::nullopt;
    return day < 0 ? window_span(year, month, reason) : day_span(year, month, day, reason);
}

std::optional<DateSpan> DateReader::read(std::string_view text, const char*& reason) {
    text = trimmed(text);
    reason = kNoDate;
    std::string_view rest = text;
    std::size_t n1 = 0, n2 = 0, n3 = 0;
    const int a = take_number(rest, n1);
    if (a < 0) return text.empty() || is_digit(text[0]) ? std::nullopt : read_words(text, reason);
    if (rest.empty()) {
        if (n1 == 8) return day_span(a / 10000, a / 100 % 100, a % 100, reason);
        return n1 == 4 ? window_span(a, 0, reason) : std::nullopt;
    }
    const char separator = rest[0];
    if (separator != '-' && separator != '/' && separator != '.') return read_words(text, reason);
    rest.remove_prefix(1);
    const int b = take_number(rest, n2);
    if (b < 0) return read_words(text, reason);
    if (rest.empty()) return n1 == 4 && n2 == 2 && b > 0 ? window_span(a, b, reason) : std::nullopt;
    if (rest[0] != separator) return std::nullopt;
    rest.remove_prefix(1);
    const int c = take_number(rest, n3);
    if (c < 0 || n2 > 2) return std::nullopt;
    if (n1 == 4 && n3 <= 2) return with_clock(day_span(a, b, c, reason), rest, reason);
    if (n1 > 2) return std::nullopt;
    if (n3 == 2) reason = kTwoDigitYear;
    if (n3 != 4 || !clock_from(rest).valid) return std::nullopt;
    return with_clock(read_numeric(a, b, c, text, reason), rest, reason);
}

std::optional<DateSpan> span_from_parts(std::string_view year, std::string_view month, std::string_view day,
                                        const char*& reason) {
    const auto number = [](std::string_view text) {
        text = trimmed(text);
        if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
        int value = 0;
        if (text.empty()) return 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc{} && end == text.data() + text.size() ? value : -1;
    };
    const int y = number(year);
    const int m = number(month);
    const int d = number(day);
    reason = kNoCalendarDay;
    if (y < 1 || m < 0 || d < 0 || (m == 0 && d != 0)) return std::nullopt;
    return m == 0 || d == 0 ? window_span(y, m, reason) : day_span(y, m, d, reason);
}

std::optional<DatePrecision> date_precision_from_code(SchemaKind schema, std::string_view code) {
    if (code.size() == 3 && code.substr(1) == ".0") code = code.substr(0, 1);
    if (code.size() != 1) return std::nullopt;
    constexpr std::array kUcdp = {DatePrecision::day, DatePrecision::days, DatePrecision::week,
                                  DatePrecision::month, DatePrecision::year};
    constexpr std::array kAcled = {DatePrecision::day, DatePrecision::week, DatePrecision::month};
    const auto index = static_cast<std::size_t>(code[0] - '1');
    if (schema == SchemaKind::ucdp_ged && index < kUcdp.size()) return kUcdp[index];
    if (schema == SchemaKind::acled && index < kAcled.size()) return kAcled[index];
    return std::nullopt;
}

} // namespace geo

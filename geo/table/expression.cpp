#include "geo/table/expression.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "geo/core/error.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/expression_node.hpp"
#include "geo/table/number_from_text.hpp"

namespace geo {

namespace {

using Node = Expression::Node;
using Passes = std::vector<std::uint8_t>;

/// What a name means in one table: days, numbers that the table holds, or text. A day column may have text as
/// well.
struct Operand {
    const Column* text = nullptr;
    const std::vector<DayNumber>* days = nullptr;
    const std::vector<double>* numbers = nullptr;
};

Operand typed_operand(const IncidentTable& table, Role role) {
    const auto given = [](const auto& column) { return column.empty() ? nullptr : &column; };
    switch (role) {
    case Role::lon:
        return {nullptr, nullptr, &table.lon_deg};
    case Role::lat:
        return {nullptr, nullptr, &table.lat_deg};
    case Role::date:
        return {nullptr, &table.first_day, nullptr};
    case Role::date_end:
        return {nullptr, &table.last_day, nullptr};
    case Role::deaths_best:
        return {nullptr, nullptr, given(table.deaths_best)};
    case Role::deaths_low:
        return {nullptr, nullptr, given(table.deaths_low)};
    case Role::deaths_high:
        return {nullptr, nullptr, given(table.deaths_high)};
    default:
        return {table.column(role), nullptr, nullptr};
    }
}

/// Columns of the file win over roles; a column that plays a date role compares days.
std::optional<Operand> operand_named(const IncidentTable& table, const std::string& name) {
    const TableOrigin& origin = table.origin;
    for (const Role role : {Role::date, Role::date_end}) {
        const auto column = column_of(origin.schema.roles, role);
        if (column && *column < origin.header.size() && same_but_for_case(origin.header[*column], name))
            return typed_operand(table, role);
    }
    if (const Column* column = table.column(name)) return Operand{column, nullptr, nullptr};
    if (const auto role = role_from_name(name)) {
        const Operand operand = typed_operand(table, *role);
        if (operand.text || operand.days || operand.numbers) return operand;
    }
    return std::nullopt;
}

template <typename T>
bool holds(Comparison comparison, const T& a, const T& b) {
    switch (comparison) {
    case Comparison::equal:
        return a == b;
    case Comparison::not_equal:
        return a != b;
    case Comparison::less:
        return a < b;
    case Comparison::less_equal:
        return a <= b;
    case Comparison::greater:
        return a > b;
    case Comparison::greater_equal:
        return a >= b;
    }
    return false;
}

/// A day against the days that the literal covers: "2021" is a year, so that `date <= '2021'` takes its last
/// day in.
bool holds_for_days(Comparison comparison, DayNumber day, DayNumber first, DayNumber last) {
    if (day == kNoDay) return false;
    switch (comparison) {
    case Comparison::equal:
        return first <= day && day < last;
    case Comparison::not_equal:
        return day < first || day >= last;
    case Comparison::less:
        return day < first;
    case Comparison::less_equal:
        return day < last;
    case Comparison::greater:
        return day >= last;
    case Comparison::greater_equal:
        return day >= first;
    }
    return false;
}

class Evaluator {
  public:
    explicit Evaluator(const IncidentTable& table) : table_(table) {}
    Passes of(const Node& node) const;

  private:
    Passes compared(const Operand& operand, Comparison comparison, const Literal& literal) const;
    Passes member(const Operand& operand, const Node& node) const;
    Passes like(const Operand& operand, const Node& node) const;
    Passes null(const Operand& operand) const;
    Operand operand_of(const Node& node) const;

    template <typename Test>
    Passes each(const Test& test) const {
        Passes out(table_.size());
        for (std::size_t row = 0; row < out.size(); ++row) out[row] = test(row) ? 1 : 0;
        return out;
    }

    const IncidentTable& table_;
};

Operand Evaluator::operand_of(const Node& node) const {
    if (const auto operand = operand_named(table_, node.name)) return *operand;
    throw Error(ErrorKind::Argument,
                "the expression names '" + node.name +
                    "', which is neither a column nor a role of the file; the columns are " +
                    listed(table_.origin.header));
}

Passes Evaluator::compared(const Operand& operand, Comparison comparison, const Literal& literal) const {
    if (operand.days) {
        const auto window = window_from_text(literal.text);
        if (!window)
            throw Error(ErrorKind::Argument, "the expression compares a date with '" + literal.text +
                                                 "', which is not a day, month or year such as 2021-08-15");
        const DayNumber first = number_from_day(window->first);
        const DayNumber last = number_from_day(window->last);
        return each(
            [&](std::size_t row) { return holds_for_days(comparison, (*operand.days)[row], first, last); });
    }
    if (operand.numbers) {
        const std::optional<double> number =
            literal.is_number ? std::optional(literal.number) : number_from_text(literal.text);
        if (!number)
            throw Error(ErrorKind::Argument,
                        "the expression compares a number with the text '" + literal.text + "'");
        // NaN (not given) compares false, but C++ has it different from everything.
        return each([&](std::size_t row) {
            const double value = (*operand.numbers)[row];
            return value == value && holds(comparison, value, *number);
        });
    }
    if (literal.is_number)
        return each([&](std::size_t row) {
            const auto value = number_from_text((*operand.text)[row]);
            return value && holds(comparison, *value, literal.number);
        });
    return each([&](std::size_t row) {
        return holds(comparison, (*operand.text)[row], std::string_view(literal.text));
    });
}

Passes Evaluator::member(const Operand& operand, const Node& node) const {
    Passes out(table_.size());
    for (const Literal& literal : node.literals) {
        const Passes one = compared(operand, Comparison::equal, literal);
        std::transform(out.begin(), out.end(), one.begin(), out.begin(), std::bit_or<>{});
    }
    return out;
}

Passes Evaluator::like(const Operand& operand, const Node& node) const {
    if (!operand.text)
        throw Error(ErrorKind::Argument,
                    "the expression uses 'like' on '" + node.name + "', which is not text");
    return each([&](std::size_t row) { return is_like((*operand.text)[row], node.literals[0].text); });
}

Passes Evaluator::null(const Operand& operand) const {
    return each([&](std::size_t row) {
        if (operand.days) return (*operand.days)[row] == kNoDay;
        if (operand.numbers) return (*operand.numbers)[row] != (*operand.numbers)[row];
        return (*operand.text)[row].empty();
    });
}

Passes Evaluator::of(const Node& node) const {
    switch (node.kind) {
    case Node::Kind::all_of:
    case Node::Kind::any_of: {
        Passes left = of(*node.operands[0]);
        const Passes right = of(*node.operands[1]);
        const bool both = node.kind == Node::Kind::all_of;
        for (std::size_t row = 0; row < left.size(); ++row)
            left[row] = static_cast<std::uint8_t>(both ? left[row] & right[row] : left[row] | right[row]);
        return left;
    }
    case Node::Kind::negation: {
        Passes out = of(*node.operands[0]);
        for (std::uint8_t& pass : out) pass ^= 1;
        return out;
    }
    case Node::Kind::compare:
        return compared(operand_of(node), node.comparison, node.literals[0]);
    case Node::Kind::member:
        return member(operand_of(node), node);
    case Node::Kind::like:
        return like(operand_of(node), node);
    case Node::Kind::null:
        break;
    }
    return null(operand_of(node));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Where the UTF-8 character after the one at `at` starts.
std::size_t next_character(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u; ++at) {
    }
    return at;
}

} // namespace

bool is_like(std::string_view text, std::string_view pattern) {
    std::size_t t = 0, p = 0;
    std::size_t after_percent = std::string_view::npos; // in the pattern
    std::size_t retry = 0;                              // in the text
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '%') {
            after_percent = ++p;
            retry = t;
        } else if (p < pattern.size() && pattern[p] == '_') {
            ++p;
            t = next_character(text, t);
        } else if (p < pattern.size() && lower(pattern[p]) == lower(text[t])) {
            ++p;
            ++t;
        } else if (after_percent != std::string_view::npos) {
            p = after_percent;
            t = retry = next_character(text, retry);
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '%') ++p;
    return p == pattern.size();
}

Expression Expression::parse(std::string_view text) {
    Expression expression;
    expression.root_ = parsed_expression(text, expression.names_);
    return expression;
}

std::vector<std::uint8_t> Expression::evaluate(const IncidentTable& table) const {
    return root_ ? Evaluator(table).of(*root_) : std::vector<std::uint8_t>(table.size(), 1);
}

} // namespace geo

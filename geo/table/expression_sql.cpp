#include "geo/table/expression_sql.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "geo/table/column_name.hpp"
#include "geo/table/expression_node.hpp"

namespace geo {

namespace {

using Node = Expression::Node;
using Kind = SqlColumn::Kind;

std::string quoted(std::string_view text, char quote) {
    std::string out(1, quote);
    for (const char c : text) {
        if (c == quote) out += quote;
        out += c;
    }
    return out + quote;
}

/// A condition and whether it lets through the same rows, or more.
struct Condition {
    std::string sql;
    bool exact = false;
};

constexpr std::array<const char*, 6> kSigns{"=", "<>", "<", "<=", ">", ">="};

/// Two truth values, as the expression has: what is unknown to SQL is false.
std::string known(const std::string& condition) { return "COALESCE(" + condition + ", FALSE)"; }

class Translator {
  public:
    explicit Translator(std::span<const SqlColumn> columns) : columns_(columns) {}
    std::optional<Condition> of(const Node& node) const;

  private:
    const SqlColumn* column_named(const std::string& name) const;
    std::optional<Condition> all_of(const Node& node) const;
    std::optional<Condition> any_of(const Node& node) const;
    static std::optional<Condition> compared(const SqlColumn& column, Comparison comparison,
                                             const Literal& literal);
    static std::optional<Condition> member(const SqlColumn& column, const Node& node);
    static std::optional<Condition> null(const SqlColumn& column);

    std::span<const SqlColumn> columns_;
};

const SqlColumn* Translator::column_named(const std::string& name) const {
    const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const SqlColumn& column) {
        return same_but_for_case(column.name, name);
    });
    return found == columns_.end() ? nullptr : &*found;
}

std::optional<Condition> Translator::all_of(const Node& node) const {
    const auto left = of(*node.operands[0]), right = of(*node.operands[1]);
    if (left && right)
        return Condition{"(" + left->sql + " AND " + right->sql + ")", left->exact && right->exact};
    if (!left && !right) return std::nullopt;
    return Condition{(left ? left : right)->sql, false};
}

std::optional<Condition> Translator::any_of(const Node& node) const {
    const auto left = of(*node.operands[0]), right = of(*node.operands[1]);
    if (!left || !right) return std::nullopt;
    return Condition{"(" + left->sql + " OR " + right->sql + ")", left->exact && right->exact};
}

/// Numbers that are none (NaN, infinite) and padded text may pass here and not there: then it is not exact.
std::optional<Condition> Translator::compared(const SqlColumn& column, Comparison comparison,
                                              const Literal& literal) {
    const bool number = column.kind == Kind::integer || column.kind == Kind::real;
    if (number && literal.is_number) // both as the reader has them: doubles
        return Condition{known(sql_name(column.name) + "::float8 " +
                               kSigns[static_cast<std::size_t>(comparison)] + " (" + literal.text +
                               ")::float8"),
                         column.kind == Kind::integer};
    if (column.kind == Kind::text && !literal.is_number && comparison == Comparison::equal &&
        !literal.text.empty())
        return Condition{known(sql_name(column.name) + "::text = " + sql_text(literal.text)), false};
    return std::nullopt;
}

std::optional<Condition> Translator::member(const SqlColumn& column, const Node& node) {
    Condition any{"", true};
    for (const Literal& literal : node.literals) {
        const auto one = compared(column, Comparison::equal, literal);
        if (!one) return std::nullopt;
        any.sql += (any.sql.empty() ? "" : " OR ") + one->sql;
        any.exact = any.exact && one->exact;
    }
    any.sql = "(" + any.sql + ")";
    return any;
}

std::optional<Condition> Translator::null(const SqlColumn& column) {
    const std::string name = sql_name(column.name);
    switch (column.kind) {
    case Kind::integer:
    case Kind::real:
        return Condition{name + " IS NULL", true};
    case Kind::text:
        return Condition{"(" + name + " IS NULL OR " + name + "::text = '')", false};
    default:
        return std::nullopt;
    }
}

std::optional<Condition> Translator::of(const Node& node) const {
    switch (node.kind) {
    case Node::Kind::all_of:
        return all_of(node);
    case Node::Kind::any_of:
        return any_of(node);
    case Node::Kind::negation: {
        const auto inner = of(*node.operands[0]);
        if (!inner || !inner->exact) return std::nullopt;
        return Condition{"NOT " + inner->sql, true};
    }
    default:
        break;
    }
    const SqlColumn* const column = column_named(node.name);
    if (!column) return std::nullopt;
    switch (node.kind) {
    case Node::Kind::compare:
        return compared(*column, node.comparison, node.literals[0]);
    case Node::Kind::member:
        return member(*column, node);
    case Node::Kind::null:
        return null(*column);
    default:
        return std::nullopt;
    }
}

} // namespace

std::string sql_name(std::string_view name) { return quoted(name, '"'); }
std::string sql_text(std::string_view text) { return quoted(text, '\''); }

std::string sql_superset(std::string_view where, std::span<const SqlColumn> columns) {
    std::vector<std::string> names;
    const auto root = parsed_expression(where, names);
    const auto condition = root ? Translator(columns).of(*root) : std::nullopt;
    return condition ? condition->sql : "";
}

} // namespace geo

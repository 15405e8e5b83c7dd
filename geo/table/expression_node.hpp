#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/table/expression.hpp"

namespace geo {

/// A literal of the expression; `text` is what stands there, also for numbers.
struct Literal {
    std::string text;
    double number = 0;
    bool is_number = false;
};

enum class Comparison { equal, not_equal, less, less_equal, greater, greater_equal };

/// One node of a parsed expression. all_of and any_of have two operands, negation one, the others a name.
struct Expression::Node {
    enum class Kind { all_of, any_of, negation, compare, member, like, null };
    Kind kind = Kind::null;
    std::vector<std::shared_ptr<const Node>> operands;
    std::string name;
    Comparison comparison = Comparison::equal;
    std::vector<Literal> literals; ///< one for compare and like, the list for member
};

/// The tree of `text`; names in order of appearance, each once. Throws Error{Argument}.
std::shared_ptr<const Expression::Node> parsed_expression(std::string_view text,
                                                          std::vector<std::string>& names);

/// `%` stands for any text, `_` for one character; ASCII case is ignored. Time at most |text| * |pattern|.
bool is_like(std::string_view text, std::string_view pattern);

} // namespace geo

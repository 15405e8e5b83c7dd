#include <algorithm>
#include <array>
#include <optional>

#include "geo/core/error.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/expression_node.hpp"
#include "geo/table/number_from_text.hpp"

namespace geo {

namespace {

using Node = Expression::Node;
using NodePtr = std::shared_ptr<const Node>;

struct Token {
    enum class Kind { name, text, number, sign, end };
    Kind kind = Kind::end;
    std::string text;    ///< without its quotes
    bool quoted = false; ///< a name in "...": never a keyword
    std::size_t at = 0;  ///< offset in the expression
};

[[noreturn]] void fail(std::size_t at, const std::string& expected, const std::string& found) {
    throw Error(ErrorKind::Argument, "in the expression at character " + std::to_string(at + 1) +
                                         ": expected " + expected + ", found " + found);
}

std::string described(const Token& token) {
    return token.kind == Token::Kind::end ? "the end" : "'" + token.text + "'";
}

bool starts_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}
    Token next();

  private:
    Token quoted(char quote);
    Token run(Token::Kind kind, std::size_t end);

    std::string_view text_;
    std::size_t at_ = 0;
};

Token Lexer::run(Token::Kind kind, std::size_t end) {
    Token token{kind, std::string(text_.substr(at_, end - at_)), false, at_};
    at_ = end;
    return token;
}

Token Lexer::quoted(char quote) {
    Token token{quote == '"' ? Token::Kind::name : Token::Kind::text, {}, true, at_};
    for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
        if (text_[at] == quote) {
            if (at + 1 >= text_.size() || text_[at + 1] != quote) {
                at_ = at + 1;
                return token;
            }
            ++at;
        }
        token.text.push_back(text_[at]);
    }
    fail(at_, std::string("a closing ") + quote, "the end");
}

Token Lexer::next() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
        ++at_;
    if (at_ == text_.size()) return {Token::Kind::end, {}, false, at_};
    const char c = text_[at_];
    const char after = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (c == '\'' || c == '"') return quoted(c);
    if (starts_name(c)) {
        std::size_t end = at_;
        while (end < text_.size() && (starts_name(text_[end]) || is_digit(text_[end]))) ++end;
        return run(Token::Kind::name, end);
    }
    if (is_digit(c) || ((c == '-' || c == '+' || c == '.') && (is_digit(after) || after == '.'))) {
        std::size_t end = at_ + 1;
        const auto in_number = [&](std::size_t i) {
            const bool exponent_sign = (text_[i] == '-' || text_[i] == '+') && (text_[i - 1] | 0x20) == 'e';
            return is_digit(text_[i]) || text_[i] == '.' || starts_name(text_[i]) || exponent_sign;
        };
        while (end < text_.size() && in_number(end)) ++end;
        Token token = run(Token::Kind::number, end);
        if (!number_from_text(token.text)) fail(token.at, "a number", described(token));
        return token;
    }
    for (const std::string_view sign : {"!=", "<>", "<=", ">=", "==", "=", "<", ">", "(", ")", ","})
        if (text_.substr(at_).starts_with(sign)) return run(Token::Kind::sign, at_ + sign.size());
    fail(at_, "a name, a value or a comparison", std::string("'") + c + "'");
}

/// or > and > not > comparison, each level a function of its own.
class Parser {
  public:
    Parser(std::string_view text, std::vector<std::string>& names) : lexer_(text), names_(names) {
        advance();
    }

    NodePtr whole() {
        NodePtr root = any_of();
        if (token_.kind != Token::Kind::end) fail(token_.at, "'and', 'or' or the end", described(token_));
        return root;
    }

  private:
    static constexpr int kDeepest = 200; ///< of parentheses and nots: the stack is finite
    static constexpr int kMostComparisons = 1000;

    void advance() { token_ = lexer_.next(); }
    bool at_word(std::string_view word) const {
        return token_.kind == Token::Kind::name && !token_.quoted && same_but_for_case(token_.text, word);
    }
    bool take_word(std::string_view word) {
        const bool found = at_word(word);
        if (found) advance();
        return found;
    }
    bool take_sign(std::string_view sign) {
        const bool found = token_.kind == Token::Kind::sign && token_.text == sign;
        if (found) advance();
        return found;
    }
    void expect_sign(std::string_view sign) {
        if (!take_sign(sign)) fail(token_.at, "'" + std::string(sign) + "'", described(token_));
    }

    NodePtr joined(Node::Kind kind, NodePtr left, NodePtr right) {
        return std::make_shared<Node>(Node{kind, {std::move(left), std::move(right)}, {}, {}, {}});
    }
    NodePtr negated(NodePtr operand) {
        return std::make_shared<Node>(Node{Node::Kind::negation, {std::move(operand)}, {}, {}, {}});
    }

    NodePtr any_of() {
        NodePtr left = all_of();
        while (take_word("or")) left = joined(Node::Kind::any_of, left, all_of());
        return left;
    }
    NodePtr all_of() {
        NodePtr left = operand();
        while (take_word("and")) left = joined(Node::Kind::all_of, left, operand());
        return left;
    }
    NodePtr operand();
    NodePtr comparison();
    std::string name();
    Literal literal();
    std::optional<Comparison> take_comparison();

    Lexer lexer_;
    Token token_;
    std::vector<std::string>& names_;
    int depth_ = 0;
    int n_comparisons_ = 0;
};

NodePtr Parser::operand() {
    if (++depth_ > kDeepest) fail(token_.at, "fewer than 200 nested parentheses", described(token_));
    NodePtr node;
    if (take_word("not")) {
        node = negated(operand());
    } else if (take_sign("(")) {
        node = any_of();
        expect_sign(")");
    } else {
        node = comparison();
    }
    --depth_;
    return node;
}

std::string Parser::name() {
    const bool keyword = at_word("and") || at_word("or") || at_word("in") || at_word("is") || at_word("like");
    if (token_.kind != Token::Kind::name || keyword) fail(token_.at, "a column name", described(token_));
    std::string found = token_.text;
    if (std::find(names_.begin(), names_.end(), found) == names_.end()) names_.push_back(found);
    advance();
    return found;
}

Literal Parser::literal() {
    if (token_.kind != Token::Kind::text && token_.kind != Token::Kind::number)
        fail(token_.at, "a number or a text in single quotes", described(token_));
    const bool is_number = token_.kind == Token::Kind::number;
    Literal found{token_.text, is_number ? *number_from_text(token_.text) : 0, is_number};
    advance();
    return found;
}

std::optional<Comparison> Parser::take_comparison() {
    struct Sign {
        std::string_view text;
        Comparison comparison;
    };
    constexpr std::array kSigns = {Sign{"=", Comparison::equal},      Sign{"==", Comparison::equal},
                                   Sign{"!=", Comparison::not_equal}, Sign{"<>", Comparison::not_equal},
                                   Sign{"<", Comparison::less},       Sign{"<=", Comparison::less_equal},
                                   Sign{">", Comparison::greater},    Sign{">=", Comparison::greater_equal}};
    for (const Sign& sign : kSigns)
        if (take_sign(sign.text)) return sign.comparison;
    return std::nullopt;
}

NodePtr Parser::comparison() {
    if (++n_comparisons_ > kMostComparisons) fail(token_.at, "at most 1,000 comparisons", described(token_));
    Node node;
    node.name = name();
    if (const auto comparison = take_comparison()) {
        node.kind = Node::Kind::compare;
        node.comparison = *comparison;
        node.literals.push_back(literal());
        return std::make_shared<Node>(std::move(node));
    }
    bool negative = false;
    if (take_word("is")) {
        negative = take_word("not");
        if (!take_word("null")) fail(token_.at, "'null'", described(token_));
        node.kind = Node::Kind::null;
    } else {
        negative = take_word("not");
        if (take_word("in")) {
            node.kind = Node::Kind::member;
            expect_sign("(");
            do node.literals.push_back(literal());
            while (take_sign(","));
            expect_sign(")");
        } else if (take_word("like")) {
            node.kind = Node::Kind::like;
            node.literals.push_back(literal());
        } else {
            fail(token_.at, "a comparison (= != < <= > >= in like is)", described(token_));
        }
    }
    NodePtr found = std::make_shared<Node>(std::move(node));
    return negative ? negated(found) : found;
}

} // namespace

NodePtr parsed_expression(std::string_view text, std::vector<std::string>& names) {
    return Parser(text, names).whole();
}

} // namespace geo

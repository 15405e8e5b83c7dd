#include "app/viewer/script.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "geo/core/error.hpp"

namespace app {

namespace {

struct Verb {
    std::string_view name;
    std::size_t least, most;
};
constexpr auto kVerbs = std::to_array<Verb>({{"open", 1, 1},
                                             {"drop", 1, 1},
                                             {"wait", 0, 0},
                                             {"shot", 1, 1},
                                             {"click", 1, 3},
                                             {"right", 1, 3},
                                             {"hold", 1, 1},
                                             {"double", 1, 3},
                                             {"hover", 1, 3},
                                             {"say", 1, 1},
                                             {"drag", 5, 41},
                                             {"wheel", 4, 4},
                                             {"key", 1, 1},
                                             {"type", 1, 1},
                                             {"export", 2, 2},
                                             {"expect", 2, 4}});

[[noreturn]] void fail(int line, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::Format, fmt::format("line {}: {}", line, reason));
}

std::vector<std::string> words_of(std::string_view text, int line) {
    std::vector<std::string> words;
    bool quoted = false, in_word = false;
    for (char c : text) {
        if (c == '"') {
            quoted = !quoted;
            if (!in_word) words.emplace_back();
            in_word = true;
        } else if (!quoted && (c == ' ' || c == '\t' || c == '\r')) {
            in_word = false;
        } else {
            if (!in_word) words.emplace_back();
            in_word = true;
            words.back() += c;
        }
    }
    if (quoted) fail(line, "a quote is not closed");
    return words;
}

void check(const ScriptLine& line) {
    const auto* const verb =
        std::find_if(kVerbs.begin(), kVerbs.end(), [&](const Verb& v) { return v.name == line.verb; });
    if (verb == kVerbs.end()) fail(line.number, "unknown verb '" + line.verb + "'");
    if (line.words.size() < verb->least || line.words.size() > verb->most)
        fail(line.number, fmt::format("'{}' takes {} to {} words, not {}", line.verb, verb->least, verb->most,
                                      line.words.size()));
}

} // namespace

std::vector<ScriptLine> parse_script(std::string_view text) {
    std::vector<ScriptLine> lines;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::vector<std::string> words = words_of(text.substr(0, end), number);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (words.empty() || words.front().starts_with("#")) continue;
        ScriptLine line{number, words.front(), {words.begin() + 1, words.end()}};
        check(line);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace app

#include <algorithm>

#include "app/render/text/typesetter.hpp"
#include "app/render/text/utf8.hpp"

namespace app {

namespace {

/// Words of one paragraph, without their spaces.
std::vector<std::u32string> words_of(const std::u32string& paragraph) {
    std::vector<std::u32string> words;
    std::size_t at = 0;
    while (at < paragraph.size()) {
        const std::size_t end = std::min(paragraph.find(U' ', at), paragraph.size());
        if (end > at) words.push_back(paragraph.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::vector<std::u32string> paragraphs_of(const std::u32string& text) {
    std::vector<std::u32string> paragraphs(1);
    for (const char32_t c : text) {
        if (c == U'\n')
            paragraphs.emplace_back();
        else if (c != U'\r')
            paragraphs.back().push_back(c == U'\t' ? U' ' : c);
    }
    return paragraphs;
}

} // namespace

std::vector<std::string> Typesetter::wrapped(std::string_view utf8, TextStyle style, float width_px) {
    std::vector<std::string> lines;
    const auto fits = [&](const std::u32string& line) { return shaped(line, style).advance <= width_px; };
    for (const std::u32string& paragraph : paragraphs_of(code_points(utf8))) {
        std::u32string line;
        for (const std::u32string& word : words_of(paragraph)) {
            std::u32string longer = line.empty() ? word : line + U' ' + word;
            if (!fits(longer) && !line.empty()) {
                lines.push_back(utf8_from(line));
                longer = word;
            }
            while (longer.size() > 1 && !fits(longer)) {
                // A word wider than the line (a URL): as many letters as fit.
                std::size_t n = longer.size() - 1;
                while (n > 1 && !fits(longer.substr(0, n))) --n;
                lines.push_back(utf8_from(longer.substr(0, n)));
                longer = longer.substr(n);
            }
            line = std::move(longer);
        }
        lines.push_back(utf8_from(line));
    }
    return lines;
}

} // namespace app

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
    // Words are measured one by one, which is far cheaper than every line that grows; kerning over a space is
    // less than the slack.
    constexpr float kSlack = 0.5F;
    const auto advance = [&](const std::u32string& word) { return shaped(word, style).advance; };
    const float space = advance(U" ") + 2 * style.tracking_px;
    std::vector<std::string> lines;
    for (const std::u32string& paragraph : paragraphs_of(code_points(utf8))) {
        std::u32string line;
        float used = 0;
        for (std::u32string word : words_of(paragraph)) {
            float wide = advance(word);
            if (!line.empty() && used + space + wide + kSlack <= width_px) {
                line += U' ' + word;
                used += space + wide;
                continue;
            }
            if (!line.empty()) lines.push_back(utf8_from(line));
            while (word.size() > 1 && wide > width_px) {
                // A word wider than the line (a URL): as many letters as fit.
                std::size_t n = word.size() - 1;
                while (n > 1 && advance(word.substr(0, n)) > width_px) --n;
                lines.push_back(utf8_from(word.substr(0, n)));
                word = word.substr(n);
                wide = advance(word);
            }
            line = std::move(word);
            used = wide;
        }
        lines.push_back(utf8_from(line));
    }
    return lines;
}

} // namespace app

#include "app/report/page/html.hpp"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "geo/core/number_words.hpp"

namespace app {

namespace {

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (int k = 0; k < 4; ++k) text += kDigits[three >> (18 - 6 * k) & 63];
    }
    const std::size_t n_missing = (3 - bytes.size() % 3) % 3;
    for (std::size_t k = 0; k < n_missing; ++k) text[text.size() - 1 - k] = '=';
    return text;
}

} // namespace

std::string html_escaped(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') escaped += c;
        }
    }
    return escaped;
}

std::string sentence(std::string_view text) {
    std::string words(text);
    if (words.empty()) return words;
    if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words.back() == '.' ? words : words + ".";
}

std::string count_words(double count) {
    return std::isnan(count) ? "" : geo::grouped(static_cast<std::uint64_t>(std::llround(count)));
}

std::string probability_words(double p) {
    if (std::isnan(p)) return "";
    return p < 0.0001 ? "< 0.0001" : fmt::format("{:.2g}", p);
}

std::string paragraph(std::string_view text) {
    return text.empty() ? "" : fmt::format("<p>{}</p>\n", html_escaped(text));
}

std::string bullets(const std::vector<std::string>& texts) {
    if (texts.empty()) return "";
    std::string list = "<ul>\n";
    for (const std::string& text : texts) list += fmt::format("<li>{}</li>\n", html_escaped(text));
    return list + "</ul>\n";
}

void HtmlTable::add(const std::vector<HtmlCell>& row) {
    rows_ += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i)
        rows_ += fmt::format("<td{}>{}</td>",
                             columns_[i].number  ? " class=\"n\""
                             : columns_[i].whole ? " class=\"w\""
                                                 : "",
                             row[i].is_markup ? row[i].text : html_escaped(row[i].text));
    rows_ += "</tr>\n";
}

std::string HtmlTable::html(std::string_view caption) const {
    std::string table = "<div class=\"wide\"><table>\n";
    if (!caption.empty()) table += fmt::format("<caption>{}</caption>\n", html_escaped(caption));
    table += "<thead><tr>";
    for (const HtmlColumn& column : columns_)
        table += fmt::format("<th scope=\"col\"{}>{}</th>", column.number ? " class=\"n\"" : "",
                             html_escaped(column.title));
    return table + "</tr></thead>\n<tbody>\n" + rows_ + "</tbody></table></div>\n";
}

std::string section(std::string_view id, std::string_view heading, const std::string& content) {
    if (content.empty()) return "";
    return fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n{}</section>\n", id, html_escaped(heading),
                       content);
}

std::string embedded_png(std::string_view png, std::string_view words, std::string_view caption) {
    return fmt::format("<figure><img alt=\"{}\" src=\"data:image/png;base64,{}\">{}</figure>\n",
                       html_escaped(words), base64(png),
                       caption.empty() ? "" : "<figcaption>" + html_escaped(caption) + "</figcaption>");
}

} // namespace app

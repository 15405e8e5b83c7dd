#include "app/render/svg/svg_text.hpp"

#include <cmath>

#include <fmt/format.h>

#include "app/render/text/utf8.hpp"

namespace app {

namespace {

bool is_xml_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return !(c >= 0xD800 && c < 0xE000) && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF && c != 0x7F;
}

} // namespace

std::string xml_escaped(std::string_view utf8) {
    std::u32string text;
    const auto add = [&text](const char* mark) {
        while (*mark != 0) text.push_back(static_cast<char32_t>(*mark++));
    };
    for (const char32_t c : code_points(utf8)) {
        if (c == '&')
            add("&amp;");
        else if (c == '<')
            add("&lt;");
        else if (c == '>')
            add("&gt;");
        else if (c == '"')
            add("&quot;");
        else
            text.push_back(is_xml_character(c) ? c : U'\uFFFD');
    }
    return utf8_from(text);
}

std::string svg_number(double value) {
    const auto hundredths = static_cast<long long>(std::llround(value * 100));
    const auto size = static_cast<unsigned long long>(hundredths < 0 ? -hundredths : hundredths);
    std::string text = fmt::format("{}{}", hundredths < 0 ? "-" : "", size / 100);
    if (size % 100 != 0) text += fmt::format(".{:02}", size % 100);
    if (size % 100 != 0 && size % 10 == 0) text.pop_back();
    return text;
}

std::string svg_color(const char* name, geo::Rgba color, double opacity) {
    const std::string_view opaque_name = std::string_view(name) == "stop-color" ? "stop" : name;
    std::string text = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", name, color.r, color.g, color.b);
    const double share = color.a / 255.0 * opacity;
    if (share < 0.999) text += fmt::format(" {}-opacity=\"{:.3g}\"", opaque_name, share);
    return text;
}

std::string base64(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t n = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k) three = three << 8 | (k < n ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text.push_back(k <= n ? kDigits[three >> (18 - 6 * k) & 63] : '=');
    }
    return text;
}

} // namespace app

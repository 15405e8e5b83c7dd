#include "geo/table/column_name.hpp"

#include <algorithm>

namespace geo {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <typename Same>
std::optional<std::size_t> first_where(std::span<const std::string> header, const Same& same) {
    const auto it = std::find_if(header.begin(), header.end(), same);
    if (it == header.end()) return std::nullopt;
    return static_cast<std::size_t>(it - header.begin());
}

} // namespace

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

std::string folded_name(std::string_view name) {
    std::string out;
    for (const char c : name)
        if (std::string_view(" \t\r\n_-.").find(c) == std::string_view::npos) out.push_back(lower(c));
    return out;
}

bool same_but_for_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::size_t> column_named(std::span<const std::string> header, std::string_view name) {
    if (const auto exact = first_where(header, [&](const std::string& h) { return h == name; })) return exact;
    if (const auto cased =
            first_where(header, [&](const std::string& h) { return same_but_for_case(h, name); }))
        return cased;
    const std::string folded = folded_name(name);
    if (folded.empty()) return std::nullopt;
    return first_where(header, [&](const std::string& h) { return folded_name(h) == folded; });
}

namespace {

/// The first bytes of a name, without what a terminal would obey.
std::string shown(const std::string& name) {
    std::size_t n = std::min<std::size_t>(name.size(), 100);
    while (n < name.size() && n > 0 && (static_cast<unsigned char>(name[n]) & 0xC0u) == 0x80)
        --n; // whole characters
    std::string out = name.substr(0, n);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    return n < name.size() ? out + "..." : out;
}

} // namespace

std::string listed(std::span<const std::string> header) {
    constexpr std::size_t kShown = 60;
    std::string out;
    for (std::size_t i = 0; i < std::min(header.size(), kShown); ++i)
        out += (i ? ", '" : "'") + shown(header[i]) + "'";
    if (header.size() > kShown) out += ", ... (" + std::to_string(header.size()) + " in all)";
    return out;
}

} // namespace geo

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "geo/layer/color.hpp"

namespace app {

/// Text as it may stand in XML 1.0, in an element or an attribute: marks escaped, what is no character of XML
/// (control characters, broken UTF-8) as U+FFFD.
std::string xml_escaped(std::string_view utf8);

/// A number with at most two decimals: "12", "-0.5", "3.14". Independent of the locale.
std::string svg_number(double value);

/// name="#rrggbb", with name-opacity where the colour is translucent; `name` is fill, stroke or stop-color.
std::string svg_color(const char* name, geo::Rgba color, double opacity = 1);

std::string base64(std::span<const std::uint8_t> bytes);

} // namespace app

#include "app/render/picture/picture_size.hpp"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "geo/core/error.hpp"

namespace app {

namespace {

constexpr double kMmPerInch = 25.4;

std::optional<double> number_at(std::string_view& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || !std::isfinite(number) || number <= 0 || number > 1e6) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// Pixels per unit; 0 for a unit that there is not.
double pixels_per(std::string_view unit, double dpi) {
    if (unit.empty() || unit == "px") return 1;
    if (unit == "mm") return dpi / kMmPerInch;
    if (unit == "cm") return dpi / kMmPerInch * 10;
    return unit == "in" ? dpi : 0;
}

} // namespace

std::optional<PixelSize> size_from_text(std::string_view text, double dpi) {
    const auto width = number_at(text);
    if (!width || !text.starts_with('x')) return std::nullopt;
    text.remove_prefix(1);
    const auto height = number_at(text);
    const double per_unit = pixels_per(text, dpi);
    if (!height || per_unit == 0) return std::nullopt;
    if (per_unit == 1 && (*width != std::floor(*width) || *height != std::floor(*height)))
        return std::nullopt;
    return PixelSize{static_cast<int>(std::lround(*width * per_unit)),
                     static_cast<int>(std::lround(*height * per_unit))};
}

std::string fault_of_picture(const PictureOptions& options) {
    const auto [width, height] = options.size;
    if (width < kLeastPictureSide || height < kLeastPictureSide || width > kMostPictureSide ||
        height > kMostPictureSide)
        return fmt::format("a picture of {} × {} pixels cannot be drawn: each side may have {} to {}", width,
                           height, kLeastPictureSide, kMostPictureSide);
    if (static_cast<double>(width) * height > kMostPixels)
        return fmt::format("a picture of {} × {} pixels cannot be drawn: it may have {} million in all",
                           width, height, static_cast<int>(kMostPixels / 1e6));
    if (!(options.scale >= kLeastScale && options.scale <= kMostScale))
        return fmt::format("a resolution of {:g} dpi cannot be drawn: it may be {:g} to {:g}",
                           96 * options.scale, 96 * kLeastScale, 96 * kMostScale);
    return "";
}

void check_picture(const PictureOptions& options) {
    if (const std::string fault = fault_of_picture(options); !fault.empty())
        throw geo::Error(geo::ErrorKind::Argument, fault);
}

std::string size_on_paper(const PictureOptions& options) {
    const double mm = kMmPerInch / (96 * options.scale);
    return fmt::format("{:.0f} × {:.0f} mm at {:g} dpi", options.size.width * mm, options.size.height * mm,
                       96 * options.scale);
}

} // namespace app

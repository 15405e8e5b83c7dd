#include "tests/image/picture_files.hpp"

#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

std::optional<app::Image> read_png(const std::string& path) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&header, path.c_str()) == 0) return std::nullopt;
    header.format = PNG_FORMAT_RGBA;
    app::Image image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    image.rgba.resize(PNG_IMAGE_SIZE(header));
    if (png_image_finish_read(&header, nullptr, image.rgba.data(), 0, nullptr) == 0) return std::nullopt;
    return image;
}

void write_png(const std::string& path, const app::Image& image) {
    const auto bytes = app::png_from_image(image, {}, 96);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

Difference difference(const app::Image& a, const app::Image& b, app::Image& shown) {
    shown = {a.width, a.height, std::vector<std::uint8_t>(a.rgba.size(), 255)};
    double sum = 0;
    std::size_t n_visible = 0;
    for (std::size_t pixel = 0; pixel < a.rgba.size(); pixel += 4) {
        int most = 0;
        for (std::size_t channel = pixel; channel < pixel + 3; ++channel) {
            const int apart = std::abs(a.rgba[channel] - b.rgba[channel]);
            sum += apart;
            most = std::max(most, apart);
            shown.rgba[channel] = static_cast<std::uint8_t>(std::min(255, apart * 8));
        }
        n_visible += most > Difference::kVisible ? 1 : 0;
    }
    const double n = static_cast<double>(a.rgba.size()) / 4;
    return {sum / (3 * n), static_cast<double>(n_visible) / n};
}

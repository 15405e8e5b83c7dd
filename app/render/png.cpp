#include <png.h>

#include <algorithm>
#include <cmath>

#include "app/render/render_image.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

struct PngWriter {
    png_structp png;
    png_infop info;
    PngWriter()
        : png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, nullptr)),
          info(png == nullptr ? nullptr : png_create_info_struct(png)) {
        if (info == nullptr) throw geo::Error(geo::ErrorKind::Internal, "libpng cannot be started");
    }
    ~PngWriter() { png_destroy_write_struct(&png, &info); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    /// libpng allows an exception in place of its longjmp.
    [[noreturn]] static void fail(png_structp, png_const_charp message) {
        throw geo::Error(geo::ErrorKind::Output,
                         std::string("the PNG picture cannot be written: ") + message);
    }
};

void append(png_structp png, png_bytep bytes, png_size_t n) {
    auto& out = *static_cast<std::vector<std::uint8_t>*>(png_get_io_ptr(png));
    out.insert(out.end(), bytes, bytes + n);
}

/// A PNG keyword: 1 to 79 printable Latin-1 letters without spaces at its ends.
std::string keyword(const std::string& key) {
    std::string word;
    for (const char c : key.substr(0, 79)) word.push_back(c > ' ' && c < 127 ? c : '_');
    return word.empty() ? "_" : word;
}

bool opaque(const Image& image) {
    for (std::size_t alpha = 3; alpha < image.rgba.size(); alpha += 4) {
        if (image.rgba[alpha] != 255) return false;
    }
    return true;
}

bool plain(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c < 127) || c == '\n'; });
}

void write_texts(PngWriter& writer, const std::vector<std::pair<std::string, std::string>>& texts) {
    for (const auto& [key, value] : texts) {
        std::string word = keyword(key), content = value;
        png_text text{};
        // tEXt is Latin-1; whatever goes beyond ASCII is UTF-8 in iTXt.
        text.compression = plain(value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        text.key = word.data();
        text.text = content.data();
        text.text_length = content.size();
        if (!plain(value)) text.itxt_length = content.size();
        png_set_text(writer.png, writer.info, &text, 1);
    }
}

} // namespace

std::vector<std::uint8_t> png_from_image(const Image& image,
                                         const std::vector<std::pair<std::string, std::string>>& texts,
                                         double dpi) {
    std::vector<std::uint8_t> bytes;
    std::vector<png_bytep> rows;
    const auto stride = static_cast<std::size_t>(image.width) * 4;
    for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y) {
        rows.push_back(const_cast<png_bytep>(image.rgba.data() + y * stride)); // libpng only reads
    }
    const bool has_alpha = !opaque(image);
    PngWriter writer;
    png_set_write_fn(writer.png, &bytes, append, nullptr);
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(image.width),
                 static_cast<png_uint_32>(image.height), 8,
                 has_alpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(writer.png, writer.info, PNG_sRGB_INTENT_PERCEPTUAL);
    const auto per_metre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
    png_set_pHYs(writer.png, writer.info, per_metre, per_metre, PNG_RESOLUTION_METER);
    // A flat map compresses well at any level and without trying every filter on every row.
    png_set_compression_level(writer.png, 4);
    png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    write_texts(writer, texts);
    png_set_rows(writer.png, writer.info, rows.data());
    png_write_png(writer.png, writer.info,
                  has_alpha ? PNG_TRANSFORM_IDENTITY : PNG_TRANSFORM_STRIP_FILLER_AFTER, nullptr);
    return bytes;
}

} // namespace app

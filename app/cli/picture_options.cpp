#include <CLI/CLI.hpp>

#include "app/cli/arguments.hpp"
#include "app/render/picture/picture_size.hpp"

namespace app {

namespace {

/// Pixels at once; a size on paper waits until the resolution is known, which may be said after it.
void read_size(const std::string& value, Arguments& arguments) {
    constexpr double kAnyDpi = 96;
    const auto size = size_from_text(value, kAnyDpi);
    if (!size)
        throw CLI::ValidationError(
            "--size", "'" + value + "' is not a size: write 1600x1200 (pixels), 180x120mm, 18x12cm or 7x5in");
    const bool pixels = value.find_first_not_of("0123456789x") == std::string::npos;
    arguments.paper_size = pixels ? "" : value;
    if (!pixels) return;
    arguments.width = size->width;
    arguments.height = size->height;
}

} // namespace

void add_picture_options(CLI::App& command, Arguments& arguments) {
    const std::string group = "Map";
    CLI::Option* size = command.add_option_function<std::string>(
        "--size", [&arguments](const std::string& value) { read_size(value, arguments); },
        "Picture size, WIDTHxHEIGHT in pixels, or with mm, cm or in; default 1600x1200");
    size->group(group);
    command.add_option("--width", arguments.width, "Picture width in pixels")
        ->check(CLI::Range(kLeastPictureSide, kMostPictureSide))
        ->capture_default_str()
        ->excludes(size)
        ->group(group);
    command.add_option("--height", arguments.height, "Picture height in pixels")
        ->check(CLI::Range(kLeastPictureSide, kMostPictureSide))
        ->capture_default_str()
        ->excludes(size)
        ->group(group);
    CLI::Option* scale = command.add_option("--scale", arguments.render_scale,
                                            "Multiplies text, lines and symbols; 1 is 96 dpi");
    scale->check(CLI::Range(kLeastScale, kMostScale))->capture_default_str()->group(group);
    command
        .add_option_function<double>(
            "--dpi", [&arguments](double dpi) { arguments.render_scale = dpi / 96; },
            "Resolution: text, lines and symbols keep their size on paper; default 96, 300 for print")
        ->check(CLI::Range(kLeastScale * 96, kMostScale * 96))
        ->excludes(scale)
        ->group(group);
}

} // namespace app

#include "app/viewer/options.hpp"

#include <charconv>

#include "geo/core/error.hpp"

namespace app {

namespace {

[[noreturn]] void fail(const std::string& reason) { throw geo::Error(geo::ErrorKind::Argument, reason); }

PixelSize size_from(const std::string& text) {
    PixelSize size;
    const char* end = text.data() + text.size();
    const auto [x, bad_width] = std::from_chars(text.data(), end, size.width);
    if (bad_width != std::errc() || x == end || *x != 'x')
        fail("--size must be WIDTHxHEIGHT, as in 1280x800");
    const auto [rest, bad_height] = std::from_chars(x + 1, end, size.height);
    if (bad_height != std::errc() || rest != end || size.width < 1 || size.height < 1 || size.width > 16384 ||
        size.height > 16384)
        fail("--size must be WIDTHxHEIGHT with sides of 1 to 16384, as in 1280x800");
    return size;
}

geo::Theme theme_from(const std::string& text) {
    if (text == "light") return geo::Theme::light;
    if (text == "dark") return geo::Theme::dark;
    fail("--theme must be light or dark");
}

float scale_from(const std::string& text) {
    float scale = 0;
    const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), scale);
    if (bad != std::errc() || end != text.data() + text.size() || !(scale >= 0.5f && scale <= 4))
        fail("--scale must be a number from 0.5 to 4");
    return scale;
}

} // namespace

const char* const kHelp = R"(borderlens-viewer [options] [FILE | STUDY.study.json]

Opens the viewer on a table of incidents (CSV, GeoJSON, GeoPackage, XLSX and more) or a study.

  --theme light|dark   colours of the window and the map (the one chosen last, else light)
  --size WIDTHxHEIGHT  of the window (1280x800)
  --script FILE        runs the script without a window; exits with 1 at the first
                       expectation that does not hold (language: app/viewer/script.hpp)
  --scale FACTOR       of text and lines in a scripted run, 0.5 to 4 (1)
  --profile FOLDER     where settings and unsaved work are kept (the user's configuration
                       and state folders; a scripted run keeps nothing without this)
  --help, --version
)";

Options options_from(std::span<char*> words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = words[i];
        const auto value = [&]() -> std::string {
            if (i + 1 == words.size()) fail(word + " needs a value");
            return words[++i];
        };
        if (word == "--help" || word == "-h")
            options.help = true;
        else if (word == "--version")
            options.version = true;
        else if (word == "--script")
            options.script = value();
        else if (word == "--size")
            options.size = size_from(value());
        else if (word == "--theme")
            options.theme = theme_from(value());
        else if (word == "--profile")
            options.profile = value();
        else if (word == "--scale")
            options.scale = scale_from(value());
        else if (word.starts_with("--"))
            fail("unknown option " + word + " (see --help)");
        else if (!options.path.empty())
            fail("one file at a time: " + options.path + " or " + word);
        else
            options.path = word;
    }
    return options;
}

} // namespace app

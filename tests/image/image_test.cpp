// Draws the hand-made scenes and compares them with the baselines.
// Exit code 0: alike; 1: not; 77: skipped, because the baselines were drawn by llvmpipe and this machine has
// none.
#include <cstdio>
#include <cstring>
#include <string>

#include "app/render/offscreen_context.hpp"
#include "app/render/text/fonts.hpp"
#include "geo/core/error.hpp"
#include "tests/image/picture_files.hpp"
#include "tests/image/scenes.hpp"

namespace {

// The same llvmpipe gives the same bytes. Another version of LLVM rounds blends by a level or two; another
// FreeType moves a few letters' edges, which is what the second, wider pair is for.
constexpr double kMostMean = 0.5, kMostShare = 0.002;
constexpr double kMostMeanText = 1.5, kMostShareText = 0.02;

const std::string kBaselines = IMAGE_BASELINES "/";

/// "" when the baselines hold here, else why not.
std::string reason_to_skip() {
    try {
        const app::OffscreenContext context;
        if (context.renderer().find("llvmpipe") == std::string::npos)
            return "OpenGL is " + context.renderer();
    } catch (const geo::Error& error) {
        return error.what();
    }
    return "";
}

bool compare(const ImageCase& test, const app::Image& drawn) {
    const auto baseline = read_png(kBaselines + test.name + ".png");
    if (!baseline || baseline->width != drawn.width || baseline->height != drawn.height) {
        std::printf("%s: no baseline of this size; see %s.png here\n", test.name.c_str(), test.name.c_str());
        write_png(test.name + ".png", drawn);
        return false;
    }
    app::Image shown;
    const Difference apart = difference(drawn, *baseline, shown);
    const bool alike = apart.mean <= (test.has_text ? kMostMeanText : kMostMean) &&
                       apart.share <= (test.has_text ? kMostShareText : kMostShare);
    std::printf("%-14s mean difference %.3f of 255, %.3f %% of pixels visibly: %s\n", test.name.c_str(),
                apart.mean, 100 * apart.share, alike ? "alike" : "NOT ALIKE");
    if (!alike) {
        write_png(test.name + ".png", drawn);
        write_png(test.name + "_difference.png", shown);
    }
    return alike;
}

int run(bool accept) {
    const bool fonts = app::font_file(app::FontStyle::regular).find("NotoSans") != std::string::npos;
    bool all_alike = true;
    for (const ImageCase& test : image_cases()) {
        if (test.has_text && !fonts) {
            std::printf("%s: skipped, Noto Sans is not installed\n", test.name.c_str());
            continue;
        }
        const app::Image drawn = app::render_image(test.scene, &test.camera, test.options);
        if (accept)
            write_png(kBaselines + test.name + ".png", drawn);
        else
            all_alike = compare(test, drawn) && all_alike;
    }
    return all_alike ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    const std::string skip = reason_to_skip();
    if (!skip.empty()) {
        std::printf("skipped: %s\n", skip.c_str());
        return 77;
    }
    try {
        return run(argc > 1 && std::strcmp(argv[1], "--accept") == 0);
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 1;
    }
}

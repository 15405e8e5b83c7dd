#include "app/render/animation/animation_file.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/render/animation/animated_webp.hpp"
#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/atomic_folder.hpp"

namespace app {

namespace {

std::string_view text_of(const std::vector<std::uint8_t>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class PngFolder final : public AnimationFile {
  public:
    PngFolder(const std::string& path, double dpi, std::size_t n_frames)
        : folder_(path), dpi_(dpi), n_frames_(n_frames) {}

    void add(const Image& frame, const std::string& provenance) override {
        const auto png =
            png_from_image(frame, {{"Software", "borderlens"}, {"borderlens", provenance}}, dpi_);
        folder_.write(frame_name(n_written_++, n_frames_), text_of(png));
    }
    void finish(std::string_view provenance) override {
        folder_.write("provenance.json", provenance);
        folder_.commit();
    }

  private:
    geo::AtomicFolder folder_;
    double dpi_;
    std::size_t n_frames_;
    std::size_t n_written_ = 0;
};

class WebpFile final : public AnimationFile {
  public:
    WebpFile(std::string path, PixelSize size, AnimationTiming timing)
        : path_(std::move(path)), frame_ms_(timing.frame_ms), webp_(size, timing.loops) {}

    void add(const Image& frame, const std::string&) override { webp_.add(frame, frame_ms_); }
    void finish(std::string_view provenance) override {
        geo::write_with_provenance(path_, text_of(webp_.finish()), provenance);
    }

  private:
    std::string path_;
    int frame_ms_;
    AnimatedWebp webp_;
};

} // namespace

bool is_animated_webp(std::string_view path) { return path.ends_with(".webp"); }

void require_animation_path(const std::string& path, PixelSize size) {
    if (is_animated_webp(path)) {
        if (std::max(size.width, size.height) > kMostWebpPixels)
            throw geo::Error(geo::ErrorKind::Argument,
                             fmt::format("a side of a WebP picture has 1 to {} pixels; "
                                         "write the frames to a folder instead",
                                         kMostWebpPixels));
        std::error_code unknown;
        if (std::filesystem::is_directory(path, unknown))
            throw geo::Error(geo::ErrorKind::Output,
                             "cannot write " + path + ": a folder of that name is there");
        return;
    }
    if (path == "-" || std::filesystem::path(path).has_extension())
        throw geo::Error(geo::ErrorKind::Argument,
                         "cannot write " + path +
                             ": an animation is a .webp file or a folder of pictures (frames/)");
    geo::require_free_folder(path);
}

std::unique_ptr<AnimationFile> animation_file(const std::string& path, const PictureOptions& picture,
                                              AnimationTiming timing, std::size_t n_frames) {
    if (is_animated_webp(path)) return std::make_unique<WebpFile>(path, picture.size, timing);
    return std::make_unique<PngFolder>(path, 96 * picture.scale, n_frames);
}

std::string frame_name(std::size_t frame, std::size_t n_frames) {
    const std::size_t n_digits = std::max<std::size_t>(4, std::to_string(n_frames).size());
    return fmt::format("frame-{:0{}}.png", frame + 1, n_digits);
}

} // namespace app

#include "app/render/animation/animated_webp.hpp"

#include <cassert>
#include <string>

#include <webp/encode.h>
#include <webp/mux.h>

#include "geo/core/error.hpp"

namespace app {

namespace {

/// 0 (fast) to 9 (small). Flat maps come out within a few per cent of the smallest at 3, in a fraction of the
/// time.
constexpr int kEffort = 3;

[[noreturn]] void fail(const std::string& why) {
    throw geo::Error(geo::ErrorKind::Output, "the animated WebP cannot be made: " + why);
}

struct Picture {
    WebPPicture webp{};
    explicit Picture(const Image& image) {
        WebPPictureInit(&webp);
        webp.use_argb = 1;
        webp.width = image.width;
        webp.height = image.height;
        if (!WebPPictureImportRGBA(&webp, image.rgba.data(), image.width * 4)) fail("out of memory");
    }
    ~Picture() { WebPPictureFree(&webp); }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;
};

} // namespace

struct AnimatedWebp::Encoder {
    WebPAnimEncoder* webp = nullptr;
    WebPConfig config{};
    PixelSize size;
    int end_ms = 0; ///< of the frames so far

    Encoder() = default;
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder() { WebPAnimEncoderDelete(webp); }
    void require(int done) const {
        if (!done) fail(WebPAnimEncoderGetError(webp));
    }
};

AnimatedWebp::AnimatedWebp(PixelSize size, int loops) : encoder_(std::make_unique<Encoder>()) {
    if (size.width < 1 || size.height < 1 || size.width > kMostWebpPixels || size.height > kMostWebpPixels)
        throw geo::Error(geo::ErrorKind::Argument,
                         "a side of a WebP picture has 1 to " + std::to_string(kMostWebpPixels) + " pixels");
    WebPAnimEncoderOptions options;
    if (!WebPAnimEncoderOptionsInit(&options) || !WebPConfigInit(&encoder_->config) ||
        !WebPConfigLosslessPreset(&encoder_->config, kEffort))
        fail("libwebp has another version than the one this program was built with");
    encoder_->config.exact = 1;
    options.anim_params.loop_count = loops;
    encoder_->size = size;
    encoder_->webp = WebPAnimEncoderNew(size.width, size.height, &options);
    if (encoder_->webp == nullptr) fail("out of memory");
}

AnimatedWebp::~AnimatedWebp() = default;

void AnimatedWebp::add(const Image& frame, int milliseconds) {
    assert(frame.width == encoder_->size.width && frame.height == encoder_->size.height);
    Picture picture(frame);
    encoder_->require(WebPAnimEncoderAdd(encoder_->webp, &picture.webp, encoder_->end_ms, &encoder_->config));
    encoder_->end_ms += milliseconds;
}

std::vector<std::uint8_t> AnimatedWebp::finish() {
    // An empty picture at the end says how long the last frame lasts.
    encoder_->require(WebPAnimEncoderAdd(encoder_->webp, nullptr, encoder_->end_ms, nullptr));
    WebPData data;
    WebPDataInit(&data);
    encoder_->require(WebPAnimEncoderAssemble(encoder_->webp, &data));
    std::vector<std::uint8_t> bytes(data.bytes, data.bytes + data.size);
    WebPDataClear(&data);
    return bytes;
}

} // namespace app

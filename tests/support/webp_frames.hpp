#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <webp/demux.h>

namespace test {

/// An animated WebP as libwebpdemux reads it: whole pictures, RGBA, with the end of each in milliseconds.
struct WebpFrames {
    int width = 0, height = 0, loops = -1;
    std::vector<std::vector<std::uint8_t>> rgba;
    std::vector<int> end_ms;
};

inline WebpFrames webp_frames(std::string_view bytes) {
    WebpFrames frames;
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_RGBA;
    WebPAnimDecoder* decoder = WebPAnimDecoderNew(&data, &options);
    if (decoder == nullptr) return frames;
    WebPAnimInfo info;
    WebPAnimDecoderGetInfo(decoder, &info);
    frames.width = static_cast<int>(info.canvas_width);
    frames.height = static_cast<int>(info.canvas_height);
    frames.loops = static_cast<int>(info.loop_count);
    std::uint8_t* picture = nullptr;
    int end_ms = 0;
    while (WebPAnimDecoderHasMoreFrames(decoder) && WebPAnimDecoderGetNext(decoder, &picture, &end_ms)) {
        frames.rgba.emplace_back(picture, picture + std::size_t{info.canvas_width} * info.canvas_height * 4);
        frames.end_ms.push_back(end_ms);
    }
    WebPAnimDecoderDelete(decoder);
    return frames;
}

} // namespace test

#pragma once

/// Icons of the timeline (Fork Awesome), see ui_fonts.hpp.
namespace app::icon {
constexpr const char* play = "\xef\x81\x8b";
constexpr const char* pause = "\xef\x81\x8c";
constexpr const char* step_back = "\xef\x81\x88"; // step-backward
constexpr const char* step_on = "\xef\x81\x91";   // step-forward
constexpr const char* settings = "\xef\x87\x9e";  // sliders
constexpr const char* flag = "\xef\x80\xa4";
constexpr const char* calendar = "\xef\x81\xb3";
constexpr const char* film = "\xef\x80\x88";
constexpr const char* remove = "\xef\x87\xb8"; // trash
} // namespace app::icon

#pragma once

#include "app/viewer/host.hpp"
#include "app/viewer/map_view.hpp"
#include "app/viewer/session.hpp"

namespace app {

/// One frame: news in, map drawn, panels shown, their commands applied.
class Frame {
  public:
    Frame(Session& session, Host& host);
    void run(double seconds);
    /// When another one is wanted though nothing happens, because the map is not drawn to the end; or never.
    std::optional<double> goes_on_in_s() const { return map_.goes_on_in_s(); }

  private:
    void apply_theme_if_changed();
    /// Framebuffer pixels of one pixel of the design: the display's scale and the text size.
    float scale() const { return host_.scale() * session_.model().settings.text_size; }

    Session& session_;
    Host& host_;
    MapView map_;
    std::optional<geo::Theme> theme_;
    float scale_ = 0; ///< of the style that is set
    float font_scale_ = 0;
};

} // namespace app

#pragma once

#include "app/render/offscreen_context.hpp"
#include "app/viewer/host.hpp"
#include "app/viewer/ui_painter.hpp"

namespace app {

/// No window, no display: Dear ImGui draws into a picture, the mouse and the keyboard are what the script
/// says. Time goes by the frame, so that a run is the same every time.
class Headless final : public Host {
  public:
    Headless(PixelSize size, float scale);
    ~Headless() override;
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    PixelSize size() const override { return size_; }
    float scale() const override { return scale_; }
    void begin_frame() override;
    void end_frame(geo::Rgba ground) override;
    void fonts_changed() override;

    static constexpr double kFrame_s = 1.0 / 60;
    /// How long the next frame is said to last.
    void set_frame_time(double seconds) { frame_s_ = seconds; }

    /// A scripted run draws only the frames that it looks at: rasterising in software is most of its time.
    bool draws() const override { return draws_; }
    void set_draws(bool draws) { draws_ = draws; }
    /// A scripted run waits for the whole map in each frame it looks at, so that it is the same every time.
    double map_budget_s() const override { return map_budget_s_; }
    void set_map_budget(double seconds) { map_budget_s_ = seconds; }

    void move_mouse(float x, float y);
    void hold_mouse(bool down, int button = 0); ///< 0 left, 1 right
    void hold_keys(bool shift, bool ctrl);      ///< until the next call
    void turn_wheel(float steps);
    void press(KeyPress press);  ///< for the next frame
    void type(const std::string& text); ///< for the next frame
    /// The last frame that was drawn.
    Image picture() const { return painter_->picture().read(); }

  private:
    OffscreenContext context_;
    std::unique_ptr<UiPainter> painter_;
    PixelSize size_;
    float scale_;
    double frame_s_ = kFrame_s;
    bool draws_ = false;
    double map_budget_s_ = kWholeMap_s;
    KeyPress pressed_;
    bool shift_held_ = false;
    bool ctrl_held_ = false;
};

} // namespace app

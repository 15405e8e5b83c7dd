#pragma once

#include <memory>

#include "app/viewer/host.hpp"
#include "app/viewer/ui_painter.hpp"

struct GLFWwindow;

namespace app {

/// The real window: GLFW with an OpenGL 3.3 core context and Dear ImGui on it. Throws geo::Error{Internal}
/// when there is no display or no OpenGL.
class Window final : public Host {
  public:
    explicit Window(PixelSize size);
    ~Window() override;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    PixelSize size() const override;
    float scale() const override { return scale_; }
    void begin_frame() override;
    void end_frame(geo::Rgba ground) override;
    void fonts_changed() override;
    double map_budget_s() const override { return kMapBudget_s; }
    void set_title(const std::string& title) override;

    /// Half a frame at 60 a second: the panels and the computer's other work need the rest.
    static constexpr double kMapBudget_s = 0.008;

    bool wants_to_close() const;
    bool has_text_cursor() const; ///< one that blinks
    /// Sleeps until something happens, at most `seconds` (negative: for ever).
    void wait(double seconds);
    /// Ends `wait`; from any thread.
    static void wake();

    void key_went_down(int key, int mods);
    void files_dropped(int n, const char** paths);

  private:
    GLFWwindow* window_ = nullptr;
    float scale_ = 1;
    std::string title_;
    std::unique_ptr<UiPainter> painter_; ///< made after the context, gone before it
};

} // namespace app

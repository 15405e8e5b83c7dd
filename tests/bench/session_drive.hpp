#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "app/viewer/frame.hpp"
#include "app/viewer/headless.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/core/error.hpp"

namespace bench {

/// A session driven as by a hand at 60 frames a second, every frame drawn to its last pixel and timed.
class SessionDrive {
  public:
    SessionDrive(app::Session& session, app::Headless& host, std::function<void()> finish_drawing)
        : session_(session), host_(host), frame_(session, host), finish_(std::move(finish_drawing)) {
        host_.set_draws(true);
    }

    /// Runs one frame and sleeps for what is left of its 60th of a second, as a window does that waits for
    /// its display.
    void frame() {
        using namespace std::chrono;
        const auto start = steady_clock::now();
        const double since_last = std::min(0.1, duration<double>(start - last_).count());
        last_ = start;
        host_.set_frame_time(since_last);
        frame_.run(since_last);
        finish_();
        times_ms_.push_back(duration<double, std::milli>(steady_clock::now() - start).count());
        std::this_thread::sleep_until(start + microseconds(16'667));
    }
    void frames(int n) {
        for (int i = 0; i < n; ++i) frame();
    }
    /// Until nothing is computed any more and the camera has come to rest.
    void until_idle() {
        const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(5);
        do {
            frame();
            if (std::chrono::steady_clock::now() > end)
                throw geo::Error(geo::ErrorKind::Internal, "the session does not come to rest");
        } while (session_.animates() || frame_.goes_on_in_s());
        frames(20);
    }

    void point_at(const std::string& item, double x, double y) {
        const auto box = app::ui::item_box(item);
        if (!box) throw geo::Error(geo::ErrorKind::Argument, "no item '" + item + "' in the window");
        host_.move_mouse(std::round(box->x + static_cast<float>(x) * box->width),
                         std::round(box->y + static_cast<float>(y) * box->height));
    }
    /// Presses on the item and moves along `path` (shares of its box, by the time from 0 to 1).
    template <typename Path>
    void drag(const std::string& item, int n_frames, Path path) {
        point_at(item, path(0.0).first, path(0.0).second);
        frame();
        host_.hold_mouse(true);
        frame();
        for (int i = 1; i <= n_frames; ++i) {
            const auto [x, y] = path(static_cast<double>(i) / n_frames);
            point_at(item, x, y);
            frame();
        }
        host_.hold_mouse(false);
        frame();
    }
    void click(const std::string& item) {
        point_at(item, 0.5, 0.5);
        frame();
        host_.hold_mouse(true);
        frame();
        host_.hold_mouse(false);
        frame();
    }
    void wheel(float steps) {
        host_.turn_wheel(steps);
        frame();
        host_.turn_wheel(0);
    }

    /// Of the frames since the last call, milliseconds.
    std::vector<double> take_times() { return std::exchange(times_ms_, {}); }

  private:
    app::Session& session_;
    app::Headless& host_;
    app::Frame frame_;
    std::function<void()> finish_;
    std::vector<double> times_ms_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

} // namespace bench

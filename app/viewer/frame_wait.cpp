#include "app/viewer/frame_wait.hpp"

#include <algorithm>

namespace app {

namespace {

constexpr double kProgress_s = 1.0 / 30;
constexpr double kBlink_s = 0.5;

} // namespace

double wait_s(const FrameNeeds& needs) {
    if (needs.n_settling > 0 || needs.flying) return 0;
    double wait = kForEver;
    const auto at_most = [&](double seconds) { wait = wait < 0 ? seconds : std::min(wait, seconds); };
    if (needs.drawing_s) at_most(std::max(0.0, *needs.drawing_s));
    if (needs.computing) at_most(kProgress_s);
    if (needs.typing) at_most(kBlink_s);
    if (needs.keeping_s) at_most(std::max(0.0, *needs.keeping_s));
    return wait;
}

} // namespace app

#pragma once

namespace app {

/// Round steps (1, 2 or 5 times a power of ten) of an axis of `length` that give at most `most` of them.
double axis_step(double length, double most);

} // namespace app

#include "app/render/picture/axis_step.hpp"

#include <algorithm>
#include <cmath>

namespace app {

double axis_step(double length, double most) {
    const double rough = length / std::max(1.0, most), power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double round : {1.0, 2.0, 5.0})
        if (rough <= round * power * (1 + 1e-9)) return round * power;
    return 10 * power;
}

} // namespace app

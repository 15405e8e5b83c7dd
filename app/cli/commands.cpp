#include "app/cli/command.hpp"

namespace app {

std::span<const Command> commands() {
    static const Command all[] = {kInfo, kFilter, kProximity, kDensity, kHotSpots, kClusters,
                                  kStrip, kDistricts, kTrend, kCompare, kRender, kReport, kRun, kView};
    return all;
}

} // namespace app

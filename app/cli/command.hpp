#pragma once

#include <span>
#include <string>

#include "app/cli/arguments.hpp"

namespace CLI {
class App;
}

namespace app {

class TerminalProgress;

/// A sub-command: what `borderlens --help` says of it, its options, and what it does. The options fill `arguments`
/// when the line is parsed; `run` is called after that and returns nothing: what goes wrong is a geo::Error.
struct Command {
    const char* name;
    const char* summary;
    const char* example;
    void (*add_options)(CLI::App& command, Arguments& arguments);
    void (*run)(Arguments& arguments, TerminalProgress& progress);
};

/// Every command there is, in the order of the help.
std::span<const Command> commands();

// One file each: command_<name>.cpp.
extern const Command kInfo, kFilter, kProximity, kDensity, kHotSpots, kClusters, kDistricts, kTrend, kCompare, kStrip, kRender, kReport, kRun, kView;

} // namespace app

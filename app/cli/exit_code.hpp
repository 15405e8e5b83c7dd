#pragma once

#include "geo/core/error.hpp"

namespace app {

/// What a script can rely on; listed in --help, the man page and the README.
enum ExitCode {
    kDone = 0,
    kInternal = 1,
    kUsage = 2,
    kInputNotReadable = 3,
    kNothingUsable = 4,
    kOutputNotWritten = 5,
    kOutOfMemory = 6,
    kOfSignal = 128, ///< and the number of the signal that interrupted: 130 SIGINT, 143 SIGTERM, 129 SIGHUP
};

constexpr ExitCode exit_code_of(geo::ErrorKind kind) {
    switch (kind) {
    case geo::ErrorKind::Io:
    case geo::ErrorKind::Format:
    case geo::ErrorKind::Crs: return kInputNotReadable;
    case geo::ErrorKind::Empty: return kNothingUsable;
    case geo::ErrorKind::Argument: return kUsage;
    case geo::ErrorKind::Output: return kOutputNotWritten;
    case geo::ErrorKind::Internal: break;
    }
    return kInternal;
}

} // namespace app

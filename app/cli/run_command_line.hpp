#pragma once

namespace app {

/// parse -> evaluate -> write; the one place where an error becomes a sentence on standard error and an exit code.
int run_command_line(int argc, char** argv);

} // namespace app

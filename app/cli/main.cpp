#include <cstdio>
#include <new>

#include "app/cli/exit_code.hpp"
#include "app/cli/run_command_line.hpp"

// What fails before a command runs: the command line itself needs memory.
int main(int argc, char** argv) {
    try {
        return app::run_command_line(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("borderlens: out of memory\n", stderr);
        return app::kOutOfMemory;
    } catch (...) {
        std::fputs("borderlens: an internal fault before the command ran\n", stderr);
        return app::kInternal;
    }
}

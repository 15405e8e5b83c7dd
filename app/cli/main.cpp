#include <cstdio>

#include "app/cli/exit_code.hpp"
#include "app/cli/run_command_line.hpp"

int main(int argc, char** argv) {
    try {
        return app::run_command_line(argc, argv);
    } catch (...) {
        std::fputs("borderlens: an internal fault before the command ran\n", stderr);
        return app::kInternal;
    }
}

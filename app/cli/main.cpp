#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "app/cli/exit_code.hpp"
#include "app/cli/run_command_line.hpp"

namespace {

/// By default the allocator learns to take larger and larger blocks from its heap, where what is given back
/// lies between what is kept: pieces of a file that was read, beside its columns. Taken from the system they
/// go back at once: a quarter less at most for a million incidents with all columns, in the same time.
void take_blocks_from_the_system() {
#ifdef __GLIBC__
    constexpr int kBlock_bytes = 128 << 10; // where it begins
    mallopt(M_MMAP_THRESHOLD, kBlock_bytes);
#endif
}

} // namespace

int main(int argc, char** argv) {
    take_blocks_from_the_system();
    try {
        return app::run_command_line(argc, argv);
    } catch (...) {
        std::fputs("borderlens: an internal fault before the command ran\n", stderr);
        return app::kInternal;
    }
}

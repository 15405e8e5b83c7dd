#include "geo/io/cut_mapping.hpp"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <mutex>

#include <sys/mman.h>
#include <unistd.h>

namespace geo {

namespace {

/// What the handler may look at: plain atomics, set before the first byte is read.
struct Slot {
    std::atomic<bool> taken{false};
    std::atomic<std::uintptr_t> begin{0}, end{0};
    std::atomic<bool> cut{false};
};
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): a signal's handler sees nothing else
std::array<Slot, 64> slots;
static_assert(std::atomic<std::uintptr_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

std::uintptr_t page_bytes;
struct sigaction before {}; // who was called for SIGBUS until then
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

/// Zero pages from the one that failed to the end. mmap is a system call of its own and touches nothing of
/// the library.
bool mend(std::uintptr_t address) {
    for (Slot& slot : slots) {
        const std::uintptr_t end = slot.end;
        if (address < slot.begin || address >= end) continue;
        const std::uintptr_t page = address - address % page_bytes;
        slot.cut = true;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the address is the fault's
        return mmap(reinterpret_cast<void*>(page), end - page, PROT_READ,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED;
    }
    return false;
}

void on_fault(int signal, siginfo_t* info, void* context) {
    if (mend(reinterpret_cast<std::uintptr_t>(info->si_addr))) return;
    if ((before.sa_flags & SA_SIGINFO) != 0) return before.sa_sigaction(signal, info, context);
    sigaction(SIGBUS, &before, nullptr); // the access is repeated, and ends as it would have
}

void install_once() {
    static std::once_flag once;
    std::call_once(once, [] {
        page_bytes = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
        struct sigaction action {};
        action.sa_sigaction = on_fault;
        action.sa_flags = SA_SIGINFO | SA_NODEFER; // other threads may fault at the same time
        sigaction(SIGBUS, &action, &before);
    });
}

} // namespace

WatchedMapping::WatchedMapping(const void* begin, std::size_t size) {
    install_once();
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i].taken.exchange(true)) continue;
        slots[i].cut = false;
        slots[i].begin = reinterpret_cast<std::uintptr_t>(begin);
        slots[i].end = reinterpret_cast<std::uintptr_t>(begin) + size;
        slot_ = static_cast<int>(i);
        return;
    }
}

WatchedMapping::~WatchedMapping() { end(); }

void WatchedMapping::end() {
    if (slot_ < 0) return;
    Slot& slot = slots[static_cast<std::size_t>(slot_)];
    slot.end = 0;
    was_cut_ = slot.cut;
    slot.taken = false;
    slot_ = -1;
}

bool WatchedMapping::is_cut() const {
    return slot_ < 0 ? was_cut_ : slots[static_cast<std::size_t>(slot_)].cut.load();
}

} // namespace geo

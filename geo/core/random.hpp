#pragma once

#include <cstdint>

namespace geo {

/// A stream of random numbers that is the same on every machine: SplitMix64. Each run of a simulation takes
/// its own stream, so that the result does not depend on which thread makes it. Source: S. Vigna,
/// splitmix64.c (public domain; its constants are those of Stafford's mix 13).
class RandomStream {
  public:
    RandomStream(std::uint64_t seed, std::uint64_t stream) : state_(mixed(seed + kGolden * (stream + 1))) {}

    std::uint64_t next() { return mixed(state_ += kGolden); }
    /// In [0, 1), 53 bits.
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

  private:
    static constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
    static constexpr std::uint64_t mixed(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

} // namespace geo

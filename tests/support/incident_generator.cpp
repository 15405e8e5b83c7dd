#include "tests/support/incident_generator.hpp"

#include <array>
#include <cmath>

namespace {

/// Incidents of the UCDP file (1989-2021) by half-degree square, the 32 fullest, and its centre.
struct Square {
    double lon_deg, lat_deg;
    int n;
};
constexpr std::array<Square, 32> kSquares{{
    {72.5, 35.0, 485}, {71.0, 33.5, 464}, {71.5, 34.0, 449}, {70.0, 33.0, 411}, {67.0, 25.0, 352},
    {71.0, 34.0, 318}, {71.5, 35.0, 307}, {71.5, 34.5, 295}, {70.5, 33.5, 286}, {69.5, 32.5, 281},
    {70.0, 32.5, 256}, {70.5, 34.0, 192}, {67.0, 30.0, 185}, {70.5, 33.0, 133}, {69.5, 33.0, 129},
    {71.5, 33.5, 118}, {74.0, 34.0, 94},  {71.0, 34.5, 90},  {72.0, 34.5, 87},  {74.0, 34.5, 85},
    {74.0, 33.5, 75},  {72.0, 35.0, 75},  {69.0, 29.0, 72},  {74.5, 32.5, 69},  {72.5, 34.5, 65},
    {70.5, 32.0, 44},  {74.5, 31.5, 39},  {72.0, 34.0, 38},  {63.0, 26.0, 34},  {65.5, 28.5, 25},
    {62.0, 25.5, 28},  {68.5, 25.5, 33},
}};
constexpr int kElsewhere = 700; // spread over the whole extent
constexpr std::size_t kTowns = 60;
constexpr double kShareOnTowns = 0.2;

/// splitmix64 (S. Vigna): the standard library's distributions differ between machines.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * uniform(); }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(uniform() * static_cast<double>(n)); }

  private:
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    }
    std::uint64_t state_;
};

struct Place {
    double lon_deg, lat_deg;
};

Place scattered(Random& random) {
    int total = kElsewhere;
    for (const Square& s : kSquares) total += s.n;
    double left = random.uniform() * total;
    for (const Square& s : kSquares)
        if ((left -= s.n) < 0)
            return {random.between(s.lon_deg - 0.25, s.lon_deg + 0.25),
                    random.between(s.lat_deg - 0.25, s.lat_deg + 0.25)};
    return {random.between(60.9, 76.6), random.between(24.8, 36.3)};
}

/// Six decimals, as files have.
double rounded(double degrees) { return std::round(degrees * 1e6) / 1e6; }

} // namespace

GeneratedIncidents generate_incidents(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    std::array<Place, kTowns> towns{};
    for (Place& town : towns) town = scattered(random);
    GeneratedIncidents in;
    for (auto* column : {&in.lon_deg, &in.lat_deg}) column->reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        const bool on_town = random.uniform() < kShareOnTowns;
        const Place place = on_town ? towns[random.below(kTowns)] : scattered(random);
        in.lon_deg.push_back(rounded(place.lon_deg));
        in.lat_deg.push_back(rounded(place.lat_deg));
        const double from = random.uniform() < 0.1 ? 6940 : 12418; // 1989-01-01, 2004-01-01; to 2021-12-31
        in.day.push_back(static_cast<std::int32_t>(random.between(from, 18993)));
        in.deaths.push_back(static_cast<int>(-4.0 * std::log(1 - random.uniform())));
    }
    return in;
}

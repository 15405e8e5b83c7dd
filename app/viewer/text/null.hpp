#pragma once

namespace app::text {

constexpr const char* kNull = "NEARER THAN CHANCE?";
constexpr const char* kAgainst = "Compare with";
constexpr const char* kAgainstHelp =
    "A pattern that knows nothing of the border: whole places with all their incidents are put anywhere in the area";
constexpr const char* kAgainstNothing = "Nothing";
constexpr const char* kAgainstUniform = "Places spread evenly";
constexpr const char* kAgainstResidents = "Places spread as residents";
constexpr const char* kShareHere = "Here";
constexpr const char* kShareHereHelp = "Share of the incidents of the area that lies in the band";
constexpr const char* kShareExpected = "Expected";
constexpr const char* kShareExpectedHelp = "Share of the area, or of its residents, that lies in the band";
constexpr const char* kRatio = "Ratio";
constexpr const char* kRatioHelp = "Share here over share expected; * where it is outside what 95 % of the runs gave";
constexpr const char* kNullBandTip =
    "95 % of the runs: {} to {}\np that a run has as many or more: {:.3f}, as few or fewer: {:.3f}";
constexpr const char* kNullTip = "Within {:g} km: {} of the incidents, {} expected\n95 % of the runs: {} to {}";
constexpr const char* kNullLegend = "Share within a distance, km: incidents (blue), expected (grey line), 95 % of the runs (band)";
constexpr const char* kNullCounted = "{} incidents at {} places; {} left out (outside the area, no place or of no use).";
constexpr const char* kNullDifference = "Largest difference of the curves {:.2f}, p {:.3f}.";
constexpr const char* kNoPopulation = "No population of districts is loaded: a file of districts with a field \"population\", or a table beside it.";
constexpr const char* kLoadPopulation = "Load population";
constexpr const char* kPopulationTitle = "Load the population of districts";
constexpr const char* kPopulationHint = "CSV with a row for each district: its name, and a column \"population\"";
constexpr const char* kPopulationLoaded = "Population: {} of {} districts, column {}";
constexpr const char* kPopulationUnknown = "{} names of the table are no district: {}";

} // namespace app::text

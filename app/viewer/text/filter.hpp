#pragma once

namespace app::text {

constexpr const char* kDeathsRange = "Deaths (best)";
constexpr const char* kDeathsBetween = "deaths {} to {}";
constexpr const char* kDeathsAtLeast = "deaths {} or more";
constexpr const char* kDeathsAtMost = "deaths at most {}";
constexpr const char* kAtLeast = "at least";
constexpr const char* kAtMost = "at most";
constexpr const char* kNotANumber = "\"{}\" is not a number of deaths";
constexpr const char* kSearchNotes = "Description holds";
constexpr const char* kSearchNotesHint = "words in any spelling of capitals";
constexpr const char* kNotesHold = "description: {}";
constexpr const char* kNCategories = "{} categories";
constexpr const char* kNValues = "{} values";
constexpr const char* kAllBut = "all but {}";
constexpr const char* kSearchCategories = "Search {} categories";
constexpr const char* kNoCategoryFound = "No category holds these words.";
constexpr const char* kRemoveChip = "Remove this limit";

} // namespace app::text

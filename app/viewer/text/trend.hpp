#pragma once

namespace app::text {

constexpr const char* kTrend = "Trend";
constexpr const char* kCountPeriods = "Count by period";
constexpr const char* kCountPeriodsTip = "Incidents and deaths per day, week, month, quarter or year, with "
                                         "exact 95 % intervals and against a year before";
constexpr const char* kTrendOff = "Off. Incidents are not counted by period.";
constexpr const char* kPer = "Per";
constexpr const char* kPeriods[] = {"Day", "Week", "Month", "Quarter", "Year"};
constexpr const char* kTrendSeries = "Series";
constexpr const char* kTrendBy[] = {"All together", "By category", "By neighbour", "By distance band"};
constexpr const char* kTrendByTip =
    "By neighbour: whose border is nearest. By distance band: the bands of the Border tab";
constexpr const char* kTrendShows = "Chart of";
constexpr const char* kTrendMeasures[] = {"Incidents", "Deaths"};
constexpr const char* kNoTrendCategory =
    "The file has no column of categories: choose one in the sheet of columns.";
constexpr const char* kNoTrendDates = "No incident of the file has a date, so there is no period.";
constexpr const char* kEmptyTrend = "The time limits leave no day.";
constexpr const char* kTooManyPeriods = "That would be {} periods: choose longer ones, or a shorter time.";
constexpr const char* kNoTrendDeaths = "The file has no deaths.";
constexpr const char* kTrendTitles[] = {"{} PER DAY", "{} PER WEEK", "{} PER MONTH", "{} PER QUARTER",
                                        "{} PER YEAR"};
constexpr const char* kTrendWhat[] = {"INCIDENTS", "DEATHS"};
constexpr const char* kTrendZero = "{} of {} periods have none";
constexpr const char* kTrendPartial = "{} covered in part";
constexpr const char* kTrendMissing = "{} missing: outside the days of the file";
constexpr const char* kLatestPeriods = "LATEST PERIODS";
constexpr const char* kTrendColumns[] = {"Period", "Count", "95 %", "Year on year"};
constexpr const char* kYearOnYearTip = "Incidents per covered day against the same period a year before: the "
                                       "ratio, and its exact 95 % interval. \"from 0\": "
                                       "there were none";
constexpr const char* kMissing = "missing";
constexpr const char* kMoreTrendPeriods = "and {} earlier ones: the export has all.";
constexpr const char* kTrendUndated = "{} without a date are in no period.";
constexpr const char* kTrendElsewhere = "{} have a date too vague for the period. They count where it begins "
                                        "(paler in the chart) and may belong to another.";
constexpr const char* kTrendLasting = "{} end in a later period than they begin in.";
constexpr const char* kTrendDispersion = "The variance of whole periods is {} times that of a constant "
                                         "rate's. The intervals know of chance alone: where "
                                         "one incident brings another, they are too narrow.";
constexpr const char* kTrendMeaning =
    "Counts are of what was reported. A change can be one of reporting, of access or of the source.";
constexpr const char* kTrendTipDays = "{} \xc2\xb7 {} days";
constexpr const char* kTrendTipCovered = "{} \xc2\xb7 {} of {} days covered";
constexpr const char* kTrendTipMissing = "{}\nmissing: the file says nothing of these days";
constexpr const char* kTrendTipCount = "\nincidents: {} (95 %: {}\xe2\x80\x93{}), {} per day";
constexpr const char* kTrendTipDeaths = "\ndeaths: {}";
constexpr const char* kTrendTipRange = " (low {}, high {})";
constexpr const char* kTrendTipElsewhere = "\n{} of a date too vague for the period";
constexpr const char* kTrendTipYear = "\nagainst a year before: {}";
constexpr const char* kTrendPartialMark = "* covered in part: by the file, or by the time limits.";
constexpr const char* kTrendOther = "others";

} // namespace app::text

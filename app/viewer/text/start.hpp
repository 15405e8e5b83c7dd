#pragma once

namespace app::text {

// Start
constexpr const char* kRecent = "RECENT";
constexpr const char* kUnsaved = "NOT SAVED";
constexpr const char* kUnsavedTip = "Changed on {} and not saved. Data: {}";
constexpr const char* kForgetRecent = "Remove from the list";
constexpr const char* kRecentMenu = "Recent files";
constexpr const char* kColumnsOf = "Choose columns";

// Report
constexpr const char* kReport = "Report";
constexpr const char* kReportTip = "What was read, rejected and suspicious (Ctrl+R)";
constexpr const char* kReportTitle = "What was read";
constexpr const char* kRowsRead = "Records read";
constexpr const char* kKept = "Incidents";
constexpr const char* kRejectedRows = "Rejected";
constexpr const char* kSuspiciousRows = "Suspicious, kept as they are";
constexpr const char* kWithoutPlaceRows = "Without a place, kept";
constexpr const char* kLayoutOfFile = "Layout";
constexpr const char* kPeriodOfFile = "Period";
constexpr const char* kSourceOfFile = "Source";
constexpr const char* kTermsOfFile = "Terms";
constexpr const char* kNotesOnFile = "NOTES";
constexpr const char* kRejectedTitle = "REJECTED";
constexpr const char* kSuspiciousTitle = "SUSPICIOUS";
constexpr const char* kNothingWrong = "Nothing was rejected and nothing looks wrong.";
constexpr const char* kRowColumn = "Row";
constexpr const char* kFieldColumn = "Column";
constexpr const char* kValueColumn = "Value";
constexpr const char* kReasonColumn = "Reason";
constexpr const char* kRowsSuffix = "{} (rows {})";
constexpr const char* kRowSuffix = "{} (row {})";
constexpr const char* kSaveRejects = "Save rejected rows";
constexpr const char* kSaveRejectsTitle = "Save the rejected rows";
constexpr const char* kFormatsRejects = ".csv with row number, column, value, reason and the whole record";
constexpr const char* kClose = "Close";
constexpr const char* kColumnsButton = "Columns";

// Columns
constexpr const char* kColumnsTitle = "Which column is what";
constexpr const char* kColumnsWords = "The roles were guessed from the names. Change what is wrong.";
constexpr const char* kGuessed = "(guessed)";
constexpr const char* kNoColumn = "(none)";
constexpr const char* kApply = "Read again";
constexpr const char* kGuessAll = "Guess all";
constexpr const char* kLayoutChoice = "Layout of the file";
constexpr const char* kAutomatic = "Automatic";
constexpr const char* kDayOrder = "Dates such as 03/04/2021";
constexpr const char* kDayOrders[] = {"Decide by the file", "Day first", "Month first"};
constexpr const char* kFirstRows = "FIRST ROWS";
constexpr const char* kPlainFile = "Other";
constexpr const char* kNoPreview = "The first rows cannot be shown: {}";

// Help
constexpr const char* kHelpTip = "Keys and mouse (F1)";
constexpr const char* kHelpTitle = "Keys and mouse";
constexpr const char* kAbout = "About borderlens";
constexpr const char* kAboutWords =
    "Overlays geocoded incidents on border lines, measures density and distance, and writes what it shows. "
    "It is neutral: lines and numbers name their source.";
constexpr const char* kVersions = "VERSIONS";
constexpr const char* kDataLicences = "DATA AND LICENCES";
constexpr const char* kOwnLicence = "borderlens {} \xc2\xb7 MIT licence";
constexpr const char* kTextSize = "Text size";
constexpr const char* kTextSizeIs = "Text size {} %";
constexpr const char* kSettings = "Settings and help";
constexpr const char* kLarger = "Larger text (Ctrl +)";
constexpr const char* kSmaller = "Smaller text (Ctrl \xe2\x80\x93)";

} // namespace app::text

#pragma once

#include <string>

#include "app/viewer/export_draft.hpp"

namespace app {

// Taking things away: the export dialog, what came of it, and copying.

struct WantTake {
    Take take;
    bool wanted;
};
struct NameTake {
    Take take;
    std::string name;
};
struct EditExportFolder {
    std::string folder;
};
struct BrowseExport {
    bool open;
};
struct KeepColumns {
    geo::ColumnsKept columns;
};
struct PublishAs {
    geo::PublishSpec spec;
};
struct EditPicture {
    PictureDraft picture;
};
struct ExportSeen {
    std::string folder; ///< as it was asked for
    ExportFacts facts;
};
struct DismissTaken {}; ///< closes the card of what was exported
/// A text has gone to the clipboard; `words` says so.
struct CopiedWords {
    std::string text, words;
};
struct SaveNow {}; ///< to the study's own file, or asks for one

} // namespace app

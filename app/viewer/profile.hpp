#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/viewer/settings.hpp"
#include "geo/study/study.hpp"

namespace app {

/// Where the window keeps what it remembers.
struct Profile {
    std::string settings_file;  ///< empty: nothing is kept
    std::string unsaved_folder; ///< studies that were changed and not saved
};

/// $XDG_CONFIG_HOME/borderlens and $XDG_STATE_HOME/borderlens, with the defaults of the XDG Base Directory
/// Specification; empty without a home folder.
Profile profile_of_user();
/// Everything in one folder.
Profile profile_in(const std::string& folder);

Settings load_settings(const Profile& profile);

/// Work that was not saved: by a program that ended, however it ended.
struct UnsavedStudy {
    std::string file;       ///< where it is kept
    std::string name;       ///< of the study
    std::string study_path; ///< where it had been opened from or saved to; may be empty
    std::string data_path;
    std::string when; ///< "2026-11-22 14:05", local time
    bool operator==(const UnsavedStudy&) const = default;
};

/// The newest first; those of programs that still run are left out, files that are no such thing too.
std::vector<UnsavedStudy> unsaved_studies(const Profile& profile);

/// A file name that no other program uses: its process number is in it.
std::string new_unsaved_file(const Profile& profile);

/// What is written into it, and back. Throws geo::Error{Format} or {Io}.
std::string unsaved_text(const geo::Study& study, const std::string& study_path);
struct UnsavedWork {
    geo::Study study;
    std::string study_path;
};
UnsavedWork load_unsaved(const std::string& file);

} // namespace app

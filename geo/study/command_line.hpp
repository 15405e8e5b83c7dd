#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/study/study.hpp"

namespace geo {

/// Roles with an option of their own; the others are said as --column ROLE=NAME.
constexpr std::pair<const char*, Role> kRoleFlags[] = {{"--lon", Role::lon},
                                                       {"--lat", Role::lat},
                                                       {"--date", Role::date},
                                                       {"--date-end", Role::date_end},
                                                       {"--deaths", Role::deaths_best},
                                                       {"--id", Role::id},
                                                       {"--category", Role::category}};

/// How large a picture is, which no study says.
struct PictureSpec {
    int width_px = 1600;
    int height_px = 1200;
    double scale = 1; ///< of text, lines and symbols; 96 times it is the resolution in dpi
    bool operator==(const PictureSpec&) const = default;
};

/// A line of the command line.
struct CommandLine {
    std::vector<std::string> words; ///< "borderlens", "filter", ...
    std::string
        unsaid; ///< what of the study no flag says; then the words run the study file. Empty: all is said
    std::string text() const; ///< quoted for a POSIX shell
};

/// The line that writes this one output of the study: only flags that differ from the command's defaults.
/// What the flags cannot say is never left out in silence: then the line is `borderlens run study_path` and
/// `unsaid` names it.
CommandLine command_line_of(const Study& study, const OutputSpec& output, const PictureSpec& picture = {},
                            const std::string& study_path = "");

/// The study with only what such an output depends on, and that output alone: two studies with equal results
/// are equal.
Study study_for_output(const Study& study, const OutputSpec& output);

/// The word as a POSIX shell reads it back.
std::string shell_quoted(std::string_view word);

} // namespace geo

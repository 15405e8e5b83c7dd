#pragma once

#include <string>

#include "app/cli/arguments.hpp"
#include "app/cli/terminal_progress.hpp"
#include "geo/study/snapshot.hpp"

namespace app {

/// -o paths become outputs of the study: a .png is a map whatever the command, the rest is `what`. Refuses endings
/// that cannot hold it, before anything is computed.
void add_outputs(Arguments& arguments, geo::OutputSpec::What what);

void add_output(Arguments& arguments, geo::OutputSpec output);

bool wants_picture(const Arguments& arguments);
/// What a study file names outside its folder is opened only with --allow-outside, a database only with
/// --allow-network. Throws Argument with the files' names.
void require_trust(const Arguments& arguments, const std::string& study_path);

bool is_study_path(const std::string& path);

/// A study whose outputs need an analysis that it does not set gets that analysis with its defaults.
void require_what_outputs_need(geo::Study& study);

/// Writes every output of the study and says so on standard error.
void write_all(const Arguments& arguments, const geo::Snapshot& snapshot, TerminalProgress& progress);

} // namespace app

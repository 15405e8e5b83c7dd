#pragma once

#include <string>

#include "app/render/render_image.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace app {

/// True for the endings that write_picture knows: .png and .svg.
bool is_picture_path(const std::string& path);

/// The map of an evaluated study as a file by the ending of `path`: .svg with true vectors, else PNG. The
/// provenance stands inside. Atomic. `camera` as in render_image. Throws geo::Error: Argument (the size),
/// Output, Internal.
void write_picture(const geo::Study& study, const geo::Snapshot& snapshot, const Camera* camera,
                   const PictureOptions& options, const std::string& path);

} // namespace app

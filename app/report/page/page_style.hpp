#pragma once

namespace app {

/// page.css, put into the program by cmake/embed_text.cmake.
const char* page_style();

} // namespace app

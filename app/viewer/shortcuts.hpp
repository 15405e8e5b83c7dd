#pragma once

#include "app/viewer/command.hpp"
#include "app/viewer/key.hpp"

namespace app {

/// What a key means now. `typing`: a text field has the keyboard, so that only keys with Ctrl and Esc are
/// commands (and the field keeps Ctrl+Z, Ctrl+A, Ctrl+C, Ctrl+V and Ctrl+X for itself).
Commands commands_of_key(const Model& model, const KeyPress& press, bool typing);

} // namespace app

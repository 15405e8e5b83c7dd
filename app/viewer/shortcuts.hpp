#pragma once

#include "app/viewer/command.hpp"
#include "app/viewer/key.hpp"
#include "app/viewer/keyboard.hpp"

namespace app {

/// The region that has the keyboard: that of its controls, the map, the rows of the table, the layers.
Region region_of(const Model& model);

/// What a key means now. While a text field has the keyboard only keys with Ctrl and Esc are commands (and
/// the field keeps Ctrl+Z, Ctrl+A, Ctrl+C, Ctrl+V and Ctrl+X for itself); while a control has it, arrows,
/// Space, Enter, Home, End and the Page keys are its own.
Commands commands_of_key(const Model& model, const KeyPress& press, const KeyTarget& target);

} // namespace app

#pragma once

#include "app/viewer/command.hpp"
#include "app/viewer/model.hpp"

namespace app {

/// The only writer of the model. Pure: no files, no clock, no GL; what has to be done outside goes to
/// `outbox`.
void apply(Model& model, const Command& command);

} // namespace app

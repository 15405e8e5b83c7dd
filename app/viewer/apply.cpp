#include "app/viewer/apply.hpp"

#include "app/viewer/change.hpp"

namespace app {

namespace {

/// Undo and redo move along the history, opening a file begins a new one: neither is a step of it.
bool is_step(const Command& command) {
    return !std::holds_alternative<Undo>(command) && !std::holds_alternative<Redo>(command) &&
           !std::holds_alternative<OpenPath>(command) && !std::holds_alternative<StudyLoaded>(command) &&
           !std::holds_alternative<AcceptDialog>(command);
}

} // namespace

void apply(Model& model, const Command& command) {
    const geo::Study before = model.study;
    std::visit([&](const auto& c) { change(model, c); }, command);
    if (is_step(command) && model.study != before) model.history.changed_from(before);
}

} // namespace app

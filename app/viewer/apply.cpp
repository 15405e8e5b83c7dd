#include "app/viewer/apply.hpp"

#include "app/viewer/any_command.hpp"
#include "app/viewer/change.hpp"

namespace app {

namespace {

/// Undo and redo move along the history, opening a file begins a new one, playing records its own step: none
/// is a step.
bool is_step(const Command& command) {
    const auto& noun = command.any().noun;
    return !std::holds_alternative<Undo>(noun) && !std::holds_alternative<Redo>(noun) &&
           !std::holds_alternative<OpenPath>(noun) && !std::holds_alternative<StudyLoaded>(noun) &&
           !std::holds_alternative<StudyAsks>(noun) && !std::holds_alternative<AnswerStudy>(noun) &&
           !std::holds_alternative<UnsavedLoaded>(noun) && !std::holds_alternative<Started>(noun) &&
           !std::holds_alternative<AcceptDialog>(noun) && !std::holds_alternative<PlayPause>(noun) &&
           !std::holds_alternative<Tick>(noun);
}

} // namespace

void apply(Model& model, const Command& command) {
    const geo::Study before = model.study;
    std::visit([&](const auto& c) { change(model, c); }, command.any().noun);
    if (is_step(command) && model.study != before) model.history.changed_from(before);
}

} // namespace app

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "geo/study/study.hpp"

namespace app {

/// Undo and redo: a stack of Studies. Changes between two `end_step` calls are one step, so that a drag of
/// many frames is undone at once.
class History {
  public:
    /// To be called with the study as it was before a change.
    void changed_from(const geo::Study& before);
    void end_step() { step_open_ = false; }

    /// The study to go back (or forward) to; `current` is kept for the way back. Empty at the end of the
    /// stack.
    std::optional<geo::Study> undo(const geo::Study& current);
    std::optional<geo::Study> redo(const geo::Study& current);

    std::size_t n_undo() const { return past_.size(); }
    std::size_t n_redo() const { return future_.size(); }
    bool step_open() const { return step_open_; }

    static constexpr std::size_t kMaxSteps = 200;

  private:
    std::vector<geo::Study> past_;
    std::vector<geo::Study> future_;
    bool step_open_ = false;
};

} // namespace app

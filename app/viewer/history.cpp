#include "app/viewer/history.hpp"

#include <utility>

namespace app {

namespace {

std::optional<geo::Study> moved(std::vector<geo::Study>& from, std::vector<geo::Study>& onto,
                                const geo::Study& current) {
    if (from.empty()) return std::nullopt;
    geo::Study result = std::move(from.back());
    from.pop_back();
    onto.push_back(current);
    return result;
}

} // namespace

void History::changed_from(const geo::Study& before) {
    future_.clear();
    if (std::exchange(step_open_, true)) return;
    if (past_.size() == kMaxSteps) past_.erase(past_.begin());
    past_.push_back(before);
}

std::optional<geo::Study> History::undo(const geo::Study& current) {
    end_step();
    return moved(past_, future_, current);
}

std::optional<geo::Study> History::redo(const geo::Study& current) {
    end_step();
    return moved(future_, past_, current);
}

} // namespace app

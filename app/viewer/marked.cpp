#include "app/viewer/marked.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "app/viewer/text.hpp"

namespace app {

bool Marked::has(geo::RowId row) const { return rows && std::binary_search(rows->begin(), rows->end(), row); }

geo::Selection gathered(const geo::Selection& rows, const geo::Selection& more, MarkMode mode) {
    if (mode == MarkMode::replace) return more;
    geo::Selection result;
    if (mode == MarkMode::add)
        std::set_union(rows.begin(), rows.end(), more.begin(), more.end(), std::back_inserter(result));
    else
        std::set_difference(rows.begin(), rows.end(), more.begin(), more.end(), std::back_inserter(result));
    return result;
}

geo::Selection toggled(const geo::Selection& rows, geo::RowId row) {
    geo::Selection result = rows;
    const auto at = std::lower_bound(result.begin(), result.end(), row);
    if (at != result.end() && *at == row)
        result.erase(at);
    else
        result.insert(at, row);
    return result;
}

geo::Selection both(const geo::Selection& rows, const geo::Selection& selection) {
    geo::Selection result;
    std::set_intersection(rows.begin(), rows.end(), selection.begin(), selection.end(),
                          std::back_inserter(result));
    return result;
}

std::string in_words(const Marked& marked) {
    std::string how;
    const auto add = [&](bool used, const char* words) {
        if (used) how += (how.empty() ? "" : ", ") + std::string(words);
    };
    add(marked.by_box, text::kByBox);
    add(marked.by_lasso, text::kByLasso);
    add(marked.by_click, text::kByClick);
    return fmt::format(text::kMarkedByHand, marked.n_shown(), how);
}

} // namespace app

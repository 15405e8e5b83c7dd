#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

void density_scale(const Model& model, Commands& commands) {
    if (!model.table() || !model.run.snapshot->density.value) return;
    const geo::DensitySurface& surface = *model.run.snapshot->density.value;
    ui::row(text::kScaleFixed, fmt::format("{:g}", surface.scale.top), text::kScaleFixedWords);
    const bool possible = model.density_current && surface.peak > 0;
    if (ui::button("fit scale", text::kFitScale, ui::Look::plain, possible, -FLT_MIN))
        commands.emplace_back(FitScale{});
    ui::tooltip(text::kScaleFixedWords);
    if (surface.peak > surface.scale.top) ui::hint(text::kAboveScale);
}

} // namespace app

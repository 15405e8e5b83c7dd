#include "app/viewer/panels/panels.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

struct SheetKind {
    Sheet sheet;
    const char* name;
    float width;
    void (*draw)(const Model&, Commands&);
};
constexpr SheetKind kSheets[] = {{Sheet::report, "report sheet", 720, report_sheet},
                                 {Sheet::columns, "columns sheet", 760, columns_sheet},
                                 {Sheet::precision, "precision sheet", 640, precision_sheet},
                                 {Sheet::help, "help sheet", 760, help_sheet}};

} // namespace

void sheet_panel(const Model& model, Commands& commands) {
    for (const SheetKind& kind : kSheets) {
        const bool wanted = model.view.sheet == kind.sheet;
        if (wanted && !ImGui::IsPopupOpen(kind.name)) ImGui::OpenPopup(kind.name);
        if (!wanted && !ImGui::IsPopupOpen(kind.name)) continue;
        if (!ui::begin_dialog(kind.name, kind.width)) continue;
        kind.draw(model, commands);
        if (!wanted) ImGui::CloseCurrentPopup();
        ui::end_dialog();
    }
}

} // namespace app

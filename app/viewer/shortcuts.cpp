#include "app/viewer/shortcuts.hpp"

namespace app {

namespace {

constexpr double kStep_px = 80;
constexpr double kZoom = 1.5;

Commands with_ctrl(const Model& model, const KeyPress& press, bool typing) {
    switch (press.key) {
    case Key::r:
        return {ShowSheet{Sheet::report}};
    case Key::plus:
        return {SetTextSize{next_text_size(model.settings.text_size, 1)}};
    case Key::minus:
        return {SetTextSize{next_text_size(model.settings.text_size, -1)}};
    case Key::o:
        return {ShowDialog{PathDialog::Kind::open}};
    case Key::s:
        if (press.shift) return {ShowDialog{PathDialog::Kind::save_study}};
        return {SaveNow{}};
    case Key::e:
        return {ShowDialog{PathDialog::Kind::export_layer}};
    case Key::z:
        if (typing) return {};
        if (press.shift) return {Redo{}};
        return {Undo{}};
    case Key::y:
        if (typing) return {};
        return {Redo{}};
    default:
        return {};
    }
}

Commands escape(const Model& model) {
    if (model.view.dialog.kind != PathDialog::Kind::none) return {CloseDialog{}};
    if (model.view.sheet != Sheet::none) return {ShowSheet{Sheet::none}};
    if (model.view.picked) return {Unpick{}};
    if (!model.view.taken.empty()) return {DismissTaken{}};
    return {};
}

} // namespace

Commands commands_of_key(const Model& model, const KeyPress& press, bool typing) {
    if (press.ctrl) return with_ctrl(model, press, typing);
    const bool in_dialog = model.view.dialog.kind != PathDialog::Kind::none;
    if (press.key == Key::f1) return {ShowSheet{model.view.sheet == Sheet::help ? Sheet::none : Sheet::help}};
    if (press.key == Key::escape) return typing && !in_dialog ? Commands{} : escape(model);
    if (press.key == Key::enter && in_dialog) return {AcceptDialog{}};
    if (typing || in_dialog || model.view.sheet != Sheet::none) return {};
    switch (press.key) {
    case Key::f:
        return {FitMap{}};
    case Key::plus:
        return {ZoomCentre{kZoom}};
    case Key::minus:
        return {ZoomCentre{1 / kZoom}};
    case Key::left:
        return {PanBy{kStep_px, 0}};
    case Key::right:
        return {PanBy{-kStep_px, 0}};
    case Key::up:
        return {PanBy{0, kStep_px}};
    case Key::down:
        return {PanBy{0, -kStep_px}};
    default:
        return {};
    }
}

} // namespace app

#include "app/viewer/shortcuts.hpp"

namespace app {

namespace {

constexpr double kStep_px = 80;
constexpr double kZoom = 1.5;

Commands with_ctrl(const KeyPress& press, bool typing) {
    switch (press.key) {
    case Key::o:
        return {ShowDialog{PathDialog::Kind::open}};
    case Key::s:
        return {ShowDialog{PathDialog::Kind::save_study}};
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

/// Keys of the layers panel while one of its rows has the keyboard; nothing for keys that are not its own.
std::optional<Commands> in_layers(const Model& model, const KeyPress& press) {
    constexpr float kOpacityStep = 0.05f;
    const LayerRef layer = *model.view.focused_layer;
    const bool reference = layer.kind == LayerKind::reference;
    const bool up = press.key == Key::up, down = press.key == Key::down;
    if (press.ctrl && (up || down))
        return reference ? Commands{MoveReference{layer.at, up ? 1 : -1}} : Commands{};
    if (press.ctrl) return std::nullopt;
    if (up || down) return Commands{StepLayer{up ? -1 : 1}};
    if (press.key == Key::left) return Commands{StepOpacity{layer, -kOpacityStep}};
    if (press.key == Key::right) return Commands{StepOpacity{layer, kOpacityStep}};
    if (press.key == Key::space) return Commands{ToggleLayer{layer}};
    if (press.key == Key::enter) return Commands{ShowLayerMenu{layer}};
    if (press.key == Key::escape || press.key == Key::l) return Commands{FocusLayer{std::nullopt}};
    if (press.key == Key::del && reference) return Commands{RemoveReference{layer.at}};
    if (press.key == Key::del && layer.kind == LayerKind::backdrop)
        return Commands{SetBackdrop{std::nullopt}};
    return std::nullopt;
}

Commands in_question(const KeyPress& press) {
    using Answer = AnswerQuestion::Answer;
    if (press.key == Key::enter) return {AnswerQuestion{Answer::reference}};
    if (press.key == Key::escape) return {AnswerQuestion{Answer::nothing}};
    return {};
}

Commands escape(const Model& model) {
    if (model.view.dialog.kind != PathDialog::Kind::none) return {CloseDialog{}};
    if (model.view.picked) return {Unpick{}};
    return {};
}

} // namespace

Commands commands_of_key(const Model& model, const KeyPress& press, bool typing) {
    if (!model.view.questions.empty()) return in_question(press);
    const bool in_dialog = model.view.dialog.kind != PathDialog::Kind::none;
    if (model.view.layer_menu && !in_dialog) // the menu's own keys are Dear ImGui's
        return press.key == Key::escape ? Commands{ShowLayerMenu{std::nullopt}} : Commands{};
    if (model.view.focused_layer && !in_dialog && !typing)
        if (std::optional<Commands> commands = in_layers(model, press)) return *commands;
    if (press.ctrl) return with_ctrl(press, typing);
    if (press.key == Key::escape) return typing && !in_dialog ? Commands{} : escape(model);
    if (press.key == Key::enter && in_dialog) return {AcceptDialog{}};
    if (typing || in_dialog) return {};
    switch (press.key) {
    case Key::f:
        return {FitMap{}};
    case Key::l:
        return {FocusLayer{LayerRef{}}};
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

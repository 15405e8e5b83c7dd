#include "app/viewer/shortcuts.hpp"

namespace app {

namespace {

constexpr double kStep_px = 80;
constexpr double kZoom = 1.5;

Commands with_ctrl(const Model& model, const KeyPress& press, bool typing) {
    switch (press.key) {
    case Key::l:
        return {FocusLayer{LayerRef{}}};
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
    case Key::t:
        return {OpenTable{!model.view.table.open}};
    case Key::a:
        if (typing || !model.view.table.open || model.view.focus != Focus::table) return {};
        return {MarkListed{}};
    case Key::c:
        if (typing) return {};
        if (model.view.tool == Tool::measure && !model.view.measuring.points.empty()) return {CopyMeasured{}};
        return {CopyMarked{}};
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
    if (press.ctrl && press.key == Key::l) return Commands{FocusLayer{std::nullopt}};
    if (press.ctrl) return std::nullopt;
    if (up || down) return Commands{StepLayer{up ? -1 : 1}};
    if (press.key == Key::left) return Commands{StepOpacity{layer, -kOpacityStep}};
    if (press.key == Key::right) return Commands{StepOpacity{layer, kOpacityStep}};
    if (press.key == Key::space) return Commands{ToggleLayer{layer}};
    if (press.key == Key::enter) return Commands{ShowLayerMenu{layer}};
    if (press.key == Key::escape) return Commands{FocusLayer{std::nullopt}};
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

Commands in_playback_dialog(const KeyPress& press) {
    if (press.key == Key::escape) return {ShowPlaybackDialog{false}};
    if (press.key == Key::enter) return {AcceptPlaybackDialog{}};
    return {};
}

/// From the innermost outwards: one press undoes one thing.
Commands escape(const Model& model) {
    const ViewState& view = model.view;
    if (view.dialog.kind != PathDialog::Kind::none) return {CloseDialog{}};
    if (view.sheet != Sheet::none) return {ShowSheet{Sheet::none}};
    if (view.here) return {CloseHere{}};
    if (view.drawing) return {CancelDrawing{}};
    if (view.tool == Tool::measure && !view.measuring.points.empty()) return {ClearMeasuring{}};
    if (view.tool != Tool::pan) return {ChooseTool{Tool::pan}};
    if (view.picked) return {Unpick{}};
    if (!view.taken.empty()) return {DismissTaken{}};
    if (view.marked.n() > 0) return {ClearMarked{}};
    return {};
}

constexpr long kAll = 1'000'000'000; // more rows than there can be

Commands in_table(const Model& model, Key key) {
    const auto page = static_cast<long>(model.view.table.n_rows);
    switch (key) {
    case Key::up:
        return {MoveCursor{-1}};
    case Key::down:
        return {MoveCursor{1}};
    case Key::page_up:
        return {MoveCursor{-page}};
    case Key::page_down:
        return {MoveCursor{page}};
    case Key::home:
        return {MoveCursor{-kAll}};
    case Key::end:
        return {MoveCursor{kAll}};
    case Key::enter:
        return {PickInTable{model.view.table.cursor}};
    default:
        return {};
    }
}

Commands in_stack(const Model& model, Key key) {
    const std::size_t n = model.view.picked ? model.view.picked->stack.rows.size() : 0;
    if (n < 2) return {};
    switch (key) {
    case Key::up:
        return {PickNext{-1}};
    case Key::down:
        return {PickNext{1}};
    case Key::home:
        return {PickFromStack{0}};
    case Key::end:
        return {PickFromStack{n - 1}};
    default:
        return {};
    }
}

Commands on_map(const Model& model, Key key) {
    switch (key) {
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
    case Key::b:
        return {ChooseTool{Tool::box}};
    case Key::l:
        return {ChooseTool{Tool::lasso}};
    case Key::m:
        return {ChooseTool{Tool::measure}};
    case Key::enter:
        if (model.view.tool == Tool::measure) return {EndMeasuring{}};
        return {};
    case Key::space:
        return {PlayPause{}};
    case Key::comma:
        return {StepTime{-1}};
    case Key::period:
        return {StepTime{1}};
    case Key::home:
        return {ShowEnd{false}};
    case Key::end:
        return {ShowEnd{true}};
    default:
        return {};
    }
}

} // namespace

Commands commands_of_key(const Model& model, const KeyPress& press, bool typing) {
    if (!model.view.questions.empty()) return in_question(press);
    const bool in_dialog = model.view.dialog.kind != PathDialog::Kind::none;
    if (model.view.layer_menu && !in_dialog) // the menu's own keys are Dear ImGui's
        return press.key == Key::escape ? Commands{ShowLayerMenu{std::nullopt}} : Commands{};
    if (model.view.focused_layer && !in_dialog && !typing)
        if (std::optional<Commands> commands = in_layers(model, press)) return *commands;
    if (press.ctrl) return with_ctrl(model, press, typing);
    if (press.key == Key::f1) return {ShowSheet{model.view.sheet == Sheet::help ? Sheet::none : Sheet::help}};
    if (model.view.playback_dialog.open) return in_playback_dialog(press);
    if (press.key == Key::escape) return typing && !in_dialog ? Commands{} : escape(model);
    if (press.key == Key::enter && in_dialog) return {AcceptDialog{}};
    if (typing || in_dialog || model.view.sheet != Sheet::none) return {};
    // The part of the window that was used last has the arrows; what it has no use for goes to the map.
    Commands commands;
    if (model.view.focus == Focus::table && model.view.table.open) commands = in_table(model, press.key);
    if (model.view.focus == Focus::stack) commands = in_stack(model, press.key);
    return commands.empty() ? on_map(model, press.key) : commands;
}

} // namespace app

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
        return {KeysTo{}, OpenTable{!model.view.table.open}};
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

Commands in_question(const KeyPress& press, bool control) {
    using Answer = AnswerQuestion::Answer;
    if (press.key == Key::enter && !control) return {AnswerQuestion{Answer::reference}};
    if (press.key == Key::escape) return {AnswerQuestion{Answer::nothing}};
    return {};
}

Commands in_playback_dialog(const KeyPress& press, bool control) {
    if (press.key == Key::escape) return {ShowPlaybackDialog{false}};
    if (press.key == Key::enter && !control) return {AcceptPlaybackDialog{}};
    return {};
}

/// From the innermost outwards: one press undoes one thing.
Commands escape(const Model& model) {
    const ViewState& view = model.view;
    if (view.dialog.kind != PathDialog::Kind::none) return {CloseDialog{}};
    if (view.sheet != Sheet::none) return {ShowSheet{Sheet::none}};
    if (view.keys_in) return {KeysTo{}};
    if (view.here) return {CloseHere{}};
    if (view.drawing) return {CancelDrawing{}};
    if (view.tool == Tool::measure && !view.measuring.points.empty()) return {ClearMeasuring{}};
    if (view.tool != Tool::pan) return {ChooseTool{Tool::pan}};
    if (view.picked) return {Unpick{}};
    if (!view.taken.empty()) return {DismissTaken{}};
    if (view.marked.n() > 0) return {ClearMarked{}};
    return {};
}

/// F6: to the controls of the region, or to what has keys of its own there.
Commands go_to(const Model& model, Region region) {
    if (region == Region::map && model.table()) return {KeysTo{}, FocusLayer{}, FocusOn{Focus::map}};
    if (region == Region::table) return {KeysTo{}, FocusLayer{}, FocusOn{Focus::table}};
    if (region == Region::layers) return {KeysTo{}, FocusLayer{LayerRef{}}};
    return {KeysTo{region}};
}

/// Keys that move within a control or press it.
bool is_of_controls(Key key) {
    switch (key) {
    case Key::left:
    case Key::right:
    case Key::up:
    case Key::down:
    case Key::enter:
    case Key::space:
    case Key::home:
    case Key::end:
    case Key::page_up:
    case Key::page_down:
    case Key::tab:
        return true;
    default:
        return false;
    }
}

/// Something lies over the window and has the keyboard.
bool is_covered(const ViewState& view) {
    return view.dialog.kind != PathDialog::Kind::none || view.sheet != Sheet::none ||
           view.playback_dialog.open || !view.questions.empty();
}

/// Keys that give the keyboard to another part of the window; nothing for others.
std::optional<Commands> between_regions(const Model& model, const KeyPress& press, const KeyTarget& target) {
    const bool known = press.key == Key::f6 || press.key == Key::tab;
    if (!known || press.ctrl || is_covered(model.view)) return std::nullopt;
    const int by = press.shift ? -1 : 1;
    if (press.key == Key::f6) return go_to(model, next_region(region_of(model), by, target.regions));
    if (model.view.keys_in || target.typing) return Commands{}; // within the region
    return Commands{KeysTo{region_of(model), press.shift}};
}

constexpr long kAll = 1'000'000'000; // more rows than there can be

/// Marks the row that the keyboard is at, or no longer.
Commands toggle_row(const Model& model) {
    const auto* rows = model.listed();
    const std::size_t at = model.view.table.cursor;
    if (!rows || at >= rows->size()) return {};
    return {ToggleMarked{(*rows)[at]}};
}

Commands scroll_sideways(const Model& model, float by) {
    const TableView& table = model.view.table;
    return {ScrollTable{table.top, table.left + by}};
}

Commands in_table(const Model& model, KeyPress press) {
    constexpr float kSideways = 60;
    const Key key = press.key;
    if (press.shift && key == Key::left) return scroll_sideways(model, -kSideways);
    if (press.shift && key == Key::right) return scroll_sideways(model, kSideways);
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
    case Key::space:
        return toggle_row(model);
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
        return {AimBy{kStep_px, 0}};
    case Key::right:
        return {AimBy{-kStep_px, 0}};
    case Key::up:
        return {AimBy{0, kStep_px}};
    case Key::down:
        return {AimBy{0, -kStep_px}};
    case Key::b:
        return {ChooseTool{Tool::box}};
    case Key::l:
        return {ChooseTool{Tool::lasso}};
    case Key::m:
        return {ChooseTool{Tool::measure}};
    case Key::enter:
        if (model.view.tool == Tool::measure) return {EndMeasuring{}};
        return {PressAim{}};
    case Key::space:
        if (model.view.tool != Tool::pan) return {PressAim{}};
        return {PlayPause{}};
    case Key::menu:
        return {MenuAtAim{}};
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

Region region_of(const Model& model) {
    const ViewState& view = model.view;
    if (view.keys_in) return *view.keys_in;
    if (view.focused_layer) return Region::layers;
    if (view.focus == Focus::table && view.table.open) return Region::table;
    return view.focus == Focus::stack ? Region::details : Region::map;
}

Commands commands_of_key(const Model& model, const KeyPress& press, const KeyTarget& target) {
    const bool typing = target.typing;
    const bool in_dialog = model.view.dialog.kind != PathDialog::Kind::none;
    if (model.view.layer_menu && !in_dialog) // the menu's own keys are Dear ImGui's
        return press.key == Key::escape ? Commands{ShowLayerMenu{std::nullopt}} : Commands{};
    if (target.menu && !press.ctrl) return {}; // so are those of the others; Esc closes them
    if (!model.view.questions.empty()) return in_question(press, target.control);
    if (model.view.focused_layer && !in_dialog && !typing)
        if (std::optional<Commands> commands = in_layers(model, press)) return *commands;
    if (std::optional<Commands> commands = between_regions(model, press, target)) return *commands;
    if (press.ctrl) return with_ctrl(model, press, typing);
    if (press.key == Key::f1) return {ShowSheet{model.view.sheet == Sheet::help ? Sheet::none : Sheet::help}};
    if (model.view.playback_dialog.open) return in_playback_dialog(press, target.control && !typing);
    if (press.key == Key::escape) return typing && !in_dialog ? Commands{} : escape(model);
    if (press.key == Key::enter && in_dialog && (typing || !target.control)) return {AcceptDialog{}};
    if (typing || in_dialog || model.view.sheet != Sheet::none) return {};
    if (press.key == Key::f10 && press.shift) return {MenuAtAim{}};
    if ((target.control || model.view.keys_in) && is_of_controls(press.key)) return {};
    // The part of the window that was used last has the arrows; what it has no use for goes to the map.
    Commands commands;
    if (model.view.focus == Focus::table && model.view.table.open) commands = in_table(model, press);
    if (model.view.focus == Focus::stack) commands = in_stack(model, press.key);
    return commands.empty() ? on_map(model, press.key) : commands;
}

} // namespace app

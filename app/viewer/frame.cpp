#include "app/viewer/frame.hpp"

#include "app/render/offscreen_context.hpp"
#include "app/viewer/key_stops.hpp"
#include "app/viewer/layout.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/shortcuts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

geo::Theme theme_of(const Model& model) {
    return model.study.map ? model.study.map->theme : geo::Theme::light;
}

/// What the bars over the map's lower edge take.
float map_region(const Model& model, const Box& box, const ShownMap& map, Commands& commands) {
    float bars = 0;
    const bool welcome = shows_welcome(model);
    geo::Rgba ground = palette().ground;
    if (!welcome && is_covered(map)) ground.a = 0; // nothing of it would be seen
    ui::begin_region("map region", box, ground, false, false);
    if (welcome) {
        welcome_panel(model, commands);
    } else {
        map_panel(model, map, commands);
        map_overlay(model);
        map_buttons(model, commands);
        chips_panel(model, commands);
        legend_panel(model, commands);
        map_tools(model, commands);
        map_corner(model);
        bars = map_bars(model, commands);
    }
    ui::end_region();
    return bars;
}

void left_region(const Model& model, const Box& box, Commands& commands) {
    ui::begin_region("left region", box, palette().panel);
    ui::edge_line(box, ui::Edge::right);
    if (model.table()) {
        layers_panel(model, commands);
        ImGui::Dummy({0, px(8)});
        ui::stops_in(Region::filter);
        filter_panel(model, commands);
    }
    ui::end_region();
}

void right_region(const Model& model, const Box& box, Commands& commands) {
    ui::begin_region("right region", box, palette().panel);
    ui::edge_line(box, ui::Edge::left);
    if (model.table()) details_panel(model, commands);
    ui::end_region();
}

template <typename Panel>
void plain_region(const char* name, const Box& box, bool padded, ui::Edge edge, Panel panel) {
    ui::begin_region(name, box, palette().panel, padded, false);
    ui::edge_line(box, edge);
    panel();
    ui::end_region();
}

void panels(const Model& model, const Layout& layout, const ShownMap& map, Commands& commands) {
    ui::stops_in(Region::top);
    plain_region("top region", layout.top, false, ui::Edge::bottom, [&] { top_panel(model, commands); });
    ui::stops_in(Region::layers);
    if (layout.left.width > 0) left_region(model, layout.left, commands);
    ui::stops_in(Region::map);
    const float bars = map_region(model, layout.map, map, commands);
    ui::stops_in(Region::details);
    if (layout.right.width > 0) right_region(model, layout.right, commands);
    ui::stops_in(Region::timeline);
    if (layout.timeline.height > 0)
        plain_region("timeline region", layout.timeline, true, ui::Edge::top,
                     [&] { timeline_panel(model, commands); });
    ui::stops_in(Region::table);
    if (layout.table.height > 0)
        plain_region("table region", layout.table, false, ui::Edge::top,
                     [&] { table_panel(model, commands); });
    plain_region("status region", layout.status, false, ui::Edge::top,
                 [&] { status_panel(model, commands); });
    ui::stops_in(Region::edges);
    splitters(model, layout, commands);
    here_menu(model, commands);
    ui::stops_in(Region::map);
    taken_card(model, layout.map, bars, commands);
    ui::stops_in(std::nullopt);
    dialog_panel(model, commands);
    export_dialog(model, commands);
    sheet_panel(model, commands);
    playback_export_panel(model, commands);
    question_panel(model, commands);
}

void keys_and_drops(const Model& model, Host& host, const std::vector<KeyPress>& keys,
                    const KeyTarget& target, Commands& commands) {
    for (const KeyPress& press : keys)
        for (Command& command : commands_of_key(model, press, target)) commands.push_back(std::move(command));
    const std::optional<Region> ring = ui::region_with_ring(model.view.keys_in);
    if (ring != model.view.keys_in) commands.insert(commands.begin(), KeysTo{ring});
    for (const std::string& path : without_companions(host.take_dropped()))
        commands.emplace_back(DropPath{path});
}

/// What `apply` has copied, once.
void hand_out_clipboard(const Model& model) {
    static std::shared_ptr<const std::string> handed_out;
    if (model.clipboard == handed_out) return;
    handed_out = model.clipboard;
    if (handed_out) ImGui::SetClipboardText(handed_out->c_str());
}

PixelSize pixels_of(const Box& box) { return {static_cast<int>(box.width), static_cast<int>(box.height)}; }

} // namespace

Frame::Frame(Session& session, Host& host) : session_(session), host_(host) {
    session_.run(KnowScreen{static_cast<double>(host.scale()), draws_in_software()});
}

void Frame::apply_theme_if_changed() {
    const geo::Theme wanted = theme_of(session_.model());
    if (theme_ == wanted && scale_ == scale()) return;
    if (font_scale_ == 0) font_scale_ = host_.scale(); // as the host has loaded them
    if (font_scale_ != scale()) {
        load_fonts(scale());
        host_.fonts_changed();
        font_scale_ = scale();
    }
    theme_ = wanted;
    scale_ = scale();
    apply_theme(wanted, scale_);
}

void Frame::run(double seconds) {
    const Model& model = session_.model();
    apply_theme_if_changed();
    const PixelSize size = host_.size();
    // Without a file there is nothing to say at the sides.
    const bool open = model.table() != nullptr;
    Layout layout =
        layout_for(static_cast<float>(size.width), static_cast<float>(size.height), scale(),
                   open && model.view.left_open, open && model.view.right_open,
                   {model.settings.left_width, model.settings.right_width, model.settings.timeline_height});
    if (!open) {
        layout.map.height += layout.timeline.height;
        layout.timeline.height = 0;
    } else if (model.view.table.open) {
        open_table(layout, model.view.table.height * host_.scale(), host_.scale());
    }
    session_.advance(seconds, static_cast<double>(layout.timeline.width - px(32)));
    session_.run(ResizeMap{pixels_of(layout.map)});
    ShownMap map;
    if (host_.draws()) map = map_.draw(model, static_cast<double>(scale()), host_.map_budget_s());

    ui::allow_keys(model.view.keys_in);
    host_.begin_frame();
    const std::vector<KeyPress> keys = host_.take_keys();
    const KeyTarget target = ui::key_target();
    ui::forget_items();
    ui::begin_keys(model.view.keys_in, model.view.keys_backwards, keys);
    ui::next_text_frame();
    Commands commands;
    panels(model, layout, map, commands);
    keys_and_drops(model, host_, keys, target, commands);
    if (model.history.step_open() && !ImGui::IsAnyItemActive()) commands.emplace_back(EndStep{});
    ImGui::Render();
    host_.end_frame(palette().ground);
    session_.run(commands);
    hand_out_clipboard(model);
    const std::string name = model.study.name.empty() ? "" : model.study.name + " \xe2\x80\x93 ";
    host_.set_title(name + text::kName);
}

} // namespace app

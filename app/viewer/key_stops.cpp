#include "app/viewer/key_stops.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <map>
#include <vector>

namespace app::ui {

namespace {

struct Stop {
    std::string name;
    ImGuiID id;
    ImGuiWindow* window; // lives as long as Dear ImGui's context
    ImGuiID focus_scope;
    ImRect box; ///< in its window
    std::optional<Region> region;
    bool types = false;
    bool is_default = false;
    bool operator==(const Stop& other) const { return id == other.id && window == other.window; }
};

// Like Dear ImGui's own context, this lives as long as the window and belongs to its thread.
struct Keys {
    std::vector<Stop> stops, before; ///< of this frame, of the last one
    std::optional<Region> region;    ///< of what is drawn
    std::optional<Region> given;     ///< that has the keyboard
    std::map<Region, ImGuiID> last;  ///< where the ring was
    std::size_t at = 0;              ///< the ring's place among the stops of `given`
    int n_wait = 0;                  ///< frames in which the region's first control may still appear
    bool backwards = false;
    bool menu = false;    ///< a menu was open before Dear ImGui saw the keys, which may have closed it
    bool stepped = false; ///< Tab has moved the ring in this frame
    bool by_keys = false; ///< the last thing touched was the keyboard
    ImGuiWindow* popup = nullptr;
    int n_popups = 0;       ///< open
    int n_popup_frames = 0; ///< since `popup` was opened
};
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): of the one window
Keys g_keys;
constexpr int kFramesUntilDrawn = 2; // of a new popup, until its controls are known

ImGuiContext& context() { return *ImGui::GetCurrentContext(); }

ImGuiWindow* top_popup() {
    ImGuiContext& g = context();
    return g.OpenPopupStack.empty() ? nullptr : g.OpenPopupStack.back().Window;
}

bool is_menu(const ImGuiWindow* popup) { return popup && !(popup->Flags & ImGuiWindowFlags_Modal); }

bool ring_visible() {
    const ImGuiContext& g = context();
    return g.NavId != 0 && !g.NavDisableHighlight;
}

/// What Tab walks: the controls of the innermost dialog or menu, else of the region.
std::vector<Stop> walked(const std::vector<Stop>& all, std::optional<Region> region) {
    const ImGuiWindow* popup = top_popup();
    std::vector<Stop> found;
    for (const Stop& stop : all) {
        const ImGuiWindow* root = stop.window->RootWindow;
        const bool in_popup = (root->Flags & ImGuiWindowFlags_Popup) != 0;
        if (popup ? root == popup : !in_popup && region && stop.region == region) found.push_back(stop);
    }
    return found;
}

std::optional<std::size_t> index_of(const std::vector<Stop>& stops, ImGuiID id) {
    for (std::size_t i = 0; i < stops.size(); ++i)
        if (stops[i].id == id) return i;
    return std::nullopt;
}

const Stop* stop_of(ImGuiID id) {
    for (const std::vector<Stop>* stops : {&g_keys.stops, &g_keys.before})
        for (const Stop& stop : *stops)
            if (stop.id == id) return &stop;
    return nullptr;
}

void go(const Stop& stop) {
    ImGuiContext& g = context();
    if (g.ActiveId != 0) ImGui::ClearActiveID();
    ImGui::NavMoveRequestCancel();
    g.NavInitRequest = false;
    if (g.NavWindow != stop.window) ImGui::FocusWindow(stop.window);
    ImGui::SetNavID(stop.id, ImGuiNavLayer_Main, stop.focus_scope, stop.box);
    g.NavDisableHighlight = false;
    g.NavDisableMouseHover = true;
    g.NavInputSource = ImGuiInputSource_Keyboard;
    if (stop.types) g.NavActivateInputId = stop.id; // a text field takes letters at once
    const ImVec2 corner = stop.window->DC.CursorStartPos;
    ImGui::ScrollToBringRectIntoView(stop.window, {stop.box.Min.x + corner.x, stop.box.Min.y + corner.y,
                                                   stop.box.Max.x + corner.x, stop.box.Max.y + corner.y});
}

/// Where the user types or the ring is.
ImGuiID current_id() {
    const ImGuiContext& g = context();
    if (g.ActiveId != 0 && stop_of(g.ActiveId)) return g.ActiveId;
    return ring_visible() ? g.NavId : 0;
}

void step(int by) {
    std::optional<Region> region = g_keys.given;
    if (const Stop* stop = stop_of(current_id()); stop && stop->region) region = stop->region;
    const std::vector<Stop> stops = walked(g_keys.before, region);
    if (stops.empty()) return;
    go(stops[next_stop(stops.size(), index_of(stops, current_id()), by)]);
    g_keys.stepped = true;
}

/// Enter presses what has the ring, as Space does.
void enter() {
    ImGuiContext& g = context();
    if (!ring_visible() || g.ActiveId != 0) return;
    const Stop* stop = stop_of(g.NavId);
    if (stop && stop->types) return;
    if (!stop || !(stop->window->Flags & ImGuiWindowFlags_NoNavInputs))
        g.NavActivateId = g.NavActivateDownId = g.NavActivatePressedId = g.NavId;
}

/// A new dialog begins at what Enter means in it, unless it has begun with a text field.
void begin_popup() {
    ImGuiContext& g = context();
    if (!g_keys.by_keys || ++g_keys.n_popup_frames != kFramesUntilDrawn) return;
    if (!(g_keys.popup->Flags & ImGuiWindowFlags_Modal)) {
        g.NavDisableHighlight = false; // Dear ImGui has chosen the line to begin at
        g.NavDisableMouseHover = true;
        return;
    }
    const std::vector<Stop> stops = walked(g_keys.before, std::nullopt);
    if (g.ActiveId != 0 || g.NavActivateInputId != 0 || stops.empty()) return;
    const auto wanted = std::find_if(stops.begin(), stops.end(), [](const Stop& s) { return s.is_default; });
    go(wanted == stops.end() ? stops.front() : *wanted);
}

void begin_region(std::optional<Region> region, bool backwards) {
    ImGuiContext& g = context();
    constexpr int kWait = 8;
    if (g_keys.given != region) {
        g_keys.given = region;
        g_keys.backwards = backwards;
        const Stop* here = stop_of(current_id());
        g_keys.n_wait = region && !(here && here->region == region) ? kWait : 0;
    }
    if (!region) {
        if (g.ActiveId == 0) g.NavDisableHighlight = true;
        return;
    }
    const std::vector<Stop> stops = walked(g_keys.before, region);
    if (g_keys.n_wait > 0) {
        --g_keys.n_wait;
        if (stops.empty()) return;
        g_keys.n_wait = 0;
        const auto last = g_keys.last.find(*region);
        const auto known = last == g_keys.last.end() ? std::nullopt : index_of(stops, last->second);
        go(stops[g_keys.backwards ? stops.size() - 1 : known.value_or(0)]);
    } else if (ring_visible() && !stop_of(g.NavId) && g.ActiveId == 0 && !stops.empty()) {
        go(stops[std::min(g_keys.at, stops.size() - 1)]); // what was pressed has gone with the press
    }
}

void remember_ring() {
    if (!g_keys.given || !ring_visible() || top_popup()) return;
    const auto at = index_of(walked(g_keys.before, g_keys.given), context().NavId);
    if (!at) return;
    g_keys.at = *at;
    g_keys.last[*g_keys.given] = context().NavId;
}

} // namespace

void forget_stops() {
    g_keys.before.swap(g_keys.stops);
    g_keys.stops.clear();
}

void stops_in(std::optional<Region> region) { g_keys.region = region; }

void note_stop(const std::string& name) {
    const ImGuiContext& g = context();
    const ImGuiLastItemData& item = g.LastItemData;
    ImGuiWindow* window = g.CurrentWindow;
    constexpr int kPassed = ImGuiItemFlags_Disabled | ImGuiItemFlags_NoNav;
    if (item.ID == 0 || item.ID == window->MoveId || (item.InFlags & kPassed) != 0) return;
    if (!g_keys.stops.empty() && g_keys.stops.back().id == item.ID) return;
    g_keys.stops.push_back({name, item.ID, window, ImGui::GetFocusScope(),
                            ImGui::WindowRectAbsToRel(window, item.Rect), g_keys.region,
                            (item.InFlags & ImGuiItemFlags_Inputable) != 0});
    ImGui::RenderNavHighlight(item.Rect, item.ID);
}

void mark_default_stop() {
    if (!g_keys.stops.empty() && g_keys.stops.back().id == context().LastItemData.ID)
        g_keys.stops.back().is_default = true;
}

void mark_slider_stop() {
    if (!g_keys.stops.empty() && g_keys.stops.back().id == context().LastItemData.ID)
        g_keys.stops.back().types = false;
}

std::size_t n_stops() { return g_keys.stops.size(); }

void reverse_stops(std::size_t first) {
    std::reverse(g_keys.stops.begin() + static_cast<std::ptrdiff_t>(first), g_keys.stops.end());
}

MouseOnly::MouseOnly() { ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true); }
MouseOnly::~MouseOnly() { ImGui::PopItemFlag(); }

bool key_stop(const char* name, const Box& box) {
    const ImRect rect(box.x, box.y, box.x + box.width, box.y + box.height);
    ImGui::ItemAdd(rect, ImGui::GetID(name));
    note_stop(name);
    return has_ring();
}

bool has_ring() { return ring_visible() && ImGui::IsItemFocused(); }

int arrow_steps(bool across) {
    if (!has_ring() || context().ActiveId != 0) return 0;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)) ? 1 : 0; };
    const int steps = across ? pressed(ImGuiKey_RightArrow) - pressed(ImGuiKey_LeftArrow)
                             : pressed(ImGuiKey_DownArrow) - pressed(ImGuiKey_UpArrow);
    if (steps != 0) ImGui::NavMoveRequestCancel();
    return steps;
}

void scroll_by_keys() {
    const ImGuiWindow* window = context().CurrentWindow;
    if (window->ScrollMax.y <= 0 || top_popup() != window->RootWindow || context().ActiveId != 0) return;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
    const float page = ImGui::GetWindowHeight() * 0.8f;
    if (pressed(ImGuiKey_PageDown))
        ImGui::SetScrollY(std::min(ImGui::GetScrollY() + page, window->ScrollMax.y));
    if (pressed(ImGuiKey_PageUp)) ImGui::SetScrollY(std::max(ImGui::GetScrollY() - page, 0.0f));
    if (pressed(ImGuiKey_Home)) ImGui::SetScrollY(0);
    if (pressed(ImGuiKey_End)) ImGui::SetScrollY(window->ScrollMax.y);
}

void allow_keys(std::optional<Region> region) {
    ImGuiIO& io = ImGui::GetIO();
    g_keys.menu = is_menu(top_popup());
    if (region || !context().OpenPopupStack.empty())
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    else
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
}

void begin_keys(std::optional<Region> region, bool backwards, std::span<const KeyPress> presses) {
    g_keys.stepped = false;
    if (!presses.empty()) g_keys.by_keys = true;
    for (const bool clicked : ImGui::GetIO().MouseClicked)
        if (clicked) g_keys.by_keys = false;
    if (ImGuiWindow* popup = top_popup(); popup != g_keys.popup) {
        const int n_open = context().OpenPopupStack.Size;
        // Back in the one below, the ring is where it was.
        g_keys.n_popup_frames = n_open > g_keys.n_popups ? 0 : kFramesUntilDrawn;
        g_keys.popup = popup;
        g_keys.n_popups = n_open;
    }
    if (g_keys.popup)
        begin_popup();
    else if (context().OpenPopupStack.empty())
        begin_region(region, backwards);
    for (const KeyPress& press : presses) {
        if (press.key == Key::tab) ImGui::NavMoveRequestCancel(); // Dear ImGui would walk the text fields
        if (press.key == Key::tab && !press.ctrl) step(press.shift ? -1 : 1);
        if (press.key == Key::enter && !press.ctrl) enter();
    }
    remember_ring();
}

KeyTarget key_target() {
    KeyTarget target(ImGui::GetIO().WantTextInput);
    const ImGuiWindow* popup = top_popup();
    target.menu = g_keys.menu || is_menu(popup);
    target.control = ring_visible() && (popup || g_keys.given);
    for (const Stop& stop : g_keys.before)
        if (stop.region &&
            std::find(target.regions.begin(), target.regions.end(), *stop.region) == target.regions.end())
            target.regions.push_back(*stop.region);
    return target;
}

std::optional<Region> region_with_ring(std::optional<Region> before) {
    if (!context().OpenPopupStack.empty() || g_keys.n_wait > 0 || g_keys.given != before) return before;
    // A dialog that has closed leaves a ring behind: only Tab, out of a text field, gives a region the
    // keyboard.
    if (!before && !g_keys.stepped) return before;
    if (!ring_visible()) return ImGui::GetIO().WantTextInput ? before : std::nullopt;
    const Stop* stop = stop_of(context().NavId);
    return stop && stop->region ? stop->region : before;
}

std::string focused_name() {
    const Stop* stop = stop_of(current_id());
    return stop ? stop->name : std::string();
}

} // namespace app::ui

#include "app/viewer/headless.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <array>

#include "app/viewer/shaped_text.hpp"
#include "app/viewer/ui_fonts.hpp"

namespace app {

namespace {

struct KeyPair {
    Key key;
    ImGuiKey imgui;
};
/// The keys that text fields and menus understand.
constexpr std::array<KeyPair, 19> kTextKeys{{{Key::tab, ImGuiKey_Tab},
                                             {Key::home, ImGuiKey_Home},
                                             {Key::end, ImGuiKey_End},
                                             {Key::page_up, ImGuiKey_PageUp},
                                             {Key::page_down, ImGuiKey_PageDown},
                                             {Key::del, ImGuiKey_Delete},
                                             {Key::up, ImGuiKey_UpArrow},
                                             {Key::down, ImGuiKey_DownArrow},
                                             {Key::space, ImGuiKey_Space},
                                             {Key::left, ImGuiKey_LeftArrow},
                                             {Key::right, ImGuiKey_RightArrow},
                                             {Key::enter, ImGuiKey_Enter},
                                             {Key::escape, ImGuiKey_Escape},
                                             {Key::backspace, ImGuiKey_Backspace},
                                             {Key::a, ImGuiKey_A},
                                             {Key::c, ImGuiKey_C},
                                             {Key::v, ImGuiKey_V},
                                             {Key::x, ImGuiKey_X},
                                             {Key::z, ImGuiKey_Z}}};

void hold_modifiers(bool shift, bool ctrl) {
    ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl);
#else
    io.KeyShift = shift;
    io.KeyCtrl = ctrl;
#endif
}

void set_key(KeyPress press, bool down) {
    ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
    for (const KeyPair& pair : kTextKeys)
        if (pair.key == press.key) io.AddKeyEvent(pair.imgui, down);
#else
    for (const KeyPair& pair : kTextKeys)
        if (pair.key == press.key) io.KeysDown[pair.imgui] = down;
#endif
}

} // namespace

Headless::Headless(PixelSize size, float scale)
    : painter_(std::make_unique<UiPainter>()), size_(size), scale_(scale) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.ConfigInputTextCursorBlink = false;
#if IMGUI_VERSION_NUM < 18700
    for (const KeyPair& pair : kTextKeys) io.KeyMap[pair.imgui] = pair.imgui;
#endif
    load_fonts(scale);
    ImGui_ImplOpenGL3_Init("#version 330");
}

Headless::~Headless() {
    ui::forget_shaped_text();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void Headless::begin_frame() {
    ImGui::GetIO().DeltaTime = static_cast<float>(frame_s_);
    hold_modifiers(shift_held_ || pressed_.shift, ctrl_held_ || pressed_.ctrl);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

void Headless::end_frame(geo::Rgba ground) {
    if (draws_) {
        painter_->paint(size_, ground);
    }
    set_key(pressed_, false);
    pressed_ = {};
}

void Headless::fonts_changed() {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Headless::move_mouse(float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMousePosEvent(x, y);
#else
    ImGui::GetIO().MousePos = {x, y};
#endif
}

void Headless::hold_mouse(bool down, int button) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMouseButtonEvent(button, down);
#else
    ImGui::GetIO().MouseDown[button] = down;
#endif
}

void Headless::hold_keys(bool shift, bool ctrl) {
    shift_held_ = shift;
    ctrl_held_ = ctrl;
}

void Headless::turn_wheel(float steps) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMouseWheelEvent(0, steps);
#else
    ImGui::GetIO().MouseWheel = steps;
#endif
}

void Headless::press(KeyPress press) {
    set_key(press, true);
    pressed_ = press;
    keys_.push_back(press);
}

void Headless::type(const std::string& text) { ImGui::GetIO().AddInputCharactersUTF8(text.c_str()); }

} // namespace app

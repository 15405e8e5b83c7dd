#include "app/viewer/window.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include "app/viewer/shaped_text.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): see behind it
std::string g_glfw_error; // GLFW tells its errors to a function without a place of its own

void remember_error(int, const char* words) { g_glfw_error = words; }

[[noreturn]] void fail(const char* step) {
    throw geo::Error(geo::ErrorKind::Internal, std::string("cannot open a window: ") + step +
                                                   (g_glfw_error.empty() ? "" : ": " + g_glfw_error));
}

struct KeyName {
    int glfw;
    Key key;
};
constexpr KeyName kKeys[] = {
    {GLFW_KEY_LEFT, Key::left},      {GLFW_KEY_RIGHT, Key::right},       {GLFW_KEY_UP, Key::up},
    {GLFW_KEY_DOWN, Key::down},      {GLFW_KEY_EQUAL, Key::plus},        {GLFW_KEY_KP_ADD, Key::plus},
    {GLFW_KEY_MINUS, Key::minus},    {GLFW_KEY_KP_SUBTRACT, Key::minus}, {GLFW_KEY_ENTER, Key::enter},
    {GLFW_KEY_SPACE, Key::space},    {GLFW_KEY_HOME, Key::home},         {GLFW_KEY_END, Key::end},
    {GLFW_KEY_KP_ENTER, Key::enter}, {GLFW_KEY_ESCAPE, Key::escape},     {GLFW_KEY_BACKSPACE, Key::backspace},
    {GLFW_KEY_F1, Key::f1},          {GLFW_KEY_PAGE_UP, Key::page_up},   {GLFW_KEY_PAGE_DOWN, Key::page_down},
    {GLFW_KEY_DELETE, Key::del},     {GLFW_KEY_TAB, Key::tab},           {GLFW_KEY_F6, Key::f6},
    {GLFW_KEY_F10, Key::f10},        {GLFW_KEY_MENU, Key::menu},
};

/// Letters and signs by what the layout prints on the key, the others by place.
Key key_of(int key, int scancode) {
    for (const KeyName& known : kKeys)
        if (known.glfw == key) return known.key;
    const char* printed = glfwGetKeyName(key, scancode);
    if (!printed || printed[0] == 0 || printed[1] != 0) return Key::none;
    const char upper =
        printed[0] >= 'a' && printed[0] <= 'z' ? static_cast<char>(printed[0] - 32) : printed[0];
    const auto press = key_from_text(std::string_view(&upper, 1));
    return press ? press->key : Key::none;
}

Window& window_of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }

} // namespace

Window::Window(PixelSize size) {
    glfwSetErrorCallback(remember_error);
    if (!glfwInit()) fail("no display");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    window_ = glfwCreateWindow(size.width, size.height, text::kName, nullptr, nullptr);
    if (!window_) {
        glfwTerminate();
        fail("no OpenGL 3.3");
    }
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    float ignored = 1;
    glfwGetWindowContentScale(window_, &scale_, &ignored);
    glfwSetWindowUserPointer(window_, this);
    glfwSetKeyCallback(window_, [](GLFWwindow* window, int key, int scancode, int action, int mods) {
        if (action == GLFW_RELEASE) return;
        window_of(window).key_went_down(static_cast<int>(key_of(key, scancode)), mods);
    });
    glfwSetDropCallback(window_, [](GLFWwindow* window, int n, const char** paths) {
        window_of(window).files_dropped(n, paths);
    });
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    load_fonts(scale_);
    ImGui_ImplGlfw_InitForOpenGL(window_, true); // calls our callbacks after its own
    ImGui_ImplOpenGL3_Init("#version 330");
    painter_ = std::make_unique<UiPainter>();
}

Window::~Window() {
    ui::forget_shaped_text();
    painter_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window_);
    glfwTerminate();
}

PixelSize Window::size() const {
    PixelSize size;
    glfwGetFramebufferSize(window_, &size.width, &size.height);
    return size;
}

void Window::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

void Window::end_frame(geo::Rgba ground) {
    if (size().width > 0 && size().height > 0) { // not minimised
        painter_->paint(size(), ground);
        painter_->picture().show();
    }
    glfwSwapBuffers(window_);
}

void Window::fonts_changed() {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Window::set_title(const std::string& title) {
    if (title == title_) return;
    title_ = title;
    glfwSetWindowTitle(window_, title.c_str());
}

bool Window::wants_to_close() const { return glfwWindowShouldClose(window_) != 0; }

bool Window::has_text_cursor() const { return ImGui::GetIO().WantTextInput; }

void Window::wait(double seconds) {
    if (seconds < 0)
        glfwWaitEvents();
    else if (seconds == 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(seconds);
}

void Window::wake() { glfwPostEmptyEvent(); }

void Window::key_went_down(int key, int mods) {
    keys_.push_back({static_cast<Key>(key), (mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0});
}

void Window::files_dropped(int n, const char** paths) {
    for (int i = 0; i < n; ++i) dropped_.emplace_back(paths[i]);
}

} // namespace app

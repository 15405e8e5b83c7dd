#include "app/viewer/key.hpp"

#include <array>
#include <utility>

namespace app {

namespace {

constexpr auto kNames = std::to_array<std::pair<std::string_view, Key>>({
    {"Left", Key::left},
    {"Right", Key::right},
    {"Up", Key::up},
    {"Down", Key::down},
    {"+", Key::plus},
    {"-", Key::minus},
    {"Space", Key::space},
    {",", Key::comma},
    {".", Key::period},
    {"Home", Key::home},
    {"End", Key::end},
    {"Enter", Key::enter},
    {"Escape", Key::escape},
    {"Backspace", Key::backspace},
    {"A", Key::a},
    {"C", Key::c},
    {"E", Key::e},
    {"F", Key::f},
    {"O", Key::o},
    {"S", Key::s},
    {"V", Key::v},
    {"X", Key::x},
    {"Y", Key::y},
    {"Z", Key::z},
    {"R", Key::r},
    {"F1", Key::f1},
    {"F6", Key::f6},
    {"F10", Key::f10},
    {"Menu", Key::menu},
    {"Tab", Key::tab},
    {"PageUp", Key::page_up},
    {"PageDown", Key::page_down},
    {"Delete", Key::del},
    {"B", Key::b},
    {"L", Key::l},
    {"M", Key::m},
    {"T", Key::t},
});

} // namespace

std::optional<KeyPress> key_from_text(std::string_view text) {
    KeyPress press;
    for (bool again = true; again;) {
        again = false;
        if (text.starts_with("Ctrl+")) press.ctrl = again = true, text.remove_prefix(5);
        if (text.starts_with("Shift+")) press.shift = again = true, text.remove_prefix(6);
    }
    for (const auto& [name, key] : kNames)
        if (name == text) press.key = key;
    if (press.key == Key::none) return std::nullopt;
    return press;
}

} // namespace app

#pragma once

#include <optional>
#include <string_view>

namespace app {

enum class Key {
    none,
    left,
    right,
    up,
    down,
    plus,
    minus,
    enter,
    space,
    comma,
    period,
    home,
    end,
    escape,
    backspace,
    tab,
    page_up,
    page_down,
    del,
    a,
    b,
    c,
    e,
    f,
    l,
    m,
    o,
    s,
    t,
    v,
    x,
    y,
    z,
    r,
    f1,
    f6,
    f10,
    menu
};

/// A key that went down, as the window or a script reports it.
struct KeyPress {
    Key key = Key::none;
    bool ctrl = false;
    bool shift = false;
    bool operator==(const KeyPress&) const = default;
};

/// "Ctrl+Z", "F", "Escape", "+".
std::optional<KeyPress> key_from_text(std::string_view text);

} // namespace app

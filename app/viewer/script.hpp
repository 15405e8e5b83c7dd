#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// One line of a script: a verb and its words. Words with blanks stand in double quotes.
///
///     open PATH                     wait                       shot PATH.png
///     click NAME [x y]              double NAME [x y]          hover NAME [x y]
///     drag NAME x0 y0 x1 y1 ...     wheel NAME x y STEPS       key Ctrl+Z
///     right NAME [x y]              hold Shift|Ctrl|nothing    (while the mouse is used)
///     type TEXT                     export incidents|marked|density|picture PATH
///     drop PATH                     (a file dropped on the window)
///     say VALUE                     (prints it, while a script is being written)
///     expect LEFT =|!=|<|<=|>|>= RIGHT      expect FLAG on|off
///
/// NAME is an item of the window, x and y are shares of its box (0 to 1 from the upper left corner). LEFT and
/// RIGHT are numbers or values of the state (state_value.hpp); `focused` is the name of the item that has the
/// keyboard's ring, or in which is typed.
struct ScriptLine {
    int number = 0; ///< in the file, from 1
    std::string verb;
    std::vector<std::string> words;
};

/// Throws geo::Error{Format} that names the line: unknown verb, wrong number of words, an open quote.
std::vector<ScriptLine> parse_script(std::string_view text);

} // namespace app

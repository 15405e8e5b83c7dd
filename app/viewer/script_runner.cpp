#include "app/viewer/script_runner.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"

namespace app {

namespace {

using Words = std::vector<std::string>;

[[noreturn]] void fail(const std::string& reason) { throw geo::Error(geo::ErrorKind::Argument, reason); }

std::optional<double> number_of(const std::string& word) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return value;
}

double share(const Words& words, std::size_t i, double otherwise = 0.5) {
    if (i >= words.size()) return otherwise;
    const auto value = number_of(words[i]);
    if (!value) fail("'" + words[i] + "' is not a number");
    return *value;
}

/// How many colours a picture has: a blank one has a few.
double n_colors(const Image& image) {
    std::vector<bool> seen(std::size_t{1} << 24);
    std::size_t n = 0;
    for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
        const auto rgb =
            static_cast<std::size_t>(image.rgba[i] | image.rgba[i + 1] << 8 | image.rgba[i + 2] << 16);
        if (!seen[rgb]) ++n;
        seen[rgb] = true;
    }
    return static_cast<double>(n);
}

double n_features(const std::string& path) {
    std::ifstream file(path);
    const nlohmann::json json = nlohmann::json::parse(file, nullptr, false);
    if (json.is_discarded() || !json.contains("features")) fail(path + " is not a GeoJSON file of features");
    return static_cast<double>(json["features"].size());
}

double n_lines(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail("cannot open " + path);
    return static_cast<double>(std::count(std::istreambuf_iterator<char>(file), {}, '\n'));
}

bool holds(const StateValue& left, const std::string& sign, const StateValue& right) {
    if (sign == "=") return left == right;
    if (sign == "!=") return left != right;
    if (left.index() != right.index()) return false;
    if (sign == "<") return left < right;
    if (sign == "<=") return left <= right;
    if (sign == ">") return left > right;
    if (sign == ">=") return left >= right;
    fail("'" + sign + "' is not a comparison");
}

geo::OutputSpec::What what_of(const std::string& word) {
    using What = geo::OutputSpec::What;
    if (word == "incidents" || word == "marked") return What::incidents;
    if (word == "density") return What::density;
    if (word == "picture") return What::map;
    if (word == "hotspots") return What::hot_spots;
    if (word == "clusters") return What::clusters;
    if (word == "hulls") return What::cluster_hulls;
    if (word == "districts") return What::districts;
    if (word == "trend") return What::trend;
    if (word == "change") return What::change;
    if (word == "strip") return What::strip;
    if (word == "report") return What::report;
    fail("cannot export '" + word + "': incidents, marked, density, hotspots, clusters, hulls, districts, trend, change, strip, picture or report");
}

} // namespace

void ScriptRunner::run(const std::vector<ScriptLine>& script) {
    frames(2);
    for (const ScriptLine& line : script) {
        try {
            run_line(line);
        } catch (const geo::Error& error) {
            throw error.with_context(fmt::format("line {}", line.number));
        }
    }
}

void ScriptRunner::run_line(const ScriptLine& line) {
    const Words& words = line.words;
    if (line.verb == "open")
        session_.run(OpenPath{std::filesystem::absolute(words[0]).lexically_normal().string()});
    if (line.verb == "drop") session_.run(DropPath{words[0]});
    if (line.verb == "wait") wait();
    if (line.verb == "shot") shot(words[0]);
    if (line.verb == "click") click(words, 1);
    if (line.verb == "right") right_click(words);
    if (line.verb == "hold") hold(words[0]);
    if (line.verb == "double") click(words, 2);
    if (line.verb == "hover") move_to(words[0], share(words, 1), share(words, 2));
    if (line.verb == "drag") drag(words);
    if (line.verb == "wheel") wheel(words);
    if (line.verb == "type") host_.type(words[0]);
    if (line.verb == "export") session_.run(ExportTo{what_of(words[0]), words[1], words[0] == "marked"});
    if (line.verb == "expect") expect(words);
    if (line.verb == "say") fmt::print("{} {}\n", words[0], words_of(value_of(words[0])));
    if (line.verb == "key") {
        const auto press = key_from_text(words[0]);
        if (!press) fail("unknown key '" + words[0] + "'");
        host_.press(*press);
    }
    frames(2);
}

void ScriptRunner::frames(int n) {
    for (int i = 0; i < n; ++i) frame_.run(Headless::kFrame_s);
}

/// Moves of the camera end, and two clicks are no double one.
void ScriptRunner::rest() {
    constexpr double kLong_s = 0.5;
    host_.set_frame_time(kLong_s);
    frame_.run(kLong_s);
    host_.set_frame_time(Headless::kFrame_s);
    frames(2);
}

void ScriptRunner::wait() {
    using namespace std::chrono_literals;
    const auto end = std::chrono::steady_clock::now() + 120s;
    do {
        frames(1);
        std::this_thread::sleep_for(1ms);
        if (std::chrono::steady_clock::now() > end) fail("nothing came within two minutes");
    } while (!session_.idle());
    rest();
}

Image ScriptRunner::picture() {
    host_.set_draws(true);
    frames(2);
    host_.set_draws(false);
    return host_.picture();
}

void ScriptRunner::shot(const std::string& path) {
    const std::vector<std::uint8_t> png = png_from_image(picture(), {}, 96);
    geo::write_file_atomically(path, {reinterpret_cast<const char*>(png.data()), png.size()});
}

Box ScriptRunner::box_of(const std::string& name) {
    if (const std::optional<Box> box = ui::item_box(name)) return *box;
    std::string known;
    for (const std::string& item : ui::item_names()) known += (known.empty() ? "" : ", ") + item;
    fail("no item '" + name + "' in the window; there are: " + known);
}

void ScriptRunner::move_to(const std::string& name, double x, double y) {
    // A window that has just opened takes a few frames until its items stand still.
    constexpr int kMostFrames = 5;
    ui::bring_into_sight(name);
    frames(2);
    ui::bring_into_sight("");
    Box box = box_of(name);
    for (int i = 0; i < kMostFrames; ++i) {
        host_.move_mouse(box.x + static_cast<float>(x) * box.width,
                         box.y + static_cast<float>(y) * box.height);
        frames(1);
        const Box now = box_of(name);
        if (now == box) return;
        box = now;
    }
}

void ScriptRunner::click(const Words& words, int n_clicks) {
    move_to(words[0], share(words, 1), share(words, 2));
    for (int i = 0; i < n_clicks; ++i) {
        host_.hold_mouse(true);
        frames(1);
        host_.hold_mouse(false);
        frames(1);
    }
    rest();
}

void ScriptRunner::right_click(const Words& words) {
    move_to(words[0], share(words, 1), share(words, 2));
    for (const bool down : {true, false}) {
        host_.hold_mouse(down, 1);
        frames(1);
    }
    rest();
}

void ScriptRunner::hold(const std::string& key) {
    if (key != "Shift" && key != "Ctrl" && key != "nothing")
        fail("cannot hold '" + key + "': Shift, Ctrl or nothing");
    host_.hold_keys(key == "Shift", key == "Ctrl");
}

void ScriptRunner::drag(const Words& words) {
    constexpr int kSteps = 12; // on each leg
    move_to(words[0], share(words, 1), share(words, 2));
    host_.hold_mouse(true);
    frames(1);
    for (std::size_t leg = 3; leg + 1 < words.size(); leg += 2) {
        const double x0 = share(words, leg - 2), y0 = share(words, leg - 1);
        for (int i = 1; i <= kSteps; ++i) {
            const double t = static_cast<double>(i) / kSteps;
            move_to(words[0], std::lerp(x0, share(words, leg), t), std::lerp(y0, share(words, leg + 1), t));
        }
    }
    host_.hold_mouse(false);
    rest();
}

void ScriptRunner::wheel(const Words& words) {
    move_to(words[0], share(words, 1), share(words, 2));
    const double steps = share(words, 3);
    for (int i = 0; i < static_cast<int>(std::abs(steps)); ++i) {
        host_.turn_wheel(steps > 0 ? 1.0f : -1.0f);
        frames(1);
    }
    host_.turn_wheel(0);
    rest();
}

StateValue ScriptRunner::value_of(const std::string& word) {
    if (const auto number = number_of(word)) return *number;
    if (word == "focused") return ui::focused_name();
    if (word == "set_lines") return static_cast<double>(ui::n_lines_set());
    if (word == "colours") return n_colors(picture());
    if (word.starts_with("features:")) return n_features(word.substr(9));
    if (word.starts_with("lines:")) return n_lines(word.substr(6));
    return state_value(session_.model(), word).value_or(word);
}

void ScriptRunner::expect(const Words& words) {
    const bool flag = words.size() == 2;
    const std::string sign = flag ? "=" : words[1];
    const std::string& right_word = flag ? words[1] : words.at(2);
    if (!state_value(session_.model(), words[0]) && words[0] != "colours" && words[0] != "focused" &&
        words[0] != "set_lines" && !words[0].starts_with("features:") && !words[0].starts_with("lines:"))
        fail("'" + words[0] + "' is not a value of the state");
    const StateValue left = value_of(words[0]);
    // A word is compared as it stands, a number with a number or with another value of the state.
    const bool word = std::holds_alternative<std::string>(left);
    const StateValue right = word ? StateValue(right_word) : value_of(right_word);
    if (holds(left, sign, right)) return;
    fail(fmt::format("expected {} {} {}, found {}", words[0], sign, right_word, words_of(left)));
}

} // namespace app

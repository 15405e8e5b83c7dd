#include "app/render/live_map.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>

#include "app/render/map_picture.hpp"

namespace app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kUnhurried_s = 1; // a budget from which on nothing is left for later
constexpr double kRest_s = 0.08;   // a camera that stood still for so long rests
constexpr double kReserve_s = 0.3; // after so long without a change the reserves are drawn
constexpr double kWideShare = 0.2; // of width and height, beyond each edge
constexpr double kFarTimes = 4;    // width of the far picture, and how much coarser it is
constexpr std::size_t kBases = 3;  // copies of what lies under layers that change

double seconds_since(Clock::time_point then) {
    return std::chrono::duration<double>(Clock::now() - then).count();
}

enum Kind : std::size_t { exact, wide, far, kKinds };

/// What the exact picture showed before its layer `layers.size()` was drawn.
struct Base {
    DrawTexture pixels{GL_RGBA8, GL_RGBA};
    MapFrame frame;
    geo::Theme theme = geo::Theme::light;
    std::vector<geo::Layer> layers;
};

bool same_place(const MapFrame& a, const MapFrame& b) {
    return a.camera == b.camera && a.size == b.size && a.scale == b.scale;
}

std::size_t first_difference(const std::vector<geo::Layer>& a, const std::vector<geo::Layer>& b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

} // namespace

struct LiveMap::Parts {
    MapRenderer renderer;
    std::array<MapPicture, kKinds> pictures; ///< finished ones are shown

    // What is wanted now.
    geo::Scene scene;
    MapFrame view;
    unsigned long content = 1;
    Clock::time_point moved, changed;
    bool unhurried = true, more_comes = false;

    // What is being drawn: a picture of `kind` with the layers of `drawn_scene`, up to a part of layer
    // `next`.
    std::array<MapPicture, kKinds> spare;
    std::optional<Kind> kind;
    geo::Scene drawn_scene;
    std::size_t next = 0, next_part = 0;
    bool preparing = false; ///< lines are being simplified in the background

    std::vector<Base> bases;                        ///< last used last
    std::vector<std::string> changing;              ///< ids of layers that changed lately, newest last
    std::unordered_map<std::string, double> cost_s; ///< of the parts of each layer and kind, when last drawn

    void want(const geo::Scene& wanted, const MapFrame& frame);
    bool rests() const { return unhurried || seconds_since(moved) >= kRest_s; }
    MapFrame frame_of(Kind of) const;
    bool serves(Kind of) const;
    std::optional<Kind> needed() const;
    bool still_needed() const;
    bool begin(Kind of);
    void step();
    void finish();
    void draw_for(double budget_s);
    std::vector<MapImage> shown();

    void note_changing_layer();
    std::size_t start_from_base(MapPicture& picture);
    void keep_base(const MapPicture& picture);
    /// Of the next part; the parts after the first cost about the same.
    std::string cost_key() const {
        return drawn_scene.layers[next].id + static_cast<char>('0' + *kind) + (next_part == 0 ? 'a' : 'b');
    }
};

void LiveMap::Parts::want(const geo::Scene& wanted, const MapFrame& frame) {
    if (!same_place(frame, view)) moved = Clock::now();
    if (wanted.layers != scene.layers || wanted.theme != scene.theme) {
        scene.layers = wanted.layers;
        scene.theme = wanted.theme;
        changed = Clock::now();
        ++content;
        for (const Kind of : {wide, far}) // what they held may be large, and nothing is like them any more
            if (!pictures[of].shows(scene.layers, scene.theme)) pictures[of].layers.clear();
    }
    view = frame;
}

MapFrame LiveMap::Parts::frame_of(Kind of) const {
    MapFrame frame = view;
    if (of == wide) {
        // The same on both sides: pixels of the wide picture lie on those of the exact one.
        const int beyond = static_cast<int>(std::max(view.size.width, view.size.height) * kWideShare);
        frame.size = {view.size.width + 2 * beyond, view.size.height + 2 * beyond};
        frame.spare = beyond;
    }
    if (of == far) {
        frame.camera.metres_per_pixel *= kFarTimes;
        frame.scale /= kFarTimes;
        frame.spare = static_cast<int>(std::min(view.size.width, view.size.height) * (1 - 1 / kFarTimes) / 2);
    }
    return frame;
}

/// Whether the finished picture is what its kind should be now.
bool LiveMap::Parts::serves(Kind of) const {
    const MapPicture& picture = pictures[of];
    if (!picture.shows(scene.layers, scene.theme) || picture.frame.scale != frame_of(of).scale) return false;
    if (of == exact) return same_place(picture.frame, view);
    const double zoom = picture.frame.camera.metres_per_pixel / frame_of(of).camera.metres_per_pixel;
    if (of == far)
        return zoom > 0.7 && zoom < 1.5 &&
               covers(picture.frame, view.camera, view.size,
                      std::min(view.size.width, view.size.height) / 2.0);
    return std::abs(zoom - 1) < 0.01 &&
           covers(picture.frame, view.camera, view.size, picture.frame.spare / 3.0);
}

std::optional<Kind> LiveMap::Parts::needed() const {
    if (!rests()) return serves(wide) ? std::nullopt : std::optional(wide);
    if (!serves(exact)) return exact;
    if (unhurried || more_comes || seconds_since(changed) < kReserve_s) return std::nullopt;
    if (!serves(wide)) return wide;
    return serves(far) ? std::nullopt : std::optional(far);
}

/// A picture once begun is finished, though its scene may be old by then: while scenes come quickly, one
/// begun anew for each would never end. But the exact picture is of no use once the camera has moved, and
/// goes before the reserves when it has stopped; those are of no use when another scene is to come.
bool LiveMap::Parts::still_needed() const {
    if (*kind == exact) return same_place(spare[exact].frame, view);
    return !(rests() && (more_comes || !serves(exact))) &&
           covers(spare[*kind].frame, view.camera, view.size, -view.size.width / 2.0);
}

void LiveMap::Parts::note_changing_layer() {
    const MapPicture& last = pictures[exact];
    if (!last.complete || !same_place(last.frame, view)) return;
    const std::size_t first = first_difference(scene.layers, last.layers);
    if (first == 0 || first >= scene.layers.size()) return;
    const std::string id = scene.layers[first].id;
    std::erase(changing, id);
    changing.push_back(id);
    if (changing.size() > kBases) changing.erase(changing.begin());
}

/// Copies the highest base that is true into the picture; returns how many layers it holds.
std::size_t LiveMap::Parts::start_from_base(MapPicture& picture) {
    std::size_t best = bases.size(), n_layers = 0;
    for (std::size_t i = 0; i < bases.size(); ++i) {
        const Base& base = bases[i];
        const bool fits = same_place(base.frame, picture.frame) && base.theme == scene.theme &&
                          first_difference(base.layers, scene.layers) == base.layers.size();
        if (!fits || base.layers.size() <= n_layers) continue;
        best = i;
        n_layers = base.layers.size();
    }
    if (best == bases.size()) return 0;
    std::rotate(bases.begin() + static_cast<std::ptrdiff_t>(best),
                bases.begin() + static_cast<std::ptrdiff_t>(best) + 1, bases.end());
    copy_pixels(bases.back().pixels, picture.target, picture.frame.size);
    return n_layers;
}

/// Before a layer that is likely to change again.
void LiveMap::Parts::keep_base(const MapPicture& picture) {
    if (std::find(changing.begin(), changing.end(), drawn_scene.layers[next].id) == changing.end()) return;
    const std::vector<geo::Layer> below(drawn_scene.layers.begin(),
                                        drawn_scene.layers.begin() + static_cast<std::ptrdiff_t>(next));
    auto base = std::find_if(bases.begin(), bases.end(),
                             [&](const Base& b) { return b.layers.size() == below.size(); });
    if (base == bases.end() && bases.size() < kBases) base = bases.emplace(bases.end());
    if (base == bases.end()) base = bases.begin();
    const bool same =
        same_place(base->frame, picture.frame) && base->theme == drawn_scene.theme && base->layers == below;
    if (same) return;
    copy_pixels(picture.target, base->pixels, picture.frame.size);
    base->frame = picture.frame;
    base->theme = drawn_scene.theme;
    base->layers = below;
}

bool LiveMap::Parts::begin(Kind of) {
    preparing = !unhurried && !renderer.ready(scene, frame_of(of));
    if (preparing) return false;
    kind = of;
    drawn_scene = scene;
    MapPicture& picture = spare[of];
    picture.frame = frame_of(of);
    picture.layers = scene.layers;
    picture.theme = scene.theme;
    picture.content = content;
    next = next_part = 0;
    if (of == exact) {
        note_changing_layer();
        next = start_from_base(picture);
    }
    picture.target.bind(picture.frame.size.width, picture.frame.size.height);
    renderer.begin(drawn_scene, picture.frame, next);
    return true;
}

/// Draws the next part of a layer.
void LiveMap::Parts::step() {
    MapPicture& picture = spare[*kind];
    const auto start = Clock::now();
    if (*kind == exact && next_part == 0) keep_base(picture);
    picture.target.bind(picture.frame.size.width, picture.frame.size.height);
    renderer.draw_layer(drawn_scene, picture.frame, next, next_part);
    if (!unhurried) glFinish(); // what is only queued costs a later frame
    cost_s[cost_key()] = seconds_since(start);
    if (++next_part < renderer.n_parts(drawn_scene.layers[next])) return;
    next_part = 0;
    ++next;
}

void LiveMap::Parts::finish() {
    std::swap(pictures[*kind], spare[*kind]);
    pictures[*kind].complete = true;
    spare[*kind].complete = false;
    spare[*kind].layers.clear(); // holds no geometry longer than need be
    kind.reset();
}

void LiveMap::Parts::draw_for(double budget_s) {
    const auto start = Clock::now();
    bool worked = false;
    const auto affords = [&](double cost) { return !worked || seconds_since(start) + cost <= budget_s; };
    if (kind && !still_needed()) kind.reset();
    while (true) {
        if (!kind) {
            const std::optional<Kind> of = needed();
            if (!of || !affords(0) || !begin(*of)) return;
        }
        while (next < drawn_scene.layers.size() && !MapRenderer::is_drawn(drawn_scene.layers[next])) ++next;
        if (next == drawn_scene.layers.size()) {
            finish();
            continue;
        }
        if (!affords(cost_s[cost_key()])) return;
        step();
        worked = true;
    }
}

std::vector<MapImage> LiveMap::Parts::shown() {
    const auto image = [&](Kind of) {
        const MapImage placed_image = placed(pictures[of], view.camera, view.size);
        const bool aligned = pictures[of].frame.camera.metres_per_pixel == view.camera.metres_per_pixel &&
                             placed_image.left == std::round(placed_image.left) &&
                             placed_image.top == std::round(placed_image.top);
        set_smooth(pictures[of].target, !aligned);
        return placed_image;
    };
    if (pictures[exact].complete && same_place(pictures[exact].frame, view)) return {image(exact)};
    // The far one below; of the others the newer content on top, of equals the one that reaches farther.
    const bool wide_is_older = pictures[wide].content < pictures[exact].content;
    std::vector<MapImage> images;
    for (const Kind of : {far, wide_is_older ? wide : exact, wide_is_older ? exact : wide}) {
        if (!pictures[of].complete || pictures[of].theme != scene.theme) continue;
        const MapImage next_image = image(of);
        if (covers(next_image, view.size)) images.clear();
        images.push_back(next_image);
    }
    return images;
}

LiveMap::LiveMap() : parts_(std::make_unique<Parts>()) {}
LiveMap::~LiveMap() = default;

std::vector<MapImage> LiveMap::frame(const geo::Scene& scene, const Camera& camera, PixelSize size,
                                     double scale, double budget_s, bool more_comes) {
    parts_->unhurried = budget_s >= kUnhurried_s;
    parts_->more_comes = more_comes;
    parts_->want(scene, {camera, 0, 0, size, scale});
    parts_->draw_for(budget_s);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return parts_->shown();
}

bool LiveMap::is_exact() const { return parts_->serves(exact); }

std::optional<double> LiveMap::goes_on_in_s() const {
    constexpr double kSoon_s = 1.0 / 60;
    const Parts& p = *parts_;
    if (p.preparing) return kSoon_s;
    if (p.kind || p.needed()) return 0;
    if (!p.rests()) return kRest_s - seconds_since(p.moved);
    const bool all = p.unhurried || p.more_comes || (p.serves(wide) && p.serves(far));
    return all ? std::nullopt : std::optional(std::max(0.0, kReserve_s - seconds_since(p.changed)));
}

} // namespace app

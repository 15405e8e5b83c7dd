#include "geo/study/own_layer_scene.hpp"

#include <filesystem>

namespace geo {

namespace {

constexpr std::uint8_t kFill = 46; ///< of 255: the ground and the density stay readable through areas

constexpr float kLeastOutline_px = 5;

Rgba with_alpha(Rgba color, std::uint8_t alpha) { return {color.r, color.g, color.b, alpha}; }

std::string file_of(const std::string& path) { return std::filesystem::path(path).filename().string(); }

/// The style's width is that of lines; discs of points grow with it, at the default they are as drawn.
float disc_size(const ReferenceSpec& spec) { return (1 + spec.width_px) / (1 + ReferenceSpec{}.width_px); }

void add_reference(Scene& scene, const ReferenceSpec& spec, const DrawnReference& drawn,
                   const std::string& id, const MapColors& colors) {
    const auto add = [&](auto body) {
        scene.layers.push_back({id, file_of(spec.path), spec.visible, spec.opacity, std::move(body)});
    };
    if (drawn.areas) add(AreaLayer{drawn.areas, with_alpha(spec.color, kFill)});
    if (drawn.lines) {
        LineLayer lines;
        lines.geometry = drawn.lines;
        lines.color = spec.color;
        lines.width_px = spec.width_px;
        if (drawn.areas) lines.least_px = kLeastOutline_px;
        add(lines);
    }
    if (drawn.points) {
        PointLayer points;
        points.geometry = drawn.points;
        points.colors = {spec.color};
        points.rim = colors.halo;
        points.alpha = 255;
        points.size = disc_size(spec);
        add(points);
    }
    if (drawn.labels) add(LabelLayer{drawn.labels});
}

} // namespace

void add_backdrop(Scene& scene, const MapSpec& map, const Snapshot& snapshot) {
    if (!map.backdrop || !snapshot.backdrop.value || snapshot.backdrop.params != map.backdrop->path) return;
    scene.layers.push_back({"backdrop", file_of(map.backdrop->path), map.backdrop->visible,
                            map.backdrop->opacity, RasterLayer{snapshot.backdrop.value}});
}

void add_references(Scene& scene, const MapSpec& map, const Snapshot& snapshot, const MapColors& colors) {
    for (std::size_t i = 0; i < map.references.size(); ++i)
        if (const DrawnReference* drawn = snapshot.reference(map.references[i].path))
            add_reference(scene, map.references[i], *drawn, "reference " + std::to_string(i), colors);
}

void add_reference_legend(Scene& scene, const MapSpec& map, const Snapshot& snapshot) {
    LegendSection section;
    section.title = "Reference layers";
    for (std::size_t i = map.references.size(); i-- > 0;) { // the topmost first, as in the panel
        const ReferenceSpec& spec = map.references[i];
        const DrawnReference* drawn = snapshot.reference(spec.path);
        if (!drawn) continue;
        const auto symbol = drawn->areas   ? LegendItem::Symbol::outlined_area
                            : drawn->lines ? LegendItem::Symbol::line
                                           : LegendItem::Symbol::disc;
        section.items.push_back(
            {symbol, spec.color, file_of(spec.path), {}, "reference " + std::to_string(i), spec.visible});
    }
    if (!section.items.empty()) scene.legend.push_back(section);
}

} // namespace geo

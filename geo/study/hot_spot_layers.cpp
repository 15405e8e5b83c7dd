#include "geo/study/analysis_layers.hpp"

#include <array>

#include <fmt/format.h>

#include "geo/core/number_words.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/scene_layers.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

/// Red to blue of ColorBrewer's RdBu, told apart by colour-blind readers; indexed by HotClass.
constexpr std::array<Rgba, kHotClasses> kHotColors{rgb(0, 0),     rgb(0xFDDBC7), rgb(0xEF8A62), rgb(0xB2182B),
                                                   rgb(0xD1E5F0), rgb(0x67A9CF), rgb(0x2166AC)};

/// Hot ones from yellow to dark red, cold ones from light green to dark blue; those that are over are pale.
/// Their letters stand on the map and in the legend, so that nobody depends on the colours.
constexpr Rgba kEmergingColors[kEmergingClasses] = {
    {0, 0, 0, 0},  rgb(0xFFD400), rgb(0xFF9E1B), rgb(0x99000D), rgb(0xE31A1C), rgb(0xFB8072),
    rgb(0xFDBE85), rgb(0xC994C7), rgb(0xC9B8A8), rgb(0x9BE0D0), rgb(0x41B6C4), rgb(0x08306B),
    rgb(0x2171B5), rgb(0x7FB2DD), rgb(0xBDD7E7), rgb(0x8C96C6), rgb(0xB4C0C8)};

void add_areas(Scene& scene, const MapSpec& map, std::shared_ptr<const AreaGeometry> geometry, Rgba fill) {
    if (!geometry) return;
    Layer layer = area_layer("hot-spots", "Hot spots", std::move(geometry), fill);
    layer.visible = map.show_hot_spots;
    layer.opacity = map.hot_spot_opacity;
    scene.layers.push_back(std::move(layer));
}

/// The grey of what is not known, and the lines between districts: without them nobody sees what was
/// compared.
void add_districts(Scene& scene, const MapSpec& map, const HotSpots& spots, LegendSection& section) {
    const MapColors colors = map_colors(map.theme);
    add_areas(scene, map, spots.unknown, kNotKnownColor);
    if (spots.unknown)
        section.items.push_back(
            {LegendItem::Symbol::area, kNotKnownColor,
             fmt::format("not known ({})", count_in_words(spots.n_unknown, *spots.units))});
    if (!spots.outlines) return;
    Layer lines = line_layer("hot-spot-outlines", "Hot spots", spots.outlines, colors.province_line, 0.7f);
    lines.visible = map.show_hot_spots;
    lines.opacity = map.hot_spot_opacity;
    scene.layers.push_back(std::move(lines));
    const std::uint32_t n = spots.n_by_class[static_cast<std::size_t>(HotClass::none)];
    if (n > 0)
        section.items.push_back(
            {LegendItem::Symbol::outlined_area, colors.faint_text,
             fmt::format("{} ({})", in_words(HotClass::none), count_in_words(n, *spots.units))});
}

void add_emerging(Scene& scene, const MapSpec& map, const HotSpots& compared, const EmergingSpots& spots) {
    LegendSection section;
    section.title = fmt::format("Emerging hot spots{} by {} ({} steps)", spots.units->layout() ? "" : " of districts",
                                name_of(spots.unit), spots.n_steps);
    for (std::size_t i = 1; i < kEmergingClasses; ++i) {
        if (!spots.geometry[i]) continue;
        const auto emerging = static_cast<EmergingClass>(i);
        add_areas(scene, map, spots.geometry[i], kEmergingColors[i]);
        section.items.push_back({LegendItem::Symbol::area, kEmergingColors[i],
                                 fmt::format("{}  {} ({})", letter_of(emerging), in_words(emerging),
                                             count_in_words(spots.n_by_class[i], *spots.units))});
    }
    if (section.items.empty())
        section.items.push_back({LegendItem::Symbol::outlined_area, map_colors(map.theme).faint_text,
                                 fmt::format("no {} is of any class", spots.units->noun())});
    LegendSection lines; // classes are of significance there
    add_districts(scene, map, compared, lines);
    if (compared.unknown) section.items.push_back(lines.items.front());
    if (map.show_hot_spots) scene.legend.push_back(section);
}

std::string compared_in_short(DistrictMeasure measure) {
    if (measure == DistrictMeasure::per_area) return "per 1,000 km²";
    if (measure == DistrictMeasure::per_resident) return "per 100,000 residents";
    return measure == DistrictMeasure::deaths ? "by deaths" : "by incidents";
}

std::string title_of(const HotSpotSpec& spec) {
    if (spec.by_district()) return "Hot spots: Gi*, districts " + compared_in_short(spec.measure);
    return fmt::format("Hot spots: Gi*, {} km cells, radius {} km", short_number(km_from(spec.cell)),
                       short_number(km_from(spec.radius)));
}

} // namespace

void add_emerging_letters(Scene& scene, const Study& study, const Snapshot& snapshot) {
    if (!study.hot_spots || !study.hot_spots->emerging || !snapshot.emerging.value) return;
    scene.layers.push_back({"emerging-letters", "Hot spots", study.map->show_hot_spots, 1,
                            LabelLayer{snapshot.emerging.value->letters}});
}

void add_hot_spots(Scene& scene, const Study& study, const Snapshot& snapshot) {
    if (!study.hot_spots || !snapshot.hot_spots.value) return;
    const HotSpots& spots = *snapshot.hot_spots.value;
    const MapSpec& map = *study.map;
    if (study.hot_spots->emerging) {
        if (snapshot.emerging.value) add_emerging(scene, map, spots, *snapshot.emerging.value);
        return;
    }
    LegendSection section;
    section.title = title_of(snapshot.hot_spots.params);
    for (const HotClass hot_class : {HotClass::hot99, HotClass::hot95, HotClass::hot90, HotClass::cold90,
                                     HotClass::cold95, HotClass::cold99}) {
        const auto at = static_cast<std::size_t>(hot_class);
        if (!spots.geometry[at]) continue;
        add_areas(scene, map, spots.geometry[at], kHotColors[at]);
        section.items.push_back({LegendItem::Symbol::area, kHotColors[at],
                                 fmt::format("{} ({})", in_words(hot_class),
                                             count_in_words(spots.n_by_class[at], *spots.units))});
    }
    if (section.items.empty() && spots.units->layout()) // of districts all are said to be not significant
        section.items.push_back(
            {LegendItem::Symbol::outlined_area, map_colors(map.theme).faint_text, "no cell is significant"});
    add_districts(scene, map, spots, section);
    if (map.show_hot_spots) scene.legend.push_back(section);
}

} // namespace geo

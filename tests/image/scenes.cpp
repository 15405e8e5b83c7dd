#include "tests/image/scenes.hpp"

#include <array>
#include <cmath>

using namespace geo;

namespace {

/// Pixels of a 320 × 240 picture (y upwards) to Mercator metres: the camera below looks at their middle.
constexpr double kMetres = 100;
const app::Camera kCamera{{8e6 + 160 * kMetres, 4e6 + 120 * kMetres}, kMetres};

Mercator at(double x, double y) { return {8e6 + x * kMetres, 4e6 + y * kMetres}; }

Layer layer(std::string id, decltype(Layer::body) body) {
    Layer result;
    result.title = result.id = std::move(id);
    result.body = std::move(body);
    return result;
}

MercatorPath ring(double x, double y, double radius, int corners) {
    MercatorPath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * 3.14159265358979 * i / corners;
        path.push_back(at(x + radius * std::cos(angle), y + radius * std::sin(angle)));
    }
    path.push_back(path.front());
    return path;
}

LineLayer line(MercatorPath path, Rgba color, float width) {
    auto geometry = std::make_shared<LineGeometry>();
    geometry->paths.push_back(std::move(path));
    LineLayer result;
    result.geometry = std::move(geometry);
    result.color = color;
    result.width_px = width;
    return result;
}

AreaLayer areas(std::vector<std::vector<MercatorPath>> polygons, Rgba fill) {
    auto geometry = std::make_shared<AreaGeometry>();
    geometry->polygons = std::move(polygons);
    return {std::move(geometry), fill};
}

/// Overlapping translucent areas, a hole, neighbours with a shared edge, a sharp joint with casing, dashes, a
/// half-opaque line that crosses itself: one tone everywhere.
Scene shapes(Theme theme) {
    const MapColors colors = map_colors(theme);
    Scene scene;
    scene.theme = theme;
    scene.layers.push_back(
        layer("land", areas({{ring(100, 120, 85, 60), ring(100, 120, 40, 6)}}, colors.study_land)));
    scene.layers.push_back(
        layer("neighbours", areas({{{at(170, 30), at(240, 30), at(220, 120), at(170, 120), at(170, 30)}},
                                   {{at(240, 30), at(300, 30), at(300, 120), at(220, 120), at(240, 30)}}},
                                  rgb(0x0072B2, 110))));
    LineLayer border =
        line({at(20, 20), at(90, 220), at(110, 60), at(150, 200), at(300, 210)}, colors.border, 3);
    border.casing = colors.border_casing;
    border.casing_px = 3;
    scene.layers.push_back(layer("border", border));
    LineLayer dashed = line({at(170, 150), at(240, 190), at(310, 140)}, colors.disputed, 2);
    dashed.dash_px = 8;
    dashed.gap_px = 5;
    scene.layers.push_back(layer("disputed", dashed));
    scene.layers.push_back(layer("thin", line(ring(260, 75, 30, 90), colors.province_line, 0.5F)));
    Layer crossing =
        layer("crossing", line({at(30, 40), at(150, 100), at(30, 100), at(150, 40)}, rgb(0xD55E00), 9));
    crossing.opacity = 0.5F;
    scene.layers.push_back(crossing);
    return scene;
}

/// Discs of the usual colours, nothing else.
Scene scene_of(std::shared_ptr<const PointGeometry> geometry) {
    PointLayer discs;
    discs.geometry = std::move(geometry);
    for (std::size_t i = 0; i <= kCategoryColors; ++i) discs.colors.push_back(category_color(i));
    discs.rim = map_colors(Theme::light).rim;
    Scene scene;
    scene.layers.push_back(layer("incidents", discs));
    return scene;
}

/// Every colour of the palette as a disc and as a ring, growing, some cut by the edge.
Scene points() {
    auto geometry = std::make_shared<PointGeometry>();
    for (std::uint32_t i = 0; i < 40; ++i) {
        geometry->places.push_back(at(2 + 35.0 * (i % 10), 30 + 60.0 * (i / 10)));
        geometry->color_index.push_back(static_cast<std::uint8_t>(i % 8));
        geometry->radius_px.push_back(2.5F + static_cast<float>(i) * 0.4F);
        geometry->hollow.push_back(i / 10 % 2 == 1 ? 1 : 0);
        geometry->row.push_back(i);
    }
    return scene_of(std::move(geometry));
}

/// A warped grid: a bump, a ridge, one cell without a value.
Scene density(Theme theme) {
    Scene scene;
    scene.theme = theme;
    auto grid = std::make_shared<GridGeometry>();
    grid->n_columns = 32;
    grid->n_rows = 24;
    for (std::uint32_t j = 0; j < 24; ++j) {
        for (std::uint32_t i = 0; i < 32; ++i) {
            const double bump = std::exp(-(std::pow(i - 10.0, 2) + std::pow(j - 12.0, 2)) / 20);
            const double ridge = i > 20 && i < 24 ? 0.4 : 0.0;
            grid->values.push_back(static_cast<float>(bump + ridge));
        }
    }
    grid->values[12 * 32 + 28] = std::nanf("");
    grid->mesh_columns = grid->mesh_rows = 9;
    for (int j = 0; j < 9; ++j) {
        for (int i = 0; i < 9; ++i)
            grid->mesh.push_back(at(20 + 32 * i + 2.0 * j, 20 + 24 * j + 6 * std::sin(i * 0.5)));
    }
    GridLayer body;
    body.geometry = std::move(grid);
    body.scale.ramp = theme == Theme::light ? Ramp::magma_light : Ramp::viridis;
    body.scale.top = 1;
    body.scale.breaks = {0.1, 0.25, 0.5, 1};
    body.scale.unit = "incidents per km² and year";
    scene.layers.push_back(layer("land", areas({{ring(160, 120, 110, 80)}}, map_colors(theme).land)));
    scene.layers.push_back(layer("density", body));
    return scene;
}

/// Names in three scripts' worth of shapes, ranks that compete, two lines.
Scene labels(Theme theme) {
    Scene scene = shapes(theme);
    auto names = std::make_shared<std::vector<Label>>();
    names->push_back({at(160, 130), "Afghanistan", LabelKind::country, 1});
    names->push_back({at(90, 60), "Balochistān\nبلوچستان", LabelKind::province, 2});
    names->push_back({at(60, 180), "Peshawar", LabelKind::town, 1});
    names->push_back({at(64, 182), "covered", LabelKind::town, 2});
    names->push_back({at(230, 60), "کوئٹہ", LabelKind::town, 1});
    names->push_back({at(235, 205), "Durand Line", LabelKind::border, 2});
    names->push_back({at(40, 20), "far too wide a name", LabelKind::province, 1, 20 * kMetres});
    scene.layers.push_back(layer("labels", LabelLayer{std::move(names)}));
    return scene;
}

/// Files of the user's own: a picture with a clear hole, areas, points and their names, and a graticule over
/// them.
Scene own_layers(Theme theme) {
    const MapColors colors = map_colors(theme);
    Scene scene;
    scene.theme = theme;
    auto picture = std::make_shared<RasterImage>();
    picture->width = 16;
    picture->height = 12;
    for (int row = 0; row < 12; ++row)
        for (int column = 0; column < 16; ++column) {
            const bool clear = column > 5 && column < 9 && row > 3 && row < 7;
            const auto level = static_cast<std::uint8_t>(16 * column);
            const auto other = static_cast<std::uint8_t>(20 * row);
            const auto rgba =
                clear ? std::array<std::uint8_t, 4>{} : std::array<std::uint8_t, 4>{level, other, 96, 255};
            picture->rgba.insert(picture->rgba.end(), rgba.begin(), rgba.end());
        }
    picture->low = at(20, 15);
    picture->high = at(250, 190);
    scene.layers.push_back(layer("backdrop", RasterLayer{std::move(picture)}));
    scene.layers.push_back(layer("graticule", GraticuleLayer{colors.graticule}));
    const std::vector<std::vector<MercatorPath>> rings{{ring(190, 110, 70, 7), ring(190, 110, 25, 5)}};
    scene.layers.push_back(layer("reference 0", areas(rings, rgb(0x1B9E8A, 46))));
    for (const MercatorPath& path : rings[0])
        scene.layers.push_back(layer("reference 0", line(path, rgb(0x1B9E8A), 1.5F)));
    LineLayer dots = line(ring(280, 40, 2, 8), rgb(0x9B6BD0), 1.5F); // too small to be outlined
    dots.least_px = 5;
    scene.layers.push_back(layer("reference 2", dots));
    PointLayer points;
    auto geometry = std::make_shared<PointGeometry>();
    for (std::uint32_t i = 0; i < 3; ++i) {
        geometry->places.push_back(at(60 + 40 * i, 60));
        geometry->color_index.push_back(0);
        geometry->radius_px.push_back(3.5F);
        geometry->hollow.push_back(0);
        geometry->row.push_back(i);
    }
    points.geometry = std::move(geometry);
    points.colors = {rgb(0xD0607A)};
    points.rim = colors.halo;
    points.size = 1.4F;
    scene.layers.push_back(layer("reference 1", points));
    auto names = std::make_shared<std::vector<Label>>();
    names->push_back({at(190, 160), "District", LabelKind::area_feature, 9, 100 * kMetres, 128 * kMetres});
    names->push_back({at(60, 60), "Camp", LabelKind::point_feature, 9, 0, 128 * kMetres});
    names->push_back(
        {at(100, 60), "left out: no ground of its own", LabelKind::point_feature, 9, 0, 8 * kMetres});
    scene.layers.push_back(layer("reference 1", LabelLayer{std::move(names)}));
    return scene;
}

/// Distance zones at one side of a border, the nearer the darker, each with the edge of the next.
Scene zones() {
    const MapColors colors = map_colors(Theme::light);
    Scene scene;
    scene.layers.push_back(layer("land", areas({{ring(160, 120, 115, 80)}}, colors.study_land)));
    for (int i = 0; i < 4; ++i) {
        const double inner = 10 + 20.0 * i, outer = inner + 20;
        MercatorPath band;
        for (int k = 0; k <= 12; ++k) band.push_back(at(20 + 24.0 * k, 150 - inner + 25 * std::sin(k * 0.7)));
        for (int k = 12; k >= 0; --k) band.push_back(at(20 + 24.0 * k, 150 - outer + 25 * std::sin(k * 0.7)));
        band.push_back(band.front());
        Rgba fill = colors.border;
        fill.a = static_cast<std::uint8_t>(70 - 16 * i);
        scene.layers.push_back(layer("zone", areas({{std::move(band)}}, fill)));
    }
    MercatorPath path;
    for (int k = 0; k <= 12; ++k) path.push_back(at(20 + 24.0 * k, 150 + 25 * std::sin(k * 0.7)));
    LineLayer border = line(std::move(path), colors.border, 2);
    border.casing = colors.border_casing;
    border.casing_px = 2;
    scene.layers.push_back(layer("border", border));
    return scene;
}

/// More incidents than software draws one by one: discs stand for several, their areas for how many, their
/// colours for what most of them are; a ring where most are vague.
Scene many_points() {
    auto geometry = std::make_shared<PointGeometry>();
    std::uint32_t state = 7; // the same pseudo-random places everywhere
    const auto next = [&state] { return (state = state * 1664525U + 1013904223U) >> 8; };
    constexpr std::uint32_t kHigh = 1U << 24;
    for (std::uint32_t i = 0; i < 210'000; ++i) {
        const double u = next() / double{kHigh}, v = next() / double{kHigh};
        const bool heap = i % 3 == 0; // a third of them crowd in one place
        geometry->places.push_back(heap ? at(90 + 40 * u * u, 150 + 40 * v * v) : at(320 * u, 240 * v * v));
        geometry->color_index.push_back(static_cast<std::uint8_t>(heap ? 1 : u < 0.5 ? 0 : 2));
        geometry->radius_px.push_back(3);
        geometry->hollow.push_back(v > 0.9 ? 1 : 0);
        geometry->row.push_back(i);
    }
    return scene_of(std::move(geometry));
}

/// Names in Urdu and Pashto over a graticule in the dark theme: joined letters, right to left, digits within.
Scene urdu() {
    Scene scene;
    scene.theme = Theme::dark;
    const MapColors colors = map_colors(Theme::dark);
    scene.layers.push_back(layer("land", areas({{ring(160, 120, 100, 60)}}, colors.study_land)));
    scene.layers.push_back(layer("graticule", GraticuleLayer{colors.graticule}));
    auto names = std::make_shared<std::vector<Label>>();
    names->push_back({at(160, 185), "افغانستان", LabelKind::country, 1});
    names->push_back({at(150, 120), "خیبر پختونخوا", LabelKind::province, 2});
    names->push_back({at(60, 60), "پشاور", LabelKind::town, 1});
    names->push_back({at(230, 60), "ډېره اسماعیل خان", LabelKind::town, 1});
    names->push_back({at(240, 150), "چک ۱۲", LabelKind::town, 2});
    scene.layers.push_back(layer("labels", LabelLayer{std::move(names)}));
    return scene;
}

/// All the furniture at once.
Scene report() {
    Scene scene = density(Theme::light);
    scene.text.title = "Incidents and density";
    scene.text.subtitle = {"2018-01-01 to 2025-12-31, battles", "5,812 shown of 6,000, 12 without a place"};
    scene.text.attributions = {
        "Borders: © OpenStreetMap contributors, ODbL 1.0. Places: GeoNames, CC BY 4.0. A line that is "
        "long enough to need a second one in a picture of this width, and is not cut."};
    scene.text.banner = "Synthetic sample data";
    scene.legend.push_back(
        {"Incidents",
         {{LegendItem::Symbol::disc, category_color(0), "Battles"},
          {LegendItem::Symbol::ring, category_color(1), "Vague place"},
          {LegendItem::Symbol::dashed_line, map_colors(Theme::light).disputed, "Disputed line"}},
         {}});
    scene.legend.push_back(
        {"Density (quartic, 25 km)", {}, std::get<GridLayer>(scene.layers.back().body).scale});
    return scene;
}

} // namespace

std::vector<ImageCase> image_cases() {
    const app::PictureOptions map{{320, 240}, 1, false};
    app::PictureOptions twice{{640, 480}, 2, false};
    const app::Camera near{kCamera.centre, kMetres / 2};
    return {{"shapes_light", shapes(Theme::light), kCamera, map},
            {"shapes_twice", shapes(Theme::dark), near, twice},
            {"points", points(), kCamera, map},
            {"density_light", density(Theme::light), kCamera, map},
            {"density_dark", density(Theme::dark), kCamera, map},
            {"labels_light", labels(Theme::light), kCamera, map, true},
            {"labels_dark", labels(Theme::dark), kCamera, map, true},
            {"own_layers", own_layers(Theme::light), kCamera, map, true},
            {"own_layers_dark", own_layers(Theme::dark), near, twice, true},
            {"zones", zones(), kCamera, map},
            {"many_points", many_points(), kCamera, map},
            {"urdu", urdu(), near, twice, true},
            {"report", report(), kCamera, {{720, 520}, 1, true}, true}};
}

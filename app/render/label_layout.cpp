#include "app/render/label_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/text/utf8.hpp"

namespace app {

namespace {

TextStyle style_of(geo::LabelKind kind, int rank, float scale) {
    switch (kind) {
    case geo::LabelKind::country:
        return {16 * scale, FontStyle::bold, 5 * scale};
    case geo::LabelKind::province:
        return {12.5F * scale, FontStyle::regular, 3 * scale};
    case geo::LabelKind::border:
        return {12 * scale, FontStyle::italic, 0.3F * scale};
    case geo::LabelKind::graticule:
        return {10.5F * scale, FontStyle::regular, 0};
    case geo::LabelKind::cluster:
        return {13 * scale, FontStyle::bold, 0};
    case geo::LabelKind::area_feature:
    case geo::LabelKind::point_feature:
        return {11.5F * scale, FontStyle::regular, 0};
    case geo::LabelKind::town:
        break;
    }
    return {(rank <= 2 ? 13.5F : 12.0F) * scale, FontStyle::regular, 0};
}

/// Map metres per pixel (at scale 1) up to which towns of each rank, from 1, are wanted; beyond, a map of
/// many countries would be all names. Higher ranks share the last.
constexpr std::array<double, 8> kTownsUntil{1e9, 9000, 4500, 2500, 1700, 900, 450, 220};

bool wanted(const geo::Label& label, const View& view) {
    constexpr double kOwnGround_px = 64; // about a short name
    const double metres = view.camera.metres_per_pixel * static_cast<double>(view.scale);
    if (label.spacing_m > 0 && label.spacing_m < kOwnGround_px * metres) return false;
    if (label.kind != geo::LabelKind::town) return true;
    const auto rank = static_cast<std::size_t>(std::clamp<int>(label.rank, 1, kTownsUntil.size()));
    return metres <= kTownsUntil[rank - 1];
}

/// A name may reach a little beyond what it names.
bool too_wide(const geo::Label& label, float width_px, const View& view) {
    constexpr double kBeyond = 1.25;
    return label.width_m > 0 && width_px * view.camera.metres_per_pixel > kBeyond * label.width_m;
}

/// Countries and provinces in capitals, where the script has them.
std::string written(const geo::Label& label) {
    const bool spaced = label.kind == geo::LabelKind::country || label.kind == geo::LabelKind::province;
    return spaced ? utf8_from(in_capitals(code_points(label.text))) : label.text;
}

bool is_of_an_area(geo::LabelKind kind) {
    return kind == geo::LabelKind::country || kind == geo::LabelKind::province ||
           kind == geo::LabelKind::border;
}

ViewPoint anchor_of(const geo::Label& label, const View& view) {
    const double per_metre = 1 / view.camera.metres_per_pixel;
    return {
        static_cast<float>(view.size.width / 2.0 + (label.place.x_m - view.camera.centre.x_m) * per_metre),
        static_cast<float>(view.size.height / 2.0 + (label.place.y_m - view.camera.centre.y_m) * per_metre)};
}

bool in_sight(ViewPoint p, PixelSize size) {
    return p.x >= 0 && p.y >= 0 && p.x < static_cast<float>(size.width) &&
           p.y < static_cast<float>(size.height);
}

/// Every label in sight that is wanted at this zoom, its box still at the origin.
LabelLayout set_labels(const std::vector<const geo::LabelLayer*>& layers, const View& view,
                       const MeasureLabel& measure) {
    LabelLayout set;
    for (const geo::LabelLayer* layer : layers) {
        if (!layer->labels) continue;
        for (const geo::Label& label : *layer->labels) {
            const ViewPoint anchor = anchor_of(label, view);
            if (!in_sight(anchor, view.size) || label.text.empty() || !wanted(label, view)) continue;
            LaidLabel laid{layer,      written(label), style_of(label.kind, label.rank, view.scale),
                           label.kind, label.rank,     anchor,
                           {}};
            const auto size = measure(laid.text, laid.style);
            set.all_measured = set.all_measured && size;
            if (!size || too_wide(label, static_cast<float>(size->width), view)) continue;
            laid.box = {0, 0, static_cast<float>(size->width), static_cast<float>(size->height)};
            set.labels.push_back(std::move(laid));
        }
    }
    return set;
}

} // namespace

LabelLayout laid_labels(const std::vector<const geo::LabelLayer*>& layers, const View& view,
                        const MeasureLabel& measure) {
    LabelLayout set = set_labels(layers, view, measure);
    std::vector<LabelWish> wishes;
    for (const LaidLabel& label : set.labels) {
        wishes.push_back({label.anchor, label.box.x1, label.box.y1, label.kind, label.rank});
    }
    const auto boxes = placed_labels(wishes, view.size, view.scale);
    std::vector<LaidLabel> kept;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i]) continue;
        // An area may offer a second place for its name; it is written once.
        const bool written_already = std::any_of(kept.begin(), kept.end(), [&](const LaidLabel& other) {
            return other.kind == set.labels[i].kind && other.text == set.labels[i].text;
        });
        if (written_already && is_of_an_area(set.labels[i].kind)) continue;
        kept.push_back(std::move(set.labels[i]));
        kept.back().box = *boxes[i];
    }
    set.labels = std::move(kept);
    return set;
}

std::vector<const geo::LabelLayer*> label_layers(const geo::Scene& scene) {
    std::vector<const geo::LabelLayer*> labels;
    for (const geo::Layer& layer : scene.layers) {
        const auto* body = std::get_if<geo::LabelLayer>(&layer.body);
        if (body != nullptr && drawn(layer)) labels.push_back(body);
    }
    return labels;
}

} // namespace app

#include "geo/study/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "geo/analysis/bandwidth_rules.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/make_scene.hpp"

namespace geo {

/// Where a recipe took the data from, "(npm world-atlas 2.0.2)", stands in datasets/README.md and in the
/// provenance; what people read names the source.
std::string without_packages(std::string source) {
    for (std::size_t begin = 0; (begin = source.find(" (npm ")) != std::string::npos;) {
        const std::size_t end = source.find(')', begin);
        source.erase(begin, end == std::string::npos ? end : end + 1 - begin);
    }
    return source;
}

std::string short_number(double value) {
    if (value == 0 || !std::isfinite(value)) return "0";
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    std::string text = fmt::format("{:.{}f}", value, std::clamp(1 - magnitude, 0, 12));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text;
}

std::string window_in_words(const DayWindow& window) {
    if (window.last <= window.first) return "no dated incidents";
    const Day last = window.last - std::chrono::days{1};
    if (last == window.first) return iso_from_day(last);
    return iso_from_day(window.first) + " to " + iso_from_day(last);
}

std::string map_title(const Study& study, const Snapshot& snapshot) {
    const bool density = study.density && study.map && study.map->show_density;
    const bool hot = study.hot_spots && study.map && study.map->show_hot_spots;
    const IncidentTable* table = snapshot.table();
    const bool clusters = study.clusters && study.map && study.map->show_clusters;
    const bool districts = study.district_counts && study.map && study.map->show_districts;
    const bool change = study.before_after && study.map && study.map->show_change;
    const bool incidents = study.map && study.map->show_incidents;
    const char* plain = density     ? incidents ? "Incidents and their density" : "Density of incidents"
                        : clusters  ? "Clusters of incidents"
                        : districts ? "Incidents by district"
                                    : "Incidents";
    if (change && !density && !hot && !clusters)
        return fmt::format("Incidents before and after {}{}", iso_from_day(study.before_after->date),
                           table ? " · " + table->origin.file : "");
    return fmt::format(
        "{}{}", hot ? density ? "Incidents, their density and hot spots" : "Hot spots of incidents" : plain,
        table ? " · " + table->origin.file : "");
}

namespace {

/// A file of counts has a period of its own and no incident to show.
std::vector<std::string> words_of_counts(const Snapshot& snapshot) {
    if (!snapshot.district_counts.value) return {};
    const DistrictCounts& counts = *snapshot.district_counts.value;
    return {window_in_words(counts.window),
            fmt::format("{} incidents in {} districts, as the file counts them",
                        grouped(static_cast<std::uint64_t>(counts.n_incidents)), grouped(counts.districts.size()))};
}

std::string words_of_districts(double n_incidents, std::size_t n_districts, double n_vague, bool pinned) {
    const auto whole = [](double n) { return grouped(static_cast<std::uint64_t>(n)); };
    std::string words = fmt::format("{} counted in {} districts", whole(n_incidents), grouped(n_districts));
    if (n_vague > 0)
        words += fmt::format(" · {} known to no single district, {}", whole(n_vague),
                             pinned ? "counted where the file puts them" : "in none");
    return words;
}

/// What is counted by district on the map, where anything is.
std::string words_of_districts(const Study& study, const Snapshot& snapshot) {
    if (study.district_counts && study.map->show_districts && snapshot.district_counts.value) {
        const DistrictCounts& counts = *snapshot.district_counts.value;
        std::string words = words_of_districts(counts.n_incidents, counts.districts.size(), counts.n_vague,
                                               study.district_counts->pin_vague);
        if (counts.n_outside > 0)
            words += fmt::format(" · {} outside all", grouped(static_cast<std::uint64_t>(counts.n_outside)));
        return words;
    }
    const bool hot = study.hot_spots && study.map->show_hot_spots && snapshot.hot_spots.value;
    if (!hot || !snapshot.hot_spots.params.by_district()) return "";
    const HotSpots& spots = *snapshot.hot_spots.value;
    return words_of_districts(static_cast<double>(spots.n_incidents), spots.n_compared(),
                              static_cast<double>(spots.n_in_none + spots.n_vague), snapshot.hot_spots.params.pin_vague);
}

} // namespace

std::vector<std::string> map_subtitle(const Study& study, const Snapshot& snapshot) {
    std::vector<std::string> lines;
    if (!snapshot.selected.value || !snapshot.table()) return lines;
    const Selected& selected = *snapshot.selected.value;
    std::string first = window_in_words(selected.window);
    Filter rest = study.filter; // the period is said already
    rest.from.reset();
    rest.to.reset();
    if (const std::string words = in_words(rest); !words.empty() && !(rest == Filter{}))
        first += " · " + words;
    if (snapshot.incidents.value->counts) return words_of_counts(snapshot);
    lines.push_back(first);
    std::string second = fmt::format("{} shown of {}", grouped(selected.rows.size() - selected.unlocated),
                                     grouped(snapshot.table()->size()));
    if (selected.unlocated > 0) second += fmt::format(" · {} without a place", grouped(selected.unlocated));
    lines.push_back(second);
    if (!study.map) return lines;
    if (std::string words = words_of_districts(study, snapshot); !words.empty()) lines.push_back(std::move(words));
    return lines;
}

namespace {

/// "Natural Earth 1:10m, public domain; GeoNames, CC BY 4.0": each source once.
std::string map_sources(const std::vector<std::string>& attributions) {
    std::set<std::string> sources;
    for (const std::string& line : attributions) sources.insert(without_packages(line));
    std::string text;
    for (const std::string& source : sources) text += (text.empty() ? "" : "; ") + source;
    return text;
}

} // namespace

std::vector<std::string> attributions_of(const Snapshot& snapshot) {
    std::vector<std::string> lines;
    if (const IncidentTable* table = snapshot.table()) {
        std::string line = "Incidents: " + table->origin.file;
        if (!table->origin.attribution.empty()) line += ", " + table->origin.attribution;
        if (!table->origin.notice.empty()) line += " (" + table->origin.notice + ")";
        lines.push_back(line);
    }
    if (snapshot.border.value)
        for (const BorderLine& line : snapshot.border.value->lines)
            lines.push_back(fmt::format("{}: {}{}{}", line.name, without_packages(line.source),
                                        line.licence.empty() ? "" : ", " + line.licence,
                                        line.note.empty() ? "" : " (" + line.note + ")"));
    if (snapshot.provinces.value && !snapshot.provinces.value->areas.empty()) {
        const Area& area = snapshot.provinces.value->areas.front();
        lines.push_back(fmt::format("Provinces: {}, {}", without_packages(area.source), area.licence));
    }
    if (snapshot.basemap.value) lines.push_back("Map: " + map_sources(snapshot.basemap.value->attributions));
    return lines;
}

std::vector<std::string> own_layer_sources(const Study& study, const Snapshot& snapshot) {
    std::vector<std::string> lines;
    const auto file_of = [](const std::string& path) {
        return std::filesystem::path(path).filename().string();
    };
    if (snapshot.districts.value) {
        std::string line = "Districts, source: " + file_of(study.districts.path) + " as given by the user";
        if (snapshot.districts.value->has_population() && !study.districts.population.empty())
            line += ", their population: " + file_of(study.districts.population);
        lines.push_back(std::move(line));
    }
    if (!study.map) return lines;
    for (const ReferenceSpec& reference : study.map->references)
        if (reference.visible && snapshot.reference(reference.path))
            lines.push_back("Reference layer, source: " + file_of(reference.path) + " as given by the user");
    if (const auto& backdrop = study.map->backdrop; backdrop && backdrop->visible && snapshot.backdrop.value)
        lines.push_back("Backdrop, source: " + file_of(backdrop->path) + " as given by the user" +
                        (snapshot.backdrop.value->crs_stated ? "" : " (no CRS stated, taken for WGS 84)"));
    return lines;
}

std::string unit_in_words(const DensitySpec& spec) {
    constexpr const char* kOf[] = {"incidents", "deaths (low estimate)", "deaths", "deaths (high estimate)"};
    constexpr const char* kPer[] = {" per km² and year", " per km²", " per km² and month"};
    return std::string(kOf[static_cast<std::size_t>(spec.weight)]) +
           kPer[static_cast<std::size_t>(spec.unit)];
}

std::string kernel_in_words(const DensitySpec& spec) {
    const std::string kernel(name_of(spec.kernel)), length = short_number(km_from(spec.bandwidth));
    if (spec.kernel == Kernel::gaussian) return fmt::format("{} kernel, σ {} km", kernel, length);
    return fmt::format("{} kernel, radius {} km (σ {} km)", kernel, length,
                       short_number(sigma_equivalent(spec.kernel, spec.bandwidth.value) / 1000));
}

std::vector<std::string> treatments_in_words(const DensitySpec& spec, const DensitySurface& surface) {
    std::vector<std::string> words;
    if (spec.adaptive && surface.widest_m > 0)
        words.push_back(fmt::format("adaptive from {} to {} km", short_number(surface.narrowest_m / 1000),
                                    short_number(surface.widest_m / 1000)));
    if (spec.vague == VaguePlaces::spread) words.emplace_back("vague places spread");
    if (spec.vague == VaguePlaces::exclude)
        words.push_back(
            fmt::format("without places vaguer than {} km", short_number(km_from(vague_limit(spec)))));
    if (spec.edge == EdgeCorrection::uniform) words.emplace_back("uniform edge correction");
    if (spec.edge == EdgeCorrection::jones_diggle) words.emplace_back("edge correction of Jones and Diggle");
    return words;
}

std::string density_in_words(const DensitySpec& spec, const DensitySurface& surface) {
    std::string words = kernel_in_words(spec);
    for (const std::string& treatment : treatments_in_words(spec, surface)) words += ", " + treatment;
    return words;
}

std::string rule_in_words(Kernel kernel, const AxisSigmas& sigmas) {
    if (!(sigmas.x_m > 0) && !(sigmas.y_m > 0)) return "";
    const auto pair = [&](double per_sigma) {
        return fmt::format("{} × {} km", short_number(sigmas.x_m * per_sigma / 1000),
                           short_number(sigmas.y_m * per_sigma / 1000));
    };
    if (kernel == Kernel::gaussian) return "σ " + pair(1);
    return fmt::format("{} (σ {})", pair(1 / sigma_equivalent(kernel, 1)), pair(1));
}

std::string rule_in_words(Kernel kernel, double sigma_m) {
    if (!(sigma_m > 0)) return "";
    std::string sigma = "σ " + short_number(sigma_m / 1000) + " km";
    if (kernel == Kernel::gaussian) return sigma;
    return fmt::format("radius {} km ({})", short_number(sigma_m / sigma_equivalent(kernel, 1) / 1000),
                       sigma);
}

std::string hot_spots_in_words(const HotSpotSpec& spec) {
    if (spec.by_district())
        return fmt::format("Gi*, districts by {}, neighbours that touch", compared_in_words(spec.measure));
    return fmt::format("Gi*, {} cells of {} km, neighbours within {} km",
                       spec.units == HotUnits::square ? "square" : "hexagonal",
                       short_number(km_from(spec.cell)), short_number(km_from(spec.radius)));
}

std::string compared_in_words(DistrictMeasure measure) {
    switch (measure) {
    case DistrictMeasure::incidents:
    case DistrictMeasure::deaths:
        return in_words(measure);
    case DistrictMeasure::per_area:
        return "incidents per 1,000 km²";
    case DistrictMeasure::per_resident:
        break;
    }
    return "incidents per 100,000 residents";
}

std::string_view name_of(HotUnits units) {
    constexpr std::array<std::string_view, 3> kNames{"square", "hexagon", "district"};
    return kNames[static_cast<std::size_t>(units)];
}

std::optional<HotUnits> hot_units_from_name(std::string_view name) {
    for (const HotUnits units : {HotUnits::square, HotUnits::hexagon, HotUnits::district})
        if (name == name_of(units)) return units;
    return std::nullopt;
}

HotSpotSpec without_idle_parts(HotSpotSpec spec) {
    const HotSpotSpec usual;
    if (spec.by_district()) {
        spec.cell = usual.cell;
        spec.radius = usual.radius;
    } else {
        spec.measure = usual.measure;
        spec.pin_vague = usual.pin_vague;
    }
    return spec;
}

std::optional<CalendarUnit> step_of_emerging(std::string_view name) {
    const auto unit = unit_from_name(name);
    if (unit == CalendarUnit::day || unit == CalendarUnit::week) return std::nullopt;
    return unit;
}

std::string_view name_of(NullModel model) { return model == NullModel::uniform ? "uniform" : "population"; }

std::optional<NullModel> null_model_from_name(std::string_view name) {
    for (const NullModel model : {NullModel::uniform, NullModel::population})
        if (name == name_of(model)) return model;
    return std::nullopt;
}

std::string support_in_words(const Support& support) {
    if (support.kind == SupportKind::not_usable) return "place of no use";
    if (std::isnan(support.uncertainty_m)) return support.known ? "not stated" : "not a known code";
    std::string disc = fmt::format("disc of {} km", short_number(double{support.uncertainty_m} / 1000));
    switch (support.kind) {
    case SupportKind::admin2:
        return "district (" + disc + ")";
    case SupportKind::admin1:
        return "province (" + disc + ")";
    case SupportKind::country:
        return "country (" + disc + ")";
    default:
        return disc;
    }
}

std::string before_after_in_words(const BeforeAfterSpec& spec) {
    return fmt::format("{}, windows of {}, {} of {} km, tested against {}", iso_from_day(spec.date),
                       spec.window_days ? fmt::format("{} days", *spec.window_days) : "at most 365 days",
                       spec.shape == CellShape::square ? "square cells" : "hexagons", short_number(km_from(spec.cell)),
                       spec.relative ? "the change of all together" : "no change");
}

std::string trend_in_words(const TrendSpec& spec) {
    std::string words = "per " + std::string(name_of(spec.per));
    if (spec.by == TrendBy::none) return words;
    return words + (spec.by == TrendBy::band ? ", by distance band" : ", by " + std::string(name_of(spec.by)));
}

std::string clusters_in_words(const ClusterSpec& spec) {
    const std::string km = short_number(km_from(spec.eps));
    if (!spec.eps_time_days)
        return fmt::format("DBSCAN, eps {} km at any time, {} points", km, spec.min_points);
    return fmt::format("ST-DBSCAN, eps {} km and {} day{}, {} points", km, *spec.eps_time_days,
                       *spec.eps_time_days == 1 ? "" : "s", spec.min_points);
}

std::string border_in_words(const BorderSet& border) {
    std::string neighbours;
    for (const BorderLine& line : border.lines)
        neighbours += (neighbours.empty() ? "" : ", ") + line.neighbour;
    const std::string source = border.lines.empty() ? border.id : border.lines.front().source;
    return fmt::format("{} ({})", without_packages(source), neighbours);
}

std::string neighbour_in_words(std::string_view iso_a3) {
    if (iso_a3 == "AFG") return "Afghanistan";
    return std::string(iso_a3 == "IRN" ? "Iran" : iso_a3);
}

std::string band_in_words(const Band& band) {
    const std::string from = short_number(band.from_m / 1000);
    if (std::isinf(band.to_m)) return "≥ " + from + " km";
    return from + "–" + short_number(band.to_m / 1000) + " km";
}

} // namespace geo

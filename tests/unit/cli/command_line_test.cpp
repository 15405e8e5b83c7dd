#include "geo/study/command_line.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <random>

#include <CLI/CLI.hpp>

#include "app/cli/command.hpp"
#include "app/cli/write_all.hpp"
#include "app/render/picture/write_picture.hpp"
#include "tests/support/catch.hpp"

using namespace geo;
using What = OutputSpec::What;

namespace {

/// What the program itself reads from these words, outputs included.
app::Arguments parsed(const std::vector<std::string>& words) {
    CLI::App program;
    std::vector<app::Arguments> arguments(app::commands().size());
    for (std::size_t i = 0; i < arguments.size(); ++i)
        app::commands()[i].add_options(*program.add_subcommand(app::commands()[i].name, ""), arguments[i]);
    program.require_subcommand(1);
    std::vector<std::string> reversed(words.rbegin(), words.rend() - 1);
    program.parse(reversed);
    for (std::size_t i = 0; i < arguments.size(); ++i)
        if (program.got_subcommand(app::commands()[i].name)) return arguments[i];
    throw std::runtime_error("no command");
}

Study study_of(const std::vector<std::string>& words, What what) {
    app::Arguments arguments = parsed(words);
    app::add_outputs(arguments, what);
    if (arguments.zones_on_map) { // as `render` takes it
        if (!arguments.study.proximity) arguments.study.proximity.emplace();
        arguments.study.proximity->zones = true;
    }
    if (arguments.hot_spots_on_map || what == What::hot_spots) arguments.study.hot_spots = arguments.hot_spots;
    if (arguments.clusters_on_map || what == What::clusters || what == What::cluster_hulls)
        arguments.study.clusters = arguments.clusters;
    if (arguments.districts_on_map || what == What::districts)
        arguments.study.district_counts = arguments.district_counts;
    if (what == What::trend) arguments.study.trend = arguments.trend;
    if (arguments.change_on_map) arguments.study.before_after = arguments.before_after;
    if (!arguments.district_table.empty()) app::add_output(arguments, {What::change_districts, arguments.district_table});
    for (const std::string& hulls : {arguments.hulls, arguments.cluster_table})
        if (!hulls.empty()) app::add_output(arguments, {What::cluster_hulls, hulls});
    if (!arguments.zones.empty()) app::add_output(arguments, {What::zones, arguments.zones});
    if (!arguments.bands_file.empty()) app::add_output(arguments, {What::bands, arguments.bands_file});
    REQUIRE(arguments.study.outputs.size() == 1);
    return arguments.study;
}

/// A shell is asked what words it makes of the line.
std::vector<std::string> words_of_shell(const std::string& line) {
    FILE* shell = popen(("printf '%s\\0' " + line).c_str(), "r");
    std::string all;
    for (int c; (c = std::fgetc(shell)) != EOF;) all.push_back(static_cast<char>(c));
    pclose(shell);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = all.find('\0', at);
        words.push_back(all.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// Studies that people would hardly make, of everything that flags can say.
class RandomStudies {
  public:
    explicit RandomStudies(unsigned seed) : random_(seed) {}

    Study next() {
        Study study;
        study.name = word();
        study.all_columns = true;
        study.source.path = maybe() ? "/data/" + word() + ".csv" : word() + ".csv";
        if (maybe()) study.source.layer = word();
        if (maybe()) study.source.roles = roles();
        if (maybe()) study.filter = filter();
        if (maybe()) study.border = {maybe() ? "ne10m" : "/b/" + word(), {"IRN", "AFG"}};
        study.proximity.emplace();
        if (maybe()) study.proximity->band_edges_m = {0, length(), 50'000 + length(), 100'000 + length()};
        if (maybe()) study.density = density();
        if (maybe()) study.hot_spots = hot_spots();
        if (maybe()) study.clusters = clusters();
        if (maybe())
            study.district_counts = {static_cast<DistrictMeasure>(random_() % 4), maybe(),
                                     maybe() ? std::vector<double>{0.5, 1 + number()} : std::vector<double>{}};
        if (maybe()) study.trend = {static_cast<CalendarUnit>(random_() % 5), static_cast<TrendBy>(random_() % 4)};
        if (maybe()) study.before_after = before_after();
        if (maybe()) study.strip = StripSpec{maybe() ? kilometres(100) : Metres{length()}};
        if (maybe()) study.proximity->zones = true;
        if (maybe()) study.proximity->compare = true;
        if (maybe()) study.proximity->intervals = true;
        if (maybe()) study.precision = precision();
        if (maybe()) study.districts = {"/d/" + word(), maybe() ? "p" + word() : "", maybe() ? word() : ""};
        if (maybe()) study.proximity->null = {maybe() ? NullModel::uniform : NullModel::population,
                                              static_cast<std::uint32_t>(1 + random_() % 2000), random_()};
        study.map = map();
        if (maybe()) study.timeline = {false, {{*day_from_iso("2024-01-07"), *day_from_iso("2024-01-09"), word()}}};
        return study;
    }
    PictureSpec picture() {
        if (maybe()) return {};
        return {static_cast<int>(200 + random_() % 4000), static_cast<int>(200 + random_() % 4000),
                maybe() ? static_cast<double>(96 + random_() % 300) / 96 : 0.5 + number() * 7};
    }
    OutputSpec output(What what) {
        const std::string folder = maybe() ? "/out/" : "";
        const std::string name = folder + word();
        switch (what) {
        case What::incidents: {
            OutputSpec incidents{what, name + (maybe() ? ".geojson" : ".csv"),
                                 static_cast<ColumnsKept>(random_() % 3), maybe()};
            if (maybe())
                incidents.publish.coarsen =
                    CoarseGrid{0.5 + number() * 5, static_cast<CoarseGrid::Unit>(random_() % 2)};
            if (incidents.publish.coarsen && maybe())
                incidents.publish.merge_under = static_cast<int>(2 + random_() % 9);
            return incidents;
        }
        case What::density: return {what, name + ".tif"};
        case What::map: return {what, name + ".svg"};
        case What::bands: return {what, name + ".csv"};
        case What::zones: return {what, name + ".geojson"};
        case What::hot_spots: return {what, name + ".gpkg"};
        case What::clusters: return {what, name + ".fgb", static_cast<ColumnsKept>(random_() % 3)};
        case What::cluster_hulls: return {what, name + (maybe() ? ".csv" : ".geojson")};
        case What::districts: return {what, name + (maybe() ? ".csv" : ".geojson")};
        case What::trend: return {what, name + (maybe() ? ".csv" : ".json")};
        case What::change: return {what, name + (maybe() ? ".csv" : ".tif")};
        case What::change_districts: return {what, name + ".gpkg"};
        case What::report: return {what, name}; // said by the study file alone
        case What::strip:
            if (maybe()) return {what, name + (maybe() ? ".png" : ".svg")};
            return {what, name + ".gpkg", static_cast<ColumnsKept>(random_() % 3)};
        }
        return {};
    }

  private:
    bool maybe() { return random_() % 2 == 0; }
    double number() { return static_cast<double>(random_()) / 4294967296.0; }
    double length() { return maybe() ? 1000.0 * static_cast<double>(1 + random_() % 40) : 1 + number() * 1e4; }

    std::string word() {
        constexpr std::array<const char*, 24> kParts{"plain", " ",  "'",  "\"", "$HOME", "`ls`", "\\", "خیبر",
                                                     "é",     "-x", "--", "=",  "[a,b]", "%s",   "~",  "*",
                                                     ",",     ";",  "&&", "#",  "!",     "(",    "|",  "\n"};
        std::string text;
        for (std::size_t n = 1 + random_() % 4; n > 0; --n) text += kParts[random_() % kParts.size()];
        return text;
    }
    PrecisionSpec precision() {
        PrecisionSpec spec;
        if (maybe()) spec.codes[word()] = {SupportKind::disc, Metres{length()}, false};
        if (maybe()) spec.codes["2"] = {SupportKind::admin2, Metres{length()}, true};
        if (maybe()) spec.codes["x=1"] = {SupportKind::not_usable, {}, false};
        if (maybe()) spec.admin2 = Metres{length()};
        if (maybe()) spec.country = Metres{length()};
        return spec;
    }
    RoleOptions roles() {
        RoleOptions options;
        if (maybe()) options.schema = SchemaKind::gtd;
        for (int role = 0; role <= static_cast<int>(Role::notes); ++role)
            if (random_() % 4 == 0) options.columns[static_cast<Role>(role)] = word();
        options.day_order = static_cast<DayOrder>(random_() % 3);
        return options;
    }
    Filter filter() {
        constexpr std::array<const char*, 4> kWhere{"deaths_best >= 5", "\"odd name\" = 'it''s'", "not (a = -1)",
                                                    "kind in ('a', 'b') and note is not null"};
        Filter filter;
        if (maybe()) filter.from = day_from_iso("2021-08-15");
        if (maybe()) filter.to = day_from_iso("2024-02-29");
        if (maybe()) filter.bbox = LonLatBox{-10 * number(), -80 * number(), 170 * number(), 80 * number()};
        if (maybe()) filter.polygon = {{69 + number(), 30 + number()}, {72 + number(), 30 - number()}, {71, 34.5}};
        if (maybe()) filter.where = kWhere[random_() % kWhere.size()];
        if (maybe()) filter.area = maybe() ? "kp" : word();
        if (maybe()) filter.within = Metres{maybe() ? 0 : length()};
        if (maybe()) filter.max_uncertainty = Metres{length()};
        return filter;
    }
    DensitySpec density() {
        DensitySpec spec;
        if (maybe()) spec.kernel = Kernel::gaussian;
        if (maybe()) spec.bandwidth = Metres{length()};
        if (maybe()) spec.cell = Metres{length()};
        spec.unit = static_cast<DensityUnit>(random_() % 3);
        spec.vague = static_cast<VaguePlaces>(random_() % 3);
        if (maybe()) spec.vaguer_than = Metres{length()};
        if (maybe()) spec.edge = static_cast<EdgeCorrection>(random_() % 3);
        spec.adaptive = maybe();
        spec.weight = static_cast<DensityWeight>(random_() % 4);
        if (maybe()) spec.scale_top = 1e-5 + number();
        return spec;
    }
    HotSpotSpec hot_spots() {
        HotSpotSpec spec;
        spec.units = static_cast<HotUnits>(random_() % 3);
        spec.measure = static_cast<DistrictMeasure>(random_() % 4);
        spec.pin_vague = maybe();
        if (maybe()) spec.cell = Metres{length()};
        if (maybe()) spec.radius = Metres{length()};
        constexpr CalendarUnit kSteps[] = {CalendarUnit::month, CalendarUnit::quarter, CalendarUnit::year};
        if (maybe()) spec.emerging = kSteps[random_() % 3];
        return spec;
    }
    ClusterSpec clusters() {
        ClusterSpec spec;
        if (maybe()) spec.eps = Metres{length()};
        if (maybe()) spec.eps_time_days = maybe() ? std::nullopt : std::optional(static_cast<int>(random_() % 9999));
        if (maybe()) spec.min_points = static_cast<int>(1 + random_() % 50);
        return spec;
    }
    BeforeAfterSpec before_after() {
        BeforeAfterSpec spec;
        spec.date = day_from_number(static_cast<DayNumber>(random_() % 20000));
        if (maybe()) spec.window_days = static_cast<int>(1 + random_() % 900);
        if (maybe()) spec.relative = true;
        if (maybe()) spec.shape = CellShape::hexagon;
        if (maybe()) spec.cell = Metres{length()};
        if (maybe()) spec.treated = "kp", spec.control = "a" + word();
        return spec;
    }
    MapSpec map() {
        MapSpec spec;
        if (maybe()) spec.title = word();
        if (maybe())
            spec.color_by = maybe() ? color_by_from_text("date")
                                    : ColorBy{ColorBy::Kind::column, maybe() ? "date" : word()};
        for (bool MapSpec::*part : {&MapSpec::size_by_deaths, &MapSpec::show_incidents, &MapSpec::show_density,
                                    &MapSpec::show_border, &MapSpec::show_areas, &MapSpec::show_labels,
                                    &MapSpec::show_hot_spots, &MapSpec::show_clusters,
                                    &MapSpec::show_districts, &MapSpec::show_change})
            spec.*part = maybe();
        if (maybe()) spec.density_opacity = static_cast<float>(number());
        if (maybe()) spec.hot_spot_opacity = static_cast<float>(number());
        if (maybe()) spec.cluster_opacity = static_cast<float>(number());
        if (maybe()) spec.district_opacity = static_cast<float>(number());
        if (maybe()) spec.change_opacity = static_cast<float>(number());
        if (maybe()) spec.incident_opacity = static_cast<float>(number());
        if (maybe()) spec.theme = Theme::dark;
        spec.show_graticule = maybe();
        spec.show_supports = maybe();
        spec.label_language = static_cast<LabelLanguage>(random_() % 3);
        for (std::size_t i = 0, n = random_() % 8; i < n; ++i) { // more than there are colours
            ReferenceSpec reference;
            reference.path = "/layers/" + word();
            reference.color = kReferenceColors[i % kReferenceColors.size()];
            spec.references.push_back(reference);
        }
        if (maybe()) spec.backdrop = BackdropSpec{.path = word() + ".tif"};
        if (maybe()) spec.view = LonLatBox{60 + number(), 24 + number(), 75 + number(), 37 + number()};
        return spec;
    }

    std::mt19937 random_;
};

/// "./-x" and "-x" name the same file.
void spell_paths_alike(Study& study) {
    const auto normal = [](std::string& path) { path = std::filesystem::path(path).lexically_normal().string(); };
    normal(study.source.path);
    for (OutputSpec& output : study.outputs) normal(output.path);
    if (!study.map) return;
    for (ReferenceSpec& reference : study.map->references) normal(reference.path);
    if (study.map->backdrop) normal(study.map->backdrop->path);
}

void check_said(const Study& study, const OutputSpec& output, const PictureSpec& picture) {
    const CommandLine line = command_line_of(study, output, picture);
    INFO(line.text());
    REQUIRE(line.unsaid == "");
    REQUIRE(words_of_shell(line.text()) == line.words);
    Study wanted = study_for_output(study, output);
    Study heard = study_of(line.words, output.what);
    heard = study_for_output(heard, heard.outputs.front());
    spell_paths_alike(wanted);
    spell_paths_alike(heard);
    CHECK(heard == wanted);
    const bool strip_picture = output.what == What::strip && app::is_picture_path(output.path);
    if (output.what != What::map && !strip_picture) return;
    const app::Arguments arguments = parsed(line.words);
    CHECK(arguments.width == picture.width_px);
    CHECK(arguments.height == picture.height_px);
    CHECK(arguments.render_scale == Approx(picture.scale).epsilon(1e-12));
}

} // namespace

TEST_CASE("the parser reads from a study's command line the same study") {
    RandomStudies studies(20261123);
    for (int i = 0; i < 75; ++i)
        for (const What what : {What::incidents, What::density, What::map, What::bands, What::zones, What::hot_spots,
                                What::clusters, What::cluster_hulls, What::districts, What::trend, What::change, What::change_districts, What::strip})
            check_said(studies.next(), studies.output(what), studies.picture());
}

TEST_CASE("a study as the window starts one needs few words") {
    Study study;
    study.source.path = "/data/incidents.csv";
    study.proximity.emplace().intervals = true;
    study.density.emplace();
    study.map.emplace();
    CHECK(command_line_of(study, {What::incidents, "/out/a.geojson"}).text() ==
          "borderlens proximity /data/incidents.csv -o /out/a.geojson");
    CHECK(command_line_of(study, {What::density, "/out/a.tif"}).text() ==
          "borderlens density /data/incidents.csv -o /out/a.tif");
    CHECK(command_line_of(study, {What::bands, "/out/a.csv"}).text() ==
          "borderlens proximity /data/incidents.csv --bands-file /out/a.csv");
    CHECK(command_line_of(study, {What::map, "/out/a b.svg"}, {1600, 1200, 300.0 / 96}).text() ==
          "borderlens render /data/incidents.csv --dpi 300 -o '/out/a b.svg'");
}

TEST_CASE("what no flag says is named, and the line runs the study file") {
    Study study;
    study.source.path = "/data/a.csv";
    study.proximity.emplace().band_edges_m = {1000, 5000};
    const CommandLine bands = command_line_of(study, {What::bands, "/out/b.csv"}, {}, "/my studies/a.study.json");
    CHECK(bands.unsaid == "the distance bands");
    CHECK(bands.text() == "borderlens run '/my studies/a.study.json' --allow-outside"); // its data lie elsewhere
    const CommandLine package = command_line_of(study, {What::report, "/out/e"}, {}, "/my studies/a.study.json");
    CHECK(package.unsaid.empty());
    CHECK(package.text() == "borderlens report '/my studies/a.study.json' -o /out/e --allow-outside");
    study.border.neighbours = {"afg"};
    const CommandLine incidents = command_line_of(study, {What::incidents, "/out/b.csv"});
    CHECK(incidents.unsaid == "the border");
    CHECK(incidents.text() == "borderlens run NAME.study.json");
    study.border = {};
    study.map.emplace().incident_opacity = 1.5f;
    CHECK(command_line_of(study, {What::map, "/out/b.png"}).unsaid == "the looks of the map");
}

TEST_CASE("looks of the user's own layers that no flag says fall back on the study file") {
    Study study;
    study.source.path = "/data/a.csv";
    const auto unsaid = [&](const MapSpec& map) {
        study.map = map;
        return command_line_of(study, {What::map, "/out/b.png"}).unsaid;
    };
    MapSpec map;
    map.references.resize(1);
    map.references[0].path = "/data/roads.shp";
    map.backdrop = BackdropSpec{.path = "/data/relief.tif"};
    CHECK(unsaid(map) == "");
    for (const auto& change : std::vector<std::function<void(MapSpec&)>>{
             [](MapSpec& m) { m.references[0].label_field = "name"; },
             [](MapSpec& m) { m.references[0].visible = false; }, [](MapSpec& m) { m.references[0].opacity = 0.5f; },
             [](MapSpec& m) { m.references[0].color = kReferenceColors[3]; },
             [](MapSpec& m) { m.references[0].width_px = 4; }, [](MapSpec& m) { m.backdrop->opacity = 0.5f; },
             [](MapSpec& m) { m.backdrop->visible = false; }}) {
        MapSpec other = map;
        change(other);
        CHECK(unsaid(other) == "the looks of the map");
    }
}

TEST_CASE("a polygon that cannot be typed falls back on the study file") {
    Study study;
    study.source.path = "/data/a.csv";
    study.filter.polygon = {{70, 30}, {71, 31}};
    CHECK(command_line_of(study, {What::incidents, "/out/b.csv"}).unsaid == "a part of the filter");
}

TEST_CASE("words are quoted as a shell needs it") {
    CHECK(shell_quoted("plain-word_1.csv") == "plain-word_1.csv");
    CHECK(shell_quoted("") == "''");
    CHECK(shell_quoted("two words") == "'two words'");
    CHECK(shell_quoted("it's") == R"('it'\''s')");
    CHECK(shell_quoted("=equals") == "'=equals'");
    CHECK(shell_quoted("خیبر") == "'خیبر'");
}

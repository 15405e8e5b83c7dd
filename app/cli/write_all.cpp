#include "app/cli/write_all.hpp"

#include <algorithm>

#include "app/cli/report_text.hpp"
#include "app/render/render_image.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/write_outputs.hpp"

namespace app {

using What = geo::OutputSpec::What;

namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& endings) {
    throw geo::Error(geo::ErrorKind::Argument, "cannot write " + path + ": the ending must be one of " + endings);
}

void check_ending(const geo::OutputSpec& output) {
    const std::string ending = geo::ending_of(output.path);
    const bool feature = geo::is_feature_path(output.path);
    if (output.what == What::map && ending != ".png") refuse(output.path, ".png");
    if (output.what == What::density && !feature && ending != ".tif" && ending != ".tiff")
        refuse(output.path, std::string(".tif, .png, ") + geo::kKnownFeatureEndings);
    if ((output.what == What::incidents || output.what == What::zones) && !feature) refuse(output.path, geo::kKnownFeatureEndings);
}

void write_map(const Arguments& arguments, const geo::Snapshot& snapshot, const std::string& path) {
    PictureOptions options;
    options.size = {arguments.width, arguments.height};
    options.scale = arguments.render_scale;
    const Image image = render_image(geo::make_scene(arguments.study, snapshot), nullptr, options);
    const std::vector<std::uint8_t> png = png_from_image(
        image, {{"Software", "borderlens"}, {"borderlens", geo::provenance_of(arguments.study, snapshot)}},
        96 * options.scale);
    geo::write_file_atomically(path, {reinterpret_cast<const char*>(png.data()), png.size()});
}

} // namespace

bool is_study_path(const std::string& path) { return path.ends_with(".study.json"); }

bool wants_picture(const Arguments& arguments) {
    return std::any_of(arguments.study.outputs.begin(), arguments.study.outputs.end(),
                       [](const geo::OutputSpec& output) { return output.what == What::map; });
}

void add_outputs(Arguments& arguments, What what) {
    for (const std::string& path : arguments.outputs) {
        const bool picture = geo::ending_of(path) == ".png" && what == What::density;
        arguments.study.outputs.push_back({picture ? What::map : what, path});
        check_ending(arguments.study.outputs.back());
    }
}

void require_what_outputs_need(geo::Study& study) {
    for (const geo::OutputSpec& output : study.outputs) {
        check_ending(output);
        if (output.what == What::density && !study.density) study.density.emplace();
        if ((output.what == What::incidents || output.what == What::bands) && !study.proximity)
            study.proximity.emplace();
        if (output.what == What::zones) {
            if (!study.proximity) study.proximity.emplace();
            study.proximity->zones = true;
        }
        if (output.what == What::map && !study.map) study.map.emplace();
    }
}

void write_all(const Arguments& arguments, const geo::Snapshot& snapshot, TerminalProgress& progress) {
    for (const geo::OutputSpec& output : arguments.study.outputs) {
        progress.stage("write " + std::string(geo::ending_of(output.path)));
        switch (output.what) {
        case What::incidents:
            for (const std::string& note :
                 geo::write_incidents(arguments.study, snapshot, output.path, arguments.threads, progress))
                tell(arguments, "  " + note);
            break;
        case What::density:
            geo::write_density(arguments.study, snapshot, output.path, progress);
            break;
        case What::zones:
            geo::write_zones(arguments.study, snapshot, output.path, progress);
            break;
        case What::map: write_map(arguments, snapshot, output.path); break;
        case What::bands:
            geo::write_file_atomically(output.path, bands_as_json(arguments.study, snapshot));
            break;
        }
        if (output.path != "-") tell(arguments, "wrote " + output.path);
    }
    progress.stage("");
}

} // namespace app

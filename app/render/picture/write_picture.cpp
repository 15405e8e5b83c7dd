#include "app/render/picture/write_picture.hpp"

#include "app/render/picture/picture_size.hpp"
#include "app/render/svg/svg_picture.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/provenance.hpp"

namespace app {

bool is_picture_path(const std::string& path) {
    const std::string ending = geo::ending_of(path);
    return ending == ".png" || ending == ".svg";
}

void write_picture(const geo::Study& study, const geo::Snapshot& snapshot, const Camera* camera,
                   const PictureOptions& options, const std::string& path) {
    check_picture(options);
    const geo::Scene scene = geo::make_scene(study, snapshot);
    const std::string provenance = geo::provenance_of(study, snapshot);
    if (geo::ending_of(path) == ".svg")
        return geo::write_file_atomically(path, svg_picture(scene, camera, options, provenance));
    const Image image = render_image(scene, camera, options);
    const std::vector<std::uint8_t> png =
        png_from_image(image, {{"Software", "borderlens"}, {"borderlens", provenance}}, 96 * options.scale);
    geo::write_file_atomically(path, {reinterpret_cast<const char*>(png.data()), png.size()});
}

} // namespace app

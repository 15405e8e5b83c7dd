#include "geo/io/backdrop_source.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include "geo/io/gdal_scope.hpp"

namespace geo {

namespace {

constexpr double kEdge_m = 20037508.342789244; ///< half the side of the world's square

struct Extent {
    double west, south, east, north;
};

struct WarpPlan {
    Extent extent_m;
    int width, height;
    bool crs_stated = true;
};

/// The corners of the pixel grid in the raster's own coordinates.
Extent corners_of(GDALDataset& raster, const std::array<double, 6>& to_place) {
    Extent box{1e300, 1e300, -1e300, -1e300};
    for (const int column : {0, raster.GetRasterXSize()})
        for (const int row : {0, raster.GetRasterYSize()}) {
            const double x = to_place[0] + column * to_place[1] + row * to_place[2];
            const double y = to_place[3] + column * to_place[4] + row * to_place[5];
            box = {std::min(box.west, x), std::min(box.south, y), std::max(box.east, x),
                   std::max(box.north, y)};
        }
    return box;
}

/// Whether the file says where it lies, and in which CRS. Throws when it does not.
bool states_crs(GDALDataset& raster) {
    std::array<double, 6> to_place{};
    const bool placed = raster.GetGeoTransform(to_place.data()) == CE_None;
    if (!placed && raster.GetGCPCount() == 0)
        throw Error(
            ErrorKind::Format,
            "has no place on the map: a backdrop needs georeference, as in a GeoTIFF or a world file");
    if (raster.GetSpatialRef() != nullptr || raster.GetGCPSpatialRef() != nullptr) return true;
    const Extent box = corners_of(raster, to_place);
    if (box.west < -180.001 || box.east > 360.001 || box.south < -90.001 || box.north > 90.001)
        throw Error(ErrorKind::Crs, "states no coordinate reference system, and its places are no longitudes "
                                    "and latitudes");
    return false;
}

bool has_palette(GDALDataset& raster) {
    return raster.GetRasterCount() >= 1 && raster.GetRasterBand(1)->GetColorTable() != nullptr;
}

struct DestroyTransformer {
    void operator()(void* transformer) const { GDALDestroyGenImgProjTransformer(transformer); }
};

WarpPlan plan_for(GDALDataset& raster, int most_px, const GdalScope& scope) {
    WarpPlan plan{};
    plan.crs_stated = states_crs(raster);
    std::array<const char*, 3> options{"DST_SRS=EPSG:3857", plan.crs_stated ? nullptr : "SRC_SRS=EPSG:4326",
                                       nullptr};
    const std::unique_ptr<void, DestroyTransformer> transformer(
        GDALCreateGenImgProjTransformer2(&raster, nullptr, const_cast<char**>(options.data())));
    std::array<double, 6> grid{};
    std::array<double, 4> extent{};
    int width = 0, height = 0;
    if (!transformer || GDALSuggestedWarpOutput2(&raster, GDALGenImgProjTransform, transformer.get(),
                                                 grid.data(), &width, &height, extent.data(), 0) != CE_None)
        throw scope.error(ErrorKind::Crs, "cannot be brought onto the map (EPSG:3857)");
    Extent& box = plan.extent_m;
    box = {std::max(extent[0], -kEdge_m), std::max(extent[1], -kEdge_m), std::min(extent[2], kEdge_m),
           std::min(extent[3], kEdge_m)};
    if (!(box.west < box.east && box.south < box.north))
        throw Error(ErrorKind::Crs, "lies outside the map (EPSG:3857)");
    double pixel_m = grid[1];
    const bool clipped = box.south > extent[1] || box.north < extent[3];
    if (clipped)
        pixel_m = (box.east - box.west) / raster.GetRasterXSize(); // the poles stretch what is suggested
    pixel_m = std::max(pixel_m, std::max(box.east - box.west, box.north - box.south) / most_px);
    const auto pixels = [&](double length_m) {
        return std::clamp(static_cast<int>(std::lround(length_m / pixel_m)), 1, most_px);
    };
    plan.width = pixels(box.east - box.west);
    plan.height = pixels(box.north - box.south);
    return plan;
}

/// GDAL calls back through C: what Progress throws is kept until GDAL has returned.
struct Watch {
    Progress& progress;
    bool cancelled = false;
    static int CPL_STDCALL at(double done, const char*, void* self) {
        auto& watch = *static_cast<Watch*>(self);
        try {
            watch.progress.at(static_cast<std::uint64_t>(done * 1000), 1000);
        } catch (const Cancelled&) {
            watch.cancelled = true;
        }
        return watch.cancelled ? FALSE : TRUE;
    }
};

std::vector<char*> argv_of(std::vector<std::string>& words) {
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    return argv;
}

/// Of more than four bands the first three.
DatasetOwner with_three_bands(GDALDataset& raster, const GdalScope& scope) {
    std::vector<std::string> words{"-of", "VRT", "-b", "1", "-b", "2", "-b", "3"};
    GDALTranslateOptions* options = GDALTranslateOptionsNew(argv_of(words).data(), nullptr);
    DatasetOwner three(static_cast<GDALDataset*>(GDALTranslate("", &raster, options, nullptr)));
    GDALTranslateOptionsFree(options);
    if (!three) throw scope.error(ErrorKind::Format, "has bands that cannot be read");
    return three;
}

DatasetOwner warped(GDALDataset& raster, const WarpPlan& plan, Progress& progress, const GdalScope& scope) {
    const Extent& box = plan.extent_m;
    const auto number = [](double value) { return std::to_string(value); };
    std::vector<std::string> words{"-of",
                                   "MEM",
                                   "-t_srs",
                                   "EPSG:3857",
                                   "-dstalpha",
                                   "-ovr",
                                   "AUTO",
                                   "-te",
                                   number(box.west),
                                   number(box.south),
                                   number(box.east),
                                   number(box.north),
                                   "-ts",
                                   std::to_string(plan.width),
                                   std::to_string(plan.height),
                                   "-r",
                                   has_palette(raster) ? "near" : "bilinear"};
    if (!plan.crs_stated) words.insert(words.end(), {"-s_srs", "EPSG:4326"});
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(argv_of(words).data(), nullptr);
    Watch watch{progress};
    GDALWarpAppOptionsSetProgress(options, Watch::at, &watch);
    GDALDatasetH source = &raster;
    DatasetOwner result(static_cast<GDALDataset*>(GDALWarp("", nullptr, 1, &source, options, nullptr)));
    GDALWarpAppOptionsFree(options);
    if (watch.cancelled) throw Cancelled{};
    if (!result || scope.n_errors() > 0) throw scope.error(ErrorKind::Format, "cannot be read");
    return result;
}

template <typename T>
std::vector<T> read_band(GDALDataset& raster, int band, GDALDataType type, const GdalScope& scope) {
    const int width = raster.GetRasterXSize(), height = raster.GetRasterYSize();
    std::vector<T> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (raster.GetRasterBand(band)->RasterIO(GF_Read, 0, 0, width, height, values.data(), width, height, type,
                                             0, 0, nullptr) != CE_None)
        throw scope.error(ErrorKind::Format, "cannot be read");
    return values;
}

/// 8-bit values as they are; others stretched over the middle 96 % of what can be seen. What is no number
/// loses its alpha.
std::vector<std::uint8_t> bytes_of(GDALDataset& raster, int band, std::vector<std::uint8_t>& alpha,
                                   const GdalScope& scope) {
    if (raster.GetRasterBand(band)->GetRasterDataType() == GDT_Byte)
        return read_band<std::uint8_t>(raster, band, GDT_Byte, scope);
    const std::vector<float> values = read_band<float>(raster, band, GDT_Float32, scope);
    std::vector<float> seen;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) alpha[i] = 0;
        if (alpha[i] > 0) seen.push_back(values[i]);
    }
    std::vector<std::uint8_t> bytes(values.size(), 0);
    if (seen.empty()) return bytes;
    const auto quantile = [&](double share) {
        const auto at =
            seen.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(seen.size() - 1));
        std::nth_element(seen.begin(), at, seen.end());
        return *at;
    };
    const float low = quantile(0.02), high = quantile(0.98);
    const float span = high > low ? high - low : 1;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (alpha[i] > 0)
            bytes[i] = static_cast<std::uint8_t>(
                std::lround(std::clamp((values[i] - low) / span, 0.0f, 1.0f) * 255));
    return bytes;
}

/// Red, green and blue of every pixel in straight colours; alpha may lose what has no colour.
std::array<std::vector<std::uint8_t>, 3> colors_of(GDALDataset& raster, const GDALColorTable* palette,
                                                   std::vector<std::uint8_t>& alpha, const GdalScope& scope) {
    const int n_colors = raster.GetRasterCount() - 1; // the last is the alpha
    if (n_colors >= 3)
        return {bytes_of(raster, 1, alpha, scope), bytes_of(raster, 2, alpha, scope),
                bytes_of(raster, 3, alpha, scope)};
    if (palette == nullptr) {
        const std::vector<std::uint8_t> grey = bytes_of(raster, 1, alpha, scope);
        return {grey, grey, grey};
    }
    const std::vector<std::int32_t> index = read_band<std::int32_t>(raster, 1, GDT_Int32, scope);
    std::array<std::vector<std::uint8_t>, 3> colors;
    for (auto& color : colors) color.resize(index.size());
    for (std::size_t i = 0; i < index.size(); ++i) {
        const GDALColorEntry* entry = palette->GetColorEntry(index[i]);
        if (entry == nullptr || entry->c4 == 0) alpha[i] = 0;
        if (entry == nullptr) continue;
        const std::array<short, 3> parts{entry->c1, entry->c2, entry->c3};
        for (std::size_t c = 0; c < 3; ++c) colors[c][i] = static_cast<std::uint8_t>(parts[c]);
    }
    return colors;
}

RasterImage image_from(GDALDataset& raster, const GDALColorTable* palette, const WarpPlan& plan,
                       const GdalScope& scope) {
    RasterImage image;
    image.width = static_cast<std::uint32_t>(plan.width);
    image.height = static_cast<std::uint32_t>(plan.height);
    image.low = {plan.extent_m.west, plan.extent_m.south};
    image.high = {plan.extent_m.east, plan.extent_m.north};
    image.crs_stated = plan.crs_stated;
    // The warper writes its alpha in the type of the data, from 0 to that type's opaque.
    std::vector<std::uint8_t> alpha;
    for (const float value : read_band<float>(raster, raster.GetRasterCount(), GDT_Float32, scope))
        alpha.push_back(value > 0 ? 255 : 0);
    if (raster.GetRasterBand(raster.GetRasterCount())->GetRasterDataType() == GDT_Byte)
        alpha = read_band<std::uint8_t>(raster, raster.GetRasterCount(), GDT_Byte, scope);
    const auto colors = colors_of(raster, palette, alpha, scope);
    image.rgba.reserve(alpha.size() * 4);
    for (std::size_t i = 0; i < alpha.size(); ++i) {
        for (const auto& color : colors)
            image.rgba.push_back(static_cast<std::uint8_t>((color[i] * alpha[i] + 127) / 255));
        image.rgba.push_back(alpha[i]);
    }
    return image;
}

} // namespace

RasterImage read_backdrop(const std::string& path, int most_px, Progress& progress) {
    GdalScope scope;
    try {
        refuse_unsafe_path(path);
        const DatasetOwner file = open_raster(path);
        if (file->GetRasterCount() == 0) throw Error(ErrorKind::Format, "holds no raster");
        DatasetOwner three;
        if (file->GetRasterCount() > 4) three = with_three_bands(*file, scope);
        GDALDataset& raster = three ? *three : *file;
        const WarpPlan plan = plan_for(raster, most_px, scope);
        scope.clear(); // the plan may have met places that have none on the map
        const DatasetOwner result = warped(raster, plan, progress, scope);
        const GDALColorTable* palette =
            raster.GetRasterCount() <= 2 ? raster.GetRasterBand(1)->GetColorTable() : nullptr;
        return image_from(*result, palette, plan, scope);
    } catch (const Error& error) {
        throw error.with_context("cannot show " + path);
    }
}

} // namespace geo

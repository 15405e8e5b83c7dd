#pragma once

/// Words of the layers panel and of files of the user's own. {} are fmt's placeholders.
namespace app::text {

constexpr const char* kGraticule = "Graticule";
constexpr const char* kLayerMenu = "What can be done with this layer";
constexpr const char* kShow = "Show";
constexpr const char* kHide = "Hide";
constexpr const char* kZoomToLayer = "Zoom to";
constexpr const char* kExportLayer = "Export\xe2\x80\xa6";
constexpr const char* kRemoveLayer = "Remove";
constexpr const char* kMoveUp = "Move up";
constexpr const char* kMoveDown = "Move down";
constexpr const char* kColor = "Colour";
constexpr const char* kLineWidth = "Width";
constexpr const char* kLabelField = "Names from";
constexpr const char* kNoLabels = "no names";
constexpr const char* kColorBy = "Colour by";
constexpr const char* kColorByCategory = "Category";
constexpr const char* kColorByDate = "Date, old to new";
constexpr const char* kColorByHelp =
    "What gives the discs their colours. Of a column the most frequent values have a colour each, the others "
    "share "
    "grey; the date runs from old to new over the whole file. No filter changes a colour.";
constexpr const char* kSizeByDeaths = "Size by deaths";
constexpr const char* kLanguages[] = {"English", "Urdu  \xd8\xa7\xd8\xb1\xd8\xaf\xd9\x88",
                                      "Pashto  \xd9\xbe\xda\x9a\xd8\xaa\xd9\x88"};
constexpr const char* kLanguageHelp =
    "Language of the names on the map. A name that is not known in it stays English.";
constexpr const char* kAddReference = "Add reference layer";
constexpr const char* kAddBackdrop = "Add backdrop";
constexpr const char* kReplaceBackdrop = "Replace backdrop";
constexpr const char* kReferenceHelp = "Areas, lines or points of your own under the incidents";
constexpr const char* kBackdropHelp = "A georeferenced picture of your own under everything";
constexpr const char* kNotRead = "This file could not be read.";
constexpr const char* kAddReferenceTitle = "Add a reference layer";
constexpr const char* kAddBackdropTitle = "Add a backdrop";
constexpr const char* kReferenceFormats = "Areas, lines or points: .geojson  .gpkg  .shp  .fgb  .kml";
constexpr const char* kBackdropFormats =
    "A raster with a place on the map: .tif  .png or .jpg with a world file";
constexpr const char* kAdd = "Add";
constexpr const char* kLayerAdded = "Added {}";
constexpr const char* kLayerGone = "Removed {} (Ctrl+Z brings it back)";
constexpr const char* kAreasInFile = "areas";
constexpr const char* kLinesInFile = "lines";
constexpr const char* kPointsInFile = "points";
constexpr const char* kMixedInFile = "features";
constexpr const char* kQuestionTitle = "What is this file?";
constexpr const char* kQuestion =
    "{} holds {} {}. Show them on the map of {}, or open the file as incidents instead?";
constexpr const char* kStudyQuestionTitle = "Files outside the study's folder";
constexpr const char* kStudyQuestion = "{} names files that are not in its folder:";
constexpr const char* kStudyQuestionMore = "and {} more";
constexpr const char* kStudyQuestionWhy = "A study that somebody else made can read your own files in this "
                                          "way, and an export would carry them on. Open it only if "
                                          "you know these.";
constexpr const char* kOpenStudy = "Open the study";
constexpr const char* kNetworkDatabase = "a database on the network";
constexpr const char* kAsReference = "Reference layer";
constexpr const char* kAsIncidents = "Incidents";

} // namespace app::text

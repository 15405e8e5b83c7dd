#include "geo/study/study_json_layers.hpp"
#include "geo/study/study_json_values.hpp"

namespace geo::study_json {

void read_map(const Json& json, MapSpec& map) {
    read_object("map", json,
                {{"title", into(map.title)},
                 {"color_by",
                  [&](const Json& v) { map.color_by = color_by_from_text(v.get<std::string>()); }},
                 {"size_by_deaths", into(map.size_by_deaths)},
                 {"show_incidents", into(map.show_incidents)},
                 {"show_density", into(map.show_density)},
                 {"show_hot_spots", into(map.show_hot_spots)},
                 {"show_supports", into(map.show_supports)},
                 {"show_clusters", into(map.show_clusters)},
                 {"show_districts", into(map.show_districts)},
                 {"show_change", into(map.show_change)},
                 {"show_border", into(map.show_border)},
                 {"show_areas", into(map.show_areas)},
                 {"show_labels", into(map.show_labels)},
                 {"show_graticule", into(map.show_graticule)},
                 {"label_language",
                  [&](const Json& v) {
                      const auto language = label_language_from_name(v.get<std::string>());
                      if (!language) refuse("map.label_language", "must be en, ur or ps");
                      map.label_language = *language;
                  }},
                 {"references",
                  [&](const Json& v) {
                      if (!v.is_array()) refuse("map.references", "must be a list");
                      for (const Json& layer : v) map.references.push_back(reference_from_json(layer));
                  }},
                 {"backdrop", [&](const Json& v) { map.backdrop = backdrop_from_json(v); }},
                  {"density_opacity", into_share("map.density_opacity", map.density_opacity)},
                  {"hot_spot_opacity", into_share("map.hot_spot_opacity", map.hot_spot_opacity)},
                  {"cluster_opacity", into_share("map.cluster_opacity", map.cluster_opacity)},
                  {"district_opacity", into_share("map.district_opacity", map.district_opacity)},
                  {"change_opacity", into_share("map.change_opacity", map.change_opacity)},
                  {"incident_opacity", into_share("map.incident_opacity", map.incident_opacity)},
                 {"theme",
                  [&](const Json& v) {
                      const auto theme = v.get<std::string>();
                      if (theme != "light" && theme != "dark") refuse("map.theme", "must be light or dark");
                      map.theme = theme == "dark" ? Theme::dark : Theme::light;
                  }},
                 {"view", [&](const Json& v) { map.view = box_of("map.view", v); }}});
}

TimeMark read_mark(const Json& json) {
    TimeMark mark;
    std::optional<Day> first, last;
    read_object("timeline.marks", json,
                {{"date", [&](const Json& v) { first = day_of("timeline.marks.date", v); }},
                 {"date_end", [&](const Json& v) { last = day_of("timeline.marks.date_end", v); }},
                 {"text", into(mark.text)}});
    if (!first) refuse("timeline.marks.date", "is missing");
    mark.first = *first;
    mark.last = last.value_or(*first);
    if (mark.last < mark.first) refuse("timeline.marks.date_end", "must not be before the date");
    return mark;
}

void read_timeline(const Json& json, TimelineSpec& timeline) {
    read_object("timeline", json,
                {{"show_events", into(timeline.show_events)}, {"marks", [&](const Json& v) {
                      if (!v.is_array()) refuse("timeline.marks", "must be a list");
                      for (const Json& mark : v) timeline.marks.push_back(read_mark(mark));
                  }}});
}

} // namespace geo::study_json

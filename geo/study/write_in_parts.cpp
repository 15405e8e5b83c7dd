#include "geo/study/write_in_parts.hpp"

#include "geo/study/incident_features.hpp"
#include "geo/study/provenance.hpp"

namespace geo {

void IncidentsInParts::append(const Study& study, const Snapshot& part, unsigned threads, Progress& progress) {
    IncidentFeatures incidents = incident_features(study, part, output_);
    incidents.features.rows = part.selected.value->rows;
    if (!sink_) {
        incidents.features.provenance = provenance_of(study, part);
        sink_ = open_features(incidents.features, output_.path);
        notes_ = std::move(incidents.notes);
    }
    sink_->append(incidents.features, threads, progress);
}

std::vector<std::string> IncidentsInParts::commit(const std::string& provenance) {
    if (!sink_) return {};
    std::vector<std::string> notes = std::move(notes_);
    for (std::string& note : sink_->commit(provenance)) notes.push_back(std::move(note));
    sink_.reset();
    return notes;
}

} // namespace geo

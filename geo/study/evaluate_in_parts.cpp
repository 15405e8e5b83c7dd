#include "geo/study/evaluate_in_parts.hpp"

#include <algorithm>
#include <memory>

#include "geo/io/file_digest.hpp"
#include "geo/io/incident_parts.hpp"
#include "geo/study/part_totals.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/write_in_parts.hpp"

namespace geo {

namespace {

using What = OutputSpec::What;

/// A million rows of 121 bytes with all columns and their distances take three and a half times their text.
constexpr std::uint64_t kMemoryPerByte = 4;

/// Two parts are in memory while one follows the other, with the blocks of the export and the identifiers.
PartSizes sizes_for(std::uint64_t memory_bytes) {
    constexpr std::uint64_t kLeast = std::uint64_t{1} << 20, kMost = std::uint64_t{64} << 20;
    constexpr std::uint64_t kPartsInMemory = 16, kBytesAnId = 32;
    PartSizes sizes;
    sizes.part_bytes = static_cast<std::size_t>(std::clamp(memory_bytes / kPartsInMemory, kLeast, kMost));
    sizes.most_ids = static_cast<std::size_t>(memory_bytes / 4 / kBytesAnId);
    return sizes;
}

/// What was written to a pipe cannot be taken back.
bool writes_through(const Study& study) {
    return std::any_of(study.outputs.begin(), study.outputs.end(), [](const OutputSpec& output) {
        return output.what == What::incidents && is_written_through(output.path);
    });
}

class Evaluator final : public PartTaker {
  public:
    Evaluator(const Study& study, const PartsOptions& options, Progress& progress)
        : study_(study), progress_(progress) {
        options_.threads = options.threads;
    }

    void begin() override {
        totals_ = {};
        outputs_.clear();
        for (const OutputSpec& output : study_.outputs)
            outputs_.push_back(output.what == What::incidents ? std::make_unique<IncidentsInParts>(output)
                                                              : nullptr);
    }
    void take(LoadedIncidents part) override {
        totals_.add_read(part);
        if (part.table->size() == 0) return;
        Snapshot before = std::move(whole_);
        before.incidents = {{study_.source, columns_asked(study_), {}},
                            {},
                            std::make_shared<const LoadedIncidents>(std::move(part))};
        const Snapshot now = evaluate(study_, before, progress_, options_);
        totals_.add(now);
        for (std::size_t i = 0; i < outputs_.size(); ++i) {
            if (!outputs_[i]) continue;
            progress_.stage("write " + ending_of(study_.outputs[i].path));
            outputs_[i]->append(study_, now, options_.threads, progress_);
        }
        whole_ = without_incidents(now);
    }
    InPartsResult finished() {
        InPartsResult result{std::move(totals_).snapshot(study_), {}};
        const std::string provenance = provenance_of(study_, result.totals);
        for (std::size_t i = 0; i < outputs_.size(); ++i) {
            if (outputs_[i]) progress_.stage("write " + ending_of(study_.outputs[i].path));
            result.notes.push_back(outputs_[i] ? outputs_[i]->commit(provenance) : std::vector<std::string>());
        }
        return result;
    }

  private:
    const Study& study_;
    Progress& progress_;
    EvaluateOptions options_;
    PartTotals totals_;
    Snapshot whole_; ///< what the next part takes over
    std::vector<std::unique_ptr<IncidentsInParts>> outputs_;
};

std::string why_output_not_in_parts(const OutputSpec& output) {
    if (output.what == What::incidents && output.publish.coarsen) return "an export made coarse needs";
    if (output.what == What::incidents && output.columns == ColumnsKept::no_text)
        return "to find columns of long texts needs";
    const bool comes = output.what == What::incidents || output.what == What::density ||
                       output.what == What::bands || output.what == What::zones;
    return comes ? "" : "what is written to " + output.path + " needs";
}

} // namespace

std::string why_not_in_parts(const Study& study) {
    if (study.map) return "a picture needs";
    if (study.hot_spots) return "hot spots need";
    if (study.clusters) return "clusters need";
    if (study.district_counts) return "counts by district need";
    if (study.trend) return "a trend needs";
    if (study.before_after) return "a change needs";
    if (study.strip) return "the strip along the border needs";
    if (study.density && study.density->adaptive) return "adaptive bandwidths need";
    if (study.proximity && study.proximity->null) return "a comparison with chance needs";
    if (study.proximity && study.proximity->compare) return "a comparison of lines needs";
    for (const OutputSpec& output : study.outputs)
        if (std::string why = why_output_not_in_parts(output); !why.empty()) return why;
    return {};
}

bool exceeds_memory(const std::string& path, std::uint64_t memory_bytes) {
    return stamp_of(path).n_bytes > memory_bytes / kMemoryPerByte;
}

std::optional<InPartsResult> evaluate_in_parts(const Study& study, const PartsOptions& options,
                                               Progress& progress) {
    Evaluator evaluator(study, options, progress);
    PartSizes sizes = sizes_for(options.memory_bytes);
    sizes.look_first = writes_through(study);
    if (!load_in_parts(study.source, columns_asked(study), sizes, options.threads, progress, evaluator))
        return std::nullopt;
    return evaluator.finished();
}

} // namespace geo

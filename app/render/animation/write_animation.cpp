#include "app/render/animation/write_animation.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/render/animation/picture_series.hpp"
#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/playback_provenance.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/stages.hpp"

namespace app {

namespace {

/// Shows `done` of `total` frames whatever happens within one, and passes a cancel on.
class FrameProgress final : public geo::Progress {
  public:
    FrameProgress(geo::Progress& outer, std::size_t done, std::size_t total)
        : outer_(outer), done_(done), total_(total) {}

  protected:
    void shown(std::uint64_t, std::uint64_t) override { outer_.at(done_, total_); }

  private:
    geo::Progress& outer_;
    std::size_t done_, total_;
};

geo::Study study_of_days(geo::Study study, geo::DayWindow days) {
    study.filter.from = days.first;
    study.filter.to = days.last - std::chrono::days{1};
    return study;
}

/// The frames, one after the other.
class FrameRun {
  public:
    FrameRun(AnimationRequest& request, const geo::Snapshot& start, geo::Progress& progress)
        : request_(request), progress_(progress), options_{request.threads, {}}, snapshot_(start),
          frames_(request.playback, start.table()->period().value_or(geo::DayWindow{})) {
        if (frames_.empty())
            throw geo::Error(geo::ErrorKind::Empty, "no incident has a date in the period of the animation");
        if (frames_.size() > kMostFrames)
            throw geo::Error(geo::ErrorKind::Argument,
                             fmt::format("that is {} frames, at most {} can be drawn: take longer steps",
                                         geo::grouped(frames_.size()), geo::grouped(kMostFrames)));
        for (const std::string& path : request.paths) require_animation_path(path, request.picture.size);
    }

    AnimationSummary run() {
        fix_extent();
        fix_scale();
        draw();
        const auto& density = request_.study.density;
        return {frames_.size(), density ? density->scale_top.value_or(0) : 0};
    }

  private:
    /// Every frame shows the same part of the earth: what a picture of the whole period shows.
    void fix_extent() {
        progress_.stage("extent");
        FrameProgress inner(progress_, 0, 1);
        const geo::Study whole = study_of_days(request_.study, frames_.period());
        snapshot_ = whole_ = geo::evaluate(whole, snapshot_, inner, options_);
        geo::MapSpec& map = *request_.study.map;
        if (!map.view) map.view = geo::make_scene(whole, whole_).data_extent;
    }

    void fix_scale() {
        auto& density = request_.study.density;
        if (!density || density->scale_top) return;
        progress_.stage("scale");
        double peak = 0;
        for (std::size_t frame = 0; frame < frames_.size(); ++frame) {
            geo::Study study = study_of_days(request_.study, frames_[frame]);
            study.map.reset(); // nothing is drawn here
            FrameProgress inner(progress_, frame, frames_.size());
            snapshot_ = geo::evaluate(study, snapshot_, inner, options_);
            peak = std::max(peak, snapshot_.density.value->peak);
        }
        density->scale_top = geo::round_scale_top(peak);
    }

    void draw() {
        progress_.stage("frames");
        std::vector<std::unique_ptr<AnimationFile>> files;
        for (const std::string& path : request_.paths)
            files.push_back(animation_file(path, request_.picture, request_.timing, frames_.size()));
        PictureSeries series(request_.picture);
        std::vector<geo::FrameCount> counts;
        for (std::size_t frame = 0; frame < frames_.size(); ++frame) {
            const geo::Study study = study_of_days(request_.study, frames_[frame]);
            FrameProgress inner(progress_, frame, frames_.size());
            snapshot_ = geo::evaluate(study, snapshot_, inner, options_);
            const Image image = series.draw(geo::make_scene(study, snapshot_));
            const std::string provenance = geo::provenance_of(study, snapshot_);
            for (auto& file : files) {
                progress_.at(frame, frames_.size());
                file->add(image, provenance);
            }
            counts.push_back({frames_[frame], snapshot_.selected.value->rows.size()});
        }
        progress_.stage("write");
        progress_.at(0, 1);
        const std::string provenance = geo::playback_provenance(
            study_of_days(request_.study, frames_.period()), whole_, request_.playback, counts);
        for (auto& file : files) file->finish(provenance);
    }

    AnimationRequest& request_;
    geo::Progress& progress_;
    geo::EvaluateOptions options_;
    geo::Snapshot snapshot_;
    geo::Snapshot whole_; ///< of the whole period
    geo::PlaybackFrames frames_;
};

} // namespace

AnimationSummary write_animation(AnimationRequest request, const geo::Snapshot& start,
                                 geo::Progress& progress) {
    return FrameRun(request, start, progress).run();
}

} // namespace app

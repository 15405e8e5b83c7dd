#pragma once

#include <functional>
#include <optional>

#include "app/viewer/command.hpp"
#include "app/viewer/evaluator.hpp"
#include "app/viewer/model.hpp"

namespace app {

/// The model with what keeps it going: compares what is wanted with what was submitted, takes in what came
/// back, and does what `apply` left in the outbox. No window, no GL.
class Session {
  public:
    Session(Evaluator::Evaluate evaluate, Evaluator::Options options, geo::Theme theme = geo::Theme::light);

    const Model& model() const { return model_; }
    void run(const Commands& commands);
    void run(const Command& command) { run(Commands{command}); }

    /// Once a frame: `seconds` since the last one, the width of the timeline's plot.
    void advance(double seconds, double timeline_px);

    /// Nothing is computed, waits, or has come back unseen.
    bool idle() const;
    /// The next frame will differ though nobody touches anything.
    bool animates() const;

  private:
    void take_news();
    void submit_if_wanted();
    void make_scene_if_changed();
    void make_timeline_if_changed(double width_px);
    void read_events_once();
    void take_export_news();
    void perform_effects();

    void perform(const LoadStudy& effect);
    void perform(const SaveStudy& effect);
    void perform(const Export& effect);
    void perform(const ExportPlayback& effect);
    void perform(const StopExport& effect);
    void perform(const LookAt& effect);
    void perform(const StopRun& effect);
    void perform(const FindSample& effect);
    void perform(const RunAgain& effect);

    Model model_;
    Evaluator evaluator_;
    Evaluator exporter_; ///< a thread for pictures of a playback: they take long, and the map must not wait
                         ///< for them
    bool events_read_ = false;
    std::optional<geo::Study> submitted_;

    // What the scene and the timeline in the model were made from.
    std::shared_ptr<const geo::Snapshot> scene_of_;
    std::optional<geo::Study> scene_study_;
    bool scene_dimmed_ = false;
    std::shared_ptr<const Summary> timeline_of_;
    double timeline_px_ = 0;
};

/// What the file system says of a path being typed; a leading ~ is the home folder.
PathFacts facts_of_path(const std::string& path);

} // namespace app

#pragma once

#include <functional>
#include <optional>

#include "app/viewer/command.hpp"
#include "app/viewer/evaluator.hpp"
#include "app/viewer/model.hpp"
#include "app/viewer/worker.hpp"

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
    void perform_effects();
    // session_work.cpp
    void order_table_if_wanted();
    void gather_places_if_changed();

    void perform(const LoadStudy& effect);
    void perform(const SaveStudy& effect);
    void perform(const Export& effect);
    void perform(const LookAt& effect);
    void perform(const StopRun& effect);
    void perform(const FindSample& effect);
    void perform(const RunAgain& effect);
    void perform(const MarkInside& effect);
    void perform(const MeasureHere& effect);
    void perform(const CopyRows& effect);

    Model model_;
    Worker worker_;
    Evaluator evaluator_;
    std::optional<geo::Study> submitted_;

    // What the scene and the timeline in the model were made from.
    std::shared_ptr<const geo::Snapshot> scene_of_;
    std::optional<geo::Study> scene_study_;
    bool scene_dimmed_ = false;
    std::shared_ptr<const Summary> timeline_of_;
    double timeline_px_ = 0;
    // What the table's order and the places in the model were asked from.
    std::optional<TableQuestion> ordered_of_;
    std::shared_ptr<const geo::PointGeometry> places_of_;
    std::pair<std::shared_ptr<const geo::PointGeometry>, Rows> marked_places_of_;
};

/// What the file system says of a path being typed; a leading ~ is the home folder.
PathFacts facts_of_path(const std::string& path);

} // namespace app

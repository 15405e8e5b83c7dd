#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "app/viewer/background_writer.hpp"
#include "app/viewer/command.hpp"
#include "app/viewer/evaluator.hpp"
#include "app/viewer/model.hpp"

namespace app {

/// The model with what keeps it going: compares what is wanted with what was submitted, takes in what came
/// back, and does what `apply` left in the outbox. No window, no GL.
class Session {
  public:
    /// With `profile`, settings are read and kept and unsaved work is; `theme`, if given, wins over the
    /// settings'.
    Session(Evaluator::Evaluate evaluate, Evaluator::Options options, std::optional<geo::Theme> theme = {},
            Profile profile = {});
    /// Leaves what was not saved where the next start finds it.
    ~Session();

    const Model& model() const { return model_; }
    void run(const Commands& commands);
    void run(const Command& command) { run(Commands{command}); }

    /// Once a frame: `seconds` since the last one, the width of the timeline's plot.
    void advance(double seconds, double timeline_px);

    /// Nothing is computed, waits, or has come back unseen.
    bool idle() const;
    /// Work that changed is kept within so many seconds.
    static constexpr double kKeepEvery_s = 2;
    /// The next frame will differ though nobody touches anything.
    bool animates() const;

  private:
    void take_news();
    void submit_if_wanted();
    void make_scene_if_changed();
    void make_timeline_if_changed(double width_px);
    void perform_effects();
    void keep_unsaved(double seconds);
    void keep_unsaved_now();
    void take_preview();

    void perform(const LoadStudy& effect);
    void perform(const SaveStudy& effect);
    void perform(const Export& effect);
    void perform(const LookAtExport& effect);
    void perform(const LookAt& effect);
    void perform(const KeepSettings& effect);
    void perform(const ReadPreview& effect);
    void perform(const LoadUnsaved& effect);
    void perform(const SaveRejects& effect);
    void perform(const StopRun& effect);
    void perform(const FindSample& effect);
    void perform(const RunAgain& effect);

    Model model_;
    Profile profile_;
    BackgroundWriter writer_;
    geo::Study kept_; ///< what `unsaved_file` holds
    double since_kept_s_ = kKeepEvery_s;

    /// What a task of the evaluator leaves for the session; taken out when its result is.
    struct PreviewSlot {
        std::mutex mutex;
        std::optional<PreviewRead> read;
    };
    std::shared_ptr<PreviewSlot> preview_ = std::make_shared<PreviewSlot>();

    const Evaluator::Evaluate evaluate_;
    Evaluator evaluator_;
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

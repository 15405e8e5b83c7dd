#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>

#include "app/viewer/background_writer.hpp"
#include "app/viewer/command.hpp"
#include "app/viewer/evaluator.hpp"
#include "app/viewer/model.hpp"
#include "app/viewer/worker.hpp"

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
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const Model& model() const { return model_; }
    void run(const Commands& commands);
    void run(const Command& command) { run(Commands{command}); }

    /// Once a frame: `seconds` since the last one, the width of the timeline's plot.
    void advance(double seconds, double timeline_px);

    /// Nothing is computed, waits, or has come back unseen.
    bool idle() const;
    /// Work that changed is kept within so many seconds.
    static constexpr double kKeepEvery_s = 2;
    /// Seconds until work that changed is kept; empty when all is. The window must not sleep longer.
    std::optional<double> keeps_in_s() const;
    /// The next frame will differ though nobody touches anything.
    bool animates() const;

  private:
    void take_news();
    void take_probes();
    void submit_if_wanted();
    void make_scene_if_changed();
    void make_timeline_if_changed(double width_px);
    void read_events_once();
    void take_export_news();
    void perform_effects();
    void keep_unsaved();
    void keep_unsaved_now();
    void take_preview();
    // session_work.cpp
    void order_table_if_wanted();
    void gather_places_if_changed();

    void perform(const LoadStudy& effect);
    void perform(const SaveStudy& effect);
    void perform(const Export& effect);
    void perform(const LookAtExport& effect);
    void perform(const ExportPlayback& effect);
    void perform(const StopExport& effect);
    void perform(const LookAt& effect);
    void perform(const KeepSettings& effect);
    void perform(const ReadPreview& effect);
    void perform(const LoadUnsaved& effect);
    void perform(const SaveRejects& effect);
    void perform(const ProbeLayer& effect);
    void perform(const OpenIncidents& effect);
    void perform(const StopRun& effect);
    void perform(const FindSample& effect);
    void perform(const RunAgain& effect);
    void perform(const MarkInside& effect);
    void perform(const MeasureHere& effect);
    void perform(const CopyRows& effect);

    Model model_;
    Profile profile_;
    BackgroundWriter writer_;
    geo::Study kept_; ///< what `unsaved_file` holds
    /// By the clock on the wall, whatever time the frames are told: a slow machine must not lose more.
    std::optional<std::chrono::steady_clock::time_point> kept_at_;

    /// What a task of the evaluator leaves for the session; taken out when its result is.
    struct PreviewSlot {
        std::mutex mutex;
        std::optional<PreviewRead> read;
    };
    std::shared_ptr<PreviewSlot> preview_ = std::make_shared<PreviewSlot>();

    const Evaluator::Evaluate evaluate_;
    Worker worker_;
    Evaluator evaluator_;
    Evaluator exporter_; ///< a thread for pictures of a playback: they take long, and the map must not wait
                         ///< for them
    bool events_read_ = false;
    std::optional<geo::Study> submitted_;

    /// Files being looked at on the evaluator's thread, in the order they were asked for.
    struct Probe {
        ProbeLayer asked;
        std::future<LayerFile> file;
    };
    std::deque<Probe> probes_;

    // What the scene and the timeline in the model were made from.
    std::shared_ptr<const geo::Snapshot> scene_of_;
    std::optional<geo::Study> scene_study_;
    bool scene_dimmed_ = false;
    std::optional<std::size_t> scene_band_;
    std::optional<std::size_t> scene_cluster_;
    std::shared_ptr<const Summary> timeline_of_;
    double timeline_px_ = 0;
    // What the table's order and the places in the model were asked from.
    std::optional<TableQuestion> ordered_of_;
    std::shared_ptr<const geo::PointGeometry> places_of_;
    std::pair<std::shared_ptr<const geo::PointGeometry>, Rows> marked_places_of_;
};

/// What the file system says of a path being typed; a leading ~ is the home folder.
PathFacts facts_of_path(const std::string& typed);

} // namespace app

#include "app/viewer/session.hpp"

#include <chrono>
#include <utility>

#include "app/render/point_aggregate.hpp"
#include "app/viewer/apply.hpp"
#include "app/viewer/band_highlight.hpp"
#include "app/viewer/text.hpp"
#include "geo/core/error.hpp"
#include "geo/study/make_scene.hpp"

namespace app {

namespace {

constexpr double kDimAfter_s = 0.25; // a density that is replaced at once must not flicker
constexpr float kDimmed = 0.45f;

bool wants_dimming(const Model& model) { return model.density_stale_s > kDimAfter_s; }

void dim(geo::Scene& scene) {
    for (geo::Layer& layer : scene.layers)
        if (layer.id == "density") layer.opacity *= kDimmed;
}

/// The one under the mouse, while its list is there.
std::optional<std::size_t> lit_cluster(const Model& model) {
    const bool listed = model.view.tab == Tab::clusters && is_visible(model.study, {LayerKind::clusters, 0});
    return listed ? model.view.cluster : std::nullopt;
}

} // namespace

Session::Session(Evaluator::Evaluate evaluate, Evaluator::Options options, std::optional<geo::Theme> theme,
                 Profile profile)
    : profile_(std::move(profile)), evaluate_(evaluate), worker_(options.wake), evaluator_(evaluate, options),
      exporter_(std::move(evaluate), std::move(options)) {
    model_.study.map.emplace();
    run(Started{load_settings(profile_), unsaved_studies(profile_)});
    if (theme) model_.study.map->theme = *theme;
}

Session::~Session() {
    try {
        keep_unsaved_now();
    } catch (
        ...) { // the file's name could not be found: nobody is left to be told, and the program ends in order
    }
}

void Session::run(const Commands& commands) {
    for (const Command& command : commands) apply(model_, command);
    perform_effects();
}

void Session::advance(double seconds, double timeline_px) {
    run(Tick{seconds});
    take_news();
    submit_if_wanted();
    make_scene_if_changed();
    make_timeline_if_changed(timeline_px);
    keep_unsaved();
    order_table_if_wanted();
    gather_places_if_changed();
}

void Session::take_news() {
    run(Arrived{evaluator_.state()});
    run(worker_.take_results());
    while (const auto result = evaluator_.take_task_result())
        run(ExportDone{result->done, result->text, result->subject});
    take_preview();
    take_probes();
    if (model_.playback_export.running) take_export_news();
}

void Session::take_export_news() {
    if (exporter_.idle()) { // a result is there before the exporter is idle; there is none when it was
                            // stopped early
        const auto result = exporter_.take_task_result();
        run(PlaybackExported{result && result->done, result ? result->text : geo::Cancelled{}.what()});
        return;
    }
    const EvaluatorState state = exporter_.state();
    run(PlaybackExportState{{true, state.stage, state.done, state.total}});
}

void Session::take_probes() {
    while (!probes_.empty() &&
           probes_.front().file.wait_for(std::chrono::seconds{0}) == std::future_status::ready) {
        Probe probe = std::move(probes_.front());
        probes_.pop_front();
        try {
            run(LayerFileSeen{probe.asked.path, probe.asked.use, probe.file.get()});
        } catch (const geo::Error& error) {
            run(Tell{{error.what(), true}});
        } catch (const std::future_error&) {
            run(Tell{{text::kCancelled, false}}); // given up before it began
        } catch (const geo::Cancelled&) {
            run(Tell{{text::kCancelled, false}});
        }
    }
}

void Session::submit_if_wanted() {
    if (!model_.has_file()) return;
    geo::Study wanted = study_to_compute(model_.study);
    if (submitted_ == wanted) return;
    submitted_ = wanted;
    evaluator_.submit(std::move(wanted));
    run(Arrived{evaluator_.state()});
}

void Session::make_scene_if_changed() {
    if (!model_.table()) return;
    const bool dimmed = wants_dimming(model_);
    const bool same = model_.run.snapshot == scene_of_ && scene_study_ == model_.study &&
                      scene_dimmed_ == dimmed && scene_band_ == model_.view.band &&
                      scene_cluster_ == lit_cluster(model_);
    // The same study opened again begins with an empty scene.
    if (same && !model_.scene.layers.empty()) return;
    scene_of_ = model_.run.snapshot;
    scene_study_ = model_.study;
    scene_dimmed_ = dimmed;
    scene_band_ = model_.view.band;
    scene_cluster_ = lit_cluster(model_);
    const geo::Study wanted = study_to_compute(model_.study);
    geo::Study everywhere = model_.study; // the window has its own camera
    everywhere.map->view.reset();
    geo::Scene scene = geo::make_scene(everywhere, *scene_of_);
    if (dimmed) dim(scene);
    if (scene_band_) light_band(scene, *scene_of_, *scene_band_);
    if (scene_cluster_) light_cluster(scene, *scene_of_, *scene_cluster_);
    announce_aggregate(scene, model_.view.software_gl);
    run(SceneMade{std::move(scene), geo::selection_is_current(wanted, *scene_of_),
                  geo::density_is_current(wanted, *scene_of_)});
}

void Session::make_timeline_if_changed(double width_px) {
    if (!model_.run.summary || !model_.table()) return;
    if (model_.run.summary == timeline_of_ && timeline_px_ == width_px && !model_.timeline.bins.empty())
        return;
    timeline_of_ = model_.run.summary;
    timeline_px_ = width_px;
    run(TimelineMade{timeline_bins(*timeline_of_, width_px)});
    read_events_once();
}

/// A few lines of a bundled file, when there is a timeline to show them on.
void Session::read_events_once() {
    if (std::exchange(events_read_, true)) return;
    try {
        run(EventsRead{geo::load_timeline_events()});
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

bool Session::idle() const {
    if (!evaluator_.idle() || !worker_.idle() || !probes_.empty()) return false;
    const EvaluatorState state = evaluator_.state();
    const bool seen = state.snapshot == model_.run.snapshot && !model_.run.busy && !model_.exporting &&
                      !model_.view.playback.playing && !model_.playback_export.running;
    return seen && (!model_.has_file() || submitted_ == study_to_compute(model_.study));
}

bool Session::animates() const {
    const bool to_keep = !profile_.unsaved_folder.empty() && model_.has_changes() && kept_ != model_.study;
    return model_.view.flight.has_value() || model_.run.busy || to_keep || !idle();
}

void Session::perform_effects() {
    while (!model_.outbox.empty()) {
        std::vector<Effect> effects;
        effects.swap(model_.outbox);
        for (const Effect& effect : effects) std::visit([this](const auto& e) { perform(e); }, effect);
    }
}

} // namespace app

#include "app/viewer/session.hpp"

#include "app/viewer/apply.hpp"
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

} // namespace

Session::Session(Evaluator::Evaluate evaluate, Evaluator::Options options, std::optional<geo::Theme> theme,
                 Profile profile)
    : profile_(std::move(profile)), evaluate_(evaluate), evaluator_(std::move(evaluate), std::move(options)) {
    model_.study.map.emplace();
    run(Started{load_settings(profile_), unsaved_studies(profile_)});
    if (theme) model_.study.map->theme = *theme;
}

Session::~Session() { keep_unsaved_now(); }

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
    keep_unsaved(seconds);
}

void Session::take_news() {
    run(Arrived{evaluator_.state()});
    if (const auto result = evaluator_.take_task_result(); result && !result->text.empty())
        run(ExportDone{result->done, result->text, result->subject});
    take_preview();
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
    if (model_.run.snapshot == scene_of_ && scene_study_ == model_.study && scene_dimmed_ == dimmed) return;
    scene_of_ = model_.run.snapshot;
    scene_study_ = model_.study;
    scene_dimmed_ = dimmed;
    const geo::Study wanted = study_to_compute(model_.study);
    geo::Study everywhere = model_.study; // the window has its own camera
    everywhere.map->view.reset();
    geo::Scene scene = geo::make_scene(everywhere, *scene_of_);
    if (dimmed) dim(scene);
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
}

bool Session::idle() const {
    if (!evaluator_.idle()) return false;
    const EvaluatorState state = evaluator_.state();
    const bool seen = state.snapshot == model_.run.snapshot && !model_.run.busy && !model_.exporting;
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

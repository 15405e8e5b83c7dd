#include "app/viewer/session.hpp"
#include "geo/core/error.hpp"
#include "geo/io/rejects_file.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/viewer/text.hpp"

namespace app {

namespace {

constexpr std::size_t kPreviewRows = 6;

using Clock = std::chrono::steady_clock;

double until_next_s(const std::optional<Clock::time_point>& kept_at) {
    if (!kept_at) return 0;
    return Session::kKeepEvery_s - std::chrono::duration<double>(Clock::now() - *kept_at).count();
}

} // namespace

void Session::keep_unsaved() {
    if (until_next_s(kept_at_) <= 0) keep_unsaved_now();
    if (const auto failure = writer_.take_failure()) {
        kept_ = {}; // tried again
        run(Tell{{*failure, true}});
    }
}

std::optional<double> Session::keeps_in_s() const {
    if (profile_.unsaved_folder.empty() || !model_.has_changes() || kept_ == model_.study)
        return std::nullopt;
    return std::max(0.0, until_next_s(kept_at_));
}

void Session::keep_unsaved_now() {
    if (profile_.unsaved_folder.empty()) return;
    if (!model_.has_changes()) {
        if (model_.unsaved_file.empty()) return;
        writer_.remove(model_.unsaved_file); // saved, or undone to what was saved
        run(UnsavedKept{""});
        kept_ = {};
        return;
    }
    if (kept_ == model_.study) return;
    if (model_.unsaved_file.empty()) run(UnsavedKept{new_unsaved_file(profile_)});
    writer_.write(model_.unsaved_file, unsaved_text(model_.study, model_.study_path));
    kept_ = model_.study;
    kept_at_ = Clock::now();
}

void Session::perform(const KeepSettings& effect) {
    if (!profile_.settings_file.empty())
        writer_.write(profile_.settings_file, json_from_settings(effect.settings));
}

void Session::perform(const LoadUnsaved& effect) {
    try {
        UnsavedWork work = load_unsaved(effect.file);
        run(UnsavedLoaded{std::move(work.study), std::move(work.study_path), effect.file});
        kept_ = model_.study;
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

void Session::perform(const ReadPreview& effect) {
    evaluator_.submit_task([slot = preview_, source = effect.source](const geo::Snapshot&, geo::Progress&) {
        PreviewRead read{source, std::nullopt, ""};
        try {
            read.preview = geo::preview_incidents(source, kPreviewRows);
        } catch (const std::exception& error) {
            read.error = error.what();
        }
        const std::lock_guard lock(slot->mutex);
        slot->read = std::move(read);
        return std::string();
    });
}

void Session::take_preview() {
    std::optional<PreviewRead> read;
    {
        const std::lock_guard lock(preview_->mutex);
        read.swap(preview_->read);
    }
    if (read) run(std::move(*read));
}

void Session::perform(const SaveRejects& effect) {
    try {
        if (!model_.run.snapshot || !model_.run.snapshot->incidents.value) return;
        geo::write_rejects(model_.run.snapshot->incidents.value->report, effect.path);
        run(Tell{{fmt::format(text::kWrote, effect.path), false}});
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

} // namespace app

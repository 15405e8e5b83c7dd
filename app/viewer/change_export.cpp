#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/viewer/change.hpp"
#include "app/viewer/text.hpp"

namespace app {

namespace {

using State = TakenFile::State;

void submit(Model& model, const std::vector<ExportJob>& jobs) {
    if (!model.exporting) model.view.taken.clear();
    model.exporting = true;
    model.notice = {};
    for (const ExportJob& job : jobs) {
        model.view.taken.push_back({State::waiting, job.output.path, ""});
        model.outbox.emplace_back(Export{job.output.what, job.output.path, job, study_for_job(model, job)});
    }
}

std::size_t n_of(const Model& model, State state) {
    return static_cast<std::size_t>(
        std::count_if(model.view.taken.begin(), model.view.taken.end(),
                      [&](const TakenFile& file) { return file.state == state; }));
}

/// One file is said by its own words, several by their number and the first failure.
Notice notice_of(const Model& model, const ExportDone& last) {
    const std::size_t n = model.view.taken.size(), n_done = n_of(model, State::done);
    if (n <= 1) return {last.text, !last.done};
    if (n_done == n) return {fmt::format(text::kWroteFiles, n), false};
    const auto failed = std::find_if(model.view.taken.begin(), model.view.taken.end(),
                                     [](const TakenFile& file) { return file.state == State::failed; });
    return {fmt::format(text::kWroteSome, n_done, n, failed->text), true};
}

} // namespace

void start_export(Model& model, const ShowDialog& show) {
    model.view.exporter = export_draft(model, model.view.last_export, show.what, show.only_marked);
    look_at_export(model);
}

void look_at_export(Model& model) {
    ExportDraft& draft = model.view.exporter;
    PathDialog& dialog = model.view.dialog;
    std::vector<std::string> paths;
    for (const Take take : kTakes)
        if (draft.file(take).wanted && !draft.file(take).name.empty()) paths.push_back(path_of(draft, take));
    dialog.path = paths.empty() ? "" : paths.front();
    model.outbox.emplace_back(LookAtExport{draft.folder, paths});
    model.outbox.emplace_back(LookAt{dialog.path});
}

void accept_export(Model& model) {
    const ExportDraft draft = model.view.exporter;
    if (!fault_of(model, draft).empty()) return;
    model.view.dialog = {};
    model.view.last_export = draft;
    submit(model, jobs_of(draft));
}

void change(Model& model, const WantTake& want) {
    model.view.exporter.file(want.take).wanted = want.wanted;
    look_at_export(model);
}

void change(Model& model, const NameTake& name) {
    model.view.exporter.file(name.take).name = name.name;
    look_at_export(model);
}

void change(Model& model, const EditExportFolder& edit) {
    model.view.exporter.folder = edit.folder;
    look_at_export(model);
}

void change(Model& model, const BrowseExport& browse) { model.view.exporter.browsing = browse.open; }
void change(Model& model, const KeepColumns& keep) { model.view.exporter.columns = keep.columns; }
void change(Model& model, const PublishAs& as) {
    model.view.exporter.publish = as.spec;
    if (!as.spec.coarsen) model.view.exporter.publish.merge_under = 0;
}
void change(Model& model, const EditPicture& edit) { model.view.exporter.picture = edit.picture; }

void change(Model& model, const ExportSeen& seen) {
    if (seen.folder == model.view.exporter.folder) model.view.exporter.facts = seen.facts;
}

void change(Model& model, const ExportTo& to) {
    if (to.only_marked && model.view.marked.n_shown() == 0) {
        model.notice = {text::kNothingMarked, true};
        return;
    }
    ExportJob job{{to.what, to.path}, {}, {}};
    if (to.only_marked) job.rows = marked_rows(model);
    submit(model, {job});
}

void change(Model& model, const ExportDone& done) {
    for (TakenFile& file : model.view.taken) {
        if (file.state != State::waiting || (file.path != done.path && !done.path.empty())) continue;
        file.state = done.done ? State::done : State::failed;
        file.text = done.text;
        break;
    }
    if (n_of(model, State::waiting) > 0) return;
    model.exporting = false;
    model.notice = notice_of(model, done);
}

void change(Model& model, const DismissTaken&) {
    if (!model.exporting) model.view.taken.clear();
}

void change(Model& model, const CopiedWords& copied) {
    model.view.copied = copied.text;
    model.notice = {copied.words, false};
}

void change(Model& model, const SaveNow&) {
    if (!model.table()) return;
    if (model.study_path.empty()) return change(model, ShowDialog{PathDialog::Kind::save_study});
    geo::Study study = model.study;
    if (study.map) study.map->view = visible_box(model.view.camera, model.view.map_size);
    model.outbox.emplace_back(SaveStudy{std::move(study), model.study_path});
}

} // namespace app

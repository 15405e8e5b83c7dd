#include <fmt/format.h>

#include <filesystem>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using Answer = AnswerQuestion::Answer;

const char* kind_of(const LayerFile& file) {
    const int n_kinds = int{file.has_areas} + int{file.has_lines} + int{file.has_points};
    if (n_kinds != 1) return text::kMixedInFile;
    return file.has_areas ? text::kAreasInFile : file.has_lines ? text::kLinesInFile : text::kPointsInFile;
}

void words(const Model& model, const LayerQuestion& question) {
    const auto file_of = [](const std::string& path) {
        return std::filesystem::path(path).filename().string();
    };
    ImGui::PushFont(ui_fonts().title);
    ImGui::TextUnformatted(text::kQuestionTitle);
    ImGui::PopFont();
    ui::shaped_paragraph(fmt::format(text::kQuestion, file_of(question.path),
                                     count_text(question.file.n_features), kind_of(question.file),
                                     file_of(model.study.source.path)));
}

void study_words(const StudyQuestion& question) {
    ImGui::PushFont(ui_fonts().title);
    ImGui::TextUnformatted(text::kStudyQuestionTitle);
    ImGui::PopFont();
    ui::shaped_paragraph(
        fmt::format(text::kStudyQuestion, std::filesystem::path(question.path).filename().string()));
    constexpr std::size_t kShown = 5;
    for (std::size_t i = 0; i < question.outside.size() && i < kShown; ++i)
        ui::fitted_text(question.outside[i], ImGui::GetContentRegionAvail().x);
    if (question.outside.size() > kShown)
        ui::hint(fmt::format(text::kStudyQuestionMore, question.outside.size() - kShown));
    ui::shaped_paragraph(text::kStudyQuestionWhy);
}

void study_buttons(Commands& commands) {
    ImGui::SetCursorPosX(ImGui::GetContentRegionMax().x - px(96 + 144 + 8));
    if (ui::button("question cancel", text::kCancel, ui::Look::plain, true, px(96)))
        commands.emplace_back(AnswerStudy{false});
    ImGui::SameLine(0, px(8));
    if (ui::button("question open", text::kOpenStudy, ui::Look::primary, true, px(144)))
        commands.emplace_back(AnswerStudy{true});
}

void buttons(Commands& commands) {
    const auto button = [&](const char* name, const char* label, ui::Look look, Answer answer, float width) {
        if (ui::button(name, label, look, true, px(width))) commands.emplace_back(AnswerQuestion{answer});
    };
    ImGui::SetCursorPosX(ImGui::GetContentRegionMax().x - px(96 + 112 + 144 + 16));
    button("question cancel", text::kCancel, ui::Look::plain, Answer::nothing, 96);
    ImGui::SameLine(0, px(8));
    button("question incidents", text::kAsIncidents, ui::Look::plain, Answer::incidents, 112);
    ImGui::SameLine(0, px(8));
    button("question reference", text::kAsReference, ui::Look::primary, Answer::reference, 144);
}

} // namespace

void question_panel(const Model& model, Commands& commands) {
    constexpr const char* kPopup = "file question";
    const bool of_study = model.view.study_question.has_value();
    const bool wanted = of_study || !model.view.questions.empty();
    if (wanted && !ImGui::IsPopupOpen(kPopup)) ImGui::OpenPopup(kPopup);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y * 0.45f}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(px(480), screen.x - px(32)), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{px(20), px(20)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0f);
    const ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    if (ImGui::BeginPopupModal(kPopup, nullptr, flags)) {
        if (of_study) {
            study_words(*model.view.study_question);
            ImGui::Dummy({0, px(4)});
            study_buttons(commands);
        } else if (wanted) {
            words(model, model.view.questions.front());
            ImGui::Dummy({0, px(4)});
            buttons(commands);
        } else {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(3);
}

} // namespace app

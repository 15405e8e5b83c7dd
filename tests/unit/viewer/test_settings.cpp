#include <filesystem>
#include <fstream>

#include "app/viewer/background_writer.hpp"
#include "app/viewer/profile.hpp"
#include "app/viewer/settings.hpp"
#include "geo/core/error.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace app;

TEST_CASE("settings come back as they were kept") {
    Settings settings;
    settings.theme = geo::Theme::dark;
    settings.text_size = 1.15f;
    settings.left_width = 333;
    settings.recent = {"/a/b.csv", "/c/\u062e.csv"};
    CHECK(settings_from_json(json_from_settings(settings)) == settings);
}

TEST_CASE("settings that make no sense are no reason not to start") {
    CHECK(settings_from_json("") == Settings{});
    CHECK(settings_from_json("[1]") == Settings{});
    const Settings odd =
        settings_from_json(R"({"theme": 7, "text_size": "big", "left_width": -4, "recent": ["/a", 3]})");
    CHECK_FALSE(odd.theme);
    CHECK(odd.text_size == 1);
    CHECK(odd.left_width == 160);
    CHECK(odd.recent == std::vector<std::string>{"/a"});
}

TEST_CASE("the file opened last is the first of the recent ones, once") {
    Settings settings;
    for (int i = 0; i < 30; ++i) remember_recent(settings, "/" + std::to_string(i % 15));
    remember_recent(settings, "/7");
    CHECK(settings.recent.size() == Settings::kMaxRecent);
    CHECK(settings.recent[0] == "/7");
    CHECK(std::count(settings.recent.begin(), settings.recent.end(), "/7") == 1);
}

TEST_CASE("text grows and shrinks by steps and stops at the ends") {
    CHECK(next_text_size(1, 1) == 1.15f);
    CHECK(next_text_size(1, -1) == 0.85f);
    CHECK(next_text_size(1.5f, 1) == 1.5f);
    CHECK(next_text_size(0.85f, -1) == 0.85f);
}

TEST_CASE("work that was not saved is listed unless its program still runs") {
    const TemporaryFolder folder;
    const Profile profile = profile_in(folder.path().string());
    CHECK(unsaved_studies(profile).empty());
    geo::Study study = study_for_file("/data/a.csv", geo::Theme::light);
    study.filter.where = "deaths_best > 3";
    BackgroundWriter writer;
    const std::string own = new_unsaved_file(profile);
    writer.write(own, unsaved_text(study, "/data/a.study.json"));
    writer.write(profile.unsaved_folder + "/1-1.unsaved.json",
                 unsaved_text(study, "")); // process 1 always runs
    writer.write(profile.unsaved_folder + "/99999999-1.unsaved.json", "{ cut off");
    writer.flush();
    CHECK_FALSE(writer.take_failure());
    const auto found = unsaved_studies(profile);
    REQUIRE(found.size() == 1);
    CHECK(found[0].file == own);
    CHECK(found[0].study_path == "/data/a.study.json");
    const UnsavedWork work = load_unsaved(found[0].file);
    CHECK(work.study == study);
    writer.remove(own);
    writer.flush();
    CHECK(unsaved_studies(profile).empty());
}

TEST_CASE("a folder that cannot be written is told once and stops nothing") {
    BackgroundWriter writer;
    writer.write("/proc/no-such-folder/viewer.json", "{}");
    writer.flush();
    CHECK(writer.take_failure());
    CHECK_FALSE(writer.take_failure());
}

TEST_CASE("a study has changes until it is saved, and again after an undo past that") {
    Model model = test::sample_model();
    CHECK_FALSE(model.has_changes());
    apply(model, SetWithin{geo::kilometres(20)});
    CHECK(model.has_changes());
    apply(model, StudySaved{model.study, "/data/a.study.json"});
    CHECK_FALSE(model.has_changes());
    CHECK(model.settings.recent.front() == "/data/a.study.json");
    apply(model, Undo{});
    CHECK(model.has_changes());
}

TEST_CASE("roles chosen by hand become part of the study and can be undone") {
    Model model = test::sample_model();
    apply(model, ShowSheet{Sheet::columns});
    CHECK(std::holds_alternative<ReadPreview>(model.outbox.back()));
    geo::RoleOptions roles;
    roles.columns[geo::Role::date] = "when";
    apply(model, EditRoles{roles});
    CHECK(model.study.source.roles == geo::RoleOptions{});
    apply(model, ApplyRoles{});
    CHECK(model.view.sheet == Sheet::none);
    CHECK(model.study.source.roles == roles);
    apply(model, Undo{});
    CHECK(model.study.source.roles == geo::RoleOptions{});
}

TEST_CASE("a preview of another file is passed over") {
    Model model = test::sample_model();
    apply(model, ShowSheet{Sheet::columns});
    geo::SourceSpec other;
    other.path = "/data/other.csv";
    apply(model, PreviewRead{other, geo::TablePreview{{"a"}, {}, false}, ""});
    CHECK_FALSE(model.view.columns.preview);
}

TEST_CASE("a study that wants files from elsewhere is asked about once, a study of one's own never") {
    Model model = test::sample_model();
    geo::Study study;
    study.source.path = "/elsewhere/a.csv";
    const std::vector<std::string> files{"/elsewhere/a.csv"};
    apply(model, StudyAsks{study, "/down/k.study.json", files});
    REQUIRE(model.view.study_question);
    CHECK(model.study_path != "/down/k.study.json");
    apply(model, AnswerStudy{false});
    CHECK_FALSE(model.view.study_question);
    CHECK(model.study_path != "/down/k.study.json");
    apply(model, StudyAsks{study, "/down/k.study.json", files});
    apply(model, AnswerStudy{true});
    CHECK(model.study_path == "/down/k.study.json");
    CHECK(model.study.source.path == "/elsewhere/a.csv");

    apply(model, StudyAsks{study, "/down/k.study.json", files});
    CHECK_FALSE(model.view.study_question); // was answered
    apply(model, StudyAsks{study, "/down/k.study.json", {"/elsewhere/a.csv", "/etc/passwd"}});
    CHECK(model.view.study_question); // not for this file
    apply(model, AnswerStudy{false});
    apply(model, StudySaved{model.study, "/mine/own.study.json", files});
    apply(model, StudyAsks{study, "/mine/own.study.json", files});
    CHECK_FALSE(model.view.study_question);
    CHECK(settings_from_json(json_from_settings(model.settings)) == model.settings);
}

TEST_CASE("what settings say of trusted studies is forgiving") {
    for (const char* text : {R"({"trusted":1})", R"({"trusted":[1,{"study":2,"files":[]},{"study":"a"}]})"})
        CHECK(settings_from_json(text).trusted.empty());
    CHECK(settings_from_json(R"({"trusted":[{"study":"a","files":["b",3]}]})").trusted ==
          std::vector<Settings::Trusted>{{"a", {"b"}}});
}

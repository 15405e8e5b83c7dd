#include "geo/io/atomic_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

TEST_CASE("a committed file has the bytes and leaves nothing beside it") {
    TemporaryFolder folder;
    AtomicFile file(folder.file("out.txt"));
    file.write("one ");
    file.write("two");
    file.commit();
    CHECK(text_of(folder.file("out.txt")) == "one two");
    CHECK(folder.n_entries() == 1);
}

TEST_CASE("a write that is given up leaves the old file as it was") {
    TemporaryFolder folder;
    write_file_atomically(folder.file("out.txt"), "old");
    {
        AtomicFile file(folder.file("out.txt"));
        file.write("new");
    }
    CHECK(text_of(folder.file("out.txt")) == "old");
    CHECK(folder.n_entries() == 1);
}

TEST_CASE("a new file is as readable as the umask lets it be") {
    TemporaryFolder folder;
    const mode_t old = umask(022);
    write_file_atomically(folder.file("out.txt"), "x");
    umask(old);
    struct stat status {};
    REQUIRE(stat(folder.file("out.txt").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0644);
}

TEST_CASE("a folder that does not exist is an output error that names the file") {
    try {
        AtomicFile file("/nowhere/at/all/out.txt");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::Output);
        CHECK(std::string(error.what()).find("/nowhere/at/all/out.txt") != std::string::npos);
    }
}

TEST_CASE("a folder is not a file to write to") {
    TemporaryFolder folder;
    CHECK_THROWS_AS(AtomicFile(folder.path().string()), Error);
}

TEST_CASE("a full disk is told and leaves nothing") {
    if (access("/dev/full", W_OK) != 0) return;
    AtomicFile file("/dev/full");
    CHECK_THROWS_AS(file.write("x"), Error);
}

TEST_CASE("staged files move together, the target last, and the staging folder goes") {
    TemporaryFolder folder;
    write_file_atomically(folder.file("map.shp"), "old");
    {
        StagedFiles staged(folder.file("map.shp"));
        std::ofstream(staged.path()) << "new";
        std::ofstream(staged.path() + ".side") << "side";
        CHECK(text_of(folder.file("map.shp")) == "old");
        staged.commit();
    }
    CHECK(text_of(folder.file("map.shp")) == "new");
    CHECK(text_of(folder.file("map.shp.side")) == "side");
    CHECK(folder.n_entries() == 2);
}

TEST_CASE("staged files that are given up leave the old ones") {
    TemporaryFolder folder;
    write_file_atomically(folder.file("map.shp"), "old");
    {
        StagedFiles staged(folder.file("map.shp"));
        std::ofstream(staged.path()) << "new";
    }
    CHECK(text_of(folder.file("map.shp")) == "old");
    CHECK(folder.n_entries() == 1);
}

namespace {

std::string what_is_said(const std::string& path) {
    try {
        AtomicFile file(path);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::Output);
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("what a killed program left is removed by the next write of the same file, and nothing else") {
    TemporaryFolder folder;
    for (const char* name :
         {".out.txt.part-aB3xYz", ".out.txt.part-short", ".other.txt.part-aB3xYz", ".out.txt"})
        std::ofstream(folder.file(name)) << "left";
    std::filesystem::create_directory(folder.file(".out.txt.part-folder"));
    std::ofstream(folder.file(".out.txt.part-folder/inside")) << "left";
    write_file_atomically(folder.file("out.txt"), "new");
    CHECK_FALSE(std::filesystem::exists(folder.file(".out.txt.part-aB3xYz")));
    CHECK_FALSE(std::filesystem::exists(folder.file(".out.txt.part-folder")));
    CHECK(folder.n_entries() == 4);
}

TEST_CASE("two writers of the same file do not take each other's for left behind") {
    TemporaryFolder folder;
    AtomicFile first(folder.file("out.txt"));
    first.write("first");
    write_file_atomically(folder.file("out.txt"), "second");
    StagedFiles third(folder.file("out.txt"));
    std::ofstream(third.path()) << "third";
    first.commit();
    CHECK(text_of(folder.file("out.txt")) == "first");
    third.commit();
    CHECK(text_of(folder.file("out.txt")) == "third");
}

TEST_CASE("a link is not followed and not replaced") {
    TemporaryFolder folder;
    write_file_atomically(folder.file("precious.txt"), "precious");
    std::filesystem::create_symlink("precious.txt", folder.file("link.txt"));
    std::filesystem::create_symlink("nowhere", folder.file("dangling.txt"));
    for (const char* name : {"link.txt", "dangling.txt"})
        CHECK_THAT(what_is_said(folder.file(name)), Catch::Contains("symbolic link"));
    CHECK_THROWS_WITH(StagedFiles(folder.file("link.txt")), Catch::Contains("symbolic link"));
    CHECK(text_of(folder.file("precious.txt")) == "precious");
    CHECK(std::filesystem::is_symlink(folder.file("link.txt")));
    StagedFiles staged(folder.file("map.shp")); // a link beside the target is one too
    std::ofstream(staged.path()) << "shp";
    std::ofstream(staged.path() + ".side") << "side";
    std::filesystem::create_symlink("precious.txt", folder.file("map.shp.side"));
    CHECK_THROWS_WITH(staged.commit(), Catch::Contains("symbolic link"));
    CHECK_FALSE(std::filesystem::exists(folder.file("map.shp")));
}

TEST_CASE("a link to a pipe or a device is written through, as /dev/stdout is") {
    if (access("/dev/full", W_OK) != 0) return;
    TemporaryFolder folder;
    std::filesystem::create_symlink("/dev/full", folder.file("full.txt"));
    AtomicFile file(folder.file("full.txt"));
    CHECK_THROWS_WITH(file.write("x"), Catch::Contains("No space left"));
    CHECK_THROWS_WITH(StagedFiles(folder.file("full.txt")), Catch::Contains("cannot be a pipe or a device"));
}

TEST_CASE("a file that may not be written is not replaced") {
    if (geteuid() == 0) return; // root may write anything
    TemporaryFolder folder;
    write_file_atomically(folder.file("out.txt"), "old");
    chmod(folder.file("out.txt").c_str(), 0444);
    CHECK_THAT(what_is_said(folder.file("out.txt")), Catch::Contains("Permission denied"));
}

TEST_CASE("a name as long as a name may be can be written") {
    TemporaryFolder folder;
    const std::string name(255, 'n');
    write_file_atomically(folder.file(name), "x");
    CHECK(text_of(folder.file(name)) == "x");
}

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

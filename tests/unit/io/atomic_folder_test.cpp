#include "geo/io/atomic_folder.hpp"

#include <fstream>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;
namespace fs = std::filesystem;

namespace {

std::size_t n_entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

TEST_CASE("a folder appears with all its files or not at all") {
    TemporaryFolder folder;
    const fs::path root = fs::path(folder.file("x")).parent_path();
    {
        AtomicFolder frames(folder.file("frames"));
        frames.write("a.png", "one");
        CHECK_FALSE(fs::exists(folder.file("frames")));
    }
    CHECK(n_entries(root) == 0); // no commit, nothing stays
    AtomicFolder frames(folder.file("frames") + "/");
    frames.write("a.png", "one");
    frames.write("b.png", "two");
    frames.commit();
    CHECK(n_entries(folder.file("frames")) == 2);
    CHECK(n_entries(root) == 1);
}

TEST_CASE("an empty folder may be filled, one with a file in it is left alone") {
    TemporaryFolder folder;
    fs::create_directory(folder.file("empty"));
    AtomicFolder into_empty(folder.file("empty"));
    into_empty.write("a", "1");
    into_empty.commit();
    CHECK(n_entries(folder.file("empty")) == 1);
    CHECK_THROWS_WITH(AtomicFolder(folder.file("empty")), Catch::Contains("not empty"));
    CHECK_THROWS_WITH(require_free_folder(folder.file("empty")), Catch::Contains("not empty"));
    std::ofstream(folder.file("file")) << "x";
    CHECK_THROWS_WITH(AtomicFolder(folder.file("file")), Catch::Contains("a file of that name"));
    CHECK_THROWS_AS(AtomicFolder("/nowhere/at/all"), Error);
}

TEST_CASE("a file that comes in between is not lost") {
    TemporaryFolder folder;
    AtomicFolder frames(folder.file("frames"));
    frames.write("a.png", "one");
    fs::create_directory(folder.file("frames"));
    std::ofstream(folder.file("frames") + "/mine.txt") << "mine";
    CHECK_THROWS_AS(frames.commit(), Error);
    CHECK(fs::exists(folder.file("frames") + "/mine.txt"));
    CHECK(n_entries(folder.file("frames")) == 1);
}

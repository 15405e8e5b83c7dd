#include "geo/io/input_bytes.hpp"

#include <filesystem>
#include <numeric>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

std::string made_file(const TemporaryFolder& folder, std::size_t bytes) {
    const std::string path = folder.file("in.csv");
    std::ofstream(path) << std::string(bytes, 'x');
    return path;
}

std::size_t n_of(std::string_view text, char letter) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), letter));
}

} // namespace

TEST_CASE("a file that is cut short while it is read ends in a sentence, not in a signal") {
    const TemporaryFolder folder;
    const std::string path = made_file(folder, 1'000'000);
    const InputBytes bytes = InputBytes::from_file(path);
    CHECK(n_of(bytes.view(), 'x') == 1'000'000);
    std::filesystem::resize_file(path, 10);
    CHECK(n_of(bytes.view(), 'x') < 5000); // the first page at most; what is gone reads as zero bytes
    CHECK_THROWS_WITH(bytes.watch()->require_unchanged(), Catch::Contains("cut short"));
}

TEST_CASE("that it was cut is known when the bytes are gone and the file is long again") {
    const TemporaryFolder folder;
    const std::string path = made_file(folder, 100'000);
    std::shared_ptr<const InputWatch> watch;
    {
        const InputBytes bytes = InputBytes::from_file(path);
        watch = bytes.watch();
        std::filesystem::resize_file(path, 0);
        CHECK(bytes.view()[50'000] == '\0');
        std::filesystem::resize_file(path, 100'000);
    }
    CHECK_THROWS_WITH(watch->require_unchanged(), Catch::Contains("cut short"));
}

TEST_CASE(
    "a file that grows while it is read is said to be changed; one that is removed or replaced is whole") {
    const TemporaryFolder folder;
    const std::string path = made_file(folder, 1000);
    const InputBytes bytes = InputBytes::from_file(path);
    bytes.watch()->require_unchanged();
    std::filesystem::rename(path, folder.file("other.csv"));
    std::ofstream(path) << "new";
    CHECK(n_of(bytes.view(), 'x') == 1000);
    bytes.watch()->require_unchanged();
    std::ofstream(folder.file("other.csv"), std::ios::app) << "more";
    CHECK_THROWS_WITH(bytes.watch()->require_unchanged(), Catch::Contains("changed by another program"));
}

TEST_CASE("what went wrong in a file that changed is that it changed") {
    const TemporaryFolder folder;
    const std::string path = made_file(folder, 10'000);
    const InputBytes bytes = InputBytes::from_file(path);
    const auto fails = []() -> int { throw Error(ErrorKind::Format, "is damaged"); };
    CHECK_THROWS_WITH(read_watched(bytes.watch(), fails), "is damaged");
    std::filesystem::resize_file(path, 1);
    CHECK_THROWS_WITH(read_watched(bytes.watch(), fails), Catch::Contains("cut short"));
    CHECK(read_watched(nullptr, [] { return 7; }) == 7);
}

TEST_CASE("more files are mapped than are watched") {
    const TemporaryFolder folder;
    const std::string path = made_file(folder, 100);
    std::vector<InputBytes> many;
    for (int i = 0; i < 100; ++i) many.push_back(InputBytes::from_file(path));
    for (const InputBytes& bytes : many) bytes.watch()->require_unchanged();
    many.clear();
    CHECK(InputBytes::from_file(path).view().size() == 100);
}

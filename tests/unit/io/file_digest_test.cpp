#include "geo/io/file_digest.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "geo/core/error.hpp"

namespace fs = std::filesystem;

// Sums of FIPS 180-4's example messages, as coreutils' sha256sum prints them.
TEST_CASE("SHA-256 of known messages") {
    CHECK(geo::digest_of_bytes("").sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const geo::FileDigest abc = geo::digest_of_bytes("abc");
    CHECK(abc.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(abc.n_bytes == 3);
    CHECK(geo::digest_of_bytes(std::string(1'000'000, 'a')).sha256 ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("A file has the sum of its bytes, and a stamp that tells a change") {
    const fs::path path = fs::temp_directory_path() / ("borderlens-digest-" + std::to_string(std::rand()));
    const std::string bytes(200'001, 'x'); // more than one piece
    std::ofstream(path, std::ios::binary) << bytes;
    CHECK(geo::digest_of_file(path.string()) == geo::digest_of_bytes(bytes));
    const geo::FileStamp before = geo::stamp_of(path.string());
    CHECK(before.n_bytes == bytes.size());
    CHECK(geo::stamp_of(path.string()) == before);
    std::ofstream(path, std::ios::binary | std::ios::app) << "y";
    CHECK_FALSE(geo::stamp_of(path.string()) == before);
    fs::remove(path);
    CHECK(geo::stamp_of(path.string()) == geo::FileStamp{});
    CHECK_THROWS_AS(geo::digest_of_file(path.string()), geo::Error);
}

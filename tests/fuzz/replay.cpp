// Runs a fuzz target on the files and folders that are named: the seeds as a test, a finding once more.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
    namespace fs = std::filesystem;
    std::set<fs::path> files;
    for (int i = 1; i < argc; ++i) {
        if (!fs::is_directory(argv[i])) files.insert(argv[i]);
        else
            for (const auto& entry : fs::directory_iterator(argv[i])) files.insert(entry.path());
    }
    for (const fs::path& path : files) {
        std::printf("%s\n", path.c_str());
        std::fflush(stdout); // seen even when the input ends the program
        std::ifstream file(path, std::ios::binary);
        const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    std::printf("%zu inputs\n", files.size());
    return files.empty() ? 1 : 0;
}

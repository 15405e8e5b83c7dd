#include <cstdio>
#include <string>

#include "tests/support/incident_file.hpp"

// A file of made-up incidents for whole commands and for other programs: make_incidents N FILE.csv

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("make_incidents N FILE.csv\n", stderr);
        return 2;
    }
    bench::write_csv(generate_incidents(std::stoul(argv[1])), argv[2]);
}

#include <cstdio>
#include <filesystem>
#include <string>

#include "geo/core/civil.hpp"
#include "geo/io/incident_source.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/write_outputs.hpp"
#include "tests/bench/bench.hpp"
#include "tests/support/incident_file.hpp"
#include "tests/support/temporary_folder.hpp"

// Times of the stages between file and file, through the functions that the command line and the viewer use.
// bench_stages [--n N,N,...] [--threads T] [--runs R] [--json FILE]

namespace {

void bench_stages(bench::Bench& bench, std::size_t n, unsigned threads) {
    TemporaryFolder folder;
    const std::string csv = folder.file("incidents.csv"), geojson = folder.file("incidents.geojson");
    bench::write_csv(generate_incidents(n), csv);
    geo::NoProgress progress;
    const auto read = [&](const std::string& path, bool all) {
        return geo::load_incidents({path, "", {}}, {all, {}}, threads, progress);
    };
    bench.run("CSV to table, roles only", n, 0.18, [&] { read(csv, false); });
    bench.run("CSV to table, all columns", n, 0, [&] { read(csv, true); });

    geo::Study study;
    study.source.path = csv;
    study.all_columns = true;
    study.proximity.emplace();
    const geo::EvaluateOptions options{threads, {}};
    const geo::Snapshot all = geo::evaluate(study, {}, progress, options);
    geo::Study plain = study; // the columns of the file alone
    plain.proximity.reset();
    const geo::Snapshot as_read = geo::evaluate(plain, {}, progress, options);
    const auto write = [&](const geo::Study& of, const geo::Snapshot& from) {
        geo::write_incidents(of, from, {geo::OutputSpec::What::incidents, geojson}, threads, progress);
    };
    // To free the room of an old file is the file system's work, and may take as long as writing the new one.
    const auto remove = [&] { std::filesystem::remove(geojson); };
    bench.run("GeoJSON out, border columns too", n, 0, remove, [&] { write(study, all); });
    bench.run("GeoJSON out, all columns", n, 0.38, remove, [&] { write(plain, as_read); });
    write(plain, as_read);
    std::printf("%-34s files of %.0f and %.0f MB\n", "",
                static_cast<double>(std::filesystem::file_size(csv)) / 1e6,
                static_cast<double>(std::filesystem::file_size(geojson)) / 1e6);
    bench.run("GeoJSON in", n, 0.8, [&] { read(geojson, false); });
    bench.run("distance, both neighbours, side", n, 0, [&] {
        geo::Snapshot fresh = all;
        fresh.proximity = {};
        static_cast<void>(geo::evaluate(study, fresh, progress, options));
    });
    // A step of the time slider: the window moves by a day.
    geo::Snapshot last = all;
    geo::Day day = *geo::day_from_iso("2010-01-01");
    bench.run("time step: filter and bands", n, 0, [&] {
        study.filter.from = day += std::chrono::days{1};
        study.filter.to = day + std::chrono::days{364};
        last = geo::evaluate(study, last, progress, options);
    });
    // The same with the bars of the timeline: what passes all but the time limits is counted once and kept.
    geo::EvaluateOptions counting = options;
    counting.count_days = true;
    last = geo::evaluate(study, last, progress, counting);
    bench.run("time step: filter, bands and bars", n, 0, [&] {
        study.filter.from = day += std::chrono::days{1};
        study.filter.to = day + std::chrono::days{364};
        last = geo::evaluate(study, last, progress, counting);
    });
    int km = 10;
    bench.run("distance step: filter, bands and bars", n, 0, [&] {
        study.filter.within = geo::kilometres(++km);
        last = geo::evaluate(study, last, progress, counting);
    });
    study.filter.within.reset();
    study.density.emplace();
    last = geo::evaluate(study, last, progress, options);
    bench.run("time step: filter and density", n, 0.016, [&] {
        study.filter.from = day += std::chrono::days{1};
        study.filter.to = day + std::chrono::days{364};
        last = geo::evaluate(study, last, progress, options);
    });
}

} // namespace

int main(int argc, char** argv) {
    const bench::Options options = bench::options_from(argc, argv);
    bench::Bench bench(options);
    for (const std::size_t n : options.sizes) bench_stages(bench, n, options.threads);
    bench.write();
}

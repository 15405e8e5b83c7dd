"""Faults of the machine: a full disk, a folder that may not be written, an input pulled away, too little memory. Each ends
in a sentence and its exit code; an old output is as it was, and nothing is left beside it."""

import os
import pathlib
import random
import resource
import shutil
import subprocess
import tempfile
import time

from borderlens import PROGRAM, ROOT, Case, main

SANITIZED = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes() or b"__tsan_init" in pathlib.Path(PROGRAM).read_bytes()
NOBODY = 65534
COMMANDS = {
    "geojson": ("proximity",), "geojsonl": ("filter",), "csv": ("filter",), "gpkg": ("filter",), "fgb": ("filter",),
    "shp": ("filter",), "tif": ("density", "--cell", "2km"), "png": ("render", "--no-density"), "svg": ("render", "--no-density"),
    "webp": ("render", "--animate", "year", "--width", "300", "--height", "200"), "trend.csv": ("trend",), "hot.gpkg": ("hotspots",),
    "parts.geojson": ("filter", "--memory", "100kB"), "parts.gpkg": ("filter", "--memory", "100kB"),
    "zones.geojson": ("proximity", "--zones"), "areas.gpkg": ("density",), "areas.fgb": ("density",), "areas.shp": ("hotspots",),
}


def made_up(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write("event_id,event_date,event_type,latitude,longitude,fatalities,notes\n")
        for i in range(rows):
            file.write(f"{i},{2014 + i % 8}-{1 + i // 8 % 12:02}-{1 + i // 96 % 28:02},{('Battles', 'Riots')[i % 2]},"
                       f"{27 + i * 463 % 8000 / 1000:.4f},{62 + i * 997 % 10000 / 1000:.4f},{i % 7},made up\n")
    return path


def words_of(ending, data, out):
    command, *options = COMMANDS[ending]
    if options and options[-1] == "--zones":
        return [command, str(data), "--zones", str(out)]
    return [command, str(data), *options, "-o", str(out)]


class Fault(Case):
    def setUp(self):
        super().setUp()
        self.data = made_up(self.folder / "in.csv", 1500)

    def run_limited(self, words, **settings):
        return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=300, **settings)

    def check_refused(self, done, name, old, where):
        """Exit code 5 and a sentence with the file's name; the old output alone, as it was."""
        self.assertEqual(done.returncode, 5, f"{name}: {done.stderr}")
        self.assertIn(name, done.stderr)
        self.assertNotIn("internal fault", done.stderr)
        self.assertEqual({path.name: path.read_bytes() for path in where.iterdir()}, old, name)


class FullDisk(Fault):
    def sizes(self, ending, folder):
        """What a good run writes: the size of its largest file."""
        done = self.run_limited(words_of(ending, self.data, folder / f"out.{ending}"))
        self.assertEqual(done.returncode, 0, done.stderr)
        size = (folder / f"out.{ending}").stat().st_size
        shutil.rmtree(folder)
        folder.mkdir()
        return size

    def test_a_file_that_may_not_grow_is_an_output_error_at_whatever_byte(self):
        out = self.folder / "out"
        out.mkdir()
        for ending in COMMANDS:
            size = self.sizes(ending, out)
            path = out / f"out.{ending}"
            path.write_bytes(b"old")
            for share in (0.0, 0.1, 0.5, 0.9, 0.999):
                most = int(size * share)
                done = self.run_limited(words_of(ending, self.data, path),
                                        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
                self.check_refused(done, path.name, {path.name: b"old"}, out)
            path.unlink()

    def test_a_full_file_system_keeps_the_old_file(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True, text=True)
        if mount.returncode != 0:
            self.skipTest("no file system can be mounted here: " + mount.stderr.strip())
        try:
            for ending in COMMANDS:
                path = disk / f"out.{ending}"
                path.write_bytes(b"old")
                for left in (0, 4096):
                    filling = disk / "filling"
                    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_bsize
                    filling.write_bytes(bytes(free - left))
                    done = self.run_limited(words_of(ending, self.data, path))
                    self.check_refused(done, path.name, {path.name: b"old", "filling": bytes(free - left)}, disk)
                    filling.unlink()
                path.unlink()
        finally:
            subprocess.run(["umount", str(disk)], check=True)

    def test_a_device_without_room_is_told(self):
        for ending in ("geojson", "csv", "png", "svg"):
            path = self.folder / f"full.{ending}"
            path.symlink_to("/dev/full")
            done = self.run_limited(words_of(ending, self.data, path))
            self.assertEqual(done.returncode, 5, done.stderr)
            self.assertIn("No space left", done.stderr)
        for ending in ("gpkg", "tif"):
            path = self.folder / f"full.{ending}"
            path.symlink_to("/dev/full")
            done = self.run_limited(words_of(ending, self.data, path))
            self.assertEqual(done.returncode, 5, done.stderr)
            self.assertIn("cannot be a pipe or a device", done.stderr)
            self.assertTrue(path.is_symlink())

    def test_a_full_standard_output_is_told(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "filter", str(self.data), "-o", "-"], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 5)
        self.assertIn("No space left", done.stderr)


class Links(Fault):
    def test_an_output_that_is_a_link_is_refused_and_both_ends_stay(self):
        precious = self.write("precious.txt", "precious")
        for ending in COMMANDS:
            path = self.folder / f"link.{ending}"
            path.symlink_to("precious.txt")
            done = self.run_limited(words_of(ending, self.data, path))
            self.assertEqual(done.returncode, 5, f"{ending}: {done.stderr}")
            self.assertIn("symbolic link", done.stderr)
            self.assertTrue(path.is_symlink())
        self.assertEqual(precious.read_text(), "precious")

    def test_standard_output_by_its_name_is_written_when_it_is_a_pipe(self):
        link = self.folder / "stdout.geojson"
        link.symlink_to("/dev/stdout")
        done = self.run_limited(["filter", self.data, "-o", link])
        self.assertEqual((done.returncode, done.stdout[:20]), (0, '{"type":"FeatureColl'), done.stderr)


class ReadOnly(Fault):
    def settings(self):
        """As somebody who is not root, who may write anywhere."""
        if os.geteuid() != 0:
            return {}
        os.chmod(self.folder, 0o755)
        probe = subprocess.run([PROGRAM, "--version"], capture_output=True, user=NOBODY, group=NOBODY, extra_groups=[])
        if probe.returncode != 0 or not os.access(ROOT, os.X_OK):
            self.skipTest("the program cannot be run by another user here")
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []}

    def test_a_folder_that_may_not_be_written_is_told(self):
        out = self.folder / "out"
        out.mkdir()
        settings = self.settings()
        for ending in COMMANDS:
            path = out / f"out.{ending}"
            path.write_bytes(b"old")
            os.chmod(path, 0o666)  # the file might be written, its folder not
            os.chmod(out, 0o555)
            done = self.run_limited(words_of(ending, self.data, path), **settings)
            self.assertIn("Permission denied", done.stderr, ending)
            os.chmod(out, 0o755)
            self.check_refused(done, path.name, {path.name: b"old"}, out)
            path.unlink()

    def test_a_file_that_may_not_be_written_is_not_replaced(self):
        out = self.folder / "out"
        out.mkdir()
        os.chmod(out, 0o777)
        settings = self.settings()
        path = out / "out.geojson"
        path.write_bytes(b"old")
        os.chmod(path, 0o444)
        done = self.run_limited(words_of("geojson", self.data, path), **settings)
        self.assertIn("Permission denied", done.stderr)
        self.check_refused(done, path.name, {path.name: b"old"}, out)


class PulledAway(Fault):
    """The input is cut short at random moments: what is counted is the whole file, the short one, or nothing."""

    ROWS = 40_000

    def inputs(self):
        table = made_up(self.folder / "big.csv", self.ROWS)
        yield table
        for ending, driver in (("geojson", "GeoJSON"), ("gpkg", "GPKG"), ("fgb", "FlatGeobuf"), ("shp", "ESRI Shapefile")):
            path = self.folder / f"big.{ending}"
            subprocess.run([PROGRAM, "filter", str(table), "-o", str(path), "--quiet"], check=True)
            yield path

    def test_an_input_that_is_cut_short_while_it_is_read(self):
        chance = random.Random(7)
        seen = {}
        for path in self.inputs():
            whole = path.read_bytes()
            start = time.monotonic()
            subprocess.run([PROGRAM, "info", str(path)], check=True, capture_output=True)
            seconds = time.monotonic() - start
            for _ in range(10):
                path.write_bytes(whole)
                process = subprocess.Popen([PROGRAM, "info", str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                time.sleep(seconds * chance.random())
                os.truncate(path, int(len(whole) * chance.random()))
                said = process.communicate(timeout=60)[1]
                self.assertIn(process.returncode, (0, 3, 4), f"{path.name}: {said}")
                self.assertNotIn("internal fault", said)
                if process.returncode == 3:
                    self.assertIn(path.name, said)
                seen[process.returncode] = seen.get(process.returncode, 0) + 1
        print("inputs cut short, by exit code:", seen)


class LittleMemory(Fault):
    """Address space is limited step by step, from where the program just starts to where it has enough."""

    def starts_with(self, most):
        done = self.run_limited(["--version"], preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)))
        return done.returncode == 0

    def test_too_little_memory_is_a_sentence_and_an_exit_code(self):
        if SANITIZED:
            self.skipTest("a sanitizer maps far more than it uses")
        data = made_up(self.folder / "big.csv", 100_000)
        gpkg = self.folder / "big.gpkg"
        subprocess.run([PROGRAM, "filter", str(data), "-o", str(gpkg), "--quiet"], check=True)
        least = next(m for m in range(32, 4096, 8) if self.starts_with(m << 20)) << 20
        out = self.folder / "out"
        out.mkdir()
        seen = {}
        for command, source, ending in (("proximity", data, "geojson"), ("density", data, "tif"), ("filter", gpkg, "gpkg"),
                                        ("hotspots", data, "fgb"), ("filter", data, "csv")):
            path = out / f"out.{ending}"
            path.write_bytes(b"old")
            for extra in (2, 4, 8, 12, 12.5, 13, 14, 16, 32, 48, 64, 96, 128, 200, 256, 400, 512, 1024, 2048):
                most = least + int(extra * 2**20)
                done = self.run_limited([command, source, "-o", path, "--threads", "2"],
                                        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)))
                told = f"{command} {ending} with {extra} MiB: {done.returncode} {done.stderr}"
                seen[done.returncode] = seen.get(done.returncode, 0) + 1
                self.assertIn(done.returncode, (0, 6), told)
                if done.returncode == 0:
                    break
                self.assertIn("out of memory", done.stderr, told)
                self.assertEqual({p.name: p.read_bytes() for p in out.iterdir()}, {path.name: b"old"}, told)
            shutil.rmtree(out)
            out.mkdir()
        print("runs with little memory, by exit code:", seen)

    def test_a_file_that_memory_does_not_hold_is_read_in_parts(self):
        if SANITIZED:
            self.skipTest("a sanitizer maps far more than it uses")
        data, out = made_up(self.folder / "big.csv", 400_000), self.folder / "out.csv"
        limit = 120 << 20

        def limited(*options):
            return self.run_limited(["proximity", data, "-o", out, "--threads", "2", *options],
                                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit, limit)))
        done = limited()
        self.assertEqual(done.returncode, 6, done.stderr)
        self.assertIn("read a large file in parts with --memory", done.stderr)
        self.assertFalse(out.exists())
        done = limited("--memory", "32MB")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(out.read_bytes().count(b"\n"), 400_001)


main()

"""The Debian package: made by cpack, unpacked into an empty prefix, looked through and run there."""

import gzip
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

BUILD = pathlib.Path(os.environ["BORDERLENS_BUILD"])
for tool in ("cpack", "dpkg-deb", "dpkg-shlibdeps"):
    if shutil.which(tool) is None:
        print("skipped:", tool, "is not installed")
        sys.exit(77)

EXPECTED = """bin/borderlens
share/applications/borderlens.desktop
share/bash-completion/completions/borderlens
share/borderlens/datasets/README.md
share/borderlens/datasets/incidents_sample.csv
share/doc/borderlens/README.md
share/doc/borderlens/SECURITY.md
share/doc/borderlens/changelog.Debian.gz
share/doc/borderlens/changelog.gz
share/doc/borderlens/copyright
share/icons/hicolor/scalable/apps/borderlens.svg
share/man/man1/borderlens.1.gz
share/metainfo/borderlens.metainfo.xml
share/mime/packages/borderlens.xml
share/zsh/vendor-completions/_borderlens""".splitlines()


def run(*words, **settings):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True, timeout=300, **settings)


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="borderlens-package-"))
        run("cpack", "--config", BUILD / "CPackConfig.cmake", "-G", "DEB", "-B", cls.folder / "cpack")
        (cls.package,) = (cls.folder / "cpack").glob("*.deb")
        cls.root = cls.folder / "root"
        run("dpkg-deb", "-x", cls.package, cls.root)
        cls.prefix = cls.root / "usr"
        cls.program = cls.prefix / "bin" / "borderlens"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def environment(self):
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}

    def test_it_holds_what_a_user_needs_under_usr_alone(self):
        self.assertEqual([path.name for path in self.root.iterdir()], ["usr"])
        for name in EXPECTED:
            self.assertTrue((self.prefix / name).is_file(), name)
        self.assertEqual(list(self.prefix.rglob("recipes")), [])
        for path in self.prefix.rglob("*"):
            mode = path.stat().st_mode & 0o777
            wanted = 0o755 if path.is_dir() or path.parent.name == "bin" else 0o644
            self.assertEqual(mode, wanted, path)

    def test_the_libraries_are_among_its_dependencies(self):
        depends = run("dpkg-deb", "-f", self.package, "Depends").stdout
        names = {re.split(r"[ (]", word.strip())[0] for word in depends.split(",")}
        for program in (self.prefix / "bin").iterdir():
            needed = re.findall(r"NEEDED +(\S+)", run("objdump", "-p", program).stdout)
            where = dict(re.findall(r"(\S+) => (\S+)", run("ldd", program).stdout))
            for library in needed:
                if library not in where:
                    continue
                owner = subprocess.run(["dpkg", "-S", os.path.realpath(where[library])], capture_output=True, text=True).stdout.split(":")[0]
                if owner and not owner.startswith(("libc6", "libgcc")):
                    self.assertIn(owner, names, f"{program.name} needs {library}")
        self.assertIn("fonts-noto-core", names)
        self.assertRegex(depends, r"libgdal\d+ \(>= 3\.")

    def test_it_runs_where_it_was_unpacked_with_its_own_datasets(self):
        out = self.folder / "o.geojson"
        sample = self.prefix / "share" / "borderlens" / "datasets" / "incidents_sample.csv"
        version = run(self.program, "--version", env=self.environment()).stdout
        self.assertRegex(version, r"^borderlens \d+\.\d+\.\d+")
        run(self.program, "proximity", sample, "-o", out, env=self.environment())
        self.assertGreater(out.stat().st_size, 10_000)
        run(self.program, "render", sample, "-o", self.folder / "map.png", "--width", "600", "--height", "500", env=self.environment())
        # Its own: with the lines of this copy spoilt, and nothing else, there is no border.
        borders = self.prefix / "share" / "borderlens" / "datasets" / "borders"
        kept = {path: path.read_bytes() for path in borders.rglob("*") if path.is_file()}
        for path in kept:
            path.write_bytes(b"spoilt")
        done = subprocess.run([self.program, "proximity", sample, "-o", out], capture_output=True, text=True, env=self.environment())
        for path, data in kept.items():
            path.write_bytes(data)
        self.assertEqual(done.returncode, 3, done.stderr)

    def test_programs_carry_no_symbols_and_no_paths_of_the_build(self):
        for program in (self.prefix / "bin").iterdir():
            self.assertNotIn(".debug_info", run("objdump", "-h", program).stdout)
            self.assertIsNone(re.search(r"R(UN)?PATH", run("objdump", "-p", program).stdout), program)

    def test_the_manual_page_and_the_changelog_can_be_read(self):
        page = self.prefix / "share" / "man" / "man1" / "borderlens.1.gz"
        self.assertIn(b".TH BORDERLENS", gzip.decompress(page.read_bytes()))
        self.assertIn(b"# Changes", gzip.decompress((self.prefix / "share/doc/borderlens/changelog.gz").read_bytes()))

    def completed(self, *words):
        script = (f'export PATH="{self.prefix}/bin:$PATH"; . "{self.prefix}/share/bash-completion/completions/borderlens"; '
                  f'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _borderlens; printf "%s\\n" "${{COMPREPLY[@]}}"')
        return run("bash", "-c", script, "bash", *words, env=self.environment()).stdout.split()

    def test_bash_completes_commands_and_options(self):
        self.assertEqual(self.completed("borderlens", "dens"), ["density"])
        self.assertIn("proximity", self.completed("borderlens", ""))
        self.assertEqual(self.completed("borderlens", "filter", "--coa"), ["--coarsen"])
        self.assertIn("--output", self.completed("borderlens", "density", "a.csv", "--o"))
        self.assertEqual(self.completed("borderlens", "filter", "--no-such"), [])

    def test_zsh_takes_the_completion(self):
        if shutil.which("zsh") is None:
            self.skipTest("zsh is not installed")
        run("zsh", "-n", self.prefix / "share/zsh/vendor-completions/_borderlens")
        self.assertIn("borderlens density", self.typed_in_zsh("borderlens dens\t"))
        self.assertIn("--coarsen", self.typed_in_zsh("borderlens filter --coars\t"))

    def typed_in_zsh(self, keys):
        """What an interactive zsh shows on its terminal after these keys."""
        main, terminal = pty.openpty()
        shell = subprocess.Popen(["zsh", "-f", "-i"], stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True,
                                 env=self.environment() | {"TERM": "dumb", "PROMPT": "READY "})
        os.close(terminal)
        shown = ""

        def read_until(wanted):
            nonlocal shown
            end = time.monotonic() + 60
            while wanted not in shown and time.monotonic() < end and select.select([main], [], [], 5)[0]:
                shown += os.read(main, 4096).decode(errors="replace")

        folder = self.prefix / "share" / "zsh" / "vendor-completions"
        os.write(main, f'unsetopt zle_bracketed_paste; path=({self.prefix}/bin $path); fpath=({folder} $fpath); '
                       f'autoload -Uz compinit; compinit -D -u; echo SETUP\n'.encode())
        read_until("\nSETUP")
        shown = ""
        os.write(main, keys.encode())
        read_until(keys.strip().split(" ")[-1] + "\t")  # never shown: reads until nothing comes any more
        shell.kill()
        shell.wait()
        os.close(main)
        return shown

    def test_the_desktop_knows_it(self):
        for tool, words in (("desktop-file-validate", ["share/applications/borderlens.desktop"]),
                            ("xmllint", ["--noout", "share/mime/packages/borderlens.xml", "share/metainfo/borderlens.metainfo.xml"])):
            if shutil.which(tool):
                run(tool, *[word if word.startswith("--") else self.prefix / word for word in words])
        if shutil.which("appstreamcli"):
            done = subprocess.run(["appstreamcli", "validate", "--no-net", self.prefix / "share/metainfo/borderlens.metainfo.xml"],
                                  capture_output=True, text=True)
            self.assertEqual([line for line in done.stdout.splitlines() if line.startswith("E:")], [])
        if shutil.which("update-mime-database"):
            mime = self.prefix / "share" / "mime"
            copy = self.folder / "mime"
            shutil.copytree(mime, copy)
            run("update-mime-database", copy)
            self.assertIn("application/x-borderlens-study+json", (copy / "globs2").read_text())

    def test_lintian_has_no_error(self):
        if shutil.which("lintian") is None:
            self.skipTest("lintian is not installed")
        done = subprocess.run(["lintian", self.package], capture_output=True, text=True)
        # A project without a domain of its own has no reverse domain name for its id, and no bug asked for its package.
        accepted = ("cid-desktopapp-is-not-rdns", "initial-upload-closes-no-bugs")
        found = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))]
        self.assertEqual([line for line in found if not any(word in line for word in accepted)], [])


unittest.main()

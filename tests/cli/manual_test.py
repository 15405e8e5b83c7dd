"""The man page and the README know every option of --help."""

import os
import re
import subprocess

from borderlens import ROOT, Case, main, run

COMMANDS = ("info", "filter", "proximity", "density", "hotspots", "clusters", "districts", "trend", "compare", "strip", "render", "report", "run", "view")


def options_of(help_text):
    """Long options at the beginning of a line of --help, as CLI11 and the viewer print them."""
    return set(re.findall(r"^  (?:-\w,\s?)?(--[a-z][a-z0-9-]*)", help_text, re.MULTILINE))


def mentioned(text):
    return set(re.findall(r"--[a-z][a-z0-9-]*", text))


class Manual(Case):
    def setUp(self):
        super().setUp()
        self.man = (ROOT / "packaging" / "borderlens.1").read_text(encoding="utf-8").replace("\\-", "-")
        self.readme = (ROOT / "README.md").read_text(encoding="utf-8")

    def test_the_help_of_every_command_is_understood_here(self):
        for command in COMMANDS:
            self.assertIn("--help", options_of(run(command, "--help")[0]), command)
        self.assertGreater(len(options_of(run("render", "--help")[0])), 50)
        listed = re.findall(r"^  ([a-z]+)  ", run("--help")[0].split("Subcommands:")[1], re.MULTILINE)
        self.assertEqual(sorted(listed), sorted(COMMANDS))

    def test_every_option_is_in_the_man_page_and_in_the_readme(self):
        for command in COMMANDS:
            options = options_of(run(command, "--help")[0])
            self.assertEqual(options - mentioned(self.man), set(), f"{command}: missing in packaging/borderlens.1")
            self.assertEqual(options - mentioned(self.readme), set(), f"{command}: missing in README.md")

    def test_the_man_page_and_the_readme_name_no_option_that_is_not_there(self):
        known = {"--all", "--build", "--preset", "--install", "--workflow", "--version"}  # of CMake and of the program
        viewer = os.environ.get("BORDERLENS_VIEWER")
        if viewer:
            known |= options_of(subprocess.run([viewer, "--help"], capture_output=True, text=True, check=True).stdout)
        else:
            known |= {"--theme", "--size", "--script", "--scale", "--profile"}
        for command in COMMANDS:
            known |= options_of(run(command, "--help")[0])
        self.assertEqual(mentioned(self.man) - known, set())
        self.assertEqual(mentioned(self.readme) - known, set())

    def test_every_option_of_the_viewer_is_in_the_man_page(self):
        viewer = os.environ.get("BORDERLENS_VIEWER")
        if not viewer:
            self.skipTest("built without the viewer")
        text = subprocess.run([viewer, "--help"], capture_output=True, text=True, check=True).stdout
        self.assertEqual((options_of(text) | {"--version"}) - mentioned(self.man), set())


main()

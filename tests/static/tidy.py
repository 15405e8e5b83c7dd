"""clang-tidy over many files at once: tidy.py BUILD JOBS [FILE...]

Most of clang-tidy's time goes into the headers of the standard library, once for each file. So files whose file-local names do
not collide are included by one file, as in a unity build, and looked at together; a group that does not compile so is
looked at file by file. Prints each finding once; exit code 1 when there is one.
"""

import collections
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("geo", "app")
LINES_OF_A_GROUP = 2500
FINDING = re.compile(r"^(?P<place>/[^:]+:\d+:\d+): (?:warning|error): .*\[(?P<check>[^\]]+)\]$", re.MULTILINE)
DECLARED = re.compile(r"(?<![\w:.])([A-Za-z]\w*)\s*(?=[({=;\[])")
TYPE = re.compile(r"^(?:struct|class|enum class|using) (\w+)")
NO_NAMES = {"std", "fs", "geo", "app", "Json", "return", "const", "void", "bool", "double"}


def open_lines(text):
    """Lines that declare something for a namespace: in this house they are not indented."""
    return [line for line in text.splitlines() if re.match(r"[A-Za-z\[]", line)]


def local_names(text):
    """What a file declares for itself in its anonymous namespaces: (types, all names)."""
    types, names = set(), set()
    for body in re.findall(r"^namespace \{$(.*?)^\} // namespace$", text, re.MULTILINE | re.DOTALL):
        for line in open_lines(body):
            types |= set(TYPE.findall(line))
            names |= set(DECLARED.findall(line))
    return types - NO_NAMES, (names | types) - NO_NAMES


def shared_types():
    """Types of the headers: a file with one of its own of such a name keeps to itself."""
    headers = [header for room in ROOMS for header in (ROOT / room).glob("**/*.hpp")]
    return {name for header in headers for line in open_lines(header.read_text("utf-8")) for name in TYPE.findall(line)}


def flags(command):
    """The arguments that decide what a file means: without the compiler's launcher, output and source."""
    words = command.split(" -o ")[0].split()
    while not words[0].endswith(("g++", "c++", "cc", "clang++")):
        words.pop(0)
    return " ".join(words)


def fits(group, lines, names):
    return not group["alone"] and group["lines"] + lines <= LINES_OF_A_GROUP and not names & group["names"]


def grouped(files, shared):
    """Files in lists whose local names differ, each of about LINES_OF_A_GROUP lines."""
    groups = []
    for file in sorted(files):
        text = file.read_text(encoding="utf-8")
        types, names = local_names(text)
        lines, alone = text.count("\n"), bool(types & shared)
        group = None if alone else next((g for g in groups if fits(g, lines, names)), None)
        if group is None:
            group = {"files": [], "names": set(), "lines": 0, "alone": alone}
            groups.append(group)
        group["files"].append(file)
        group["names"] |= names
        group["lines"] += lines
    return [group["files"] for group in groups]


def write_source(source, files):
    source.write_text("".join(f'#include "{file}" // NOLINT(bugprone-suspicious-include)\n' for file in files))


def write_groups(entries, folder):
    """One source for each group, and the compile commands that clang-tidy reads; returns {source: its files}."""
    by_flags = collections.defaultdict(list)
    for entry in entries:
        by_flags[flags(entry["command"])].append(pathlib.Path(entry["file"]))
    folder.mkdir(parents=True, exist_ok=True)
    groups, commands, shared = {}, [], shared_types()
    for same_flags, files in by_flags.items():
        for group in grouped(files, shared):
            source = folder / f"group_{len(groups)}.cpp"
            write_source(source, group)
            commands.append({"directory": str(folder), "file": str(source), "command": f"{same_flags} -c {source}"})
            groups[source] = group
    (folder / "compile_commands.json").write_text(json.dumps(commands, indent=1))
    return groups


def run(*call):
    done = subprocess.run([str(word) for word in call], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def take_out_strangers(source, files, folder):
    """Takes files out of a group until the rest compiles together; returns them."""
    strangers = []
    while len(files) > 1:
        said = run("clang-check", "-p", folder, "--extra-arg=-w", source)
        error = said.find(" error: ")
        if error < 0:
            break
        # The last of the group's files named up to the error: it stands there, or includes what does.
        stranger = max(files, key=lambda file: said.rfind(f"{file}:", 0, error))
        files.remove(stranger)
        strangers.append(stranger)
        write_source(source, files)
    return strangers


def tidied(build, source):
    said = run("clang-tidy", "-quiet", "-p", build, source)
    if "error:" in said and not FINDING.search(said) or "PLEASE submit a bug report" in said:
        sys.exit(f"clang-tidy did not get through {source}:\n{said}")
    return said


def look_at(source, files, folder, build):
    """What clang-tidy says of a group."""
    strangers = take_out_strangers(source, files, folder)
    return tidied(folder, source) + "".join(tidied(build, file) for file in strangers)


def findings(text):
    """(place and check, the finding's lines) of what clang-tidy printed."""
    found, key = {}, None
    for line in text.splitlines():
        if match := FINDING.match(line):
            key = (match["place"], match["check"])
            found.setdefault(key, [line])
        elif key and not line.startswith("Suppressed"):
            found[key].append(line)
    return found


def main():
    build, jobs = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    entries = json.loads((build / "compile_commands.json").read_text())
    entries = [e for e in entries if pathlib.Path(e["file"]).is_relative_to(ROOT)]
    wanted = {pathlib.Path(name).resolve() for name in sys.argv[3:]}
    if wanted:
        entries = [e for e in entries if pathlib.Path(e["file"]) in wanted]
    else:
        entries = [e for e in entries if pathlib.Path(e["file"]).relative_to(ROOT).parts[0] in ROOMS]
    folder = ROOT / "build" / "static" / "tidy"
    groups = write_groups(entries, folder)
    found = {}
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for said in pool.map(lambda item: look_at(*item, folder, build), groups.items()):
            for key, lines in findings(said).items():
                if key not in found:
                    found[key] = lines
                    print("\n".join(lines).replace(f"{ROOT}/", ""), flush=True)
    print(f"clang-tidy: {len(found)} findings in {len(entries)} files ({len(groups)} groups)")
    sys.exit(1 if found else 0)


main()

"""Bad files end in a sentence: no crash, no hang, the documented exit code, the good rows kept.

The corpus is made in a folder of its own when the test runs (tests/data/bad). TABLE.md there is what was said about
each case; `bad_input_test.py --accept` renews it, an argument runs the cases with it in their names."""

import concurrent.futures
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "data" / "bad"))

from borderlens import PROGRAM, ROOT, SMALL  # noqa: E402

try:
    import make_bad  # noqa: E402
    from osgeo import gdal  # noqa: E402
except ImportError as error:
    print("skipped:", error)
    sys.exit(77)

TABLE = ROOT / "tests" / "data" / "bad" / "TABLE.md"
SANITIZED = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes() or b"__tsan_init" in pathlib.Path(PROGRAM).read_bytes()
SECONDS = 60 if SANITIZED else 20
MOST_BYTES = 4 << 30  # of address space; a sanitizer maps far more than it uses


def limit_memory():
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


def run(case, folder):
    """Exit code (None: not ended in time), stdout, stderr."""
    unique = re.sub(r"\W", "_", case.name)
    places = {"file": folder / case.name, "small": folder / "small.csv", "rejects": folder / f"rejects_{unique}",
              "out": folder / f"out_{unique}"}
    words = [word.format(**places) for word in make_bad.USES[case.use]]
    try:
        done = subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS,
                              preexec_fn=limit_memory)
    except subprocess.TimeoutExpired:
        return None, "", ""
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def sentences(stderr, folder, case):
    """What was said about the file: without local paths, GDAL's own words (other versions have others) and numbers
    of bytes."""
    text = stderr.replace(str(folder / pathlib.Path(case.name).parent) + "/", "").replace(str(folder) + "/", "")
    text = re.sub(r" \(GDAL: .*?\)$", "", text, flags=re.MULTILINE)
    lines = [re.sub(r"\s+", " ", line).strip().removeprefix("borderlens: ") for line in text.splitlines()]
    if case.use != "incidents":  # what is said about the sound table of incidents is no news
        lines = lines[1:2] if case.code == 0 else lines[-1:]
    lines = [line for line in lines if "(--rejects FILE" not in line]
    told = "; ".join(line for line in lines if line)
    told = "".join(c if c.isprintable() else "?" for c in told)
    return told if len(told) <= 220 else told[:217] + "..."


def faults(case, code, stdout, stderr, folder):
    """What is wrong with the answer; empty when nothing is."""
    name = pathlib.Path(case.name).name
    if code is None:
        return [f"not ended after {SECONDS} s"]
    if code < 0:
        return [f"ended by signal {-code}"]
    found = [] if code == case.code else [f"exit code {code}, not {case.code}"]
    found += [f"does not say '{word}'" for word in case.words if word not in stderr]
    if code != 0 and case.named and name not in stderr:
        found.append("does not name the file")
    if "internal fault" in stderr or "Sanitizer" in stderr or "runtime error" in stderr:
        found.append("internal fault")
    if len(stderr) > 20_000:
        found.append(f"{len(stderr)} letters on standard error")
    if case.kept is not None and code == 0:
        kept = json.loads(stdout)["incidents"]
        found += [f"keeps {kept} incidents, not {case.kept}"] if kept != case.kept else []
    if case.rejects:
        path = folder / ("rejects_" + re.sub(r"\W", "_", case.name))
        lines = path.read_bytes().decode("utf-8", "replace").split("\r\n") if path.exists() else []
        found += [f"no line of the rejects begins with '{start}': {lines[1:4]}" for start in case.rejects
                  if not any(line.startswith(start) for line in lines)]
    return found


def made(folder, only):
    """The corpus, the sound table, and each file as it was: the program must not change it nor write beside it."""
    (folder / "small.csv").write_text(SMALL, encoding="utf-8")
    cases = make_bad.make(folder, only)
    return cases, {path for kind in {case.kind for case in cases} for path in (folder / kind).rglob("*")}


def table_of(rows):
    lines = ["# What is said about each bad file", "",
             "Made by `tests/cli/bad_input_test.py --accept` with GDAL " + gdal.__version__ + "; do not edit. "
             "Case, exit code, incidents kept, what standard error says.", "",
             "| Case | Given as | Exit | Kept | Sentence |", "| --- | --- | --- | --- | --- |"]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def compare(table):
    known = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
    if f"GDAL {gdal.__version__};" not in known:
        print("the table was made with another GDAL; the sentences are not compared")
        return 0
    if known == table:
        return 0
    old, new = set(known.splitlines()), set(table.splitlines())
    for line in sorted(old ^ new):
        print("+" if line in new else "-", line)
    print("the sentences differ from tests/data/bad/TABLE.md; look at them, then run with --accept")
    return 1


def main():
    arguments = [word for word in sys.argv[1:] if word != "--accept"]
    accept, only = "--accept" in sys.argv, arguments[0] if arguments else ""
    n_failed, rows = 0, []
    with tempfile.TemporaryDirectory(prefix="borderlens-bad-") as name:
        folder = pathlib.Path(name)
        cases, before = made(folder, only)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            answers = list(pool.map(lambda case: run(case, folder), cases))
        for case, (code, stdout, stderr) in zip(cases, answers):
            wrong = faults(case, code, stdout, stderr, folder)
            n_failed += bool(wrong)
            said = sentences(stderr, folder, case)
            if wrong:
                print(f"{ascii(case.name)}: {'; '.join(wrong)}\n    {said}")
            kept = str(json.loads(stdout)["incidents"]) if case.use == "incidents" and code == 0 else ""
            rows.append((case.name.encode("ascii", "replace").decode(), case.use, str(code), kept, said))
        beside = {p for kind in {c.kind for c in cases} for p in (folder / kind).rglob("*")} ^ before
        if beside:
            n_failed += 1
            print("written or removed beside the inputs:", sorted(str(p.relative_to(folder)) for p in beside))
    print(f"{len(cases)} cases, {n_failed} failed")
    table = table_of(sorted(rows))
    if accept and not only:
        TABLE.write_text(table, encoding="utf-8")
    elif not only:
        n_failed += compare(table)
    sys.exit(1 if n_failed else 0)


main()

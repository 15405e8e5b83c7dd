"""The viewer in bad times: killed at random moments it finds its work again, and a full disk or a folder that may not be
written is told while it goes on.

    faults_test.py VIEWER SAMPLE [KILLS] [SEED]"""

import json
import os
import pathlib
import pty
import random
import resource
import subprocess
import sys
import tempfile
import time

VIEWER, SAMPLE = sys.argv[1:3]
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 20
CHANCE = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
MOST_LOST_S = 5


def run_script(folder, text, **settings):
    script = folder / "script"
    script.write_text(text)
    return subprocess.run([VIEWER, "--profile", str(folder / "profile"), "--size", "1000x700", "--script", str(script)],
                          capture_output=True, text=True, timeout=300, cwd=folder, **settings)


def worked(folder, delay):
    """A session that changes the range of time again and again, killed so many seconds after the first change; what was
    said, with the time it was said at."""
    lines = [f'open "{SAMPLE}"', "wait"]
    for i in range(400):
        lines += [f"drag timeline 0.1 0.5 {0.2 + 0.7 * (i % 37) / 37:.3f} 0.5", "wait", "say shown"]
    script = folder / "script"
    script.write_text("\n".join(lines) + "\n")
    ours, theirs = pty.openpty()  # a terminal: every line comes as it is said
    process = subprocess.Popen([VIEWER, "--profile", str(folder / "profile"), "--size", "1000x700", "--script", str(script)],
                               stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    said, end, text = [], None, b""
    os.set_blocking(ours, False)
    while end is None or time.monotonic() < end:
        assert process.poll() is None, "the viewer ended by itself"
        try:
            text += os.read(ours, 4096)
        except (BlockingIOError, OSError):
            time.sleep(0.002)
        while b"\n" in text:
            line, text = text.split(b"\n", 1)
            said.append((time.monotonic(), int(line.split()[1])))
            end = end or time.monotonic() + delay
    process.kill()
    process.wait()
    os.close(ours)
    return said, time.monotonic()


def faults_of_kill(folder, delay):
    """What is wrong after a kill; and whether there was work to be found."""
    said, killed = worked(folder, delay)
    kept = [path for path in (folder / "profile" / "unsaved").glob("*.unsaved.json")] if (folder / "profile").exists() else []
    for path in kept:
        try:
            json.loads(path.read_text())
        except ValueError:
            return [f"{path.name} is cut off"], True
    if not kept:
        late = [when for when, _ in said if when < killed - MOST_LOST_S]
        return ([f"nothing was kept of {len(said)} changes"] if late else []), False
    done = run_script(folder, 'expect unsaved = 1\nclick "unsaved incidents_sample"\nwait\nexpect changes on\nsay shown\n')
    if done.returncode != 0:
        return [f"the next start: {done.stdout} {done.stderr}"], True
    found = int(done.stdout.split()[1])
    # What was shown at some moment of the last seconds, or is shown by what was being done just then.
    before = [n for when, n in said if when <= killed - MOST_LOST_S][-1:]
    recent = before + [n for when, n in said if when > killed - MOST_LOST_S]
    if said and found not in recent and found in [n for _, n in said]:
        return [f"found {found}, which was shown more than {MOST_LOST_S} s before the end; then {recent}"], True
    return [], True


def kills():
    n_failed = n_found = 0
    for _ in range(KILLS):
        with tempfile.TemporaryDirectory(prefix="borderlens-viewer-") as name:
            wrong, found = faults_of_kill(pathlib.Path(name), CHANCE.uniform(0, 8))
            n_found += found
            if wrong:
                n_failed += 1
                print("killed:", "; ".join(wrong))
    print(f"{KILLS} kills of the viewer: work was there to be found after {n_found}, {n_failed} failed")
    return n_failed


def full_disk():
    """No file may grow over 64 KiB: an export of thousands of incidents fails, the next one that fits does not."""
    with tempfile.TemporaryDirectory(prefix="borderlens-viewer-") as name:
        folder = pathlib.Path(name)
        (folder / "big.geojson").write_text("old")
        done = run_script(folder, f"""open "{SAMPLE}"
wait
export incidents "{folder}/big.geojson"
wait
expect taken_failed = 1
expect notice != ""
say notice
drag timeline 0.4 0.5 0.41 0.5
wait
expect shown < 200
export incidents "{folder}/small.geojson"
wait
expect taken_failed = 0
expect "features:{folder}/small.geojson" > 0
expect changes on
export incidents "/proc/nowhere.geojson"
wait
expect taken_failed = 1
say notice
expect shown < 200
""", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16)))
        print(done.stdout + done.stderr, end="")
        left = sorted(path.name for path in folder.iterdir())
        ok = (done.returncode == 0 and "File too large" in done.stdout and (folder / "big.geojson").read_text() == "old" and
              left == ["big.geojson", "profile", "script", "small.geojson"])
        if not ok:
            print("a full disk:", done.returncode, left)
        return 0 if ok else 1


sys.exit(1 if full_disk() + kills() else 0)

"""What a case of the corpus is, and the two ways to write one down."""

from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Optional

CASES = []

# How the file of a case is given to the program; {file} is the file, {small} a sound table of five incidents.
USES = {
    "incidents": ("info", "{file}", "--json", "--rejects", "{rejects}"),
    "border": ("proximity", "{small}", "--border", "{file}", "--neighbour", "AFG", "--no-intervals", "--json"),
    "area": ("filter", "{small}", "--area", "{file}", "-o", "{out}.geojson"),
    "districts": ("proximity", "{small}", "--districts", "{file}", "--json"),
    "reference": ("render", "{small}", "--reference", "{file}", "--size", "240x200", "-o", "{out}.png"),
    "backdrop": ("render", "{small}", "--backdrop", "{file}", "--size", "240x200", "-o", "{out}.png"),
    "study": ("run", "{file}", "--allow-outside"),
}


@dataclass(frozen=True)
class Case:
    name: str  # the file of the case, its first folder the kind: "csv/june_31.csv"
    make: Callable[[Path], None]
    code: int
    words: tuple  # each stands in the sentence
    use: str = "incidents"
    kept: Optional[int] = None  # incidents that info counts, where some are good
    rejects: tuple = ()  # beginnings of the lines of the rejects file: row, field and value of each bad record
    named: bool = True  # whether the sentence names the file

    @property
    def kind(self):
        return self.name.split("/")[0]


def case(name, content, code, *words, **more):
    """A file of given bytes or text, or one that a function writes."""

    def write(path):
        if callable(content):
            content(path)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    CASES.append(Case(name, write, code, words, **more))


def flipped(data, at, bits=0xFF):
    """The bytes with some bits of the one at `at` (from the end when below 0) turned over."""
    out = bytearray(data)
    out[at] ^= bits
    return bytes(out)

"""Names in the tables of a pack are words that repair knows.

Invariant: a name is mended as its table writes it, and a name that some table writes in two
words is never made one.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from rasad.stages.repair.letters import HALF_SPACE

_COLUMNS = ("fa", "adjective", "government")
_COMMON = 200  # two words seen so often may stand side by side by chance: «میدان شهر»


def add_names(
    folder: Path, words: dict[str, int], compounds: dict[str, str]
) -> tuple[list[str], set[tuple[str, str]]]:
    """Return the names to be joined however they are written, and the neighbours within names.

    All names are in `words` and `compounds` afterwards.
    """
    cells = "|".join(_cells(folder)).replace("|", " | ").split()
    known = set(cells)
    whole = [name for name in known if HALF_SPACE in name]
    for name in known.difference(words, whole, "|"):
        words[name] = 0  # left alone, but no stem of other words
    found = []
    beside = set(pairwise(cells))
    for name in whole:
        glued = name.replace(HALF_SPACE, "")
        if compounds.setdefault(glued, name) is name and _is_safe(name.split(HALF_SPACE), words, beside):
            found.append(name)
    return found, beside


def _is_safe(parts: list[str], words: dict[str, int], beside: set[tuple[str, str]]) -> bool:
    if (parts[0], parts[-1]) in beside:
        return False
    return min(words.get(part, 0) for part in parts) < _COMMON


def _cells(folder: Path) -> Iterator[str]:
    """Yield the cells that hold names, of every table that has names."""
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8") as lines:
            header = next((line for line in lines if line[0] not in "#\n"), "").rstrip("\n").split("\t")
            named = "fa" in header and "name" in header
            columns = [header.index(column) for column in _COLUMNS if column in header]
            for line in lines if named else ():
                if line[0] != "#":
                    cells = line.rstrip("\n").split("\t")
                    yield from [cells[column] for column in columns if column < len(cells)]

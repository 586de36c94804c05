"""The words repair knows, read from the tables of a language pack.

Invariant: a word that stands in the list is never split, and only a listed compound or a
regular form of a listed word is ever put together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from rasad.stages.repair.letters import FOLD, HALF_SPACE

_NAME_COLUMNS = ("fa", "adjective", "government")
_CAUSED = "\u0627\u0646\u062f"  # makes the past stem of the causative from a present stem
_AND = "\u0648"
_COMMON = 200
_APART = "apart"  # a compound whose parts also stand side by side as words of their own


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """Word forms with counts, compounds by their glued form and by their parts, and affixes."""

    folder: Path
    words: Mapping[str, int]
    compounds: Mapping[str, str]
    pairs: Mapping[tuple[str, str], str]
    triples: Mapping[tuple[str, str, str], str]
    affixes: Mapping[str, frozenset[str]]

    def __getitem__(self, kind: str) -> frozenset[str]:
        return self.affixes.get(kind, frozenset())


def load_words(folder: Path) -> WordList:
    """Return the list made of `words.tsv`, `affixes.tsv`, `verbs.tsv` and every table of names in `folder`."""
    words: dict[str, int] = {}
    compounds: dict[str, str] = {}
    together: list[str] = []
    for form, count, note in _forms(folder / "words.tsv"):
        if HALF_SPACE not in form and " " not in form:
            words[form] = count
            continue
        compounds[form.replace(HALF_SPACE, "").replace(" ", "")] = form
        if note != _APART:
            together.append(form)
    together += _add_names(folder, words, compounds)
    pairs, triples = _parts(together, words)
    return WordList(folder, words, compounds, pairs, triples, affixes_of(folder))


def _add_names(folder: Path, words: dict[str, int], compounds: dict[str, str]) -> Iterator[str]:
    """Yield the names that are joined however they were written, once all are in `words` and `compounds`."""
    side_by_side: set[str] = set()
    whole: set[str] = set()
    for name in _names(folder):
        parts = name.split()
        side_by_side.update(map("".join, pairwise(parts)))
        for part in parts:
            if HALF_SPACE in part:
                whole.add(part)
            else:
                words.setdefault(part, 1)
    for name in whole:
        glued = name.replace(HALF_SPACE, "")
        if glued in compounds:
            continue
        compounds[glued] = name
        # A name that some table has in two words stays so, and so do two common words that make a name.
        if glued not in side_by_side and min(words.get(part, 0) for part in name.split(HALF_SPACE)) < _COMMON:
            yield name


def _forms(path: Path) -> Iterator[tuple[str, int, str]]:
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if line and line[0] != "#":
            form, count, note = (line + "\t\t").split("\t")[:3]
            yield form, int(count or 1), note


def affixes_of(folder: Path) -> dict[str, frozenset[str]]:
    """Return the affixes and verb stems in the tables of `folder`, by kind."""
    found = _stems(folder / "verbs.tsv")
    for line in (folder / "affixes.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        if line and line[0] != "#":
            kind, forms = line.split("\t")[:2]
            found.setdefault(kind, set()).update(forms.split("|"))
    return {kind: frozenset(forms) for kind, forms in found.items()}


def _stems(path: Path) -> dict[str, set[str]]:
    """Return the past, present and spoken stems of the verbs in a table of infinitives."""
    found: dict[str, set[str]] = {"past": set(), "present": set(), "spoken": set()}
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        cells = dict(zip(columns, line.split("\t"), strict=False))
        found["past"].add(cells["infinitive"][:-1])
        found["present"].update(_shortened(cells.get("present", "")))
        found["past"].update(f"{stem}{_CAUSED}" for stem in cells.get("present", "").split("|"))
        found["spoken"].update(cells.get("spoken", "").split("|"))
    return {kind: stems - {""} for kind, stems in found.items()}


def _shortened(stems: str) -> Iterator[str]:
    """Yield each stem, and the one that has lost its last yeh before a vowel."""
    for stem in stems.split("|"):
        yield stem
        if stem[-2:] in ("\u0627\u06cc", "\u0648\u06cc"):
            yield stem[:-1]


def _names(folder: Path) -> Iterator[str]:
    """Yield every name in the tables that have names."""
    for path in sorted(folder.glob("*.tsv")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
        header = lines[0].split("\t") if lines else []
        if "fa" not in header or "name" not in header:
            continue
        columns = [header.index(column) for column in _NAME_COLUMNS if column in header]
        for line in lines[1:]:
            cells = line.split("\t")
            for column in columns:
                if column < len(cells):
                    yield from cells[column].translate(FOLD).split("|")


def _parts(
    forms: list[str], words: Mapping[str, int]
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str, str], str]]:
    pairs: dict[tuple[str, str], str] = {}
    triples: dict[tuple[str, str, str], str] = {}
    for form in forms:
        parts = form.split(HALF_SPACE)
        if len(parts) == 2:
            pairs[parts[0], parts[1]] = form
            if parts[1][0] == _AND and parts[1][1:] in words:  # «گفت‌وگو» is also written in three words
                triples[parts[0], parts[1][0], parts[1][1:]] = form
        elif len(parts) == 3:
            triples[parts[0], parts[1], parts[2]] = form
    return pairs, triples

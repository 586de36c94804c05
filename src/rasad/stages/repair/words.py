"""The words repair knows, read from the tables of a language pack.

Invariant: a word that stands in the list is never split, and only a listed compound or a
regular form of a listed word is ever put together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rasad.stages.repair.letters import HALF_SPACE
from rasad.stages.repair.names import add_names

_ENDINGS = ("loose-ending", "heh-ending", "participle-ending")
_APART = "apart"  # a compound whose parts also stand side by side as words of their own


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """Word forms with counts, compounds by their glued form and by their parts, and affixes."""

    folder: Path
    words: Mapping[str, int]
    compounds: Mapping[str, str]
    pairs: Mapping[tuple[str, str], str]
    triples: Mapping[tuple[str, str, str], str]
    firsts: frozenset[str]  # parts that begin some compound
    seconds: frozenset[str]  # parts that end one
    graded: frozenset[str]  # words of which there are degrees
    apart: frozenset[tuple[str, str]]  # neighbours in a name of which the second looks like an ending
    affixes: Mapping[str, frozenset[str]]

    def __getitem__(self, kind: str) -> frozenset[str]:
        return self.affixes.get(kind, frozenset())

    def count(self, word: str) -> int:
        """Return how often `word` was seen as a word of one part."""
        return self.words.get(word, 0)

    def is_name(self, left: str, right: str) -> bool:
        """Return whether one of the two is a usual part of names, which are left as they are."""
        names = self["name-part"]
        return left in names or right in names


def load_words(folder: Path) -> WordList:
    """Return the list made of `words.tsv`, `affixes.tsv`, `verbs.tsv` and every table of names in `folder`."""
    words: dict[str, int] = {}
    compounds: dict[str, str] = {}
    together: list[str] = []
    graded: set[str] = set()
    for line in (folder / "words.tsv").read_text(encoding="utf-8").split("\n")[1:]:
        if not line or line[0] == "#":
            continue
        form, count, *note = line.split("\t")
        if HALF_SPACE in form or " " in form:
            compounds[form.replace(HALF_SPACE, "").replace(" ", "")] = form
            if _APART not in note:
                together.append(form)
        else:
            words[form] = int(count)
            if note:
                graded.add(form)
    split = [form.split(HALF_SPACE) for form in compounds.values() if HALF_SPACE in form]
    firsts, seconds = frozenset(parts[0] for parts in split), frozenset("".join(parts[1:]) for parts in split)
    names, beside = add_names(folder, words, compounds)
    together += names
    affixes = affixes_of(folder)
    joins = tuple(affixes.get("conjunction", ()))
    pairs, triples = _parts(together, words, joins)
    seconds |= {pair[1] for pair in pairs if pair[1].startswith(joins)}
    endings: frozenset[str] = frozenset().union(*(affixes.get(kind, ()) for kind in _ENDINGS))
    apart = frozenset(pair for pair in beside if pair[1] in endings)
    return WordList(folder, words, compounds, pairs, triples, firsts, seconds, frozenset(graded), apart, affixes)


def affixes_of(folder: Path) -> dict[str, frozenset[str]]:
    """Return the affixes and verb stems in the tables of `folder`, by kind."""
    found: dict[str, set[str]] = {"past": set(), "present": set(), "spoken": set()}
    for line in (folder / "affixes.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        if line and line[0] != "#":
            kind, forms = line.split("\t")[:2]
            found.setdefault(kind, set()).update(forms.split("|"))
    _add_stems(folder / "verbs.tsv", found)
    return {kind: frozenset(forms) for kind, forms in found.items()}


def _add_stems(path: Path, found: dict[str, set[str]]) -> None:
    """Adds the past, present and spoken stems of the verbs in a table of infinitives."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns, shortened = lines[0].split("\t"), tuple(found.get("shortened", ()))
    for line in lines[1:]:
        cells = dict(zip(columns, line.split("\t"), strict=False))
        stems = [stem for stem in cells.get("present", "").split("|") if stem]
        found["past"].add(cells["infinitive"][:-1])
        found["present"].update(stems, (stem[:-1] for stem in stems if stem.endswith(shortened)))
        found["past"].update(stem + caused for stem in stems for caused in found.get("causative", ()))
        found["spoken"].update(stem for stem in cells.get("spoken", "").split("|") if stem)


def _parts(
    forms: list[str], words: Mapping[str, int], joins: tuple[str, ...]
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str, str], str]]:
    pairs: dict[tuple[str, str], str] = {}
    triples: dict[tuple[str, str, str], str] = {}
    for form in forms:
        parts = form.split(HALF_SPACE)
        if len(parts) == 2:
            pairs[parts[0], parts[1]] = form
            if parts[1].startswith(joins) and parts[1][1:] in words:  # «گفت‌وگو» is also written in three words
                triples[parts[0], parts[1][0], parts[1][1:]] = form
        elif len(parts) == 3:
            triples[parts[0], parts[1], parts[2]] = form
            pairs[parts[0], parts[1] + parts[2]] = form
    return pairs, triples

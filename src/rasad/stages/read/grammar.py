"""The tables of a language pack's verbs, as they stand in the files.

Invariant: every word of the language comes from these tables; the code that uses them names
kinds and lemmas of the table only through this record.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ZWNJ = "\u200c"


@dataclass(frozen=True, slots=True)
class Root:
    """One verb: its infinitive, and how its forms are built."""

    lemma: str
    prefix: str
    past: str
    present: tuple[str, ...]
    spoken: tuple[str, ...]
    spoken_past: tuple[str, ...]
    transitive: bool

    @classmethod
    def irregular(cls, lemma: str) -> "Root":
        """Returns a verb that has no stems, all its forms being listed."""
        return cls(lemma, "", "", (), (), (), transitive=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Person and number, as an ending shows them."""

    person: int
    plural: bool


@dataclass(frozen=True, slots=True)
class Irregular:
    """A form that follows no rule, as the table gives it."""

    word: str
    lemma: str
    form: str
    person: Person
    negated: bool


Rows = dict[str, list[tuple[str, str]]]


def rows(path: Path) -> Iterator[list[str]]:
    """Yields the cells of each row below the header; comments and empty lines are passed over."""
    with path.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            if line[0] not in "#\n":
                yield line.rstrip("\n").split("\t")


def read_roots(path: Path) -> list[Root]:
    """Returns the verbs of `verbs.tsv`."""
    found = []
    for lemma, prefix, present, transitive, spoken, spoken_past in rows(path):
        found.append(
            Root(
                lemma,
                prefix,
                lemma[len(prefix) : -1],
                tuple(present.split("|")),
                tuple(spoken.split("|")) if spoken else (),
                tuple(spoken_past.split("|")) if spoken_past else (),
                transitive != "no",
            )
        )
    return found


def read_grammar(path: Path) -> Rows:
    """Returns the rows of `grammar_verbs.tsv`, grouped by their kind."""
    kinds: Rows = defaultdict(list)
    for kind, form, value in rows(path):
        kinds[kind].append((form, value))
    return kinds


def person(mark: str) -> Person:
    """Returns the person that a mark like `3sg` stands for."""
    return Person(int(mark[0]), mark[1:] == "pl")


def endings(pairs: list[tuple[str, str]]) -> dict[str, Person]:
    """Returns the endings of one paradigm with their persons."""
    return {form: person(mark) for form, mark in pairs}


def irregulars(pairs: list[tuple[str, str]]) -> list[Irregular]:
    """Returns the irregular forms: `lemma form person`, and `negated` where it is."""
    found = []
    for word, value in pairs:
        lemma, form, mark, *negated = value.split()
        found.append(Irregular(word, lemma, form, person(mark), bool(negated)))
    return found

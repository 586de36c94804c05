"""A cue is a way of reporting speech: a verb, a phrase before the speaker, or one before what was said.

What a cue takes (a clause, an object, a preposition) is told by the table of cues alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rasad.language.fold import fold
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.language.tables import merged

CLAUSE, COMPLEMENT, OBJECT = "clause", "complement", "object"


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table: `content` is clause, complement, object, or the slot of a preposition."""

    content: str
    note: str


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of a language; verbs as infinitive -> non-verbal element ("" for none) -> cues."""

    verbs: Mapping[str, Mapping[str, tuple[Cue, ...]]]
    before_speaker: Phrases[Cue]
    before_content: Phrases[Cue]
    begins: Mapping[str, frozenset[str]]  # by infinitive: all that an element of it begins with


def load_cues(grammar: Grammar, *folders: Path) -> Cues:
    """The cues of the pack and of the user's own folders."""
    verbs: dict[str, dict[str, tuple[Cue, ...]]] = {}
    phrases: dict[str, Phrases[Cue]] = {k: Phrases() for k in ("before-speaker", "before-content")}
    for row in merged("cues.tsv", *folders):
        if row["kind"] != "verb":
            if grammar.slots.get(fold(row["fa"].replace(" ", ""))) == "agent":
                continue  # «از سوی» brings in a doer, not a speaker
            phrases[row["kind"]].add(row["fa"], Cue("", row["note"]))
            continue
        words = row["fa"].split()
        known = verbs.setdefault(words[-1], {})
        key = fold("".join(words[:-1]))
        known[key] = (*known.get(key, ()), Cue(_content(row["content"], grammar), row["note"]))
    begins = {verb: frozenset(element[:end + 1] for element in table for end in range(len(element)))
              for verb, table in verbs.items()}
    return Cues(verbs, phrases["before-speaker"], phrases["before-content"], begins)


def _content(cell: str, grammar: Grammar) -> str:
    if cell in {CLAUSE, COMPLEMENT}:
        return cell
    key = fold(cell.replace(" ", ""))
    return OBJECT if key in grammar["object"] else grammar.slots.get(key) or cell

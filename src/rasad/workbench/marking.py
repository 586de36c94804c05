"""A text falls into pieces that follow on each other, each with all the marks that cover it: none is lost, none moves.

Offsets are code points, here as everywhere; only the script that reads what was selected counts in other units.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rasad.workbench.shown import shown

EVENT, STATEMENT, CUE, REJECTED, AGREEMENT = "event", "statement", "cue", "rejected", "agreement"
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of one record: `of` is the record's id, `name` its number on the page, `anchor` its own address."""

    of: str
    kind: str
    start: int
    end: int
    name: str = ""
    quad: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text under the same marks; `opening` are those that are to be named before it."""

    text: str
    marks: tuple[Mark, ...]
    opening: tuple[Mark, ...]

    @property
    def shown(self) -> Markup:
        """The text of the piece."""
        return shown(self.text)

    @property
    def of(self) -> str:
        """The records whose marks cover the piece."""
        return " ".join(dict.fromkeys(mark.of for mark in self.marks))

    @property
    def style(self) -> str:
        """How the piece is marked: every kind of mark that covers it, and the class of its shortest evidence."""
        told = [mark.kind for mark in self.marks]
        evidence = [mark for mark in self.marks if mark.kind == EVENT]
        quad = [min(evidence, key=lambda m: m.end - m.start).quad] if evidence else []
        several = ["several"] if len({mark.of for mark in evidence}) > 1 else []
        return " ".join(dict.fromkeys([*told, *quad, *several]))


def pieces(text: str, marks: Iterable[Mark], window: tuple[int, int] | None = None) -> list[Piece]:
    """The pieces of the text, or of a window of it, in order."""
    first, last = window or (0, len(text))
    inside = [m for m in marks if m.start < m.end and m.start < last and m.end > first]
    named: dict[int, list[Mark]] = defaultdict(list)
    for mark in sorted(inside, key=lambda m: (m.start, -m.end)):
        if mark.name:
            named[max(first, word_start(text, mark.start))].append(mark)
    points = sorted({first, last, *named, *(min(max(at, first), last) for m in inside for at in (m.start, m.end))})
    return _between(text, points, inside, named)


def _between(text: str, points: Sequence[int], marks: Sequence[Mark], named: dict[int, list[Mark]]) -> list[Piece]:
    waiting = sorted(marks, key=lambda m: (m.start, -m.end))[::-1]
    active: list[Mark] = []
    out = []
    for at, after in itertools.pairwise(points):
        active = [mark for mark in active if mark.end > at]
        while waiting and waiting[-1].start <= at:
            active.append(waiting.pop())
        out.append(Piece(text[at:after], tuple(active), tuple(named.get(at, ()))))
    return out


def word_start(text: str, at: int) -> int:
    """Where the word begins that stands at an offset, so that nothing is put between joined letters."""
    while 0 < at < len(text) and _joins(text[at]) and _joins(text[at - 1]):
        at -= 1
    return at


def _joins(char: str) -> bool:
    return char.isalnum() or char in _JOINERS or "\u064b" <= char <= "\u0652" or char == "\u0640"

"""Every change of a repair, one by one, for `rasad explain`."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from rasad.stages.repair.letters import FOLD
from rasad.stages.repair.offsets import Edit

_DIGITS = range(0x0660, 0x066A)
_BLANKS = frozenset("\t\u2002\u2003\u2009\u200a\u202f\u3000")


@dataclass(frozen=True, slots=True)
class Step:
    """One change made to the original, as `rasad explain` shows it."""

    start: int
    end: int
    before: str
    after: str
    kind: str


def _folded(original: str, edited: Sequence[Edit]) -> list[Step]:
    gone = set(chain.from_iterable(range(edit.start, edit.end) for edit in edited))
    return [
        Step(at, at + 1, char, chr(FOLD[ord(char)]), _kind_of(char))
        for at, char in enumerate(original)
        if ord(char) in FOLD and at not in gone
    ]


def _kind_of(char: str) -> str:
    if ord(char) in _DIGITS:
        return "digit"
    if char in _BLANKS:
        return "space"
    return "half-space" if ord(char) == 0xAD else "letter"


def steps_of(original: str, edits: Sequence[Edit]) -> tuple[Step, ...]:
    """Return the folded letters and the edits together, in the order of the original."""
    made = [
        Step(edit.start, edit.end, original[edit.start : edit.end], edit.after, edit.kind)
        for edit in edits
    ]
    return tuple(sorted(made + _folded(original, edits), key=lambda step: (step.start, step.end)))

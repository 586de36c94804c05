"""The way back from repaired offsets to original ones.

Invariant: `start` and both ends of `span` never decrease while their arguments grow.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Original [start, end) gives way to `after`."""

    start: int
    end: int
    after: str
    kind: str


@dataclass(frozen=True, slots=True)
class Offsets:
    """Runs of repaired text, each with the original offset at which it begins."""

    length: int  # of the original
    repaired: list[int]
    original: list[int]
    pace: list[int]  # 1: character for character; 0: typed in by the repair

    def start(self, i: int) -> int:
        """Return the original offset of the character at repaired offset `i`."""
        run = bisect_right(self.repaired, i) - 1
        at = self.original[run] + self.pace[run] * (i - self.repaired[run])
        return min(self.length, at)

    def first_from(self, original: int) -> int:
        """Return the first repaired offset that leads to `original` or behind it."""
        run = bisect_left(self.original, original)
        before = run - 1
        if before < 0 or not self.pace[before]:
            return self.repaired[run]
        inside = self.repaired[before] + original - self.original[before]
        return min([inside, *self.repaired[run:run + 1]])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original stretch under repaired [start, end), never empty if that is not."""
        first = self.start(start)
        if start >= end:
            return first, first
        run = bisect_right(self.repaired, end - 1) - 1
        last = self.original[run] + self.pace[run] * (end - self.repaired[run])
        if last > first:
            return first, min(self.length, last)
        return (first, first + 1) if first < self.length else (self.length - 1, self.length)


def offsets_of(edits: Sequence[Edit], length: int) -> Offsets:
    """Return the runs that lie between `edits`, which are in order and do not overlap."""
    repaired, original, pace = [0], [0], [1]
    at = moved = 0
    for edit in edits:
        at = edit.start + moved
        same = min(len(edit.after), edit.end - edit.start)
        if typed := len(edit.after) - same:
            repaired.append(at + same)
            original.append(edit.start + same)
            pace.append(0)
        moved += typed + same - (edit.end - edit.start)
        repaired.append(edit.end + moved)
        original.append(edit.end)
        pace.append(1)
    return Offsets(length, repaired, original, pace)


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with `edits` made."""
    pieces = []
    at = 0
    for edit in edits:
        pieces.append(text[at : edit.start])
        pieces.append(edit.after)
        at = edit.end
    pieces.append(text[at:])
    return "".join(pieces)

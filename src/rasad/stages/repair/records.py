"""What a repair leaves: the text, the way back, the changes and the marked boilerplate.

Invariant: every offset of the repaired text leads to an offset of the original, and the
order of offsets is kept.
"""

from dataclasses import dataclass, field

from rasad.stages.repair.offsets import Edit, Offsets
from rasad.stages.repair.steps import Step, steps_of


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of the original that belongs to the medium, not to the report."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text that can be read, beside the original it came from."""

    original: str
    text: str
    boilerplate: tuple[Boilerplate, ...]
    unbalanced: tuple[int, ...]
    _edits: tuple[Edit, ...] = field(repr=False)
    _offsets: Offsets = field(repr=False)

    def start(self, i: int) -> int:
        """Return the original offset of the character at repaired offset `i`."""
        return self._offsets.start(i)

    def first_from(self, original: int) -> int:
        """Return the repaired offset of the first character that stands at `original` or behind it."""
        return min(self._offsets.first_from(original), len(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original that repaired [start, end) came from.

        The stretch is never empty when `start < end`.
        """
        return self._offsets.span(start, end)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return every change in the order of the text, letters folded one for one included."""
        return steps_of(self.original, self._edits)

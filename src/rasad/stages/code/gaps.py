"""A verb with a gap has words of a pattern apart from it, and others between: «در اختیار … قرار داد».

What stands in the gap is at most a handful of words of the same clause.
"""

from typing import NamedTuple

from rasad.language.frames import BETWEEN, Frame, Frames
from rasad.stages.code.fitting import Fitting
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb

_WIDE = 8  # words of a gap, at most
_WIDER = 14  # the same where it tells to whom, a list of names, or how


class Parted(NamedTuple):
    """A verb with a gap where it stands: first word, frame, the words of the gap, whether it is a negated verb."""

    first: int
    frame: Frame
    between: tuple[int, int]
    negative: bool


class Gaps:
    """The verbs with a gap of one sentence."""

    def __init__(self, fitting: Fitting, frames: Frames) -> None:
        self.fitting, self.frames, self.keys = fitting, frames, fitting.keys

    def find(self, clause: Clause, verb: Verb) -> Parted | None:
        """The longest verb with a gap whose parts stand in the clause."""
        table = self.frames.gaps.get(verb.lemma)
        if table is None:
            return None
        openings = self._openings(clause, verb)
        found = [gap for before in openings if before in table for gap in table[before]]
        for gap in sorted(found, key=lambda g: -len(g.before) - len(g.after)):
            opening = openings[gap.before]
            if gap.negated and not verb.negated:
                continue
            end = verb.first if not gap.after else self._before(gap.after, verb.first)
            wide = _WIDER if gap.frame.slots("R") == [BETWEEN] or gap.frame.type == "THREATEN" else _WIDE
            if end is None or not 0 < end - opening[1] <= wide or (not gap.after and verb.noun >= opening[1]):
                continue
            inside = self.frames.classes(self.keys[opening[1]:end]) if gap.frame.needs else frozenset()
            frame = gap.frame if gap.frame.needs & inside else self.fitting.fit((gap.frame,), clause)
            if frame is not None:
                return Parted(opening[0], frame, (opening[1], end - 1), gap.negated)
        return None

    def _before(self, wanted: str, end: int) -> int | None:
        """Where the words that end before `end` and run together are `wanted` begin."""
        key = ""
        for i in range(end - 1, max(-1, end - 5), -1):
            key = self.keys[i] + key
            if key == wanted:
                return i
        return None

    def _openings(self, clause: Clause, verb: Verb) -> dict[str, tuple[int, int]]:
        """Own words that may begin a gap of the verb, run together -> (first word, first word after them), the last."""
        own, begins = [i for i in clause.words if i < verb.first], self.frames.gap_begins[verb.lemma]
        out: dict[str, tuple[int, int]] = {}
        keys = self.keys
        for at, first in [(at, first) for at, first in enumerate(own) if keys[first] in begins]:
            key = ""
            for i in own[at:at + 4]:
                key += keys[i]
                if key not in begins:
                    break
                out[key] = (first, i + 1)
        return out

"""A speech is one act of saying: a speaker, a cue, and a stretch of the repaired text that was said.

Every cue makes at most one speech; the speech told inside another's words lies inside it.
"""

from dataclasses import dataclass, field

from rasad.stages.find.mentions import Mention

DIRECT, INDIRECT = "direct", "indirect"


@dataclass(slots=True)
class Speech:
    """One act of saying; `start` to `end` are offsets of what was said, `cue` those of the cue."""

    speaker: Mention
    cue: tuple[int, int] | None
    start: int
    end: int
    form: str
    sentence: int
    clause: int
    to: list[Mention] = field(default_factory=list)
    open: bool = False
    how: str = ""
    notes: frozenset[str] = frozenset()

    def holds(self, offset: int) -> bool:
        """Whether the offset lies in what was said."""
        return self.start <= offset < self.end

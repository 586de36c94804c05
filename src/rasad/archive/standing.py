"""What stands is the newest coding with every judgement that was not undone, in the order they were made.

What a reviewer accepted or corrected stands as that reviewer left it, whatever a later coding makes of it;
what only the machine has seen follows the newest coding. An adjudication is one more judgement: it settles what
was judged before it, and overwrites nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rasad.archive.versions import Version, differing

ACCEPT, REJECT, CORRECT, ADD, UNDO = "accept", "reject", "correct", "add", "undo"
KINDS = (ACCEPT, REJECT, CORRECT, ADD, UNDO)
MACHINE, REVIEWED, ADJUDICATED, DISPUTED = "machine", "reviewed", "adjudicated", "disputed"
OPEN, BLIND, ADJUDICATING = "", "blind", "adjudicating"
_REVIEWERS = 2  # who must agree before a record is adjudicated

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one reviewer said about one record.

    `judged` is the record as the reviewer saw it, `value` the fields that a correction sets, or the judgement that is
    undone. `manner` says whether the reviewer saw what others had judged, or settles what they had.
    """

    id: str
    record: str
    kind: str
    reviewer: str
    field: str = ""
    value: Any = None
    judged: Any = None
    why: str = ""
    made: str = ""
    manner: str = OPEN

    @property
    def version(self) -> Version:
        """The record as the reviewer left it; None where it was rejected."""
        if self.kind == REJECT:
            return None
        return {**(self.judged or {}), **(self.value or {})} if self.kind == CORRECT else dict(self.judged or {})


@dataclass(slots=True)
class Standing:
    """A record as it stands, with what reviewers made of it."""

    record: dict[str, Any]
    verdicts: dict[str, bool] = field(default_factory=dict)  # by reviewer: whether it is to stay
    versions: dict[str, Version] = field(default_factory=dict)  # by reviewer, since it was last settled
    settled: str = ""  # who did that

    @property
    def review(self) -> str:
        """Whether nobody, one reviewer, or two who agree have judged it, or somebody has settled it."""
        agreed = (self.settled or len(self.verdicts) >= _REVIEWERS) and not self.disputed
        return ADJUDICATED if agreed else REVIEWED if self.verdicts else MACHINE

    @property
    def disputed(self) -> bool:
        """Whether reviewers differ on whether it is right, or on what is right in it."""
        return bool(self.differing)

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields on which reviewers differ."""
        return differing(self.versions.values()) if len(self.versions) > 1 else ()

    @property
    def rejected(self) -> bool:
        """Whether the last word on it was that it is wrong."""
        return bool(self.verdicts) and not list(self.verdicts.values())[-1]


def standing(coded: Iterable[Fields], judgements: Sequence[Judgement]) -> list[Standing]:
    """The records of one report as they stand: those of its coding, then those that only a reviewer upholds."""
    out = {str(record["id"]): Standing(dict(record)) for record in coded}
    for judgement in effective(judgements):
        if judgement.record not in out:
            if judgement.judged is None:
                continue
            out[judgement.record] = Standing(dict(judgement.judged))
        _judge(out[judgement.record], judgement)
    return list(out.values())


def effective(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that were not undone; what an undone one had undone counts again."""
    kept: list[Judgement] = []
    undone: set[str] = set()
    for judgement in reversed(list(judgements)):
        if judgement.id in undone:
            continue
        if judgement.kind == UNDO:
            undone.add(str(judgement.value))
        else:
            kept.append(judgement)
    return kept[::-1]


def _judge(standing_: Standing, judgement: Judgement) -> None:
    if judgement.kind in {ACCEPT, ADD} and judgement.judged is not None:
        standing_.record = dict(judgement.judged)
    elif judgement.kind == CORRECT:
        if judgement.judged is not None and (judgement.manner or not standing_.verdicts):
            standing_.record = dict(judgement.judged)
        standing_.record = {**standing_.record, **judgement.value}
    if judgement.manner == ADJUDICATING:
        standing_.settled = judgement.reviewer
        standing_.versions.clear()
    standing_.versions.pop(judgement.reviewer, None)
    standing_.versions[judgement.reviewer] = judgement.version
    standing_.verdicts.pop(judgement.reviewer, None)
    standing_.verdicts[judgement.reviewer] = judgement.kind != REJECT


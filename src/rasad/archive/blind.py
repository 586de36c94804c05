"""Whoever reviews blind sees of a record what the coder made of it, until they have judged it themselves.

Where others have judged, and what, then counts for nothing; only a record that another added is there, since without
it there would be nothing to judge.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.archive.history import History
from rasad.archive.standing import ADD, Judgement, effective, standing
from rasad.archive.stored import Present


def judged_by(judgements: Sequence[Judgement], reviewer: str) -> set[str]:
    """The records that a reviewer has judged."""
    return {said.record for said in effective(judgements) if said.reviewer == reviewer}


def seen(judgements: Sequence[Judgement], reviewer: str) -> list[Judgement]:
    """The judgements that a blind reviewer may see."""
    mine = judged_by(judgements, reviewer)
    return [said for said in judgements if said.record in mine or reviewer == said.reviewer or said.kind == ADD]


def apart(present: Present, judgements: Sequence[Judgement], reviewer: str) -> Present:
    """What stands for a blind reviewer."""
    told = seen(effective(judgements), reviewer)
    events = [said for said in told if said.record.startswith("e")]
    rest = [said for said in told if not said.record.startswith("e")]
    return Present(standing(present.coded["events"], events), standing(present.coded["statements"], rest),
                   present.coded)


def history_apart(whole: History, reviewer: str) -> History:
    """The history of a report as a blind reviewer may see it."""
    told = list(whole.judgements)
    return replace(whole, present=apart(whole.present, told, reviewer), judgements=seen(told, reviewer))

"""A judgement is added and never taken away: undoing one is another judgement, and so is settling two that differ."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, insert, select

from rasad.archive.blind import apart
from rasad.archive.corrections import added, corrected
from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.identity import now, record_id, split_id
from rasad.archive.opening import Archive
from rasad.archive.opinions import lay_opinions
from rasad.archive.packing import json_text
from rasad.archive.standing import (
    ACCEPT,
    ADD,
    ADJUDICATING,
    BLIND,
    CORRECT,
    KINDS,
    OPEN,
    REJECT,
    UNDO,
    Judgement,
    Standing,
    effective,
)
from rasad.archive.stored import Stored, judgements, present, refresh, stored
from rasad.archive.tables import JUDGEMENTS, REPORTS
from rasad.assemble.ids import digest

_DIGITS, _ADDED = 16, 10


def judge(archive: Archive, id_: str, kind: str, *, reviewer: str, changes: Mapping[str, Any] | None = None,  # noqa: PLR0913
          why: str = "", manner: str = OPEN, side: str = "") -> Judgement:
    """The judgement is kept, and what stands follows it.

    `id_` is that of a record; of a report for `add`, whose `changes` are the record; of a judgement for `undo`. In the
    manner `blind` what others judged counts for nothing, in `adjudicating` the record is as the reviewer `side` left
    it where one is named.
    Raises ArchiveError where there is no such record, or the changes cannot be made.
    """
    if kind not in KINDS:
        raise ArchiveError(f"{kind!r} is no judgement", f"there is {', '.join(KINDS)}")
    if not reviewer.strip():
        raise ArchiveError("nobody is named as the reviewer", "say who judges: --reviewer NAME")
    reviewer = reviewer.strip()
    with archive.writing() as connection:
        if kind == UNDO:
            one, judgement = _undone(connection, id_)
        else:
            report, record = split_id(id_)
            one = stored(connection, report, mine=True)
            seen = None if kind == ADD else _seen(connection, one, record, Eyes(reviewer, manner, side))
            judgement = _made(one, kind, changes or {}, seen)
        judgement = _signed(replace(judgement, reviewer=reviewer, why=why, made=now()), one)
        connection.execute(insert(JUDGEMENTS).values(_row(one, judgement)))
        refresh(connection, one)
        lay_opinions(connection, one.report.id, judgement.record, judgements(connection, one.number))
    return judgement


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who looks at a record, and what of the judgements of others they are shown."""

    reviewer: str
    manner: str
    side: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as its reviewer sees it, and the manner in which it is judged then."""

    record: dict[str, Any]
    manner: str


def _seen(connection: Connection, one: Stored, record: str, eyes: Eyes) -> Seen:
    whole = present(connection, one.number)
    standing = whole.record(record)
    if standing is None:
        raise MissingError(f"there is no record {record_id(one.report.id, record)!r}",
                           "take an id that rasad find or rasad show gives")
    if eyes.manner == ADJUDICATING:
        return Seen(_left(standing, eyes.side), ADJUDICATING)
    if eyes.manner != BLIND or eyes.reviewer in standing.verdicts:
        return Seen(standing.record, OPEN)
    alone = apart(whole, judgements(connection, one.number), eyes.reviewer).record(record)
    return Seen((alone or standing).record, BLIND)


def _left(standing: Standing, side: str) -> dict[str, Any]:
    """The record as one of those who differ left it, or as it stands where none is named or one rejected it."""
    if not standing.disputed:
        raise ArchiveError("nobody differs on this record", "judge it, or undo a judgement about it")
    if side and side not in standing.versions:
        raise ArchiveError(f"{side} has not judged this record", f"there is {', '.join(standing.versions)}")
    return dict(standing.versions.get(side) or standing.record)


def _made(one: Stored, kind: str, changes: Mapping[str, Any], seen: Seen | None) -> Judgement:
    if seen is None:
        return _addition(one, changes)
    if bool(changes) != (kind == CORRECT):
        raise ArchiveError("a correction names a field and its value, and nothing else does",
                           "as in: correct --set date=2026-05-31")
    fields: dict[str, Any] = {}
    for field, value in changes.items():
        fields |= corrected({**seen.record, **fields}, field, value, one.report.text)
    return Judgement("", str(seen.record["id"]), kind, "", ",".join(changes), fields or None, seen.record,
                     manner=seen.manner)


def _addition(one: Stored, changes: Mapping[str, Any]) -> Judgement:
    record = added(changes, one.report.text)
    letter = "e" if "type" in record else "s"
    record["id"] = letter + digest(one.report.id, "added", json_text(record))[:_ADDED]
    return Judgement("", record["id"], ADD, "", "", None, record)


def _undone(connection: Connection, id_: str) -> tuple[Stored, Judgement]:
    """The undoing of a judgement that counts; ArchiveError where none with this id does."""
    query = select(JUDGEMENTS.c.record, REPORTS.c.id).join(REPORTS, REPORTS.c.number == JUDGEMENTS.c.report)
    row = connection.execute(query.where(JUDGEMENTS.c.id == id_)).one_or_none()
    if row is None:
        raise MissingError(f"there is no judgement {id_!r}", "take an id that rasad show gives")
    one = stored(connection, row[1], mine=True)
    before = judgements(connection, one.number)
    target = next(j for j in before if j.id == id_)
    if target.kind != UNDO and id_ not in {j.id for j in effective(before)}:
        raise ArchiveError(f"the judgement {id_} is undone already", "judge the record anew")
    return one, Judgement("", row[0], UNDO, "", "", id_, None)


def _signed(judgement: Judgement, one: Stored) -> Judgement:
    """The judgement with the id that its content gives it."""
    parts = (one.report.id, judgement.record, judgement.kind, judgement.reviewer, json_text(judgement.value),
             judgement.made)
    return replace(judgement, id="j" + digest(*parts)[:_DIGITS])


def _row(one: Stored, judgement: Judgement) -> dict[str, Any]:
    return {"id": judgement.id, "report": one.number, "record": judgement.record, "kind": judgement.kind,
            "field": judgement.field, "value": json.dumps(judgement.value, ensure_ascii=False),
            "judged": json.dumps(judgement.judged, ensure_ascii=False), "reviewer": judgement.reviewer,
            "why": judgement.why, "made": judgement.made, "manner": judgement.manner}


__all__ = ["ACCEPT", "ADD", "ADJUDICATING", "BLIND", "CORRECT", "OPEN", "REJECT", "UNDO", "judge"]

"""A judgement is added and never taken away: undoing one is another judgement."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert, select

from rasad.archive.corrections import added, corrected
from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.identity import now, split_id
from rasad.archive.opening import Archive
from rasad.archive.packing import json_text
from rasad.archive.standing import ACCEPT, ADD, CORRECT, KINDS, REJECT, UNDO, Judgement, effective
from rasad.archive.stored import Stored, judgements, present, refresh, stored
from rasad.archive.tables import JUDGEMENTS, REPORTS
from rasad.assemble.ids import digest

_DIGITS, _ADDED = 16, 10


def judge(archive: Archive, id_: str, kind: str, *, reviewer: str, changes: Mapping[str, Any] | None = None,  # noqa: PLR0913
          why: str = "") -> Judgement:
    """The judgement is kept, and what stands follows it.

    `id_` is that of a record; of a report for `add`, whose `changes` are the record; of a judgement for `undo`.
    Raises ArchiveError where there is no such record, or the changes cannot be made.
    """
    if kind not in KINDS:
        raise ArchiveError(f"{kind!r} is no judgement", f"there is {', '.join(KINDS)}")
    if not reviewer.strip():
        raise ArchiveError("nobody is named as the reviewer", "say who judges: --reviewer NAME")
    with archive.writing() as connection:
        made = _undone(connection, id_) if kind == UNDO else _made(connection, id_, kind, changes or {})
        one, judgement = made
        judgement = _signed(replace(judgement, reviewer=reviewer.strip(), why=why, made=now()), one)
        connection.execute(insert(JUDGEMENTS).values(_row(one, judgement)))
        refresh(connection, one)
    return judgement


def _made(connection: Connection, id_: str, kind: str, changes: Mapping[str, Any]) -> tuple[Stored, Judgement]:
    report, record = split_id(id_)
    one = stored(connection, report, mine=True)
    if kind == ADD:
        return one, _addition(one, changes)
    standing = present(connection, one.number).record(record)
    if standing is None:
        raise MissingError(f"there is no record {id_!r}", "take an id that rasad find or rasad show gives")
    if bool(changes) != (kind == CORRECT):
        raise ArchiveError("a correction names a field and its value, and nothing else does",
                           "as in: correct --set date=2026-05-31")
    fields: dict[str, Any] = {}
    for field, value in changes.items():
        fields |= corrected({**standing.record, **fields}, field, value, one.report.text)
    return one, Judgement("", record, kind, "", ",".join(changes), fields or None, standing.record)


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
            "why": judgement.why, "made": judgement.made}


__all__ = ["ACCEPT", "ADD", "CORRECT", "REJECT", "UNDO", "judge"]

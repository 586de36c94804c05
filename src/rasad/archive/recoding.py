"""A report is coded again without losing what was: the old coding stays, judgements stay, and what changed is told."""

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from rasad.archive.keeping import add_codings
from rasad.archive.opening import Archive
from rasad.archive.stored import Stored, present, refresh, stored
from rasad.archive.tables import CODERS, CODINGS, REPORTS, STANDING
from rasad.batch import Work, done
from rasad.inputs import Fault
from rasad.records import Coder, Report

Records = Mapping[str, Mapping[str, Any]]
_UNTOLD = frozenset({"confidence", "rule"})  # what says nothing of the world


@dataclass(frozen=True, slots=True)
class Change:
    """One record that a new coding made different: the fields that differ `before` and `after`, None for no record."""

    report: str
    record: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def outdated(archive: Archive, coder: Coder) -> list[str]:
    """The ids of the reports that do not stand as this coder codes them, in the order they came."""
    query = (select(REPORTS.c.id).outerjoin(STANDING, STANDING.c.report == REPORTS.c.number)
             .outerjoin(CODINGS, CODINGS.c.number == STANDING.c.coding)
             .outerjoin(CODERS, CODERS.c.number == CODINGS.c.coder)
             .where(or_(CODERS.c.number.is_(None), CODERS.c.name != coder.name, CODERS.c.version != coder.version,
                        CODERS.c.lexicon != coder.lexicon)).order_by(REPORTS.c.number))
    with archive.reading() as connection:
        return list(connection.scalars(query))


def reports_of(archive: Archive, ids: Sequence[str]) -> Iterator[Stored]:
    """The reports with these ids, read one after another."""
    for id_ in ids:
        with archive.reading() as connection:
            yield stored(connection, id_)


def keep_coding(archive: Archive, one: Stored, line: str) -> list[Change]:
    """The coding of a report stands from now on; what it changed, by record."""
    with archive.writing() as connection:
        stored(connection, one.report.id, mine=True)
        before = _records(connection, one)
        records = json.loads(line)
        if not _standing_again(connection, one, records):
            add_codings(connection, {one.number: records})
        refresh(connection, one)
        return list(differences(one.report.id, before, _records(connection, one)))


def _standing_again(connection: Connection, one: Stored, records: Mapping[str, Any]) -> bool:
    """Whether this coder has coded the report before, whose coding then stands again."""
    coder = records["coder"]
    same = [CODERS.c[key] == coder[key] for key in ("name", "version", "lexicon")]
    query = select(CODINGS.c.number).join(CODERS, CODERS.c.number == CODINGS.c.coder)
    found = connection.scalar(query.where(CODINGS.c.report == one.number, *same))
    if found is not None:
        connection.execute(STANDING.update().where(STANDING.c.report == one.number).values(coding=found))
    return found is not None


def _records(connection: Connection, one: Stored) -> dict[str, dict[str, Any]]:
    now = present(connection, one.number)
    return {s.record["id"]: s.record for s in (*now.events, *now.statements) if not s.rejected}


def differences(report: str, before: Records, after: Records) -> Iterator[Change]:
    """What is new, gone and different between two codings, by record."""
    for id_ in dict.fromkeys((*before, *after)):
        old, new = before.get(id_), after.get(id_)
        if old is None or new is None:
            yield Change(report, id_, old, new)
            continue
        fields = [f for f in new if f not in _UNTOLD and old.get(f) != new[f]]
        if fields:
            yield Change(report, id_, {f: old.get(f) for f in fields}, {f: new[f] for f in fields})


def recoded(archive: Archive, ids: Sequence[str], work: Work) -> Iterator[list[Change] | Fault]:
    """For each of the reports, coded again and kept, what changed, or why it could not be coded."""
    waiting: deque[Stored] = deque()

    def handed() -> Iterator[Report]:
        for one in reports_of(archive, ids):
            waiting.append(one)
            yield one.report

    for outcome in done(handed(), work):
        one = waiting.popleft()
        yield outcome if isinstance(outcome, Fault) else keep_coding(archive, one, outcome)

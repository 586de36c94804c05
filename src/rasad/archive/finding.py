"""What is shown, counted and exported is what the selection means: one query serves them all."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, literal, select
from sqlalchemy.sql.elements import ColumnElement

from rasad.archive.conditions import asks_of_events, of_events, of_published, of_reports, of_statements
from rasad.archive.ordering import NEWEST, ordered
from rasad.archive.selection import Selection
from rasad.archive.tables import CARRIED, EVENTS, REPORTS, STATEMENTS

EVENT, STATEMENT, REPORT = "events", "statements", "reports"
WHATS = (EVENT, STATEMENT, REPORT)
_TABLES = {EVENT: EVENTS, STATEMENT: STATEMENTS, REPORT: REPORTS}
_HEAD = ("id", "source", "published", "language", "title", "url", "way", "collected")
_FETCHED = 500


@dataclass(frozen=True, slots=True)
class Found:
    """One record that a selection means, with the report it stands in.

    `record` is as it stands, with its id in the archive; `carried` is how many reports carry the text.
    """

    id: str
    record: dict[str, Any]
    report: dict[str, Any]
    review: str
    disputed: bool
    rejected: bool
    carried: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many records a selection means, in how many reports of how many sources."""

    records: int
    reports: int
    sources: int


def find(connection: Connection, what: str, chosen: Selection, *, limit: int | None = None,  # noqa: PLR0913
         offset: int = 0, order: str = NEWEST, judge: str = "") -> Iterator[Found]:
    """The records of a kind that the selection means, in an order, the newest report first where none is given.

    Their ids are put in order first and the records read a few at a time, so that any number can be read.
    """
    table = _TABLES[what]
    query = meant(connection, what, chosen).with_only_columns(table.c.id)
    by = ordered(order, table if what != REPORT else None, judge)
    yield from told(connection, what, connection.scalars(query.order_by(*by).limit(limit).offset(offset)).all())


def told(connection: Connection, what: str, ids: Sequence[str]) -> Iterator[Found]:
    """The records of a kind with these ids, in this order."""
    table = _TABLES[what]
    for at in range(0, len(ids), _FETCHED):
        some = ids[at:at + _FETCHED]
        rows = {_id(what, row): row for row in connection.execute(_whole(what).where(table.c.id.in_(some)))}
        for id_ in some:
            yield _found(what, rows[id_])


def _id(what: str, row: Row[Any]) -> str:
    return str(row.id if what == REPORT else row.record_id)


def _whole(what: str) -> Select[Any]:
    return select(*_report_columns()) if what == REPORT else _of(_TABLES[what])


def count(connection: Connection, what: str, chosen: Selection) -> Count:
    """How many there are of what the selection means."""
    inner = meant(connection, what, chosen).with_only_columns(REPORTS.c.number, REPORTS.c.source).subquery()
    numbers = select(func.count(), func.count(inner.c.number.distinct()), func.count(inner.c.source.distinct()))
    return Count(*connection.execute(numbers.select_from(inner)).one())


def meant(connection: Connection, what: str, chosen: Selection) -> Select[Any]:
    """The query of what the selection means."""
    conditions = of_reports(chosen, connection.dialect.name)
    if what == EVENT:
        return _of(EVENTS).where(*conditions, *of_events(chosen))
    if what == STATEMENT:
        return _of(STATEMENTS).where(*conditions, *of_statements(chosen))
    query = select(*_report_columns()).where(*conditions, *of_published(chosen))
    if asks_of_events(chosen):
        query = query.where(REPORTS.c.number.in_(select(EVENTS.c.report).where(*of_events(chosen)).scalar_subquery()))
    if chosen.speaker:
        said = select(STATEMENTS.c.report).where(*of_statements(chosen))
        query = query.where(REPORTS.c.number.in_(said.scalar_subquery()))
    return query


def _of(table: Any) -> Select[Any]:  # noqa: ANN401 - one of two tables
    columns = [table.c.id.label("record_id"), table.c.record, table.c.review, table.c.disputed, table.c.rejected]
    return select(*_report_columns(), *columns).join(REPORTS, REPORTS.c.number == table.c.report)


def _report_columns() -> list[ColumnElement[Any]]:
    mine, others = CARRIED.alias("mine"), CARRIED.alias("others")
    carried = (select(func.count()).select_from(others.join(mine, mine.c.first == others.c.first))
               .where(mine.c.report == REPORTS.c.number).scalar_subquery())
    told = [REPORTS.c[name] for name in _HEAD]
    return [REPORTS.c.number, *told, func.length(REPORTS.c.text).label("characters"),
            func.coalesce(func.nullif(carried, literal(0)), 1).label("carried")]


def _found(what: str, row: Row[Any]) -> Found:
    values = row._mapping  # noqa: SLF001 - the documented way to the columns by name
    report = {name: values[name] for name in (*_HEAD, "characters")}
    if what == REPORT:
        return Found(values["id"], {}, report, "", disputed=False, rejected=False, carried=values["carried"])
    return Found(values["record_id"], json.loads(values["record"]), report, values["review"],
                 disputed=bool(values["disputed"]), rejected=bool(values["rejected"]), carried=values["carried"])

"""A report is known by its title and source, or by how its text begins, and by how much was found in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, func, not_, select
from sqlalchemy.sql.elements import ColumnElement

from rasad.archive.tables import EVENTS, REPORTS, STATEMENTS

_BEGINNING = 200  # characters


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list shows of a report."""

    id: str
    title: str
    beginning: str
    source: str
    published: str
    events: int
    statements: int


def headings(connection: Connection, ids: Sequence[str]) -> list[Heading]:
    """The headings of the reports with these ids, in their order."""
    wanted = select(REPORTS.c.id, REPORTS.c.title, func.substr(REPORTS.c.text, 1, _BEGINNING), REPORTS.c.source,
                    REPORTS.c.published, _number(EVENTS), _number(STATEMENTS))
    rows = connection.execute(wanted.where(REPORTS.c.id.in_(bindparam("ids", expanding=True))), {"ids": list(ids)})
    found = {row[0]: Heading(*row) for row in rows}
    return [found[id_] for id_ in ids if id_ in found]


def beginnings(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """How the text of each report begins, by its id."""
    wanted = select(REPORTS.c.id, func.substr(REPORTS.c.text, 1, _BEGINNING))
    rows = connection.execute(wanted.where(REPORTS.c.id.in_(bindparam("ids", expanding=True))), {"ids": list(ids)})
    return {row[0]: row[1] for row in rows}


def holds_nothing(connection: Connection) -> bool:
    """Whether no report is in the archive yet."""
    return connection.execute(select(REPORTS.c.number).limit(1)).first() is None


def _number(table: Table) -> ColumnElement[int]:
    """How many records of a kind stand in the report."""
    return (select(func.count()).select_from(table)
            .where(table.c.report == REPORTS.c.number, not_(table.c.rejected)).scalar_subquery())

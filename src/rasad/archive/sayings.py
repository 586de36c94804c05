"""What is said is counted by the source that carries it, with the newest of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Integer, func, literal, select, union_all

from rasad.archive.finding import STATEMENT, Found, meant, told
from rasad.archive.selection import Selection
from rasad.archive.tables import REPORTS, STATEMENTS

_SOURCES, _NEWEST = "sources", "newest"


@dataclass(frozen=True, slots=True)
class Sayings:
    """Statements: how many by source, and the newest."""

    sources: Sequence[tuple[str, int]]
    newest: Sequence[Found]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(number for _, number in self.sources)


def sayings(connection: Connection, chosen: Selection, most: int) -> Sayings:
    """The statements that the selection means, `most` of them to be read."""
    columns = (STATEMENTS.c.id, STATEMENTS.c.start, REPORTS.c.source, REPORTS.c.moment, REPORTS.c.number)
    said = meant(connection, STATEMENT, chosen).with_only_columns(*columns).cte("said")
    first = (select(said.c.id, said.c.moment, said.c.number, said.c.start)
             .order_by(said.c.moment.desc(), said.c.number.desc(), said.c.start, said.c.id).limit(most)).subquery()
    none = literal(0, Integer)
    rows = connection.execute(union_all(
        select(literal(_SOURCES).label("part"), said.c.source.label("value"), func.count().label("number"),
               literal("").label("moment"), none.label("start")).group_by(said.c.source),
        select(literal(_NEWEST), first.c.id, first.c.number, first.c.moment, first.c.start))).all()
    sources = [(row.value, row.number) for row in rows if row.part == _SOURCES]
    newest = sorted((row for row in rows if row.part == _NEWEST), key=lambda row: (row.start, row.value))
    newest.sort(key=lambda row: (row.moment, row.number), reverse=True)
    found = list(told(connection, STATEMENT, [row.value for row in newest]))
    return Sayings(sorted(sources, key=lambda one: (-one[1], one[0])), found)

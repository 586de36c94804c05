"""What a selection means is counted by day, place and dyad in the database; each number is that of a selection, too.

An event that covers several days is told once, with the first and the last of them. Nothing is placed that has no
point, and nothing is dated that has no day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, case, func, literal_column, select

from rasad.archive.conditions import of_events, of_reports
from rasad.archive.selection import NO_POINT, Selection
from rasad.archive.tables import DYADS, EVENTS, REPORTS

Columns = tuple[ColumnElement[Any], ...]
ACTUAL = "actual"
_SPAN: Columns = (EVENTS.c.first, EVENTS.c.last, EVENTS.c.type, EVENTS.c.quad)
_NUMBERS: Columns = (func.count().label("events"), func.sum(EVENTS.c.score).label("score"))
_NEAR = case((EVENTS.c.lat.is_(None), literal_column(f"'{NO_POINT}'")), else_=EVENTS.c.precision)
_SPOT: Columns = (EVENTS.c.place, _NEAR)


@dataclass(frozen=True, slots=True)
class Span:
    """Events of one type that cover the same days; both days are empty where none is known."""

    first: str
    last: str
    type: str
    quad: str
    events: int
    score: float  # of all of them together


@dataclass(frozen=True, slots=True)
class Spot:
    """Events at one place, told as near as `precision` says; without a point where it is "none"."""

    place: str
    precision: str
    country: str
    lat: float | None
    lon: float | None
    named: str  # as one of the reports has it, folded
    events: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events there are, in how many reports of how many sources; `unreal` of them did not happen."""

    records: int
    reports: int
    sources: int
    unreal: int


def spans(connection: Connection, chosen: Selection) -> Sequence[Span]:
    """The events that the selection means by the days they cover, the earliest first."""
    query = _counted(connection, chosen, (*_SPAN, *_NUMBERS), _SPAN, _EVENTS)
    return [Span(*row) for row in connection.execute(query.order_by(EVENTS.c.first))]


def dyad_spans(connection: Connection, chosen: Selection, most: int) -> dict[str, list[Span]]:
    """The dyads with most events in the selection, as a selection names them, each with the days that those cover."""
    pair: Columns = (DYADS.c.one, DYADS.c.other)
    all_ = _counted(connection, chosen, (*pair, *_SPAN, *_NUMBERS), (*pair, *_SPAN), _BETWEEN).cte("every")
    by = (all_.c.one, all_.c.other)
    led = select(*by, func.sum(all_.c.events).label("whole")).group_by(*by)
    top = led.order_by(func.sum(all_.c.events).desc(), *by).limit(most).cte("leading")
    query = (select(*all_.c).join(top, (top.c.one == by[0]) & (top.c.other == by[1]))
             .order_by(top.c.whole.desc(), *by, all_.c.first))
    out: dict[str, list[Span]] = {}
    for one, other, *rest in connection.execute(query):
        out.setdefault(f"{one},{other}", []).append(Span(*rest))
    return out


def spots(connection: Connection, chosen: Selection) -> Sequence[Spot]:
    """The events that the selection means by place, the place with most of them first."""
    about = (EVENTS.c.country, EVENTS.c.lat, EVENTS.c.lon, EVENTS.c.place_name)
    columns = (*_SPOT, *(func.max(one) for one in about), func.count())
    query = _counted(connection, chosen, columns, _SPOT, _EVENTS).order_by(func.count().desc(), *_SPOT)
    return [Spot(*row) for row in connection.execute(query)]


def counts(connection: Connection, chosen: Selection) -> Counts:
    """How many events the selection means, in how many reports of how many sources, and how many did not happen."""
    columns = (func.count(), func.count(EVENTS.c.report.distinct()), func.count(REPORTS.c.source.distinct()),
               func.coalesce(func.sum(case((EVENTS.c.status == ACTUAL, 0), else_=1)), 0))
    return Counts(*connection.execute(_counted(connection, chosen, columns, (), _EVENTS)).one())


_EVENTS = EVENTS.join(REPORTS, REPORTS.c.number == EVENTS.c.report)
_BETWEEN = _EVENTS.join(DYADS, DYADS.c.event == EVENTS.c.id)


def _counted(connection: Connection, chosen: Selection, columns: Columns, by: Columns, of: FromClause) -> Select[Any]:
    conditions = [*of_reports(chosen, connection.dialect.name), *of_events(chosen)]
    return select(*columns).select_from(of).where(*conditions).group_by(*by)

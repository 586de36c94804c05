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
_SPAN: Columns = (EVENTS.c.first, EVENTS.c.last, EVENTS.c.type, EVENTS.c.quad)
_NUMBERS: Columns = (func.count(), func.sum(EVENTS.c.score))
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


def spans(connection: Connection, chosen: Selection) -> Sequence[Span]:
    """The events that the selection means by the days they cover, the earliest first."""
    query = _counted(connection, chosen, (*_SPAN, *_NUMBERS), _SPAN, _EVENTS)
    return [Span(*row) for row in connection.execute(query.order_by(EVENTS.c.first))]


def leading_dyads(connection: Connection, chosen: Selection, most: int) -> Sequence[str]:
    """The dyads with most events in the selection, as a selection names them."""
    pair: Columns = (DYADS.c.one, DYADS.c.other)
    query = _counted(connection, chosen, pair, pair, _BETWEEN)
    rows = connection.execute(query.order_by(func.count().desc(), *pair).limit(most))
    return [f"{one},{other}" for one, other in rows]


def dyad_spans(connection: Connection, chosen: Selection, dyads: Sequence[str]) -> dict[str, list[Span]]:
    """For each of some dyads, as `leading_dyads` names them, its events by the days they cover."""
    out: dict[str, list[Span]] = {dyad: [] for dyad in dyads}
    name = DYADS.c.one.concat(",").concat(DYADS.c.other)
    query = _counted(connection, chosen, (name, *_SPAN, *_NUMBERS), (name, *_SPAN), _BETWEEN)
    for dyad, *rest in connection.execute(query.where(name.in_(dyads)).order_by(EVENTS.c.first)):
        out[dyad].append(Span(*rest))
    return out


def spots(connection: Connection, chosen: Selection) -> Sequence[Spot]:
    """The events that the selection means by place, the place with most of them first."""
    about = (EVENTS.c.country, EVENTS.c.lat, EVENTS.c.lon, EVENTS.c.place_name)
    columns = (*_SPOT, *(func.max(one) for one in about), func.count())
    query = _counted(connection, chosen, columns, _SPOT, _EVENTS).order_by(func.count().desc(), *_SPOT)
    return [Spot(*row) for row in connection.execute(query)]


def statuses(connection: Connection, chosen: Selection) -> dict[str, int]:
    """By status, how many events the selection means."""
    by: Columns = (EVENTS.c.status,)
    return {status: events for status, events in
            connection.execute(_counted(connection, chosen, (*by, func.count()), by, _EVENTS))}


_EVENTS = EVENTS.join(REPORTS, REPORTS.c.number == EVENTS.c.report)
_BETWEEN = _EVENTS.join(DYADS, DYADS.c.event == EVENTS.c.id)


def _counted(connection: Connection, chosen: Selection, columns: Columns, by: Columns, of: FromClause) -> Select[Any]:
    conditions = [*of_reports(chosen, connection.dialect.name), *of_events(chosen)]
    return select(*columns).select_from(of).where(*conditions).group_by(*by)

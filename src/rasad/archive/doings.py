"""What an actor did and what was done to it are the events that a selection means with it on that side.

One query tells all of it: the events are looked up once and counted in several ways.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Integer, Row, Select, case, func, literal, select, union_all

from rasad.archive.conditions import called
from rasad.archive.finding import EVENT, Found, meant, told
from rasad.archive.lands import CONFLICT, land
from rasad.archive.selection import Selection
from rasad.archive.tables import EVENTS, PARTIES, REPORTS
from rasad.archive.view_rows import SIDES, VOUCHES

DID, SUFFERED = SIDES["actors"], SIDES["recipients"]
_TYPES, _LANDS, _NAMED, _NEWEST = "types", "lands", "named", "newest"
_SHOWN = 5
_NONE: ColumnElement[str] = literal("")


@dataclass(slots=True)
class Partner:
    """Somebody on the other side: events of conflict and of cooperation, by who did them, and between the two."""

    who: str
    did: list[int]  # cooperation, conflict
    suffered: list[int]
    between: list[int]

    @property
    def events(self) -> int:
        """How many events are between the two."""
        return sum(self.between)


@dataclass(frozen=True, slots=True)
class Doings:
    """What an actor did and what was done to it: by type, by country of the other side, by who that was by name."""

    types: Mapping[str, Mapping[str, int]]  # by side
    lands: Sequence[Partner]
    named: Sequence[Partner]
    newest: Mapping[str, Sequence[Found]]  # by side

    def total(self, side: str) -> int:
        """How many events have the actor on the side."""
        return sum(self.types[side].values())


def doings(connection: Connection, chosen: Selection, who: str) -> Doings:
    """What somebody, told by code, id or name, did and what was done to them, of what the selection means."""
    mine, other = _mine(connection, chosen, who), PARTIES.c
    parts = [_types(mine), *(_newest(mine, side) for side in (DID, SUFFERED)),
             _partners(_LANDS, mine, land(connection, other.code), other.code != ""),
             _partners(_NAMED, mine, other.party, other.party.contains(":"))]
    rows = connection.execute(union_all(*parts)).all()
    return Doings({side: _by_type(rows, side) for side in (DID, SUFFERED)}, _told(rows, _LANDS), _told(rows, _NAMED),
                  {side: _found(connection, rows, side) for side in (DID, SUFFERED)})


def _mine(connection: Connection, chosen: Selection, who: str) -> CTE:
    """The events with the actor, once for each side it is on."""
    side = (select(PARTIES.c.event, PARTIES.c.side).distinct()
            .where(PARTIES.c.side.in_((DID, SUFFERED)), called(PARTIES.c.code, PARTIES.c.party, PARTIES.c.name, who))
            .subquery())
    columns = [EVENTS.c.id, EVENTS.c.type, EVENTS.c.start, REPORTS.c.moment, REPORTS.c.number, side.c.side,
               case((EVENTS.c.quad.like(CONFLICT), 1), else_=0).label("conflict")]
    query = meant(connection, EVENT, chosen).join(side, side.c.event == EVENTS.c.id).with_only_columns(*columns)
    return query.order_by(None).cte("mine")


def _row(part: str, value: ColumnElement[str], side: ColumnElement[str], numbers: Sequence[ColumnElement[Any]],
         moment: ColumnElement[str] = _NONE) -> Select[Any]:
    names = ("conflict", "did", "suffered", "events")
    return select(literal(part).label("part"), value.label("value"), side.label("side"), moment.label("moment"),
                  *(number.label(name) for name, number in zip(names, numbers, strict=True)))


def _types(mine: CTE) -> Select[Any]:
    none = literal(0, Integer)
    return _row(_TYPES, mine.c.type, mine.c.side, (none, none, none, func.count())).group_by(mine.c.type, mine.c.side)


def _partners(part: str, mine: CTE, key: ColumnElement[str], wanted: ColumnElement[bool]) -> Select[Any]:
    """By whom is on the other side: an event counts once for each of them."""
    opposite = (PARTIES.c.side != mine.c.side) & (PARTIES.c.side != VOUCHES)
    did, suffered = (func.max(case((mine.c.side == side, 1), else_=0)) for side in (DID, SUFFERED))
    once = (select(key.label("who"), mine.c.conflict, did.label("did"), suffered.label("suffered"))
            .join(PARTIES, (PARTIES.c.event == mine.c.id) & opposite)
            .where(wanted).group_by(mine.c.id, key, mine.c.conflict)).subquery()
    numbers = (once.c.conflict, func.sum(once.c.did), func.sum(once.c.suffered), func.count())
    return _row(part, once.c.who, literal(""), numbers).group_by(once.c.who, once.c.conflict)


def _newest(mine: CTE, side: str) -> Select[Any]:
    """The newest events, with where they stand among each other told by their report and their place in it."""
    first = (select(mine.c.id, mine.c.moment, mine.c.number, mine.c.start).where(mine.c.side == side)
             .order_by(mine.c.moment.desc(), mine.c.number.desc(), mine.c.start, mine.c.id).limit(_SHOWN)).subquery()
    none = literal(0, Integer)
    return _row(_NEWEST, first.c.id, literal(side), (none, first.c.number, first.c.start, none), first.c.moment)


def _by_type(rows: Sequence[Row[Any]], side: str) -> dict[str, int]:
    counted = {row.value: int(row.events) for row in rows if row.part == _TYPES and row.side == side}
    return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def _told(rows: Sequence[Row[Any]], part: str) -> list[Partner]:
    found: dict[str, Partner] = {}
    for row in rows:
        if row.part == part:
            one = found.setdefault(row.value, Partner(row.value, [0, 0], [0, 0], [0, 0]))
            one.did[row.conflict] = int(row.did)
            one.suffered[row.conflict] = int(row.suffered)
            one.between[row.conflict] = int(row.events)
    return sorted(found.values(), key=lambda one: (-one.events, one.who))


def _found(connection: Connection, rows: Sequence[Row[Any]], side: str) -> list[Found]:
    newest = sorted((row for row in rows if row.part == _NEWEST and row.side == side),
                    key=lambda row: (row.suffered, row.value))
    newest.sort(key=lambda row: (row.moment, row.did), reverse=True)
    return list(told(connection, EVENT, [row.value for row in newest]))

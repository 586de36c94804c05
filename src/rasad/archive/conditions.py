"""A selection becomes conditions of the database: every value is a bound parameter, none is part of a command."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import ColumnElement, Table, and_, exists, false, func, not_, or_, select

from rasad.archive.selection import NO_POINT, Selection, first_day, is_code, last_day, sides
from rasad.archive.standing import DISPUTED
from rasad.archive.tables import CARRIED, DYADS, EVENTS, PARTIES, REPORTS, STATEMENTS
from rasad.archive.view_rows import SIDES, VOUCHES
from rasad.archive.word_index import matching
from rasad.archive.words import folded
from rasad.language.tables import merged, values
from rasad.pack import PACKS
from rasad.records import OUTLET

Condition = ColumnElement[bool]
Make = Callable[[str], Condition]


def of_reports(chosen: Selection, dialect: str) -> list[Condition]:
    """What a report must be, whatever of it is asked for."""
    out: list[Condition] = []
    if chosen.words:
        found = matching(chosen.words, dialect)
        out.append(found if found is not None else _never())
    out += _any(chosen.source, lambda value: func.lower(REPORTS.c.source) == value.lower())
    out += _any(chosen.language, lambda value: REPORTS.c.language == value)
    out += _any(chosen.report, lambda value: or_(REPORTS.c.id == value, REPORTS.c.given == value))
    if not chosen.copies:
        copy = exists().where(CARRIED.c.report == REPORTS.c.number, CARRIED.c.first != REPORTS.c.number)
        out.append(not_(copy))
    return out


def of_published(chosen: Selection) -> list[Condition]:
    """When a report must have been published."""
    out: list[Condition] = []
    if chosen.since:
        out.append(REPORTS.c.moment >= first_day(chosen.since))
    if chosen.until:
        out += [REPORTS.c.moment < last_day(chosen.until) + "T99", REPORTS.c.moment != ""]
    return out


def of_events(chosen: Selection) -> list[Condition]:
    """What an event must be."""
    out = [] if chosen.rejected else [not_(EVENTS.c.rejected)]
    out += _any(chosen.type, lambda value: EVENTS.c.type == value)
    out += _any(chosen.mode, lambda value: EVENTS.c.mode == value)
    out += _any(chosen.quad, lambda value: EVENTS.c.quad == value)
    out += _any(chosen.status, lambda value: EVENTS.c.status == value)
    out += _any(chosen.review, lambda value: _reviewed(EVENTS, value))
    out += _any(chosen.actor, lambda value: _has((SIDES["actors"],), value))
    out += _any(chosen.recipient, lambda value: _has((SIDES["recipients"],), value))
    out += _any(chosen.party, lambda value: _has(tuple(SIDES.values()), value))
    out += _any(chosen.dyad, _between)
    out += _any(chosen.according, lambda value: _has((VOUCHES,), value))
    out += _any(chosen.place, _at)
    out += _any(chosen.spot, lambda value: EVENTS.c.place == value)
    out += _any(chosen.precision, _near)
    out += _any(chosen.agreement, lambda value: EVENTS.c.agreements.contains(f" {value} ", autoescape=True))
    if chosen.speaker:
        told = select(STATEMENTS.c.id).where(*_any(chosen.speaker, _speaks))
        out.append(EVENTS.c.statement.in_(told.scalar_subquery()))
    if chosen.since:
        out.append(EVENTS.c.last >= first_day(chosen.since))
    if chosen.until:
        out += [EVENTS.c.first <= last_day(chosen.until), EVENTS.c.first != ""]
    return out


def of_statements(chosen: Selection) -> list[Condition]:
    """What a statement must be; what is asked of events must be true of one that is told in it."""
    out = [] if chosen.rejected else [not_(STATEMENTS.c.rejected)]
    out += _any(chosen.review, lambda value: _reviewed(STATEMENTS, value))
    out += _any(chosen.speaker, _speaks)
    if asks_of_events(chosen):
        told = select(EVENTS.c.statement).where(*of_events(replace(chosen, speaker=(), review=(), since="", until="")))
        out.append(STATEMENTS.c.id.in_(told.scalar_subquery()))
    return out + of_published(chosen)


def asks_of_events(chosen: Selection) -> bool:
    """Whether the selection says anything that only an event can be."""
    return any((chosen.actor, chosen.recipient, chosen.party, chosen.dyad, chosen.type, chosen.mode, chosen.quad,
                chosen.status, chosen.place, chosen.spot, chosen.precision, chosen.according, chosen.agreement))


def _any(values_: Iterable[str], condition: Make) -> list[Condition]:
    made = [condition(value) for value in values_]
    return [or_(*made)] if made else []


def _reviewed(records: Table, value: str) -> Condition:
    disputed: Condition = records.c.disputed
    return disputed if value == DISPUTED else records.c.review == value


def _speaks(value: str) -> Condition:
    return called(STATEMENTS.c.code, STATEMENTS.c.speaker, STATEMENTS.c.speaker_name, value)


def _has(on: tuple[str, ...], value: str) -> Condition:
    """Whether somebody on one of these sides of the event is the one meant."""
    meant = called(PARTIES.c.code, PARTIES.c.party, PARTIES.c.name, value)
    return EVENTS.c.id.in_(select(PARTIES.c.event).where(PARTIES.c.side.in_(on), meant).scalar_subquery())


def _between(dyad: str) -> Condition:
    one, other = sides(dyad)
    lands = sorted(map(_known, (one, other)))
    if all(lands) and "." not in "".join(lands):
        between = select(DYADS.c.event).where(DYADS.c.one == lands[0], DYADS.c.other == lands[1])
        return EVENTS.c.id.in_(between.scalar_subquery())
    acts, suffers = (SIDES["actors"],), (SIDES["recipients"],)
    return or_(and_(_has(acts, one), _has(suffers, other)), and_(_has(acts, other), _has(suffers, one)))


def called(code: ColumnElement[str], id_: ColumnElement[str], name: ColumnElement[str], value: str) -> Condition:
    """Whether somebody has the code, or one under it, the id, or the name."""
    known = _known(value)
    if known:
        return or_(code == known, code.startswith(known + ".", autoescape=True))
    if value == OUTLET:
        return code == value
    return or_(id_ == value, _holds(name, value))


def _known(value: str) -> str:
    """The code that a value is, or that of the country it names; "" for any other."""
    return value if is_code(value) else countries().get(folded(value), "")


def _at(value: str) -> Condition:
    known = value if is_code(value) and len(value) == 3 else countries().get(folded(value), "")
    if known:
        return EVENTS.c.country == known
    return or_(EVENTS.c.place == value, _holds(EVENTS.c.place_name, value))


def _near(precision: str) -> Condition:
    """Whether the event has a point as near as that, or none at all."""
    known = EVENTS.c.lat.is_not(None)
    return and_(known, EVENTS.c.precision == precision) if precision != NO_POINT else not_(known)


def _holds(name: ColumnElement[str], value: str) -> Condition:
    """Whether the name holds the value, in any spelling."""
    wanted = " ".join(folded(value).split())
    return name.contains(wanted, autoescape=True) if wanted else _never()


def _never() -> Condition:
    return false()


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """The codes of countries and bodies by their names, folded."""
    out: dict[str, str] = {}
    for row in merged("countries.tsv", PACKS / "fa"):
        for name in (row["name"], *values(row, "fa")):
            out.setdefault(folded(name), row["code"])
    return out

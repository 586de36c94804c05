"""Actors are counted by what they are: countries and bodies, parts of a country, those with a name of their own.

An event counts once for each actor in it, whatever its sides; a country has the events of all its parts.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from rasad.archive.finding import EVENT, STATEMENT, meant
from rasad.archive.lands import land
from rasad.archive.selection import Selection
from rasad.archive.tables import EVENTS, PARTIES, STATEMENTS
from rasad.archive.view_rows import SIDES, VOUCHES
from rasad.archive.words import folded

LANDS, PARTS, NAMED = "lands", "parts", "named"
_OWN = "name:"  # what ids begin with that are made of a name no table knows


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a search asks for: countries and ids that tables know by it, and the words themselves."""

    lands: frozenset[str]
    ids: frozenset[str]
    words: str


@dataclass(slots=True)
class Counted:
    """An actor by code or id, with its events and its statements."""

    who: str
    events: int = 0
    statements: int = 0


def counted_actors(connection: Connection, chosen: Selection, kind: str, wanted: Wanted | None = None,
                   ) -> Sequence[Counted]:
    """The actors of a kind in what the selection means, those with most events first.

    Those with a name of their own are there too where they only speak, and their statements count.
    """
    code, id_ = PARTIES.c.code, PARTIES.c.party
    sided = PARTIES.c.side != VOUCHES
    key = _key(connection, kind, code, id_)
    once = (meant(connection, EVENT, chosen).join(PARTIES, PARTIES.c.event == EVENTS.c.id)
            .where(sided, *_asked(connection, kind, code, id_, wanted))
            .with_only_columns(EVENTS.c.id, key.label("who")).distinct()).subquery()
    found = {who: Counted(who, events=number)
             for who, number in connection.execute(select(once.c.who, func.count()).group_by(once.c.who))}
    speaking = connection.execute(_said(connection, chosen, wanted)) if kind == NAMED else ()
    for who, number in speaking:
        found.setdefault(who, Counted(who)).statements = number
    return sorted(found.values(), key=lambda one: (-one.events, -one.statements, one.who))


def _said(connection: Connection, chosen: Selection, wanted: Wanted | None) -> Select[Any]:
    """By speaker with a name, how many statements there are."""
    code, id_ = STATEMENTS.c.code, STATEMENTS.c.speaker
    query = meant(connection, STATEMENT, replace(chosen, speaker=()))
    return (query.where(*_asked(connection, NAMED, code, id_, wanted))
            .with_only_columns(id_, func.count()).group_by(id_))


def _key(connection: Connection, kind: str, code: ColumnElement[str], id_: ColumnElement[str]) -> ColumnElement[str]:
    if kind == NAMED:
        return id_
    return land(connection, code) if kind == LANDS else code


def _asked(connection: Connection, kind: str, code: ColumnElement[str], id_: ColumnElement[str],
           wanted: Wanted | None) -> list[ColumnElement[bool]]:
    """What the code and the id must be."""
    kinds = {LANDS: code != "", PARTS: code.contains("."), NAMED: id_.contains(":")}
    out: list[ColumnElement[bool]] = [kinds[kind]]
    if wanted is not None and kind == NAMED:
        word = "-".join(folded(wanted.words).split())
        out.append(or_(id_.in_(wanted.ids), id_.contains(_OWN + word, autoescape=True) if word else id_ == ""))
    elif wanted is not None:
        out.append(land(connection, code).in_(wanted.lands))
    return out


def names_told(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What reports call those who stand in no table, by id: as one of the records has it."""
    own = [id_ for id_ in ids if id_.startswith(_OWN)]
    some = select(func.min(STATEMENTS.c.id)).where(STATEMENTS.c.speaker.in_(own)).group_by(STATEMENTS.c.speaker)
    spoken = connection.scalars(select(STATEMENTS.c.record).where(STATEMENTS.c.id.in_(some.scalar_subquery())))
    found = [json.loads(record)["speaker"] for record in spoken]
    silent = [id_ for id_ in own if id_ not in {one["id"] for one in found}]
    others = select(func.min(PARTIES.c.event)).where(PARTIES.c.party.in_(silent)).group_by(PARTIES.c.party)
    records = connection.scalars(select(EVENTS.c.record).where(EVENTS.c.id.in_(others.scalar_subquery())))
    for record in map(json.loads, records):
        found += [one for side in SIDES for one in record[side] if one["id"] in silent]
    return {one["id"]: one["name"] for one in found}

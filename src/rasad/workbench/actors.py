"""Actors have a page each: who they are, the offices over time, what they said, did and suffered, and with whom.

Filters of the address hold, but for those that say who acts or speaks: that is the actor of the page.
"""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Path
from sqlalchemy import Connection
from starlette.responses import Response

from rasad.archive.actors import LANDS, NAMED, PARTS, Counted, Wanted, counted_actors, names_told
from rasad.archive.doings import Doings, Partner, doings
from rasad.archive.dyads import Dyad
from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.known_actors import Held, called_so, known_actors, land_of, offices_of
from rasad.archive.sayings import sayings
from rasad.archive.selection import Selection, first_day, last_day
from rasad.archive.span_of_days import days
from rasad.workbench import asking, choosing
from rasad.workbench.drawing import star
from rasad.workbench.naming import actor_kind, actor_name, office_rank
from rasad.workbench.paging import Paging, paging
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visit, Visiting

router = APIRouter()
_SIZE, _AROUND, _ROWS, _SAID, _OFFICES = 50, 14, 15, 6, 40
_LONGEST = 200
KINDS = (LANDS, PARTS, NAMED)
ActorId = Annotated[str, Path(max_length=_LONGEST)]


@dataclass(frozen=True, slots=True)
class Row:
    """An actor of the list."""

    counted: Counted
    kind: str
    name: str


@router.get("/actors")
def actors(visit: Visiting) -> Response:
    """The actors of the events that the address selects, by kind or by a search for a name."""
    params = visit.request.query_params
    words = params.get("name", "").strip()[:_LONGEST]
    kind = params.get("kind", LANDS) if params.get("kind") in KINDS else LANDS
    values: dict[str, Any] = {"words": words, "kind": kind, "kinds": KINDS, "choosing": choosing, "asking": asking,
                              "query": choosing.query}
    try:
        chosen = choosing.chosen_by(params)
    except ArchiveError as error:
        return page(visit, "actors.html", 400, **values, fault=error, chosen=Selection(), chips=[], found=[], kept="",
                    pages=paging(params, _SIZE, 0))
    with visit.archive.reading() as connection:
        counted = _searched(connection, chosen, words) if words else counted_actors(connection, chosen, kind)
        pages = paging(params, _SIZE, len(counted))
        found = _rows(connection, visit, counted, pages)
    chips = list(choosing.chips("/actors", chosen, name=words, kind=kind))
    return page(visit, "actors.html", **values, fault=None, chosen=chosen, chips=chips, found=found, pages=pages,
                kept=choosing.query(chosen))


def _searched(connection: Connection, chosen: Selection, words: str) -> list[Counted]:
    """Every actor with these words in the name or for its code, of whatever kind."""
    whom = called_so(words)
    code = words.upper() if land_of(words.upper()) in known_actors() else ""
    lands = frozenset(land_of(who) for who in (*whom, code) if who and ":" not in who)
    wanted = Wanted(lands, frozenset(who for who in whom if ":" in who), words)
    found = [one for kind in KINDS if lands or kind == NAMED for one in counted_actors(connection, chosen, kind, wanted)]
    return sorted(found, key=lambda one: (one.who != code, -one.events, -one.statements, one.who))


def _rows(connection: Connection, visit: Visit, counted: Any, pages: Paging) -> list[Row]:  # noqa: ANN401
    shown = counted[pages.offset:pages.offset + pages.size]
    told = names_told(connection, [one.who for one in shown if actor_kind(one.who) == "named"])
    return [Row(one, actor_kind(one.who), told.get(one.who) or actor_name(one.who, visit.texts)) for one in shown]


@router.get("/actors/{who:path}")
def actor(visit: Visiting, who: ActorId) -> Response:
    """The page of an actor, by code, id or name."""
    try:
        chosen = about(choosing.chosen_by(visit.request.query_params))
    except ArchiveError as error:
        return page(visit, "fault.html", 400, kind="refused", what=error.what, remedy=error.remedy)
    with visit.archive.reading() as connection:
        done = doings(connection, chosen, who)
        said = sayings(connection, replace(chosen, speaker=(who,)), _SAID)
        if who not in known_actors() and not (said.total or any(done.types.values()) or chosen != Selection()):
            raise MissingError(f"nobody is known as {who!r}", "take one that the list of actors shows")
        name = names_told(connection, [who]).get(who) if actor_kind(who) == "named" else None
    name = name or actor_name(who, visit.texts)
    offices, whole = _offices(who, chosen), bool(visit.request.query_params.get("offices"))
    chips = list(choosing.chips(visit.request.url.path, chosen))
    return page(visit, "actor.html", who=who, name=name, kind=actor_kind(who), known=known_actors().get(who),
                offices=offices, many=None if whole else _OFFICES, done=done, said=said, chosen=chosen, chips=chips, choosing=choosing,
                asking=asking, kept=choosing.query(chosen), rows=_ROWS, land_of=land_of,
                **_network(visit, who, name, done))


def about(chosen: Selection) -> Selection:
    """The selection without who acts or speaks."""
    return replace(chosen, actor=(), recipient=(), dyad=(), speaker=())


def _network(visit: Visit, who: str, name: str, done: Doings) -> dict[str, Any]:
    """The drawing of those the actor has most to do with, and the names of all."""
    others = [one for one in done.lands if one.who != who][:_AROUND]
    told = {one.who: actor_name(one.who, visit.texts) for one in (*done.lands, *done.named)}
    return {"names": told, "drawing": star(who, [_dyad(who, one) for one in others], {**told, who: name})}


def _dyad(who: str, partner: Partner) -> Dyad:
    return Dyad(who, partner.who, *partner.between)


def _offices(who: str, chosen: Selection) -> list[Held]:
    """The offices of a person, or those of a country or a part of it, that were held in the time that is selected."""
    known = known_actors().get(who)
    if known is not None and known.kind == "person":
        return [Held(known, term) for term in reversed(known.terms)]
    if ":" in who or land_of(who) not in known_actors():
        return []
    since, until = first_day(chosen.since) if chosen.since else "", last_day(chosen.until) if chosen.until else "9999"
    found = [held for held in offices_of(who) if _last(held.term.end) >= since and held.term.start <= until]
    return sorted(found, key=lambda held: (bool(held.term.end), 0 if held.term.end else office_rank(held.term.office)))


def _last(end: str) -> str:
    return days(end)[1] if end else "9999"



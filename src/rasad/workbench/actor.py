"""An actor has a page: who it is, the offices over time, what it said, did and suffered, and with whom.

Filters of the address hold, but for those that say who acts or speaks: that is the actor of the page.
"""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.responses import Response

from rasad.archive.actors import names_told
from rasad.archive.doings import Doings, Partner, doings
from rasad.archive.dyads import Dyad
from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.known_actors import PERSON, Held, known_actors, land_of, offices_of
from rasad.archive.sayings import sayings
from rasad.archive.selection import Selection, first_day, last_day, selection
from rasad.archive.span_of_days import days
from rasad.workbench import asking, choosing
from rasad.workbench.drawing import star
from rasad.workbench.naming import actor_kind, actor_name, office_rank
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visit, Visiting

router = APIRouter()
_AROUND, _ROWS, _SAID, _OFFICES = 14, 15, 6, 40
ActorId = Annotated[str, Path(max_length=200)]


@router.get("/actors/{who:path}")
def actor(visit: Visiting, who: ActorId) -> Response:
    """The page of an actor, by code, id or name."""
    who = _meant(who)
    try:
        chosen = about(choosing.chosen_by(visit.request.query_params))
    except ArchiveError as error:
        return page(visit, "fault.html", 400, kind="refused", what=error.what, remedy=error.remedy)
    with visit.archive.reading() as connection:
        done = doings(connection, chosen, who)
        said = sayings(connection, replace(chosen, speaker=(who,)), _SAID)
        nothing = not said.total and not any(done.types.values())
        if who not in known_actors() and nothing and chosen == Selection():
            raise MissingError(f"nobody is known as {who!r}", "take one that the list of actors shows")
        told = names_told(connection, [who, *(one.who for one in done.named[:_ROWS])])
    name = told.get(who) or actor_name(who, visit.texts)
    offices, whole = _offices(who, chosen), bool(visit.request.query_params.get("offices"))
    chips = list(choosing.chips(visit.request.url.path, chosen))
    return page(visit, "actor.html", who=who, name=name, kind=actor_kind(who), known=known_actors().get(who),
                offices=offices, many=None if whole else _OFFICES, done=done, spoken=said, chosen=chosen, chips=chips,
                choosing=choosing, asking=asking, kept=choosing.query(chosen), rows=_ROWS, land_of=land_of,
                **_network(visit, who, {**told, who: name}, done))


def about(chosen: Selection) -> Selection:
    """The selection without who acts or speaks."""
    return replace(chosen, actor=(), recipient=(), dyad=(), speaker=())


def _meant(who: str) -> str:
    """The actor of an address, as a selection would have it."""
    meant = selection({"party": who}).party
    if not meant:
        raise MissingError("this address names nobody")
    return meant[0]


def _network(visit: Visit, who: str, told: dict[str, str], done: Doings) -> dict[str, Any]:
    """The drawing of those the actor has most to do with, and the names of all."""
    others = [one for one in done.lands if one.who != who][:_AROUND]
    names = {one.who: actor_name(one.who, visit.texts) for one in (*done.lands, *done.named[:_ROWS])} | told
    return {"names": names, "drawing": star(who, [_dyad(who, one) for one in others], names)}


def _dyad(who: str, partner: Partner) -> Dyad:
    return Dyad(who, partner.who, *partner.between)


def _offices(who: str, chosen: Selection) -> list[Held]:
    """The offices of a person, or those of a country or a part of it, that were held in the time that is selected."""
    known = known_actors().get(who)
    if known is not None and known.kind == PERSON:
        return [Held(known, term) for term in reversed(known.terms)]
    if ":" in who or land_of(who) not in known_actors():
        return []
    since, until = first_day(chosen.since) if chosen.since else "", last_day(chosen.until) if chosen.until else "9999"
    found = [held for held in offices_of(who) if _last(held.term.end) >= since and held.term.start <= until]
    return sorted(found, key=lambda held: (bool(held.term.end), 0 if held.term.end else office_rank(held.term.office)))


def _last(end: str) -> str:
    return days(end)[1] if end else "9999"



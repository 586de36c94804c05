"""Actors are listed by kind, or found by a name in Persian or English, those with most events first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.responses import Response

from rasad.archive.actors import LANDS, NAMED, PARTS, Counted, Wanted, counted_actors, names_told
from rasad.archive.errors import ArchiveError
from rasad.archive.known_actors import called_so, land_of
from rasad.archive.selection import Selection, is_code
from rasad.workbench import asking, choosing
from rasad.workbench.naming import actor_kind, actor_name
from rasad.workbench.paging import Paging, paging
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visit, Visiting

router = APIRouter()
_SIZE, _LONGEST = 50, 200
KINDS = (LANDS, PARTS, NAMED)


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
    """Every actor with these words in the name or for its code; parts of a country are found by code."""
    whom = called_so(words)
    code = words.upper() if is_code(words.upper()) else ""
    lands = frozenset(land_of(who) for who in (*whom, code) if who and ":" not in who)
    wanted = Wanted(lands, frozenset(who for who in whom if ":" in who), words)
    kinds = [PARTS if "." in words else LANDS] if lands else []
    found = [one for kind in (*kinds, NAMED) for one in counted_actors(connection, chosen, kind, wanted)]
    return sorted(found, key=lambda one: (one.who != code, -one.events, -one.statements, one.who))


def _rows(connection: Connection, visit: Visit, counted: Sequence[Counted], pages: Paging) -> list[Row]:
    shown = counted[pages.offset:pages.offset + pages.size]
    told = names_told(connection, [one.who for one in shown if actor_kind(one.who) == "named"])
    return [Row(one, actor_kind(one.who), told.get(one.who) or actor_name(one.who, visit.texts)) for one in shown]

"""The map: events where they were, as near as is told. What has no point is counted beside the map and put nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.responses import Response

from rasad.archive.selection import NO_POINT, Selection
from rasad.archive.tallying import Spot, counts, spans, spots
from rasad.workbench import choosing
from rasad.workbench.figures import asked, kept, opening, to, values_of
from rasad.workbench.gazetteer import place_name
from rasad.workbench.rendering import onward, page
from rasad.workbench.sheet import HEIGHT, WIDTH, View, shapes
from rasad.workbench.sliding import put_on, slider_of
from rasad.workbench.spotting import around, marks, shades
from rasad.workbench.stretches import GRAINS
from rasad.workbench.views import VIEWS, named, names_a_view, viewed
from rasad.workbench.visits import Visit, Visiting

router = APIRouter()
_ROWS = 200
_LARGER = 1.8  # how much one step of zooming is
_STEP = 0.4  # of the sheet that one step to a side is


@router.get("/map")
def world(visit: Visiting) -> Response:
    """The map of what the address selects."""
    params = visit.request.query_params
    chosen, fault = asked(visit)
    keep = kept(visit, by=tuple(GRAINS)) | ({"view": params["view"]} if names_a_view(params.get("view", "")) else {})
    known = values_of("/map", chosen, fault, keep)
    if fault is not None:
        return page(visit, "map.html", 400, **known, count=None)
    with visit.archive.reading() as connection:
        told = spans(connection, replace(chosen, since="", until=""))
        slider = slider_of(visit, chosen, told, keep.get("by", ""))
        if "step" in params:
            return onward(to("/map", put_on(params["step"], slider, chosen), **keep))
        count, there = counts(connection, chosen), spots(connection, chosen)
    return page(visit, "map.html", **known, **_drawn(visit, there, chosen, keep), count=count,
                slider=slider, **_table(visit, there))


def _drawn(visit: Visit, there: Sequence[Spot], chosen: Selection, keep: Mapping[str, str]) -> dict[str, Any]:
    """The drawing, and where its marks and buttons lead."""
    placed = [one for one in there if one.precision != NO_POINT and one.place]
    name, part = viewed(keep.get("view", ""), placed)
    made = marks(part, placed, visit.texts.language)
    beyond = sum(one.events for one in placed) - sum(mark.spot.events for mark in made)
    return {"marks": made, "shapes": shapes(part), "countries": shades(placed), "width": WIDTH, "height": HEIGHT,
            "around": around, "views": VIEWS, "view": name, "beyond": beyond, "placed": placed,
            **_links(chosen, keep, part)}


def _table(visit: Visit, there: Sequence[Spot]) -> dict[str, Any]:
    """The places that the table has, and the numbers of what is on no map."""
    known = [one for one in there if one.place]
    rows = [(place_name(one.place, visit.texts.language, one.named), one) for one in known[:_ROWS]]
    return {"rows": rows, "known": len(known), "nowhere": sum(one.events for one in there if not one.place),
            "without": sum(one.events for one in there if one.precision == NO_POINT)}


def _links(chosen: Selection, keep: Mapping[str, str], part: View) -> dict[str, Any]:
    """Where the numbers and the buttons of the map lead."""
    moves = {"in": part.moved(0, 0, _LARGER), "out": part.moved(0, 0, 1 / _LARGER), "north": part.moved(0, _STEP),
             "south": part.moved(0, -_STEP), "west": part.moved(-_STEP, 0), "east": part.moved(_STEP, 0)}
    view = {"view": keep["view"]} if "view" in keep else {}
    by = {"by": keep["by"]} if "by" in keep else {}
    timeless = replace(chosen, since="", until="")
    return {"moves": {name: to("/map", chosen, **{**keep, "view": named(other)}) for name, other in moves.items()},
            "to_events": opening("/events", chosen, "spot", "precision"),
            "to_pointless": opening("/events", chosen, "precision"),
            "hidden": parse_qsl(choosing.query(timeless, **keep)), "to_views": opening("/map", chosen, **by),
            "to_periods": opening("/map", timeless, **keep), "to_grains": opening("/map", chosen, **view)}

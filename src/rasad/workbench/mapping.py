"""The map: events where they were, as near as is told. What has no point is counted beside the map and put nowhere."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from math import log1p, pi, sqrt
from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.responses import Response

from rasad.archive.selection import NO_POINT, Selection, first_day, last_day
from rasad.archive.tallying import Span, Spot, counts, spans, spots
from rasad.workbench import choosing
from rasad.workbench.bars import Drawing, standing
from rasad.workbench.figures import asked, kept, names, opening, to, values_of, within
from rasad.workbench.gazetteer import place_name
from rasad.workbench.period_names import Name
from rasad.workbench.periods import GRAINS, YEAR, Frame, calendar_of, frame, tallies
from rasad.workbench.rendering import onward, page
from rasad.workbench.sheet import HEIGHT, WIDTH, Shape, View, shapes, view
from rasad.workbench.visits import Visit, Visiting

router = APIRouter()
WORLD = "world"
VIEWS: Mapping[str, View] = {  # the nearest first
    "levant": view(36, 33.2, 9), "caucasus": view(45.5, 41, 13), "gulf": view(52.5, 26.8, 16), "iran": view(54, 32.4, 28),
    "afghanistan": view(67, 32.5, 26), "middle-east": view(46, 30, 52), "europe": view(22, 50, 62), "east-asia":
    view(115, 30, 80), "africa": view(18, 4, 120), "americas": view(-85, 18, 150), WORLD: view(12, 22, 345)}
_HELD = 0.75  # of the events with a point, that a part of the world shows if it is shown first
_LEAST, _LARGEST, _SHADES = 3.4, 30.0, 5
_ROWS = 200
_DASHES = {"region": (10.0, 7), "country": (5.1, 9)}  # units of a dash with what follows it, and how many at least
_LABELLED, _LETTER, _LINE = 9.0, 8.0, 18.0  # units: from which radius on a place is named; of a letter, of a line
_TIME = (960, 56)
AREA = "country"


@dataclass(frozen=True, slots=True)
class Mark:
    """The events at one place as they are drawn; `label` is "" where there is no room for the name, `around` what its dashes count as
    its length, so that they are as long on every ring.
    """

    spot: Spot
    name: str
    x: float
    y: float
    r: float
    around: float
    label: str


@dataclass(frozen=True, slots=True)
class Slider:
    """The time of all that is selected, whatever of it is shown: its periods, which of them are shown, and,
    where that is one alone, its number, from 1 on.
    """

    frame: Frame
    names: Sequence[Name]
    drawing: Drawing
    numbers: Sequence[int]
    shown: Set[int]
    at: int


@router.get("/map")
def world(visit: Visiting) -> Response:
    """The map of what the address selects."""
    chosen, fault = asked(visit)
    keep = kept(visit, by=tuple(GRAINS)) | _asked_view(visit.request.query_params)
    known = values_of("/map", chosen, fault, keep)
    if fault is not None:
        return page(visit, "map.html", 400, **known, count=None)
    with visit.archive.reading() as connection:
        told = spans(connection, replace(chosen, since="", until=""))
        slider = _slider(visit, chosen, told, keep.get("by", ""))
        if "step" in visit.request.query_params:
            return onward(_stepped(visit.request.query_params["step"], slider, chosen, keep))
        count, there = counts(connection, chosen), spots(connection, chosen)
    placed = [one for one in there if one.precision != NO_POINT and one.place]
    named, part = _view(keep.get("view", ""), placed)
    return page(visit, "map.html", **known, count=count, slider=slider, there=there, rows=there[:_ROWS], placed=placed,
                **_drawn(visit, part, placed), **_links(chosen, keep, part), views=VIEWS, named=named, within=within,
                without=sum(one.events for one in there if one.precision == NO_POINT),
                nowhere=sum(one.events for one in there if not one.place), named_spots=sum(1 for one in there if one.place), called=_names(visit, there[:_ROWS]))


def _drawn(visit: Visit, part: View, placed: Sequence[Spot]) -> dict[str, Any]:
    marks = _marks(visit, part, [one for one in placed if one.lat is not None and one.lon is not None])
    countries = {one.country: one for one in placed if one.precision == AREA and one.country}
    most = max((one.events for one in countries.values()), default=1)
    shades = {code: 1 + int((_SHADES - 1) * log1p(one.events) / log1p(most)) for code, one in countries.items()}
    drawn: Sequence[Shape] = shapes(part)
    return {"marks": marks, "shapes": drawn, "countries": countries, "shades": shades, "width": WIDTH, "height": HEIGHT,
            "around": _around, "beyond": sum(one.events for one in placed) - sum(mark.spot.events for mark in marks)}


def _marks(visit: Visit, part: View, placed: Sequence[Spot]) -> list[Mark]:
    """The marks on the sheet, the largest first, so that no other hides under it."""
    most = max((one.events for one in placed), default=1)
    out, taken = list[Mark](), list[tuple[float, float, float]]()
    for one in placed:
        assert one.lon is not None
        assert one.lat is not None
        if not part.shows(one.lon, one.lat):
            continue
        x, y = part.at(one.lon, one.lat)
        r = max(_LEAST, _LARGEST * sqrt(one.events / most))
        name = place_name(one.place, visit.texts.language, one.named)
        label = name if r >= _LABELLED and _room(taken, x, y + r, len(name) * _LETTER) else ""
        out.append(Mark(one, name, round(x, 1), round(y, 1), round(r, 1), _around(one.precision, r), label))
    return out


def _around(precision: str, r: float) -> float:
    """The length of a ring, so that a whole number of dashes goes into it, and not too few."""
    dash, least = _DASHES.get(precision, (1.0, 1))
    return round(dash * max(least, round(2 * pi * r / dash)), 1)


def _room(taken: list[tuple[float, float, float]], x: float, y: float, wide: float) -> bool:
    """Whether a name can stand there; where it can the place is taken."""
    if any(abs(y - at[1]) < _LINE and abs(x - at[0]) < (wide + at[2]) / 2 for at in taken):
        return False
    taken.append((x, y, wide))
    return True


def _names(visit: Visit, there: Sequence[Spot]) -> list[str]:
    return [place_name(one.place, visit.texts.language, one.named) if one.place else "" for one in there]


def _links(chosen: Selection, keep: Mapping[str, str], part: View) -> dict[str, Any]:
    """Where the numbers and the buttons of the map lead."""
    def seen(other: View) -> str:
        return to("/map", chosen, **{**keep, "view": f"{other.lon},{other.lat},{other.width}"})

    moves = {"in": part.moved(0, 0, 1.8), "out": part.moved(0, 0, 1 / 1.8), "north": part.moved(0, 0.4),
             "south": part.moved(0, -0.4), "west": part.moved(-0.4, 0), "east": part.moved(0.4, 0)}
    rest = {name: value for name, value in keep.items() if name != "view"}
    return {"moves": {name: seen(other) for name, other in moves.items()},
            "to_events": opening("/events", chosen, "spot", "precision"),
            "to_pointless": opening("/events", chosen, "precision"),
            "hidden": parse_qsl(choosing.query(replace(chosen, since="", until=""), **keep)),
            "to_views": opening("/map", chosen, **rest), "to_periods": opening("/map", chosen, "since", "until", **keep),
            "to_grains": opening("/map", chosen, **{k: v for k, v in keep.items() if k != "by"})}


def _asked_view(params: QueryParams) -> dict[str, str]:
    """The part of the world that the address names, where it can be read."""
    told = params.get("view", "")
    return {"view": told} if told in VIEWS or _numbers(told) else {}


def _numbers(told: str) -> tuple[float, float, float] | None:
    parts = told.split(",")
    try:
        numbers = [float(part) for part in parts if len(part) <= 10]
    except ValueError:
        return None
    sound = len(parts) == len(numbers) == 3 and all(abs(number) <= 1000 for number in numbers)
    return (numbers[0], numbers[1], numbers[2]) if sound else None


def _view(told: str, placed: Sequence[Spot]) -> tuple[str, View]:
    """The part of the world that is shown: the one asked for, else the nearest that most events are in."""
    if told in VIEWS:
        return told, VIEWS[told]
    numbers = _numbers(told)
    if numbers is not None:
        return "", view(*numbers)
    whole = sum(one.events for one in placed)
    for name, part in VIEWS.items():
        held = sum(one.events for one in placed if one.lon is not None and one.lat is not None
                   and part.shows(one.lon, one.lat))
        if whole and held >= _HELD * whole:
            return name, part
    return WORLD, VIEWS[WORLD]


def _slider(visit: Visit, chosen: Selection, told: Sequence[Span], grain: str) -> Slider:
    since, until = first_day(chosen.since), last_day(chosen.until)
    made = frame(told, "", "", calendar_of(visit.texts.language), grain or _as_long(since, until), since or until)
    numbers = [tally.events for tally in tallies(made.periods, told)]
    shown = {n for n, one in enumerate(made.periods) if (since or until) and one.until >= since and (
        not until or one.since <= until)}
    at = next((n for n, one in enumerate(made.periods, 1) if (one.since, one.until) == (since, until)), 0)
    return Slider(made, names(made, visit.texts), standing(numbers, *_TIME), numbers, shown, at)


def _as_long(since: str, until: str) -> str:
    """The grain of which a stretch of time may be one period; "" where it has no beginning or no end."""
    if not (since and until):
        return ""
    days = (date.fromisoformat(until) - date.fromisoformat(since)).days + 1
    return next((grain for grain, (length, _) in GRAINS.items() if days < length * 1.1), YEAR)


def _stepped(told: str, slider: Slider, chosen: Selection, keep: Mapping[str, str]) -> str:
    """The address of the period that the slider was put on; of all time at 0 and beyond."""
    number = int(told) if told.isascii() and told.isdigit() and len(told) < 4 else 0
    periods = slider.frame.periods
    one = periods[number - 1] if 0 < number <= len(periods) else None
    return to("/map", replace(chosen, since=one.since if one else "", until=one.until if one else ""), **keep)



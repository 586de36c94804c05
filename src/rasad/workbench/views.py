"""The part of the world that a map shows: the one its address names, else the nearest that holds most of the events."""

from collections.abc import Mapping, Sequence

from rasad.archive.tallying import Spot
from rasad.workbench.sheet import View, view

WORLD = "world"
VIEWS: Mapping[str, View] = {  # the nearest first
    "levant": view(36, 33.2, 9), "caucasus": view(45.5, 41, 13), "gulf": view(52.5, 26.8, 16),
    "iran": view(54, 32.4, 28), "afghanistan": view(67, 32.5, 26), "middle-east": view(46, 30, 52),
    "europe": view(22, 50, 62), "east-asia": view(115, 30, 80), "africa": view(18, 4, 120),
    "americas": view(-85, 18, 150), WORLD: view(12, 14, 345)}
_HELD = 0.75  # of the events with a point, that a part of the world holds if it is shown first
_LONGEST, _FURTHEST = 10, 1000  # letters of a number, and how large it may be


def viewed(told: str, placed: Sequence[Spot]) -> tuple[str, View]:
    """The part of the world that is shown, with its name, which is "" for one that has none."""
    if told in VIEWS:
        return told, VIEWS[told]
    numbers = _numbers(told)
    if numbers is not None:
        return "", view(*numbers)
    whole = sum(one.events for one in placed)
    held = {name: sum(one.events for one in placed if _in(part, one)) for name, part in VIEWS.items()}
    name = next((name for name, events in held.items() if whole and events >= _HELD * whole), WORLD)
    return name, VIEWS[name]


def names_a_view(told: str) -> bool:
    """Whether an address could say this to name a part of the world."""
    return told in VIEWS or _numbers(told) is not None


def named(part: View) -> str:
    """How an address names a part of the world."""
    return f"{part.lon},{part.lat},{part.width}"


def _in(part: View, spot: Spot) -> bool:
    return spot.lon is not None and spot.lat is not None and part.shows(spot.lon, spot.lat)


def _numbers(told: str) -> tuple[float, float, float] | None:
    parts = told.split(",")
    try:
        numbers = [float(part) for part in parts if len(part) <= _LONGEST]
    except ValueError:
        return None
    sound = len(parts) == len(numbers) == 3 and all(abs(number) <= _FURTHEST for number in numbers)
    return (numbers[0], numbers[1], numbers[2]) if sound else None

"""A mark is as large as its events are many, and its shape says how near its point is: a dot, a ring, an area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p, pi, sqrt

from rasad.archive.tallying import Spot
from rasad.workbench.gazetteer import place_name
from rasad.workbench.sheet import View

AREA = "country"
_LEAST, _LARGEST, _SHADES = 3.4, 30.0, 5
_LABELLED, _LETTER, _LINE = 9.0, 8.0, 18.0  # units: from which radius on a place is named; of a letter, of a line
_DASHES = {"region": (10.0, 7), AREA: (5.1, 9)}  # units of a dash with what follows it, and how many at least


@dataclass(frozen=True, slots=True)
class Mark:
    """The events at one place as they are drawn.

    `label` is "" where there is no room for the name; `around` is what the ring counts as its length, so that
    dashes are as long on every ring.
    """

    spot: Spot
    name: str
    x: float
    y: float
    r: float
    around: float
    label: str


def marks(part: View, placed: Sequence[Spot], language: str) -> list[Mark]:
    """The marks on the sheet, the largest first, so that no other hides under it."""
    most = max((one.events for one in placed), default=1)
    out, taken = list[Mark](), list[tuple[float, float, float]]()
    for one in placed:
        if one.lon is None or one.lat is None or not part.shows(one.lon, one.lat):
            continue
        x, y = part.at(one.lon, one.lat)
        r = max(_LEAST, _LARGEST * sqrt(one.events / most))
        name = place_name(one.place, language, one.named)
        label = name if r >= _LABELLED and _room(taken, x, y + r, len(name) * _LETTER) else ""
        out.append(Mark(one, name, round(x, 1), round(y, 1), round(r, 1), around(one.precision, r), label))
    return out


def shades(placed: Sequence[Spot]) -> Mapping[str, tuple[Spot, int]]:
    """By code of a country, what is told of it as a whole, and how dark that makes it, from 1 on."""
    there = [one for one in placed if one.precision == AREA and one.country]
    most = max((one.events for one in there), default=1)
    return {one.country: (one, 1 + int((_SHADES - 1) * log1p(one.events) / log1p(most))) for one in there}


def around(precision: str, r: float) -> float:
    """The length of a ring, so that a whole number of dashes goes into it, and not too few."""
    dash, least = _DASHES.get(precision, (1.0, 1))
    return round(dash * max(least, round(2 * pi * r / dash)), 1)


def _room(taken: list[tuple[float, float, float]], x: float, y: float, wide: float) -> bool:
    """Whether a name can stand there; where it can the place is taken."""
    if any(abs(y - at[1]) < _LINE and abs(x - at[0]) < (wide + at[2]) / 2 for at in taken):
        return False
    taken.append((x, y, wide))
    return True

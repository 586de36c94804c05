"""A network is drawn from its counts alone: the same counts give the same drawing, to the digit.

Nodes stand on an ellipse that is higher than wide, so that a phone shows it whole with names that can be read; names
stand outside of it, where no line runs.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rasad.archive.dyads import Dyad

Point = tuple[float, float]
WIDTH, HEIGHT = 400, 480
_CENTRE = (200.0, 240.0)
_RADII = (98.0, 172.0)
_NODE, _AWAY = 7.0, 14.0  # the radius of a node, how far its name is from it
_THIN, _THICK = 1.2, 8.0
_FEW, _BUSY = 4, 0.2  # dyads, and the share of all of them, that one must have to stand inside
_INSIDE: Sequence[Sequence[Point]] = (
    (_CENTRE,), ((162.0, 180.0), (238.0, 300.0)), ((190.0, 150.0), (150.0, 290.0), (255.0, 310.0)))
_ANY_INSIDE = frozenset(point for several in _INSIDE for point in several)
_LINE = 13  # letters in a line of a name, at most, where it can be parted
_STRAIGHT, _SIDE = 0.08, 0.3  # how far from the middle a name has to be to begin at its node, and to stand beside it


@dataclass(frozen=True, slots=True)
class Line:
    """The events of conflict, or of cooperation, between two."""

    one: str
    other: str
    conflict: bool
    events: int
    start: Point
    end: Point
    width: float


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody with a name in lines; the first line stands at `words`."""

    who: str
    at: Point
    words: Point
    anchor: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines under nodes; whoever is `inside` stands there, all others around."""

    nodes: Sequence[Node]
    lines: Sequence[Line]
    inside: Sequence[str] = ()


def star(hub: str, dyads: Sequence[Dyad], names: Mapping[str, str]) -> Drawing:
    """An actor in the middle of those it has most to do with; each dyad has the hub for `one`."""
    around = [dyad.other for dyad in dyads]
    places = {**_ellipse(around), hub: _CENTRE}
    return Drawing([_node(who, places[who], names[who]) for who in (*around, hub)], _lines(dyads, places), (hub,))


def ring(dyads: Sequence[Dyad], names: Mapping[str, str]) -> Drawing:
    """Dyads among each other, those who have most to do with one another side by side, the busiest inside."""
    around = _side_by_side(dyads)
    joined = Counter(who for dyad in dyads for who in (dyad.one, dyad.other))
    busy = sorted(around, key=lambda who: (-joined[who], around.index(who)))[:len(_INSIDE)]
    inside = [who for who in busy if joined[who] >= max(_FEW, len(dyads) * _BUSY)]
    places = _ellipse([who for who in around if who not in inside]) | dict(zip(inside, _INSIDE[len(inside) - 1],
                                                                              strict=False))
    return Drawing([_node(who, at, names[who]) for who, at in places.items()], _lines(dyads, places), tuple(inside))


def _ellipse(several: Sequence[str]) -> dict[str, Point]:
    turn = 2 * math.pi / max(1, len(several))
    angles = [turn * number - math.pi / 2 for number in range(len(several))]
    return {who: (_CENTRE[0] + _RADII[0] * math.cos(a), _CENTRE[1] + _RADII[1] * math.sin(a))
            for who, a in zip(several, angles, strict=True)}


def _side_by_side(dyads: Sequence[Dyad]) -> list[str]:
    """Everybody, each next to who has most to do with the one before."""
    weight = {pair: dyad.events for dyad in dyads for pair in ((dyad.one, dyad.other), (dyad.other, dyad.one))}
    left = list(dict.fromkeys(who for dyad in dyads for who in (dyad.one, dyad.other)))
    out: list[str] = []
    while left:
        near = max(left, key=lambda who: (weight.get((out[-1], who), 0) if out else 0, -left.index(who)))
        left.remove(near)
        out.append(near)
    return out


def _node(who: str, at: Point, name: str) -> Node:
    aside = (at[0] - _CENTRE[0]) / _RADII[0]
    lines = _parted(name)
    if at in _ANY_INSIDE:
        return Node(who, at, (at[0], at[1] + _AWAY + 8), "middle", lines)
    if abs(aside) < _SIDE:
        below = at[1] > _CENTRE[1]
        rise = _AWAY + 8 if below else -_AWAY - 17 * (len(lines) - 1) - 14
        if abs(aside) < _STRAIGHT:
            return Node(who, _told(at), _told((at[0], at[1] + rise)), "middle", lines)
        near = (at[0] - math.copysign(_NODE, aside), at[1] + rise)
        return Node(who, _told(at), _told(near), "start" if aside > 0 else "end", lines)
    words = (at[0] + math.copysign(_AWAY, aside), at[1] + 5 - 8.5 * len(lines))
    return Node(who, _told(at), _told(words), "start" if aside > 0 else "end", lines)


def _parted(name: str) -> tuple[str, ...]:
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= _LINE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return (*lines[:2], lines[2] + ("…" if len(lines) > 3 else "")) if len(lines) > 2 else tuple(lines)


def _lines(dyads: Sequence[Dyad], places: Mapping[str, Point]) -> list[Line]:
    """The lines of all dyads, the thick ones first, so that none hides another; the two of a dyad lie side by side."""
    most = max((max(dyad.conflict, dyad.cooperation) for dyad in dyads), default=1)
    out = []
    for dyad in dyads:
        both = [(conflict, number) for conflict, number in ((True, dyad.conflict), (False, dyad.cooperation)) if number]
        widths = [_THIN + (_THICK - _THIN) * math.sqrt(number / most) for _, number in both]
        offset = -(sum(widths) + 2 * (len(both) - 1)) / 2
        for (conflict, number), width in zip(both, widths, strict=True):
            start, end = _beside(places[dyad.one], places[dyad.other], offset + width / 2)
            out.append(Line(dyad.one, dyad.other, conflict, number, _told(start), _told(end), round(width, 1)))
            offset += width + 2
    return sorted(out, key=lambda line: -line.width)


def _beside(one: Point, other: Point, offset: float) -> tuple[Point, Point]:
    """The line between two points, moved aside."""
    across, down = other[0] - one[0], other[1] - one[1]
    length = math.hypot(across, down) or 1.0
    move = (-down / length * offset, across / length * offset)
    return (one[0] + move[0], one[1] + move[1]), (other[0] + move[0], other[1] + move[1])


def _told(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)

"""A part of the world is drawn on a sheet of fixed size: degrees become units, borders become paths.

East and north keep their proportion at the middle of the part; nothing is drawn finer than it can be seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path

from rasad.language.tables import rows

WIDTH, HEIGHT = 1000, 600
_OUTLINES = Path(__file__).parent / "outlines.tsv"
_MARGIN = 40  # units around the sheet in which lines are still drawn
_FINE = 1.5  # units between two points of a line, and of the smallest island drawn
TENTHS = 10  # of a unit, in which paths are told
_WIDEST, _NARROWEST = 360.0, 1.0  # degrees
_WHOLE, _PARALLEL = 200.0, 38.0  # from which width on it is the world, which keeps proportion at one parallel
_SOUTH, _NORTH = -85.0, 85.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world by its middle and its width, in degrees."""

    lon: float
    lat: float
    width: float

    @property
    def scale(self) -> float:
        """Units of a degree from west to east."""
        return WIDTH / self.width

    @property
    def upright(self) -> float:
        """Units of a degree from south to north."""
        return self.scale / cos(radians(self.lat if self.width < _WHOLE else _PARALLEL))

    def at(self, lon: float, lat: float) -> Point:
        """Where a point of the world is on the sheet."""
        return WIDTH / 2 + (lon - self.lon) * self.scale, HEIGHT / 2 - (lat - self.lat) * self.upright

    def shows(self, lon: float, lat: float) -> bool:
        """Whether a point of the world is on the sheet."""
        x, y = self.at(lon, lat)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT

    def moved(self, east: float, north: float, larger: float = 1.0) -> "View":
        """The part that lies so many widths of the sheet to the east and north, or is so much larger."""
        return view(self.lon + east * self.width, self.lat + north * HEIGHT / self.upright, self.width / larger)


def view(lon: float, lat: float, width: float) -> View:
    """The part of the world with this middle and width, or the nearest one there is."""
    lon = (lon + 180) % 360 - 180
    return View(round(lon, 2), round(min(max(lat, _SOUTH + 25), _NORTH - 15), 2),
                round(min(max(width, _NARROWEST), _WIDEST), 2))


@dataclass(frozen=True, slots=True)
class Outline:
    """A country with its borders, and the box that holds them."""

    code: str
    name: str
    rings: Sequence[Sequence[Point]]


@dataclass(frozen=True, slots=True)
class Shape:
    """A country as it is drawn on a sheet."""

    code: str
    name: str
    path: str


@lru_cache(maxsize=1)
def outlines() -> Sequence[Outline]:
    """Every country, with its borders; a ring that crosses the 180th meridian is there on both sides of it."""
    return [Outline(row["code"], row["name"], [*_rings(row["rings"])])
            for row in rows(_OUTLINES)]


def _rings(told: str) -> Iterator[Sequence[Point]]:
    for one in told.split("|"):
        ring = list(_ring(one))
        yield ring
        beyond = 360 if min(lon for lon, _ in ring) < -180 else -360 if max(lon for lon, _ in ring) > 180 else 0
        if beyond:
            yield [(lon + beyond, lat) for lon, lat in ring]


def _ring(told: str) -> Iterator[Point]:
    x = y = 0
    for pair in told.split(" "):
        east, _, north = pair.partition(",")
        x, y = x + int(east), y + int(north)
        yield x / 100, y / 100


@lru_cache(maxsize=64)
def shapes(part: View) -> Sequence[Shape]:
    """The countries of a part of the world."""
    drawn = ((one, "".join(_path(part, ring) for ring in one.rings)) for one in outlines())
    return [Shape(one.code, one.name, path) for one, path in drawn if path]


def _path(part: View, ring: Sequence[Point]) -> str:
    """A ring as a path; "" where nothing of it is on the sheet."""
    across, up = part.scale, part.upright
    left, top = WIDTH / 2 - part.lon * across, HEIGHT / 2 + part.lat * up
    points = [(left + lon * across, top - lat * up) for lon, lat in ring]
    if not _seen(points):
        return ""
    kept = [points[0]]
    side = _side(points[0])
    for point in points[1:]:
        now = _side(point)
        if now and now == side and len(kept) > 1:
            kept[-1] = point  # far outside only the way back in counts
        elif abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _FINE:
            kept.append(point)
        side = now
    return _told(kept) if len(kept) > 2 else ""


def _told(points: Sequence[Point]) -> str:
    """A path in tenths of a unit, each point told from the one before."""
    x = y = 0
    out = []
    for across, down in points:
        to = round(across * TENTHS), round(down * TENTHS)
        out.append(f"{to[0] - x},{to[1] - y}")
        x, y = to
    return f"M{out[0]}l{' '.join(out[1:])}z"


def _seen(points: Sequence[Point]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    large = max(xs) - min(xs) + max(ys) - min(ys) > 2 * _FINE
    return large and max(xs) >= 0 and min(xs) <= WIDTH and max(ys) >= 0 and min(ys) <= HEIGHT


def _side(point: Point) -> int:
    """Beyond which edges a point lies, 0 for none; two points beyond the same ones have nothing between them."""
    x, y = point
    return (1 if x < -_MARGIN else 2 if x > WIDTH + _MARGIN else 0) + (
        4 if y < -_MARGIN else 8 if y > HEIGHT + _MARGIN else 0)

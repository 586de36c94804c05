"""Build src/rasad/workbench/outlines.tsv, the outlines of countries, from Natural Earth.

    python tools/places/build_outlines.py countries-50m.json OUT.tsv

countries-50m.json is that of the package world-atlas (Natural Earth 1:50m as TopoJSON, public domain). Borders are
thinned once each, so that neighbours still share them; islands too small to see are left out, unless a country has
nothing else.
A ring is its points in hundredths of a degree, each told from the one before.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

COUNTRIES = Path(__file__).parents[2] / "src" / "rasad" / "packs" / "export" / "countries.tsv"
PARTS = {"Ashmore and Cartier Is."}  # told with the number of the country they belong to
UNNUMBERED = {"Kosovo": "XKX"}
THIN, FINE = 0.03, 0.01  # degrees that a point may be off the line that is kept: anywhere, and nearby
CLOSE = (24, 11, 76, 46)  # where that is, since most is told of it: west, south, east, north
SMALL = 0.03  # square degrees under which an island is left out
HEAD = ("# Natural Earth 1:50m (public domain), through world-atlas 2.0.2; built by tools/places/build_outlines.py\n"
        "# rings: hundredths of a degree, east and north, each point told from the one before; parted by bars\n")

Point = tuple[float, float]


def main(source: str, out: str) -> None:
    """The table is written."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [thinned(arc) for arc in placed(topology)]
    codes = by_number()
    shapes = [one for one in topology["objects"]["countries"]["geometries"] if one["properties"]["name"] not in PARTS]
    lines = sorted(line(shape, arcs, codes) for shape in shapes)
    Path(out).write_text("code\tname\trings\n" + HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def by_number() -> dict[str, str]:
    """The codes of countries by their number in ISO 3166-1."""
    lines = COUNTRIES.read_text(encoding="utf-8").splitlines()
    cells = [one.split("\t") for one in lines[1:] if one and not one.startswith("#")]
    return {row[3].zfill(3): row[0] for row in cells if row[3]}


def placed(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Every arc in degrees."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for east, north in arc:
            x, y = x + east, y + north
            points.append((x * wide + west, y * high + south))
        yield points


def thinned(points: list[Point]) -> list[Point]:
    """The points without which the line would be off by too much (Douglas and Peucker)."""
    west, south, east, north = CLOSE
    most_off = FINE if any(west < x < east and south < y < north for x, y in points) else THIN
    keep, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        off = [(distance(points[n], points[first], points[last]), n) for n in range(first + 1, last)]
        most, at = max(off, default=(0.0, 0))
        if most > most_off:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [points[n] for n in sorted(keep)]


def distance(point: Point, one: Point, other: Point) -> float:
    """How far a point is from the line between two."""
    x, y = other[0] - one[0], other[1] - one[1]
    length = x * x + y * y
    part = ((point[0] - one[0]) * x + (point[1] - one[1]) * y) / length if length else 0.0
    part = min(1.0, max(0.0, part))
    return float(((point[0] - one[0] - part * x) ** 2 + (point[1] - one[1] - part * y) ** 2) ** 0.5)


def line(shape: dict[str, Any], arcs: Sequence[list[Point]], codes: dict[str, str]) -> str:
    """The row of a country."""
    several = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [unbroken(closed(ring, arcs)) for polygon in several for ring in polygon]
    rings.sort(key=area, reverse=True)
    kept = [ring for n, ring in enumerate(rings) if len(ring) > 3 and (n == 0 or area(ring) >= SMALL)] or rings[:1]
    name = shape["properties"]["name"]
    code = codes.get(shape.get("id", ""), "") or UNNUMBERED.get(name, "")
    return f"{code}\t{name}\t{'|'.join(map(told, kept))}"


def closed(ring: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """The points of a ring of arcs; one that is told as its complement runs backwards."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def unbroken(ring: list[Point]) -> list[Point]:
    """The ring without a jump at the 180th meridian; it goes on beyond it, unless it goes round a pole."""
    out, turned = ring[:1], 0
    for before, point in pairwise(ring):
        turned -= round((point[0] - before[0]) / 360)
        out.append((point[0] + 360 * turned, point[1]))
    return out if turned == 0 else ring


def area(ring: Sequence[Point]) -> float:
    """The area of a ring in square degrees."""
    pairs = pairwise(ring)
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2


def told(ring: Sequence[Point]) -> str:
    """The ring as text."""
    x = y = 0
    out = list[str]()
    for east, north in ring:
        to = round(east * 100), round(north * 100)
        if out and to == (x, y):
            continue
        out.append(f"{to[0] - x},{to[1] - y}")
        x, y = to
    return " ".join(out)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Turn a draft of places into rows of places.tsv, with points from GeoNames where it knows them.

    python tools/places/locate.py GEONAMES_FOLDER OUT.tsv DRAFT...

A draft has heads `@ISO3 precision` (`@- region` for seas) and lines
`name,other name=English name@lat,lon,size`, the size only where it matters. Without a point,
the point of the largest settlement of that country with one of the names is taken. Lines that
stay without a point are reported and left out: a place whose point nobody knows is no entry.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COLUMNS = "id\tname\tcountry\tlat\tlon\tprecision\tsize\tfa"
LEAST_SIZE = {"settlement": 100_000, "district": 100_000, "region": 500_000}
PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه"})
ARABIC = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "\u200c": " "})

City = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """One line of a draft."""

    fa: tuple[str, ...]
    name: str
    country: str
    precision: str
    point: tuple[float, ...] | None


def plain(name: str) -> str:
    """A name without accents, case, hyphens and article, to compare spellings by."""
    bare = unicodedata.normalize("NFKD", name.translate(ARABIC))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).lower()
    return re.sub(r"[^\w]", "", re.sub(r"^(al|ar|as|ash|at|az|an|ad)[ -]", "", letters))


def drafts(path: Path) -> Iterator[Draft]:
    """Every line of the draft is given under its head."""
    country = precision = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@"):
            country, precision = line[1:].split()
            country = country.strip("-")
        elif "=" in line:
            fa, _, rest = line.partition("=")
            name, _, point = rest.partition("@")
            cells = (n.translate(PERSIAN) for n in fa.split(","))
            names = tuple(dict.fromkeys(n for n in cells if n and "(" not in n))
            lat_lon = tuple(float(n) for n in point.split(",")) if point else None
            if names:
                yield Draft(names, name, country, precision, lat_lon)


def by_name(folder: Path) -> dict[tuple[str, str], City]:
    """The largest settlement of each country with each name."""
    countries = json.loads((folder / "countries.json").read_text("utf-8"))
    cities = json.loads((folder / "cities500.json").read_text("utf-8"))
    found: dict[tuple[str, str], City] = {}
    for city in sorted(cities.values(), key=lambda c: int(c["population"])):
        iso3 = countries.get(city["countrycode"], {}).get("iso3", "XKX")
        for name in (*city["alternatenames"], city["name"]):
            found[iso3, plain(name)] = city
    return found


def row(draft: Draft, known: dict[tuple[str, str], City]) -> str | None:
    """The row of the table, or None where no point is known."""
    size = LEAST_SIZE[draft.precision]
    city = None
    if draft.precision == "settlement":
        names = (draft.name, *draft.fa)
        city = next((c for n in names if (c := known.get((draft.country, plain(n))))), None)
    if city and draft.point:
        far = abs(city["latitude"] - draft.point[0]) + abs(city["longitude"] - draft.point[1])
        city = city if far < 0.15 else None
    if city is None and draft.point is None:
        return None
    slug = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", draft.name).lower()).strip("-")
    key = f"geonames:{city['geonameid']}" if city else f"rasad:{draft.country.lower()}-{slug}"
    lat, lon, *rest = (city["latitude"], city["longitude"]) if city else draft.point or ()
    size = max(size, int(city["population"]) if city else int(rest[0]) if rest else 0)
    cells = (key.replace(":-", ":"), draft.name, draft.country, f"{lat:.4f}", f"{lon:.4f}")
    return "\t".join((*cells, draft.precision, str(size), "|".join(draft.fa)))


def main() -> None:
    """The rows are written to the second path; what has no point is printed."""
    known = by_name(Path(sys.argv[1]))
    rows = []
    for path in sys.argv[3:]:
        for draft in drafts(Path(path)):
            line = row(draft, known)
            if line is None:
                sys.stdout.write(f"no point: {draft.country} {draft.name}\n")
            else:
                rows.append(line)
    Path(sys.argv[2]).write_text("\n".join([COLUMNS, *dict.fromkeys(rows)]) + "\n", "utf-8")
    sys.stdout.write(f"{len(rows)} rows\n")


if __name__ == "__main__":
    main()

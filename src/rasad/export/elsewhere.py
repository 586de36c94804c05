"""What other data sets call a country, a sector, a body, an event: read from the tables of `packs/export`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rasad.language.tables import rows, values
from rasad.pack import PACKS

_HERE = PACKS / "export"
Party = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Country:
    """A country as others name it: ISO 3166-1, FIPS 10-4, and the region that ACLED counts it to."""

    name: str = ""
    iso2: str = ""
    iso: str = ""
    fips: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector as others name it."""

    acled: str = ""
    protesting: str = ""
    cameo: str = ""


def country(code: str) -> Country:
    """The country with this code; one without names where there is none."""
    return _countries().get(code, Country())


@cache
def _countries() -> dict[str, Country]:
    return {r["code"]: Country(r["name"], r["iso2"], r["iso"], r["fips"], r["region"]) for r in table("countries")}


@cache
def sectors() -> dict[str, Sector]:
    """What every sector is called elsewhere."""
    return {r["sector"]: Sector(r["acled"], r["protesting"], r["cameo"]) for r in table("sectors")}


@cache
def bodies() -> dict[str, tuple[str, str]]:
    """The CAMEO type and known group of bodies of several states, by code."""
    return {r["code"]: (r["cameo"], r["group"]) for r in table("bodies")}


@cache
def cameo() -> dict[str, tuple[int, float]]:
    """The quad class and the Goldstein score by CAMEO code."""
    return {r["cameo"]: (int(r["quad"]), float(r["goldstein"])) for r in table("cameo")}


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table that tells what ACLED calls an event."""

    type: str
    mode: str
    victims: tuple[str, ...]
    disorder: str
    event: str
    sub_event: str


@cache
def acled_rules() -> tuple[Rule, ...]:
    """The rows of the table, of which the first that fits counts."""
    return tuple(Rule(r["type"], r["mode"], tuple(values(r, "victims")), r["disorder"], r["event"], r["sub_event"])
                 for r in table("acled"))


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this folder."""
    return rows(_HERE / f"{name}.tsv")


def two_sides(record: Mapping[str, Any]) -> tuple[list[Party], list[Party]]:
    """The parties as two sides: of what several did together the first and the rest, without names told twice."""
    actors: Sequence[Party] = record["actors"]
    acting = {(party["id"], party["code"]) for party in actors}
    others = [p for p in record["recipients"] if (p["id"], p["code"]) not in acting]
    if others or len(actors) < 2:
        return list(actors), others
    return list(actors[:1]), list(actors[1:])

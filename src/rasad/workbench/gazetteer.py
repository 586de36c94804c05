"""A place is called on a page what the gazetteer calls it in the reader's language; one it does not know, as told."""

from collections.abc import Mapping
from functools import lru_cache

from rasad.language.tables import merged, rows, values
from rasad.pack import PACKS

_OF_WIKIDATA = "ne:"  # how the id of a country that is a place begins


def place_name(id_: str, language: str, told: str = "") -> str:
    """What the place with an id is called."""
    names = _names().get(id_)
    return (names[0] if language == "fa" else names[1]) if names else told or id_


def country_name(code: str, language: str) -> str:
    """What a country or body with a code is called; what is no such code is told as it stands."""
    names = _countries().get(code)
    return (names[0] if language == "fa" else names[1]) if names else code


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, tuple[str, str]]:
    """The Persian and the English name of each country and body, by its code."""
    return {row["code"]: _both(row) for row in merged("countries.tsv", PACKS / "fa")}


def _both(row: Mapping[str, str]) -> tuple[str, str]:
    return next(iter(values(row, "fa")), row["name"]), row["name"]


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[str, str]]:
    """The Persian and the English name of each place, by its id."""
    out: dict[str, tuple[str, str]] = {}
    for path in (PACKS / "world" / "settlements.tsv", PACKS / "fa" / "places.tsv"):
        for row in rows(path):
            out[row["id"]] = _both(row)
    for row in merged("countries.tsv", PACKS / "fa"):
        if row["wikidata"]:
            out[_OF_WIKIDATA + row["wikidata"]] = _both(row)
    return out

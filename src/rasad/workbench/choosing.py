"""The address of a page is its state: the selection in it is the one that the API and the command line take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from rasad.archive.errors import ArchiveError
from rasad.archive.selection import PARTS, PRECISIONS, Selection, selection
from rasad.export import FORMATS
from rasad.pack import ontology
from rasad.schema import STATUSES
from rasad.workbench.dates import typed
from rasad.workbench.periods import CLASSES

_MOST, _LONGEST = 50, 1000  # values of one part, characters of one
REVIEWS = ("machine", "reviewed", "adjudicated", "disputed")
TEXTS = ("party", "dyad", "actor", "recipient", "speaker", "according", "place", "source", "agreement", "report")
SHOWN_FIRST = ("party", "speaker", "place", "source")


@dataclass(frozen=True, slots=True)
class Chip:
    """One value of a selection, with the address of the page without it."""

    part: str
    value: str
    without: str


def chosen_by(params: QueryParams) -> Selection:
    """The selection that an address asks for; ArchiveError where a part of it means nothing."""
    parts = {name: params.getlist(name) if isinstance(getattr(Selection(), name), tuple) else params[name]
             for name in PARTS if name in params}
    parts |= {name: typed(params[name], last=name == "until") for name in ("since", "until") if name in params}
    for name, value in parts.items():
        several = value if isinstance(value, list) else [value]
        if len(several) > _MOST or any(len(one) > _LONGEST for one in several):
            raise ArchiveError(f"{name}: this is too much", "ask for less at a time")
    return selection(parts)


def query(chosen: Selection, **more: Any) -> str:  # noqa: ANN401 - whatever an address holds
    """The selection as the query of an address; what is empty is left out."""
    told = {name: "1" if value is True else value for name, value in {**chosen.told(), **more}.items() if value}
    return urlencode(told, doseq=True)


def chips(path: str, chosen: Selection, **more: Any) -> Iterator[Chip]:  # noqa: ANN401
    """Every value of the selection, one after another."""
    told = chosen.told()
    for part, value in told.items():
        for one in value if isinstance(value, list) else [value]:
            rest = {**told, part: [v for v in value if v != one] if isinstance(value, list) else None}
            yield Chip(part, "" if value is True else str(one), f"{path}?{query(selection(rest), **more)}")


def exports(what: str, chosen: Selection) -> Mapping[str, str]:
    """By format, the address of the export of all that the selection means."""
    return {name: f"/api/export.{name}?{query(chosen, what=what)}" for name, form in FORMATS.items()
            if what in form.holds}


def types() -> list[str]:
    """The types of events, in the order of their table."""
    return list(dict.fromkeys(kind for kind, _ in ontology()))


def quads() -> dict[str, str]:
    """By type, its class."""
    return {kind: quad for (kind, _), (quad, _, _) in ontology().items()}


def modes() -> dict[str, list[str]]:
    """By type, its modes."""
    out: dict[str, list[str]] = {}
    for kind, mode in ontology():
        out.setdefault(kind, []).extend([mode] if mode else [])
    return out


__all__ = ["CLASSES", "PRECISIONS", "REVIEWS", "SHOWN_FIRST", "STATUSES", "TEXTS", "Chip", "chips", "chosen_by",
           "exports", "modes", "quads", "query", "types"]

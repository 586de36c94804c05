"""A mention is resolved to one place or to none: a place that is only likely is left open.

Countries come first, then the countries the report speaks of, then size. Two places equally
likely leave the mention open, and so does a small place in a country nobody has named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log2, log10
from typing import Final, Protocol

MARGIN: Final = 0.5  # by how much the best has to lead, in powers of ten of size
UNKNOWN: Final = 50_000  # smaller places are believed only with their country in the report …
ALONE: Final = 5_000  # … unless nothing else bears the name: then only smaller ones
SMALL: Final = 100_000  # smaller places need a preposition or a place noun before them
DOUBT: Final = 2.0  # the support that a name needs that is a common word too …
LED: Final = 1.0  # … and with only a preposition before it
OFTEN: Final = 2.0  # the most that naming a country again and again weighs
SAME_PLACE: Final = 0.6  # degrees within which two entries of one country are one place
COARSER: Final = {"settlement": 0, "district": 1, "region": 2, "country": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the gazetteer; without a point where the text names a stretch or a part only."""

    id: str
    name: str
    country: str
    lat: float | None
    lon: float | None
    precision: str
    size: int


class Mention(Protocol):
    """What resolving needs to know of a mention."""

    @property
    def candidates(self) -> tuple[Place, ...]: ...
    @property
    def other(self) -> tuple[Place, ...]: ...
    @property
    def noun(self) -> str: ...
    @property
    def precision(self) -> str: ...
    @property
    def evidence(self) -> bool: ...
    @property
    def doubt(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a mention.

    `countries` counts how often the report speaks of each country (ISO 3166-1 alpha-3), by name,
    by capital, by nationality; `neighbours` are the places resolved in the same sentence; `home` is the
    country of the outlet, of whose towns it need not say where they lie.
    """

    countries: Mapping[str, int] = field(default_factory=dict)
    neighbours: Sequence[Place] = ()
    home: str = ""

    def support(self, country: str) -> float:
        """The weight of the report for a country, in powers of ten of size."""
        near = sum(1 for place in self.neighbours if place.country == country)
        return min(OFTEN, log2(1 + self.countries.get(country, 0))) + 2 * min(near, 2)


def resolve_place(mention: Mention, context: Context) -> Place | None:
    """The one place that the mention means is given, or None where that is not plain."""
    if mention.noun == "street" or not mention.candidates:
        return None
    place = _best(_asked_for(mention), mention, context)
    if place is None:
        return None
    if mention.noun == "line":
        other = _best(mention.other, mention, context) if mention.other else None
        return _line(place, other)
    return _as_asked(place, mention)


def _asked_for(mention: Mention) -> tuple[Place, ...]:
    """Where the noun asks for a kind of place, the candidates of that kind are left, if any."""
    if mention.noun != "type":
        return mention.candidates
    fitting = tuple(p for p in mention.candidates if p.precision == mention.precision)
    return fitting or mention.candidates


def _best(candidates: Sequence[Place], mention: Mention, context: Context) -> Place | None:
    """The likeliest candidate is given if it leads clearly and may be believed."""
    countries = [p for p in candidates if p.precision == "country"]
    if countries and mention.noun == "owned":
        return None
    if countries and mention.noun != "type":
        return None if mention.doubt >= DOUBT else countries[0]
    ranked = sorted(candidates, key=lambda p: (-_score(p, context), p.id))
    best = ranked[0]
    rivals = [p for p in ranked[1:] if not _same(best, p)]
    if rivals and _score(best, context) - _score(rivals[0], context) < MARGIN:
        return None
    return best if _believed(best, rivals, mention, context) else None


def _score(place: Place, context: Context) -> float:
    return log10(max(place.size, 1)) + context.support(place.country)


def _believed(best: Place, rivals: list[Place], mention: Mention, context: Context) -> bool:
    """Whether anything but a spelling speaks for the place."""
    support = context.support(best.country)
    if not mention.evidence and best.size < SMALL:
        return False
    if mention.doubt and best.country != context.home:
        return support >= mention.doubt
    if mention.doubt >= DOUBT:
        return support >= DOUBT
    if support > 0 or best.size >= (UNKNOWN if rivals else ALONE):
        return True
    return mention.noun != "" and not rivals


def _same(one: Place, two: Place) -> bool:
    """Whether two entries are one place, or a town and the province around it."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return one.id == two.id
    reach = SAME_PLACE * (1 + 2 * (one.precision != two.precision))
    near = abs(one.lat - two.lat) + abs(one.lon - two.lon) < reach
    return near and one.country == two.country


def _line(one: Place, two: Place | None) -> Place:
    """A border or a road has no point; its country is told where both ends share it."""
    if two is None and one.precision != "country":
        return one
    shared = two is None or two.country == one.country
    name = one.name if two is None else f"{one.name} - {two.name}"
    country = one.country if shared else ""
    key = one.id if two is None else f"{one.id}+{two.id}"
    return Place(key, name, country, None, None, "region", 0)


def _as_asked(place: Place, mention: Mention) -> Place:
    """The place has the precision that the words around its name leave it."""
    if mention.noun == "part":
        if place.precision == "country":
            return replace(place, lat=None, lon=None, precision="region")
        if place.precision == "settlement":
            return replace(place, precision="district")
        return place
    wider = COARSER.get(mention.precision, 0) > COARSER[place.precision]
    if mention.noun == "type" and wider and mention.precision != "country":
        return replace(place, precision=mention.precision)
    return place

"""A place that a reviewer names is the one the gazetteer knows by that name, or is left open."""

from typing import Any

from rasad.public import pack_of
from rasad.records import Place, as_dict
from rasad.stages.find.places import find_places
from rasad.stages.resolve.places import Context, resolve_place


def place_named(name: str) -> dict[str, Any]:
    """The place with this name; without a point where the gazetteer knows none."""
    words = name.split()
    mention = next((m for m in find_places(words, pack_of().places) if (m.first, m.last) == (0, len(words) - 1)), None)
    place = resolve_place(mention, Context({}, [])) if mention is not None else None
    if place is None:
        return dict(as_dict(Place("", name, name, "", None, None, "")))
    return dict(as_dict(Place(place.id, place.name, name, place.country, place.lat, place.lon, place.precision)))

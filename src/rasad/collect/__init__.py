"""Whatever an analyst has comes in as one stream: arrivals, and a fault for whatever is none, one after another.

A place is a file or folder, an address of the web, or `sources:NAME` and `sources:all`, the feeds of the
sources file. No more than one report of it is in memory at a time.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rasad.collect.arrivals import Arrival
from rasad.collect.fetch import Fetcher
from rasad.collect.files import expected_of, from_path
from rasad.collect.states import FeedState, FeedStates, Memory
from rasad.inputs import Fault, Limits

__all__ = ["Arrival", "FeedState", "FeedStates", "Fetcher", "Memory", "arrivals", "expected"]

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://|(?:javascript|data|about|file|mailto|ftp):", re.IGNORECASE)
_SOURCES: Final = "sources:"


def arrivals(places: Sequence[str], *, limits: Limits, fetcher: Fetcher,
             states: FeedStates) -> Iterator[Arrival | Fault]:
    """Every report of the places in their order, and a fault for whatever is none or is refused.

    What is known of a feed is put into `states` after its last report was handed over.
    """
    for place in places:
        if place.startswith(_SOURCES) or _ADDRESS.match(place):
            from rasad.collect.web import from_address, from_sources  # noqa: PLC0415 - files need none of it

            if place.startswith(_SOURCES):
                yield from from_sources(place.removeprefix(_SOURCES), limits, fetcher, states)
            else:
                yield from from_address(place, limits, fetcher, states)
        else:
            yield from from_path(place, limits)


def expected(places: Sequence[str]) -> int | None:
    """How many reports the places give; None where only reading them tells."""
    total = 0
    for place in places:
        if place == "-" or place.startswith(_SOURCES) or _ADDRESS.match(place):
            return None
        number = expected_of(place)
        if number is None:
            return None
        total += number
    return total

"""GeoJSON: one event a feature; an event without a point is left out, and a point says how near it is.

The point of a country or a region is one inside it, and its `precision` says so: draw such events
otherwise than those of a settlement, or leave them out.
"""

import json
from collections.abc import Iterable
from typing import IO, Any

from rasad.archive.finding import Found
from rasad.export import Written
from rasad.export.flat import row

_AREAS = ("country", "region")
_OPEN = b'{"type":"FeatureCollection","features":['


def write(what: str, found: Iterable[Found], out: IO[bytes]) -> Written:
    """The events that have a point stand in the stream as one collection of features."""
    rows = left_out = 0
    out.write(_OPEN)
    for one in found:
        feature = _feature(row(what, one))
        if feature is None:
            left_out += 1
            continue
        out.write(b",\n" if rows else b"\n")
        out.write(json.dumps(feature, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
        rows += 1
    out.write(b"\n]}\n")
    return Written(rows, left_out)


def _feature(values: dict[str, Any]) -> dict[str, Any] | None:
    lat, lon = values.pop("lat"), values.pop("lon")
    if lat is None or lon is None:
        return None
    return {"type": "Feature", "id": values["id"], "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {**values, "area": values["precision"] in _AREAS}}

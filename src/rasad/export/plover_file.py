"""PLOVER's own records, one a line, with the names of fields of its manual; what it has no field for has one of ours.

Rasad tells who vouches for an event and whether it happened, which PLOVER leaves open: `status`, `according_to`,
`review`, `carried` and `confidence` are told beside its fields, and the status among the modes as its manual proposes.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from rasad.archive.finding import Found
from rasad.archive.span_of_days import days
from rasad.export import Written
from rasad.export.elsewhere import country

_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_RESOLUTION = {"settlement": 4, "district": 3, "region": 2, "country": 1}
_AUXILIARY = {"historical": "historical", "future": "future", "hypothetical": "hypothetical", "negated": "negation"}
_SIZES = {"killed": "dead", "injured": "injured"}
_HARM = ("harm", "min", "max", "who")
_GEONAMES, _WIKIDATA = "geonames:", "Q"


def write(_what: str, found: Iterable[Found], out: IO[bytes]) -> Written:
    """The events stand in the stream, one a line."""
    rows = 0
    for one in found:
        out.write(json.dumps(_record(one), ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        rows += 1
    return Written(rows)


def _record(found: Found) -> dict[str, Any]:
    record, report = found.record, found.report
    spans = record["evidence"]
    return {
        "id": found.id, **_when(record, report),
        "actor": [_entity(party) for party in record["actors"]],
        "recipient": [_entity(party) for party in record["recipients"]],
        "event": [record["type"]],
        "mode": [mode for mode in (record["mode"], _AUXILIARY.get(record["status"], "")) if mode],
        "event_loc": _location(record["place"]), "event_text": [span["text"] for span in spans],
        "quad_code": _QUADS.index(record["quad"]) + 1, "event_scale": record["score"], "size": _sizes(record),
        "text_info": [{"start": span["start"], "end": span["end"]} for span in spans],
        "cite_info": {"url": report["url"], "title": report["title"], "language": report["language"],
                      "publication": report["source"], "citation": report["id"]},
        "coder": record["rule"], "has_event": True,
        "status": record["status"], "according_to": record["according_to"],
        "casualties": [{name: harm[name] for name in _HARM} for harm in record["casualties"]],
        "confidence": record["confidence"], "review": found.review, "rejected": found.rejected,
        "carried": found.carried}


def _when(record: Mapping[str, Any], report: Mapping[str, Any]) -> dict[str, str]:
    """The first and last day of the event; of one without a date the day of the report, which `comment` says."""
    first, last = days(record["date"])
    if not first:
        return {"date": report["published"][:10], "comment": "no date told: the day of the report"}
    return {"date": first} if first == last else {"date": first, "enddate": last}


def _entity(party: Mapping[str, Any]) -> dict[str, str]:
    code, _, sector = party["code"].partition(".")
    told = {"code": code, "sector": sector, "entity_text": (party["mention"] or {}).get("text", ""),
            "identifier_id": party["id"] if party["id"].startswith(_WIKIDATA) else "", "identifier_text": party["name"]}
    return {name: value for name, value in told.items() if value}


def _location(place: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if place is None:
        return None
    known: dict[str, Any] = {
        "extracted_place": place["mention"], "resolved_place": place["name"], "country_code": place["country"],
        "country": country(place["country"]).name}
    if place["lat"] is not None:
        known |= {"lat": place["lat"], "lon": place["lon"], "resolution": _RESOLUTION.get(place["precision"])}
    if place["id"].startswith(_GEONAMES):
        known["geonameid"] = int(place["id"].removeprefix(_GEONAMES))
    return known


def _sizes(record: Mapping[str, Any]) -> dict[str, int]:
    """The least number told of each harm that PLOVER counts."""
    told: Sequence[Mapping[str, Any]] = record["casualties"]
    return {_SIZES[harm]: sum(c["min"] for c in told if c["harm"] == harm)
            for harm in _SIZES if any(c["harm"] == harm for c in told)}

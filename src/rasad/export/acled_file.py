"""A sheet in the columns of ACLED; every event of the selection is a row, but only what ACLED would count has a type.

An event that is only words, or that is not told as having happened, has empty types and no fatalities: whoever
counts by type never counts a threat, a plan or a denied attack. `tags` tells its PLOVER type and status.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from rasad.archive.finding import Found
from rasad.archive.span_of_days import days
from rasad.cells import SEP, cell
from rasad.export import Written
from rasad.export.acled_parties import civilian, interaction, kind
from rasad.export.elsewhere import Rule, acled_rules, country, two_sides
from rasad.export.flat import evidence
from rasad.export.text import lines_to

COLUMNS = ("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
           "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
           "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
           "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp")
_NONE = Rule("", "", (), "", "", "")
_HAPPENED = "actual"
_GEO = {"settlement": 1, "district": 2, "region": 3, "country": 3}
_DAY, _WEEK, _MONTH = 1, 2, 3


def write(_what: str, found: Iterable[Found], out: IO[bytes]) -> Written:
    """The events stand in the stream as lines of a sheet, below a line of names."""
    rows = 0
    with lines_to(out, encoding="utf-8-sig") as lines:
        sheet = csv.writer(lines)
        sheet.writerow(COLUMNS)
        for one in found:
            values = _row(one)
            sheet.writerow([cell(values.get(name)) for name in COLUMNS])
            rows += 1
    return Written(rows)


def _row(found: Found) -> dict[str, Any]:
    record, report = found.record, found.report
    rule = _rule(record)
    return {
        "event_id_cnty": found.id, **_when(record, report),
        "disorder_type": rule.disorder, "event_type": rule.event, "sub_event_type": rule.sub_event,
        **_who(record, counted=rule is not _NONE), **_where(record["place"]),
        "source": report["source"], "notes": evidence(record),
        "fatalities": _fatalities(record) if rule is not _NONE else 0,
        "tags": SEP.join(_tags(found)), "timestamp": report["collected"]}


def _rule(record: Mapping[str, Any]) -> Rule:
    if record["status"] != _HAPPENED:
        return _NONE
    victims = {party["code"].partition(".")[2] for party in record["recipients"]}
    return next((rule for rule in acled_rules() if rule.type == record["type"]
                 and rule.mode in {"", record["mode"]} and _fits(rule.victims, victims)), _NONE)


def _fits(wanted: Sequence[str], victims: set[str]) -> bool:
    if wanted == ("-",):
        return not victims
    return not wanted or (bool(victims) and victims <= set(wanted))


def _when(record: Mapping[str, Any], report: Mapping[str, Any]) -> dict[str, Any]:
    """The day as ACLED counts it: the middle of a month told alone, the day of the report where none is told."""
    date = record["date"]
    first, last = days(date)
    if not first:
        day = report["published"][:10]
        return {"event_date": day, "year": day[:4], "time_precision": _WEEK if day else None}
    if first == last:
        return {"event_date": first, "year": first[:4], "time_precision": _DAY}
    if first[:7] == last[:7]:
        return {"event_date": f"{first[:7]}-15" if len(date) == 7 else first, "year": first[:4],
                "time_precision": _MONTH if len(date) == 7 else _WEEK}
    return {"event_date": "", "year": first[:4] if first[:4] == last[:4] else "", "time_precision": None}


def _who(record: Mapping[str, Any], *, counted: bool) -> dict[str, Any]:
    sides = two_sides(record)
    where = (record["place"] or {}).get("country", "")
    kinds = [kind(side[0], where, record) if side else "" for side in sides]
    out: dict[str, Any] = {"interaction": interaction(*kinds),
                           "civilian_targeting": "Civilian targeting" if counted and civilian(record, sides[1]) else ""}
    for number, (side, inter) in enumerate(zip(sides, kinds, strict=True), 1):
        out |= {f"actor{number}": _name(side[0]) if side else "", f"inter{number}": inter,
                f"assoc_actor_{number}": SEP.join(map(_name, side[1:]))}
    return out


def _name(party: Mapping[str, Any]) -> str:
    return f"{party['name']} ({party['code']})" if party["code"] else str(party["name"])


def _where(place: Mapping[str, Any] | None) -> dict[str, Any]:
    if place is None:
        return {}
    known = country(place["country"])
    return {"iso": int(known.iso) if known.iso else None, "region": known.region, "country": known.name,
            "admin1": place["name"] if place["precision"] == "region" else "",
            "admin2": place["name"] if place["precision"] == "district" else "",
            "location": place["name"] or place["mention"], "latitude": place["lat"], "longitude": place["lon"],
            "geo_precision": _GEO.get(place["precision"]) if place["lat"] is not None else None}


def _fatalities(record: Mapping[str, Any]) -> int:
    """The least number of dead that is told."""
    return sum(c["min"] for c in record["casualties"] if c["harm"] == "killed")


def _tags(found: Found) -> list[str]:
    record, report = found.record, found.report
    told = {"type": record["type"], "mode": record["mode"], "status": record["status"],
            "precision": (record["place"] or {}).get("precision", ""),
            "according to": ", ".join(record["according_to"]), "language": report["language"],
            "report": report["id"], "url": report["url"], "review": found.review,
            "rejected": "yes" if found.rejected else "", "carried": str(found.carried)}
    return [f"{name}={value}" for name, value in told.items() if value]

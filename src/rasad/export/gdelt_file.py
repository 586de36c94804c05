"""Lines in the columns of GDELT 1.0 with CAMEO codes, and after them the columns that it lacks.

GDELT has numbers for ids and one party a side: GLOBALEVENTID is made of the record's id, and the id itself, all
parties, the status and the evidence stand in the columns after SOURCEURL. What Rasad does not know stays empty.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import IO, Any

from rasad.archive.finding import Found
from rasad.archive.span_of_days import days
from rasad.cells import SEP, cell
from rasad.export import Written
from rasad.export.elsewhere import bodies, cameo, country, sectors, two_sides
from rasad.export.flat import evidence
from rasad.export.text import lines_to

_PARTY = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
          "Type2Code", "Type3Code")
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
GDELT = ("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
         *(f"Actor{n}{part}" for n in (1, 2) for part in _PARTY),
         "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
         "NumSources", "NumArticles", "AvgTone",
         *(f"{where}Geo_{part}" for where in ("Actor1", "Actor2", "Action") for part in _GEO), "DATEADDED", "SOURCEURL")
OURS = ("id", "source", "language", "published", "status", "type", "mode", "actors", "recipients", "according_to",
        "evidence", "review", "rejected")
COLUMNS = (*GDELT, *OURS)
_COUNTRY, _US_STATE, _US_CITY, _CITY, _STATE = 1, 2, 3, 4, 5
_GEONAMES = "geonames:"


def write(_what: str, found: Iterable[Found], out: IO[bytes]) -> Written:
    """The events stand in the stream, a line each with tabs between, below a line of names."""
    rows = 0
    with lines_to(out) as lines:
        lines.write("\t".join(COLUMNS) + "\n")
        for one in found:
            values = _row(one)
            lines.write("\t".join(cell(values.get(name)) for name in COLUMNS) + "\n")
            rows += 1
    return Written(rows)


def _row(found: Found) -> dict[str, Any]:
    record, report = found.record, found.report
    acting, suffering = two_sides(record)
    quad, goldstein = cameo()[record["cameo"]]
    return {
        "GLOBALEVENTID": int.from_bytes(blake2b(found.id.encode(), digest_size=8).digest()) >> 1,
        **_when(record, report), **_party(1, acting), **_party(2, suffering),
        "EventCode": record["cameo"], "EventBaseCode": record["cameo"][:3], "EventRootCode": record["cameo"][:2],
        "QuadClass": quad, "GoldsteinScale": goldstein, "NumMentions": len(record["evidence"]),
        "NumArticles": found.carried, **_place(record["place"]),
        "DATEADDED": report["collected"][:10].replace("-", ""), "SOURCEURL": report["url"],
        "id": found.id, "source": report["source"], "language": report["language"], "published": report["published"],
        "status": record["status"], "type": record["type"], "mode": record["mode"],
        "actors": SEP.join(party["code"] for party in record["actors"]),
        "recipients": SEP.join(party["code"] for party in record["recipients"]),
        "according_to": SEP.join(record["according_to"]), "evidence": evidence(record), "review": found.review,
        "rejected": int(found.rejected)}



def _when(record: Mapping[str, Any], report: Mapping[str, Any]) -> dict[str, Any]:
    """The day, month and year as far as they are told; those of the report where nothing is."""
    first, last = days(record["date"])
    if not first:
        first = last = report["published"][:10]
    out: dict[str, Any] = {}
    if first and first[:4] == last[:4]:
        out["Year"] = first[:4]
        if first[:7] == last[:7]:
            out["MonthYear"] = first[:7].replace("-", "")
        if first == last:
            out["SQLDATE"] = first.replace("-", "")
            out["FractionDate"] = f"{int(first[:4]) + (int(first[5:7]) * 30 + int(first[8:10])) / 365:.4f}"
    return out


def _party(number: int, side: list[Mapping[str, Any]]) -> dict[str, Any]:
    if not side or not side[0]["code"]:
        return {f"Actor{number}Name": side[0]["name"]} if side else {}
    home, _, sector = side[0]["code"].partition(".")
    body, group = bodies().get(home, ("", ""))
    known = sectors().get(sector)
    kind = known.cameo if known is not None else ""
    told = {"Code": f"{body}{group}" if body else home + kind, "Name": side[0]["name"],
            "CountryCode": home if country(home).name else "", "KnownGroupCode": group, "Type1Code": body or kind}
    return {f"Actor{number}{part}": value for part, value in told.items()}


def _place(place: Mapping[str, Any] | None) -> dict[str, Any]:
    if place is None or place["lat"] is None:
        return {}
    american = place["country"] == "USA"
    kinds = {"country": _COUNTRY, "region": _US_STATE if american else _STATE}
    feature = place["id"].removeprefix(_GEONAMES) if place["id"].startswith(_GEONAMES) else ""
    told = {"Type": kinds.get(place["precision"], _US_CITY if american else _CITY), "FullName": place["name"],
            "CountryCode": country(place["country"]).fips, "Lat": place["lat"], "Long": place["lon"],
            "FeatureID": feature}
    return {f"ActionGeo_{part}": value for part, value in told.items()}

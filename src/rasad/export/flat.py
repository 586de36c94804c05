"""One record is one row of named values, the same in every format that has rows.

Values are text, numbers, switches, or lists of text; a sheet joins the lists, Parquet keeps them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rasad.archive.finding import EVENT, REPORT, STATEMENT, Found
from rasad.archive.identity import record_id

Row = dict[str, Any]
_GAP = " … "
_NOWHERE: Mapping[str, Any] = {"mention": "", "id": "", "name": "", "country": "", "lat": None, "lon": None,
                               "precision": ""}


def row(what: str, found: Found) -> Row:
    """The record as a row; its columns are the same for every record of a kind."""
    return _ROWS[what](found)


def harms(casualties: Sequence[Mapping[str, Any]]) -> list[str]:
    """Who were harmed, how and how many, each in a few words."""
    return [" ".join(filter(None, (c["harm"], _span(c["min"], c["max"]), c["who"]))) for c in casualties]


def evidence(record: Mapping[str, Any]) -> str:
    """The words of the report that tell the event."""
    return _GAP.join(span["text"] for span in record["evidence"])


def _span(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}-{most}"


def _event(found: Found) -> Row:
    record, report = found.record, found.report
    place = record["place"] or _NOWHERE
    first = record["evidence"][0] if record["evidence"] else {"start": None, "end": None}
    return {
        "id": found.id, "report": report["id"], "source": report["source"], "language": report["language"],
        "published": report["published"], "url": report["url"],
        "type": record["type"], "mode": record["mode"], "quad": record["quad"], "score": float(record["score"]),
        "cameo": record["cameo"], "status": record["status"], "date": record["date"],
        **_parties("actor", record["actors"]), **_parties("recipient", record["recipients"]),
        "place": place["mention"], "place_id": place["id"], "place_name": place["name"], "country": place["country"],
        "lat": place["lat"], "lon": place["lon"], "precision": place["precision"],
        "according_to": list(record["according_to"]),
        "statement": record_id(report["id"], record["statement"]) if record["statement"] else "",
        "speaker": (record.get("speaker") or {}).get("name", ""),
        "casualties": harms(record["casualties"]), "agreements": list(record["agreements"]),
        "evidence": evidence(record), "start": first["start"], "end": first["end"],
        "confidence": float(record["confidence"]), "rule": record["rule"], **_review(found)}


def _parties(side: str, parties: Sequence[Mapping[str, Any]]) -> Row:
    return {f"{side}s": [party["code"] for party in parties], f"{side}_names": [party["name"] for party in parties],
            f"{side}_ids": [party["id"] for party in parties]}


def _statement(found: Found) -> Row:
    record, report = found.record, found.report
    speaker, content = record["speaker"], record["content"]
    return {
        "id": found.id, "report": report["id"], "source": report["source"], "language": report["language"],
        "published": report["published"], "url": report["url"],
        "speaker": speaker["name"], "speaker_id": speaker["id"], "speaker_code": speaker["code"],
        "cue": record["cue"]["text"] if record["cue"] else "", "form": record["form"], "to": list(record["to"]),
        "within": record_id(report["id"], record["within"]) if record["within"] else "",
        "evidence": content["text"], "start": content["start"], "end": content["end"], **_review(found)}


def _review(found: Found) -> Row:
    return {"review": found.review, "disputed": found.disputed, "rejected": found.rejected, "carried": found.carried}


def _report(found: Found) -> Row:
    report = found.report
    return {"id": found.id, **{name: report[name] for name in ("source", "language", "published", "url", "title")},
            "text": found.record.get("text", ""), "characters": report["characters"], "way": report["way"],
            "collected": report["collected"], "carried": found.carried}


_ROWS: Mapping[str, Callable[[Found], Row]] = {EVENT: _event, STATEMENT: _statement, REPORT: _report}

"""The rows of a report's events, statements and agreements are made of what stands and of nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlalchemy import Connection, Table

from rasad.archive.identity import record_id
from rasad.archive.inserting import inserted
from rasad.archive.packing import json_text
from rasad.archive.span_of_days import days
from rasad.archive.standing import Standing
from rasad.archive.tables import AGREEMENTS, DYADS, EVENTS, PARTIES, STATEMENTS
from rasad.archive.words import folded

Row = dict[str, Any]
_NOWHERE: Mapping[str, Any] = {"country": "", "id": "", "name": "", "mention": "", "lat": None, "lon": None,
                               "precision": ""}
SIDES = {"actors": "a", "recipients": "r"}
VOUCHES = "v"
_DONE = "actual"


@dataclass(frozen=True, slots=True)
class Stood:
    """What stands of one report."""

    number: int
    id: str
    published: str
    events: Sequence[Standing]
    statements: Sequence[Standing]
    agreements: Sequence[Mapping[str, Any]]  # as the coding that stands has them

    @property
    def known(self) -> dict[str, str]:
        """The id by which each agreement is known, by its id in the report."""
        return {a["id"]: a["known"] for a in self.agreements}


def lay(connection: Connection, reports: Sequence[Stood]) -> None:
    """The rows of reports that had none are there."""
    rows: dict[Table, list[Row]] = {EVENTS: [], PARTIES: [], DYADS: [], STATEMENTS: [], AGREEMENTS: []}
    for report in reports:
        for standing in report.events:
            rows[EVENTS].append(_event(report, standing))
            rows[PARTIES] += _parties(report, standing.record)
            rows[DYADS] += _dyads(report, standing.record)
        rows[STATEMENTS] += (_statement(report, standing) for standing in report.statements)
        rows[AGREEMENTS] += (_agreement(report.number, agreement) for agreement in report.agreements)
    for table, made in rows.items():
        inserted(connection, table, made)


def lay_anew(connection: Connection, report: Stood) -> None:
    """The rows of a report are those of what stands now."""
    mine = EVENTS.c.id.like(report.id + ".%")
    for table in (PARTIES, DYADS):
        connection.execute(table.delete().where(table.c.event.like(report.id + ".%")))
    connection.execute(EVENTS.delete().where(mine))
    for table in (STATEMENTS, AGREEMENTS):
        connection.execute(table.delete().where(table.c.report == report.number))
    lay(connection, [report])


def _event(report: Stood, standing: Standing) -> Row:
    record, known = standing.record, report.known
    place = record["place"] or _NOWHERE
    first, last = days(record["date"])
    day = report.published[:10]
    if not first:
        first, last = days(day)
    elif record["status"] == _DONE and first <= day < last:
        last = day  # what has happened in a month has happened by the day of the report
    return {"id": record_id(report.id, record["id"]), "report": report.number, "type": record["type"],
            "mode": record["mode"], "quad": record["quad"], "score": record["score"], "status": record["status"],
            "date": record["date"], "first": first, "last": last, "country": place["country"], "place": place["id"],
            "place_name": folded(f"{place['mention']} {place['name']}").strip(), "lat": place["lat"],
            "lon": place["lon"], "precision": place["precision"],
            "statement": record_id(report.id, record["statement"]) if record["statement"] else "",
            "agreements": "".join(f" {known.get(a) or a} " for a in record["agreements"]),
            "start": min((span["start"] for span in record["evidence"]), default=0),
            "confidence": record["confidence"], **_review(standing)}


def _parties(report: Stood, record: Mapping[str, Any]) -> Iterator[Row]:
    event = record_id(report.id, record["id"])
    for field, side in SIDES.items():
        for number, party in enumerate(record[field]):
            yield {"event": event, "side": side, "number": number, "code": party["code"], "party": party["id"],
                   "name": folded(party["name"])}
    for number, code in enumerate(record["according_to"]):
        yield {"event": event, "side": VOUCHES, "number": number, "code": code, "party": "", "name": ""}


def _dyads(report: Stood, record: Mapping[str, Any]) -> Iterator[Row]:
    acts, suffers = ({party["code"].partition(".")[0] for party in record[field]} - {""} for field in SIDES)
    event = record_id(report.id, record["id"])
    for one, other in sorted({(min(pair), max(pair)) for pair in product(acts, suffers)}):
        yield {"event": event, "one": one, "other": other}


def _statement(report: Stood, standing: Standing) -> Row:
    record = standing.record
    speaker, content = record["speaker"], record["content"]
    return {"id": record_id(report.id, record["id"]), "report": report.number, "speaker": speaker["id"],
            "speaker_name": folded(speaker["name"]), "code": speaker["code"], "form": record["form"],
            "within": record_id(report.id, record["within"]) if record["within"] else "",
            "start": content["start"], "stop": content["end"], **_review(standing)}


def _agreement(report: int, agreement: Mapping[str, Any]) -> Row:
    mention = agreement["mention"]
    return {"report": report, "id": agreement["id"], "known": agreement["known"], "kind": agreement["kind"],
            "start": mention["start"], "stop": mention["end"]}


def _review(standing: Standing) -> Row:
    return {"review": standing.review, "disputed": standing.disputed, "rejected": standing.rejected,
            "record": json_text(standing.record)}

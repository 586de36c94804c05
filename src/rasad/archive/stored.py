"""What the archive keeps of one report is read as it was written: its text, codings and judgements."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from rasad.archive.errors import MissingError
from rasad.archive.packing import json_of, unpacked
from rasad.archive.standing import Judgement, Standing, standing
from rasad.archive.tables import CODERS, CODINGS, JUDGEMENTS, ORIGINALS, REPORTS, STANDING
from rasad.archive.view_rows import Stood, lay_anew
from rasad.inputs.fields import FIELDS
from rasad.records import Report

_EVENT = "e"


@dataclass(frozen=True, slots=True)
class Stored:
    """A report of the archive, by its number there."""

    number: int
    report: Report
    given: str
    way: str
    place: str
    collected: str


def stored(connection: Connection, id_: str, *, mine: bool = False) -> Stored:
    """The report with this id, or with the id it came with if only one has it; MissingError where there is none.

    `mine`: nobody else writes about the report until the block of writing ends.
    """
    for column in (REPORTS.c.id, REPORTS.c.given):
        query = select(REPORTS).where(column == id_).limit(2)
        rows = connection.execute(query.with_for_update() if mine else query).mappings().all()
        if len(rows) == 1:
            row = rows[0]
            report = Report(**{field: row[field] for field in FIELDS})
            return Stored(row["number"], report, row["given"], row["way"], row["place"], row["collected"])
    raise MissingError(f"there is no report {id_!r}", "take an id that rasad find shows")


def original(connection: Connection, number: int) -> tuple[str, bytes]:
    """The media type and the bytes that a report came in."""
    query = select(ORIGINALS.c.media, ORIGINALS.c.body).where(ORIGINALS.c.report == number)
    media, body = connection.execute(query).one()
    return media, unpacked(body)


def codings(connection: Connection, number: int) -> list[dict[str, Any]]:
    """Every coding of a report, oldest first: `made`, `coder`, `stands`, `records`."""
    query = (select(CODINGS, CODERS.c.name, CODERS.c.version, CODERS.c.lexicon, STANDING.c.report.label("stands"))
             .join(CODERS, CODERS.c.number == CODINGS.c.coder)
             .outerjoin(STANDING, STANDING.c.coding == CODINGS.c.number)
             .where(CODINGS.c.report == number).order_by(CODINGS.c.number))
    return [{"made": row["made"], "coder": {key: row[key] for key in ("name", "version", "lexicon")},
             "stands": row["stands"] is not None, "records": json_of(row["records"])}
            for row in connection.execute(query).mappings()]


def standing_coding(connection: Connection, number: int) -> dict[str, Any]:
    """The coded report that stands; one without records where the report was never coded."""
    packed = connection.scalar(select(CODINGS.c.records).join(STANDING, STANDING.c.coding == CODINGS.c.number)
                               .where(STANDING.c.report == number))
    return json_of(packed) if packed is not None else {"statements": [], "events": [], "agreements": []}


def judgements(connection: Connection, number: int) -> list[Judgement]:
    """Every judgement about the records of a report, oldest first."""
    rows = connection.execute(select(JUDGEMENTS).where(JUDGEMENTS.c.report == number).order_by(JUDGEMENTS.c.number))
    return [Judgement(row["id"], row["record"], row["kind"], row["reviewer"], row["field"], json.loads(row["value"]),
                      json.loads(row["judged"]), row["why"], row["made"], row["manner"]) for row in rows.mappings()]


@dataclass(frozen=True, slots=True)
class Present:
    """What stands of one report, and the rest of its coding."""

    events: Sequence[Standing]
    statements: Sequence[Standing]
    coded: dict[str, Any]

    def record(self, id_: str) -> Standing | None:
        """The record with this id, if it stands."""
        return next((s for s in (*self.events, *self.statements) if s.record["id"] == id_), None)


def present(connection: Connection, number: int) -> Present:
    """What stands of a report by its newest coding and all judgements."""
    coded, judged = standing_coding(connection, number), judgements(connection, number)
    events = [j for j in judged if j.record.startswith(_EVENT)]
    rest = [j for j in judged if not j.record.startswith(_EVENT)]
    return Present(standing(coded["events"], events), standing(coded["statements"], rest), coded)


def refresh(connection: Connection, one: Stored) -> None:
    """The rows of a report tell what stands now."""
    now = present(connection, one.number)
    lay_anew(connection, Stood(one.number, one.report.id, one.report.published, now.events, now.statements,
                               now.coded["agreements"]))

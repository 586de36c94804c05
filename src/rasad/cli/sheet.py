"""One event a row; no cell of a sheet can be taken for a formula."""

import csv
import io

from rasad.cells import SEP, cell
from rasad.records import CodedReport, Event, Party, Report

COLUMNS = ("report", "source", "published", "event", "type", "mode", "quad", "score", "cameo", "status", "date",
           "actors", "actor_names", "recipients", "recipient_names", "place", "place_name", "country", "lat", "lon",
           "precision", "according_to", "statement", "speaker", "casualties", "agreements", "evidence", "start", "end",
           "confidence", "rule", "url")


def header() -> str:
    """The first line of the sheet."""
    return ",".join(COLUMNS) + "\r\n"


def rows(_report: Report, coded: CodedReport) -> str:
    """The events of the report as lines of the sheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    for event in coded.events:
        writer.writerow([cell(value) for value in _row(coded, event)])
    return out.getvalue()


def _row(coded: CodedReport, event: Event) -> list[object]:
    head, place = coded.report, event.place
    speakers = {statement.id: statement.speaker for statement in coded.statements}
    speaker = speakers.get(event.statement or "")
    first = event.evidence[0] if event.evidence else None
    where = ([place.mention, place.name, place.country, place.lat, place.lon, place.precision] if place is not None
             else ["", "", "", None, None, ""])
    return [head.id, head.source, head.published,
            event.id, event.type, event.mode, event.quad, event.score, event.cameo, event.status, event.date,
            _codes(event.actors), _names(event.actors), _codes(event.recipients),
            _names(event.recipients), *where, SEP.join(event.according_to), event.statement or "",
            speaker.name if speaker is not None else "", _harm(event), SEP.join(_agreements(coded, event)),
            " … ".join(span.text for span in event.evidence), first.start if first else None,
            first.end if first else None, event.confidence, event.rule, head.url]


def _codes(parties: tuple[Party, ...]) -> str:
    return SEP.join(party.code for party in parties)


def _names(parties: tuple[Party, ...]) -> str:
    return SEP.join(party.name for party in parties)


def _harm(event: Event) -> str:
    return SEP.join(f"{c.harm} {c.min if c.min == c.max else f'{c.min}-{c.max}'}{f' {c.who}' if c.who else ''}"
                    for c in event.casualties)


def _agreements(coded: CodedReport, event: Event) -> list[str]:
    known = {agreement.id: agreement.known or agreement.mention.text for agreement in coded.agreements}
    return [known.get(id_, id_) for id_ in event.agreements]

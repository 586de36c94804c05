"""A sheet: one record a row, UTF-8 with the mark by which spreadsheets know it, no cell a formula."""

import csv
from collections.abc import Iterable
from typing import IO, Any

from rasad.archive.finding import EVENT, REPORT, STATEMENT, Found
from rasad.cells import SEP, cell
from rasad.export import Written
from rasad.export.flat import row
from rasad.export.text import lines_to

COLUMNS = {
    EVENT: ("id", "report", "source", "language", "published", "url", "type", "mode", "quad", "score", "cameo",
            "status", "date", "actors", "actor_names", "recipients", "recipient_names", "place", "place_name",
            "country", "lat", "lon", "precision", "according_to", "statement", "speaker", "casualties", "agreements",
            "evidence", "start", "end", "confidence", "rule", "review", "disputed", "rejected", "carried"),
    STATEMENT: ("id", "report", "source", "language", "published", "url", "speaker", "speaker_id", "speaker_code",
                "cue", "form", "to", "within", "evidence", "start", "end", "review", "disputed", "rejected", "carried"),
    REPORT: ("id", "source", "language", "published", "url", "title", "characters", "way", "collected", "carried"),
}


def write(what: str, found: Iterable[Found], out: IO[bytes]) -> Written:
    """The records stand in the stream as lines of a sheet, below a line of names."""
    rows = 0
    with lines_to(out, encoding="utf-8-sig") as lines:
        sheet = csv.writer(lines)
        sheet.writerow(COLUMNS[what])
        for one in found:
            values = row(what, one)
            sheet.writerow([_cell(values[name]) for name in COLUMNS[what]])
            rows += 1
    return Written(rows)


def _cell(value: Any) -> str:  # noqa: ANN401 - a value of a row
    if isinstance(value, bool):
        return "true" if value else "false"
    return cell(SEP.join(value) if isinstance(value, list) else value)

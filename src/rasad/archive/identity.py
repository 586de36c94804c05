"""An id is a hash of content: the same report has the same id in every archive, however often it comes in.

What a report is, is where it stands and what it says: its address and text, or, for a text without
an address, its source, date and title. The number a file or a feed gives it makes no difference.
"""

from datetime import UTC, datetime

from rasad.assemble.ids import digest
from rasad.records import Report

_DIGITS = 16
_SEPARATOR = "."


def report_id(report: Report) -> str:
    """The id of a report in every archive, «r» and sixteen hexadecimal digits."""
    told = (report.url,) if report.url else (report.source, report.published, report.title)
    return "r" + digest("report", *told, report.text)[:_DIGITS]


def record_id(report: str, record: str) -> str:
    """The id of a record of a report, unlike that of any other record."""
    return f"{report}{_SEPARATOR}{record}"


def split_id(id_: str) -> tuple[str, str]:
    """The report's id and the record's own, "" for that of a report itself."""
    report, _, record = id_.partition(_SEPARATOR)
    return report, record


def moment(published: str) -> str:
    """The publication time in UTC, to the second, in a form that sorts; what is not told counts from its start."""
    if not published:
        return ""
    parts = published.replace(",", ".").replace(" ", "T")
    day = {4: f"{parts}-01-01", 7: f"{parts}-01"}.get(len(parts), parts)
    told = datetime.fromisoformat(day)
    return (told.astimezone(UTC) if told.tzinfo else told).strftime("%Y-%m-%dT%H:%M:%S")


def now() -> str:
    """The present moment in UTC, as the archive writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"

"""What was found in an archive, for reading in a terminal: what it is, its words, and where it comes from."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from rasad.archive.finding import EVENT, REPORT, Count, Found
from rasad.cli.bidi import isolated, right_to_left, shortened
from rasad.cli.marks import plain
from rasad.cli.record_lines import event_lines, statement_lines
from rasad.days import both_calendars
from rasad.records import Event, Statement
from rasad.records_read import from_dict

_DOT = " · "
_QUOTED = 3  # lines of evidence or title


def found_lines(what: str, found: Found, console: Console, width: int) -> list[Text]:
    """One record in its lines."""
    if what == REPORT:
        head = Text(found.id, "bold").append(_DOT + source_line(found))
        return [head, *_quoted(found.report["title"], console, width)]
    if what == EVENT:
        event = from_dict(Event, {**found.record, "id": found.id})
        lines, words = event_lines(event, console, width), " … ".join(span.text for span in event.evidence)
        quoted = _quoted(words, console, width)
    else:
        lines, quoted = statement_lines(from_dict(Statement, {**found.record, "id": found.id}), console, width), []
    return [*lines, *quoted, Text("    " + source_line(found), "dim")]


def source_line(found: Found) -> str:
    """Where a record comes from, how often its text was carried, and what reviewers made of it."""
    report = found.report
    parts = [isolated(plain(report["source"])), both_calendars(report["published"][:10])]
    parts += [f"carried by {found.carried} reports"] if found.carried > 1 else []
    parts += [found.review] if found.review and found.review != "machine" else []
    parts += ["disputed"] if found.disputed else []
    parts += ["rejected"] if found.rejected else []
    parts += [plain(report["url"])] if report["url"] else []
    return _DOT.join(part for part in parts if part)


def count_line(what: str, number: Count, shown: int) -> str:
    """How much the selection means: records, reports and sources apart."""
    if not number.records:
        return f"no {what} found"
    told = f"{number.records:,} {_counted(what, number.records)}"
    if what != REPORT:
        told += f" in {number.reports:,} {_counted(REPORT, number.reports)}"
    told += f" of {number.sources:,} {_counted('sources', number.sources)}"
    return told if shown >= number.records else f"{told}; {shown:,} shown"


def _counted(name: str, number: int) -> str:
    return name if number != 1 else name.removesuffix("s")


def _quoted(words: str, console: Console, width: int) -> Sequence[Text]:
    flat = shortened(plain(" ".join(words.split())), _QUOTED * (width - 6))
    return right_to_left(Text(flat), console, width) if flat else []

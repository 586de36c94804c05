"""An export holds the records of a selection, one after another as they are read, and tells how many it left out.

A format is a module here with `write`, which takes what was found and a binary stream. Nothing is kept in memory
but the record at hand, or a group of rows in Parquet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import IO, TYPE_CHECKING

from rasad.archive.errors import ArchiveError

if TYPE_CHECKING:
    from rasad.archive.finding import Found

EVENTS, STATEMENTS, REPORTS = "events", "statements", "reports"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of export: what it can hold, what it is called by on the web, and how its files end."""

    holds: tuple[str, ...]
    media: str
    ending: str


@dataclass(frozen=True, slots=True)
class Written:
    """How many records an export holds, and how many the format has no place for."""

    rows: int
    left_out: int = 0


_ALL = (EVENTS, STATEMENTS, REPORTS)
FORMATS: Mapping[str, Format] = {
    "csv": Format(_ALL, "text/csv", "csv"),
    "jsonl": Format(_ALL, "application/jsonl", "jsonl"),
    "parquet": Format(_ALL, "application/vnd.apache.parquet", "parquet"),
    "geojson": Format((EVENTS,), "application/geo+json", "geojson"),
    "plover": Format((EVENTS,), "application/jsonl", "jsonl"),
    "acled": Format((EVENTS,), "text/csv", "csv"),
    "gdelt": Format((EVENTS,), "text/tab-separated-values", "tsv"),
}


def check(form: str, what: str) -> None:
    """The format can hold what is asked for; ArchiveError says which can."""
    if form not in FORMATS:
        raise ArchiveError(f"{form!r} is no format", f"there is {', '.join(FORMATS)}")
    if what not in FORMATS[form].holds:
        fit = [name for name, known in FORMATS.items() if what in known.holds]
        raise ArchiveError(f"{form} holds no {what}", f"take {', '.join(fit) or ' or '.join(_ALL)}")


def write(form: str, what: str, found: "Iterable[Found]", out: IO[bytes]) -> Written:
    """The records stand in the stream in a format, in the order in which they were found."""
    check(form, what)
    written: Written = import_module(f"rasad.export.{form}_file").write(what, found, out)
    return written

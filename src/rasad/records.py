"""What a coded report is made of: frozen records whose spans point into the original text.

`report.text[span.start:span.end] == span.text` for every span in a coded report. Offsets are
Unicode code points of the text as it came in. The order of fields is the order of printing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from operator import attrgetter
from typing import Any

OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Report:
    """One news report as it came in; only `text` is needed."""

    text: str
    id: str = ""
    source: str = ""
    published: str = ""
    url: str = ""
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What a coded report says of the report it codes."""

    id: str
    source: str
    published: str
    language: str
    title: str
    url: str
    characters: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the original text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who speaks, acts or is acted upon; `code` is the actor code, `mention` where they are named."""

    id: str
    name: str
    code: str
    mention: Span | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech act: who said what to whom; `within` names the statement it was told in."""

    id: str
    speaker: Party
    cue: Span | None
    content: Span
    form: str
    to: tuple[str, ...]
    within: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened; latitude and longitude are None where the place is left open."""

    id: str
    name: str
    mention: str
    country: str
    lat: float | None
    lon: float | None
    precision: str


@dataclass(frozen=True, slots=True)
class Casualties:
    """How many were harmed, as the text tells it."""

    harm: str
    min: int
    max: int
    who: str


@dataclass(frozen=True, slots=True)
class Event:
    """One thing somebody did to somebody, with who vouches for it."""

    id: str
    type: str
    mode: str
    quad: str
    score: float
    cameo: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    date: str
    status: str
    according_to: tuple[str, ...]
    statement: str | None
    evidence: tuple[Span, ...]
    casualties: tuple[Casualties, ...]
    agreements: tuple[str, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, ceasefire, resolution, accord or plan the report refers to."""

    id: str
    mention: Span
    kind: str
    date: str
    known: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody the report names, with every mention."""

    id: str
    name: str
    label: str
    kind: str
    code: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PlaceMentions:
    """A place the report names, with every mention."""

    id: str
    name: str
    country: str
    lat: float | None
    lon: float | None
    precision: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A date or time the report names, as EDTF; the value is empty where it cannot be resolved."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Coder:
    """Which coder, with which lexicon, made a coding."""

    name: str
    version: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class CodedReport:
    """Everything one report says, as records."""

    report: ReportHead
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[PlaceMentions, ...] = ()
    times: tuple[Time, ...] = ()
    coder: Coder = field(default_factory=lambda: Coder("rasad", "", ""))


_PLAIN = frozenset({str, int, float, bool, type(None)})


class _Fields(dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]]):
    """By type of record, the names of its fields and what takes them all at once."""

    def __missing__(self, kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
        names = tuple(f.name for f in fields(kind))
        found = self[kind] = names, attrgetter(*names)
        return found


_FIELDS = _Fields()


def fields_of(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record
    """The fields of a record by name, in the order of the contract; records in them are left as they are."""
    kind = type(record)
    if kind is Span:  # most records are
        return {"start": record.start, "end": record.end, "text": record.text}
    names, taken = _FIELDS[kind]
    return dict(zip(names, taken(record), strict=True))


def as_dict(record: Any) -> Any:  # noqa: ANN401 - any record, at any depth
    """The record as plain dicts, lists, strings and numbers, in the order of the contract."""
    if isinstance(record, tuple | list):
        return [as_dict(item) for item in record]
    parts = fields_of(record) if is_dataclass(record) else record
    if not isinstance(parts, dict):
        return record
    return {name: value if type(value) in _PLAIN else as_dict(value) for name, value in parts.items()}

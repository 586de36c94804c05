"""Events in the order of their days: how many of which type in each period, and one by one below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

from fastapi import APIRouter
from starlette.responses import Response

from rasad.archive.finding import EVENT, Found, find
from rasad.archive.ordering import EARLIEST, LATEST, OF_TIME
from rasad.archive.span_of_days import days
from rasad.archive.tallying import counts, spans
from rasad.pack import ontology
from rasad.workbench.dates import both
from rasad.workbench.figures import asked, framed, kept, opening, to, values_of, within
from rasad.workbench.paging import paging
from rasad.workbench.period_names import period_name
from rasad.workbench.periods import CLASSES, GRAINS, Frame, Period, Tally, period_of, tallies
from rasad.workbench.rendering import page
from rasad.workbench.texts import Texts
from rasad.workbench.visits import Visiting

router = APIRouter()
_SIZE = 50
_WIDTH, _ROW, _NAMED = 960, 26, 110  # units: of the drawing, of a row, of the names beside it
_LEAST, _LARGEST = 2.0, 11.5


@dataclass(frozen=True, slots=True)
class Dot:
    """The events of a type in a period."""

    period: int
    type: str
    number: int
    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A row for every type that there is, a column for every period."""

    types: Sequence[str]
    quads: Mapping[str, str]
    dots: Sequence[Dot]
    width: int
    height: int
    row: int
    named: int


@dataclass(slots=True)
class Part:
    """The events of a period, as far as they are on this page."""

    name: str
    other: str
    address: str
    number: int
    found: list[Found]


@router.get("/timeline")
def timeline(visit: Visiting) -> Response:
    """The events that the address selects, in their order."""
    chosen, fault = asked(visit)
    keep = kept(visit, by=tuple(GRAINS), order=(LATEST,))
    known = values_of("/timeline", chosen, fault, keep)
    params = visit.request.query_params
    if fault is not None:
        return page(visit, "timeline.html", 400, **known, count=None)
    with visit.archive.reading() as connection:
        count = counts(connection, chosen)
        told = spans(connection, chosen)
        pages = paging(params, _SIZE, count.records)
        found = list(find(connection, EVENT, chosen, limit=pages.size, offset=pages.offset,
                          order=keep.get("order", EARLIEST)))
    time, names = framed(visit, chosen, told, keep.get("by", ""))
    by_period = tallies(time.periods, told)
    to_events = opening("/events", chosen, "since", "until")
    return page(visit, "timeline.html", **known, count=count, time=time, names=names, tallies=by_period, pages=pages,
                grid=_grid(by_period), to_events=to_events,
                by_type=opening("/events", chosen, "since", "until", "type"),
                closer=opening("/timeline", chosen, "since", "until"),
                to_grains=opening("/timeline", chosen, order=keep.get("order", "")), order=keep.get("order", EARLIEST),
                orders={name: to("/timeline", chosen, by=keep.get("by", ""), order=name if name == LATEST else "")
                        for name in OF_TIME},
                parts_of_time=list(_parts(found, time, by_period, to_events, visit.texts)))


def _grid(by_period: Sequence[Tally]) -> Grid:
    quads = {kind: quad for (kind, _), (quad, _, _) in ontology().items()}
    there = {kind for tally in by_period for kind in tally.by_type}
    types = [kind for one in CLASSES for kind in quads if quads[kind] == one and kind in there]
    most = max((number for tally in by_period for number in tally.by_type.values()), default=1)
    wide = (_WIDTH - _NAMED) / max(1, len(by_period))
    largest = min(_LARGEST, max(wide, _LEAST * 2))
    dots = [Dot(n, kind, number, round(wide * (n + 0.5), 1), (types.index(kind) + 0.5) * _ROW,
                round(max(_LEAST, largest * sqrt(number / most)), 1))
            for n, tally in enumerate(by_period) for kind, number in tally.by_type.items()]
    return Grid(types, quads, dots, _WIDTH, _ROW * len(types), _ROW, _NAMED)


def _parts(found: Sequence[Found], time: Frame, by_period: Sequence[Tally], to_events: str,
           texts: Texts) -> Iterator[Part]:
    """The events that were found, parted where a new period begins."""
    shown = {period: tally.events for period, tally in zip(time.periods, by_period, strict=True)}
    for (period, date), some in groupby(found, lambda one: _under(one, time)):
        if period is None:
            told = both(date, texts, long=True)
            yield Part(told.first if told else texts.by_key["no.date"], told.second if told else "", "", 0, list(some))
        else:
            name, number = period_name(period, time, texts), shown.get(period, 0)
            yield Part(name.whole, name.other, to_events + within(period) if number else "", number, list(some))


def _under(one: Found, time: Frame) -> tuple[Period | None, str]:
    """The period under which an event stands; where it covers more than one, its date as it is told."""
    first, last = days(one.record["date"])
    if not first:
        first, last = days(one.report["published"][:10])
    period = period_of(first, time)
    return (period, "") if period is not None and last <= period.until else (None, one.record["date"])

"""An event counts in every period that it touches, so the number of a period is that of a selection with its days.

Periods are those of the reader's calendar. How fine they are follows from how long the time is; what lies before and
after the periods that are shown is told.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from rasad.archive.tallying import Span
from rasad.calendars import CalendarName
from rasad.workbench.dividing import DAY, WEEK, YEAR, day_of, divided, period_at, reached
from rasad.workbench.stretches import GRAINS, stretch

COOPERATION = ("verbal cooperation", "material cooperation")
CONFLICT = ("verbal conflict", "material conflict")
CLASSES = (*COOPERATION, *CONFLICT)


@dataclass(slots=True)
class Tally:
    """How many events there are of each class, and their scores together."""

    by_class: Counter[str] = field(default_factory=Counter)
    by_type: Counter[str] = field(default_factory=Counter)
    score: float = 0.0

    @property
    def events(self) -> int:
        """How many there are."""
        return self.by_class.total()

    @property
    def cooperation(self) -> int:
        """How many of them are cooperation."""
        return sum(self.by_class[one] for one in COOPERATION)

    @property
    def conflict(self) -> int:
        """How many of them are conflict."""
        return sum(self.by_class[one] for one in CONFLICT)

    @property
    def mean(self) -> float | None:
        """The mean of the scores, None where there are none."""
        return self.score / self.events if self.events else None

    def add(self, span: Span) -> None:
        """The events of a span are counted."""
        self.by_class[span.quad] += span.events
        self.by_type[span.type] += span.events
        self.score += span.score


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week, month or year, or as much of it as is asked for; `whole` is the first day of all of it."""

    since: str
    until: str
    whole: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The periods that are shown, and how many events are before and after, over several of them, and of no day."""

    grain: str
    calendar: CalendarName
    periods: Sequence[Period]
    before: int
    after: int
    longer: int
    undated: int


def frame(spans: Sequence[Span], limits: tuple[str, str], calendar: CalendarName, grain: str = "",
          around: str = "") -> Frame:
    """The time of some events, between two days where these are given, around a day that must be in it."""
    dated = [span for span in spans if span.first]
    undated = sum(span.events for span in spans if not span.first)
    if not dated:
        return Frame(grain or DAY, calendar, [], 0, 0, 0, undated)
    since, until = limits
    shown = stretch(dated, limits, grain, around)
    calendar = reached(calendar, shown.first, shown.last)
    low, high = day_of(since) if since else date.min, day_of(until) if until else date.max
    periods = [Period(max(first, low).isoformat(), min(last, high).isoformat(), first.isoformat())
               for first, last in divided(shown.first, shown.last, shown.grain, calendar)]
    first, last = periods[0].since, periods[-1].until
    before = sum(span.events for span in dated if span.first < first) if first != since else 0
    after = sum(span.events for span in dated if span.last > last) if last != until else 0
    longer = sum(span.events for span in dated if _touched(periods, span) > 1)
    return Frame(shown.grain, calendar, periods, before, after, longer, undated)


def tallies(periods: Sequence[Period], spans: Iterable[Span]) -> list[Tally]:
    """What there is in each period."""
    out = [Tally() for _ in periods]
    sinces, untils = [period.since for period in periods], [period.until for period in periods]
    for span in spans:
        for n in range(bisect_left(untils, span.first), bisect_right(sinces, span.last) if span.first else 0):
            out[n].add(span)
    return out


def period_of(day: str, told: Frame) -> Period | None:
    """The period that a day is in, whether it is shown or not; None for no day."""
    if not day:
        return None
    shown = next((one for one in told.periods if one.since <= day <= one.until), None)
    if shown is not None:
        return shown
    first, last = period_at(day_of(day), told.grain, reached(told.calendar, day_of(day)))
    return Period(first.isoformat(), last.isoformat(), first.isoformat())


def calendar_of(language: str) -> CalendarName:
    """The calendar in which readers of a language count."""
    return "solar" if language == "fa" else "gregorian"


def _touched(periods: Sequence[Period], span: Span) -> int:
    if span.first == span.last:
        return 1
    return sum(1 for period in periods if period.since <= span.last and period.until >= span.first)


__all__ = ["CLASSES", "CONFLICT", "COOPERATION", "DAY", "GRAINS", "WEEK", "YEAR", "Frame", "Period", "Tally",
           "calendar_of", "frame", "period_of", "tallies"]

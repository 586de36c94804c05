"""Time is divided into days, weeks, months or years of the reader's calendar, and an event counts in each it touches.

So the number of a period is that of a selection with its first and last day. How fine the periods are follows from how
long the time is; where it is too long to show whole, the stretch with most events is shown, and what lies outside of
it is told.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rasad.archive.tallying import Span
from rasad.calendars import CalendarName, month_span, year_of, year_span
from rasad.workbench.dates import solar

COOPERATION = ("verbal cooperation", "material cooperation")
CONFLICT = ("verbal conflict", "material conflict")
CLASSES = (*COOPERATION, *CONFLICT)
DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
GRAINS: Mapping[str, tuple[float, int]] = {  # how many days it has, and how many are shown at most
    DAY: (1, 62), WEEK: (7, 53), MONTH: (30.44, 60), YEAR: (365.25, 40)}
_MOST_OF_THEM = 0.8  # of the events, that a stretch holds if it is to be shown alone
_WEEK_BEGINS = {"solar": 5, "gregorian": 0}  # Saturday, Monday
_SOLAR_REACH = (date(1832, 1, 1), date(2253, 12, 31))


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


def frame(spans: Sequence[Span], since: str, until: str, calendar: CalendarName, grain: str = "",
          around: str = "") -> Frame:
    """The time of some events, from one day to another where these are given, around a day that must be in it."""
    dated = [span for span in spans if span.first]
    undated = sum(span.events for span in spans if not span.first)
    if not dated:
        return Frame(grain or DAY, calendar, [], 0, 0, 0, undated)
    start, end = _range(dated, since, until)
    grain, start, end = _stretch(dated, start, end, grain, _day(around) if around else None)
    if not _reached(start, end):
        calendar = "gregorian"
    low, high = _day(since) if since else date.min, _day(until) if until else date.max
    periods = [Period(max(first, low).isoformat(), min(last, high).isoformat(), first.isoformat())
               for first, last in _divided(start, end, grain, calendar)]
    first, last = periods[0].since, periods[-1].until
    longer = sum(span.events for span in dated if _touched(periods, span) > 1)
    before = sum(span.events for span in dated if span.first < first) if first != since else 0
    after = sum(span.events for span in dated if span.last > last) if last != until else 0
    return Frame(grain, calendar, periods, before, after, longer, undated)


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
    first, last = _period(_day(day), told.grain, "gregorian" if not _reached(_day(day)) else told.calendar)
    return Period(first.isoformat(), last.isoformat(), first.isoformat())


def _reached(*days: date) -> bool:
    return _SOLAR_REACH[0] <= min(days) and max(days) <= _SOLAR_REACH[1]


def calendar_of(language: str) -> CalendarName:
    """The calendar in which readers of a language count."""
    return "solar" if language == "fa" else "gregorian"


def _touched(periods: Sequence[Period], span: Span) -> int:
    if span.first == span.last:
        return 1
    return sum(1 for period in periods if period.since <= span.last and period.until >= span.first)


def _day(iso: str) -> date:
    """The day itself, or the nearest one that there is."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return date.min


def _range(dated: Sequence[Span], since: str, until: str) -> tuple[date, date]:
    """The first and last day asked for, or those on which events begin."""
    start = _day(since or min(span.first for span in dated))
    end = _day(until or max(span.first for span in dated))
    return start, max(start, end)


def _stretch(dated: Sequence[Span], start: date, end: date, grain: str, around: date | None) -> tuple[str, date, date]:
    """The grain, and the stretch of time that is shown at it."""
    counts = _by_day(dated, start, end)
    for one in [grain] if grain else GRAINS:
        length, most = GRAINS[one]
        width = round(length * most)
        if (end - start).days < width:
            return one, start, end
        held, first, last = _fullest(counts, width)
        if one == YEAR or grain or held >= _MOST_OF_THEM:
            break
    if around is not None and not first <= around <= last:
        first = max(start, around - timedelta(days=min(width // 2, (around - start).days)))
        last = first + timedelta(days=min(width, (end - first).days))
    return one, first, last


def _by_day(dated: Sequence[Span], start: date, end: date) -> Mapping[int, int]:
    """How many events begin on each day from one to another, or reach into it."""
    firsts: Counter[str] = Counter()
    for span in dated:
        firsts[span.first] += span.events
    counts: Counter[int] = Counter()
    for first, events in firsts.items():
        counts[min(max(_day(first), start), end).toordinal()] += events
    return counts


def _fullest(counts: Mapping[int, int], width: int) -> tuple[float, date, date]:
    """The stretch of so many days with most events, the latest of several, and what part of all events it holds."""
    days = sorted(counts)
    held, at, best = 0, 0, (0, days[0], days[0])
    for day in days:
        held += counts[day]
        while days[at] <= day - width:
            held -= counts[days[at]]
            at += 1
        best = max(best, (held, day, days[at]))
    return best[0] / max(1, sum(counts.values())), date.fromordinal(best[2]), date.fromordinal(best[1])


def _divided(start: date, end: date, grain: str, calendar: CalendarName) -> Iterator[tuple[date, date]]:
    """The periods from that of one day to that of another, each with its first and last day."""
    at = start
    while at <= end:
        first, last = _period(at, grain, calendar)
        yield first, last
        if last == date.max:
            return
        at = last + timedelta(days=1)


def _period(day: date, grain: str, calendar: CalendarName) -> tuple[date, date]:
    if grain == DAY:
        return day, day
    if grain == WEEK:
        first = max(day.toordinal() - (day.weekday() - _WEEK_BEGINS[calendar]) % 7, 1)
        return date.fromordinal(first), date.fromordinal(min(first + 6, date.max.toordinal()))
    year = year_of(calendar, day)
    found = year_span(calendar, year) if grain == YEAR else month_span(calendar, year, _month(day, calendar))
    return found or (date(day.year, 1, 1), date(day.year, 12, 31))


def _month(day: date, calendar: CalendarName) -> int:
    told = solar(day.isoformat()) if calendar == "solar" else None
    return told[1] if told else day.month

"""A time that is too long to be shown whole is shown where most events are, as finely as that can be done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rasad.archive.tallying import Span
from rasad.workbench.dividing import DAY, MONTH, WEEK, YEAR, day_of

GRAINS: Mapping[str, tuple[float, int]] = {  # how many days it has, and how many are shown at most
    DAY: (1, 62), WEEK: (7, 53), MONTH: (30.44, 60), YEAR: (365.25, 40)}
_MOST_OF_THEM = 0.8  # of the events, that a stretch holds if it is to be shown alone


@dataclass(frozen=True, slots=True)
class Stretch:
    """A grain, and from which day to which time is shown at it."""

    grain: str
    first: date
    last: date


def stretch(dated: Sequence[Span], limits: tuple[str, str], grain: str, around: str) -> Stretch:
    """What is shown of the time of some events: between limits where these are given, at a grain, around a day."""
    start, end = _range(dated, *limits)
    counts = _by_day(dated, start, end)
    for one in [grain] if grain else GRAINS:
        length, most = GRAINS[one]
        width = round(length * most)
        if (end - start).days < width:
            return Stretch(one, start, end)
        held, first, last = _fullest(counts, width)
        if one == YEAR or grain or held >= _MOST_OF_THEM:
            break
    middle = day_of(around) if around else first
    if first <= middle <= last:
        return Stretch(one, first, last)
    return Stretch(one, *_about(middle, start, end, width))


def grain_of(since: str, until: str) -> str:
    """The grain of which the time between two days may be one period; "" where one of them is not given."""
    if not (since and until):
        return ""
    days = (day_of(until) - day_of(since)).days + 1
    return next((grain for grain, (length, _) in GRAINS.items() if days < length * 1.1), YEAR)


def _range(dated: Sequence[Span], since: str, until: str) -> tuple[date, date]:
    """The first and last day asked for, or those on which events begin."""
    start = day_of(since or min(span.first for span in dated))
    return start, max(start, day_of(until or max(span.first for span in dated)))


def _by_day(dated: Sequence[Span], start: date, end: date) -> Mapping[int, int]:
    """How many events begin on each day from one to another, or reach into it."""
    firsts: Counter[str] = Counter()
    for span in dated:
        firsts[span.first] += span.events
    counts: Counter[int] = Counter()
    for first, events in firsts.items():
        counts[min(max(day_of(first), start), end).toordinal()] += events
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


def _about(middle: date, start: date, end: date, width: int) -> tuple[date, date]:
    """The stretch of so many days around one of them, within limits."""
    middle = min(max(middle, start), end)
    first = middle - timedelta(days=min(width // 2, (middle - start).days))
    return first, first + timedelta(days=min(width, (end - first).days))

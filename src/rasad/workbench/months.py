"""By month of the reader's calendar, how many events and statements there are: as many as the table has of that month.

An event that covers several months counts in each. What is older than the months shown stands together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rasad.calendars import CalendarName, month_span, year_of
from rasad.workbench.texts import Texts

Days = Sequence[tuple[tuple[str, str], int]]
_SHOWN = 18
_FIRST, _LAST = "1900-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Month:
    """A stretch of days with its name, "" for what is earlier, and its numbers."""

    name: str
    since: str
    until: str
    events: int
    statements: int


def months(events: Days, statements: Days, bounds: tuple[str, str], texts: Texts) -> list[Month]:
    """The newest months that have any, within the bounds, and what is earlier, newest first."""
    events, statements = _bounded(events, bounds), _bounded(statements, bounds)
    calendar: CalendarName = "solar" if texts.language == "fa" else "gregorian"
    out: list[Month] = []
    until = _newest((*events, *statements), _LAST)
    while until and (span := _month(calendar, date.fromisoformat(until))) is not None and len(out) < _SHOWN:
        year, month, first, last = span
        name = texts.digits(f"{texts.known(f'{calendar}.{month}')} {year}")
        since, end = max(first.isoformat(), bounds[0]), min(last.isoformat(), bounds[1])
        out.append(_counted(name, since, end, events, statements))
        until = _newest((*events, *statements), (first - timedelta(days=1)).isoformat())
    return [*out, _counted("", bounds[0], until, events, statements)] if until else out


def _bounded(days: Days, bounds: tuple[str, str]) -> Days:
    return [((max(first, bounds[0]), min(last, bounds[1])), number) for (first, last), number in days]


def _newest(days: Days, until: str) -> str:
    """The newest day with any, up to one, "" for none; of what has no end, its beginning."""
    reach = [first if last == _LAST and until == _LAST else min(last, until)
             for (first, last), _ in days if first <= until]
    return max((day for day in reach if day >= _FIRST), default="")


def _counted(name: str, since: str, until: str, events: Days, statements: Days) -> Month:
    return Month(name, since, until, _within(events, since, until), _within(statements, since, until))


def _within(days: Days, since: str, until: str) -> int:
    return sum(number for (first, last), number in days if last >= since and first <= until)


def _month(calendar: CalendarName, day: date) -> tuple[int, int, date, date] | None:
    """The year, number, first and last day of the month of a day."""
    year = year_of(calendar, day)
    for month in range(1, 13):
        span = month_span(calendar, year, month)
        if span is not None and span[0] <= day <= span[1]:
            return year, month, *span
    return None

"""Time is divided as a calendar divides it, into days, weeks, months or years, each from its first day to its last."""

from collections.abc import Iterator
from datetime import date, timedelta

from rasad.calendars import CalendarName, month_span, year_of, year_span
from rasad.workbench.dates import solar

DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
_WEEK_BEGINS = {"solar": 5, "gregorian": 0}  # Saturday, Monday
_SOLAR_REACH = (date(1832, 1, 1), date(2253, 12, 31))


def divided(start: date, end: date, grain: str, calendar: CalendarName) -> Iterator[tuple[date, date]]:
    """The periods from that of one day to that of another, each with its first and last day."""
    at = start
    while at <= end:
        first, last = period_at(at, grain, calendar)
        yield first, last
        if last == date.max:
            return
        at = last + timedelta(days=1)


def period_at(day: date, grain: str, calendar: CalendarName) -> tuple[date, date]:
    """The first and the last day of the period that a day is in."""
    if grain == DAY:
        return day, day
    if grain == WEEK:
        first = max(day.toordinal() - (day.weekday() - _WEEK_BEGINS[calendar]) % 7, 1)
        return date.fromordinal(first), date.fromordinal(min(first + 6, date.max.toordinal()))
    year = year_of(calendar, day)
    found = year_span(calendar, year) if grain == YEAR else month_span(calendar, year, _month(day, calendar))
    return found or (date(day.year, 1, 1), date(day.year, 12, 31))


def reached(calendar: CalendarName, *days: date) -> CalendarName:
    """The calendar itself where it reaches all of the days, else the Gregorian."""
    within = _SOLAR_REACH[0] <= min(days) and max(days) <= _SOLAR_REACH[1]
    return calendar if within else "gregorian"


def day_of(iso: str) -> date:
    """The day that an ISO date tells, or the first there is where it tells none."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return date.min


def _month(day: date, calendar: CalendarName) -> int:
    told = solar(day.isoformat()) if calendar == "solar" else None
    return told[1] if told else day.month

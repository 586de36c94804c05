"""A stretch of days is written as the narrowest EDTF day, month or year that holds it, else as an interval."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rasad.calendars import CalendarName, day, month_span, year_of, year_span

_MONTHS_TOLD_APART: Final = 100
_DAY, _MONTH, _YEAR = 10, 7, 4  # how much of an ISO date tells each
_NEAR_FUTURE, _TOLD_FUTURE = 45, 200


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, moment: date) -> bool:
        """Whether the day lies in the stretch."""
        return self.first <= moment <= self.last

    def part(self, which: int) -> "Stretch":
        """The early (1), middle (2) or late (3) third; the whole for anything else."""
        if which not in (1, 2, 3):
            return self
        third = ((self.last - self.first).days + 1) // 3
        first = self.first + timedelta(days=third * (which - 1))
        return Stretch(first, self.last if which == 3 else first + timedelta(days=third - 1))


def on(moment: date) -> Stretch:
    """The stretch of that one day."""
    return Stretch(moment, moment)


def days_from(moment: date, first: int, last: int) -> Stretch:
    """The stretch from `first` to `last` days after `moment`."""
    return Stretch(moment + timedelta(days=first), moment + timedelta(days=last))


def in_month(calendar: CalendarName, year: int, month: int) -> Stretch | None:
    """The days of a month, or None where the calendar does not reach."""
    span = month_span(calendar, year, month)
    return Stretch(*span) if span else None


def in_year(calendar: CalendarName, year: int) -> Stretch | None:
    """The days of a year, or None where the calendar does not reach."""
    span = year_span(calendar, year)
    return Stretch(*span) if span else None


def edtf(stretch: Stretch) -> str:
    """The stretch as the narrowest day, month or year that holds it, else an interval of months or years."""
    first, last = stretch.first.isoformat(), stretch.last.isoformat()
    near = (stretch.last - stretch.first).days <= _MONTHS_TOLD_APART
    for width in (_DAY, _MONTH, _YEAR):
        if first[:width] == last[:width] and not (width == _YEAR and near):
            return first[:width]
    width = _MONTH if near else _YEAR
    return f"{first[:width]}/{last[:width]}"


def days_edtf(first: date, last: date) -> str:
    """The stretch between two days that the text names, told to the day."""
    return first.isoformat() if first >= last else f"{first.isoformat()}/{last.isoformat()}"


def week(moment: date, shift: int) -> Stretch:
    """The week, Saturday to Friday, that lies `shift` weeks from the one `moment` is in."""
    saturday = moment - timedelta(days=(moment.weekday() - 5) % 7) + timedelta(weeks=shift)
    return Stretch(saturday, saturday + timedelta(days=6))


def months_from(moment: date, shift: int) -> Stretch:
    """The Gregorian month `shift` months from the one `moment` is in."""
    index = moment.year * 12 + moment.month - 1 + shift
    stretch = in_month("gregorian", index // 12, index % 12 + 1)
    return stretch or on(moment)


def weekday_near(moment: date, weekday: int, lean: int) -> date:
    """The last such day of the week up to `moment` or, where `lean` is above 0, the first from it on."""
    if lean > 0:
        return moment + timedelta(days=(weekday - moment.weekday()) % 7)
    return moment - timedelta(days=(moment.weekday() - weekday) % 7)


def nearest(candidates: list[Stretch], published: date, lean: int, near: int = _NEAR_FUTURE) -> Stretch | None:
    """The candidate the report means: the latest begun, unless the next is near enough.

    `lean` is 2 or -2 where the text says next or last, 1 where its verb looks ahead, else 0; `near`
    is how many days ahead are near enough without a verb that looks ahead.
    """
    begun = [c for c in candidates if c.first <= published]
    coming = [c for c in candidates if c.first > published]
    if lean == -2:
        begun = [c for c in begun if c.last < published]
    past = max(begun, key=lambda c: c.first, default=None)
    future = min(coming, key=lambda c: c.first, default=None)
    if future is None or lean == -2:
        return past
    if past is None or lean == 2:
        return future
    ahead, behind = (future.first - published).days, max(0, (published - past.last).days)
    return future if ahead <= (_TOLD_FUTURE if lean > 0 else near) and ahead < behind else past


def years_to_try(calendar: CalendarName, published: date) -> range:
    """The years in which a date without a year may lie."""
    year = year_of(calendar, published)
    return range(year - 1, year + 2)


def dates_in(calendar: CalendarName, month: int, number: int, years: range) -> list[date]:
    """That day and month in each of the years that have it."""
    return [found for year in years if (found := day(calendar, year, month, number))]

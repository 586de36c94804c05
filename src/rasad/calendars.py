"""A day is one `datetime.date`, whatever calendar the text counts it in; every conversion goes through it.

Solar Hijri (Iran, Afghanistan) is counted by the thirty-three-year rhythm of leap years, which is
the official calendar from 1304, when it became law, to 1500 and beyond. Lunar Hijri follows the
tabular calendar (thirty-year cycle, civil epoch); a real month may differ by a day, because it
begins when the crescent is seen.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

CalendarName = Literal["solar", "gregorian", "lunar"]

_SOLAR_FIRST, _SOLAR_LAST = 1210, 1633
_SOLAR_EPOCH: Final = date(1831, 3, 21).toordinal()  # 1 Farvardin 1210
_LUNAR_EPOCH: Final = 227015  # ordinal of 1 Muharram of the year 1
_LUNAR_LAST: Final = 1700
_MONTHS: Final = 12


def solar_date(year: int, month: int, day: int) -> date | None:
    """The day of a Solar Hijri date, or None where that calendar has no such day."""
    return _checked(_solar_ordinal, year, month, day)


def lunar_date(year: int, month: int, day: int) -> date | None:
    """The day of a lunar Hijri date in the tabular calendar, or None where it has no such day."""
    return _checked(_lunar_ordinal, year, month, day)


def gregorian_date(year: int, month: int, day: int) -> date | None:
    """The day of a Gregorian date, or None where that calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


_DATES: Final[dict[CalendarName, Callable[[int, int, int], date | None]]] = {
    "solar": solar_date, "gregorian": gregorian_date, "lunar": lunar_date,
}


def day(calendar: CalendarName, year: int, month: int, number: int) -> date | None:
    """The day that `calendar` writes as year, month, number; None where there is none."""
    return _DATES[calendar](year, month, number)


def month_span(calendar: CalendarName, year: int, month: int) -> tuple[date, date] | None:
    """The first and the last day of a month, or None where the calendar does not reach."""
    first = day(calendar, year, month, 1)
    following = (year, month + 1) if month < _MONTHS else (year + 1, 1)
    after = day(calendar, *following, 1)
    return (first, after - timedelta(days=1)) if first and after else None


def year_span(calendar: CalendarName, year: int) -> tuple[date, date] | None:
    """The first and the last day of a year, or None where the calendar does not reach."""
    first, after = day(calendar, year, 1, 1), day(calendar, year + 1, 1, 1)
    return (first, after - timedelta(days=1)) if first and after else None


def year_of(calendar: CalendarName, moment: date) -> int:
    """The year in which `calendar` counts the day `moment`."""
    if calendar == "gregorian":
        return moment.year
    guess = moment.year - 621 if calendar == "solar" else (moment.toordinal() - _LUNAR_EPOCH) * 30 // 10631 + 1
    for year in (guess + 1, guess, guess - 1):
        first = day(calendar, year, 1, 1)
        if first and first <= moment:
            return year
    return guess


def _checked(ordinal: Callable[[int, int, int], int | None], year: int, month: int, number: int) -> date | None:
    if not (1 <= month <= _MONTHS and number >= 1):
        return None
    start = ordinal(year, month, number)
    after = ordinal(year, month + 1, 1) if month < _MONTHS else ordinal(year + 1, 1, 1)
    return date.fromordinal(start) if start is not None and after is not None and start < after else None


def _solar_ordinal(year: int, month: int, number: int) -> int | None:
    if not _SOLAR_FIRST <= year <= _SOLAR_LAST + 1:
        return None
    rounds, rest = divmod(year - _SOLAR_FIRST, 33)
    leap_days = 8 * rounds + (rest + 3) // 4
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return _SOLAR_EPOCH + 365 * (year - _SOLAR_FIRST) + leap_days + before + number - 1


def _lunar_ordinal(year: int, month: int, number: int) -> int | None:
    if not 1 <= year <= _LUNAR_LAST:
        return None
    before = (59 * (month - 1) + 1) // 2  # months of 30 and 29 days by turns
    return _LUNAR_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + before + number - 1

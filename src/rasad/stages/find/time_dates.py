"""A date or month names days of one calendar; it is resolved only where its year is said or follows."""

from datetime import date, timedelta
from typing import Final, cast

from rasad.calendars import CalendarName, day, year_of
from rasad.stages.find.time_clue import MONTHS, Answer, Clue, calendar_of, full_year, part_of
from rasad.stages.find.time_values import Stretch, dates_in, days_edtf, edtf, in_month, nearest, on
from rasad.stages.find.time_years import YearSaid, year_said

_NOTHING: Final[Answer] = ("", "day")
_DAYS_OFF: Final = 7  # a famous day named this near to its anniversary is the anniversary
_MONTH_NEAR: Final = 20


def date_answer(clue: Clue) -> Answer:
    """A day of a month, or the days from the first to the last that are named."""
    at = next(index for index, unit in enumerate(clue.units) if unit.letter in MONTHS)
    month = clue.units[at]
    calendar = cast("CalendarName", month.calendar)
    numbers = [unit.value for unit in clue.units[:at] if unit.letter in "iIr"]
    year = year_said(clue, calendar, clue.units[at + 1:])
    if year is None:
        return _NOTHING
    famous = clue.known_days.get((month.value, numbers[-1])) if calendar == "gregorian" else None
    last = _day_of(clue, calendar, month.value, numbers[-1], year)
    if last is None:
        return _NOTHING
    if famous and not year.said and clue.published and famous < clue.published and abs(
            (last - clue.published).days) > _DAYS_OFF:
        return famous.isoformat(), "day"
    first = day(calendar, year_of(calendar, last), month.value, numbers[0]) if len(numbers) > 1 else None
    return (days_edtf(first, last), "span") if first and first < last else (last.isoformat(), "day")


def _day_of(clue: Clue, calendar: CalendarName, month: int, number: int, year: YearSaid) -> date | None:
    """The day meant: in the year said, else the nearest that falls on the day of the week said."""
    weekday = clue.one("W")
    years = year.years
    if weekday and not year.said:
        years = range(years.start - 3, years.stop)
    found = [when for when in dates_in(calendar, month, number, years) if not year.within or year.within.holds(when)]
    if weekday and calendar == "lunar":
        found = [_on_weekday(when, weekday.value) for when in found]
    if weekday and not year.said:
        found = [when for when in found if when.weekday() == weekday.value] or found
    if year.said or clue.published is None:
        return found[0] if found else None
    choice = nearest([on(when) for when in found], clue.published, year.lean)
    return choice.first if choice else None


def _on_weekday(when: date, weekday: int) -> date:
    """A lunar date moved by a day where the day of the week shows that the crescent was seen so."""
    near = (when + timedelta(days=step) for step in (0, 1, -1))
    return next((moved for moved in near if moved.weekday() == weekday), when)


def month_answer(clue: Clue) -> Answer:
    """A month or the part of it that is named."""
    choice = _month_meant(clue)
    return (edtf(choice.part(part_of(clue))), "month") if choice else ("", "month")


def _month_meant(clue: Clue) -> Stretch | None:
    """The days of the last month that the expression names."""
    at = max(index for index, unit in enumerate(clue.units) if unit.letter in MONTHS)
    month = clue.units[at]
    calendar = cast("CalendarName", month.calendar)
    year = year_said(clue, calendar, clue.units[at + 1:])
    if year is None:
        return None
    found = [stretch for number in year.years if (stretch := in_month(calendar, number, month.value))
             and (year.within is None or year.within.holds(stretch.first))]
    if year.said or clue.published is None:
        return found[0] if found else None
    return nearest(found, clue.published, year.lean, near=_MONTH_NEAR)


def months_answer(clue: Clue) -> Answer:
    """Two months joined: from the first day of the one to the last of the other."""
    last, month = _month_meant(clue), clue.one(MONTHS)
    if last is None or month is None:
        return "", "span"
    calendar = cast("CalendarName", month.calendar)
    year = year_of(calendar, last.first)
    spans = [span for number in (year, year - 1) if (span := in_month(calendar, number, month.value))]
    first = next((span for span in spans if span.first < last.first), last)
    return edtf(Stretch(first.first, last.last)), "span"


def numeric_answer(clue: Clue) -> Answer:
    """A date in figures: year, month and day from either end, a year of two figures being Solar Hijri."""
    parts = [unit for unit in clue.units if unit.letter in "vi2"][-3:]
    if parts[2].letter == "v" or (parts[2].letter == "2" and parts[0].letter != "v"):
        parts.reverse()
    year = parts[0].value if parts[0].letter == "v" else full_year(parts[0], "solar")
    calendar = calendar_of(clue, year)
    found = day(calendar, year, parts[1].value, parts[2].value)
    if found is None and parts[2].value <= 12:
        found = day(calendar, year, parts[2].value, parts[1].value)
    return (found.isoformat(), "day") if found else _NOTHING

"""The year of a date is the one the text says, else the one that brings it nearest to publication."""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.calendars import CalendarName, year_of
from rasad.stages.find.time_clue import LAST_HIJRI_YEAR, Clue, calendar_of, direction, full_year
from rasad.stages.find.time_units import Unit
from rasad.stages.find.time_values import Stretch, in_year, years_to_try


@dataclass(frozen=True, slots=True)
class YearSaid:
    """What the text says of the year: years of the month's calendar to try, and which way to look."""

    years: range
    lean: int
    said: bool
    within: Stretch | None = None


def year_said(clue: Clue, calendar: CalendarName, after: Sequence[Unit]) -> YearSaid | None:
    """The year told by the units after the month, or the years about publication; None where unknown."""
    figure = next((unit for unit in after if unit.letter in "v2i"), None)
    if figure is not None:
        return _told_year(clue, calendar, figure)
    if clue.published is None:
        return None
    this = year_of(calendar, clue.published)
    relative = next((unit for unit in after if unit.letter == "Y"), None)
    shift = relative.value if relative else direction(clue)
    if relative or (shift is not None and any(unit.letter == "y" for unit in after)):
        return YearSaid(range(this + (shift or 0), this + (shift or 0) + 1), 0, said=True)
    lean = 2 * shift if shift else max(clue.lean, 0)
    return YearSaid(years_to_try(calendar, clue.published), lean, said=False)


def _told_year(clue: Clue, calendar: CalendarName, figure: Unit) -> YearSaid:
    """A year in figures, in the month's calendar or in another one that the text goes over to."""
    if figure.letter != "v":
        return _one_year(full_year(figure, calendar))
    other = calendar_of(clue, figure.value)
    if calendar == "lunar" and figure.value <= LAST_HIJRI_YEAR:
        other = _nearer_hijri(clue, figure.value)
    if other == calendar:
        return _one_year(figure.value)
    within = in_year(other, figure.value)
    first = year_of(calendar, within.first) if within else figure.value
    return YearSaid(range(first, first + 2), 0, said=True, within=within)


def _nearer_hijri(clue: Clue, year: int) -> CalendarName:
    """The Hijri calendar in which the year is nearer to publication; lunar months take solar years too."""
    if clue.published is None:
        return "lunar"
    solar, lunar = (abs(year - year_of(name, clue.published)) for name in ("solar", "lunar"))
    return "solar" if solar < lunar else "lunar"


def _one_year(year: int) -> YearSaid:
    return YearSaid(range(year, year + 1), 0, said=True)

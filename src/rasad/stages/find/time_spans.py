"""Years, seasons, decades and centuries are told by number, and counted in the calendar that number shows."""

from datetime import date
from typing import cast

from rasad.calendars import CalendarName, year_of
from rasad.stages.find.time_clue import Answer, Clue, calendar_of, direction, full_year, part_of, years_edtf
from rasad.stages.find.time_values import Stretch, edtf, in_month, in_year, nearest

_WINTER = 4
_DAY = len("2000-01-01")
OCCASION = "occasion"


def years_answer(clue: Clue) -> Answer:
    """A year or a row of years; a Hijri year lies in two Gregorian ones."""
    relative = clue.one("Y")
    figures = [unit for unit in clue.units if unit.letter in "v2"]
    if relative is not None and not figures:
        return (years_edtf(clue.published.year + relative.value, 0) if clue.published else ""), "year"
    numbers = [unit.value if unit.letter == "v" else full_year(unit, _told_calendar(clue)) for unit in figures]
    first, last = _in_year(clue, min(numbers)), _in_year(clue, max(numbers))
    if first is None or last is None:
        return "", "year"
    stretch = Stretch(first.first, last.last)
    if len(numbers) == 1 and calendar_of(clue, numbers[0]) != "gregorian":
        stretch = stretch.part(part_of(clue))
    return years_edtf(stretch.first.year, stretch.last.year), "year"


def _told_calendar(clue: Clue) -> CalendarName:
    """The calendar that the text names, the solar one where it names none."""
    era = clue.one("E")
    return cast("CalendarName", era.calendar) if era else "solar"


def _in_year(clue: Clue, year: int) -> Stretch | None:
    return in_year(calendar_of(clue, year), year)


def season_answer(clue: Clue) -> Answer:
    """A season of the year said, or the last or next such season."""
    season, figure = clue.one("S"), clue.one("v2")
    if season is None or (figure is None and clue.published is None):
        return "", "span"
    if figure is None:
        return (_season_near(clue, clue.published, season.value) if clue.published else ""), "span"
    year = figure.value if figure.letter == "v" else full_year(figure, _told_calendar(clue))
    if calendar_of(clue, year) != "gregorian":
        return _quarter(year, season.value), "span"
    # which winter a Gregorian year means is open
    return (str(year) if season.value == _WINTER else _quarter(year - 621, season.value)), "span"


def _season_near(clue: Clue, published: date, season: int) -> str:
    this, shift, relative = year_of("solar", published), direction(clue), clue.one("Y")
    if relative is not None or clue.has("y"):
        return _quarter(this + (relative.value if relative else shift or 0), season)
    found = [stretch for year in range(this - 1, this + 2) if (stretch := _quarter_days(year, season))]
    choice = nearest(found, published, 2 * (shift or 0))
    return edtf(choice) if choice else ""


def _quarter(year: int, season: int) -> str:
    days = _quarter_days(year, season)
    return edtf(days) if days else ""


def _quarter_days(year: int, season: int) -> Stretch | None:
    first, last = in_month("solar", year, 3 * season - 2), in_month("solar", year, 3 * season)
    return Stretch(first.first, last.last) if first and last else None


def decade_answer(clue: Clue) -> Answer:
    """The years of a decade; one told by two figures is Solar Hijri unless the text says otherwise."""
    figure = clue.one("v2ir")
    if figure is None or figure.value % 10:
        return "", "span"
    year = figure.value
    if figure.letter != "v":
        year += 1900 if _told_calendar(clue) == "gregorian" else 1300
    first, last = _in_year(clue, year), _in_year(clue, year + 9)
    return (years_edtf(first.first.year, last.last.year) if first and last else ""), "span"


def century_answer(clue: Clue) -> Answer:
    """The years of a Gregorian century of modern times; others stay open."""
    figure, era = clue.one("iIr"), clue.one("E")
    if figure is None or (era is not None and era.calendar != "gregorian") or figure.value < 15:
        return "", "span"
    return years_edtf(100 * (figure.value - 1) + 1, 100 * figure.value), "span"


def clock_answer(_: Clue) -> Answer:
    """A time of the day says no day."""
    return "", "time"


def occasion_answer(clue: Clue) -> Answer:
    """When a war or operation known by its name was; it says nothing in a report from before it."""
    occasion = clue.one("O")
    known = occasion.known if occasion is not None else ""
    before = clue.published is not None and clue.published.isoformat() < known[:_DAY]
    return "" if before else known, OCCASION

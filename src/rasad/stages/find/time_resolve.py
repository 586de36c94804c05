"""A time expression means the same days for every reader: only its units and the day of publication count.

Each resolver takes a Clue and returns an EDTF value and a grain; the value is empty where the text
does not say enough. Nothing falls back to the day of publication.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, cast

from rasad.calendars import CalendarName, day, year_of
from rasad.stages.find.time_units import Unit
from rasad.stages.find.time_values import (
    Stretch,
    dates_in,
    days_edtf,
    days_from,
    edtf,
    in_month,
    in_year,
    months_from,
    nearest,
    on,
    week,
    weekday_near,
    years_to_try,
)

Answer = tuple[str, str]
MONTHS, NUMBERS = "Mml", "iIrzn2v"
_NOTHING_DAY: Final[Answer] = ("", "day")
_SOLAR_CENTURY, _LAST_HIJRI_YEAR = 1300, 1499
_FEW: Final = 7  # "some days ago" is at most a week ago
_SHORT_HOURS: Final = 6


@dataclass(frozen=True, slots=True)
class Clue:
    """The units of one time expression, the day of publication, and where the sentence's verb looks."""

    units: Sequence[Unit]
    published: date | None
    lean: int  # 1 where the verb looks ahead, else 0
    during: bool  # a preposition such as "during" stands before
    known_days: Mapping[tuple[int, int], date]

    def all(self, letters: str) -> list[Unit]:
        """The units with one of these letters."""
        return [unit for unit in self.units if unit.letter in letters]

    def one(self, letters: str) -> Unit | None:
        """The first unit with one of these letters."""
        return next((unit for unit in self.units if unit.letter in letters), None)

    def has(self, letters: str) -> bool:
        """Whether a unit has one of these letters."""
        return self.one(letters) is not None


def resolve(name: str, clue: Clue) -> Answer:
    """EDTF value and grain of the expression that the pattern `name` found."""
    return _RESOLVERS[name](clue)


def _shift(clue: Clue) -> int | None:
    """-1, 0 or 1 for last, this and next; None where the text says none of them."""
    unit = clue.one("LNTe")
    return None if unit is None else {"L": -1, "e": -1, "T": 0, "N": 1}[unit.letter]


def _calendar_of(clue: Clue, year: int) -> CalendarName:
    era = clue.one("E")
    if era is not None:
        return cast("CalendarName", era.calendar)
    return "solar" if year <= _LAST_HIJRI_YEAR else "gregorian"


# Dates and months


@dataclass(frozen=True, slots=True)
class _Year:
    """What the text says of the year: years of the month's calendar to try, and which way to look."""

    years: range
    lean: int
    said: bool
    within: Stretch | None = None


def _year(clue: Clue, calendar: CalendarName, after: Sequence[Unit]) -> _Year | None:
    """The year told by the units after the month, or the years about publication; None where unknown."""
    figure = next((unit for unit in after if unit.letter in "v2i"), None)
    if figure is not None:
        return _told_year(clue, calendar, figure)
    if clue.published is None:
        return None
    this = year_of(calendar, clue.published)
    relative = next((unit for unit in after if unit.letter == "Y"), None)
    shift = relative.value if relative else _shift(clue)
    if relative or (shift is not None and any(unit.letter == "y" for unit in after)):
        return _Year(range(this + (shift or 0), this + (shift or 0) + 1), 0, said=True)
    lean = 2 * shift if shift else clue.lean
    return _Year(years_to_try(calendar, clue.published), lean, said=False)


def _told_year(clue: Clue, calendar: CalendarName, figure: Unit) -> _Year:
    """A year in figures, in the month's calendar or in another one that the text goes over to."""
    if figure.letter != "v":
        return _one_year(_full_year(figure, calendar))
    other = _calendar_of(clue, figure.value)
    if calendar == "lunar" and figure.value <= _LAST_HIJRI_YEAR:
        other = "lunar"
    if other == calendar:
        return _one_year(figure.value)
    within = in_year(other, figure.value)
    first = year_of(calendar, within.first) if within else figure.value
    return _Year(range(first, first + 2), 0, said=True, within=within)


def _one_year(year: int) -> _Year:
    return _Year(range(year, year + 1), 0, said=True)


def _full_year(figure: Unit, calendar: CalendarName) -> int:
    """A year told by its last two figures; Solar Hijri years 00 to 20 are those after 1400."""
    if calendar == "gregorian":
        return figure.value + (1900 if figure.value > 30 else 2000)
    return figure.value + (_SOLAR_CENTURY if figure.value > 20 else _SOLAR_CENTURY + 100)


def _date(clue: Clue) -> Answer:
    at = next(index for index, unit in enumerate(clue.units) if unit.letter in MONTHS)
    month = clue.units[at]
    calendar = cast("CalendarName", month.calendar)
    numbers = [unit.value for unit in clue.units[:at] if unit.letter in "iIr"]
    year = _year(clue, calendar, clue.units[at + 1:])
    if year is None:
        return _NOTHING_DAY
    famous = clue.known_days.get((month.value, numbers[-1])) if calendar == "gregorian" else None
    last = _day_of(clue, calendar, month.value, numbers[-1], year)
    if last is None:
        return _NOTHING_DAY
    if famous and not year.said and clue.published and famous < clue.published and abs(
            (last - clue.published).days) > _FEW:
        return famous.isoformat(), "day"
    first = day(calendar, year_of(calendar, last), month.value, numbers[0])
    return (days_edtf(first, last), "span" if first < last else "day") if first else (last.isoformat(), "day")


def _day_of(clue: Clue, calendar: CalendarName, month: int, number: int, year: _Year) -> date | None:
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


def _month(clue: Clue) -> Answer:
    at = next(index for index, unit in enumerate(clue.units) if unit.letter in MONTHS)
    month = clue.units[at]
    calendar = cast("CalendarName", month.calendar)
    year = _year(clue, calendar, clue.units[at + 1:])
    if year is None:
        return "", "month"
    found = [stretch for number in year.years if (stretch := in_month(calendar, number, month.value))
             and (year.within is None or year.within.holds(stretch.first))]
    if year.said or clue.published is None:
        choice = found[0] if found else None
    else:
        choice = nearest(found, clue.published, year.lean, near=20)
    return (edtf(choice.part(_part(clue))), "month") if choice else ("", "month")


def _part(clue: Clue) -> int:
    """Early, middle or late: as a word, or as the first, second or third week or ten days."""
    word = clue.one("Q")
    if word is not None:
        return word.value
    ordinal = clue.one("I") if clue.has("kDq") else None
    return min(ordinal.value, 3) if ordinal else 0


def _numeric(clue: Clue) -> Answer:
    """A date in figures: year, month and day from either end, a year of two figures being Solar Hijri."""
    parts = [unit for unit in clue.units if unit.letter in "vi2"][-3:]
    if parts[2].letter == "v" or (parts[2].letter == "2" and parts[0].letter != "v"):
        parts.reverse()
    year = parts[0].value if parts[0].letter == "v" else _full_year(parts[0], "solar")
    calendar = _calendar_of(clue, year)
    found = day(calendar, year, parts[1].value, parts[2].value)
    if found is None and parts[2].value <= 12:
        found = day(calendar, year, parts[2].value, parts[1].value)
    return (found.isoformat(), "day") if found else _NOTHING_DAY


# Days told from the day of publication


def _relative_day(clue: Clue) -> Answer:
    if clue.published is None:
        return _NOTHING_DAY
    told = clue.one("R")
    return on(clue.published + timedelta(days=told.value if told else -1)).first.isoformat(), "day"


def _weekday(clue: Clue) -> Answer:
    weekday = clue.one("W")
    if clue.published is None or weekday is None:
        return _NOTHING_DAY
    shift = _shift(clue)
    if clue.has("k"):
        return (week(clue.published, shift or 0).first + timedelta(days=(weekday.value - 5) % 7)).isoformat(), "day"
    if shift == 1:
        return weekday_near(clue.published + timedelta(days=1), weekday.value, 1).isoformat(), "day"
    if shift == -1:
        return weekday_near(clue.published - timedelta(days=1), weekday.value, 0).isoformat(), "day"
    return weekday_near(clue.published, weekday.value, clue.lean).isoformat(), "day"


_GRAINS: Final = {"d": "day", "q": "day", "P": "day", "k": "span", "w": "span", "o": "month", "u": "month",
                  "y": "year", "j": "year", "h": "time", "c": "time", "x": "time", "D": "span"}


def _amounts(clue: Clue) -> list[int]:
    """The figures of the expression, smallest first; empty for "some"."""
    return sorted(unit.value for unit in clue.units if unit.letter in NUMBERS and unit.letter != "z")


def _ago(clue: Clue) -> Answer:
    unit = clue.one("dkoyhxDPqwujc")
    grain = _GRAINS[unit.letter] if unit else ""
    if clue.published is None or unit is None:
        return "", grain
    return _back(clue.published, unit.letter, _amounts(clue)), grain


def _back(published: date, letter: str, amounts: list[int]) -> str:
    """The days that lie so many units before publication."""
    few, many = (amounts[0], amounts[-1]) if amounts else (0, 0)
    if letter in "hxc":
        return published.isoformat() if letter != "h" or many <= _SHORT_HOURS else edtf(
            days_from(published, -(many // 24 + 1), 0))
    if letter in "dqP":
        return edtf(days_from(published, -many, -few) if amounts else days_from(published, -_FEW, -2))
    if letter == "k" and amounts:
        return edtf(week_about(published, few, many))
    if letter == "o" and amounts:
        return edtf(Stretch(months_from(published, -many).first, months_from(published, -few).last))
    if letter == "y" and amounts:
        return _years(published.year - many, published.year - few)
    return ""


def week_about(published: date, few: int, many: int) -> Stretch:
    """A day or two about the day that lies so many weeks before publication."""
    return days_from(published, -7 * many - 1, -7 * few + 1)


def _years(first: int, last: int) -> str:
    return f"{first:04d}" if first >= last else f"{first:04d}/{last:04d}"


def _last(clue: Clue) -> Answer:
    unit = clue.one("dkoyhxDqwujc")
    if clue.published is None or unit is None:
        return "", "span"
    amounts = _amounts(clue)
    many = amounts[-1] if amounts else 0
    if unit.letter == "d" and many and clue.has("L") and not clue.during:
        # "the past two days" without a preposition before it says when, not how long
        return (clue.published - timedelta(days=many)).isoformat(), "day"
    return _until(clue.published, unit.letter, many), "span"


_DAYS_IN: Final = {"d": 1, "q": 1, "k": 7, "w": 7, "h": 1 / 24, "o": 30.4, "y": 365.25}


def _until(published: date, letter: str, many: int) -> str:
    """The stretch of so many units up to publication; "recent days" are a week."""
    if letter in "cx":
        return published.isoformat()
    if letter in "q" or (letter == "d" and not many):
        many = _FEW
    if letter == "w":
        many = many or 4
    if letter in "ujD" or not many:
        return ""
    if letter == "y":
        return _years(published.year - many, published.year)
    return edtf(days_from(published, -max(1, round(many * _DAYS_IN[letter])), 0))


def _next(clue: Clue) -> Answer:
    unit = clue.one("dkoyhxqwujc")
    amounts = _amounts(clue)
    if clue.published is None or unit is None or unit.letter in "ujw":
        return "", "span"
    published, letter = clue.published, unit.letter
    many = amounts[-1] if amounts else _FEW
    if letter in "hxc":
        return (edtf(days_from(published, 0, -(-many // 24) if letter == "h" else 0)), "time")
    if letter == "y":
        return _years(published.year + (many if clue.has("B") else 0), published.year + many), "year"
    ahead = round(many * _DAYS_IN[letter])
    exact = clue.has("B") and amounts and letter == "d"
    return edtf(days_from(published, ahead if exact else 0, ahead)), "day" if exact else "span"


def _this(clue: Clue) -> Answer:
    """Last, this or next week, month or year; this week ends today unless the verb looks ahead."""
    shift, unit = _shift(clue), clue.one("koyD")
    grain = _GRAINS[unit.letter] if unit else "span"
    if clue.published is None or unit is None or shift is None or unit.letter == "D":
        return "", grain
    if unit.letter == "y":
        return _years(clue.published.year + shift, clue.published.year + shift), grain
    if unit.letter == "o":
        return edtf(months_from(clue.published, shift).part(_part(clue))), grain
    span = week(clue.published, shift)
    if shift == 0:
        span = Stretch(clue.published, span.last) if clue.lean > 0 else Stretch(span.first, clue.published)
    return edtf(span) if span.first < span.last else f"{span.first:%Y-%m}", grain


# Years and longer


def _years_told(clue: Clue) -> Answer:
    relative = clue.one("Y")
    figures = [unit for unit in clue.units if unit.letter in "v2"]
    if relative is not None and not figures:
        return (_years(clue.published.year + relative.value, 0) if clue.published else ""), "year"
    numbers = [unit.value if unit.letter == "v" else _full_year(unit, "solar") for unit in figures]
    first, last = (_year_stretch(clue, year) for year in (min(numbers), max(numbers)))
    if first is None or last is None:
        return "", "year"
    stretch = Stretch(first.first, last.last)
    if len(numbers) == 1 and _part(clue) and _calendar_of(clue, numbers[0]) != "gregorian":
        stretch = stretch.part(_part(clue))
    return _years(stretch.first.year, stretch.last.year), "year"


def _year_stretch(clue: Clue, year: int) -> Stretch | None:
    return in_year(_calendar_of(clue, year), year)


def _season(clue: Clue) -> Answer:
    season, figure = clue.one("S"), clue.one("v2")
    if season is None or (figure is None and clue.published is None):
        return "", "span"
    calendar: CalendarName = "solar"
    if figure is not None:
        year = figure.value if figure.letter == "v" else _full_year(figure, "solar")
        calendar = _calendar_of(clue, year)
    elif clue.published is not None:
        return _season_near(clue, clue.published, season.value)
    if calendar == "gregorian":
        # which winter a Gregorian year means is open
        return (str(year), "span") if season.value == 4 else (_quarter(year - 621, season.value), "span")
    return _quarter(year, season.value), "span"


def _season_near(clue: Clue, published: date, season: int) -> Answer:
    """The season of this, last or next year, or the last or next such season."""
    this, shift, relative = year_of("solar", published), _shift(clue), clue.one("Y")
    if relative is not None or clue.has("y"):
        return _quarter(this + (relative.value if relative else shift or 0), season), "span"
    found = [stretch for year in range(this - 1, this + 2) if (stretch := _quarter_stretch(year, season))]
    choice = nearest(found, published, 2 * (shift or 0))
    return (edtf(choice) if choice else ""), "span"


def _quarter(year: int, season: int) -> str:
    stretch = _quarter_stretch(year, season)
    return edtf(stretch) if stretch else ""


def _quarter_stretch(year: int, season: int) -> Stretch | None:
    first, last = in_month("solar", year, 3 * season - 2), in_month("solar", year, 3 * season)
    return Stretch(first.first, last.last) if first and last else None


def _decade(clue: Clue) -> Answer:
    figure = clue.one("v2ir")
    if figure is None or figure.value % 10:
        return "", "span"
    era = clue.one("E")
    calendar: CalendarName = cast("CalendarName", era.calendar) if era else "solar"
    year = figure.value
    if figure.letter != "v":
        year += 1900 if calendar == "gregorian" else _SOLAR_CENTURY
    first, last = _year_stretch(clue, year), _year_stretch(clue, year + 9)
    return (_years(first.first.year, last.last.year) if first and last else ""), "span"


def _century(clue: Clue) -> Answer:
    figure = clue.one("iIr")
    era = clue.one("E")
    if figure is None or (era is not None and era.calendar != "gregorian") or figure.value < 15:
        return "", "span"
    return _years(100 * (figure.value - 1) + 1, 100 * figure.value), "span"


def _clock(_: Clue) -> Answer:
    return "", "time"


_RESOLVERS: Final[Mapping[str, Callable[[Clue], Answer]]] = {
    "numeric": _numeric, "date": _date, "month": _month, "relative_day": _relative_day, "weekday": _weekday,
    "ago": _ago, "last": _last, "next": _next, "this": _this, "season": _season, "decade": _decade,
    "century": _century, "clock": _clock, "years": _years_told,
}

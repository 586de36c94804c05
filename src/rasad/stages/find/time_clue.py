"""A Clue is all a resolver may look at: the units of one expression and where the report stands in time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Final, cast

from rasad.calendars import CalendarName
from rasad.stages.find.time_units import Unit

Answer = tuple[str, str]
"""An EDTF value, empty where the text does not say enough, and a grain."""

MONTHS, NUMBERS = "Mml", "iIrzn2v"
LAST_HIJRI_YEAR: Final = 1499
_SOLAR_CENTURY: Final = 1300


@dataclass(frozen=True, slots=True)
class Clue:
    """The units of one time expression, the day of publication, and where the sentence's verb looks."""

    units: Sequence[Unit]
    published: date | None
    lean: int  # 1 where the verb looks ahead, -1 where it looks back, 0 where nothing tells
    during: bool  # a preposition such as "during" stands before
    known_days: Mapping[tuple[int, int], date]

    def one(self, letters: str) -> Unit | None:
        """The first unit with one of these letters."""
        return next((unit for unit in self.units if unit.letter in letters), None)

    def has(self, letters: str) -> bool:
        """Whether a unit has one of these letters."""
        return self.one(letters) is not None


def direction(clue: Clue) -> int | None:
    """-1, 0 or 1 for last, this and next; None where the text says none of them."""
    unit = clue.one("LNTe")
    return None if unit is None else {"L": -1, "e": -1, "T": 0, "N": 1}[unit.letter]


def calendar_of(clue: Clue, year: int) -> CalendarName:
    """The calendar in which the text counts the year: the one it names, else by size."""
    era = clue.one("E")
    if era is not None:
        return cast("CalendarName", era.calendar)
    return "solar" if year <= LAST_HIJRI_YEAR else "gregorian"


def part_of(clue: Clue) -> int:
    """Early, middle or late: as a word, or as the first, second or third week or ten days."""
    word = clue.one("Q")
    if word is not None:
        return word.value
    ordinal = clue.one("I") if clue.has("kDq") else None
    return min(ordinal.value, 3) if ordinal else 0


def full_year(figure: Unit, calendar: CalendarName) -> int:
    """A year told by its last two figures; Solar Hijri years 00 to 20 are those after 1400."""
    if calendar == "gregorian":
        return figure.value + (1900 if figure.value > 30 else 2000)
    return figure.value + (_SOLAR_CENTURY if figure.value > 20 else _SOLAR_CENTURY + 100)


def years_edtf(first: int, last: int) -> str:
    """A year, or an interval of years where `last` is later; empty for years EDTF cannot write in four figures."""
    if not (MINYEAR <= first <= MAXYEAR and last <= MAXYEAR):
        return ""
    return f"{first:04d}" if first >= last else f"{first:04d}/{last:04d}"

"""What is told from the day of publication moves with it, and says nothing where that day is unknown."""

from datetime import date, timedelta
from typing import Final

from rasad.stages.find.time_clue import NUMBERS, Answer, Clue, direction, part_of, years_edtf
from rasad.stages.find.time_values import Stretch, days_from, edtf, months_from, week, weekday_near

_NOTHING: Final[Answer] = ("", "day")
_FEW: Final = 7  # "some days ago" is at most a week ago
_SHORT_HOURS: Final = 6
_MONTH: Final = len("2000-01")
_ROUND_FROM: Final = 20  # "thirty years ago" is a round number, no year


def relative_day_answer(clue: Clue) -> Answer:
    """A day counted from publication; without a figure it is the day before."""
    if clue.published is None:
        return _NOTHING
    told = clue.one("R")
    return (clue.published + timedelta(days=told.value if told else -1)).isoformat(), "day"


def weekday_answer(clue: Clue) -> Answer:
    """The day of the week last before publication, or the one its week, "next" or the verb points to."""
    weekday = clue.one("W")
    if clue.published is None or weekday is None:
        return _NOTHING
    shift = direction(clue)
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


def ago_answer(clue: Clue) -> Answer:
    """When so many units ago was; round numbers of years say no year."""
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
    if letter == "y" and amounts and not (many >= _ROUND_FROM and many % 5 == 0):
        return years_edtf(published.year - many, published.year - few)
    return ""


def week_about(published: date, few: int, many: int) -> Stretch:
    """A day or two about the day that lies so many weeks before publication."""
    return days_from(published, -7 * many - 1, -7 * few + 1)


def last_answer(clue: Clue) -> Answer:
    """The days since so many units ago, or, of days and without a preposition, that day."""
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
    if letter == "q" or (letter == "d" and not many):
        many = _FEW
    if letter == "w":
        many = many or 4
    if letter in "ujD" or not many:
        return ""
    if letter == "y":
        return years_edtf(published.year - many, published.year)
    return edtf(days_from(published, -max(1, round(many * _DAYS_IN[letter])), 0))


def next_answer(clue: Clue) -> Answer:
    """The days up to so many units from now."""
    unit = clue.one("dkoyhxqwujc")
    amounts = _amounts(clue)
    if clue.published is None or unit is None or unit.letter in "ujw":
        return "", "span"
    published, letter = clue.published, unit.letter
    many = amounts[-1] if amounts else _FEW
    if letter in "hxc":
        return (edtf(days_from(published, 0, -(-many // 24) if letter == "h" else 0)), "time")
    if letter == "y":
        return years_edtf(published.year + (many if clue.has("B") else 0), published.year + many), "year"
    ahead = round(many * _DAYS_IN[letter])
    exact = clue.has("B") and amounts and letter == "d"
    return edtf(days_from(published, ahead if exact else 0, ahead)), "day" if exact else "span"


def this_answer(clue: Clue) -> Answer:
    """Last, this or next week, month or year; this week ends today unless the verb looks ahead."""
    shift, unit = -1 if clue.has("A") else direction(clue), clue.one("koyD")
    grain = _GRAINS[unit.letter] if unit else "span"
    if clue.published is None or unit is None or shift is None or unit.letter == "D":
        return "", grain
    if unit.letter == "y":
        return years_edtf(clue.published.year + shift, clue.published.year + shift), grain
    if unit.letter == "o":
        return edtf(months_from(clue.published, shift).part(part_of(clue))), grain
    span = week(clue.published, shift)
    if shift == 0:
        span = Stretch(clue.published, span.last) if clue.lean > 0 else Stretch(span.first, clue.published)
    # a week of which one day is left or over is still no day that the text names
    return edtf(span)[:_MONTH] if span.first == span.last else edtf(span), grain

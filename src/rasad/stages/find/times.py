"""A Time is a stretch of words that says when, with the days it means, as far as the text tells them.

The value follows from the words and the day of publication alone. A word that only looks like a
time (a bullet, an agency, a surname) is no Time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rasad.stages.find.number_words import FOLDS, pieces
from rasad.stages.find.time_clue import MONTHS, Clue
from rasad.stages.find.time_lexicon import TOLD, TimeLexicon, load_time_words
from rasad.stages.find.time_patterns import NO_TIMES, TIME
from rasad.stages.find.time_resolve import resolve
from rasad.stages.find.time_units import Unit, shape

_DURING = ("p", "f")
_UNTOLD = ("weekday", "date")  # what leaves open which of many such days is meant …
_FROM_TODAY = "LNTkR"  # … unless one of these letters stands in it
_ISO_DAY, _ISO_YEAR = len("2000-01-01"), len("2000")
_LONG_AGO = 2  # years before publication from which on a date is background


@dataclass(frozen=True, slots=True)
class Time:
    """Words `first` to `last` (inclusive) say when.

    `value` is an EDTF day, month, year or interval, empty where it cannot be resolved; `grain` is
    "day", "month", "year", "time" (of the day), "occasion" (a war or
    operation known by its name) or "span" (any longer or vaguer stretch).
    """

    first: int
    last: int
    value: str
    grain: str


def load_times(*folders: Path) -> TimeLexicon:
    """The time words of the language packs in `folders`, ready for `find_times`."""
    return load_time_words(*folders)


def find_times(words: Sequence[str], published: date | None, lexicon: TimeLexicon,
               earlier: Sequence[Time] = ()) -> list[Time]:
    """The times told in one sentence, left to right, resolved against the day of publication.

    A date without its year is of the year told just before, in the sentence or in the times told `earlier`, where that
    lies back: «در ۱۷ آذر ۱۳۳۲ … از ۱۴ آذر».
    """
    if not any(map(lexicon.loud.__getitem__, words)) and not _joins_figures(words):
        return []
    sentence = shape(pieces(words, lexicon.cuts), lexicon)
    found: list[Time] = []
    for match in TIME.finditer(sentence.letters):
        name = match.lastgroup
        if not name or name in NO_TIMES:
            continue
        units = sentence.units(match.start(), match.end())
        before = sentence.letters[match.start() - 1] if match.start() else ""
        # a date in brackets says the date before them again, in another calendar
        near = _day_before(found, units[0].first) if before == "(" else None
        lean = 0 if near else _lean(words[units[-1].last + 1:], lexicon)
        if before == "t":
            # "from Monday until Tuesday" ends after it began; "until 1 August" lies ahead without a verb in the past
            near = _day_before(found, units[0].first) if name in _UNTOLD and not _told_from_today(units) else None
            lean = lean or 1 if near is None else 1
        clue = Clue(units, near or published, lean, before in _DURING, lexicon.known_days)
        if name == "date" and near is None and not _anchored(units):
            clue = replace(clue, published=_background([*earlier, *found], published) or published)
        elif any(unit.calendar == TOLD for unit in units):
            since = _told_before([*earlier, *found], exact=name == "relative_day")
            if since is None:
                continue
            clue = replace(clue, published=since)
        value, grain = resolve(name, clue)
        found.append(Time(units[0].first, units[-1].last, value, grain))
    return found


def _anchored(units: Sequence[Unit]) -> bool:
    """Whether the units of a date tell its year or the day of the week, or that it is counted from today."""
    month = next(at for at, unit in enumerate(units) if unit.letter in MONTHS)
    return any(unit.letter in _FROM_TODAY + "WYA" for unit in units) or any(
        unit.letter in "v2i" for unit in units[month + 1:])


def _background(told: Sequence[Time], published: date | None) -> date | None:
    """The day told last, where it lies years before publication."""
    day = told[-1].value if told else ""
    if published is None or len(day) != _ISO_DAY or published.year - int(day[:4]) < _LONG_AGO:
        return None
    return date.fromisoformat(day)


def _told_before(told: Sequence[Time], *, exact: bool) -> date | None:
    """The day told last or, where it need not be exact, one in the midst of the month or year told last."""
    first, _, last = next((time.value for time in reversed(told) if time.value), "").partition("/")
    if not first or (exact and (last or len(first) != _ISO_DAY)):
        return None
    if last and len(first) == _ISO_YEAR:
        return date(int(first), 10, 1)  # a solar year begins in one Gregorian year and ends in the next
    return date.fromisoformat(first + "0000-07-01"[len(first):])


def _told_from_today(units: Sequence[Unit]) -> bool:
    return any(unit.letter in _FROM_TODAY for unit in units)


def _day_before(found: Sequence[Time], first: int) -> date | None:
    """The day that the last time means, where it ends one mark before the word `first`."""
    if not found or found[-1].grain != "day" or found[-1].last != first - 2 or not found[-1].value:
        return None
    return date.fromisoformat(found[-1].value[:10]) if len(found[-1].value) >= _ISO_DAY else None


def _joins_figures(words: Sequence[str]) -> bool:
    """Whether two figures may make a date or a time of the day."""
    return ("/" in words or ":" in words) and sum(word.isdecimal() for word in words) > 1


def _lean(words: Sequence[str], lexicon: TimeLexicon) -> int:
    """1 or -1 where the first telling verb of these words looks ahead or back, else 0.

    One that looks ahead in a clause inside gives way to a later one that looks back: the main verb comes last.
    """
    inside, lean = False, 0
    for word in words:
        key = FOLDS[word]
        if key in lexicon.back:
            return -1
        if key in lexicon.ahead and not lean:
            lean = 1
            if not inside:
                return lean
        inside = inside or key in lexicon.inside
    return lean

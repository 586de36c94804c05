"""A Time is a stretch of words that says when, with the days it means, as far as the text tells them.

The value follows from the words and the day of publication alone. A word that only looks like a
time (a bullet, an agency, a surname) is no Time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rasad.stages.find.number_words import DIGITS, FOLDS
from rasad.stages.find.time_lexicon import TimeLexicon, load_time_words
from rasad.stages.find.time_patterns import TIME
from rasad.stages.find.time_resolve import Clue, resolve
from rasad.stages.find.time_units import shape

_YEAR_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Time:
    """Words `first` to `last` (inclusive) say when.

    `value` is an EDTF day, month, year or interval, empty where it cannot be resolved; `grain` is
    "day", "month", "year", "time" (of the day) or "span" (any longer or vaguer stretch).
    """

    first: int
    last: int
    value: str
    grain: str


def load_times(*folders: Path) -> TimeLexicon:
    """The time words of the language packs in `folders`, ready for `find_times`."""
    return load_time_words(*folders)


def find_times(words: Sequence[str], published: date | None, lexicon: TimeLexicon) -> list[Time]:
    """The times told in one sentence, left to right, resolved against the day of publication."""
    keys = [FOLDS[word] for word in words]
    if lexicon.triggers.isdisjoint(keys) and not any(_may_date(key) for key in keys if key[:1] in DIGITS):
        return []
    sentence = shape(words, lexicon)
    found: list[Time] = []
    for match in TIME.finditer(sentence.letters):
        units = sentence.units[match.start():match.end()]
        if not units or not match.lastgroup:
            continue
        during = match.start() > 0 and sentence.letters[match.start() - 1] == "p"
        lean = _lean(keys, units[-1].last + 1, lexicon)
        value, grain = resolve(match.lastgroup, Clue(units, published, lean, during, lexicon.known_days))
        found.append(Time(units[0].first, units[-1].last, value, grain))
    return found


def _may_date(key: str) -> bool:
    """Whether a word that begins with a digit may be a year, or holds more than a number."""
    return len(key) == _YEAR_WIDTH or not key.isdecimal()


def _lean(keys: Sequence[str], start: int, lexicon: TimeLexicon) -> int:
    """1 where the first telling verb after the time looks ahead, else 0."""
    for key in keys[start:]:
        if key in lexicon.ahead:
            return 1
        if key in lexicon.back:
            return 0
    return 0

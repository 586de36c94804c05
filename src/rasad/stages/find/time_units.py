"""A sentence becomes a row of units, each one letter long in `letters`, in the order of its words.

So `letters[i]` is always the class of `units[i]`, and a pattern found in the letters is a stretch
of units.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

from rasad.stages.find.number_words import Pieces, is_figure, read_cardinal
from rasad.stages.find.time_lexicon import OTHER, Mark, TimeLexicon

_MONTH_DAYS, _CENTURY = 31, 100
_EARLIEST, _LATEST = 1200, 2150
_LONGEST: Final = 9


class Unit(NamedTuple):
    """Words `first` to `last` with one class letter; `width` is how many characters a figure has, else 0.

    `known` is when an occasion known by its name was.
    """

    first: int
    last: int
    letter: str
    value: int = 0
    calendar: str = ""
    width: int = 0
    known: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The units of a sentence and their letters; words that tell nothing have no unit of their own."""

    letters: str
    told: dict[int, Unit]  # by place in `letters`
    words: list[int]  # by place in `letters`: the word there

    def units(self, start: int, end: int) -> list[Unit]:
        """The units at these places."""
        return [self.told.get(at) or Unit(self.words[at], self.words[at], self.letters[at])
                for at in range(start, end)]


def shape(cut: Pieces, lexicon: TimeLexicon) -> Shape:
    """The sentence as units: words of time, numbers, marks, and everything else."""
    letters: list[str] = []
    words: list[int] = []
    told: dict[int, Unit] = {}
    plain = list(map(lexicon.plain.__getitem__, cut.keys))
    if all(plain):
        return Shape("".join(plain), told, list(cut.at))
    at, n = 0, len(plain)
    while at < n:
        words.append(cut.at[at])
        letter = plain[at]
        if not letter:
            last, unit = _told(cut, at, lexicon)
            told[len(letters)] = unit
            letter, at = unit.letter, last
        letters.append(letter)
        at += 1
    return Shape("".join(letters), told, words)


def _told(cut: Pieces, at: int, lexicon: TimeLexicon) -> tuple[int, Unit]:
    """The unit that a word of time or a number makes."""
    for phrase, mark in lexicon.phrases.get(cut.keys[at], ()):
        last = at + len(phrase) - 1
        if tuple(cut.keys[at:last + 1]) == phrase and not _denied(cut, at, last, mark):
            return last, _unit(cut, at, last, mark)
    found = lexicon.words.get(cut.keys[at])
    if found is not None and not _denied(cut, at, at, found):
        return at, _unit(cut, at, at, found)
    return _number(cut, at, lexicon)


def _unit(cut: Pieces, first: int, last: int, mark: Mark) -> Unit:
    return Unit(cut.at[first], cut.at[last], mark.letter, mark.value, mark.calendar, 0, mark.known)


def _denied(cut: Pieces, first: int, last: int, mark: Mark) -> bool:
    """Whether a neighbour says that the word means something else; a figure before it does not part them."""
    if mark.unless_before and last + 1 < len(cut.keys) and cut.keys[last + 1] in mark.unless_before:
        return True
    if not mark.unless_after or first == 0:
        return False
    before = first - 2 if cut.keys[first - 1].isdecimal() and first > 1 else first - 1
    return cut.keys[before] in mark.unless_after


def _number(cut: Pieces, at: int, lexicon: TimeLexicon) -> tuple[int, Unit]:
    key = cut.keys[at]
    if key.isdecimal() and not is_figure(key):
        return at, Unit(cut.at[at], cut.at[at], "i" if len(key) == 2 else "n", int(key[:_LONGEST]), "", len(key))
    number = read_cardinal(cut.keys, at, lexicon.numbers)
    if number is None or number.amount != int(number.amount):
        return at, Unit(cut.at[at], cut.at[at], lexicon.plain.of(key))
    value = int(number.amount)
    letter = _number_letter(value, ordinal=number.ordinal, figure=number.figure)
    width = len(key) if number.figure else 0
    return number.last, Unit(cut.at[at], cut.at[number.last], letter, value, "", width)


def _number_letter(value: int, *, ordinal: bool, figure: bool) -> str:
    if ordinal:
        return "I" if value <= _MONTH_DAYS else OTHER
    if 1 <= value <= _MONTH_DAYS:
        return "i" if figure else "r"
    if _MONTH_DAYS < value < _CENTURY:
        return "2"
    return "v" if _EARLIEST <= value <= _LATEST else "n"

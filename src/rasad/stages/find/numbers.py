"""A Number is how many the text says there are; what only looks like a count is left out.

Ages, percentages, ordinals, labels ("article 5"), clock times and scores are no counts. "At least N",
"more than N" and "about N" are N to N: only figures that the text gives are kept.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rasad.stages.find.number_words import (
    DIGITS,
    Cardinal,
    NumberLexicon,
    Phrase,
    is_figure,
    load_number_words,
    pieces,
    read_cardinal,
)

_LONGEST_PHRASE: Final = 3
_LIST_MARKS: Final = frozenset({"-", ".", ")", ":", "/"})


@dataclass(frozen=True, slots=True)
class Number:
    """Words `first` to `last` (inclusive) say that there are `min` to `max` of something."""

    first: int
    last: int
    min: int
    max: int


def load_numbers(*folders: Path) -> NumberLexicon:
    """The number words of the language packs in `folders`, ready for `find_numbers`."""
    return load_number_words(*folders)


def find_numbers(
    words: Sequence[str], lexicon: NumberLexicon, taken: AbstractSet[int] = frozenset(),
) -> list[Number]:
    """The counts told in one sentence, left to right; words in `taken` (say, of dates) are passed over."""
    if not any(map(lexicon.loud.__getitem__, words)):
        return []
    cut = pieces(words, lexicon.cuts)
    reader = _Reader(cut.keys, lexicon)
    found: list[Number] = []
    after = 0
    for at in [at for at, key in enumerate(cut.keys) if key in lexicon.known or key[:1] in DIGITS]:
        if at < after or cut.at[at] in taken:
            continue
        last, low, high = reader.read(at)
        if low >= 0 and reader.counts(at, last):
            found.append(Number(cut.at[reader.bound(at)], cut.at[last], low, high))
        after = last + 1
    return found


_Read = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads numbers from the pieces of one sentence: last piece, least, most; least is -1 for no count."""

    keys: Sequence[str]
    lexicon: NumberLexicon

    def read(self, at: int) -> _Read:
        """The number that begins here, with its upper end where it is told as a range."""
        kind = self.lexicon.kind(self.keys, at)
        if kind in ("round", "several"):
            return self._unsaid(at, *self.lexicon.bounds[self.keys[at]], told=kind == "round")
        number = read_cardinal(self.keys, at, self.lexicon)
        if number is None:
            return self._skip(at)
        if number.ordinal or number.amount != int(number.amount):
            return number.last, -1, -1
        return self._upper(number)

    def _skip(self, at: int) -> _Read:
        """Digits that count nothing, and all digits tied to them by a mark."""
        return at, -1, -1

    def _unsaid(self, at: int, low: int, high: int, *, told: bool) -> _Read:
        """"Dozens", "hundreds of thousands", "some ten": bounds times the scale words that follow."""
        while self.lexicon.kind(self.keys, at + 1) in ("scale", "hundred") or self._is_ten(at + 1, told=told):
            at += 1
            worth = int(self.lexicon.amounts[self.keys[at]])
            # "some ten" says the same as "dozens": two dozen at least
            low, high = (24, 99) if worth == 10 else (low * worth, high * worth + worth - 1)
            told = True
        return (at, low, high) if told else (at, -1, -1)

    def _is_ten(self, at: int, *, told: bool) -> bool:
        return not told and self.lexicon.kind(self.keys, at) == "teen" and self.lexicon.amounts[self.keys[at]] == 10

    def _upper(self, number: Cardinal) -> _Read:
        """The range that begins with `number`, or the number itself."""
        low = int(number.amount)
        after = self.lexicon.kind(self.keys, number.last + 1)
        if after == "join" and self.lexicon.kind(self.keys, number.last + 2) in ("odd", "several"):
            return number.last + 2, low, low + 9 * number.scale if low % 10 == 0 else low
        if after in ("range", "either"):
            return self._range(number, read_cardinal(self.keys, number.last + 2, self.lexicon))
        if after == "one" and not number.figure:
            next_one = read_cardinal(self.keys, number.last + 1, self.lexicon)
            if next_one and next_one.amount == (low + 1) * next_one.scale:
                return self._range(number, next_one)
        return number.last, low, low

    def _range(self, number: Cardinal, upper: Cardinal | None) -> _Read:
        """From `number` to `upper` where that goes up; a scale word said once counts for both."""
        low = int(number.amount)
        if upper is None or upper.ordinal or upper.amount != int(upper.amount):
            return number.last, low, low
        if upper.scale > number.scale and low < upper.amount / upper.scale:
            low *= upper.scale
        return (upper.last, low, int(upper.amount)) if low < upper.amount else (number.last, low, low)

    def counts(self, first: int, last: int) -> bool:
        """Whether the neighbours let the number be a count."""
        if self._phrase("behind", last + 1, forward=True) or self._phrase("before", first - 1, forward=False):
            return False
        if self._tied(first - 1, -1) or self._tied(last + 1, 1) or self._heads_line(first, last):
            return False
        if self.lexicon.kind(self.keys, last + 1) == "ordinal":
            return False  # a fraction: two thirds
        wary = first == last and (self.keys[first],) in self.lexicon.phrases.get("wary", ())
        return not wary or self._phrase("counted", last + 1, forward=True) > 0

    def _tied(self, at: int, step: int) -> bool:
        """Whether a mark without a pause ties the number to digits or letters: 14:30, 1/3, 5+1, F-16."""
        if not 0 <= at < len(self.keys):
            return False
        mark = self.keys[at]
        beyond = self.keys[at + step] if 0 <= at + step < len(self.keys) else ""
        if self.lexicon.kind(self.keys, at) in ("slash", "point", "comma") or mark in (":", "+", "_", "@"):
            return is_figure(beyond) or beyond.isdecimal() or mark in ("_", "@")
        return step < 0 and mark == "-" and beyond[:1].isalpha() and is_figure(self.keys[at + 1])

    def _heads_line(self, first: int, last: int) -> bool:
        """Whether the number only numbers a line of a list or a note, (5)."""
        after = self.keys[last + 1] if last + 1 < len(self.keys) else ""
        return (first == 0 and after in _LIST_MARKS) or (first > 0 and self.keys[first - 1] == "(" and after == ")")

    def bound(self, first: int) -> int:
        """Where the number begins with the words that bound it ("at least", "more than")."""
        return first - self._phrase("bound", first - 1, forward=False)

    def _phrase(self, kind: str, at: int, *, forward: bool) -> int:
        """How many pieces the longest phrase of this kind takes that begins (or ends) at `at`."""
        listed = self.lexicon.phrases.get(kind, frozenset[Phrase]())
        for length in range(_LONGEST_PHRASE, 0, -1):
            start = at if forward else at - length + 1
            if start >= 0 and tuple(self.keys[start:start + length]) in listed:
                return length
        return 0

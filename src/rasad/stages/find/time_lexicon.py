"""The table of time words is the only place that knows what a word of time does.

Each word has one class, a letter, so that a sentence becomes a string of letters in which the
patterns of `time_patterns` are found.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from rasad.language.tables import merged, values
from rasad.stages.find.number_words import FOLDS, Cuts, Loud, NumberLexicon, Phrase, joins, load_number_words

TABLE: Final = "times.tsv"
_YEAR_WIDTH: Final = 4
# kind, or kind and value, or kind and note -> class letter; the first that fits counts
CLASSES: Final = {
    "weekday": "W", "month wary": "m", "month scarce": "l", "month": "M",
    "unit day": "d", "unit week": "k", "unit month": "o", "unit year": "y", "unit hour": "h", "unit minute": "x",
    "unit decade": "D", "unit century": "C",
    "units day": "q", "units week": "w", "units month": "u", "units year": "j", "units hour": "c", "units decade": "D",
    "season": "S", "relative-day": "R", "relative-year": "Y", "part": "P", "last": "L", "ago": "A", "next": "N",
    "later": "B", "this": "T", "recent": "e", "during": "p", "from": "f",
    "stretch": "Q", "era": "E", "date-word": "g",
    "occasion": "O", "named": "a", "dated": "G", "is": "=", "plain": "b",
}
STRUCTURE: Final = {"join": "&", "range": "t", "either": "&", "slash": "/", "point": ".", "comma": ",",
                    "list-comma": ",", "several": "z"}
MARKS: Final = {"(": "(", ")": ")", ":": ":", "-": "-", "\u2013": "-", "\u2014": "-", "[": "(", "]": ")"}
CALENDARS: Final = {"month.solar": "solar", "month.gregorian": "gregorian", "month.lunar": "lunar"}
_UNLESS: Final = ("unless_after", "unless_before")
_STRETCHES: Final = {"early": 1, "middle": 2, "late": 3}
TOLD: Final = "told"  # the calendar of a year that is counted from the one told before: «همان سال»
OTHER, _OTHER_MARK = "_", "'"
_REMEMBERED: Final = 200_000
# Words of these kinds are too common, or say too little, to make a sentence worth reading for times.
_QUIET: Final = frozenset({"plain", "during", "from", "this", "named", "dated", "ago", "later", "is", "ahead", "back",
                           "inside", "last", "next", "recent", "stretch", "era"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a time word does (its class letter), what it stands for, when it was, and which neighbours deny it."""

    letter: str
    value: int = 0
    calendar: str = ""
    known: str = ""
    unless_after: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()


class Plain(dict[str, str]):
    """A memory of the letters of words that always have the same one; empty for those whose neighbours tell it."""

    def __init__(self, letters: Mapping[str, str], telling: AbstractSet[str]) -> None:
        super().__init__()
        self.letters, self.telling = letters, telling

    def __missing__(self, key: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        letter = self[key] = "" if key in self.telling or key[:1].isdecimal() else self.of(key)
        return letter

    def of(self, key: str) -> str:
        """The letter of a word or mark that is no word of time."""
        return self.letters.get(key) or (OTHER if key[:1].isalnum() else _OTHER_MARK)


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """The words of time, looked up by their folds, and the number words beside them."""

    numbers: NumberLexicon
    words: Mapping[str, Mark]
    phrases: Mapping[str, tuple[tuple[Phrase, Mark], ...]]  # by first word, longest first
    cuts: Cuts
    loud: Loud
    plain: Plain
    ahead: frozenset[str]
    back: frozenset[str]
    inside: frozenset[str]
    known_days: Mapping[tuple[int, int], date]


@dataclass(slots=True)
class _Gathered:
    marks: dict[Phrase, Mark] = field(default_factory=dict)
    kinds: dict[Phrase, str] = field(default_factory=dict)
    signs: dict[str, set[str]] = field(default_factory=dict)
    days: dict[tuple[int, int], date] = field(default_factory=dict)


def load_time_words(*folders: Path) -> TimeLexicon:
    """The time words of all folders that have the table, with the number words they need."""
    gathered = _Gathered()
    for row in merged(TABLE, *folders):
        _gather(row, gathered)
    numbers = load_number_words(*folders)
    single = {phrase[0]: mark for phrase, mark in gathered.marks.items() if len(phrase) == 1}
    by_first = _by_first(gathered.marks)
    known = single.keys() | numbers.kinds.keys()
    cuts = Cuts(known, _glued(single) | dict(numbers.glued), joins(numbers.phrases))
    bare = {word: mark.letter for word, mark in single.items()
            if mark == Mark(mark.letter) and word not in by_first and word not in numbers.known}
    return TimeLexicon(
        numbers=numbers, words=single, phrases=by_first, cuts=cuts,
        loud=Loud(_triggers(gathered, numbers), cuts, _YEAR_WIDTH),
        plain=Plain(_letters(numbers) | bare, (single.keys() - bare.keys()) | numbers.known | by_first.keys()),
        ahead=frozenset(gathered.signs.get("ahead", ())), back=frozenset(gathered.signs.get("back", ())),
        inside=frozenset(gathered.signs.get("inside", ())),
        known_days=gathered.days,
    )


def _triggers(gathered: _Gathered, numbers: NumberLexicon) -> frozenset[str]:
    """The words without which a sentence tells no time, figures aside."""
    loud = {word for phrase, kind in gathered.kinds.items() if kind not in _QUIET for word in phrase}
    quiet = {phrase[0] for phrase, kind in gathered.kinds.items() if kind in _QUIET and len(phrase) == 1}
    return frozenset(loud - numbers.known - quiet)


def _letters(numbers: NumberLexicon) -> dict[str, str]:
    """The letters of marks, of the small words between numbers, and of nouns that are often counted."""
    counted = {word: "#" for word, *more in numbers.phrases.get("counted", ()) if not more}
    between = {word: STRUCTURE[kind] for word, kind in numbers.kinds.items() if kind in STRUCTURE}
    return counted | between | MARKS


def _gather(row: Mapping[str, str], gathered: _Gathered) -> None:
    kind = row["kind"]
    if kind == "known-day":
        day = date.fromisoformat(row["value"])
        gathered.days[day.month, day.day] = day
        return
    phrases = [tuple(FOLDS[word] for word in text.split()) for text in values(row, "fa")]
    if kind in ("ahead", "back", "inside"):
        gathered.signs.setdefault(kind, set()).update(phrase[0] for phrase in phrases)
        return
    mark = _mark(row)
    for phrase in phrases:
        gathered.marks.setdefault(phrase, mark)
        gathered.kinds.setdefault(phrase, kind)


def _mark(row: Mapping[str, str]) -> Mark:
    kind, value, note = row["kind"], row["value"], row["note"]
    plain = kind.partition(".")[0]
    letter = next(CLASSES[name] for name in (f"{plain} {value}", f"{plain} {note}", plain) if name in CLASSES)
    number = _STRETCHES.get(value) or (int(value) if value.lstrip("-").isdecimal() else 0)
    calendar = CALENDARS.get(kind) or (value if kind == "era" else note if note == TOLD else "")
    after, before = (frozenset(FOLDS[word] for word in values(row, name)) for name in _UNLESS)
    return Mark(letter, number, calendar, value if kind == "occasion" else "", after, before)


def _glued(single: Mapping[str, Mark]) -> dict[str, Phrase]:
    """Month names and days of the week written together with the word that follows them."""
    months = [word for word, mark in single.items() if mark.letter in "Mml"]
    units = [word for word, mark in single.items() if mark.letter == "o"]
    days = [word for word, mark in single.items() if mark.letter == "W"]
    parts = [word for word, mark in single.items() if mark.letter == "P"]
    pairs = [(a, b) for a in months for b in units] + [(a, b) for a in days for b in parts]
    return {a + b: (a, b) for a, b in pairs if a + b not in single}


def _by_first(marks: Mapping[Phrase, Mark]) -> dict[str, tuple[tuple[Phrase, Mark], ...]]:
    found: dict[str, list[tuple[Phrase, Mark]]] = {}
    for phrase, mark in marks.items():
        if len(phrase) > 1:
            found.setdefault(phrase[0], []).append((phrase, mark))
    return {first: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for first, group in found.items()}

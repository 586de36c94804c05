"""The table of time words is the only place that knows what a word of time does.

Each word has one class, a letter, so that a sentence becomes a string of letters in which the
patterns of `time_patterns` are found.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from rasad.language.tables import merged, values
from rasad.stages.find.number_words import FOLDS, NumberLexicon, Phrase, load_number_words

TABLE: Final = "times.tsv"
# kind, or kind and value, or kind and note -> class letter; the first that fits counts
CLASSES: Final = {
    "weekday": "W", "month wary": "m", "month scarce": "l", "month": "M",
    "unit day": "d", "unit week": "k", "unit month": "o", "unit year": "y", "unit hour": "h", "unit minute": "x",
    "unit decade": "D", "unit century": "C",
    "units day": "q", "units week": "w", "units month": "u", "units year": "j", "units hour": "c", "units decade": "D",
    "season": "S", "relative-day": "R", "relative-year": "Y", "part": "P", "last": "L", "ago": "A", "next": "N",
    "later": "B", "this": "T", "recent": "e", "during": "p", "stretch": "Q", "era": "E", "date-word": "g",
    "named": "a", "dated": "G", "is": "=", "plain": "b",
}
CALENDARS: Final = {"month.solar": "solar", "month.gregorian": "gregorian", "month.lunar": "lunar"}
_STRETCHES: Final = {"early": 1, "middle": 2, "late": 3}
# Words of these kinds are too common, or say too little, to make a sentence worth reading for times.
_QUIET: Final = frozenset({"plain", "during", "this", "named", "dated", "ago", "later", "is", "ahead", "back", "last",
                           "next", "recent", "stretch", "era"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a time word does (its class letter), what it stands for, and which neighbours deny it."""

    letter: str
    value: int = 0
    calendar: str = ""
    unless_after: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """The words of time, looked up by their folds, and the number words beside them."""

    numbers: NumberLexicon
    words: Mapping[str, Mark]
    phrases: Mapping[str, tuple[tuple[Phrase, Mark], ...]]  # by first word, longest first
    glued: Mapping[str, Phrase]
    triggers: frozenset[str]
    known: frozenset[str]
    ahead: frozenset[str]
    back: frozenset[str]
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
    glued = _glued(single) | dict(numbers.glued)
    loud = [phrase for phrase, kind in gathered.kinds.items() if kind not in _QUIET]
    quiet = {phrase[0] for phrase, kind in gathered.kinds.items() if kind in _QUIET and len(phrase) == 1}
    triggers = {word for phrase in loud for word in phrase} - numbers.known - quiet
    return TimeLexicon(
        numbers=numbers, words=single, phrases=_by_first(gathered.marks), glued=glued,
        triggers=frozenset(triggers | (glued.keys() - numbers.glued.keys()) | {"/", ":"}),
        known=frozenset(single) | numbers.known, ahead=frozenset(gathered.signs.get("ahead", ())),
        back=frozenset(gathered.signs.get("back", ())), known_days=gathered.days,
    )


def _gather(row: Mapping[str, str], gathered: _Gathered) -> None:
    kind = row["kind"]
    if kind == "known-day":
        day = date.fromisoformat(row["value"])
        gathered.days[day.month, day.day] = day
        return
    phrases = [tuple(FOLDS[word] for word in text.split()) for text in values(row, "fa")]
    if kind in ("ahead", "back"):
        gathered.signs.setdefault(kind, set()).update(phrase[0] for phrase in phrases)
        return
    mark = _mark(row)
    for phrase in phrases:
        gathered.marks.setdefault(phrase, mark)
        gathered.kinds.setdefault(phrase, kind)


def _mark(row: Mapping[str, str]) -> Mark:
    kind, value, note = row["kind"], row["value"], row["note"]
    plain = kind.partition(".")[0]
    letter = CLASSES.get(f"{plain} {value}") or CLASSES.get(f"{plain} {note}") or CLASSES[plain]
    number = _STRETCHES.get(value) or (int(value) if value.lstrip("-").isdecimal() else 0)
    calendar = CALENDARS.get(kind) or (value if kind == "era" else "")
    return Mark(letter, number, calendar, _folded(values(row, "unless_after")), _folded(values(row, "unless_before")))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(FOLDS[word] for word in words)


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

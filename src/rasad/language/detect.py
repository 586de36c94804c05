"""A report is coded only in a language that its letters and its commonest words tell; in doubt it is not.

What tells a language is the table `language.tsv` of its pack: letters that only it has, letters
and words that tell against it, and how much each counts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rasad.language.tables import rows, values

UNKNOWN = "und"
_SAMPLE = 4000  # characters looked at
_NOISE = re.compile(r"https?://\S+|[@#]\w+|www\.\S+")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u200c\u064b-\u0652])*")


@dataclass(frozen=True, slots=True)
class Clues:
    """How much each letter and each word speaks for each language, and in which script each is written."""

    letters: Mapping[str, tuple[tuple[str, float], ...]]
    words: Mapping[str, tuple[tuple[str, float], ...]]
    scripts: Mapping[str, str]
    default: Mapping[str, str]


@lru_cache(maxsize=8)
def load_clues(folder: Path) -> Clues:
    """The clues of one language pack."""
    letters: dict[str, list[tuple[str, float]]] = {}
    words: dict[str, list[tuple[str, float]]] = {}
    scripts: dict[str, str] = {}
    default: dict[str, str] = {}
    for row in rows(folder / "language.tsv"):
        if row["kind"] == "script":
            first, last = (int(end, 16) for end in row["values"].split("-"))
            scripts.update(dict.fromkeys(map(chr, range(first, last + 1)), row["language"]))
        elif row["kind"] == "default":
            default[row["values"]] = row["language"]
        else:
            table = letters if row["kind"] == "letter" else words
            for value in values(row, "values"):
                table.setdefault(value, []).append((row["language"], float(row["weight"])))
    return Clues({k: tuple(v) for k, v in letters.items()}, {k: tuple(v) for k, v in words.items()}, scripts, default)


def language_of(text: str, folder: Path) -> str:
    """The language that the text is written in, by ISO 639-1; "und" where it has no letters."""
    clues = load_clues(folder)
    sample = _NOISE.sub(" ", text[:_SAMPLE])
    script = _script(sample, clues)
    if script is None:
        return UNKNOWN
    scores = Counter[str]()
    for language, weight in _evidence(sample, clues):
        scores[language] += weight  # type: ignore[assignment]
    known = clues.default.get(script, script)
    best = max(scores, key=lambda name: scores[name], default=known)
    return best if scores[best] > scores[known] else known


def _script(sample: str, clues: Clues) -> str | None:
    """The script of most letters; a text with a fair share of another than Latin is in that."""
    counts = Counter(clues.scripts.get(char, "other") for char in sample if char.isalpha())
    if not counts:
        return None
    script, _ = counts.most_common(1)[0]
    return script


def _evidence(sample: str, clues: Clues) -> Iterator[tuple[str, float]]:
    for char in sample:
        yield from clues.letters.get(char, ())
    for word in _WORD.findall(sample):
        yield from clues.words.get(word.lower(), ())

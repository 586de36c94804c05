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

from rasad.language.tables import rows

UNKNOWN = "und"
_SAMPLE = 1500  # characters looked at
_NOISE = re.compile(r"https?://\S+|[@#]\w+|www\.\S+")
_OTHER = "other"  # a script that the table does not tell
_LATIN, _ASIDE = "latn", 4  # a post with links, names or a quotation in Latin letters
_LONG = 4  # letters of a word that may begin with a prefix
_PERSIAN = str.maketrans("\u064a\u0649\u0643", "\u06cc\u06cc\u06a9")
_REMEMBERED = 200_000
Weights = Mapping[str, tuple[tuple[str, float], ...]]
_WORD = re.compile(r"[^\W\d_]+(?:[\u200c\u064b-\u0652]+[^\W\d_]*)*")


class _Telling(dict[str, tuple[tuple[str, float], ...]]):
    """How much each word speaks for each language, by itself and by its prefix, worked out once a word."""

    def __init__(self, words: Weights, prefixes: Weights) -> None:
        super().__init__()
        self.words, self.prefixes = words, prefixes

    def __missing__(self, word: str) -> tuple[tuple[str, float], ...]:
        if len(self) > _REMEMBERED:
            self.clear()
        whole = self.words.get(word.lower()) or self.words.get(word.translate(_PERSIAN), ())
        prefix = self.prefixes.get(word[:2], ()) if len(word) > _LONG else ()
        told = self[word] = (*whole, *prefix)
        return told


@dataclass(frozen=True, slots=True)
class Clues:
    """How much each letter and each word speaks for each language, and in which script each is written."""

    letters: Weights
    words: Weights
    scripts: Mapping[str, str]
    default: Mapping[str, str]
    written: Mapping[str, str]  # language -> its script


@lru_cache(maxsize=8)
def load_clues(folder: Path) -> Clues:
    """The clues of one language pack."""
    tables: dict[str, dict[str, list[tuple[str, float]]]] = {"letter": {}, "word": {}, "prefix": {}}
    scripts: dict[str, str] = {}
    default: dict[str, str] = {}
    for row in rows(folder / "language.tsv"):
        if row["kind"] == "script":
            first, last = (int(end, 16) for end in row["values"].split("-"))
            scripts.update(dict.fromkeys(map(chr, range(first, last + 1)), row["language"]))
        elif row["kind"] == "default":
            default[row["values"]] = row["language"]
        else:
            for value in row["values"].split("|"):
                tables[row["kind"]].setdefault(value, []).append((row["language"], float(row["weight"])))
    written = {language: scripts[value[0]] for table in ("word", "letter")
               for value, weights in tables[table].items() if value[0] in scripts for language, _ in weights}
    letters, words, prefixes = ({k: tuple(v) for k, v in tables[kind].items()} for kind in tables)
    return Clues(letters, _Telling(words, prefixes), scripts, default, written)


def language_of(text: str, folder: Path) -> str:
    """The language that the text is written in, by ISO 639-1; "und" where it has no letters."""
    clues = load_clues(folder)
    sample = _NOISE.sub(" ", text[:_SAMPLE])
    script = _script(sample, clues)
    if script is None:
        return UNKNOWN
    scores: dict[str, float] = {}
    for language, weight in _evidence(sample, clues):
        if clues.written[language] == script:
            scores[language] = scores.get(language, 0.0) + weight
    known = clues.default.get(script, script)
    best = max(scores, key=lambda name: scores[name], default=known)
    return best if scores.get(best, 0.0) > scores.get(known, 0.0) else known


def _script(sample: str, clues: Clues) -> str | None:
    """The script of most letters; Latin only where little else stands beside it."""
    letters = list(filter(str.isalpha, dict.fromkeys(sample)))
    scripts = [clues.scripts.get(letter, _OTHER) for letter in letters]
    if len(set(scripts)) < 2:  # most reports: nothing is to be counted
        return scripts[0] if scripts else None
    counts: Counter[str] = Counter()
    for script, times in zip(scripts, map(sample.count, letters), strict=True):
        counts[script] += times
    (script, most), *others = counts.most_common(2)
    if script == _LATIN and others and others[0][1] * _ASIDE >= most:
        return others[0][0]
    return script


def _evidence(sample: str, clues: Clues) -> Iterator[tuple[str, float]]:
    for letter, weights in clues.letters.items():
        if letter in sample:
            times = sample.count(letter)
            yield from ((language, weight * times) for language, weight in weights)
    for told in filter(None, map(clues.words.__getitem__, _WORD.findall(sample))):
        yield from told

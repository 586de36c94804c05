"""What belongs to the medium and not to the report is marked, never cut.

Invariant: a mark is a stretch of the original; the text is the same with and without marks.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from rasad.stages.repair.records import Boilerplate

_PICTURES = "\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
# Each kind with letters without which it cannot stand in a text.
_SHAPES: Final = (
    ("link", "/", re.compile(r"https?://[^\s»)]+|\b(?:t\.me/|instagram\.com/)[^\s»)]+")),
    ("link", "www.", re.compile(r"\bwww\.[^\s»)]+")),
    ("handle", "@", re.compile(r"(?<![\w.])@[ \n]?[A-Za-z]\w{2,}")),
    ("hashtag", "#", re.compile("#[\\w\u200c]+")),
    ("footer", "\n", re.compile(r"(?m)^[ \t]*(?:Link|- ?Link|-|\||\u2014)[ \t]*$")),
    ("emoji-bullet", "", re.compile(f"[{_PICTURES}][{_PICTURES}\ufe0f\u20e3\u200d]*")),
)
_PLACES: Final = {
    "close": "(?:{0})[^\\w\n]*\\w{{0,3}}[^\\w\n]*\\Z",
    "line": "(?m:^[^\\w\n]*(?:{0})[^\\w\n]*$)",
    "opening": "(?m:^[^\\w\n]*(?:{0})[^\n]{{0,60}}$)",
    "rest": "(?:{0})[^\n]*",
}
_BLANK: Final = "[ \u200c\u00a0]*"


def marks(text: str, folder: Path) -> tuple[Boilerplate, ...]:
    """Return the marked stretches of `text`, its letters folded one for one, in order."""
    found = [
        Boilerplate(match.start(), match.end(), kind)
        for kind, sign, pattern in (*_SHAPES, *_phrases(folder))
        if sign in text
        for match in pattern.finditer(text)
    ]
    return tuple(_outermost(found)) if found else ()


def _outermost(found: list[Boilerplate]) -> Iterator[Boilerplate]:
    end = 0
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if mark.start >= end:
            yield mark
            end = mark.end


@cache
def _phrases(folder: Path) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    found = []
    for line in (folder / "boilerplate.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        if line and line[0] != "#":
            kind, place, phrases = line.split("\t")
            pattern = _PLACES[place].format("|".join(map(_loose, phrases.split("|"))))
            found.append((kind, ":" if place == "opening" else "", re.compile(pattern)))
    return tuple(found)


def _loose(phrase: str) -> str:
    """Return a pattern for `phrase` however its words are parted."""
    return _BLANK.join(re.escape(word) for word in phrase.replace("\u200c", " ").split())

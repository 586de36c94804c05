"""What belongs to the medium and not to the report is marked, never cut.

Invariant: a mark is a stretch of the original; the text is the same with and without marks.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from rasad.stages.repair.records import Boilerplate

_LINK: Final = re.compile(r"https?://\S+|\bwww\.\S+|\bt\.me/\S+")
_HANDLE: Final = re.compile(r"(?<![\w.])@[ \n]?[A-Za-z]\w{2,}")
_HASHTAG: Final = re.compile(r"#[\w\u200c]+")
_FOOTER: Final = re.compile(r"(?m)^[ \t]*(?:Link|-|\||\u2014)[ \t]*$")
_EMOJI: Final = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
                           "[\ufe0f\u20e3\u200d\U0001f000-\U0001faff\u25a0-\u27bf]*")
_PLAIN: Final = (("link", _LINK), ("handle", _HANDLE), ("hashtag", _HASHTAG), ("footer", _FOOTER), ("emoji", _EMOJI))


def marks(text: str, folder: Path) -> tuple[Boilerplate, ...]:
    """Return the marked stretches of `text`, its letters folded one for one, in order."""
    found = []
    quick = not text.isascii()
    for kind, pattern in (*_PLAIN, *(_phrases(folder) if quick else ())):
        found.extend(Boilerplate(m.start(), m.end(), kind) for m in pattern.finditer(text))
    return tuple(sorted(_outermost(found), key=lambda mark: mark.start))


def _outermost(found: list[Boilerplate]) -> Iterator[Boilerplate]:
    end = -1
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if mark.end > end:
            yield mark
            end = mark.end


@cache
def _phrases(folder: Path) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for line in (folder / "boilerplate.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        if line and line[0] != "#":
            kind, where, phrases = line.split("\t")
            found.append((kind, re.compile(_PLACES[where].format(_alternatives(phrases)))))
    return tuple(found)


def _alternatives(phrases: str) -> str:
    return "|".join(re.escape(p).replace("\\ ", "[ \u200c\u00a0]*").replace("\u200c", "[ \u200c\u00a0]?") for p in phrases.split("|"))


_PLACES: Final = {
    "line": r"(?m)^[^\w\n]*(?:{0})[^\w\n]*$",
    "last": r"(?:{0})[^\w\n]*\w{{0,3}}[^\w\n]*$(?![\s\S]{{80}})",
    "to-end-of-line": r"(?m)(?:{0})[^\n]*$",
}

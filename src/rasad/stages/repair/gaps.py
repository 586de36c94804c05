"""What stands between two words: blanks and punctuation.

Invariant: only blanks are taken away or put in; a mark, a digit or a line break stays.
"""

import re
from typing import Final

from rasad.stages.repair.letters import NO_BREAK, UNSEEN_BETWEEN

_BLANK = f" {NO_BREAK}"
_DIGIT = "0-9\u06f0-\u06f9"
_COMMA = "\u060c\u061b\u061f!"  # marks that never stand inside a number
_STOP = ".:"
_SHORT = "\u0001"  # stands for a neighbouring word of one letter
_LONG = "\u0002"  # stands for any longer word
_EDGE = "\n"
_RULES: Final = (
    (re.compile(f"[{_BLANK}]{{2,}}|{NO_BREAK}"), " "),
    (re.compile("(?<=\u00ab) (?=\\S)|(?<=\\() (?=\\S)"), ""),
    (re.compile("(?<=\\S) (?=[\u00bb)])"), ""),
    (re.compile(f"(?<=[{_LONG}{_SHORT}{_DIGIT}\u00bb)]) (?=[{_COMMA}])"), ""),
    (re.compile(f"(?<=[{_LONG}{_SHORT}{_DIGIT}\u00bb)]) (?=[{_STOP}](?:[{_BLANK}]|$|\n|{_LONG}))"), ""),
    (re.compile(f"(?<=[{_COMMA}\u00bb)])(?=[{_LONG}{_SHORT}\u00ab])"), " "),
    (re.compile(f"(?<={_LONG}[{_STOP}])(?={_LONG})"), " "),
    (re.compile(f"(?<={_LONG})(?=[\u00ab(])"), " "),
    (re.compile(f"(?<=[{_DIGIT}])(?={_LONG})"), " "),
)
_BLANKS = re.compile(f"[{_BLANK}]+")


def is_blank(gap: str) -> bool:
    """Return whether nothing but blanks stands in the gap."""
    return gap == " " or _BLANKS.fullmatch(UNSEEN_BETWEEN.sub("", gap)) is not None


def mended(before: str, gap: str, after: str) -> str:
    """Return `gap` with its blanks set right; its neighbours are words, empty at the edges of the text."""
    framed = _stand_in(before) + UNSEEN_BETWEEN.sub("", gap) + _stand_in(after)
    for rule, instead in _RULES:
        framed = rule.sub(instead, framed)
    return framed[1:-1]


def _stand_in(word: str) -> str:
    if not word:
        return _EDGE
    return _SHORT if len(word) < 2 else _LONG

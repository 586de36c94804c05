"""Letters, marks and blanks of the Arabic script as news sites type them.

Invariant: `FOLD` replaces one character by one character, so folding never moves an offset.
"""

import re
from typing import Final

HALF_SPACE: Final = "\u200c"

_ARABIC_DIGITS = {0x0660 + n: 0x06F0 + n for n in range(10)}
_LETTERS = {
    0x0643: 0x06A9,  # kaf
    0x064A: 0x06CC,  # yeh
    0x0649: 0x06CC,  # alef maksura
    0x0629: 0x0647,  # teh marbuta
    0x06D5: 0x0647,  # the Kurdish ae
    0x06AA: 0x06A9,  # swash kaf
}
_BLANKS = dict.fromkeys([0x09, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000], 0x20)
# Old word processors left a soft hyphen where the half-space was typed.
_LOST_HALF_SPACES = {0x00AD: 0x200C}

FOLD: Final = {**_ARABIC_DIGITS, **_LETTERS, **_BLANKS, **_LOST_HALF_SPACES}
_FOLDED: Final = re.compile(f"[{''.join(map(chr, FOLD))}]")


def folded(text: str) -> str:
    """Return `text` with one letter, digit and blank for each that is typed in several ways."""
    for char in set(_FOLDED.findall(text)):
        text = text.replace(char, chr(FOLD[ord(char)]))
    return text


# Joiners, direction marks, tatweel and the byte order mark: invisible inside a word.
INVISIBLE: Final = "\u0640\u200b\u200d\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
LETTER: Final = "\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef"
MARK: Final = "\u064b-\u065f\u0670"
NO_BREAK: Final = "\u00a0"
# Old pages tore words after lam-alef with a no-break space.
_TORN = f"(?<=\u0644\u0627){NO_BREAK}(?=[{LETTER}])"
_JOINT = f"(?:[{INVISIBLE}{HALF_SPACE}]|{_TORN})+"
WORD: Final = re.compile(f"[{LETTER}][{LETTER}{MARK}]*(?:{_JOINT}[{LETTER}{MARK}]+)*")
SEVERAL_HALF_SPACES: Final = re.compile(f"{HALF_SPACE}{{2,}}")
UNSEEN: Final = re.compile(f"[{INVISIBLE}]+")
# Between words only marks that nobody sees go: a joiner may hold an emoji together, a tatweel may
# stand for a dash, and what stands beside a digit stays.
_BETWEEN = "[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]++"
_DIGIT = "0-9\u06f0-\u06f9"
UNSEEN_BETWEEN: Final = re.compile(f"(?<![{_DIGIT}]){_BETWEEN}(?![{_DIGIT}])")

# After one of these letters the next letter never joins, so a lost blank does not show.
NON_JOINERS: Final = frozenset("\u0627\u0622\u0623\u0625\u062f\u0630\u0631\u0632\u0698\u0648\u0624\u0621")

"""Spelling is folded in one place.

Two words are the same word for every look-up exactly when their folds are equal: Arabic and
Persian letters, half-spaces, vowel marks and the three sets of digits make no difference.
"""

import re
import unicodedata

_SAME = {
    "\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9", "\u0629": "\u0647", "\u06c0": "\u0647",
    "\u0623": "\u0627", "\u0625": "\u0627", "\u0624": "\u0648", "\u06d5": "\u0647",
}
_GONE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0640\ufeff\u0670"
_MARKS = "".join(chr(c) for c in range(0x064B, 0x0660))
_DIGITS = {chr(base + i): str(i) for base in (0x0660, 0x06F0) for i in range(10)}
_TABLE = str.maketrans({**_SAME, **_DIGITS, **dict.fromkeys(_GONE + _MARKS, "")})
_HALF_SPACE = "\u200c"
_folded = re.compile("[" + "".join(map(chr, _TABLE)) + "]").search


def fold(word: str) -> str:
    """The look-up key of a word or phrase: no half-space, no marks, one spelling a letter, ASCII digits."""
    key = word.replace(_HALF_SPACE, "")  # most words have nothing else to fold, and translating is slow
    if _folded(key) is not None:
        key = key.translate(_TABLE)
    return key if key.isascii() is False else unicodedata.normalize("NFKC", key).lower()


class Folds(dict[str, str]):
    """A memory of folds: `folds[word]` is `fold(word)`, worked out once a word."""

    def __missing__(self, word: str) -> str:
        key = fold(word)
        self[word] = key
        return key

"""Names of places are compared folded, once with a blank at every break and once without any.

So blank, half-space and nothing are the same break, and Arabic and Persian spellings of a name are one.
"""

from collections.abc import Container
from typing import Final

from rasad.language.fold import fold

HALF_SPACE: Final = "\u200c"
_LINKED: Final = frozenset({"\u0627\u06cc", "\u0648\u06cc"})  # a vowel and the ezafe that links it to what follows
_SHORT: Final = 4  # letters of a name with its ezafe that may be another word
REMEMBERED: Final = 200_000  # words remembered before the memory starts anew

# Letters that Arabic and Persian spellings of one name differ by.
_LOOSE: Final = str.maketrans({"ئ": "ی", "ء": "", "\u00a0": " ", "-": " "})


def spaced(text: str) -> str:
    """The text is folded, and every break inside a name, blank or half-space, is one blank."""
    return fold(text.replace(HALF_SPACE, " ")).translate(_LOOSE).strip()


def without_ezafe(word: str) -> str:
    """The word without a written ezafe, every break in it one blank."""
    return spaced(word.removesuffix(HALF_SPACE + "ی"))


def compact(text: str) -> str:
    """The result is the same for every way of writing a name apart, together or with marks."""
    return spaced(text).replace(" ", "")


class Heads(dict[str, str]):
    """A memory of the compact forms of words that may begin a name, "" for all others."""

    def __init__(self, names: Container[str], starts: Container[str], article: str) -> None:
        super().__init__()
        self.names, self.starts, self.article = names, starts, article

    def __missing__(self, word: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        head = self[word] = self._head(word)
        return head

    def _head(self, word: str) -> str:
        form = without_ezafe(word)
        if form in self.names or form in self.starts:
            return form
        joined = form.replace(" ", "")
        if joined in self.names:
            return joined
        bare = joined.removeprefix(self.article)
        if bare != joined and len(bare) > 2 and bare in self.names:
            return bare
        return form[:-1] if form[-2:] in _LINKED and len(form) > _SHORT and form[:-1] in self.names else ""

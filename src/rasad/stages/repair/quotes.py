"""Quote marks without a partner are noted, never invented.

Invariant: every offset given is that of a quote mark in the text.
"""

import re
from typing import Final

_CLOSES: Final = {"\u00bb": "\u00ab", "\u201d": "\u201c"}
_MARK: Final = re.compile("[\u00ab\u00bb\u201c\u201d]")
_OPENS: Final = frozenset(_CLOSES.values())


def unbalanced(text: str) -> tuple[int, ...]:
    """Return the offsets of the quote marks that have no partner, in order."""
    waiting: list[int] = []
    alone: list[int] = []
    for match in _MARK.finditer(text):
        at, char = match.start(), match.group()
        if char in _OPENS:
            waiting.append(at)
        elif (partner := _CLOSES.get(char)) is not None:
            if waiting and text[waiting[-1]] == partner:
                waiting.pop()
            else:
                alone.append(at)
    return tuple(sorted(alone + waiting))

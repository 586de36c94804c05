"""Two spellings of one word have the same tokens, in a report as in a question.

A text is repaired first; a half-space then parts tokens as a space does, so «قره‌باغ», «قره باغ» and «قرهباغ»
are the same two tokens, and «موشک» finds «موشک‌ها».
"""

import re

from rasad.language.fold import fold
from rasad.public import repair

_TOKEN = re.compile(r"\w+")
_APART = str.maketrans({"\u200c": " ", "\u200d": "", "_": " "})
_LONGEST = 100  # characters of a token that are kept


def tokens(text: str) -> list[str]:
    """The tokens of a text, by which it is found."""
    return [token[:_LONGEST] for token in _TOKEN.findall(folded(repair(text).text))]


def folded(text: str) -> str:
    """The text with one spelling a letter, half-spaces as spaces."""
    return fold(text.translate(_APART)).lower()

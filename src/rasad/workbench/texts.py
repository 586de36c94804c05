"""Every word of the interface stands in a table, one a language; what is put into a sentence is kept apart from it.

A value inside a text is isolated, so that no name, number or address disturbs the order of the words around it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup, escape

from rasad.language.tables import rows
from rasad.workbench.shown import straight

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("fa", "en")
DEFAULT = LANGUAGES[0]
_DIGITS = {ord("0") + n: chr(0x06F0 + n) for n in range(10)} | {ord(","): "٬", ord("."): "٫", ord("%"): "٪"}
_NUMBERED = re.compile(r"\{(?P<value>\w+)\}|\[(?P<forms>[a-z|]*)\]")
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True)
class Texts:
    """The texts of one language."""

    language: str
    by_key: Mapping[str, str]

    @property
    def direction(self) -> str:
        """Which way the language is written."""
        return "rtl" if self.language == "fa" else "ltr"

    def __call__(self, key: str, **values: object) -> Markup:
        """The text of a key with its values, each in an element of its own."""
        inside = {name: Markup("<bdi>{}</bdi>").format(self._told(value)) for name, value in values.items()}
        return Markup(escape(_numbered(self.by_key[key], values)).format(**inside))  # noqa: S704 - the text and its values are escaped

    def plain(self, key: str, **values: object) -> str:
        """The text of a key with its values, for an attribute or a title."""
        inside = {name: f"{_ISOLATE}{self._told(value)}{_END}" for name, value in values.items()}
        return _numbered(self.by_key[key], values).format(**inside)

    def known(self, key: str) -> str:
        """The text of a key, or the last part of the key where it has none."""
        return self.by_key.get(key, key.partition(".")[2])

    def number(self, value: float, form: str = ",") -> str:
        """A number in the digits of the language."""
        told = format(value, form)
        return told.translate(_DIGITS) if self.language == "fa" else told

    def digits(self, value: str) -> str:
        """A text of digits in those of the language."""
        return value.translate({key: told for key, told in _DIGITS.items() if chr(key).isdigit()}) \
            if self.language == "fa" else value

    def _told(self, value: object) -> str:
        return self.number(value) if isinstance(value, int | float) else straight(str(value))


def _numbered(text: str, values: Mapping[str, object]) -> str:
    """The text with its words in the number that the value before them has: `event[s]`, `cop[y|ies]`."""
    number = ""

    def chosen(match: re.Match[str]) -> str:
        nonlocal number
        number = match["value"] or number
        if match["value"]:
            return match[0]
        one, _, several = match["forms"].rpartition("|")
        return one if values.get(number) == 1 else several

    return _NUMBERED.sub(chosen, text) if "[" in text else text


@lru_cache(maxsize=len(LANGUAGES))
def texts(language: str) -> Texts:
    """The texts of a language, of the first one where it is not known."""
    known = language if language in LANGUAGES else DEFAULT
    return Texts(known, {row["key"]: row["text"] for row in rows(FOLDER / f"{known}.tsv")})


def preferred(accepted: str) -> str:
    """The language that a browser asks for first, if there are texts in it."""
    first = accepted.partition(",")[0].partition(";")[0].partition("-")[0].strip().lower()
    return first if first in LANGUAGES else DEFAULT

"""What the program says in English when something fails is told in the reader's language where the table has it."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from rasad.language.tables import rows
from rasad.workbench.shown import flat
from rasad.workbench.texts import FOLDER, Texts

_PLACE = re.compile(r"\\\{(\w+)\\\}")
_FIGURE = re.compile(r"[0-9][0-9.,]*")
_LONGEST = 300


def said(text: str, texts: Texts) -> Markup:
    """The saying in the reader's language, each value in it in an element of its own; as it is where none is known."""
    what, parted, remedy = text.partition("; ")
    found = _known(text, texts)
    if found is None and parted and (known := _known(what, texts)) is not None:
        found = Markup("{}؛ {}").format(known, said(remedy, texts))
    return Markup('<bdi dir="auto">{}</bdi>').format(flat(text, _LONGEST)) if found is None else found


def _known(text: str, texts: Texts) -> Markup | None:
    for pattern, told in _sayings(texts.language):
        match = pattern.fullmatch(text[:_LONGEST])
        if match:
            values = {name: _value(value, texts) for name, value in match.groupdict().items()}
            return Markup(escape(told).format(**values))  # noqa: S704 - the saying and its values are escaped
    return None


def _value(value: str, texts: Texts) -> Markup:
    figure = _FIGURE.fullmatch(value)
    return Markup("<bdi>{}</bdi>").format(texts.digits(value) if figure else flat(value))


@lru_cache(maxsize=2)
def _sayings(language: str) -> list[tuple[re.Pattern[str], str]]:
    """What is said, as a pattern, and what it is called in the language; the longer first."""
    found = [(row["en"], row[language]) for row in rows(FOLDER / "faults.tsv") if language != "en"]
    found.sort(key=lambda pair: len(_PLACE.sub("", re.escape(pair[0]))), reverse=True)
    return [(re.compile(_PLACE.sub(r"(?P<\1>.+?)", re.escape(english)), re.DOTALL), told) for english, told in found]

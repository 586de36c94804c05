"""A place that no table knows lies where the words right after it say: «روستای X در جنوب لبنان»."""

from collections.abc import Sequence
from typing import Final

from rasad.language.grammar import Grammar
from rasad.stages.resolve.places import COARSER, Place

_SMALL: Final = "settlement"


def lies_in(keys: Sequence[str], inner: int, outer: int, grammar: Grammar) -> bool:
    """Whether a place that begins at word `outer` is told as holding the one whose last word is `inner`."""
    if outer - inner <= 1:
        return outer > inner
    after = inner + 1
    after += keys[after] in grammar["close-quote"]
    return after == outer or grammar.slots.longest(keys, after, outer) == (outer, "in")


def situated(name: str, precision: str, outer: Place) -> Place | None:
    """The unknown place, in the country of the larger one around it; None where that one is not larger."""
    precision = precision or _SMALL
    if COARSER[outer.precision] <= COARSER[precision]:
        return None
    return Place(f"{outer.id}/{name}", name, outer.country, None, None, precision, 0)

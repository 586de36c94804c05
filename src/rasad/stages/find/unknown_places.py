"""A place that no table knows is found by the noun before its name, one named before by the word that points at it."""

from collections.abc import Sequence
from typing import Final

from rasad.stages.find.gazetteer import NO_PLACE, Gazetteer
from rasad.stages.find.place_mentions import PlaceMention

_YEH: Final = "\u06cc"  # what ends many adjectives
_LED: Final = 2  # words from the preposition before a noun to the name after it
_QUOTED: Final = 4  # words of a name in quote marks and the mark that closes them
_SHORTEST: Final = 3  # letters of a name that no table knows
_SITES: Final = frozenset({"site", "owned"})
_SMALLER: Final = frozenset({"settlement", "district", "region"})


def pointing_mention(words: Sequence[str], at: int, gazetteer: Gazetteer) -> PlaceMention | None:
    """Words that point at a place named before, by a word for its kind that no name follows: «این شهر»."""
    if words[at] not in gazetteer.pointers or at + 1 >= len(words):
        return None
    noun = gazetteer.noun(words[at + 1])
    if noun is None or noun.kind != "type" or not noun.precision or noun.precision == "country":
        return None
    if at + 2 < len(words) and gazetteer.heads[words[at + 2]]:
        return None
    return PlaceMention(at, at + 1, (), noun.kind, noun.precision, evidence=True, pointing=True)


def unknown_mention(words: Sequence[str], at: int, gazetteer: Gazetteer) -> PlaceMention | None:
    """A name that no table knows after a noun that asks for a small place: «در روستای X», «قلعه X در سوریه».

    What stands there is believed to be a name after a preposition, before the place that it lies in, or in quote marks.
    """
    quoted = at > 0 and is_mark(words, at - 1, gazetteer)
    head = at - 1 - quoted
    noun = gazetteer.nouns.get(words[head]) if head >= 0 else None
    if noun is None or not (noun.kind in _SITES or (noun.kind == "type" and noun.precision in _SMALLER)):
        return None
    last = _quote_end(words, at, gazetteer) if quoted else _name_end(words, at, gazetteer)
    if last < at:
        return None
    before = gazetteer.nouns.get(words[head - 1]) if head else None
    led = before is not None and before.kind in {"before", "part"}
    if not (led or quoted or _told_to_lie(words, last, gazetteer)):
        return None
    return PlaceMention(head, last + quoted, (), noun.kind, noun.precision, evidence=True)


def _nominal(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word may stand in a name by its shape."""
    return word.isalpha() and len(word) >= _SHORTEST and word[-1] != _YEH and gazetteer.noun(word) is None


def _nameless(word: str, gazetteer: Gazetteer) -> bool:
    """Whether no table knows the word, as a name or as a common word, and it may be a name."""
    return _nominal(word, gazetteer) and not gazetteer.common(word)


def _name_end(words: Sequence[str], at: int, gazetteer: Gazetteer) -> int:
    """The last word of an unknown name that begins at a word: one more where that is unknown too; -1 for no name.

    A common word begins a name where an unknown one follows it: «شهرک کفر X».
    """
    more = at + 1 < len(words) and not gazetteer.heads[words[at + 1]] and _nameless(words[at + 1], gazetteer)
    if not _nameless(words[at], gazetteer):
        return at + 1 if more and _nominal(words[at], gazetteer) else NO_PLACE
    return at + more


def _quote_end(words: Sequence[str], at: int, gazetteer: Gazetteer) -> int:
    """The last word of a name in quote marks that begins at a word; -1 where they hold more than a name."""
    end = next((i for i in range(at, min(at + _QUOTED, len(words))) if not words[i].isalpha()), NO_PLACE)
    return end - 1 if end > at and is_mark(words, end, gazetteer) else NO_PLACE


def _told_to_lie(words: Sequence[str], last: int, gazetteer: Gazetteer) -> bool:
    """Whether a preposition and a known place, or a part of one, follow a name."""
    noun = gazetteer.noun(words[last + 1]) if last + _LED < len(words) else None
    if noun is None or noun.kind != "before":
        return False
    after = gazetteer.noun(words[last + _LED])
    return bool(gazetteer.heads[words[last + _LED]]) or (after is not None and after.kind in {"part", "type"})


def is_mark(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Whether the word at the index is a quote mark."""
    noun = gazetteer.noun(words[at]) if 0 <= at < len(words) else None
    return noun is not None and noun.kind == "quote"

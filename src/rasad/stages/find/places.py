"""A place mention is found once, the longest name first; what words around a name do to it is told by a table.

A noun may ask for a town, a title makes the name a person's: the table `places_nouns` says so.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rasad.stages.find.gazetteer import Gazetteer
from rasad.stages.find.place_mentions import PlaceMention
from rasad.stages.find.place_names import without_ezafe
from rasad.stages.find.unknown_places import is_mark, pointing_mention, unknown_mention
from rasad.stages.resolve.places import COARSER, DOUBT, LED, Place

LONGEST: Final = 6  # words in a name
_MORE: Final = 1  # words of a name in quote marks after what the table knows of it
REACH: Final = 5  # words looked at before a name


def find_places(words: Sequence[str], gazetteer: Gazetteer) -> list[PlaceMention]:
    """Every stretch of words that names a place is found once, the longest name first."""
    found: list[PlaceMention] = []
    known, pointers, nouns = gazetteer.heads, gazetteer.pointers, gazetteer.nouns
    heads = list(map(known.__getitem__, words))
    after = 0
    for at in [at for at, word in enumerate(words) if heads[at] or word in pointers or (at and words[at - 1] in nouns)]:
        if at < after:
            continue
        pointing = pointing_mention(words, at, gazetteer) if words[at] in pointers else None
        if pointing is not None:
            found.append(pointing)
        last, name = _longest(heads[at], words, at, gazetteer) if heads[at] else (at, "")
        unknown = unknown_mention(words, at, gazetteer) if not name and at and words[at - 1] in nouns else None
        if unknown is not None:
            found.append(unknown)
            after = unknown.last + 1
            continue
        mention = _mention(words, (at, last), name, found, gazetteer) if name else None
        if mention is not None:
            found.append(mention)
            last = mention.last
        after = last + 1
    return found


def _longest(head: str, words: Sequence[str], at: int, gazetteer: Gazetteer) -> tuple[int, str]:
    """The last word and the form of the longest name from `at` are given, or ""."""
    names, starts = gazetteer.names, gazetteer.starts
    last, name, form = at, head if head in names else "", head
    for ahead in range(at + 1, min(at + LONGEST, len(words))):
        if form not in starts:
            break
        form += " " + without_ezafe(words[ahead])
        if form in names:
            last, name = ahead, form
    return last, name


def _mention(
    words: Sequence[str], span: tuple[int, int], name: str, found: list[PlaceMention], gazetteer: Gazetteer
) -> PlaceMention | None:
    """The mention of a name with what stands before it; None where it is no place here."""
    candidates = gazetteer.places(name)
    need = gazetteer.needs.get(name.replace(" ", ""), "")
    if not candidates or need == "never":
        return None
    first, noun, precision = _nouns_before(words, span[0], gazetteer)
    before = gazetteer.noun(words[first - 1]) if first else None
    kind = before.kind if before else ""
    after = gazetteer.noun(words[span[1] + 1]) if span[1] + 1 < len(words) else None
    if noun == "person" or (kind == "person" and not noun) or (after is not None and after.kind == "tail"):
        return None
    evidence = bool(noun) or kind == "before"
    if kind == "and" and not noun and found and found[-1].last == first - 2:
        noun, precision, evidence = _shared(found[-1])
    if need == "noun" and (noun != "type" or not _of_kind(candidates, precision)):
        return None
    doubt = 0.0 if need != "name" or noun else LED if evidence else DOUBT
    last = _closed(words, first, span, gazetteer)
    mention = PlaceMention(first, last, candidates, noun, precision, evidence=evidence, doubt=doubt)
    return _with_far_end(mention, words, gazetteer) if noun == "line" else mention


def _of_kind(candidates: Sequence[Place], precision: str) -> bool:
    """Whether a noun asks for what one of the candidates is, or nearly: no mountain is meant by the name of a town."""
    asked = COARSER.get(precision, 0)
    return any(abs(COARSER[place.precision] - asked) <= 1 for place in candidates)


def _closed(words: Sequence[str], first: int, span: tuple[int, int], gazetteer: Gazetteer) -> int:
    """The last word of a mention: the mark that closes a quotation which opens between its noun and its name.

    A name in quote marks ends where they close, also where the table knows only its beginning.
    """
    if first < span[0] and is_mark(words, span[0] - 1, gazetteer):
        for at in range(span[1] + 1, span[1] + 2 + _MORE):
            if is_mark(words, at, gazetteer):
                return at
            if at >= len(words) or not words[at].isalpha():
                break
    return span[1]


def _shared(before: PlaceMention) -> tuple[str, str, bool]:
    """What a noun before a list of names says holds for the later names of the list too."""
    noun = before.noun if before.noun == "type" else ""
    return noun, before.precision if noun else "", True


def _nouns_before(words: Sequence[str], at: int, gazetteer: Gazetteer) -> tuple[int, str, str]:
    """Where the phrase begins, the kind of its outermost noun and the precision it asks for.

    Adjectives between noun and name are passed over, and, for a border only, the word for "with".
    """
    first, kind, precision, joined = at, "", "", False
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        noun = gazetteer.noun(words[back])
        if noun is None or noun.kind in {"before", "and"}:
            break
        if noun.kind in {"filler", "quote"}:
            continue
        if joined and noun.kind != "line":
            break
        if noun.kind == "with":
            joined = True
            continue
        if noun.kind == "person" and kind:
            break
        first, kind, precision = back, noun.kind, noun.precision or precision
        if kind == "person":
            break
    return first, kind, precision


def _with_far_end(mention: PlaceMention, words: Sequence[str], gazetteer: Gazetteer) -> PlaceMention:
    """A border or road covers the name it leads to as well, where one follows."""
    joint, far = mention.last + 1, mention.last + 2
    noun = gazetteer.noun(words[joint]) if far < len(words) else None
    if noun is None or noun.kind != "and":
        return mention
    head = gazetteer.heads[words[far]]
    last, name = _longest(head, words, far, gazetteer) if head else (far, "")
    others = gazetteer.places(name) if name else ()
    if not others or gazetteer.needs.get(name.replace(" ", "")) == "noun":
        return mention
    return replace(mention, last=last, other=others)

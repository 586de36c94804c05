"""A number is read from pieces: a word, or a part of one where digits and letters or two number words are glued.

Pieces keep the index of the word they come from, so what is read can always be traced to words.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from rasad.language.fold import Folds
from rasad.language.tables import merged, values

TABLE: Final = "numbers.tsv"
DIGITS: Final = frozenset("0123456789")
FOLDS: Final = Folds()
_HALF_SPACE: Final = "\u200c"
_LATIN: Final = re.compile("[a-z]")
_GLUED: Final = re.compile(r"\d+|[^\W\d]+")
_TOLD: Final = frozenset({"zero", "one", "teen", "ten", "hundred", "scale", "half", "ordinal", "round", "several"})
# What may still follow inside one group: after hundreds less than a hundred, after tens less than ten.
_ROOM: Final = {"hundred": 100.0, "ten": 10.0, "teen": 1.0, "one": 1.0, "zero": 0.0, "half": 0.0}
_LONGEST_FIGURE: Final = 12
_LARGEST: Final = 10**12  # scales beyond this are no number that news tells

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Folded pieces of a sentence and, for each, the index of its word."""

    keys: list[str]
    at: Sequence[int]


class Cuts(dict[str, Phrase]):
    """A memory of how words are cut into folded pieces, worked out once a word.

    A word is cut only where `glued` says so, or where every part is a figure or in `known`.
    """

    def __init__(self, known: AbstractSet[str], glued: Mapping[str, Phrase], joins: AbstractSet[str]) -> None:
        super().__init__()
        self._known, self._glued, self._joins = known, glued, joins

    def __missing__(self, word: str) -> Phrase:
        key = FOLDS[word]
        parts = self._glued.get(key) or ((key,) if key in self._known else self._parts(word, key))
        self[word] = parts
        return parts

    def _parts(self, word: str, key: str) -> Phrase:
        if key[:1] in DIGITS:
            cut = () if _LATIN.search(key) else _GLUED.findall(key)
            return tuple(piece for part in cut for piece in self._glued.get(part, (part,))) or (key,)
        if key[:1] in self._joins and key[1:].isdecimal():
            return key[:1], key[1:]
        if _HALF_SPACE not in word:
            return (key,)
        parts: list[str] = []
        for part in word.split(_HALF_SPACE):
            folded = FOLDS[part]
            if folded in self._known or folded in self._joins:
                parts.append(folded)
            elif folded[:1] in self._joins and folded[1:] in self._known:
                parts += [folded[:1], folded[1:]]
            else:
                return (key,)
        return tuple(parts)


class Loud(dict[str, bool]):
    """A memory of which words make a sentence worth reading: a part is listed, or is a figure of some width."""

    def __init__(self, listed: AbstractSet[str], cuts: Cuts, width: int) -> None:
        super().__init__()
        self._listed, self._cuts, self._width = listed, cuts, width

    def __missing__(self, word: str) -> bool:
        parts = self._cuts[word]
        loud = self[word] = not self._listed.isdisjoint(parts) or any(map(self._wide, filter(str.isdecimal, parts)))
        return loud

    def _wide(self, figure: str) -> bool:
        return not self._width or len(figure) == self._width


def pieces(words: Sequence[str], cuts: Cuts) -> Pieces:
    """The sentence in pieces."""
    cut = list(map(cuts.__getitem__, words))
    if sum(map(len, cut)) == len(cut):
        return Pieces([parts[0] for parts in cut], range(len(cut)))
    keys = [part for parts in cut for part in parts]
    return Pieces(keys, [index for index, parts in enumerate(cut) for _ in parts])


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """What the number table says of each folded word: its kind, and its value where it has one."""

    kinds: Mapping[str, str]
    amounts: Mapping[str, float]
    bounds: Mapping[str, tuple[int, int]]
    phrases: Mapping[str, frozenset[Phrase]]
    glued: Mapping[str, Phrase]
    known: frozenset[str]  # words that are, or begin, a number told in words
    cuts: Cuts
    loud: Loud

    def kind(self, keys: Sequence[str], at: int) -> str:
        """The kind of the piece at `at`; empty for an unknown word and beyond the ends."""
        return self.kinds.get(keys[at], "") if 0 <= at < len(keys) else ""


def load_number_words(*folders: Path) -> NumberLexicon:
    """The number words of all folders that have a number table, later folders adding to earlier ones."""
    kinds: dict[str, str] = {}
    amounts: dict[str, float] = {}
    bounds: dict[str, tuple[int, int]] = {}
    phrases: dict[str, set[Phrase]] = {}
    for row in merged(TABLE, *folders):
        for text in values(row, "fa"):
            key = tuple(FOLDS[word] for word in text.split())
            phrases.setdefault(row["kind"], set()).add(key)
            if len(key) > 1:
                continue
            kinds.setdefault(key[0], row["kind"])
            if ".." in row["value"]:
                low, high = row["value"].split("..")
                bounds[key[0]] = (int(low), int(high))
            elif row["value"]:
                amounts[key[0]] = float(row["value"])
    frozen = {kind: frozenset(found) for kind, found in phrases.items()}
    glued = _glued(frozen)
    known = frozenset(word for word, kind in kinds.items() if kind in _TOLD) | frozenset(glued)
    cuts = Cuts(kinds.keys(), glued, joins(frozen))
    return NumberLexicon(kinds, amounts, bounds, frozen, glued, known, cuts, Loud(known, cuts, 0))


def joins(phrases: Mapping[str, frozenset[Phrase]]) -> frozenset[str]:
    """The words that join the parts of a number."""
    return frozenset(phrase[0] for phrase in phrases.get("join", ()))


def _glued(phrases: Mapping[str, frozenset[Phrase]]) -> dict[str, Phrase]:
    """Number words written without a space before a scale word or beside the word for "and", with their parts."""
    words = {kind: [first for first, *more in phrases.get(kind, ()) if not more] for kind in _TOLD}
    small = [word for kind in ("one", "teen", "ten", "hundred") for word in words[kind]]
    large = [word for kind in ("ten", "hundred", "scale") for word in words[kind]]
    scaled: list[Phrase] = [(word, scale) for word in small for scale in words["scale"]]
    found = list(scaled)
    for join in joins(phrases):
        found += [(word, join) for word in large] + [(join, word) for word in small + words["scale"]]
        found += [(*phrase, join) for phrase in scaled]
    whole = {word for kind in _TOLD for word in words[kind]}
    return {"".join(phrase): phrase for phrase in found if "".join(phrase) not in whole}


class Cardinal(NamedTuple):
    """A number read from pieces up to and with `last`; `scale` is its last scale word's worth, else 1."""

    last: int
    amount: float
    scale: int
    ordinal: bool
    figure: bool


def is_figure(key: str) -> bool:
    """Whether the piece is written in digits and may count something (no leading zero, not too long)."""
    return key.isdecimal() and len(key) <= _LONGEST_FIGURE and (key[0] != "0" or key == "0")


def read_cardinal(keys: Sequence[str], start: int, lexicon: NumberLexicon) -> Cardinal | None:
    """The longest number in words or digits that begins at `start`, or None."""
    best: Cardinal | None = None
    at = start
    while (group := _scaled(keys, at, lexicon)) is not None:
        if best is None:
            best = group
        elif group.amount < best.scale:
            best = Cardinal(group.last, best.amount + group.amount, group.scale, group.ordinal, figure=False)
        elif group.scale > best.scale > group.amount / group.scale:
            # "three thousand and 200 million" counts thousands of millions
            amount = best.amount * group.scale + group.amount
            best = Cardinal(group.last, amount, group.scale, group.ordinal, figure=False)
        else:
            break
        if best.scale == 1 or best.ordinal or lexicon.kind(keys, best.last + 1) != "join":
            break
        at = best.last + 2
    return best


def _scaled(keys: Sequence[str], at: int, lexicon: NumberLexicon) -> Cardinal | None:
    """One group with the scale words after it."""
    group = _group(keys, at, lexicon)
    if group is None or group.ordinal:
        return group
    last, scale = group.last, 1
    while scale < _LARGEST and lexicon.kind(keys, last + 1) == "scale":
        last += 1
        scale *= int(lexicon.amounts[keys[last]])
    return Cardinal(last, group.amount * scale, scale, ordinal=False, figure=group.figure and scale == 1)


def _group(keys: Sequence[str], at: int, lexicon: NumberLexicon) -> Cardinal | None:
    """A number before any scale word."""
    if at >= len(keys):
        return None
    if is_figure(keys[at]):
        return _figure(keys, at, lexicon)
    if lexicon.kind(keys, at) == "scale":
        return Cardinal(at - 1, 1.0, 1, ordinal=False, figure=False)
    return _told(keys, at, lexicon)


def _told(keys: Sequence[str], at: int, lexicon: NumberLexicon) -> Cardinal | None:
    """Hundreds, tens and ones joined by the word for "and"; each step must be smaller than the last."""
    found: Cardinal | None = None
    room = float("inf")
    while at < len(keys):
        kind, amount = lexicon.kind(keys, at), lexicon.amounts.get(keys[at], 0.0)
        if found and is_figure(keys[at]):
            kind, amount = "one", float(keys[at])
        if kind == "one" and lexicon.kind(keys, at + 1) == "hundred" and lexicon.amounts[keys[at + 1]] == 100:
            kind, amount, at = "hundred", amount * 100, at + 1  # "three hundred" in two words
        sofar = found.amount if found else 0.0
        if amount >= room or (kind not in _ROOM and kind != "ordinal") or (kind == "half" and sofar >= 100):
            break
        found = Cardinal(at, sofar + amount, 1, ordinal=kind == "ordinal", figure=False)
        room = _ROOM.get(kind, 0.0)
        if room == 0 or lexicon.kind(keys, at + 1) != "join":
            break
        at += 2
    return found


def _figure(keys: Sequence[str], at: int, lexicon: NumberLexicon) -> Cardinal:
    """Digits, with their groups of three; digits after a point count only where a scale word follows."""
    text, last = keys[at], at
    while len(keys[at]) <= 3 and _is_group_of_three(keys, last + 1, lexicon):
        text, last = text + keys[last + 2], last + 2
    amount = float(text)
    if (lexicon.kind(keys, last + 1) in ("point", "slash") and lexicon.kind(keys, last + 3) == "scale"
            and keys[last + 2].isdecimal()):
        amount, last = float(f"{text}.{keys[last + 2]}"), last + 2
    return Cardinal(last, amount, 1, ordinal=False, figure=True)


def _is_group_of_three(keys: Sequence[str], mark: int, lexicon: NumberLexicon) -> bool:
    """Whether a mark and three digits go on with the number; a full stop or list comma only before "000"."""
    if mark + 1 >= len(keys) or len(keys[mark + 1]) != 3 or not keys[mark + 1].isdecimal():
        return False
    kind = lexicon.kind(keys, mark)
    return kind == "comma" or (kind in ("list-comma", "point") and keys[mark + 1] == "000")

"""A place mention is a stretch of words with every place it may mean; which one is decided later.

Names are compared folded, once with a blank at every break and once without any, so that blank,
half-space and nothing are the same break. What words around a name do to it (a noun that
asks for a town, a title that makes it a person) is told by the table `places_nouns`.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from rasad.language.fold import fold
from rasad.stages.resolve.places import Place

HALF_SPACE: Final = "\u200c"
COMMON: Final = 25  # a word seen so often names no unknown place
LONGEST: Final = 6  # words in a name
_YEH: Final = "\u06cc"  # what ends many adjectives
_LED: Final = 2  # words from the preposition before a noun to the name after it
_QUOTED: Final = 4  # words of a name in quote marks and the mark that closes them
_SHORTEST: Final = 3  # letters of a name that no table knows
_SMALLER: Final = frozenset({"settlement", "district", "region"})
REACH: Final = 5  # words looked at before a name
NO_PLACE: Final = -1
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


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """What a word does to the place name that follows it."""

    kind: str
    precision: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words `first` to `last`, both included, name one of `candidates`.

    `noun` is the kind of the noun before the name ("" for none), `precision` what it asks for,
    `evidence` whether anything but the spelling shows a place, `other` the candidates of the
    far end of a border or road, `doubtful` whether the name is a common word or name as well,
    `pointing` whether the words only point at a place named before («این شهر»).
    """

    first: int
    last: int
    candidates: tuple[Place, ...]
    noun: str = ""
    precision: str = ""
    evidence: bool = False
    doubtful: bool = False
    other: tuple[Place, ...] = ()
    pointing: bool = False


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
        return bare if bare != joined and len(bare) > 2 and bare in self.names else ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names in compact form, the lines that hold their places, and the words around names."""

    lines: list[str]
    names: dict[str, tuple[int, ...]]
    starts: set[str]
    nouns: dict[str, PlaceNoun]
    pointers: frozenset[str]  # words that point back at what was named: «این»
    needs: dict[str, str]
    heads: Heads
    lists: tuple[Path, ...] = ()
    _nouns: dict[str, PlaceNoun | None] = field(default_factory=dict, compare=False)
    _places: dict[int, Place] = field(default_factory=dict, compare=False)

    def noun(self, word: str) -> PlaceNoun | None:
        """What the word does to a place name after it, if it is such a word."""
        if word not in self._nouns:
            if len(self._nouns) > REMEMBERED:
                self._nouns.clear()
            self._nouns[word] = self.nouns.get(compact(word))
        return self._nouns[word]

    def common(self, word: str) -> bool:
        """Whether the word is seen too often to be a name that no table knows."""
        return compact(word) in _common(self.lists)

    def places(self, name: str) -> tuple[Place, ...]:
        """Every place that bears the name is given; none for a phrase that only holds one."""
        return tuple(self._place(n) for n in self.names[name] if n != NO_PLACE)

    def _place(self, number: int) -> Place:
        place = self._places.get(number)
        if place is None:
            place = self._places[number] = _parse(self.lines[number])
        return place


def _parse(line: str) -> Place:
    """The place on one line of a table."""
    key, name, country, lat, lon, precision, size, _ = line.split("\t")
    return Place(key, name, country, float(lat), float(lon), precision, int(size))


# ---- loading ------------------------------------------------------------------------------


def load_places(*folders: Path, language: str = "fa") -> Gazetteer:
    """The gazetteer of the packs in `folders` is ready to be asked; lines are parsed on demand."""
    lines = [line for f in folders for line in _lines(f / language / "places.tsv")]
    lines += [line for f in folders for line in _lines(f / "world" / "settlements.tsv")]
    names: dict[str, tuple[int, ...]] = {}
    starts: set[str] = set()
    cells = [line[line.rindex("\t") + 1 :] for line in lines]
    for number, cell in enumerate(spaced("\n".join(cells)).split("\n")):
        for name in cell.split("|"):
            _add(name, number, names, starts)
    for f in folders:
        _add_countries(f / language / "countries.tsv", lines, names, starts)
    words = [line.split("\t") for f in folders for line in _lines(f / language / "places_nouns.tsv")]
    return replace(_with_words(lines, names, starts, words), lists=tuple(f / language / "words.tsv" for f in folders))


@lru_cache(maxsize=4)
def _common(paths: tuple[Path, ...]) -> frozenset[str]:
    """The words seen too often to be the name of a place nobody knows, in compact form; read when first asked for."""
    rows = (row.split("\t", 2) for path in paths for row in _lines(path))
    return frozenset(compact("\n".join([row[0] for row in rows if int(row[1]) >= COMMON])).split("\n"))


def _lines(path: Path) -> list[str]:
    """The rows of a table are given without its header and comments."""
    rows = path.read_text("utf-8").splitlines()[1:] if path.exists() else []
    return [row for row in rows if row and not row.startswith("#")]


def _add(name: str, number: int, names: dict[str, tuple[int, ...]], starts: set[str]) -> None:
    """The name leads to the line, written apart or together, and its beginnings are known."""
    names[name] = (*names[name], number) if name in names else (number,)
    if " " in name:
        joined = name.replace(" ", "")
        names[joined] = (*names[joined], number) if joined in names else (number,)
        end = name.find(" ")
        while end > 0:
            starts.add(name[:end])
            end = name.find(" ", end + 1)


def _add_countries(path: Path, lines: list[str], names: dict[str, tuple[int, ...]], starts: set[str]) -> None:
    """Every name of the table of countries leads to the country's line."""
    where = {line.split("\t", 3)[2]: number for number, line in enumerate(lines) if "\tcountry\t" in line}
    for row in _lines(path):
        cells = row.split("\t")
        number = where.get(cells[0])
        for name in spaced(cells[2]).split("|") if number is not None else ():
            if number is not None and number not in names.get(name, ()):
                _add(name, number, names, starts)


def _with_words(
    lines: list[str], names: dict[str, tuple[int, ...]], starts: set[str], words: list[list[str]]
) -> Gazetteer:
    """The words around names are sorted into what they do."""
    nouns: dict[str, PlaceNoun] = {}
    needs: dict[str, str] = {}
    article = ""
    for kind, precision, cell in words:
        for word in cell.split("|"):
            if kind == "phrase":
                _add(spaced(word), NO_PLACE, names, starts)
            elif kind == "needs":
                needs[compact(word)] = precision
            elif kind == "ending":
                _add_apart(spaced(word), names, starts)
            elif kind == "article":
                article = compact(word)
            else:
                nouns[compact(word)] = PlaceNoun(kind, precision)
    names.pop("", None)
    pointers = frozenset(word for word, noun in nouns.items() if noun.kind == "this")
    return Gazetteer(lines, names, starts, nouns, pointers, needs, Heads(names, starts, article))


def _add_apart(ending: str, names: dict[str, tuple[int, ...]], starts: set[str]) -> None:
    """Every name with the ending is also known with a break before it."""
    for name in [n for n in names if n.endswith(ending) and " " not in n and n != ending]:
        start = name.removesuffix(ending)
        starts.add(start)
        names.setdefault(f"{start} {ending}", names[name])


# ---- finding ------------------------------------------------------------------------------


def find_places(words: Sequence[str], gazetteer: Gazetteer) -> list[PlaceMention]:
    """Every stretch of words that names a place is found once, the longest name first."""
    found: list[PlaceMention] = []
    known, pointers, nouns = gazetteer.heads, gazetteer.pointers, gazetteer.nouns
    heads = list(map(known.__getitem__, words))
    after = 0
    for at in [at for at, word in enumerate(words) if heads[at] or word in pointers or (at and words[at - 1] in nouns)]:
        if at < after:
            continue
        pointing = _pointing(words, at, gazetteer) if words[at] in pointers else None
        if pointing is not None:
            found.append(pointing)
        last, name = _longest(heads[at], words, at, gazetteer) if heads[at] else (at, "")
        unknown = _unknown(words, at, gazetteer) if not name and at and words[at - 1] in nouns else None
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


def _pointing(words: Sequence[str], at: int, gazetteer: Gazetteer) -> PlaceMention | None:
    """Words that point at a place named before, by a word for its kind that no name follows: «این شهر»."""
    if words[at] not in gazetteer.pointers or at + 1 >= len(words):
        return None
    noun = gazetteer.noun(words[at + 1])
    if noun is None or noun.kind != "type" or not noun.precision or noun.precision == "country":
        return None
    if at + 2 < len(words) and gazetteer.heads[words[at + 2]]:
        return None
    return PlaceMention(at, at + 1, (), noun.kind, noun.precision, evidence=True, pointing=True)


def _unknown(words: Sequence[str], at: int, gazetteer: Gazetteer) -> PlaceMention | None:
    """A name that no table knows after a noun that asks for a small place: «در روستای X», «روستای X در سوریه».

    What stands there is believed to be a name after a preposition, before the place that it lies in, or in quote marks.
    """
    quoted = at > 0 and _marks(words, at - 1, gazetteer)
    head = at - 1 - quoted
    noun = gazetteer.nouns.get(words[head]) if head >= 0 else None
    if noun is None or noun.kind != "type" or noun.precision not in _SMALLER:
        return None
    last = _quote_end(words, at, gazetteer) if quoted else _name_end(words, at, gazetteer)
    if last < at:
        return None
    before = gazetteer.nouns.get(words[head - 1]) if head else None
    led = before is not None and before.kind in {"before", "part"}
    if not (led or quoted or _told_to_lie(words, last, gazetteer)):
        return None
    return PlaceMention(head, last + quoted, (), noun.kind, noun.precision, evidence=True)


def _nameless(word: str, gazetteer: Gazetteer) -> bool:
    """Whether no table knows the word, as a name or as a common word, and it may be a name."""
    fit = word.isalpha() and len(word) >= _SHORTEST and word[-1] != _YEH
    return fit and gazetteer.noun(word) is None and not gazetteer.common(word)


def _name_end(words: Sequence[str], at: int, gazetteer: Gazetteer) -> int:
    """The last word of an unknown name that begins at a word: one more where that is unknown too; -1 for no name."""
    if not _nameless(words[at], gazetteer):
        return NO_PLACE
    more = at + 1 < len(words) and not gazetteer.heads[words[at + 1]] and _nameless(words[at + 1], gazetteer)
    return at + more


def _quote_end(words: Sequence[str], at: int, gazetteer: Gazetteer) -> int:
    """The last word of a name in quote marks that begins at a word; -1 where they hold more than a name."""
    end = next((i for i in range(at, min(at + _QUOTED, len(words))) if not words[i].isalpha()), NO_PLACE)
    return end - 1 if end > at and _marks(words, end, gazetteer) else NO_PLACE


def _told_to_lie(words: Sequence[str], last: int, gazetteer: Gazetteer) -> bool:
    """Whether a preposition and a known place, or a part of one, follow a name."""
    noun = gazetteer.noun(words[last + 1]) if last + _LED < len(words) else None
    if noun is None or noun.kind != "before":
        return False
    after = gazetteer.noun(words[last + _LED])
    return bool(gazetteer.heads[words[last + _LED]]) or (after is not None and after.kind in {"part", "type"})


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
    if noun == "person" or (kind == "person" and not noun):
        return None
    evidence = bool(noun) or kind == "before"
    if kind == "and" and not noun and found and found[-1].last == first - 2:
        noun, precision, evidence = _shared(found[-1])
    if need == "noun" and noun != "type":
        return None
    doubtful = need == "name" and not evidence
    last = _closed(words, first, span, gazetteer)
    mention = PlaceMention(first, last, candidates, noun, precision, evidence=evidence, doubtful=doubtful)
    return _with_far_end(mention, words, gazetteer) if noun == "line" else mention


def _closed(words: Sequence[str], first: int, span: tuple[int, int], gazetteer: Gazetteer) -> int:
    """The last word of a mention: the mark that closes a quotation which opens between its noun and its name."""
    opened = first < span[0] and _marks(words, span[0] - 1, gazetteer)
    return span[1] + (opened and _marks(words, span[1] + 1, gazetteer))


def _marks(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Whether the word at the index is a quote mark."""
    noun = gazetteer.noun(words[at]) if 0 <= at < len(words) else None
    return noun is not None and noun.kind == "quote"


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

"""Light-verb compounds: a noun, adjective or phrase that makes one predicate with a verb.

Invariant: a compound is found only inside the clause of its verb, to the verb's left, and never
across the mark of the object.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rasad.stages.read.grammar import ZWNJ, Rows, rows

_REACH = 12
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Compound:
    """A non-verbal element with its verb, as the table has it."""

    element: str
    words: tuple[str, ...]
    transitive: bool


@dataclass(frozen=True, slots=True)
class Element:
    """A non-verbal element found in a sentence: index of its first and last word."""

    first: int
    last: int
    compound: Compound


Table = tuple[dict[str, list[Compound]], bool]


class Compounds:
    """The compounds of the table, by their verb and the last word of their element."""

    def __init__(self, entries: Sequence[tuple[str, str, bool]], kinds: Rows) -> None:
        self._variants = dict(kinds["variant"])
        self._passives = dict(kinds["passive-of"])
        self._general = {form for form, _ in kinds["general"]}
        self._marks = frozenset(form for form, _ in kinds["object-mark"])
        self._stops = frozenset(form for form, _ in kinds["stop"])
        self._breaks = frozenset(form for kind in ("end", "that") for form, _ in kinds[kind])
        self._prepositions = frozenset(form for form, _ in kinds["preposition"])
        self._blocked = frozenset(form for form, _ in kinds["before-noun"])
        self._closed = (
            self._marks
            | self._stops
            | self._prepositions
            | frozenset(form for kind in ("boundary", "no-element") for form, _ in kinds[kind])
        )
        self._endings = tuple(form for form, _ in kinds["noun-ending"])
        self._indefinite = tuple(form for form, _ in kinds["indefinite"])
        self._plurals = tuple(form for form, _ in kinds["plural"])
        self._open = dict(kinds["open"])
        self._open_objects = dict(kinds["open-object"])
        self._clitics = tuple(form for form, _ in kinds["possessive"])
        self._carriers = {form for form, _ in kinds["carrier"]}
        self._qualifiers = {form for form, _ in kinds["qualifier"]}
        self._joints = {form for form, _ in kinds["joint"]}
        self._together = {form for form, _ in kinds["together"]}
        self._table: dict[str, dict[str, list[Compound]]] = {}
        for element, verb, transitive in entries:
            by_last = self._table.setdefault(verb, {})
            # Old text parts with a space what is joined now: «پیش بینی» beside «پیش‌بینی».
            for written in dict.fromkeys((element, element.replace(ZWNJ, " "))):
                words = tuple(written.split())
                by_last.setdefault(words[-1], []).append(Compound(element, words, transitive))
        for by_last in self._table.values():
            for found in by_last.values():
                found.sort(key=lambda compound: -len(compound.words))
        self._lemmas: dict[str, list[Table]] = {}
        self._bared: dict[tuple[str, bool], tuple[str, ...]] = {}

    def known(self, element: str, verb: str) -> bool:
        """True where the table has the element with the verb or one that stands for it."""
        return any(element in table for table, _ in self._tables(verb))

    def find(
        self, words: Sequence[str], first: int, lemma: str, floor: int
    ) -> tuple[Element, bool] | None:
        """Returns the element of the verb group at `first`, and whether it makes a passive."""
        tables = self._tables(lemma)
        if first - 1 < floor:
            return None
        if tables:
            opened = self._opened(words, first, floor, tables)
            if opened is not None:
                return opened
            reach = 1 if lemma in self._together else _REACH
            for at in range(first - 1, max(floor, first - reach) - 1, -1):
                word = words[at]
                if word in self._marks or word in self._stops:
                    break
                adjacent = at == first - 1
                found = self._at(words, at, floor, tables, adjacent=adjacent)
                if found is not None:
                    before = self._carrier if adjacent else self._described
                    return before(words, at, floor, tables) or found
            carried = self._carried(words, first, floor, tables)
            if carried is not None:
                return carried
        if lemma in self._general:
            return self._general_element(words, first - 1, floor)
        return None

    def opened(self, words: Sequence[str], first: int, lemma: str) -> bool:
        """Returns whether an element of the verb at `first` stands before its complement («وارد مسکو شده»)."""
        tables = self._tables(lemma)
        return bool(tables) and first > 1 and self._opened(words, first, 0, tables) is not None

    def gapped(self, words: Sequence[str], verb: str, first: int, floor: int) -> Element | None:
        """Returns an element whose verb stands only in the next conjunct; `first` is where that begins.

        «حملات را متوقف و از مرز عقب‌نشینی کرد»: directly between «را» and «و».
        """
        tables = self._tables(verb)
        for at in range(first - 3, max(floor, 1), -1):
            if words[at + 1] in self._joints and words[at - 1] in self._marks:
                for table, _ in tables:
                    for compound in table.get(words[at], ()):
                        if len(compound.words) == 1:
                            return Element(at, at, compound)
        return None

    def _carrier(
        self, words: Sequence[str], at: int, floor: int, tables: list[Table]
    ) -> tuple[Element, bool] | None:
        """Returns the element before the word next to the verb where that word only completes it.

        «ابراز نگرانی کرد» is «ابراز کردن», «حمایت قاطع کرد» is «حمایت کردن».
        """
        if at == floor or not (words[at - 1] in self._carriers or words[at] in self._qualifiers):
            return None
        return self._at(words, at - 1, floor, tables, adjacent=True)

    def _carried(
        self, words: Sequence[str], first: int, floor: int, tables: list[Table]
    ) -> tuple[Element, bool] | None:
        """Returns an element that a longer phrase completes («درخواست امکانات اضافی کرد»)."""
        for at in range(first - 2, max(floor, first - _REACH) - 1, -1):
            if words[at] in self._marks or words[at] in self._stops:
                return None
            if words[at] in self._carriers and not (at > floor and words[at - 1] in self._blocked):
                return self._at(words, at, floor, tables, adjacent=True)
        return None

    def _described(
        self, words: Sequence[str], at: int, floor: int, tables: list[Table]
    ) -> tuple[Element, bool] | None:
        """Returns the element before a word that could be its adjective («حمله سنگینی به آن کرد»)."""
        if at == floor or not words[at].endswith(self._indefinite):
            return None
        found = self._at(words, at - 1, floor, tables, adjacent=False)
        return found if found and words[at - 1] == found[0].compound.words[-1] else None

    def _opened(
        self, words: Sequence[str], first: int, floor: int, tables: list[Table]
    ) -> tuple[Element, bool] | None:
        """Returns an element whose complement stands between it and the verb («دچار مشکل شد»)."""
        marked = words[first - 1] in self._marks
        openers = self._open_objects if marked else self._open
        if openers.keys().isdisjoint(words[max(floor, first - 2 * _REACH):first - 1]):
            return None
        for at in range(first - 2, max(floor, first - 2 * _REACH) - 1, -1):
            word = words[at]
            if word in self._marks or word in self._breaks:
                return None
            wanted = openers.get(word)
            if wanted is None or (wanted and words[at + 1] != wanted):
                continue
            if at > floor and words[at - 1] in self._blocked:
                continue
            for table, passive in tables:
                for compound in table.get(word, ()):
                    if compound.element == word:
                        return Element(at, at, compound), passive
        return None

    def _tables(self, lemma: str) -> list[Table]:
        """Returns the tables that serve a verb: its own, its stand-in's, and that of its active."""
        found = self._lemmas.get(lemma)
        if found is None:
            names = [(lemma, False)]
            if lemma in self._variants:
                names.append((self._variants[lemma], False))
            names += [(self._passives[n], True) for n, _ in list(names) if n in self._passives]
            found = [(self._table[name], passive) for name, passive in names if name in self._table]
            self._lemmas[lemma] = found
        return found

    def _at(
        self,
        words: Sequence[str],
        at: int,
        floor: int,
        tables: list[Table],
        *,
        adjacent: bool,
    ) -> tuple[Element, bool] | None:
        for base in self._bases(words[at], adjacent=adjacent):
            for table, passive in tables:
                for compound in table.get(base, ()):
                    size = len(compound.words)
                    start = at - size + 1
                    if start < floor or (size > 1 and not self._same(words, start, compound)):
                        continue
                    if adjacent or self._reaches(words, at, start, floor, compound):
                        return Element(start, at, compound), passive
        return None

    def _same(self, words: Sequence[str], start: int, compound: Compound) -> bool:
        return all(words[start + n] == word for n, word in enumerate(compound.words[:-1]))

    def _reaches(
        self, words: Sequence[str], at: int, start: int, floor: int, compound: Compound
    ) -> bool:
        """True where an element apart from its verb shows that it is no mere noun of a phrase.

        It is followed by a preposition («تأثیر بر آن داشت»), or by its adjective, which shows the
        indefinite ending («حمله شدیدی به آن کرد»); and it hangs on no preposition itself.
        """
        if len(compound.words) == 1 and any(
            words[n] in self._blocked for n in range(max(floor, start - 2), start)
        ):
            return False
        after = words[at + 1]
        if after in self._prepositions:
            return True
        if at + 2 >= len(words) or words[at].endswith(self._plurals):
            return False
        bare = words[at] == compound.words[-1]
        marked = after if bare else words[at]
        return marked.endswith(self._indefinite) and words[at + 2] in self._prepositions

    def _bases(self, word: str, *, adjacent: bool) -> tuple[str, ...]:
        """Returns the word and what is left of it without an ending of nouns."""
        known = self._bared.get((word, adjacent))
        if known is None:
            if len(self._bared) > _REMEMBERED:
                self._bared.clear()
            endings = self._endings + self._clitics if adjacent else self._endings
            fitting = [e for e in endings if word.endswith(e) and len(word) > len(e) + 1]
            known = self._bared[word, adjacent] = (word, *(word[:-len(e)].rstrip(ZWNJ) for e in fitting))
        return known

    def _general_element(
        self, words: Sequence[str], at: int, floor: int
    ) -> tuple[Element, bool] | None:
        """A verb of little meaning of its own makes a compound with whatever noun precedes it."""
        word = words[at]
        if word in self._closed or not word[:1].isalpha() or word.endswith(self._endings):
            return None
        if at > floor and words[at - 1] in self._blocked:
            return None
        return Element(at, at, Compound(word, (word,), transitive=False)), False


def read_compounds(path: Path) -> list[tuple[str, str, bool]]:
    """Returns the entries of `light_verbs.tsv`: element, verb, whether it takes an object."""
    return [(element, verb, transitive == "yes") for element, verb, transitive in rows(path)]



"""A stranger is a person whom no table of people knows, told by a given name or by what stands before names.

The name ends before the first word that is none: a mark, a verb, a word of the grammar, the beginning of
somebody or something that the tables do know.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rasad.language.actors import PERSON, TITLE, Names
from rasad.language.fold import fold
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.language.tables import merged, values
from rasad.stages.read.sentences import Sentence

_JOINED = "\u200c"
_GIVEN, _FAMILY = 3, 3  # words at most of each part of a name
_LETTERS = 3  # letters at least of a family name
_COMMON, _SURE = 100, 600  # how often a word is seen that is too common for a name, and for one that ends like a name
_CLASSES = ("preposition", "that", "object", "comma", "colon", "stop", "adverb", "and", "open-quote", "close-quote",
            "but", "aside", "count", "demonstrative", "because", "while", "if", "adjective", "not", "must", "self",
            "pronoun-one", "pronoun-many", "first-many", "first-one", "action-noun", "no-name")
_NAMED = "named"


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names by fold, each with the words before which it is none; `unsure` ones are common words too."""

    sure: Mapping[str, frozenset[str]]
    unsure: Mapping[str, frozenset[str]]
    honorifics: Phrases[str]


class Strangers:
    """Finds where the names of unknown persons end."""

    def __init__(self, given: GivenNames, names: Names, grammar: Grammar, count: Callable[[str], int]) -> None:
        self.given, self.names, self.count = given, names, count
        self.endings = tuple(grammar["family-ending"])
        self.plurals = grammar["no-name-ending"]
        self.quotes = grammar["open-quote"]
        self.prepositions = grammar["preposition"]
        self.barred = frozenset(key for name in _CLASSES for key in grammar[name])
        self.first = names.begins
        self.honorific_starts = given.honorifics.starts()

    def begins(self, key: str) -> bool:
        """Whether a name may begin with the word."""
        return key in self.given.sure or key in self.given.unsure or key in self.honorific_starts

    def last(self, sentence: Sentence, i: int, verbs: frozenset[int], surnames: Container[str]) -> int:
        """Index of the last word of the stranger's name that begins at word `i`, -1 where none does.

        `surnames` are those of persons whom the report has named: with an honorific they are no strangers.
        """
        name = self._honoured(sentence.keys, i)
        if name > i and name < len(sentence) and (sentence.keys[name] in surnames or self._known(sentence.keys, name)):
            return -1
        stop = self._given(sentence, name, verbs)
        end = self._family(sentence, stop, verbs)
        if end == name or (name == i and stop in {i, end}):
            return -1
        return end - 1

    def _honoured(self, keys: Sequence[str], i: int) -> int:
        """The index past the honorifics at `i`."""
        while i < len(keys) and keys[i] in self.honorific_starts:
            found = self.given.honorifics.longest(keys, i, len(keys))
            if found is None:
                break
            i = found[0]
        return i

    def _given(self, sentence: Sentence, i: int, verbs: frozenset[int]) -> int:
        """The index past the given names at `i`."""
        keys, stop = sentence.keys, i
        while stop < len(keys) and stop - i < _GIVEN and stop not in verbs:
            key, after = keys[stop], keys[stop + 1] if stop + 1 < len(keys) else ""
            sure = key in self.given.sure and after not in self.given.sure[key]
            unsure = key in self.given.unsure and after not in self.given.unsure[key]
            named = after.endswith(self.endings) or after in self.given.sure or self._titled(keys, stop)
            if not sure and not (unsure and named):
                break
            stop += 1
        return stop

    def _titled(self, keys: Sequence[str], i: int) -> bool:
        """Whether an honorific, an office or an opening mark stands before the word: names do after these."""
        before = keys[i - 1] if i else ""
        return (before in self.quotes or before in self.honorific_starts
                or any(m.kind == TITLE and not m.plural for m in self.names.get(before) or ()))

    def _family(self, sentence: Sentence, i: int, verbs: frozenset[int]) -> int:
        """The index past the family names at `i`."""
        stop = i
        while stop < len(sentence) and stop - i < _FAMILY and stop not in verbs and self._unknown(sentence, stop):
            stop += 1
        return stop

    def _unknown(self, sentence: Sentence, i: int) -> bool:
        """Whether the word may be part of a family name."""
        key, parts = sentence.keys[i], [fold(part) for part in sentence.words[i].split(_JOINED)]
        if not key.isalpha() or len(key) < _LETTERS or key in self.barred:
            return False
        if len(parts) > 1 and (parts[0] in self.prepositions or parts[-1] in self.plurals):
            return False
        known = self._known(sentence.keys, i)
        return known == PERSON or (not known and not self._common(sentence.words[i], key))

    def _common(self, word: str, key: str) -> bool:
        """Whether the word is met too often to be a family name; given names are met often, too."""
        if key in self.given.sure or key in self.given.unsure:
            return False
        return self.count(word) >= (_SURE if key.endswith(self.endings) else _COMMON)

    def _known(self, keys: Sequence[str], i: int) -> str:
        """Whom the tables know by the name that begins at the word: PERSON by one word, "" for nobody."""
        found = self.names.longest(keys, i, len(keys)) if self.first[keys[i]] else None
        if found is None:
            return ""
        if found[0] == i + 1 and all(m.kind == TITLE and m.id == keys[i][:-1] for m in found[1]) and (
                keys[i].endswith(self.endings)):
            return ""  # «غلامحسین دهقانی»: a title with the ending of family names
        return PERSON if found[0] == i + 1 and all(m.kind == PERSON for m in found[1]) else _NAMED


def load_strangers(names: Names, grammar: Grammar, count: Callable[[str], int], *folders: Path) -> Strangers:
    """The given names and honorifics of the pack and of the user's own folders."""
    sure: dict[str, frozenset[str]] = {}
    unsure: dict[str, frozenset[str]] = {}
    for row in merged("given_names.tsv", *folders):
        unless = frozenset(fold(word) for word in values(row, "unless_before"))
        sure.update((key, unless) for key in _folds(row, "fa"))
        unsure.update((key, unless) for key in _folds(row, "ambiguous"))
    honorifics: Phrases[str] = Phrases()
    for row in merged("honorifics.tsv", *folders):
        for word in values(row, "fa"):
            honorifics.add(word, row["kind"])
    return Strangers(GivenNames(sure, unsure, honorifics), names, grammar, count)


def _folds(row: Mapping[str, str], column: str) -> Iterator[str]:
    return (fold(word.replace(" ", "")) for word in values(row, column))

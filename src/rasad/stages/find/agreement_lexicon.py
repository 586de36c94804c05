"""What may be said of agreements is data: nouns that name them, words that describe them, those already known."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rasad.language.fold import Folds, fold
from rasad.language.phrases import Phrases
from rasad.language.tables import merged, values
from rasad.stages.find.known_agreements import KnownAgreements, describing_words, load_known

DESCRIBING = frozenset({"quality", "topic", "party", "person", "place"})
JOINING = ("link", "and", "of", "dated", "self")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of agreement: its kind, and what a mention needs in order to count.

    `family` parts nouns of one kind that do not stand for each other; `names` are the describing words
    of which a noun that needs a name must have one.
    """

    key: str
    kind: str
    needs: str
    family: str
    names: frozenset[str]
    indefinite: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or phrase that may describe an agreement, with the actor code it stands for."""

    role: str
    code: str = ""


class Beginnings(dict[str, bool]):
    """Whether a mention may begin with a word as it is written, worked out once a word."""

    def __init__(self, heads: Phrases[Noun | str], folds: Folds) -> None:
        super().__init__()
        self.heads, self.folds = heads, folds

    def __missing__(self, word: str) -> bool:
        begins = self[word] = self.heads.begins[self.folds[word]]
        return begins


class AgreementLexicon:
    """The tables of agreements of one language."""

    def __init__(self, *folders: Path) -> None:
        self.folds = Folds()
        self.heads: Phrases[Noun | str] = Phrases()
        self.units: Phrases[Unit] = Phrases()
        self._spelled: dict[str, list[str]] = {}
        self._read_parties(*folders)
        self._read_words(*folders)
        common = frozenset(key for key, unit in self.units.entries.items() if unit.role != "person")
        self.known: KnownAgreements = load_known(common, *folders)
        self._describe_once(describing_words(*folders))
        self._read_nouns(*folders)
        self.begins = Beginnings(self.heads, self.folds)

    def __getitem__(self, name: str) -> set[str]:
        return self._classes.get(name, set())

    @cached_property
    def joins(self) -> Phrases[str]:
        """The words that join a describing word on to the mention, with their class."""
        joins: Phrases[str] = Phrases()
        for name in JOINING:
            for word in self._spelled.get(name, ()):
                joins.add(word, name)
        return joins

    def _read_words(self, *folders: Path) -> None:
        for row in merged("agreement_words.tsv", *folders):
            self._spelled.setdefault(row["class"], []).extend(values(row, "fa"))
        self._classes = {name: {_key(word) for word in words} for name, words in self._spelled.items()}
        for name, words in self._spelled.items():
            role, _, code = name.partition(":")
            if role in DESCRIBING:
                self._describe(words, Unit(role, code))

    def _read_parties(self, *folders: Path) -> None:
        for row in merged("countries.tsv", *folders):
            for column in ("fa", "government"):
                self._describe(values(row, column), Unit("party", row["code"]))

    def _read_nouns(self, *folders: Path) -> None:
        endings = {fold(ending) for row in merged("endings.tsv", *folders) if row["class"] == "noun"
                   for ending in values(row, "fa")}
        for name in self.known.names:
            self.heads.add(name, self.known.names[name])
        for row in merged("agreement_nouns.tsv", *folders):
            self._describe_once(values(row, "with"))
            for word in values(row, "fa"):
                self._add_noun(word, row, endings)

    def _add_noun(self, word: str, row: dict[str, str], endings: Iterable[str]) -> None:
        """`word` and its inflected forms are heads of mentions, save a form that is a head of its own."""
        key, family = _key(word), row["family"] or row["kind"]
        names = frozenset(map(_key, values(row, "with")))
        self.heads.add(word, Noun(key, row["kind"], row["needs"], family, names))
        for ending in endings:
            if self.heads.get(key + ending) is None:
                vague = ending in self["indefinite-ending"]
                self.heads.add(word, Noun(key, row["kind"], row["needs"], family, names, vague), (ending,))

    def _describe(self, words: Iterable[str], unit: Unit) -> None:
        for word in words:
            self.units.add(word, unit)

    def _describe_once(self, words: Iterable[str]) -> None:
        self._describe([word for word in words if self.units.get(_key(word)) is None], Unit("topic"))


def _key(word: str) -> str:
    return fold(word.replace(" ", ""))


def load_agreements(*folders: Path) -> AgreementLexicon:
    """The agreements of a language pack; rows of later folders take the place of earlier ones."""
    return AgreementLexicon(*folders)

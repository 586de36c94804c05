"""A mention is linked to a known agreement only if name or number, parties and time all allow it.

Nothing is linked to an agreement younger than the report, and a description made of common
words alone («the nuclear agreement with …») fades with the years.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rasad.language.fold import fold
from rasad.language.tables import merged, values

FADES_AFTER = {"ceasefire": 3, "agreement": 10, "treaty": 30, "plan": 10, "resolution": 100}
PARTIES_FADE_AFTER = 2
LOOSE_PARTIES = 2
STANDS_FOR = {"agreement": ("treaty", "ceasefire", "plan"), "treaty": ("agreement",)}


@dataclass(frozen=True, slots=True)
class Known:
    """One agreement of the table; `keys` are sets of words, each enough to recognise a description.

    `lasting` are those of the sets that hold a proper name or a year, so that they do not fade.
    """

    id: str
    name: str
    kind: str
    date: str
    parties: tuple[str, ...]
    keys: tuple[frozenset[str], ...]
    lasting: frozenset[frozenset[str]]

    def born_by(self, published: str) -> bool:
        """Whether the agreement is no younger than a report of this day."""
        return not published or not self.date or self.date <= published[:len(self.date)]

    def age(self, published: str) -> int:
        """Years between the agreement and the report, 0 where one of the dates is missing."""
        return int(published[:4]) - int(self.date[:4]) if published and self.date else 0

    def admits(self, parties: Iterable[tuple[str, str]], keys: Container[str] = ()) -> bool:
        """Whether all these (word, code) may be its parties; a word among `keys` may be where it was signed."""
        return not self.parties or all(code in self.parties or word in keys for word, code in parties)

    def fits(self, keys: frozenset[str], parties: Iterable[tuple[str, str]], published: str) -> bool:
        """Whether parties and time allow a report to mean it by `keys`; a lasting set of keys never fades."""
        if not self.born_by(published) or not self.admits(parties, keys):
            return False
        return keys in self.lasting or self.age(published) <= FADES_AFTER[self.kind]


class KnownAgreements:
    """The known agreements by id, by name, by describing word and by parties."""

    def __init__(self, rows: Iterable[tuple[Known, Sequence[str]]]) -> None:
        self.by_id: dict[str, Known] = {}
        self.names: dict[str, str] = {}
        self._named: dict[str, list[Known]] = {}
        self._worded: dict[str, list[tuple[frozenset[str], Known]]] = {}
        for known, names in rows:
            self.by_id[known.id] = known
            for name in names:
                key = fold(name.replace(" ", ""))
                self.names.setdefault(name, key)
                self._named.setdefault(key, []).append(known)
            for words in known.keys:
                self._worded.setdefault(min(words), []).append((words, known))

    def by_name(self, name: str, published: str = "") -> Known:
        """The agreement of this name: of several, the youngest one that the report can know."""
        bearers = self._named[name]
        return max(bearers, key=lambda known: (known.born_by(published), known.date))

    def by_words(self, kind: str, words: Sequence[str], parties: Sequence[tuple[str, str]], published: str = "",
                 around: Sequence[str] = ()) -> str:
        """The id of the agreement these words describe, or ""; words `around` the mention may help, not do it alone."""
        given = frozenset(words)
        telling = given.difference(word for word, _ in parties)
        context = given.union(around) if telling else given
        fits = [(len(keys & given), len(keys), known.date, known.id)
                for word in context for keys, known in self._worded.get(word, ())
                if keys <= context and (keys <= given or keys & telling) and _stands_for(kind, known.kind)
                and known.fits(keys, parties, published)]
        return max(fits)[3] if fits else self._by_parties(kind, parties, published)

    def _by_parties(self, kind: str, parties: Sequence[tuple[str, str]], published: str) -> str:
        codes = {code for _, code in parties}
        if len(codes) < 2 or not published or kind == "resolution":
            return ""
        fits = [(-len(known.parties), known.date, known.id) for known in self.by_id.values()
                if known.kind == kind and known.parties and known.born_by(published) and known.admits(parties)
                and len(known.parties) <= len(codes) + LOOSE_PARTIES
                and known.age(published) < PARTIES_FADE_AFTER]
        return max(fits)[2] if fits else ""


def _stands_for(kind: str, other: str) -> bool:
    """Whether a noun of one kind may stand for a known agreement of the other."""
    return kind == other or other in STANDS_FOR.get(kind, ())


def load_known(common: Container[str], *folders: Path) -> KnownAgreements:
    """The table of known agreements; `common` are the folds of the describing words that are no proper names."""
    return KnownAgreements((_known(row, common), values(row, "fa")) for row in merged("agreements.tsv", *folders))


def describing_words(*folders: Path) -> frozenset[str]:
    """Every word by which some known agreement is recognised, as the table spells it."""
    table = merged("agreements.tsv", *folders)
    return frozenset(word for row in table for words in values(row, "words") for word in words.split())


def _known(row: dict[str, str], common: Container[str]) -> Known:
    keys = tuple(frozenset(fold(word) for word in words.split()) for words in values(row, "words"))
    lasting = frozenset(key for key in keys if any(word not in common for word in key))
    return Known(row["id"], row["name"], row["kind"], row["date"], tuple(row["parties"].split()), keys, lasting)

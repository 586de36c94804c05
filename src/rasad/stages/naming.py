"""A party bears the id and the name of whom it means, never those of the pronoun or of the words around it.

People and countries that the tables know have one id and one name in every report; everybody else
is called as the report itself writes them at their fullest, in its own spelling.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rasad.language.fold import fold
from rasad.language.tables import merged, values
from rasad.records import Party, Span
from rasad.stages.find.actors import PRONOUN, Mention

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rasad.coder import Coding
    from rasad.language.pack import Pack

_TABLES = ("countries.tsv", "people.tsv", "groups.tsv", "organisations.tsv", "media.tsv", "institutions.tsv",
           "epithets.tsv")
_NATIONS = frozenset({"country", "adjective", "epithet", "place", "anaphor", PRONOUN})  # kinds that mean a country itself
_POINTING = frozenset({"anaphor", PRONOUN})
_EDGES = " \u200c\u200f\u200e"
_SECTORS = {"GOV": "government", "MIL": "forces", "COP": "police", "SPY": "intelligence", "LEG": "parliament",
            "JUD": "judiciary", "REB": "rebels", "PTY": "parties", "CVL": "people", "REL": "clergy", "MED": "media",
            "BUS": "companies", "NGO": "associations", "EDU": "academia", "CRM": "criminals"}


@lru_cache(maxsize=4)
def known_names(folders: tuple[Path, ...]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """By id, the name in English and that in the language of the tables, of all that they know."""
    english: dict[str, str] = {}
    own: dict[str, str] = {}
    for table in _TABLES:
        for row in merged(table, *folders):
            key = row.get("id") or row.get("code") or ""
            english.setdefault(key, row["name"])
            own.setdefault(key, (values(row, "fa") or [row["name"]])[0])
    return english, own


class Naming:
    """The ids and names of whoever one report mentions."""

    def __init__(self, coding: Coding, pack: Pack) -> None:
        self.coding = coding
        self.english, self.own = known_names(pack.folders)
        self.mentions = [m for reading in coding.readings for m in reading.mentions]
        self.at = {(m.sentence, m.first, m.last): m for m in self.mentions}
        self.labelled = [m for m in self.mentions if m.label is not None]

    def party(self, mention: Mention) -> Party:
        """The mention as a party; without a span where the report does not name it, but lets it be understood."""
        span = self.words(mention.sentence, mention.first, mention.last) if self._told(mention) else None
        return Party(self.id(mention), self.name(mention), mention.code, span)

    def words(self, sentence: int, first: int, last: int) -> Span:
        """Words of a sentence as a span of the original."""
        words = self.coding.readings[sentence].sentence
        start, end = self.coding.repaired.span(words.starts[first], words.ends[last])
        return Span(start, end, self.coding.report.text[start:end])

    # ---- ids

    def id(self, mention: Mention) -> str:
        """The id of whom the mention means: one the tables know, the code of a side, or one made of the name."""
        if self._widened(mention):
            return mention.code
        meant = self.meant(mention)
        if ":" in meant.id:
            return meant.id  # a person or body of the tables; the others are ids of countries
        if meant.label is not None and meant.kind == "person":
            return "name:" + fold(self._fullest(meant)).replace(" ", "-")
        return mention.code

    def _widened(self, mention: Mention) -> bool:
        """Whether the country of whoever is mentioned is meant: an official tells what befell it."""
        there = self.at.get((mention.sentence, mention.first, mention.last))
        return there is not None and there.code != mention.code and there.code.startswith(mention.code + ".")

    # ---- names

    def name(self, mention: Mention) -> str:
        """The name of whom the mention means."""
        meant = self.meant(mention)
        id_ = self.id(mention)
        nation = meant.kind in _NATIONS or self._widened(mention) or not self._told(mention)
        if nation and mention.code.partition(".")[0] in self.own and (id_ == mention.code or not self._told(mention)):
            country, _, sector = mention.code.partition(".")
            if not sector or not self._told(mention):
                return self.own[country]
        if meant.kind == "person" and id_ in self.own:
            return self.own[id_]
        if meant.label is not None:
            return self._fullest(meant)
        return self._written(meant, meant.first, meant.last)

    def title(self, id_: str, label: str) -> str:
        """The English name behind an id, or the label where the tables have none."""
        country, _, sector = id_.partition(".")
        if id_ in self.english:
            return self.english[id_]
        if country in self.english:
            return f"{self.english[country]} {_SECTORS.get(sector, '')}".strip()
        return label

    def _fullest(self, mention: Mention) -> str:
        """The personal name of a mention, as the report writes it where it gives most of it."""
        mine = self._keys(mention)
        same = [m for m in self.labelled if m is not mention and self._keys(m)[-len(mine):] == mine]
        best = max([mention, *same], key=lambda m: (len(self._keys(m)), m is mention))
        first, last = best.label or (best.first, best.last)
        return self._written(best, first, last)

    def _keys(self, mention: Mention) -> list[str]:
        """The folds of the words of a personal name."""
        first, last = mention.label or (mention.first, mention.last)
        return self.coding.readings[mention.sentence].sentence.keys[first:last + 1]

    def _written(self, mention: Mention, first: int, last: int) -> str:
        """Words of the mention's sentence in the spelling of the report, on one line."""
        return " ".join(self.words(mention.sentence, first, last).text.split()).strip(_EDGES)

    # ---- who is meant

    def meant(self, mention: Mention) -> Mention:
        """The mention that names whom a pronoun, a pointing phrase or a title alone means; itself where none does."""
        if mention.label is not None or not self._told(mention):
            return mention
        if mention.kind in _POINTING or mention.pointing:
            return self._before(mention) or mention
        if mention.kind == "office" and not mention.plural and mention.title:
            return self._holder(mention) or mention
        return mention

    def _before(self, mention: Mention) -> Mention | None:
        """The nearest mention before that names the same somebody."""
        here = (mention.sentence, mention.first)
        for other in reversed(self.mentions):
            if (other.sentence, other.first) < here and other.code == mention.code and other.id == mention.id \
                    and other.kind not in _POINTING and not other.pointing and (other.id or other.label is not None):
                return other if other.label is not None or other.kind != "office" else self._holder(other) or other
        return None

    def _holder(self, mention: Mention) -> Mention | None:
        """Whoever the report names with this office, when it names one person only."""
        words = "".join(self.coding.readings[mention.sentence].sentence.keys[mention.first:mention.last + 1])
        named = [m for m in self.labelled if m.title == mention.title and m.code == mention.code and m.kind == "person"
                 and words in "".join(self.coding.readings[m.sentence].sentence.keys[m.first:m.last + 1])]
        return named[0] if named and len({self._keys(m)[-1] for m in named}) == 1 else None

    def _told(self, mention: Mention) -> bool:
        """Whether the words of the mention name it; a side added to an event stands nowhere."""
        return mention.label is not None or (mention.sentence, mention.first, mention.last) in self.at

"""A party bears the id and the name of whom it means, never those of the pronoun or of the words around it.

People and countries that the tables know have one id and one name in every report; everybody else
is called as the report itself writes them at their fullest, in its own spelling.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rasad.language.fold import fold
from rasad.language.tables import merged, values
from rasad.pack import Pack
from rasad.records import Party, Span
from rasad.stages.find.mentions import PRONOUN, Mention
from rasad.stages.found import Coding

_COUNTRIES, _PEOPLE = "countries.tsv", "people.tsv"
_TABLES = (_COUNTRIES, _PEOPLE, "groups.tsv", "organisations.tsv", "media.tsv", "institutions.tsv",
           "epithets.tsv")
_NATIONS = frozenset({"country", "adjective", "epithet", "place", "anaphor", PRONOUN})  # may mean a country itself
_POINTING = frozenset({"anaphor", PRONOUN})
_NAMED = frozenset({"person", "office", "role"})
_OFFICES = frozenset({"office", "role"})
_REACH = 7  # words of the phrase after an office that may be unknown
_EDGES = " \u200c\u200f\u200e"
_SECTORS = {"GOV": "government", "MIL": "forces", "COP": "police", "SPY": "intelligence", "LEG": "parliament",
            "JUD": "judiciary", "REB": "rebels", "PTY": "parties", "CVL": "people", "REL": "clergy", "MED": "media",
            "BUS": "companies", "NGO": "associations", "EDU": "academia", "CRM": "criminals"}


@dataclass(frozen=True, slots=True)
class KnownNames:
    """By id, the name in English and the `own` one in the language of the tables, and which ids are whose."""

    english: Mapping[str, str]
    own: Mapping[str, str]
    people: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=4)
def known_names(folders: tuple[Path, ...]) -> KnownNames:
    """The names of all that the tables in the folders know; the first table that has an id names it."""
    ids: dict[str, set[str]] = {}
    english: dict[str, str] = {}
    own: dict[str, str] = {}
    for table in _TABLES:
        for row in merged(table, *folders):
            key = row.get("id") or row.get("code") or ""
            ids.setdefault(table, set()).add(key)
            english.setdefault(key, row["name"])
            own.setdefault(key, _own_name(row))
    return KnownNames(english, own, frozenset(ids[_PEOPLE]), frozenset(ids[_COUNTRIES]))


def _own_name(row: Mapping[str, str]) -> str:
    """The first name of a row; one told apart from a common word by a longer form is called by its short one."""
    first = next(iter(values(row, "fa")), "") or next(iter(values(row, "ambiguous")), row["name"])
    return next((word for word in values(row, "ambiguous") if first.endswith(f" {word}")), first)


class Naming:
    """The ids and names of whoever one report mentions."""

    def __init__(self, coding: Coding, pack: Pack) -> None:
        self.coding = coding
        self.known = known_names(pack.folders)
        self.mentions = [m for reading in coding.readings for m in reading.mentions]
        self.at = {(m.sentence, m.first, m.last): m for m in self.mentions}
        self.labelled = [m for m in self.mentions if m.label is not None]
        self._spans: dict[tuple[int, int, int], Span] = {}
        self._ids: dict[int, str] = {}
        self._names: dict[int, str] = {}

    def party(self, mention: Mention) -> Party:
        """The mention as a party; without a span where the report does not name it, but lets it be understood."""
        return Party(self.id(mention), self.name(mention), mention.code, self.span(mention))

    def span(self, mention: Mention) -> Span | None:
        """Where the report names the mention, None where it only lets it be understood."""
        return self.words(mention.sentence, mention.first, mention.last) if self._told(mention) else None

    def words(self, sentence: int, first: int, last: int) -> Span:
        """Words of a sentence as a span of the original."""
        known = self._spans.get((sentence, first, last))
        if known is None:
            words = self.coding.readings[sentence].sentence
            start, end = self.coding.repaired.span(words.starts[first], words.ends[last])
            known = self._spans[sentence, first, last] = Span(start, end, self.coding.report.text[start:end])
        return known

    # ---- ids

    def id(self, mention: Mention) -> str:
        """The id of whom the mention means: one the tables know, the code of a side, or one made of the name."""
        known = self._ids.get(id(mention))
        if known is None:
            known = self._ids[id(mention)] = self._id(mention)
        return known

    def _id(self, mention: Mention) -> str:
        if self._widened(mention):
            return mention.code
        meant = self.meant(mention)
        person = meant.label is not None and meant.kind in _NAMED
        if meant.id in (self.known.people if person else self.known.english) and meant.id not in self.known.countries:
            return meant.id
        return "name:" + fold(self._fullest(meant)).replace(" ", "-") if person else mention.code

    def _widened(self, mention: Mention) -> bool:
        """Whether the country of whoever is mentioned is meant: an official tells what befell it."""
        there = self.at.get((mention.sentence, mention.first, mention.last))
        return there is not None and there.code != mention.code and there.code.startswith(mention.code + ".")

    # ---- names

    def name(self, mention: Mention) -> str:
        """The name of whom the mention means."""
        known = self._names.get(id(mention))
        if known is None:
            known = self._names[id(mention)] = self._name(mention)
        return known

    def _name(self, mention: Mention) -> str:
        meant, told = self.meant(mention), self._told(mention)
        country, _, sector = mention.code.partition(".")
        nation = not sector and (meant.kind in _NATIONS or self._widened(mention))
        if country in self.known.countries and (nation or not told):
            return self.known.own[country]
        if meant.label is not None:
            return self.known.own[meant.id] if meant.id in self.known.people else self._fullest(meant)
        return self._written(meant, meant.first, self._end(meant))

    def _end(self, mention: Mention) -> int:
        """The last word of the phrase of somebody whose office alone is known: «مدیر کارخانه شیر پگاه»."""
        reading = self.coding.readings[mention.sentence]
        chunk = reading.roles[reading.clause_at(mention.last).number].subject
        if not mention.guessed or mention.kind not in _OFFICES or chunk is None or chunk.marked:
            return mention.last
        closes = bool(chunk.mentions) and chunk.mentions[-1] is mention
        if not (closes and chunk.first <= mention.first <= chunk.last <= mention.last + _REACH):
            return mention.last
        told = {i for time in reading.times for i in range(time.first, time.last + 1)}
        keys = reading.sentence.keys
        return next((i - 1 for i in range(mention.last + 1, chunk.last + 1) if i in told or not keys[i].isalpha()),
                    chunk.last)

    def title(self, id_: str, label: str) -> str:
        """The English name behind an id, or the label where the tables have none."""
        country, _, sector = id_.partition(".")
        if id_ in self.known.english:
            return self.known.english[id_]
        if country in self.known.english:
            return f"{self.known.english[country]} {_SECTORS.get(sector, '')}".strip()
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

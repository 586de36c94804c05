"""Whoever is named by a title, a pointing phrase or a pronoun is somebody named before, or nobody.

After this stage a mention has the code of whom it means, or an empty code; nothing is taken
from later in the report, and an outlet's home country stands in only for offices at home.
"""

from collections.abc import Mapping, Sequence

from rasad.language.grammar import Grammar
from rasad.stages.find.mentions import PRONOUN, Mention
from rasad.stages.resolve.antecedents import Antecedents, is_land
from rasad.stages.resolve.foes import FOES, Foes, War
from rasad.stages.resolve.surroundings import FIELD, Around, Surroundings

_COLLECTIVE = frozenset({"country", "government", "group", "organisation", "institution", "force", "people"})
_LANDS = frozenset({"country", "government"})
_SORTS = frozenset({"group", "people"})  # kinds that are many in one word
_BANDS = frozenset({"REB", "PTY", "CRM"})  # sectors of which one word names many
_BESIDE = 2  # words between a doer and the country done to, at most
_SIDES = 2
_TRADE, _ANYWHERE = "BUS", "INT"


class PartyResolver:
    """Resolves the mentions of one report after the other."""

    def __init__(self, grammar: Grammar, anaphora: Mapping[str, str], home: str,
                 wars: Sequence[War] = ()) -> None:
        self.grammar, self.anaphora, self.home = grammar, anaphora, home
        self.surroundings, self.foes = Surroundings(grammar, home), Foes(wars, home)
        self.many = tuple(ending for ending in grammar.endings["plural"] if ending)

    def resolve(self, keys: Sequence[Sequence[str]], mentions: Sequence[Sequence[Mention]],
                places: Sequence[Sequence[tuple[int, str]]], day: str = "") -> None:
        """The mentions (by sentence) have their codes; `places` are (word, country) of each sentence's places."""
        known = Antecedents(day)
        for number, row in enumerate(mentions):
            nearby = [*places[number]]
            known.keys = keys[number]
            for _, country in nearby:
                if country:
                    known.where[country] += 1
            known.scene = next((c for word, c in nearby if c and self._scene(keys[number], word)), known.scene)
            for mention in row:
                if mention.kind in FOES:
                    told = [*(c for _, c in nearby), *(m.code for m in row if m is not mention)]
                    self.foes.name(mention, told, known)
                elif not mention.code:
                    self._resolve(mention, known, row, nearby)
                if mention.code:
                    known.note(mention)
                    if mention.kind in _LANDS and self._reached(keys[number], mention.first):
                        known.scene = mention.code.partition(".")[0]

    def _reached(self, keys: Sequence[str], first: int) -> bool:
        """Whether the preposition of somebody done to stands before the word: «به اوکراین حمله کرد»."""
        return first > 0 and self.grammar.slots.get(keys[first - 1]) in {"to", "against"}

    def _scene(self, keys: Sequence[str], first: int) -> bool:
        """Whether a preposition of place stands before the word."""
        slots, starts = self.grammar.slots, self.grammar.slot_starts
        return any(keys[i] in starts and slots.longest(keys, i, first) == (first, "in")
                   for i in range(max(0, first - 2), first))

    def _resolve(self, mention: Mention, known: Antecedents, row: Sequence[Mention],
                 nearby: Sequence[tuple[int, str]]) -> None:
        if mention.kind == PRONOUN:
            self._pronoun(mention, known)
            return
        if mention.id == "theirs":
            others = [m for m in known.all if m.kind != "media"]
            country = others[-1].code.partition(".")[0] if others else ""
            mention.code = f"{country}.{mention.sector}" if country and mention.sector else country
            return
        if mention.id == "own":
            self._own_people(mention, known, row)
            return
        if mention.kind == "anaphor" or (mention.pointing and mention.id != "ours"):
            self._pointed(mention, known)
        if mention.code or mention.id in {"ours", "pair", "of-pair"}:
            return
        joined = self.surroundings.joined(mention, Around(known, row, nearby)) if mention.title else None
        if joined is not None:
            country, _, sector = joined.code.partition(".")
            mention.sector = mention.sector or sector
            mention.code = f"{country}.{mention.sector}" if mention.sector else country
            mention.id, mention.guessed = mention.id or country, True
            return
        before = known.titles.get(mention.title)
        again = mention.kind == "people" and mention.title not in self.grammar["person-count"]
        if before is not None and ((again and before.sentence < mention.sentence) or (
                not mention.plural and mention.kind in {"office", "force", "institution"})):
            _take(mention, before)
        elif mention.label is not None and not mention.title:
            self._name(mention, known)
        elif mention.kind == "equipment":
            self._vessel(mention, known)
        else:
            country = self.surroundings.country(mention, Around(known, row, nearby))
            country = self.foes.army(country, known.day) if mention.sector == "MIL" else country
            many = known.keys[mention.first].endswith(self.many)
            firms = mention.sector == _TRADE and many and mention.kind == "institution"
            country = _ANYWHERE if firms and country != self.home else country
            mention.code = f"{country}.{mention.sector}" if country and mention.sector else country
            mention.id = country if mention.id == FIELD else mention.id or country
            mention.guessed = bool(country)

    def _vessel(self, mention: Mention, known: Antecedents) -> None:
        """A ship of trade is the one told before, or of some country; a missile is of nobody not named with it."""
        if mention.sector != _TRADE:
            return
        number = known.keys[mention.first - 1] if mention.first else ""
        other = mention.plural or number.isdigit() or number in self.grammar["one"] | self.grammar["count"]
        before = [] if other else [m for m in known.all if m.kind == mention.kind and mention.title.startswith(m.title)]
        mention.code = before[-1].code if before else f"{_ANYWHERE}.{_TRADE}"

    def _own_people(self, mention: Mention, known: Antecedents, row: Sequence[Mention]) -> None:
        """«نیروهای خود» are those of who acts: the last one named before them without a preposition."""
        before = [m for m in row if m.last < mention.first and m.code and m.kind != "media"]
        acting = [m for m in before if m.first == 0 or known.keys[m.first - 1] not in self.grammar["preposition"]]
        who = (acting or before or known.all)[-1:]
        country = who[0].code.partition(".")[0] if who else ""
        mention.code = f"{country}.{mention.sector}" if country and mention.sector else country

    @staticmethod
    def _pronoun(mention: Mention, known: Antecedents) -> None:
        """«وی» is the last person, «آنها» the last many; the rest is for the clause to say."""
        if mention.id == "pronoun-one" and known.persons:
            named = [m for m in known.persons if m.kind in {"person", "office"}]
            _take(mention, (named or known.persons)[-1])
        elif mention.id == "pronoun-many":
            many = [m for m in known.all if (m.sentence < mention.sentence or m.last < mention.first - 3)
                    and (m.plural or m.kind in _COLLECTIVE)]
            if many:
                _take(mention, many[-1])

    def _pointed(self, mention: Mention, known: Antecedents) -> None:
        if mention.id in {"pair", "of-pair"}:
            pair = _pair(mention, known)
            if pair:
                mention.code, mention.also = (f"{c}.{mention.sector}" if mention.sector else c for c in pair)
            return
        kind = self.anaphora.get(mention.title, "")
        if mention.id in {"of-country", "of-group"}:
            whose = [m.code for m in known.groups[-1:]]
            if mention.id == "of-country" and known.countries:
                whose = [self._country_before(mention, known)]
            if whose:
                country, _, body = whose[0].partition(".")
                sector = body or mention.sector or ("GOV" if mention.kind in {"office", "role", "institution"} else "")
                mention.code = f"{country}.{sector}" if sector else country
            return
        if mention.of and kind == "media":
            mention.code, mention.sector = f"{mention.of.partition('.')[0]}.MED", "MED"
            return
        if mention.of:
            self._own(mention, known)
            return
        if kind == "many":
            self._those(mention, known)
            return
        if kind == "lands":
            self._lands(mention, known)
            return
        pool = {"person": known.persons, "group": known.groups, "media": known.media}.get(kind)
        if kind == "country" and known.countries:
            mention.code = mention.id = self._country_before(mention, known)
        elif pool:
            same = [m for m in pool if m.title and m.title.startswith(mention.title)]
            named = [m for m in pool if m.kind != "role" and not (kind == "group" and m.guessed)]
            _take(mention, (same or named or pool)[-1])

    def _those(self, mention: Mention, known: Antecedents) -> None:
        """«این افراد» are those last named so, else the last of whom there are many."""
        before = [m for m in known.all if m.sentence < mention.sentence or m.last < mention.first]
        same = [m for m in before if m.title and m.title == mention.title and not m.pointing]
        many = [m for m in before if (m.plural or m.kind in _SORTS or m.sector in _BANDS) and m.kind not in _LANDS]
        sort = [m for m in many if mention.sector and m.sector == mention.sector]
        chosen = same or sort or many
        if chosen:
            _take(mention, chosen[-1])

    @staticmethod
    def _lands(mention: Mention, known: Antecedents) -> None:
        """«این کشورها» are the two named last together."""
        lands = [m for m in known.all if m.kind in _LANDS]
        if len(lands) >= _SIDES and lands[-1].sentence == lands[-2].sentence:
            mention.code, mention.also = (m.code.partition(".")[0] for m in lands[-_SIDES:])

    @staticmethod
    def _country_before(mention: Mention, known: Antecedents) -> str:
        """The country named last, but not one that acts on the country meant: «حملات ایران به این کشور»."""
        for other in reversed(known.all):
            country = other.code.partition(".")[0]
            beside = other.sentence == mention.sentence and mention.first - other.last <= _BESIDE
            if is_land(country) and other.kind != "media" and not beside:
                return country
        return known.countries[-1]

    def _own(self, mention: Mention, known: Antecedents) -> None:
        """A pointing phrase that tells its country means the last one named from there, if there is one."""
        country = mention.of.partition(".")[0]
        for person in reversed(known.persons):
            if person.code.partition(".")[0] == country and person.sector != "MED":
                _take(mention, person)
                return
        mention.code = mention.of

    def _name(self, mention: Mention, known: Antecedents) -> None:
        """A personal name without a title is whoever bore it before."""
        for person in reversed(known.persons):
            if person.name and mention.name and set(mention.name.split()) & set(person.name.split()):
                _take(mention, person)
                return


def _pair(mention: Mention, known: Antecedents) -> list[str]:
    """The two sides: those of the same sentence, else the two named most so far but for who speaks of them here."""
    here = {m.code.partition(".")[0] for m in known.all
            if m.sentence == mention.sentence and m.kind != PRONOUN and not m.pointing}
    beside = [c for c in dict.fromkeys(known.countries) if c in here]
    if len(beside) == _SIDES:
        return beside
    before = [c for c, _ in known.seen.most_common() if c not in here]
    told = before if len(before) >= _SIDES else list(dict.fromkeys(reversed(known.countries)))
    return told[:_SIDES] if len(told) >= _SIDES else []


def _take(mention: Mention, other: Mention) -> None:
    mention.code, mention.id, mention.sector = other.code, other.id, other.sector
    mention.name = other.name
    mention.title = mention.title or other.title

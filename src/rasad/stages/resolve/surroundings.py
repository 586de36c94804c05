"""Somebody whose country is not told is of the country that the words around them tell first.

The questions are asked in order, the surest first; the home of the outlet stands in where nothing answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.language.grammar import Grammar
from rasad.stages.find.mentions import Mention
from rasad.stages.resolve.antecedents import Antecedents, is_land

FIELD = "field"  # the id of those whose name tells a field of work by a country: «کارشناس مسائل عراق»
AND = 2  # from the last word of a name to the first of the next, one word between
_MINOR = 3  # times another country may be named for each time that one's own is
_DEALING = frozenset({"from", "to", "against", "with"})
_JOINED = frozenset({"force", "people", "role"})
_BODIES = frozenset({"people", "institution"})
_SOLDIERS = frozenset({"role", "people"})
_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "REL"})  # sectors of one's own offices


@dataclass(frozen=True, slots=True)
class Around:
    """The sentence that a mention stands in: its mentions, and its places as (word, country)."""

    known: Antecedents
    row: Sequence[Mention]
    places: Sequence[tuple[int, str]]

    def before(self, mention: Mention) -> list[str]:
        """The countries named before the mention, nearest last."""
        named = [m.code.partition(".")[0] for m in self.row if m.code and m.last < mention.first
                 and m.kind != "media" and m.sector not in {"MED", "BUS"}]
        return [country for country in named if is_land(country)]


class Surroundings:
    """Tells countries by what stands around a mention, in one language."""

    def __init__(self, grammar: Grammar, home: str) -> None:
        self.grammar, self.home = grammar, home

    def country(self, mention: Mention, around: Around) -> str:
        """The country of somebody whose name does not tell it; an expert on a country is of none named."""
        if mention.id == FIELD or (mention.sector == "EDU" and mention.kind == "role" and not mention.plural):
            return self.home
        for ask in (self._comrades, self._beside, self._own, self._host, self._near, self._people, self._seen):
            country = ask(mention, around)
            if country:
                return country
        return self.home

    def joined(self, mention: Mention, around: Around) -> Mention | None:
        """Whom «و» joins to somebody, who tells their country: «نیروهای دولتی و شورشیان لیبریا»."""
        keys, after = around.known.keys, mention.last + 1
        if mention.last + AND >= len(keys) or keys[after] not in self.grammar["and"]:
            return None
        things = self._things(keys, after + 1) if mention.plural or mention.kind in _JOINED else 0
        joined = next((m for m in around.row if m.code and m.kind != "media"
                       and m.first - after - 1 in {0, things}), None)
        if joined is None or not is_land(joined.code.partition(".")[0]):
            return None
        both = joined.kind in _BODIES and mention.kind == "institution"  # «دولت و ملت سوریه»
        return joined if mention.plural or mention.kind in _JOINED or both else None

    def _things(self, keys: Sequence[str], at: int) -> int:
        """How many words name the things joined to somebody, in whose ezafe their owner stands: «و خودروهای X»."""
        many = tuple(e for e in self.grammar.endings["plural"] if e)
        if not keys[at].endswith(many) or keys[at] in self.grammar["preposition"]:
            return 0
        return 1

    def _beside(self, mention: Mention, around: Around) -> str:
        """That of a place right after it or in its own words: «فرماندار تگزاس», «دادگاهی در استانبول»."""
        keys, after = around.known.keys, mention.last + 1
        own = mention.first if mention.kind in {"office", "institution"} else after
        slots = self.grammar.slots
        return next((country for word, country in around.places if country and (
            own <= word <= after or (word > after and slots.longest(keys, after, word) == (word, "in")))), "")

    def _comrades(self, mention: Mention, around: Around) -> str:
        """That of the army that tells of soldiers without a country: «ارتش X اعلام کرد دو سرباز در Y کشته شدند»."""
        keys, last = around.known.keys, mention.last
        if mention.sector != "MIL" or mention.kind not in _SOLDIERS or (
                last + 1 < len(keys) and keys[last + 1] in self.grammar["object"]):
            return ""
        if not self.grammar["preposition"].isdisjoint(keys[max(0, mention.first - 2):mention.first]):
            return ""
        armies = [m.code.partition(".")[0] for m in around.row if m.sector == "MIL" and m.code and not m.guessed
                  and m.last < mention.first]
        return armies[0] if len(set(armies)) == 1 else ""

    def _own(self, mention: Mention, around: Around) -> str:
        """Home, or the country named last, of the offices of a state."""
        known = around.known
        own = mention.kind in {"office", "institution"} or (mention.kind == "force" and not mention.plural)
        if not own or mention.sector not in _STATE:
            return ""
        most = max(known.seen.values(), default=0)
        ours = not known.countries or known.seen[self.home] * _MINOR >= most
        return self.home if ours and (known.seen[self.home] or not known.countries) else known.countries[-1]

    def _host(self, mention: Mention, around: Around) -> str:
        """That of whoever was named last, of a counterpart: «به تونس رفت و با همتای خود …»."""
        counterpart = around.known.keys[mention.first] in self.grammar["counterpart"]
        return next(reversed(around.before(mention)), "") if counterpart else ""

    def _near(self, mention: Mention, around: Around) -> str:
        """That of the nearest place with which nobody deals, else of the name before it."""
        told = {i for m in around.row if m.kind in {"media", "person"} for i in range(m.first, m.last + 1)}
        told.update(range(mention.first, mention.last + 1))  # «گروه‌های طرفدار ایران» are of another
        told |= {m.last + AND for m in around.row if m.kind == "media"}  # where an outlet writes from: «ایرنا از دبی»
        near = [(abs(word - mention.last), country) for word, country in around.places if word not in told and country
                and (mention.kind == "people" or not self._dealt(around.known.keys, mention, word))]
        return min(near)[1] if near else next(reversed(around.before(mention)), "")

    def _dealt(self, keys: Sequence[str], mention: Mention, first: int) -> bool:
        """Whether the preposition of somebody dealt with stands before the word: «از آمریکا انتقاد کرد»."""
        found = self.grammar.slots.longest(keys, first - 1, first) if first else None
        whole = {mention.title + ending for ending in self.grammar["indefinite-ending"]}
        origin = first - mention.last == AND and keys[mention.last] in whole
        return found is not None and found[1] in _DEALING and not origin  # «هیئتی از قطر» is Qatar's

    def _people(self, mention: Mention, around: Around) -> str:
        """That of the people or the scene told before; of armed men in a first sentence that of whom they strike."""
        known = around.known
        if mention.kind == "people" and known.harmed:
            return known.harmed
        after = next((m.code for m in around.row if m.first > mention.last and m.code and m.kind != "media"), "")
        if not known.seen and is_land(after.partition(".")[0]) and mention.kind in {"people", "role"}:
            return after.partition(".")[0]  # «افراد مسلح دو پزشک نیجریه‌ای را …»
        return known.scene if mention.kind == "people" else ""

    @staticmethod
    def _seen(_mention: Mention, around: Around) -> str:
        """That named most often."""
        counted = around.known.seen or around.known.where
        return counted.most_common(1)[0][0] if counted else ""

"""A title is read with all that hangs on it, as far as the first name that tells whose it is.

«معاون وزیر خارجهٔ روسیه» is one title: the words that tell it further, then whose it is. What begins
a phrase of its own (a preposition, a number, a deed) ends it.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from rasad.language.actors import ADJECTIVE, COUNTRY, EPITHET, GOVERNMENT, NOBODY, PERSON, TITLE, Named, Names
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.stages.find.mentions import BODIES, Mention
from rasad.stages.read.sentences import Sentence

_REACH = 5  # words of a title's noun phrase that may be unknown: adjectives, departments
_BETWEEN = 2  # more words than these between a title and a person part the two
_SHORT_REACH = 2  # the same for roles, forces and people
_OFFICIAL = frozenset({"office", "role", "institution"})  # kinds that speak for a government when nothing else is told
_POLICE = frozenset({"COP", "SPY"})  # bodies whose officers are not the army's
_BANDS = frozenset({"REB", "PTY", "CVL", "CRM"})  # sectors of those who may be for or against a country
_LANDS = frozenset({COUNTRY, ADJECTIVE, GOVERNMENT, EPITHET})  # kinds of names that tell a country
_BODIES = frozenset({"group", "institution", "organisation"})  # what somebody may belong to
Meant = Callable[[tuple[Named, ...], Sequence[str], int, str], Named | None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a title stands: its first word and the word after it, the words of verbs, and the report's day."""

    sentence: Sentence
    first: int
    stop: int
    verbs: frozenset[int]
    day: str


class TitleReader:
    """Reads the titles of one language."""

    def __init__(self, names: Names, grammar: Grammar, anaphora: Phrases[str], deeds: Container[str],
                 meant: Meant) -> None:
        self.names, self.anaphora, self.deeds, self.meant = names, anaphora, deeds, meant
        self.first = names.begins
        self.pairs = grammar.phrases["pair"]
        self.pair_starts = self.pairs.starts()
        self.quotes = grammar["open-quote"] | grammar["close-quote"]
        self.owners = dict.fromkeys(grammar["first-many"], "ours") | dict.fromkeys(grammar["self"], "own")
        self.fields, self.belonging = grammar["field"], grammar.phrases["belonging"]
        self.bound_starts = self.belonging.starts()
        self.siding = grammar.phrases["siding"]
        self.siding_starts = self.siding.starts()
        self.counterparts = grammar["counterpart"]
        self.demonstratives, self.actions = grammar["demonstrative"], grammar["action-noun"]
        self.ends = (grammar["preposition"] | grammar["that"] | grammar["object"] | grammar["comma"] | grammar["colon"]
                     | grammar["stop"] | grammar["adverb"] | grammar["and"] | grammar["demonstrative"]
                     | grammar["count"] | grammar["must"] | grammar["action-noun"])

    def read(self, named: Named, place: Place) -> Mention:
        """The mention of a title, with the country or body it belongs to where that is told."""
        return _Title(self, named, place).read()


class _Title:
    """One title while it is read."""

    def __init__(self, rules: TitleReader, named: Named, place: Place) -> None:
        self.rules, self.named, self.place = rules, named, place
        self.keys = place.sentence.keys
        self.sector, self.code = named.sector, named.code(place.day)
        self.last, self.at, self.unknown = place.stop - 1, place.stop, 0
        self.title = named  # the one last told
        self.reach = _REACH if named.role in {"office", "institution"} else _SHORT_REACH
        self.whole = self.id = self.name = ""
        self.told = False  # an adjective has told the country

    def read(self) -> Mention:
        self._across()
        while not self.named.whose and self.at < len(self.keys) and self.unknown <= self.reach:
            pointing = None if self.code else self._pointing()
            if pointing is not None:
                return self._mention(pointing[1], pointing[0], "", pointing=True)
            if not self._step():
                break
        if self.named.whose and not self.code:
            return self._mention(self.named.whose, self.last, "", pointing=True)
        pointed = self.place.first > 0 and self.keys[self.place.first - 1] in self.rules.demonstratives
        return self._mention(self.id, self.last, self._whose(), pointing=pointed)

    def _across(self) -> None:
        """The last word of a title may begin the longer name of a body: «رئیس کمیسیون اروپا»."""
        rules, keys, at = self.rules, self.keys, self.last
        if at == self.place.first or self.at >= len(keys) or not rules.first[keys[at]]:
            return
        found = rules.names.longest(keys, at, len(keys))
        inner = rules.meant(found[1], keys, at, self.place.day) if found and found[0] > self.at else None
        whole = found is not None and self.place.verbs.isdisjoint(range(at, found[0]))
        if whole and inner is not None and inner.kind in _BODIES:
            self.at = at

    def _step(self) -> bool:
        """One word or name further; False where the title ends."""
        rules, keys, at = self.rules, self.keys, self.at
        key = keys[at]
        if key in rules.siding_starts and self.sector in _BANDS and self._sides():
            return False
        bound = rules.belonging.longest(keys, at, len(keys)) if key in rules.bound_starts else None
        if bound is not None:
            return self._bound(bound[0])
        if key in rules.ends or key.isdigit() or at in self.place.verbs or (self.unknown == 0 and key in rules.deeds):
            return False
        found = rules.names.longest(keys, at, len(keys)) if rules.first[key] else None
        inner = rules.meant(found[1], keys, at, self.place.day) if found else None
        if found is None or inner is None or not self.place.verbs.isdisjoint(range(at, found[0])):
            quoted = key in rules.quotes and self.unknown == 0 and found is None and at > self.last + 1
            return not quoted and self._pass()
        if inner.kind == NOBODY and found[0] == at + 1:
            return self._pass()  # a field of work: «وزیر گردشگری ترکیه»
        if inner.kind in {PERSON, NOBODY}:
            self._of(inner, found[0])
            return False
        own = self.code.partition(".")[0] if not self.whole else ""
        if inner.kind == COUNTRY and keys[at - 1] in rules.fields and self.named.sector == "EDU":
            self.last, self.id = found[0] - 1, "field"  # «کارشناس مسائل عراق» is no Iraqi
            return False
        if self.keys[at - 1] in rules.fields and inner.kind != TITLE:
            self.unknown, self.at = self.unknown + 1, found[0]
            return True  # what somebody knows about: «کارشناس مسائل لبنان»
        if inner.kind == COUNTRY and own and inner.code(self.place.day) != own:
            return False  # «سخنگوی پنتاگون چین را …»: the title has told whose it is
        self.last, self.at = found[0] - 1, found[0]
        return self._take(inner)

    def _of(self, leader: Named, stop: int) -> None:
        """Whoever is named by a leader is theirs: «هواداران X» are people of his country, «مشاور X» serves it."""
        if leader.kind != PERSON or not leader.terms:
            return
        people = self.named.role == "people"
        if (people or self.title.under(leader)) and not self.whole and self.unknown < _BETWEEN:
            code = leader.code(self.place.day)
            self.last, self.whole = stop - 1, code.partition(".")[0] if people else code

    def _sides(self) -> bool:
        """Whether a country or body is named that a band is for or against, which is passed: «شبه‌نظامیان طرفدار X»."""
        rules, keys = self.rules, self.keys
        words = rules.siding.longest(keys, self.at, len(keys))
        stop = words[0] if words is not None else len(keys)
        found = rules.names.longest(keys, stop, len(keys)) if stop < len(keys) and rules.first[keys[stop]] else None
        inner = rules.meant(found[1], keys, stop, self.place.day) if found else None
        if found is None or inner is None or inner.kind not in _LANDS | {PERSON}:
            return False
        self.last = found[0] - 1
        return True

    def _bound(self, stop: int) -> bool:
        """Whether a body is named to which somebody belongs, which then tells whose they are: «عناصر وابسته به X»."""
        rules, keys = self.rules, self.keys
        found = rules.names.longest(keys, stop, len(keys)) if stop < len(keys) and rules.first[keys[stop]] else None
        inner = rules.meant(found[1], keys, stop, self.place.day) if found else None
        if found is None or inner is None or inner.kind not in _BODIES or self.whole:
            return False
        self.at = stop
        return True

    def _pass(self) -> bool:
        """The word tells nothing that is known."""
        self.unknown += 1
        self.at += 1
        return True

    def _take(self, inner: Named) -> bool:
        """A further title goes on; a name ends the title, but for an adjective, which a name may follow."""
        if inner.kind == TITLE:
            self.title = inner
            if not inner.whose:
                police = inner.sector in _POLICE and self.sector == "MIL"  # «افسران ویژه پلیس»
                self.sector = inner.sector if police else self.sector or inner.sector
                self.code = self.code or inner.code(self.place.day)
            return not inner.whose
        if self.told and inner.kind in _LANDS and self.whole:
            return False  # «مسئولان آمریکایی زندان‌های عراق»: the first tells whose they are
        self.told = inner.kind == ADJECTIVE
        self.whole = inner.code(self.place.day)
        self.id, self.name = inner.id, inner.name
        self.code = self.code or self.whole
        self.unknown = max(self.unknown, self.reach - 1)
        return inner.kind == ADJECTIVE

    def _pointing(self) -> tuple[int, str] | None:
        """«… دو کشور», «… این کشور», «… ما», «… خود»: the last word of whose the title is, and the kind of pointing."""
        rules, keys, at = self.rules, self.keys, self.at
        if keys[at] in rules.owners and keys[self.place.first] not in rules.counterparts:
            return at, rules.owners[keys[at]]
        both = rules.pairs.longest(keys, at, len(keys)) if keys[at] in rules.pair_starts else None
        if both is not None:
            return both[0] - 1, "of-pair"
        if keys[at] in rules.demonstratives and at + 1 < len(keys):
            thing = rules.anaphora.longest(keys, at + 1, len(keys))
            if thing is not None and thing[1] in {"country", "group"}:
                return thing[0] - 1, f"of-{thing[1]}"
        return None

    def _whose(self) -> str:
        """The code: the country of the name that ends the title, and the sector of the title or of that name."""
        country, _, own = (self.whole or self.code).partition(".")
        role = self.named.role
        sector = own if own and inner_body(own, self.sector, role) else self.sector or own
        if not sector and country and role in _OFFICIAL:
            sector = "GOV"
        self.sector, self.id = sector, self.id or country
        return country if not sector or not country or country in BODIES else f"{country}.{sector}"

    def _mention(self, id_: str, last: int, code: str, *, pointing: bool) -> Mention:
        named, whose = self.named, self.id if code else id_
        return Mention(self.place.sentence.number, self.place.first, last, named.role or TITLE, whose, self.name,
                       code, self.sector, named.plural, pointing, title=named.id)


def inner_body(own: str, sector: str, role: str) -> bool:
    """Whether the body a title belongs to decides the sector: its officials and members, not its victims."""
    if own in {"REB", "PTY"} and sector in {"MIL", "GOV", "REB", "PTY"} and role != "people":
        return True
    if own in _POLICE and sector == "MIL" and role in {"office", "role"}:
        return True
    return not sector or (role in {"office", "role"} and own != "GOV" and sector in {"GOV", "PTY"})

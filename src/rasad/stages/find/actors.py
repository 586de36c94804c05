"""A mention is a stretch of a sentence that names somebody, read as far as its noun phrase goes.

«سخنگوی وزارت خارجه روسیه» is one mention, of a role inside an institution of a country; the
name that stands in apposition to it («…، ماریا زاخارووا») is the same somebody. A title whose
country is not told keeps an empty country for the next stage.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from rasad.language.actors import (
    ADJECTIVE,
    COUNTRY,
    EPITHET,
    GOVERNMENT,
    GROUP,
    INSTITUTION,
    NOBODY,
    PERSON,
    TITLE,
    Named,
    Names,
)
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.stages.find.strangers import Strangers
from rasad.stages.read.sentences import Sentence

PRONOUN = "pronoun"
_BOUND = frozenset({"group", "organisation", "media", "institution"})
_SHORT_REACH = 2  # the same for roles, forces and people
_REACH = 5  # words of a title's noun phrase that may be unknown: adjectives, departments


@dataclass(slots=True)
class Mention:
    """Somebody named in words `first` to `last` of a sentence.

    `kind` is that of the name, for titles their role; `code` is empty while the country is not
    known; `pointing` is set for «این …» and pronouns, which mean somebody named before.
    """

    sentence: int
    first: int
    last: int
    kind: str
    id: str
    name: str
    code: str
    sector: str = ""
    plural: bool = False
    pointing: bool = False
    bare: bool = False  # an adjective that only tells the country of the noun before it
    title: str = ""
    label: tuple[int, int] | None = None  # words of a personal name, where there is one
    guessed: bool = False  # the country was not told with the title, but taken from around it
    also: str = ""  # the code of the other of two: «دو طرف»
    of: str = ""  # the code of the country or body that a pointing phrase names itself


class ActorFinder:
    """Finds the mentions of actors in sentences of one language."""

    def __init__(self, names: Names, grammar: Grammar, anaphora: Phrases[str], events: Container[str],
                 strangers: Strangers) -> None:
        self.names, self.grammar, self.anaphora, self.strangers = names, grammar, anaphora, strangers
        self.events, self.actions = events, grammar["action-noun"]
        self.first = names.starts()
        self.barriers = (grammar["preposition"] | grammar["that"] | grammar["object"] | grammar["comma"]
                         | grammar["colon"] | grammar["stop"] | grammar["adverb"])
        self.joins = grammar["and"]
        self.listing = grammar["and"] | grammar["comma"]
        self.adjectives = grammar["adjective"]
        self.musts = grammar["must"]
        self.bound = grammar["bound-title"]
        self.counted = grammar["person-count"]
        self.some, self.of, self.one = grammar["some"], grammar["of"], grammar["one-of"]
        self.pairs = grammar.phrases["pair"]
        self.pair_starts = self.pairs.starts()
        self.quotes = grammar["open-quote"] | grammar["close-quote"]
        self.demonstratives = grammar["demonstrative"]
        self.pronouns = {key: name for name in ("pronoun-one", "pronoun-many", "first-many", "first-one", "self")
                         for key in grammar[name]}

    def find(self, sentence: Sentence, verb_words: frozenset[int], day: str,
             surnames: Mapping[str, Mention]) -> list[Mention]:
        """The mentions of a sentence from left to right; codes are those of the day.

        `surnames` are those that the report has introduced with a full name.
        """
        keys, out = sentence.keys, []
        first, pronouns, n, i = self.first, self.pronouns, len(keys), 0
        slots, slot_starts = self.grammar.slots, self.grammar.slot_starts
        while i < n:
            key = keys[i]
            mention = None
            if key in slot_starts:
                preposition = slots.longest(keys, i, n)
                if preposition is not None and preposition[0] > i + 1:
                    i = preposition[0]
                    continue
            if i not in verb_words:
                if key in surnames and not self._is_title(key):
                    known = surnames[key]
                    mention = replace(known, sentence=sentence.number, first=i, last=i, label=(i, i), title="")
                elif key in self.pair_starts:
                    both = self.pairs.longest(keys, i, n)
                    if both is not None:
                        mention = Mention(sentence.number, i, both[0] - 1, "anaphor", "pair", "", "", plural=True,
                                          pointing=True, title="pair")
                if mention is not None:
                    pass
                elif key in self.demonstratives:
                    mention = self._pointing(sentence, i, verb_words, day)
                elif key in first:
                    mention = self._named(sentence, i, verb_words, day)
                if mention is None and key in self.counted and i and self._counts(keys[i - 1]):
                    mention = Mention(sentence.number, i, i, "people", "", "", "", "CVL", plural=True, title=key)
                if mention is None and key in pronouns:
                    mention = Mention(sentence.number, i, i, PRONOUN, pronouns[key], "", "", pointing=True)
                if mention is None and key in self.strangers.starts:
                    mention = self._stranger(sentence, i, verb_words, surnames)
            if mention is None:
                i += 1
                continue
            out.append(mention)
            i = mention.last + 1
        return self._apposed(sentence, self._shared(sentence.keys, self._parts(sentence.keys, out)))

    def _shared(self, keys: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """«وزیران خارجه ایران، عراق و سوریه»: a title in the plural holds for every country joined to the first."""
        out = list(mentions)
        for k, mention in enumerate(out):
            many = mention.plural or mention.kind in {"role", "people"}
            if not (many and mention.title and mention.sector and mention.code) or mention.pointing:
                continue
            run = k + 1
            while (run < len(out) and out[run].first == out[run - 1].last + 2 and out[run].kind in {COUNTRY, ADJECTIVE}
                   and keys[out[run].first - 1] in self.listing):
                run += 1
            ends = [j for j in range(k + 1, run) if keys[out[j].first - 1] in self.joins]
            for j in range(k + 1, ends[-1] + 1 if ends else 0):
                whose = out[j].code
                out[j] = replace(out[j], code=whose if whose in _BODIES else f"{whose}.{mention.sector}",
                                 sector=mention.sector, kind=mention.kind, bare=False, plural=True)
        return out

    def _parts(self, keys: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """«یکی از …», «۴۳ تن از اعضای …»: the counted word and whoever it is part of are one mention."""
        out: list[Mention] = []
        for mention in mentions:
            at = mention.first - 1
            if at > 0 and keys[at] in self.of and (keys[at - 1] in self.some or keys[at - 1] in self.counted):
                if out and out[-1].last >= at - 1:
                    out.pop()
                kind = "role" if mention.kind in {COUNTRY, GROUP, INSTITUTION, "organisation", "force"} else mention.kind
                mention = replace(mention, first=at - 1, kind=kind, plural=keys[at - 1] not in self.one)  # noqa: PLW2901
            out.append(mention)
        return out

    def surnames(self, sentence: Sentence, mentions: Sequence[Mention]) -> dict[str, Mention]:
        """The last words of full names in a sentence that alone will mean the same person: no word of the tables."""
        out = {}
        for mention in mentions:
            if mention.kind in _BOUND and mention.first == mention.last and mention.code:
                key = sentence.keys[mention.first]
                if not any(not m.contexts for m in self.names.get(key) or ()):
                    out[key] = mention
            if mention.label is not None and mention.label[1] > mention.label[0]:
                last = sentence.keys[mention.label[1]]
                if (len(last) > 2 and not self._is_title(last) and last not in self.barriers
                        and (mention.id or last not in self.strangers.given.sure)):  # noqa: PLR2004
                    out[last] = mention
        return out

    def _is_title(self, key: str) -> bool:
        return any(m.kind == TITLE for m in self.names.get(key) or ())

    def _counts(self, key: str) -> bool:
        return key.isdigit() or key in self.grammar["count"]

    def _named(self, sentence: Sentence, i: int, verbs: frozenset[int], day: str) -> Mention | None:
        keys = sentence.keys
        found = self.names.longest(keys, i, len(keys))
        if found is None:
            return None
        stop, meanings = found
        named = self._meant(meanings, keys, i, day)
        if named is None or named.kind == NOBODY or any(j in verbs for j in range(i, stop)):
            return None
        if named.kind == TITLE:
            plain = not named.plural and "".join(keys[i:stop]) in self.adjectives
            if plain and not self._stands_alone(keys, i, verbs):
                return None
            mention = self._title(sentence, i, stop, named, verbs, day)
            return mention if mention.code or mention.pointing or "".join(keys[i:stop]) not in self.bound else None
        pointing = i > 0 and keys[i - 1] in self.demonstratives
        bare = named.kind == ADJECTIVE and not named.plural and not self._stands_alone(keys, i, verbs)
        code = named.code(day)
        sector = code.partition(".")[2]
        if named.kind == ADJECTIVE and not sector and i and self._counts(keys[i - 1]):
            return Mention(sentence.number, i, stop - 1, "people", named.id, named.name, f"{code}.CVL", "CVL",
                           plural=True)  # «هزاران اسرائیلی»
        mention = Mention(sentence.number, i, stop - 1, named.kind, named.id, named.name, code, sector,
                          named.plural, pointing, bare)
        if named.kind == INSTITUTION:
            self._longer(keys, mention, stop, day)
            self._whose(keys, mention, mention.last + 1, verbs, day)
        if named.kind == PERSON:
            mention.label = (i, stop - 1)
        return mention

    def _pointing(self, sentence: Sentence, i: int, verbs: frozenset[int], day: str) -> Mention | None:
        """«این مقام», «این کشور»: somebody named before; a country told after it («این مقام آمریکایی») is kept."""
        keys = sentence.keys
        found = self.anaphora.longest(keys, i + 1, len(keys)) if i + 1 < len(keys) else None
        if found is None or any(j in verbs for j in range(i + 1, found[0])):
            return None
        stop, kind = found
        mention = Mention(sentence.number, i, stop - 1, "anaphor", kind, "", "", pointing=True,
                          title="".join(keys[i + 1:stop]))
        after = self.names.longest(keys, stop, len(keys)) if stop < len(keys) and keys[stop] in self.first else None
        inner = self._meant(after[1], keys, stop, day) if after else None
        if after and inner and inner.kind in {ADJECTIVE, COUNTRY, "group", "organisation", "institution"}:
            mention.last = after[0] - 1
            whose = inner.code(day)
            sector = next((m.sector for m in self.names.get(mention.title) or () if m.kind == TITLE), "")
            mention.of = f"{whose}.{sector}" if sector and "." not in whose and whose not in _BODIES else whose
        return mention

    def _whose(self, keys: Sequence[str], mention: Mention, stop: int, verbs: frozenset[int], day: str) -> None:
        """A country told after a body («مجلس سنای فرانسه») takes the place of the one its name has by itself."""
        if stop >= len(keys) or stop in verbs or keys[stop] not in self.first:
            return
        if stop - 1 > mention.first and any(m.kind in {COUNTRY, ADJECTIVE} for m in self.names.get(keys[stop - 1]) or ()):
            return  # the name tells its country itself: «ارتش ترکیه»
        found = self.names.longest(keys, stop, len(keys))
        inner = self._meant(found[1], keys, stop, day) if found else None
        if found and inner and inner.kind in {COUNTRY, ADJECTIVE} and not inner.plural:
            country = inner.code(day).partition(".")[0]
            mention.last = found[0] - 1
            mention.code = f"{country}.{mention.sector}" if mention.sector else country

    def _longer(self, keys: Sequence[str], mention: Mention, stop: int, day: str) -> None:
        """The country at the end of a name may be longer than the name: «ارتش سودان جنوبی»."""
        found = self.names.longest(keys, stop - 1, len(keys))
        inner = self._meant(found[1], keys, stop - 1, day) if found and found[0] > stop else None
        if found and inner and inner.kind == COUNTRY:
            country = inner.code(day).partition(".")[0]
            mention.last, mention.id = found[0] - 1, country
            mention.code = f"{country}.{mention.sector}" if mention.sector else country

    def _meant(self, meanings: tuple[Named, ...], keys: Sequence[str], i: int, day: str) -> Named | None:
        """The meaning that fits: a name bound to a context needs it, and among persons the one in office."""
        fit = [m for m in meanings if not m.contexts or (i > 0 and keys[i - 1].endswith(tuple(m.contexts)))
               or (m.kind == GROUP and self._beside_group(keys, i))]
        if len(fit) < 2:
            return fit[0] if fit else None
        persons = [m for m in fit if m.kind == PERSON]
        holding = [m for m in persons if any(t.holds(day) for t in m.terms)]
        return holding[0] if holding else fit[0]

    def _beside_group(self, keys: Sequence[str], i: int) -> bool:
        """Whether «و» joins the word to the name of a group: «فتح و حماس»."""
        n = len(keys)
        if i + 2 < n and keys[i + 1] in self.joins:
            found = self.names.longest(keys, i + 2, n)
            if found is not None and any(m.kind == GROUP and not m.contexts for m in found[1]):
                return True
        if i > 1 and keys[i - 1] in self.joins:
            return any(m.kind == GROUP and not m.contexts for m in self.names.get(keys[i - 2]) or ())
        return False

    def _stands_alone(self, keys: Sequence[str], i: int, verbs: frozenset[int]) -> bool:
        if i == 0:
            return True
        before = keys[i - 1]
        return (before in self.barriers or before in self.joins or before in self.quotes or i - 1 in verbs
                or before in self.demonstratives or before.isdigit() or before in self.grammar["count"])

    def _title(self, sentence: Sentence, i: int, stop: int, named: Named, verbs: frozenset[int],  # noqa: PLR0913
               day: str) -> Mention:
        """A title with all that hangs on it, as far as the first name that tells whose it is."""
        keys, n = sentence.keys, len(sentence.keys)
        pointing = i > 0 and keys[i - 1] in self.demonstratives
        sector, role = named.sector, named.role
        code = named.code(day)
        last, j, unknown, whole = stop - 1, stop, 0, ""
        reach = _REACH if role in {"office", "institution"} else _SHORT_REACH
        if named.whose:
            j = n
        id_, name = "", ""
        while j < n and unknown <= reach:
            key = keys[j]
            if key in self.pair_starts and not code:
                both = self.pairs.longest(keys, j, n)
                if both is not None:
                    return Mention(sentence.number, i, both[0] - 1, role or TITLE, "of-pair", "", "", sector,
                                   named.plural, pointing=True, title=named.id)
            if key in self.demonstratives and j + 1 < n:
                thing = self.anaphora.longest(keys, j + 1, n)
                if thing and thing[1] in {"country", "group"} and not code:
                    return Mention(sentence.number, i, thing[0] - 1, role or TITLE, f"of-{thing[1]}", "", "", sector,
                                   named.plural, pointing=True, title=named.id)
            if key in self.barriers or key in self.joins or j in verbs or key in self.demonstratives:
                break
            if self._counts(key) or key in self.musts:
                break
            if key in self.actions or (key in self.events and unknown == 0):
                break
            found = self.names.longest(keys, j, n) if key in self.first else None
            inner = self._meant(found[1], keys, j, day) if found else None
            if found is None or inner is None or any(k in verbs for k in range(j, found[0])):
                if key in self.quotes and unknown == 0 and found is None and j > last + 1:
                    break
                unknown += 1
                j += 1
                continue
            if inner.kind == NOBODY and found[0] == j + 1:
                unknown += 1
                j += 1
                continue  # a field of work: «وزیر گردشگری ترکیه»
            if inner.kind in {PERSON, NOBODY}:
                break
            last, j = found[0] - 1, found[0]
            if inner.kind == TITLE:
                if inner.whose:
                    break
                sector = sector or inner.sector
                code = code or inner.code(day)
                continue
            whole = inner.code(day)
            id_, name = inner.id, inner.name
            if inner.kind != ADJECTIVE or not code:
                code = code or whole
            if inner.kind != ADJECTIVE:
                break
            unknown = max(unknown, reach - 1)
        if named.whose and not whole and not code:
            return Mention(sentence.number, i, last, role or TITLE, named.whose, "", "", sector, named.plural,
                           pointing=True, title=named.id)
        country, _, own = (whole or code).partition(".")
        sector = own if own and inner_body(own, sector, role) else sector or own
        if not sector and country and role in {"office", "role", "institution"}:
            sector = "GOV"  # an official of a country, when nothing else is told
        full = f"{country}.{sector}" if country and sector else country
        if country in _BODIES:
            full = country
        return Mention(sentence.number, i, last, role or TITLE, id_ or country, name, full, sector, named.plural,
                       pointing, title=named.id)

    def _stranger(self, sentence: Sentence, i: int, verbs: frozenset[int], surnames: Container[str]) -> Mention | None:
        """A personal name that no table knows."""
        last = self.strangers.last(sentence, i, verbs, surnames)
        return Mention(sentence.number, i, last, PERSON, "", "", "", label=(i, last)) if last >= 0 else None

    def _apposed(self, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
        """Mentions with names joined to the titles beside them: «پسکوف، سخنگوی …» is one somebody."""
        out: list[Mention] = []
        for mention in mentions:
            before = out[-1] if out else None
            if before is not None and self._same(sentence.keys, before, mention):
                out[-1] = _joined(before, mention)
            else:
                out.append(mention)
        return out

    def _same(self, keys: Sequence[str], a: Mention, b: Mention) -> bool:
        if (a.label is None) == (b.label is None):
            return False
        title = b if a.label else a
        if title.kind not in {"office", "role", TITLE} or title.plural or title.pointing:
            return False
        between = keys[a.last + 1:b.first]
        if any(k not in self.quotes and k not in self.grammar["comma"] and k not in _BRACKETS for k in between):
            return False
        if a.code and b.code and a.code.split(".")[0] != b.code.split(".")[0]:
            return False
        return len(between) <= 3


_BRACKETS = frozenset("()[]")
_BODIES = frozenset({"UN", "UNSC", "EU", "NATO", "AU", "OSCE", "IAEA", "ICRC", "OIC", "GCC", "ARAB", "CSTO", "CIS",
                     "SCO", "OPEC", "G7", "G20", "ICC", "ICJ", "IMF", "WB", "IGO"})


def inner_body(own: str, sector: str, role: str) -> bool:
    """Whether the body a title belongs to decides the sector: its officials and members, not its victims."""
    if own in {"REB", "PTY"} and sector in {"MIL", "GOV", "REB", "PTY"} and role != "people":
        return True
    return not sector or (role in {"office", "role"} and own not in {"GOV"} and sector in {"GOV", "PTY"})


def _joined(a: Mention, b: Mention) -> Mention:
    person, title = (a, b) if a.label else (b, a)
    code = person.code or title.code
    if title.code and (not person.code or "." in title.code):
        code = title.code
    return Mention(a.sentence, a.first, b.last, PERSON, person.id or title.id, person.name or title.name, code,
                   code.partition(".")[2], label=person.label, title=title.title)


__all__ = ["ADJECTIVE", "COUNTRY", "EPITHET", "GOVERNMENT", "INSTITUTION", "PRONOUN", "ActorFinder", "Mention"]

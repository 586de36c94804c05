"""A mention is a stretch of a sentence that names somebody, read as far as its noun phrase goes.

«سخنگوی وزارت خارجه روسیه» is one mention, of a role inside an institution of a country; the
name that stands in apposition to it («…، ماریا زاخارووا») is the same somebody. A title whose
country is not told keeps an empty country for the next stage.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace

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
from rasad.stages.find.headed import Headed
from rasad.stages.find.joined import Joiner
from rasad.stages.find.mentions import BODIES, PRONOUN, Mention
from rasad.stages.find.strangers import Strangers
from rasad.stages.find.titles import Place as TitlePlace
from rasad.stages.find.titles import TitleReader
from rasad.stages.read.sentences import Sentence

_SIDED = frozenset({"with", "to"})  # slots after whose prepositions the other side of talks is told
_REMEMBERED = 200_000
_BOUND = frozenset({"group", "organisation", "media", "institution"})


class _Beginnings(dict[str, bool]):
    """Whether a mention may begin with a word, worked out once a word."""

    def __init__(self, starts: Sequence[Container[str]], stranger: Callable[[str], bool]) -> None:
        self.starts, self.stranger = starts, stranger

    def __missing__(self, key: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        begins = self[key] = any(key in words for words in self.starts) or self.stranger(key)
        return begins


class ActorFinder:
    """Finds the mentions of actors in sentences of one language."""

    def __init__(self, names: Names, grammar: Grammar, anaphora: Phrases[str], events: Container[str],
                 strangers: Strangers) -> None:
        self.names, self.grammar, self.anaphora, self.strangers = names, grammar, anaphora, strangers
        self.headed = Headed({}, grammar)
        self.titles = TitleReader(names, grammar, anaphora, events, self._meant)
        self.joiner = Joiner(grammar)
        self.first = names.begins
        self.barriers = (grammar["preposition"] | grammar["that"] | grammar["object"] | grammar["comma"]
                         | grammar["colon"] | grammar["stop"] | grammar["adverb"])
        self.prepositions = grammar.slots.begins
        self.joins = grammar["and"]
        self.adjectives = grammar["adjective"]
        self.bound = grammar["bound-title"]
        self.counted = grammar["person-count"]
        self.pairs = grammar.phrases["pair"]
        self.pair_starts = self.pairs.starts()
        self.held, self.venues = grammar["held-there"], grammar["venue"]
        self.quotes = grammar["open-quote"] | grammar["close-quote"]
        self.demonstratives = grammar["demonstrative"]
        self.pronouns = {key: name for name in ("pronoun-one", "pronoun-many", "first-many", "first-one", "self")
                         for key in grammar[name]}
        self.likely = _Beginnings((self.prepositions,), self._may_begin)
        self.begins = _Beginnings((self.pair_starts, self.first, self.counted, self.demonstratives, self.pronouns),
                                  self.strangers.begins)

    def find(self, sentence: Sentence, verb_words: frozenset[int], day: str,
             surnames: Mapping[str, Mention]) -> list[Mention]:
        """The mentions of a sentence from left to right; codes are those of the day.

        `surnames` are those that the report has introduced with a full name.
        """
        out: list[Mention] = []
        keys, after = sentence.keys, 0
        begins, prepositions, likely = self.begins, self.prepositions, self.likely
        for i in [i for i, key in enumerate(keys) if likely[key] or key in surnames]:
            if i < after:
                continue
            long = self._long_preposition(keys, i) if prepositions[keys[i]] else -1
            named = long < 0 and i not in verb_words and (begins[keys[i]] or keys[i] in surnames)
            mention = self._at(sentence, i, verb_words, day, surnames) if named else None
            after = long
            if mention is not None:
                out.append(mention)
                after = mention.last + 1
            elif named and self.first[keys[i]]:
                after = max(after, self._nobody(keys, i))
        head = None if out and out[0].first == 0 and out[0].code else self.headed.find(sentence, day)
        if head is not None:
            out = [head, *(m for m in out if m.first > head.last)]
        return self.joiner.join(keys, out)

    def _nobody(self, keys: Sequence[str], i: int) -> int:
        """The word after a phrase that only holds somebody's name: «دریای عمان»; -1 where none begins."""
        found = self.names.longest(keys, i, len(keys))
        held = found is not None and found[0] > i + 1 and all(m.kind == NOBODY for m in found[1])
        return found[0] if held and found is not None else -1

    def _may_begin(self, key: str) -> bool:
        return self.begins[key]

    def _long_preposition(self, keys: Sequence[str], i: int) -> int:
        """The word after a preposition of several words, in which nobody is named; -1 where none begins."""
        found = self.grammar.slots.longest(keys, i, len(keys))
        return found[0] if found is not None and found[0] > i + 1 else -1

    def _at(self, sentence: Sentence, i: int, verbs: frozenset[int], day: str,
            surnames: Mapping[str, Mention]) -> Mention | None:
        """The mention that begins at a word: a name told before, a pair, a pointing phrase, a name, a pronoun."""
        keys, key, mention = sentence.keys, sentence.keys[i], None
        if key in surnames and not self._is_title(key):
            return replace(surnames[key], sentence=sentence.number, first=i, last=i, label=(i, i), title="")
        both = self.pairs.longest(keys, i, len(keys)) if key in self.pair_starts else None
        if both is not None:
            return Mention(sentence.number, i, both[0] - 1, "anaphor", "pair", "", "", plural=True, pointing=True,
                           title="pair")
        if key in self.demonstratives:
            mention = self._pointing(sentence, i, verbs, day)
        elif self.first[key]:
            mention = self._named(sentence, i, verbs, day)
        if mention is None and key in self.counted and i and self._counts(keys[i - 1]):
            return Mention(sentence.number, i, i, "people", "", "", "", "CVL", plural=True, title=key)
        if mention is None and key in self.pronouns:
            return Mention(sentence.number, i, i, PRONOUN, self.pronouns[key], "", "", pointing=True)
        if mention is None and self.strangers.begins(key):
            return self._stranger(sentence, i, verbs, surnames)
        return mention

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
                        and (mention.id or last not in self.strangers.given.sure)):
                    out[last] = mention
        return out

    def _is_title(self, key: str) -> bool:
        """Whether the word is a title; one with the ending of family names may be a name: «دهقانی»."""
        family = key.endswith(self.strangers.endings)
        return any(m.kind == TITLE and not (family and m.id == key[:-1]) for m in self.names.get(key) or ())

    def _counts(self, key: str) -> bool:
        return key.isdigit() or key in self.grammar["count"]

    def _named(self, sentence: Sentence, i: int, verbs: frozenset[int], day: str) -> Mention | None:
        keys = sentence.keys
        found = self.names.longest(keys, i, len(keys))
        if found is None:
            return None
        stop, meanings = found
        named = self._meant(meanings, keys, i, day)
        if named is None or named.kind == NOBODY or not verbs.isdisjoint(range(i, stop)):
            return None
        if named.kind == TITLE:
            plain = not named.plural and "".join(keys[i:stop]) in self.adjectives
            if plain and not self._stands_alone(keys, i, verbs):
                return None
            mention = self.titles.read(named, TitlePlace(sentence, i, stop, verbs, day))
            return mention if mention.code or mention.pointing or "".join(keys[i:stop]) not in self.bound else None
        if i and keys[i - 1] in self.held and self._venue(named, keys, i, stop):
            return None
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

    def _venue(self, named: Named, keys: Sequence[str], i: int, stop: int) -> bool:
        """Whether talks are called after a capital or a neutral country where they were held: «مذاکرات دوحه»."""
        if named.kind != GOVERNMENT and not (named.kind == COUNTRY and keys[i] in self.venues):
            return False
        after = keys[stop] if stop < len(keys) else ""
        return not (after in self.joins or self.first[after] or after.startswith("-")
                    or self.grammar.slots.get(after) in _SIDED)

    def _pointing(self, sentence: Sentence, i: int, verbs: frozenset[int], day: str) -> Mention | None:
        """«این مقام», «این کشور»: somebody named before; a country told after it («این مقام آمریکایی») is kept."""
        keys = sentence.keys
        found = self.anaphora.longest(keys, i + 1, len(keys)) if i + 1 < len(keys) else None
        if found is None or not verbs.isdisjoint(range(i + 1, found[0])):
            return None
        stop, kind = found
        mention = Mention(sentence.number, i, stop - 1, "anaphor", kind, "", "", pointing=True,
                          title="".join(keys[i + 1:stop]))
        after = self.names.longest(keys, stop, len(keys)) if stop < len(keys) and self.first[keys[stop]] else None
        inner = self._meant(after[1], keys, stop, day) if after else None
        if after and inner and inner.kind in {ADJECTIVE, COUNTRY, "group", "organisation", "institution"}:
            mention.last = after[0] - 1
            whose = inner.code(day)
            sector = next((m.sector for m in self.names.get(mention.title) or () if m.kind == TITLE), "")
            mention.of = f"{whose}.{sector}" if sector and "." not in whose and whose not in BODIES else whose
        return mention

    def _whose(self, keys: Sequence[str], mention: Mention, stop: int, verbs: frozenset[int], day: str) -> None:
        """A country told after a body («مجلس سنای فرانسه») takes the place of the one its name has by itself."""
        if stop >= len(keys) or stop in verbs or not self.first[keys[stop]]:
            return
        ends = self.names.get(keys[stop - 1]) or ()
        if stop - 1 > mention.first and any(m.kind in {COUNTRY, ADJECTIVE} for m in ends):
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

    def _stranger(self, sentence: Sentence, i: int, verbs: frozenset[int], surnames: Container[str]) -> Mention | None:
        """A personal name that no table knows."""
        last = self.strangers.last(sentence, i, verbs, surnames)
        return Mention(sentence.number, i, last, PERSON, "", "", "", label=(i, last)) if last >= 0 else None



__all__ = ["ADJECTIVE", "COUNTRY", "EPITHET", "GOVERNMENT", "INSTITUTION", "PRONOUN", "ActorFinder", "Mention"]

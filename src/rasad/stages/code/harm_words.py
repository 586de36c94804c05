"""A word for a harm tells it as a state, an act, those it befell, or a verb: that says where their number stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rasad.language.fold import fold
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.language.tables import values
from rasad.stages.reading import Reading

_CAPTURED = "captured"
_NAMED = 5  # words from a number to the word for those whom it counts: «ده‌ها جوان بازداشت‌شده»
STATE, ACT, VICTIMS, VERB = "state", "act", "victims", "verb"


@dataclass(frozen=True, slots=True)
class Harms:
    """Words for harms: by phrase, kind -> harm; by the infinitive of a simple verb, the harm."""

    phrases: Phrases[dict[str, str]] = field(default_factory=Phrases)
    verbs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Harm:
    """Words `first` up to `stop` of a sentence tell a harm, as a `kind` of word."""

    first: int
    stop: int
    name: str
    kind: str


def harm_table(rows: Sequence[Mapping[str, str]]) -> Harms:
    """The words for harms, by phrase and by verb."""
    harms = Harms()
    for row in rows:
        for word in values(row, "fa"):
            if row["kind"] == VERB:
                harms.verbs[word] = row["harm"]
            else:
                known = harms.phrases.get(fold(word.replace(" ", "").replace("\u200c", ""))) or {}
                harms.phrases.add(word, {**known, row["kind"]: row["harm"]})
    return harms


class HarmReader:
    """Finds the words for harms in one language."""

    def __init__(self, harms: Harms, grammar: Grammar) -> None:
        self.harms = harms
        self.led = grammar.slot_starts
        self.joins = grammar["and"] | grammar["comma"]

    def at(self, keys: Sequence[str], first: int) -> bool:
        """Whether a word for a harm begins there."""
        return bool(self.harms.phrases.begins[keys[first]]) and (
            self.harms.phrases.longest(keys, first, len(keys)) is not None)

    def told(self, reading: Reading) -> list[Harm]:
        """The harms told, from left to right; what is said not to have happened is none."""
        keys, n, out = reading.sentence.keys, len(reading.sentence.keys), []
        verbs = {i: v for v in reading.verbs for i in range(v.first, v.last + 1)}
        begins, done = self.harms.phrases.begins, 0
        for i in [i for i, key in enumerate(keys) if begins[key] or i in verbs]:
            if i < done:
                continue
            verb = verbs.get(i)
            found = self.harms.phrases.longest(keys, i, n) if begins[keys[i]] else None
            name = self.harms.verbs.get(verb.lemma, "") if verb is not None and not verb.compound else ""
            if name and verb is not None and verb.finite:
                out += [] if verb.negated else [Harm(i, verb.last + 1, name, VERB)]
                done = verb.last + 1
            elif found is not None:
                after = verbs.get(found[0]) or verbs.get(found[0] - 1)
                if after is None or not after.negated:
                    harm = _as_told(i, found, spoken=after is not None and (after.finite or after.noun >= i))
                    clipped = harm.kind == ACT and self._clipped(reading, i, found[0])
                    out.append(replace(harm, kind=STATE) if clipped else harm)
                done = found[0]
        return out

    def _clipped(self, reading: Reading, first: int, stop: int) -> bool:
        """Whether an infinitive that ends what is told stands for the finite verb, as in speech: «سه نفر کشته شدن»."""
        keys = reading.sentence.keys
        if stop < len(keys) and keys[stop].isalpha() and keys[stop] not in self.joins:
            return False
        if any(m.first == stop for m in reading.numbers):
            return False  # «بازداشت ۴۱ نفر»
        if stop == first + 1 and first and keys[first - 1] in self.joins:
            return False  # «انفجار، ترور و ناامنی»
        inner = self.harms.phrases.longest(keys, first, stop - 1)
        return inner is not None and STATE in inner[1] and first > 0 and keys[first - 1] not in self.led


def _as_told(first: int, found: tuple[int, dict[str, str]], *, spoken: bool) -> Harm:
    """The harm a phrase tells: with a verb right after it what somebody suffered, else what it can be alone."""
    stop, kinds = found
    order = (STATE, ACT, VICTIMS) if spoken else (ACT, STATE, VICTIMS)
    kind = next(k for k in order if k in kinds)
    return Harm(first, stop, kinds[kind], kind)


def apart(told: Sequence[Harm], reading: Reading, joins: frozenset[str]) -> list[Harm]:
    """The harms without those told together under one number, whose shares nobody knows: «۴۰ کشته و زخمی».

    One right before another only names those whom the other befell: «سه گروگان کشته شدند».
    """
    keys, together = reading.sentence.keys, set()
    for one, two in pairwise(told):
        if two.first == one.stop + 1 and keys[one.stop] in joins and one.name != two.name:
            together |= {one, two}
        elif one.kind == STATE and two.kind in {STATE, VERB} and _names_those(one, two, reading, joins):
            together.add(one)
    return [h for h in told if h not in together and not _held(h, reading)]


def _held(harm: Harm, reading: Reading) -> bool:
    """Whether a word only names somebody who was held before, by whose they are: «دو گروگان فرانسوی»."""
    named = any(m.first == harm.stop for m in reading.mentions)
    return named and harm.name == _CAPTURED and harm.kind == STATE and any(
        m.last == harm.first - 1 for m in reading.numbers) and not any(
        harm.first <= v.first <= harm.stop for v in reading.verbs)


def _names_those(one: Harm, two: Harm, reading: Reading, joins: frozenset[str]) -> bool:
    """Whether a word right after a number is the noun for those whom the next harm of its clause befell."""
    counted = two.first == one.stop or any(0 < one.first - m.last <= _NAMED for m in reading.numbers)
    between = range(one.stop, two.first)
    return (counted and reading.clause_at(one.first) is reading.clause_at(two.first)
            and not any(reading.sentence.keys[i] in joins for i in between)
            and not any(one.stop <= m.first < two.first for m in reading.numbers)
            and not any(v.first in between and reading.clause_at(v.first) is reading.clause_at(two.first)
                        for v in reading.verbs))

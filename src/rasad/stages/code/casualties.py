"""Casualties are numbers the text gives, tied to the word for the harm and to whom it befell.

A number that tells only a part of those counted («از جمله دو کودک») is none of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.language.grammar import Grammar
from rasad.records import Casualties
from rasad.stages.code.harm_shares import SINGLE, Harmed
from rasad.stages.code.harm_words import ACT, STATE, VERB, VICTIMS, Harm, HarmReader, Harms, apart
from rasad.stages.code.one_by_one import OneByOne
from rasad.stages.find.numbers import Number
from rasad.stages.reading import Reading

_REACH = 9  # words between a number and the word for the harm, unless they share a clause
_JOINED = 8  # words between two numbers that one harm befell: «دو سرباز ترک و یک پلیس»
_BEHIND = 2  # words between a noun of action and the number of those it befell: «کشته شدن ۷ نفر»
_POSSESSIVE = 3  # letters that say whose somebody is: «همسرشان»
_BESIDE = 3  # words after a number that may tell whom it counts
_FOR = "for"  # the slot of what is only meant: «برای کشتن یک نفر»
_THINGS = frozenset({"media", "organisation", "equipment"})


class CasualtyFinder:
    """Finds the casualties of a sentence by the words for each harm."""

    def __init__(self, harms: Harms, grammar: Grammar) -> None:
        self.words = HarmReader(harms, grammar)
        self.unpeopled = grammar["unpeopled"]
        self.including, self.that = grammar["including"] - grammar["that"], grammar["that"]
        self.counted, self.joins = grammar["person-count"], grammar["and"] | grammar["comma"]
        self.of, self.some, self.kin = grammar["of"], grammar["some"], grammar["kin"]
        self.beside = grammar["and"] | grammar["beside"]
        self.others = grammar["other"]
        self.running = grammar.phrases["running"]
        self.led, self.single = grammar.slot_starts, OneByOne(grammar)
        self.meant = {word for word in grammar.slots.entries if grammar.slots.entries[word] == _FOR}
        self.pointing = grammar["this"]
        self.those = grammar["pronoun-many"] | grammar["pronoun-thing"]

    def find(self, reading: Reading) -> list[Harmed]:
        """The casualties from left to right; a number counts for one harm only."""
        keys = reading.sentence.keys
        told = self.words.told(reading) if reading.numbers or self.single.told(reading) else []
        free = self._people(reading, told) if told else []
        out: list[Harmed] = []
        done, who = -1, ""
        running = bool(told and self.running.within(keys, 0, len(keys)))
        for harm in apart(told, reading, self.joins):
            if harm.kind == ACT and harm.first and keys[harm.first - 1] in self.meant:
                continue
            counts = self._counts(reading, harm, free, told, done)
            here: list[Harmed] = []
            for number in counts:
                free.remove(number)
                who = self._who(reading, number, harm) or who
                more = self._kin(reading, number, harm)
                apart_told = number is not counts[-1] and self._apart(reading, number)
                _count(here, Harmed(number.first if apart_told else harm.first, Casualties(
                    harm.name, number.min + more, number.max + more, who), apart=apart_told))
            if harm.name not in SINGLE:
                counts = [m for m in counts if m in reading.numbers]
            names = 0 if counts or not self._names(reading, harm) else self.single.names(reading, harm)
            if names:
                here.append(Harmed(harm.first, Casualties(harm.name, names, names, "")))
            elif not counts and out and self._one_more(reading, harm):
                here.append(Harmed(harm.first, Casualties(harm.name, 1, 1, who), further=True))
            further = bool(counts) and self._further(reading, counts[0], harm)
            out += [replace(one, further=one.further or further, running=running, toll=harm.kind == VICTIMS)
                    for one in here]
            done = harm.stop - 1 if counts else done
        return out

    def _apart(self, reading: Reading, number: Number) -> bool:
        """Whether what follows a number is told of another place or attack: «در A ۸۵ تن و در B ۵۸ تن کشته شدند»."""
        keys, after = reading.sentence.keys, number.last + 2
        return after + 1 < len(keys) and keys[after] in self.joins and keys[after + 1] in self.led

    def _names(self, reading: Reading, harm: Harm) -> bool:
        """Whether those whom a harm befell may be named one by one."""
        return harm.kind in {STATE, VERB} and harm.name in SINGLE and not self._attribute(reading, harm)

    def _one_more(self, reading: Reading, harm: Harm) -> bool:
        """Whether an act befell one more of those told before: «کشته شدن یک سرباز و زخمی شدن سرباز دیگر»."""
        mention = next((m for m in reading.mentions if m.first == harm.stop), None)
        keys = reading.sentence.keys
        return harm.kind == ACT and mention is not None and not mention.plural and (
            mention.last + 1 < len(keys) and keys[mention.last + 1] in self.others)

    def _further(self, reading: Reading, number: Number, harm: Harm) -> bool:
        """Whether those counted are others than those counted before: «دو نظامی دیگر»."""
        stop = min(number.last + 1 + _BESIDE, max(harm.first, number.last + 1))
        return any(reading.sentence.keys[i] in self.others for i in range(number.last + 1, stop))

    # ---- the numbers

    def _people(self, reading: Reading, told: Sequence[Harm]) -> list[Number]:
        """The numbers that count whole groups of people or say nothing of what they count."""
        out: list[Number] = []
        part: Number | None = None
        for number in self.single.numbers(reading):
            between = part is not None and not any(part.last < h.first < number.first for h in told)
            if number.first and reading.sentence.keys[number.first - 1] in self.pointing:
                continue  # «این دو نفر»: those counted before
            if number not in reading.numbers and any(h.first == number.first + 2 for h in told):
                continue  # «یکی از کشته‌شدگان»
            if self._within(reading, number, joined=between) or (
                    out and self._of_those(reading, number) and not _own_harm(reading, out[-1], number, told)):
                part = number
            else:
                out.append(number)
        return out

    def _within(self, reading: Reading, number: Number, *, joined: bool) -> bool:
        """Whether a number tells a part of those counted: after «از جمله», or joined to such a part."""
        before = reading.sentence.keys[number.first - 1] if number.first else ""
        return before in self.including or (joined and before in self.joins)

    def _of_those(self, reading: Reading, number: Number) -> bool:
        """Whether a number is one of those just counted, or of another number: «۵ تن از آنها», «۵ تن از ۷ تن»."""
        keys, at = reading.sentence.keys, number.last + 1
        at += at < len(keys) and keys[at] in self.counted
        if at + 1 >= len(keys) or keys[at] not in self.of:
            return False
        return keys[at + 1] in self.those or any(m.first == at + 1 for m in reading.numbers)

    def _counts(self, reading: Reading, harm: Harm, free: Sequence[Number], told: Sequence[Harm],
                done: int) -> list[Number]:
        """The numbers of those harmed, for the kind of word that tells the harm."""
        if harm.kind == ACT:
            return self._behind(reading, harm, free) or self._right_before(reading, harm, free, done)
        if harm.kind == VICTIMS:
            return self._right_before(reading, harm, free, done) or self._toll(reading, harm, free, told)
        if self._attribute(reading, harm):
            return self._right_before(reading, harm, free, done)
        return self._before(reading, harm, free, done) or self._behind(reading, harm, free) or self._carried(
            reading, harm, free)

    def _attribute(self, reading: Reading, harm: Harm) -> bool:
        """Whether a word only says of which kind somebody is who is named after it: «دو عضو کشته‌شده سپاه», «شهید X»."""
        keys = reading.sentence.keys
        after = keys[harm.stop] if harm.kind == STATE and harm.stop < len(keys) else ""
        joined = after in self.led or after in self.joins or after in self.beside or after in self.others
        return after.isalpha() and not joined and not any(
            v.first <= harm.stop <= v.last or harm.first <= v.last < harm.stop or harm.first <= v.noun < harm.stop
            for v in reading.verbs) and not any(m.first == harm.stop for m in reading.numbers)

    def _carried(self, reading: Reading, harm: Harm, free: Sequence[Number]) -> list[Number]:
        """The number that heads the subject of an earlier clause, where the harm has none: «سه نفر که … کشته شدند»."""
        clause = reading.clause_at(harm.first)
        roles = reading.roles[clause.number]
        if clause.verb is None or not clause.verb.finite or roles.subject is not None or (
                roles.object is not None and roles.object.marked):
            return []
        told = [chunk for one in reading.clauses if one.first < clause.first
                and (chunk := reading.roles[one.number].subject) is not None]
        if clause.first and reading.sentence.keys[clause.first - 1] in self.that:
            told = [chunk for chunk in told if clause.first - chunk.last <= _BEHIND + 1]
        head = told[-1].first if told else -1
        return [m for m in free if m.first <= head <= m.last and self._people_beside(reading, m, None)]

    def _before(self, reading: Reading, harm: Harm, free: Sequence[Number], done: int) -> list[Number]:
        """The nearest number of people before the harm that no preposition governs, with those joined to it."""
        clause = set(reading.clause_at(harm.first).words)
        fit = [m for m in free if m.last < harm.first and (done < m.first or self._suffers(reading, m, harm))
               and (harm.first - m.last <= _REACH or m.first in clause) and self._people_beside(reading, m, harm)]
        fit = [m for m in fit if not self._others(reading, m, harm)]
        fit = [m for m in fit if self._ungoverned(reading, m, harm)] or [
            m for m in fit if harm.first - m.last <= _BESIDE]
        headed = [m for m in fit if self._suffers(reading, m, harm)]
        out = self._chained(reading, headed[-1:], fit) or fit[-1:]
        fit = fit[:fit.index(out[0]) + 1] if out else fit
        for number in reversed(fit[:-1]):
            joined = self._joined(reading, number, out[0])
            if not joined or out[0].first - number.last > _JOINED or any(
                    v.finite and number.last < v.first < out[0].first for v in reading.verbs):
                break
            out.insert(0, number)
        return out

    def _chained(self, reading: Reading, out: list[Number], fit: Sequence[Number]) -> list[Number]:
        """A number with those joined to it one after another."""
        for number in fit[fit.index(out[0]) + 1:] if out else ():
            if self._joined(reading, out[-1], number) and number.first - out[-1].last <= _JOINED:
                out = [*out, number]
        return out

    def _joined(self, reading: Reading, one: Number, two: Number) -> bool:
        """Whether a second number is told with the first: «۴ زائر به همراه ۳ راننده», «در A ۸۵ تن و در B ۵۸ تن»."""
        keys = reading.sentence.keys
        return keys[two.first - 1] in self.joins | self.beside or (
            keys[one.last + 1] in self.counted and keys[one.last + 2] in self.joins)

    def _others(self, reading: Reading, number: Number, harm: Harm) -> bool:
        """Whether an uncounted many stands between the number and the harm: «۵ نفر کشته و شماری زخمی»."""
        keys = reading.sentence.keys
        return any(keys[i] in self.some and keys[i - 1] in self.joins for i in range(number.last + 2, harm.first))

    def _kin(self, reading: Reading, number: Number, harm: Harm) -> int:
        """How many of the family are told with the one counted: «یک مرد به همراه همسر و نوزادش»."""
        keys = reading.sentence.keys
        return sum(number.min == number.max == 1 and keys[i - 1] in self.beside and self._relative(keys[i])
                   for i in range(number.last + 2, harm.first))

    def _relative(self, key: str) -> bool:
        """Whether a word is one of the family, with a possessive at most."""
        return any(key.startswith(word) and len(key) - len(word) <= _POSSESSIVE for word in self.kin)

    def _right_before(self, reading: Reading, harm: Harm, free: Sequence[Number], done: int) -> list[Number]:
        keys = reading.sentence.keys
        return [m for m in free if done < m.first and 0 < harm.first - m.last <= _BEHIND
                and keys[m.last + 1] not in self.unpeopled][-1:]

    def _behind(self, reading: Reading, harm: Harm, free: Sequence[Number]) -> list[Number]:
        """The number right after a noun of action, with one joined to it: «کشته شدن ۷ نفر»."""
        keys = reading.sentence.keys
        near = [m for m in free if m.first == harm.stop or (
            m.first == harm.stop + 1 and keys[harm.stop] not in self.joins and harm.kind == ACT)]
        out = [m for m in near[:1] if self._people_beside(reading, m, None) or (
            harm.kind == ACT and self._noun_beside(reading, m))]
        after = [m for m in free if out and out[0].last < m.first <= out[0].last + _JOINED]
        joined = [m for m in after[:1] if keys[m.first - 1] in self.joins and self._people_beside(reading, m, None)]
        return [*out, *joined] if harm.kind == ACT and not self._told_between(reading, out, joined) else out

    def _told_between(self, reading: Reading, one: Sequence[Number], two: Sequence[Number]) -> bool:
        """Whether a word for a harm stands between two numbers or right after the second."""
        span = range(one[0].last + 1, two[0].last + 3) if one and two else range(0)
        keys = reading.sentence.keys
        return any(self.words.at(keys, i) for i in span if i < len(keys))

    def _toll(self, reading: Reading, harm: Harm, free: Sequence[Number], told: Sequence[Harm]) -> list[Number]:
        """The number that a toll is said to be, later in its clause, and no number of things or of another harm."""
        clause, keys = reading.clause_at(harm.first), reading.sentence.keys
        return [m for m in free if m.first >= harm.stop and reading.clause_at(m.first) is clause
                and not any(keys[i] in self.unpeopled for i in (m.last + 1,) if i < len(keys))
                and not any(h.kind in {STATE, VERB} and h.first > m.last and reading.clause_at(h.first) is clause
                            for h in told)][:1]

    def _people_beside(self, reading: Reading, number: Number, harm: Harm | None) -> bool:
        """Whether people follow the number, or the harm itself."""
        keys, end = reading.sentence.keys, len(reading.sentence.keys)
        stop = end if harm is None else harm.first
        if harm is not None and number.last + 1 >= stop:
            return True
        if harm is None and (number.last + 1 >= end or keys[number.last + 1] in self.joins):
            return True
        if keys[number.last + 1] in self.unpeopled or (
                keys[number.last + 1] in self.counted and keys[number.last + 2:][:1] and
                keys[number.last + 2] in self.unpeopled):
            return False  # «۵ تن برنج»
        beside = range(number.last + 1, min(number.last + 1 + _BESIDE, stop))
        told = next((m for m in reading.mentions if m.first in beside), None)
        if told is not None and told.kind in _THINGS:
            return False
        return told is not None or any(keys[i] in self.counted for i in beside) or (harm is not None and (
            self._suffers(reading, number, harm) or self._next_to(number, harm)))

    def _noun_beside(self, reading: Reading, number: Number) -> bool:
        """Whether a noun that is no thing stands right after the number: «دستگیری یک قاچاقچی»."""
        keys, at = reading.sentence.keys, number.last + 1
        thing = any(m.first == at and m.kind in _THINGS for m in reading.mentions)
        return (at < len(keys) and keys[at].isalpha() and not thing and not self.words.at(keys, at)
                and keys[at] not in self.led and keys[at] not in self.unpeopled | self.counted | self.others)

    @staticmethod
    def _next_to(number: Number, harm: Harm) -> bool:
        """Whether one word alone parts the number from what befell it: «یک متهم دستگیر شد»."""
        return harm.kind in {STATE, VERB} and harm.first - number.last == _BEHIND

    @staticmethod
    def _suffers(reading: Reading, number: Number, harm: Harm) -> bool:
        """Whether the number heads what the harm befell: the object, or the subject where there is none."""
        roles = reading.roles[reading.clause_at(harm.first).number]
        chunk = roles.object if roles.object is not None and roles.object.marked else roles.subject
        return harm.kind in {STATE, VERB} and chunk is not None and (
            number.first <= chunk.first <= number.last < chunk.last)

    def _ungoverned(self, reading: Reading, number: Number, harm: Harm) -> bool:
        """Whether no preposition stands over the number, or the harm follows it at once: «با ۱۰ کشته»."""
        if harm.first - number.last <= 1 or self._along(reading, number):
            return True
        chunks = reading.roles[reading.clause_at(number.last).number].chunks
        chunk = next((c for c in chunks if c.first <= number.last <= c.last), None)
        return chunk is None or not chunk.slot or chunk.first < number.first

    def _along(self, reading: Reading, number: Number) -> bool:
        """Whether a number is told along with another before it: «۴ زائر به همراه ۳ راننده کشته شدند»."""
        keys, first = reading.sentence.keys, number.first
        return first > 1 and keys[first - 1] in self.beside and keys[first - 2] in self.led and any(
            number.first - m.last <= _JOINED and m.last < number.first and keys[m.last + 1] not in self.unpeopled
            for m in reading.numbers)

    def _who(self, reading: Reading, number: Number, harm: Harm) -> str:
        """The code of whoever is counted: named between the number and the harm, or right after."""
        stop, keys = max(harm.first, number.last + 1 + _BESIDE), reading.sentence.keys
        stop = min([stop, *(m.first - 1 for m in reading.numbers if m.first > number.last)])
        led = next((i for i in range(number.last + 1, min(stop + 1, len(keys)))
                    if keys[i] in self.led and keys[i] not in self.of), stop + 1)
        inside = [m for m in reading.mentions if number.last < m.first <= stop and m.first < led
                  and m.code and m.kind not in _THINGS and not (m.first == m.last and keys[m.first] in self.counted)]
        return next((m.code for m in [*(m for m in inside if not m.guessed), *inside]), "")


def _own_harm(reading: Reading, before: Number, number: Number, told: Sequence[Harm]) -> bool:
    """Whether a number has a harm of its own, not that of the number before it: «۲ تن از آنها دستگیر شدند»."""
    clause = reading.clause_at(number.first)
    own = next((h for h in told if h.first > number.last and reading.clause_at(h.first) is clause), None)
    return own is not None and any(before.last < h.first < number.first and h.name != own.name for h in told)


def _count(here: list[Harmed], more: Harmed) -> None:
    """Those of one code whom one harm befell at once are counted together: «شش مرد و دو زن»."""
    a = more.casualties
    same = next((one for one in here if one.at == more.at and one.casualties.who and one.casualties.who == a.who), None)
    if same is None:
        here.append(more)
    else:
        b = same.casualties
        here[here.index(same)] = replace(same, casualties=replace(b, min=a.min + b.min, max=a.max + b.max))

"""An event noun makes a clause with a verb that only says that it is done: «حمله را آغاز کرد», «مورد حمله قرار گرفت».

Which verbs do so the table of supports tells; an event noun under a preposition of its own is no such noun.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.language.frames import Frame, Frames, Support
from rasad.language.grammar import Grammar
from rasad.stages.code.fitting import Fitting
from rasad.stages.code.trigger import ACTIVE, PASSIVE, Hit, Trigger
from rasad.stages.code.verb_triggers import VerbTriggers
from rasad.stages.read.clauses import RELATIVE, Clause
from rasad.stages.read.verbs import Verb

_FAR = 9  # words between an event noun and the verb that goes with it
_DOING = 24  # the same where the words before the noun tell that it is being done: «در حال N …  بودن»
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # types of what is told so, one victim after the other
_HARMED = frozenset({"killed", "injured"})
_APART = 2  # words at least between an element whose verb is left out and the verb after it


class NounClauses:
    """The event nouns of one sentence that make clauses; `used` are the first words of those taken."""

    def __init__(self, fitting: Fitting, frames: Frames, grammar: Grammar, verbs: VerbTriggers) -> None:
        self.fitting, self.frames, self.verbs, self.used = fitting, frames, verbs, verbs.used
        self.reading, self.keys = fitting.reading, fitting.keys
        self.conjunctions, self.marks, self.prepositions = grammar["and"], grammar["object"], grammar.slot_starts
        self.mark = min(grammar["object"])

    def supported(self, clause: Clause, verb: Verb, inside: Sequence[Hit]) -> Trigger | None:
        """The event noun that makes a clause with the verb."""
        if not inside or verb.lemma not in self.frames.supports:
            return None
        for hit in self._likeliest(clause, verb, inside):
            frame = self.fitting.fit(hit[2], clause, hit[1])
            support = self._support(clause, verb, hit) if frame is not None else None
            if frame is not None and support is not None:
                self.used.add(hit[0])
                return Trigger(frame, hit[0], verb.last, hit[:2], clause, verbal=True,
                               voice=PASSIVE if verb.passive else support.voice, aspect=support.aspect,
                               suffered=bool(support.before))
        return None

    def told_of(self, clause: Clause, hits: Sequence[Hit]) -> Trigger | None:
        """The event noun that a relative clause hangs on, and says the doing of: «حمله‌ای که X انجام داد»."""
        verb = clause.verb
        if clause.kind != RELATIVE or verb is None:
            return None
        hit = next((h for h in hits if h[1] == clause.antecedent and h[0] not in self.used), None)
        if hit is None:
            return None
        frame = self.fitting.fit(hit[2], clause)
        for support in self.frames.supports.get(verb.lemma, ()) if frame is not None else ():
            after = support.after.removeprefix(self.mark)
            alone = not after and not verb.compound and verb.noun < 0
            if frame is not None and not support.before and (
                    alone or after in _tails(self.keys, verb.first, hit[1])):
                self.used.add(hit[0])
                return Trigger(frame, verb.first, verb.last, hit[:2], clause, verbal=True,
                               voice=PASSIVE if verb.passive else support.voice, aspect=support.aspect)
        return None

    def joined(self, found: Trigger, hits: Sequence[Hit]) -> list[Trigger]:
        """An event noun that «و» joins to the noun of a compound shares its verb: «احضار و اعتراض کرد»."""
        at = found.noun[0] if found.noun[0] >= 0 else found.first
        if at < 2 or self.keys[at - 1] not in self.conjunctions:
            return []
        for first, last, frames in hits:
            if last == at - 2 and first not in self.used:
                frame = self.fitting.fit(frames, found.clause)
                if frame is not None:
                    self.used.add(first)
                    return [replace(found, frame=frame, first=first, noun=(first, last), negative=False)]
        return []

    def gapped(self, clause: Clause, hits: Sequence[Hit]) -> list[Trigger]:
        """The predicates whose verb is told only with a later one: «X را بازداشت و پس از ساعتی آزاد کرد»."""
        verb = clause.verb
        if verb is None:
            return []
        joints = [i for i in clause.words if 1 < i < verb.first - 1 and self.keys[i] in self.conjunctions]
        found = [(self._gapped_at(clause, verb, i, hits) if verb.compound else None) or self._left_out(clause, verb, i)
                 for i in joints]
        return [trigger for trigger in found if trigger is not None]

    def _left_out(self, clause: Clause, verb: Verb, i: int) -> Trigger | None:
        """The element of a compound whose light verb stands nowhere: «پنج نفر دستگیر و دو نفر به قتل رسیدند»."""
        if i >= verb.first - _APART:
            return None
        for lemma, voice in self.frames.left_out:
            first, frame = self.verbs.ending(clause, verb._replace(lemma=lemma, negated=False), i - 1) or (0, None)
            if frame is None or first < 1 or first in self.used or frame.type not in _SUFFERED:
                continue
            if (self.keys[first - 1] in self.marks) is (voice == ACTIVE) and (
                    voice == ACTIVE or not self._itself(frame, first, i)):
                self.used.update(range(first, i))
                return Trigger(frame, first, i - 1, (-1, -1), clause, verbal=True, voice=voice)
        return None

    def _itself(self, frame: Frame, first: int, end: int) -> bool:
        """Whether an element is a noun of its own, or a harm that is counted: «بازداشت و شکنجه …», «ده کشته و …»."""
        return self.frames.nouns.get("".join(self.keys[first:end])) is not None or bool(frame.notes & _HARMED)

    def _gapped_at(self, clause: Clause, verb: Verb, i: int, hits: Sequence[Hit]) -> Trigger | None:
        """The predicate right before a conjunction, with the verb that stands only after it."""
        keys = self.keys
        noun = next((h for h in hits if h[1] == i - 1 and h[0] not in self.used), None)
        found = self.verbs.ending(clause, verb, i - 1)
        first = noun[0] if noun is not None else found[0] if found is not None else -1
        apart = keys[i + 1] in self.prepositions and i < verb.first - 2
        marked = keys[first - 1] in self.marks if noun is not None else (
            any(keys[j] in self.marks for j in clause.words if j < first))  # «X را خطرناک توصیف و … کرد»
        if first < 1 or not (marked or apart):
            return None
        frame = self.fitting.fit(noun[2], clause) if noun is not None else found[1] if found is not None else None
        if frame is None or (noun is not None and not any(
                not s.before and not s.after for s in self.frames.supports.get(verb.lemma, ()))):
            return None
        self.used.update(range(first, i))
        span = (first, i - 1) if noun is not None else (-1, -1)
        return Trigger(frame, first, i - 1, span, clause, verbal=True, voice=PASSIVE if verb.passive else ACTIVE)

    def _support(self, clause: Clause, verb: Verb, hit: Hit) -> Support | None:
        """The longest pattern with which the event noun and the verb make a clause."""
        free = hit[1] in (verb.first - 1, verb.noun) or not self._under(clause, hit[0])
        before, after = _tails(self.keys, hit[0]), _tails(self.keys, verb.first, hit[1])
        between = "".join(self.keys[hit[1] + 1:verb.first])
        for support in self.frames.supports.get(verb.lemma, ()):
            beside = free or (support.after and between == support.after)
            begun = support.before in before if support.before else beside
            ended = support.after in after if support.after else _goes_with(hit, verb, far=bool(support.before))
            if begun and ended:
                return support
        return None

    def _likeliest(self, clause: Clause, verb: Verb, inside: Sequence[Hit]) -> list[Hit]:
        """The event nouns that may go with the verb: next to it, in its object, or under no preposition."""
        target = self.reading.roles[clause.number].object
        beside = [h for h in inside if h[1] in (verb.first - 1, verb.noun)]
        objects = [h for h in inside if target is not None and target.first <= h[0] <= target.last and h not in beside]
        rest = [h for h in reversed(inside) if h not in beside and h not in objects]
        return [*beside, *objects, *rest]

    def _under(self, clause: Clause, word: int) -> str:
        """The preposition that the word stands under in its clause."""
        chunks = self.reading.roles[clause.number].chunks
        return next((c.slot for c in chunks if c.first <= word <= c.last and not self.fitting.counted(c)), "")


def _goes_with(hit: Hit, verb: Verb, *, far: bool) -> bool:
    """Whether the event noun, with no words of a pattern between, stands near enough to the verb."""
    first, last, _ = hit
    if last in (verb.first - 1, verb.noun):
        return True
    wide = _DOING if far and not verb.compound else _FAR
    return verb.first - last <= wide and (verb.noun < 0 or verb.noun < first) and not verb.compound


def _tails(keys: Sequence[str], end: int, floor: int = -1) -> set[str]:
    """The words before `end` (and after `floor`), up to four, each with those after it run together."""
    return {"".join(keys[i:end]) for i in range(end - 1, max(floor, end - 5), -1)}

"""A trigger is a predicate of the frames where it stands: a verb, a compound, or an event noun.

Every event noun is either part of one verbal trigger or a nominal trigger of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rasad.language.frames import BETWEEN, Frame, Frames
from rasad.language.grammar import Grammar
from rasad.stages.find.roles import Chunk
from rasad.stages.read.clauses import RELATIVE, Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

ACTIVE, PASSIVE, OCCUR = "active", "passive", "occur"
_ASIDE = frozenset({"in", "from", "about", "for", "time", "cause", "until", "if", "between"})
_NEAREST = 6  # words before the verb that its complement may take
_WIDE = 8  # words of a gap, at most
_WIDER = 14  # the same where it tells to whom, a list of names, or how
_TAKING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"})  # types that are about another deed
_EASED = frozenset({"SANCTION", "COERCE", "ASSAULT"})
_NEAR = 14  # words from an event noun to the verb that says what became of it
Hit = tuple[int, int, tuple[Frame, ...]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words `first` to `last` say the event; `noun` is the event noun in them, (-1, -1) for a verb alone."""

    frame: Frame
    first: int
    last: int
    noun: tuple[int, int]
    clause: Clause
    verbal: bool
    voice: str = ACTIVE
    aspect: str = ""
    suffered: bool = False  # the pattern itself makes the subject the one who suffers: «مورد حمله قرار گرفت»
    negative: bool = False  # the frame is that of the negated verb
    ended: bool = False  # a word before the noun says that it ends: «رفع محاصره»
    between: tuple[int, int] = (-1, -1)  # the words of a gap: «در اختیار … قرار داد»
    inner: "Trigger | None" = None  # an event noun inside the compound: «تحریم‌های … را لغو کرد»


def triggers(reading: Reading, frames: Frames, grammar: Grammar) -> list[Trigger]:
    """The triggers of a sentence, verbal ones of a clause before the nominal ones in it."""
    return [trigger for trigger in _Search(reading, frames, grammar).run() if trigger.frame.type]


@cache
def _openers(grammar: Grammar) -> frozenset[str]:
    """The words before which a noun phrase begins: what follows them modifies nothing."""
    return (grammar["count"] | grammar["not"] | grammar["and"] | grammar["preposition"] | grammar["object"]
            | grammar["demonstrative"] | grammar["that"])


class _Search:
    """One sentence searched for triggers."""

    def __init__(self, reading: Reading, frames: Frames, grammar: Grammar) -> None:
        self.reading, self.frames = reading, frames
        self.adjectives, self.conjunctions = grammar["adjective"], grammar["and"]
        self.endings, self.over = grammar["ending-noun"], grammar["over-noun"]
        self.mark = min(grammar["object"])
        self.marks, self.prepositions = grammar["object"], grammar.slot_starts
        self.openers, self.batches = _openers(grammar), grammar["batch"]
        self.keys = reading.sentence.keys
        self.classes: dict[int, frozenset[str]] = {}
        self.used: set[int] = set()

    def run(self) -> list[Trigger]:
        hits = self._hits()
        out = []
        for clause in self.reading.clauses:
            found = self._verbal(clause, clause.verb, hits) if clause.verb is not None else None
            found = found or self._told_of(clause, hits)
            if found is not None:
                out.append(found)
                out += self._joined(found, hits)
            out += self._gapped(clause, hits)
        for first, last, frames in hits:
            if first not in self.used:
                clause = self.reading.clause_at(first)
                frame = self._frame(frames, clause)
                if frame is not None:
                    out.append(Trigger(frame, first, last, (first, last), clause, verbal=False,
                                       ended=self._ended(frame, first)))
        return out

    def _ended(self, frame: Frame, first: int) -> bool:
        """Whether a word before an event noun says that it goes on no more; talks at their end took place."""
        words = [key for key in self.keys[max(0, first - 2):first] if key in self.endings]
        return bool(words) and not (frame.type == "CONSULT" and set(words) <= self.over)

    def _joined(self, found: Trigger, hits: Sequence[Hit]) -> list[Trigger]:
        """An event noun that «و» joins to the noun of a compound shares its verb: «احضار و اعتراض کرد»."""
        at = found.noun[0] if found.noun[0] >= 0 else found.first
        if at < 2 or self.keys[at - 1] not in self.conjunctions:
            return []
        for first, last, frames in hits:
            if last == at - 2 and first not in self.used:
                frame = self._frame(frames, found.clause)
                if frame is not None:
                    self.used.add(first)
                    return [replace(found, frame=frame, first=first, noun=(first, last), negative=False)]
        return []

    def _told_of(self, clause: Clause, hits: Sequence[Hit]) -> Trigger | None:
        """The event noun that a relative clause hangs on, and says the doing of: «حمله‌ای که X انجام داد»."""
        verb = clause.verb
        hit = next((h for h in hits if h[1] == clause.antecedent and h[0] not in self.used), None)
        if clause.kind != RELATIVE or verb is None or hit is None:
            return None
        frame = self._frame(hit[2], clause)
        for support in self.frames.supports.get(verb.lemma, ()) if frame is not None else ():
            after = support.after.removeprefix(self.mark)
            alone = not after and not verb.compound and verb.noun < 0
            if frame is not None and not support.before and (
                    alone or after in _tails(self.keys, verb.first, hit[1])):
                self.used.add(hit[0])
                return Trigger(frame, verb.first, verb.last, hit[:2], clause, verbal=True,
                               voice=PASSIVE if verb.passive else support.voice, aspect=support.aspect)
        return None

    def _gapped(self, clause: Clause, hits: Sequence[Hit]) -> list[Trigger]:
        """The predicates whose verb is told only with a later one: «X را بازداشت و پس از ساعتی آزاد کرد»."""
        verb, keys = clause.verb, self.keys
        if verb is None or not verb.compound:
            return []
        out = []
        for i in clause.words:
            if not 1 < i < verb.first - 1 or keys[i] not in self.conjunctions:
                continue
            noun = next((h for h in hits if h[1] == i - 1 and h[0] not in self.used), None)
            found = self._ending(clause, verb, i - 1)
            first = noun[0] if noun is not None else found[0] if found is not None else -1
            apart = keys[i + 1] in self.prepositions and i < verb.first - 2
            if first < 1 or not (keys[first - 1] in self.marks or apart):
                continue
            frame = self._frame(noun[2], clause) if noun is not None else found[1] if found is not None else None
            if frame is None or (noun is not None and not any(
                    not s.before and not s.after for s in self.frames.supports.get(verb.lemma, ()))):
                continue
            self.used.update(range(first, i))
            span = (first, i - 1) if noun is not None else (-1, -1)
            out.append(Trigger(frame, first, i - 1, span, clause, verbal=True,
                               voice=PASSIVE if verb.passive else ACTIVE))
        return out

    def _hits(self) -> list[Hit]:
        """Every event noun of the sentence: first word, last word, its frames."""
        keys, reading, begins, entries = self.keys, self.reading, self.frames.nouns.begins, []
        barred: set[int] = set()
        barred.update(*[range(m.first, m.last + 1) for m in reading.mentions],
                      *[range(v.first, v.last + 1) for v in reading.verbs])
        after = 0
        for i in [i for i, key in enumerate(keys) if begins[key] and i not in barred]:
            found = self.frames.nouns.longest(keys, i, len(keys)) if i >= after else None
            if found is not None and not (found[0] == i + 1 and self._modifies(i)):
                entries.append((i, found[0] - 1, found[1]))
                after = found[0]
        return entries

    def _modifies(self, i: int) -> bool:
        """Whether a word with the form of an adjective follows a noun: «گلوله جنگی», but not «هیچ توافقی»."""
        if self.keys[i] not in self.adjectives or i == 0:
            return False
        before = self.keys[i - 1]
        return before.isalpha() and before not in self.openers

    def _frame(self, frames: tuple[Frame, ...], clause: Clause) -> Frame | None:
        """The frame whose needs are met in the clause, else the one that needs nothing, else None."""
        if len(frames) == 1 and not frames[0].needs:
            return frames[0]
        classes = self.classes.get(clause.number)
        if classes is None:
            classes = self.classes[clause.number] = self.frames.classes(self._bearing(clause))
        for frame in frames:
            if frame.needs and frame.needs & self._words_for(frame, clause, classes):
                return frame
        return next((frame for frame in frames if not frame.needs), None)

    def _words_for(self, frame: Frame, clause: Clause, classes: frozenset[str]) -> frozenset[str]:
        """The classes of words that a frame may need: those beside its complement, of the whole clause, or near."""
        if "complement" in frame.notes:
            return self._beside(clause)
        if "wide" in frame.notes:
            return self.frames.classes([self.keys[i] for i in clause.words])
        return classes

    @staticmethod
    def _known(table: Mapping[Any, tuple[Frame, ...]], key: tuple[str, ...], verb: Verb) -> tuple[Frame, ...]:
        """The frames of a verb; those of its negative go first when it is negated."""
        negative = table.get((*key, True), ()) if verb.negated else ()
        return negative or table.get((*key, False), ())

    def _verbal(self, clause: Clause, verb: Verb, hits: Sequence[Hit]) -> Trigger | None:
        inside = [hit for hit in hits if hit[0] not in self.used and hit[1] < verb.first and _own(clause, hit[0])]
        found = self._compound(clause, verb)
        if found is not None:
            first, frame = found
            charge = verb.noun if frame.type == "ACCUSE" and 0 <= verb.noun < verb.first - 1 else verb.last
            self.used.update(hit[0] for hit in inside if first <= hit[0] <= charge)  # «متهم به ارسال سلاح کرد»
            near = [hit for hit in inside if hit[0] != first and verb.first - hit[0] <= _NEAR]
            return self._trigger(frame, first, clause, verb, self._inner(near, clause, eased=frame.type == "CONCEDE"))
        return (self._parted(clause, verb, inside) or self._supported(clause, verb, inside)
                or self._simple(clause, verb))

    def _parted(self, clause: Clause, verb: Verb, inside: Sequence[Hit]) -> Trigger | None:
        """The verb with a gap, when no event noun stands beside it."""
        gap = self._gap(clause, verb)
        beside = any(hit[1] in (verb.first - 1, verb.noun) for hit in inside)
        if gap is None or (beside and gap[1].type != "REQUEST"):
            return None
        first, frame, between, negative = gap
        near = [hit for hit in inside if first < hit[0] <= between[1]]
        if frame.slots("R") == [BETWEEN] and any(hit[0] >= between[0] for hit in near):
            return None
        self.used.update(hit[0] for hit in inside if first <= hit[0] and hit[1] < between[0])  # «در بازداشت … بودن»
        self.used.update(hit[0] for hit in near if frame.type in _TAKING)
        return replace(self._trigger(frame, first, clause, verb), between=between, negative=negative,
                       inner=self._inner(near, clause))

    def _supported(self, clause: Clause, verb: Verb, inside: Sequence[Hit]) -> Trigger | None:
        """The event noun that makes a clause with the verb."""
        for hit in self._likeliest(clause, verb, inside):
            frame = self._frame(hit[2], clause)
            if frame is None:
                continue
            free = hit[1] in (verb.first - 1, verb.noun) or not self._under(clause, hit[0])
            before, after = _tails(self.keys, hit[0]), _tails(self.keys, verb.first, hit[1])
            between = "".join(self.keys[hit[1] + 1:verb.first])
            for support in self.frames.supports.get(verb.lemma, ()):
                beside = free or (support.after and between == support.after)
                begun = support.before in before if support.before else beside
                ended = support.after in after if support.after else _goes_with(hit, verb)
                if begun and ended:
                    self.used.add(hit[0])
                    return Trigger(frame, hit[0], verb.last, hit[:2], clause, verbal=True,
                                   voice=PASSIVE if verb.passive else support.voice, aspect=support.aspect,
                                   suffered=bool(support.before))
        return None

    def _simple(self, clause: Clause, verb: Verb) -> Trigger | None:
        """The verb alone."""
        known = self._known(self.frames.verbs, (verb.lemma,), verb)
        frame = self._frame(known, clause) if known and not (verb.compound and verb.noun >= 0) else None
        return self._trigger(frame, verb.first, clause, verb) if frame is not None else None

    def _likeliest(self, clause: Clause, verb: Verb, inside: Sequence[Hit]) -> list[Hit]:
        """The event nouns that may go with the verb: next to it, in its object, or under no preposition."""
        roles = self.reading.roles[clause.number]
        target = roles.object
        beside = [h for h in inside if h[1] in (verb.first - 1, verb.noun)]
        objects = [h for h in inside if target is not None and target.first <= h[0] <= target.last and h not in beside]
        rest = [h for h in reversed(inside) if h not in beside and h not in objects]
        return [*beside, *objects, *rest]

    def _under(self, clause: Clause, word: int) -> str:
        """The preposition that the word stands under in its clause."""
        chunks = self.reading.roles[clause.number].chunks
        return next((c.slot for c in chunks if c.first <= word <= c.last and not self._counted(c)), "")

    def _counted(self, chunk: Chunk) -> bool:
        """Whether «از» only brings in what is counted: «مجموعه‌ای از تحریم‌ها», «موج تازه‌ای از حملات»."""
        return chunk.slot == "from" and any(
            key in self.batches for key in self.keys[max(0, chunk.first - 3):max(0, chunk.first - 1)])

    def _inner(self, hits: Sequence[Hit], clause: Clause, *, eased: bool = False) -> Trigger | None:
        """The first event noun, or the first that can be `eased`: a sanction, a siege, an attack."""
        framed = [(hit, frame) for hit in hits if (frame := self._frame(hit[2], clause)) is not None]
        fit = [pair for pair in framed if pair[1].type in _EASED] if eased else []
        for (first, last, _), frame in (fit or framed)[:1]:
            return Trigger(frame, first, last, (first, last), clause, verbal=False)
        return None

    def _trigger(self, frame: Frame, first: int, clause: Clause, verb: Verb, inner: Trigger | None = None) -> Trigger:
        voice = PASSIVE if verb.passive else ACTIVE
        return Trigger(frame, first, verb.last, (-1, -1), clause, verbal=True, voice=voice,
                       negative=verb.negated and frame.rule in self.frames.negatives, inner=inner)

    def _compound(self, clause: Clause, verb: Verb) -> tuple[int, Frame] | None:
        """The longest compound of the frames whose element ends right before the verb, or stands at its noun."""
        return (self._ending(clause, verb, verb.first - 1)
                or (self._ending(clause, verb, verb.noun) if 0 <= verb.noun < verb.first - 1 else None))

    def _beside(self, clause: Clause) -> frozenset[str]:
        """The classes of the words right before the verb, after the object or the subject and any preposition."""
        verb, roles = clause.verb, self.reading.roles[clause.number]
        if verb is None:
            return frozenset()
        ends = [c.last + 1 for c in (roles.subject, roles.object) if c is not None and c.last < verb.first]
        start = max(ends, default=0)
        aside = {i for c in roles.chunks if c.slot and c.slot != "complement" for i in range(c.first, c.last + 1)}
        return self.frames.classes([self.keys[i] for i in range(max(start, verb.first - _NEAREST), verb.first)
                                    if i not in aside])

    def _bearing(self, clause: Clause) -> list[str]:
        """The words of a clause that bear on what its verb means: no times, places, topics and reasons."""
        roles = self.reading.roles[clause.number]
        aside = {i for c in roles.chunks if c.slot in _ASIDE and not self._counted(c)
                 for i in range(c.first, c.last + 1)}
        first, last = max(clause.first, 0), clause.last + 1
        words = [self.keys[i] for i in range(first, last) if i not in aside]
        if clause.parent >= 0:
            outer = self.reading.clauses[clause.parent]
            words += [self.keys[i] for i in outer.words]
        return words

    def _gap(self, clause: Clause, verb: Verb) -> tuple[int, Frame, tuple[int, int], bool] | None:
        """The verb with a gap whose parts stand in the clause: first word, frame, the words of the gap."""
        table = self.frames.gaps.get(verb.lemma)
        if table is None:
            return None
        openings = self._openings(clause, verb)
        found = [gap for before in openings if before in table for gap in table[before]]
        for gap in sorted(found, key=lambda g: -len(g.before) - len(g.after)):
            opening = openings[gap.before]
            if gap.negated and not verb.negated:
                continue
            end = verb.first if not gap.after else self._before(gap.after, verb.first)
            wide = _WIDER if gap.frame.slots("R") == [BETWEEN] or gap.frame.type == "THREATEN" else _WIDE
            if end is None or not 0 < end - opening[1] <= wide or (not gap.after and verb.noun >= opening[1]):
                continue
            inside = self.frames.classes(self.keys[opening[1]:end]) if gap.frame.needs else frozenset()
            frame = gap.frame if gap.frame.needs & inside else self._frame((gap.frame,), clause)
            if frame is not None:
                return opening[0], frame, (opening[1], end - 1), gap.negated
        return None

    def _before(self, wanted: str, end: int) -> int | None:
        """Where the words that end before `end` and run together are `wanted` begin."""
        key = ""
        for i in range(end - 1, max(-1, end - 5), -1):
            key = self.keys[i] + key
            if key == wanted:
                return i
        return None

    def _openings(self, clause: Clause, verb: Verb) -> dict[str, tuple[int, int]]:
        """Own words that may begin a gap of the verb, run together -> (first word, first word after them), the last."""
        own, begins = [i for i in clause.words if i < verb.first], self.frames.gap_begins[verb.lemma]
        out: dict[str, tuple[int, int]] = {}
        for at, first in enumerate(own):
            key = ""
            for i in own[at:at + 4]:
                key += self.keys[i]
                if key not in begins:
                    break
                out[key] = (first, i + 1)
        return out

    def _ending(self, clause: Clause, verb: Verb, end: int) -> tuple[int, Frame] | None:
        best, key, endings = None, "", self.frames.element_ends.get(verb.lemma, frozenset())
        for i in range(end, max(-1, end - 6), -1):
            key = self.keys[i] + key
            if key not in endings:
                break
            frames = self._known(self.frames.compounds, (key, verb.lemma), verb)
            frame = self._frame(frames, clause) if frames and _own(clause, i) else None
            if frame is not None:
                best = (i, frame)
        return best


def _own(clause: Clause, word: int) -> bool:
    return bool(clause.words) and clause.words[0] <= word <= clause.words[-1] and word in clause.words


def _goes_with(hit: Hit, verb: Verb) -> bool:
    """Whether the event noun, with no words of a pattern between, stands near enough to the verb."""
    first, last, _ = hit
    if last in (verb.first - 1, verb.noun):
        return True
    return verb.first - last <= 9 and (verb.noun < 0 or verb.noun < first) and not verb.compound


def _tails(keys: Sequence[str], end: int, floor: int = -1) -> set[str]:
    """The words before `end` (and after `floor`), up to four, each with those after it run together."""
    return {"".join(keys[i:end]) for i in range(end - 1, max(floor, end - 5), -1)}

"""The parties of an event are whoever stands in the slots that its frame names, and nobody else.

A slot is filled by the clause for verbs and by what hangs on the noun for event nouns; «ما» and an
unspoken «ما» are the speaker, «خود» is the subject of the clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rasad.language.frames import BETWEEN, GENITIVE, OBJECT, SUBJECT
from rasad.language.grammar import Grammar
from rasad.stages.attribute.speakers import antecedent
from rasad.stages.code.triggers import OCCUR, PASSIVE, Trigger
from rasad.stages.find.actors import PRONOUN, Mention
from rasad.stages.find.roles import Chunk
from rasad.stages.read.clauses import RELATIVE
from rasad.stages.reading import Reading

_MODIFIERS = 4  # words between an event noun and whoever stands in its ezafe


@dataclass(slots=True)
class Slots:
    """Who fills each slot of a trigger, and the words each slot covers (for places and numbers)."""

    filled: dict[str, list[Mention]] = field(default_factory=dict)
    words: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    agents: list[Mention] = field(default_factory=list)

    def put(self, slot: str, mentions: Sequence[Mention], words: tuple[int, int] | None) -> None:
        """The slot holds these mentions besides those it held."""
        known = self.filled.setdefault(slot, [])
        known += [m for m in mentions if m not in known]
        if words is not None:
            self.words.setdefault(slot, []).append(words)


class PartyFinder:
    """Fills the slots of triggers in one language."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.joins, self.commas = grammar["and"], grammar["comma"]
        self.barriers = grammar["that"] | grammar["colon"] | grammar["stop"] | grammar["object"]

    def slots(self, reading: Reading, trigger: Trigger) -> Slots:
        """The filled slots of one trigger."""
        slots = Slots()
        if trigger.noun[0] >= 0:
            self._nominal(reading, trigger, slots)
        if trigger.verbal:
            self._verbal(reading, trigger, slots)
        elif not slots.filled.get(SUBJECT):
            self._around(reading, trigger, slots)
        return slots

    # ---- verbs

    def _verbal(self, reading: Reading, trigger: Trigger, slots: Slots) -> None:
        roles = reading.roles[trigger.clause.number]
        swapped = trigger.voice == PASSIVE and (trigger.suffered or self._takes(trigger, OBJECT))
        suffering = OBJECT if self._takes(trigger, OBJECT) else next(iter(trigger.frame.slots("R")), OBJECT)
        suffers = (SUBJECT, "R") in trigger.frame.roles
        subject = roles.subject
        if subject is None and (swapped or suffers):
            subject = next((c for c in roles.chunks if c.tail and c.mentions and not c.marked), None)
        if subject is not None and subject.first >= trigger.first:
            subject = None
        if subject is not None and trigger.noun[0] >= 0 and subject.first <= trigger.noun[0] <= subject.last:
            subject = self._before_noun(subject, trigger) or next(
                (c for c in roles.chunks if not c.slot and not c.marked and c.last < trigger.noun[0]), None)
        mentions = parties(subject)
        if subject is None and (swapped or trigger.voice not in {PASSIVE, OCCUR}):
            mentions = self._inherited(reading, trigger)
        words = (subject.first, subject.last) if subject is not None else None
        slots.put(suffering if swapped else SUBJECT, mentions, words)
        target = roles.object
        verb = trigger.clause.verb
        gapped = verb is not None and trigger.last < verb.first
        if gapped and (target is None or target.first > trigger.first):
            target = next((c for c in reversed(roles.chunks) if c.marked and c.last < trigger.first), None)
        if target is not None and not swapped:
            if not (trigger.noun[0] >= 0 and target.first <= trigger.noun[0] <= target.last):
                slots.put(OBJECT, parties(target), (target.first, target.last))
        if trigger.between[0] >= 0:
            inside = [m for m in reading.mentions if trigger.between[0] <= m.first and m.last <= trigger.between[1]]
            slots.put(BETWEEN, parties(Chunk("", *trigger.between, mentions=inside)), trigger.between)
            slots.put("complement", inside[:1], None)
        if verb is not None and trigger.noun[0] < 0:
            own = set(trigger.clause.words)
            told = [m for m in reading.mentions if trigger.first < m.first and m.last < verb.first and m.first in own]
            slots.put("complement", told[:1], None)
        for chunk in roles.chunks:
            if chunk.slot and not (gapped and chunk.first > trigger.last):
                acts = chunk.slot == "agent" and (trigger.voice in {PASSIVE, OCCUR} or suffers or not slots.filled.get(SUBJECT))
                if acts:
                    slots.agents += parties(chunk)
                slots.put(SUBJECT if acts and not suffers else chunk.slot, parties(chunk), (chunk.first, chunk.last))

    @staticmethod
    def _before_noun(subject: Chunk, trigger: Trigger) -> Chunk | None:
        """The part of a chunk before the event noun that closes it: «ارتش اسرائیل حملات …»."""
        before = [m for m in subject.mentions if m.last < trigger.noun[0]]
        if not before:
            return None
        return Chunk("", subject.first, trigger.noun[0] - 1, mentions=before)

    def _inherited(self, reading: Reading, trigger: Trigger) -> list[Mention]:
        """The unspoken subject: that of the clause gone on from, or the noun a relative clause hangs on."""
        clause = trigger.clause
        after = clause.after
        while after >= 0:
            mentions = parties(reading.roles[after].subject)
            if mentions:
                return mentions
            after = reading.clauses[after].after
        if clause.kind == RELATIVE:
            mention = antecedent(reading, clause.antecedent)
            return [mention] if mention is not None else []
        outer = clause.parent
        while outer >= 0:
            mentions = parties(reading.roles[outer].subject)
            if mentions:
                return mentions
            outer = reading.clauses[outer].parent
        return []

    @staticmethod
    def _takes(trigger: Trigger, slot: str) -> bool:
        return any(s == slot for s, _ in trigger.frame.roles)

    # ---- event nouns

    def _nominal(self, reading: Reading, trigger: Trigger, slots: Slots) -> None:
        """What hangs on the noun: an ezafe, then phrases with prepositions, up to the verb."""
        keys, n = reading.sentence.keys, len(reading.sentence.keys)
        verb_words = {v.first for v in reading.verbs if v.finite}
        i, skipped, slot = trigger.noun[1] + 1, 0, trigger.frame.genitive
        slot = SUBJECT if slot == GENITIVE else slot
        waiting, begun, listed, joined = True, i, False, False
        across = next((m for m in reading.mentions if m.first <= trigger.noun[1] < m.last and m.first > trigger.noun[0]), None)
        if across is not None:
            slots.put(slot, [across], (across.first, across.last))
            i, waiting = across.last + 1, False
        last: Mention | None = None
        by = False
        while i < n:
            key = keys[i]
            mention = reading.by_first.get(i)
            if i in verb_words or key in self.barriers:
                break
            if mention is not None and waiting:
                slots.put(slot, parties(Chunk("", i, mention.last, mentions=[mention])), (begun, mention.last))
                if by:
                    slots.agents.append(mention)
                i, waiting, skipped, last = mention.last + 1, False, 0, mention
                continue
            if mention is not None and listed and (joined or (last is not None and last.kind == mention.kind)):
                slots.put(slot, [mention], None)
                i, listed, last = mention.last + 1, False, mention
                continue
            if key in self.joins and waiting and skipped < _MODIFIERS:
                skipped += 1
                i += 1
                continue
            if key in self.joins or key in self.commas:
                if waiting:
                    break
                listed, joined = True, key in self.joins
                i += 1
                continue
            found = self.grammar.slots.longest(keys, i, n) if key in self.grammar.slot_starts else None
            if found is not None:
                by = found[1] == "agent"
                i, slot = found[0], SUBJECT if by else found[1]
                waiting, listed, skipped, begun = True, False, 0, i
                continue
            if listed:
                break
            skipped += 1
            if skipped > (_MODIFIERS if slot not in _CIRCUMSTANCES else 2 * _MODIFIERS):
                break
            if waiting:
                slots.words.setdefault(slot, []).append((begun, i))
            i += 1
        self._suffered(trigger, slots)

    def _suffered(self, trigger: Trigger, slots: Slots) -> None:
        """The ezafe of a noun that may take an object is the one it befalls, when nobody else is named for it."""
        frame = trigger.frame
        if trigger.verbal and trigger.voice == PASSIVE:
            slots.agents += slots.filled.pop(SUBJECT, [])  # «مورد بمباران X قرار گرفت»: X did it
            return
        if frame.genitive == OBJECT or not self._takes(trigger, OBJECT) or slots.agents:
            return
        if not any(slots.filled.get(slot) for slot in frame.slots("R") if slot not in {SUBJECT, OBJECT}):
            slots.filled[OBJECT] = slots.filled.pop(SUBJECT, [])

    def _around(self, reading: Reading, trigger: Trigger, slots: Slots) -> None:
        """The subject of the clause is that of an event noun with «خود», or one under a preposition of manner."""
        keys = reading.sentence.keys
        roles = reading.roles[trigger.clause.number]
        after = keys[trigger.noun[1] + 1:trigger.noun[1] + 3]
        under = next((c.slot for c in roles.chunks if c.first <= trigger.noun[0] <= c.last), "")
        manner = under in _MANNER.get(trigger.frame.type, _ANY_MANNER)
        if any(key in self.grammar["self"] for key in after) or manner:
            subject = roles.subject
            if subject is None or subject.first > trigger.noun[1] or subject.last < trigger.noun[0]:
                slots.put(SUBJECT, parties(subject) or self._inherited(reading, trigger), None)


_CIRCUMSTANCES = frozenset({"in", "time", "cause", "about"})  # slots whose phrases may run long before the parties come
_ANY_MANNER = frozenset({"in", "with"})
_MANNER = {"CONSULT": frozenset({"in", "with", "time", "for"}), "AGREE": frozenset({"in", "with", "time"}),
           "ASSAULT": frozenset({"in", "with"}), "PROTEST": frozenset()}


def parties(chunk: Chunk | None) -> list[Mention]:
    """The mentions of a chunk that are parties: its head and whoever is joined to it."""
    if chunk is None or not chunk.mentions:
        return []
    whole = [m for m in chunk.mentions if not m.bare] or chunk.mentions[:1]
    return [one for m in whole for one in ([m, replace(m, code=m.also, also="")] if m.also else [m])]


__all__ = ["PRONOUN", "PartyFinder", "Slots", "parties"]

"""What hangs on an event noun fills its slots: the ezafe after it, then phrases with prepositions, up to the verb.

The walk goes one way; a slot is filled by the first mention after its preposition and those joined to it.
"""

from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rasad.language.frames import GENITIVE, SUBJECT
from rasad.language.grammar import Grammar
from rasad.stages.code.slots import Slots, parties
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.find.roles import Chunk
from rasad.stages.reading import Reading

_OTHERS = frozenset({"about", "cause", "from", "for", "with", "to", "against", "time"})
_HARM = frozenset({"killed", "injured", "missing", "captured", "displaced", "harm"})
_NONE: frozenset[str] = frozenset()
_MODIFIERS = 4  # words between an event noun and whoever stands in its ezafe
_CIRCUMSTANCES = frozenset({"in", "time", "cause", "about"})  # slots whose phrases may run long before the parties come


@dataclass(frozen=True, slots=True)
class Ends:
    """Words that end the phrase of a noun: `barriers` always, `deeds` after the «با» of talks."""

    barriers: AbstractSet[str]
    deeds: Container[str] = frozenset()


class NounPhrase:
    """The walk from one event noun to the right."""

    def __init__(self, reading: Reading, trigger: Trigger, slots: Slots, grammar: Grammar, ends: Ends) -> None:
        self.reading, self.slots, self.grammar, self.barriers = reading, slots, grammar, ends.barriers
        self.keys, self.n = reading.sentence.keys, len(reading.sentence.keys)
        self.joins, self.commas = grammar["and"], grammar["comma"]
        self.verbs = {v.first for v in reading.verbs if v.finite}
        self.slot = _after(trigger, self.keys, grammar)
        self.i = self.begun = trigger.noun[1] + 1
        self.waiting, self.listed, self.joined, self.by = True, False, False, False
        self.skipped = 0
        self.deeds = ends.deeds if trigger.frame.type == "CONSULT" else _NONE
        self.others = ends.deeds if self.slot == GENITIVE else _NONE
        self.doers = trigger.frame.type == "ASSAULT" and trigger.frame.genitive == SUBJECT and not (
            trigger.frame.notes & _HARM)
        self.last: Mention | None = None
        self._across(trigger)

    def walk(self) -> None:
        """The slots hold whoever hangs on the noun."""
        while self.i < self.n and self._step():
            pass

    def _across(self, trigger: Trigger) -> None:
        """A mention that begins inside the words of the noun stands in its ezafe."""
        first, last = trigger.noun
        across = next((m for m in self.reading.mentions if first < m.first <= last < m.last), None)
        if across is not None:
            self.slots.put(self.slot, [across], (across.first, across.last))
            self.i, self.waiting, self.last = across.last + 1, False, across

    def _step(self) -> bool:
        """One mention, preposition or word further; False where the phrase ends."""
        key, mention = self.keys[self.i], self.reading.by_first.get(self.i)
        if self.i in self.verbs or key in self.barriers:
            return False
        counted = mention is not None and mention.kind == "people" and self._count(self.keys[self.i - 1])
        if counted and self.doers and self.slot == SUBJECT:
            return False  # «در حملات هوایی ۳۰ نفر کشته شدند»: those counted are no doers
        if mention is not None and (self.waiting or self._in_list(mention)):
            self._take(mention)
            return True
        if key in self.joins or key in self.commas:
            return self._join(key)
        return self._preposition(key) or self._skip()

    def _count(self, key: str) -> bool:
        return key.isdigit() or key in self.grammar["count"]

    def _in_list(self, mention: Mention) -> bool:
        """Whether a mention goes on with a list: after «و», or after a comma when the list goes on to «و»."""
        if not self.listed or self.joined:
            return self.listed
        after = self.keys[mention.last + 1] if mention.last + 1 < self.n else ""
        more = after in self.joins or after in self.commas
        return more and self.last is not None and self.last.kind == mention.kind

    def _take(self, mention: Mention) -> None:
        if self.waiting:
            self.slots.put(self.slot, parties(Chunk("", self.i, mention.last, mentions=[mention])),
                           (self.begun, mention.last))
            self.slots.agents += [mention] if self.by else []
            self.waiting, self.skipped = False, 0
        else:
            self.slots.put(self.slot, [mention], None)
            self.listed = False
        self.i, self.last = mention.last + 1, mention

    def _join(self, key: str) -> bool:
        if self.waiting:
            self.skipped += 1
            self.i += 1
            return key in self.joins and self.skipped <= _MODIFIERS
        self.listed, self.joined = True, key in self.joins
        self.i += 1
        return True

    def _preposition(self, key: str) -> bool:
        found = self.grammar.slots.longest(self.keys, self.i, self.n) if key in self.grammar.slot_starts else None
        if found is None:
            return False
        if self.waiting and key in self.grammar["of"] and self._part(self.keys[self.i - 1]):
            self.i += 1
            return True  # «اشغال بخشی از خاک X»
        after_comma = not self.waiting and self.keys[self.i - 1] in self.grammar["comma"]
        inner = found[1] == "between" and self.waiting and self.slot in _OTHERS  # «استقبال از آتش‌بس میان X و Y»
        again = found[1] == "to" and bool(self.slots.filled.get("to"))  # a second «به» begins something else
        if after_comma or inner or again or (found[1] == "with" and self._deed(found[0])):
            self.i = self.n
            return True
        self.by = found[1] == "agent"
        self.i, self.slot = found[0], SUBJECT if self.by else found[1]
        self.waiting, self.listed, self.skipped, self.begun = True, False, 0, self.i
        return True

    def _part(self, key: str) -> bool:
        """Whether the word tells that only a part of what follows «از» is meant."""
        return key in self.grammar["batch"] or key in self.grammar["some"]

    def _deed(self, at: int) -> bool:
        """Whether a deed of its own begins, no partner: «در این گفت‌وگو با قدردانی از مواضع X»."""
        return at < self.n and self.keys[at] in self.deeds and at not in self.reading.by_first

    def _skip(self) -> bool:
        """One word that is no party: an adjective, a thing; too many end the phrase."""
        if self.waiting and self.slot == GENITIVE and self.keys[self.i] in self.others:
            return False  # «شمار کشته‌های حملات X»: they are not X's
        self.skipped += 1
        if self.listed or self.skipped > (2 * _MODIFIERS if self.slot in _CIRCUMSTANCES else _MODIFIERS):
            return False
        if self.waiting:
            self.slots.words.setdefault(self.slot, []).append((self.begun, self.i))
        self.i += 1
        return True


def _after(trigger: Trigger, keys: Sequence[str], grammar: Grammar) -> str:
    """The slot of what follows a noun: that of the preposition it ends with («شعار علیه»), or its ezafe."""
    last = trigger.noun[1]
    found = grammar.slots.longest(keys, last, last + 1) if last > trigger.noun[0] else None
    if found is not None:
        return found[1]
    return trigger.frame.genitive

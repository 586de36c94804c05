"""The parties of an event are whoever stands in the slots that its frame names, and nobody else.

A slot is filled by the clause for verbs and by what hangs on the noun for event nouns; «ما» and an
unspoken «ما» are the speaker, «خود» is the subject of the clause.
"""

from collections.abc import Callable, Container, Sequence

from rasad.language.actors import GOVERNMENT
from rasad.language.frames import BETWEEN, GENITIVE, OBJECT, SUBJECT
from rasad.language.grammar import Grammar
from rasad.stages.attribute.speakers import antecedent
from rasad.stages.code.noun_phrase import Ends, NounPhrase
from rasad.stages.code.slots import Slots, parties
from rasad.stages.code.trigger import ACTIVE, OCCUR, PASSIVE, Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.find.roles import Chunk, Roles
from rasad.stages.read.clauses import IF, RELATIVE, Clause
from rasad.stages.reading import Reading


class PartyFinder:
    """Fills the slots of triggers in one language."""

    def __init__(self, grammar: Grammar, deeds: Container[str] = frozenset()) -> None:
        self.grammar = grammar
        self.ends = Ends(grammar["that"] | grammar["colon"] | grammar["stop"] | grammar["object"], deeds)

    def slots(self, reading: Reading, trigger: Trigger, *, suffered: bool = False) -> Slots:
        """The filled slots of one trigger; `suffered` tells that the subject of its clause is whom it befell."""
        slots = Slots()
        if trigger.noun[0] >= 0:
            NounPhrase(reading, trigger, slots, self.grammar, self.ends).walk()
            self._suffered(trigger, slots)
            self._held(trigger, slots)
        if trigger.done:
            _befell(reading, trigger, slots)
        if trigger.verbal:
            self._verbal(reading, trigger, slots)
        elif not slots.filled.get(SUBJECT) and not suffered:
            self._around(reading, trigger, slots)
        if trigger.frame.slots("M") and slots.filled.get("with"):
            self._attended(reading, slots)
        return slots

    def _attended(self, reading: Reading, slots: Slots) -> None:
        """Who is only present where two others deal with each other is no party: «مذاکرات X و Y با میانجیگری Z»."""
        told = [m for slot in (SUBJECT, BETWEEN, "between") for m in slots.filled.get(slot, ())]
        met = {m.code for m in (*told, *slots.agents) if m.code}
        words = slots.words.get("with", [])
        if len(met) > 1 and words and reading.sentence.keys[words[0][0]] in self.grammar["presence"]:
            slots.filled.pop("with")

    @staticmethod
    def _held(trigger: Trigger, slots: Slots) -> None:
        """A capital alone in the ezafe of talks is where they are held: «مذاکرات هسته‌ای وین»."""
        whose = slots.filled.get(SUBJECT, [])
        if trigger.frame.type == "CONSULT" and len(whose) == 1 and whose[0].kind == GOVERNMENT and not any(
                slots.filled.get(slot) for slot in ("with", "to", "between")):
            slots.filled.pop(SUBJECT)

    # ---- verbs

    def _verbal(self, reading: Reading, trigger: Trigger, slots: Slots) -> None:
        roles, verb = reading.roles[trigger.clause.number], trigger.clause.verb
        swapped = trigger.voice == PASSIVE and (trigger.suffered or self._takes(trigger, OBJECT))
        suffers = (SUBJECT, "R") in trigger.frame.roles
        self._subject(reading, trigger, slots, swapped=swapped, suffers=suffers)
        gapped = verb is not None and trigger.last < verb.first
        if not swapped:
            self._object(roles, trigger, slots, gapped=gapped)
        self._inside(reading, trigger, slots)
        before: Chunk | None = None
        for chunk in roles.chunks:
            inside = before is not None and self._hangs_on(chunk, before, trigger, slots, reading.sentence.keys)
            if chunk.slot and not inside and not (gapped and chunk.first > trigger.last):
                self._under(chunk, trigger, slots, suffers=suffers)
            before = chunk
        if trigger.frame.type == "ASSAULT" and (swapped or suffers) and not slots.agents:
            slots.agents += self._by_means(roles, trigger, reading.sentence.keys)

    def _by_means(self, roles: Roles, trigger: Trigger, keys: Sequence[str]) -> list[Mention]:
        """Whose deed or weapon is told as the cause of what befell somebody: «با گلولهٔ نظامیان X کشته شد»."""
        causes = (c for c in roles.chunks if c.slot in _CAUSES and c.last < trigger.first and c.mentions
                  and keys[c.first] in self.grammar["means"])
        return next(map(parties, causes), [])

    def _hangs_on(self, chunk: Chunk, before: Chunk, trigger: Trigger, slots: Slots, keys: Sequence[str]) -> bool:
        """Whether a phrase belongs to one before it: «دربارهٔ توافق میان X و Y گفت», «با X برای دیدار با Y …»."""
        if chunk.slot == "with" and slots.filled.get("with") and trigger.frame.slots("M"):
            return not chunk.comma and keys[chunk.first - _JOINED] not in self.grammar["and"]
        if chunk.first - before.last != _JOINED or before.last < before.first:
            return False
        if chunk.slot == "between":
            return before.slot == "about"
        deed = before.slot == "cause" and keys[before.first] in self.ends.deeds
        return deed and chunk.slot == "agent" and trigger.frame.type != "ASSAULT"

    def _subject(self, reading: Reading, trigger: Trigger, slots: Slots, *, swapped: bool, suffers: bool) -> None:
        """The subject fills its slot, that of the sufferer where the verb is passive (`swapped`)."""
        roles = reading.roles[trigger.clause.number]
        subject = roles.subject
        if subject is None and (swapped or suffers):
            subject = next((c for c in roles.chunks if c.tail and c.mentions and not c.marked), None)
        if subject is not None and subject.first >= trigger.first:
            subject = None
        if subject is not None and trigger.noun[0] >= 0 and subject.first <= trigger.noun[0] <= subject.last:
            subject = self._before_noun(subject, trigger) or next(
                (c for c in roles.chunks if not c.slot and not c.marked and c.last < trigger.noun[0]), None)
        mentions = parties(subject)
        if trigger.between[0] >= 0:
            mentions = [m for m in mentions if m.first < trigger.first]
        itself = roles.subject is not None and trigger.noun[0] >= 0 and roles.subject.first == trigger.first
        if subject is None and not itself and (swapped or suffers or trigger.voice not in {PASSIVE, OCCUR}):
            mentions = self._inherited(reading, trigger)
        suffering = OBJECT if self._takes(trigger, OBJECT) else next(iter(trigger.frame.slots("R")), OBJECT)
        words = (subject.first, subject.last) if subject is not None else None
        slots.put(suffering if swapped else SUBJECT, mentions, words)

    @staticmethod
    def _object(roles: Roles, trigger: Trigger, slots: Slots, *, gapped: bool) -> None:
        """The object fills its slot; a predicate without its own verb has the object before it."""
        target = roles.object
        if gapped and (target is None or target.first > trigger.first):
            target = next((c for c in reversed(roles.chunks) if c.marked and c.last < trigger.first), None)
        if target is not None and not (trigger.noun[0] >= 0 and target.first <= trigger.noun[0] <= target.last):
            held = parties(target) or parties(_counted(roles, target))
            slots.put(OBJECT, held, (target.first, target.last))
            befallen = trigger.frame.slots("R")
            if trigger.suffered and trigger.voice == ACTIVE and befallen and OBJECT not in befallen:
                slots.put(befallen[0], held, None)  # «X را هدف حملهٔ موشکی قرار داد»

    def _inside(self, reading: Reading, trigger: Trigger, slots: Slots) -> None:
        """The gap of a verb and the words between its element and the verb fill slots of their own."""
        verb, (first, last) = trigger.clause.verb, trigger.between
        if first >= 0:
            inside = [m for m in reading.mentions if trigger.first <= m.first and first <= m.last <= last
                      and not self._under_another(reading, trigger, m)]
            slots.put(BETWEEN, parties(Chunk("", first, last, mentions=inside)), (first, last))
            slots.put("complement", inside[:1], None)
        if verb is not None and trigger.noun[0] < 0:
            own = set(trigger.clause.words)
            told = [m for m in reading.mentions if trigger.first < m.first and m.last < verb.first and m.first in own]
            slots.put("complement", told[:1], None)

    def _under_another(self, reading: Reading, trigger: Trigger, mention: Mention) -> bool:
        """Whether somebody in a gap fills another slot of the frame: «پاسخ سخت به X …»."""
        before = reading.sentence.keys[mention.first - 1] if mention.first > trigger.first else ""
        slot = self.grammar.slots.get(before)
        return slot is not None and any(slot == name for name, _ in trigger.frame.roles)

    @staticmethod
    def _under(chunk: Chunk, trigger: Trigger, slots: Slots, *, suffers: bool) -> None:
        """A phrase with a preposition fills its slot; «از سوی X» tells who did it, where the subject suffers it."""
        acts = chunk.slot == "agent" and (trigger.voice in {PASSIVE, OCCUR} or suffers
                                          or not slots.filled.get(SUBJECT))
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
        told = _first_subject(reading, clause.after, lambda c: c.after)
        if clause.verb is not None and clause.verb.person == 1:
            told = [m for m in told if not m.code]  # «ایران … رفت، می‌توانم …»: whoever speaks, not who was told of
        if told or clause.kind != RELATIVE:
            return (told or _first_subject(reading, clause.parent, lambda c: c.after if c.after >= 0 else c.parent)
                    or _in_condition(reading, clause))
        mention = antecedent(reading, clause.antecedent)
        return [mention] if mention is not None else []

    @staticmethod
    def _takes(trigger: Trigger, slot: str) -> bool:
        return any(s == slot for s, _ in trigger.frame.roles)

    # ---- event nouns

    def _suffered(self, trigger: Trigger, slots: Slots) -> None:
        """The ezafe of a noun that may take an object is the one it befalls, when nobody else is named for it."""
        frame = trigger.frame
        if trigger.verbal and trigger.voice == PASSIVE and (SUBJECT, "R") in frame.roles:
            return  # «ناتوانی X آشکار است»: X is blamed
        if trigger.verbal and trigger.voice == PASSIVE:
            slots.agents += slots.filled.pop(SUBJECT, [])  # «مورد بمباران X قرار گرفت»: X did it
            return
        against = frame.slots("R") if frame.type == "SANCTION" and frame.genitive == SUBJECT else []
        if trigger.verbal and against and slots.filled.get(SUBJECT):
            slots.put(against[0], slots.filled.pop(SUBJECT), None)  # «تحریم‌های X را …»: they are against X
            return
        if slots.agents and frame.genitive != OBJECT:
            whose = [m for m in slots.filled.get(SUBJECT, ()) if m not in slots.agents]
            if whose and (self._takes(trigger, OBJECT) or frame.slots("R")):
                slots.filled[SUBJECT] = list(slots.agents)  # «بمباران سوریه به دست X»: it befalls whose it is
                slots.put(OBJECT if self._takes(trigger, OBJECT) else frame.slots("R")[0], whose, None)
            return
        called = "complement" in frame.notes  # «نامشروع خواندن جنگ X علیه Y»: X is called so
        if frame.genitive == OBJECT and slots.filled.get(_AGAINST) and not (slots.agents or called):
            slots.filled[SUBJECT] = slots.filled.pop(OBJECT, [])  # «محاصره X علیه Y»: X does it
        told = (GENITIVE, "A") in frame.roles  # the entry itself says that what hangs on its noun does it
        if told or frame.genitive == OBJECT or not self._takes(trigger, OBJECT):
            return
        slots_of = (*frame.slots("R"), _AGAINST)
        if not any(slots.words.get(slot) for slot in slots_of if slot not in {SUBJECT, OBJECT}):
            slots.filled[OBJECT] = slots.filled.pop(SUBJECT, [])

    def _around(self, reading: Reading, trigger: Trigger, slots: Slots) -> None:
        """The subject of the clause is that of an event noun with «خود», or one under a preposition of manner."""
        keys = reading.sentence.keys
        roles = reading.roles[trigger.clause.number]
        if trigger.frame.type in _DEEDS and not slots.agents and keys[trigger.first - 1] in self.grammar["and"]:
            agents = [c for c in roles.chunks if c.slot == "agent" and c.last < trigger.first]
            slots.agents += parties(agents[-1]) if agents else []  # «نقض آتش‌بس توسط X و کشتار مردم»
        after = keys[trigger.noun[1] + 1:trigger.noun[1] + 3]
        under = next((c.slot for c in roles.chunks if c.first <= trigger.noun[0] <= c.last), "")
        manner = under in _MANNER.get(trigger.frame.type, _ANY_MANNER)
        if any(key in self.grammar["self"] for key in after) or manner:
            subject = roles.subject
            slots.manner = True
            if subject is None or subject.first > trigger.noun[1] or subject.last < trigger.noun[0]:
                slots.put(SUBJECT, parties(subject) or self._inherited(reading, trigger), None)


_JOINED = 2  # from the last word of a phrase to the first after the preposition of the next
_CAUSES = frozenset({"cause", "with"})
_THIRD = 3
_RIGHT_BEFORE = 3  # words from whoever suffers to the participle that tells what befell them
_DEEDS = frozenset({"ASSAULT", "COERCE"})
_AGAINST = "against"  # what follows it is whom a deed befalls: «محاصره X علیه Y»
_ANY_MANNER = frozenset({"in", "with"})
_MANNER = {"CONSULT": frozenset({"in", "with", "time", "for", "cause"}), "AGREE": frozenset({"in", "with", "time"}),
           "ASSAULT": frozenset({"in", "with"}), "PROTEST": frozenset()}


def _befell(reading: Reading, trigger: Trigger, slots: Slots) -> None:
    """A participle with its doer tells what befell whoever stands right before it: «نفتکش X توقیف‌شده توسط Y»."""
    suffering = OBJECT if (OBJECT, "R") in trigger.frame.roles else next(iter(trigger.frame.slots("R")), OBJECT)
    slots.filled[SUBJECT] = list(slots.agents) or slots.filled.get(SUBJECT, [])
    before = [m for m in reading.mentions if 0 < trigger.first - m.last <= _RIGHT_BEFORE]
    slots.filled[suffering] = [m for m in before[-1:] if m not in slots.agents]


def _counted(roles: Roles, target: Chunk) -> Chunk | None:
    """What the object is one or some of: «یکی از مقرهای X را»."""
    return next((c for c in roles.chunks if c.slot == "from" and c.first == target.last + 2), None)


def _in_condition(reading: Reading, clause: Clause) -> list[Mention]:
    """The subject of the condition before a clause, where both verbs are of one person: «اگر X …، باید …»."""
    verb = clause.verb
    if verb is None or verb.person != _THIRD:
        return []
    for other in reading.clauses:
        held = other.verb
        if (other.kind == IF and other.parent == clause.number and held is not None and held.first < verb.first
                and (held.person, held.plural) == (verb.person, verb.plural)):
            return parties(reading.roles[other.number].subject)
    return []


def _first_subject(reading: Reading, number: int, following: Callable[[Clause], int]) -> list[Mention]:
    """The parties of the first subject told on the way from a clause to those that `following` leads to."""
    while number >= 0:
        mentions = parties(reading.roles[number].subject)
        if mentions:
            return mentions
        number = following(reading.clauses[number])
    return []

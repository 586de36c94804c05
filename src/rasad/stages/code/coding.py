"""An event is coded where a frame's trigger stands with at least one party, and told as its words tell it.

What stands inside somebody's words is according to them; what is only wished or threatened is
no event of its own; a visit, aid or withdrawal still to come is a promise of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.language.frames import OBJECT, SUBJECT, Frames
from rasad.language.grammar import Grammar
from rasad.records import OUTLET
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.casualties import CasualtyFinder, share
from rasad.stages.code.drafts import Draft, PlaceName, codes
from rasad.stages.code.outcome import outcome
from rasad.stages.code.parties import PartyFinder
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.setting import SettingFinder
from rasad.stages.code.sides import filled, not_own
from rasad.stages.code.slots import Slots
from rasad.stages.code.status import ACTUAL, NEGATED, StatusFinder
from rasad.stages.code.triggers import PASSIVE, Trigger, triggers
from rasad.stages.find.actors import Mention
from rasad.stages.reading import Reading

_WISHING = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"})
_TRAVELLERS = frozenset({"person", "office", "role", "government", "country", "pronoun", "anaphor", "title",
                         "institution", "stranger"})
_BESIDE = 5  # words on either side of a trigger that may tell its mode
_BESIDES = frozenset({"in", "with", "time", "cause", "about", "against"})  # what stands beside a demand, not in it
_DOMESTIC = frozenset({"COERCE", "CONCEDE", "SANCTION", "RETREAT"})  # what a state does to its own people too
_PLACED = frozenset({"ASSAULT", "COERCE", "AID"})  # types whose recipient may be told by the place alone


class EventCoder:
    """Codes the events of reports in one language."""

    def __init__(self, frames: Frames, grammar: Grammar, casualties: CasualtyFinder) -> None:
        self.frames, self.grammar = frames, grammar
        self.parties = PartyFinder(grammar)
        self.statuses = StatusFinder(grammar)
        self.casualties = casualties
        self.setting = SettingFinder(grammar)

    def drafts(self, readings: Sequence[Reading], scene: Scene) -> list[Draft]:
        """The event mentions of a report in order."""
        out: list[Draft] = []
        for reading in readings:
            found = triggers(reading, self.frames, self.grammar)
            found = [t for t in found if not self._put_as_duty(t)] + self._duties(reading, scene)
            wishing = [t for t in found if t.verbal and t.frame.type in _WISHING]
            here: list[Draft] = []
            for trigger in found:
                if trigger.verbal or not self._wished(reading, trigger, wishing):
                    draft = self._draft(reading, trigger, scene)
                    here += [draft] if draft is not None else []
            share(here, self.casualties.find(reading), [d for d in out if reading.sentence.number - d.sentence == 1])
            out += here
        return out

    @staticmethod
    def _put_as_duty(trigger: Trigger) -> bool:
        """Whether the trigger says what somebody must do: that is asked, not done."""
        verb = trigger.clause.verb
        return trigger.verbal and verb is not None and verb.modal == "must"

    def _duties(self, reading: Reading, scene: Scene) -> list[Trigger]:
        """«X باید …» within what somebody says is a demand put to X."""
        frame = self.frames.duty
        if frame is None:
            return []
        out = []
        for clause in reading.clauses:
            verb = clause.verb
            if verb is None or verb.modal != "must" or verb.person != 3:  # noqa: PLR2004 - the third person
                continue
            if verb.passive or verb.lemma in self.grammar["knowing"]:
                continue
            if innermost(scene.speeches, reading.sentence.starts[verb.first]) is not None:
                out.append(Trigger(frame, verb.first, verb.last, (-1, -1), clause, verbal=True))
        return out

    @staticmethod
    def _wished(reading: Reading, trigger: Trigger, wishing: Sequence[Trigger]) -> bool:
        """Whether an event noun is only what a demand, threat or promise of the same clause is about."""
        chunks = reading.roles[trigger.clause.number].chunks
        under = next((c.slot for c in chunks if c.first <= trigger.first <= c.last), "")
        for other in wishing:
            if other.clause.number == trigger.clause.number:
                if trigger.first < other.first and under in _BESIDES:
                    continue
                return True
            parent = trigger.clause
            while parent.parent >= 0:
                if parent.parent == other.clause.number and parent.kind == "that":
                    return True
                parent = reading.clauses[parent.parent]
        return False

    def _draft(self, reading: Reading, trigger: Trigger, scene: Scene) -> Draft | None:
        duty = trigger.frame is self.frames.duty
        status = ACTUAL if duty else self.statuses.status(reading, trigger)
        if status is None:
            return None
        slots = self.parties.slots(reading, trigger)
        sentence = reading.sentence
        denial = self._denial(reading, trigger, scene)
        speech = denial or innermost(scene.speeches, sentence.starts[trigger.first])
        if denial is not None:
            status = NEGATED
        self._unspoken(trigger, slots, speech, self._cued(trigger, sentence.number, scene),
                       scene.speaker_before(sentence.number))
        if trigger.verbal and trigger.clause.number == 0 and sentence.number < len(scene.topics):
            self._carried(reading, trigger, slots, scene.topics[sentence.number])
        actors, recipients = filled(trigger, slots, speech)
        if trigger.inner is not None and not (actors and recipients):
            actors, recipients = self._deed(reading, trigger, trigger.inner, actors, recipients, speech)
        if denial is not None:
            actors = actors or [denial.speaker]
        clash = bool(trigger.frame.slots("X")) or (bool(actors) and recipients == actors)
        if trigger.frame.type not in _DOMESTIC and recipients != actors:
            recipients = not_own(actors, recipients, scene, sentence.number)
        if not clash:
            recipients = [m for m in recipients if all(m.code != a.code for a in actors)]
        if duty or "inside" in trigger.frame.notes:
            if speech is None:
                return None
            actors = actors or [speech.speaker]
            recipients = [m for m in recipients if m.id != speech.speaker.id]
            own = speech.speaker.code.partition(".")[0]
            if duty and (not recipients or (speech.speaker.sector in {"GOV", "MIL"}
                                            and all(m.code in {own, f"{own}.GOV", f"{own}.MIL"} for m in recipients))):
                return None  # what one's own side has to do is no demand
        place = self.setting.place(reading, trigger, slots, scene.places[sentence.number])
        guesses = 0
        if not codes(recipients) and trigger.frame.type in _PLACED and not trigger.frame.slots("X"):
            recipients = self._placed(trigger, slots, place, actors, sentence.number)
            guesses += len(recipients)
        if not codes(actors) and not codes(recipients) or self._barred(reading, trigger, actors, recipients, slots):
            return None
        date, status = self.setting.date(reading, trigger, scene, status)
        kind, mode, status = outcome(trigger, status, actors, recipients, speech)
        if not kind:
            return None
        mode = mode or self._mode(reading, trigger, kind)
        words = [*trigger.clause.words, trigger.first, trigger.last]
        return Draft(trigger.frame, kind, mode, actors, recipients, status, place, date, speech,
                     [speech.speaker.code or OUTLET] if speech is not None else [OUTLET],
                     [self._evidence(reading, trigger, slots)], sentence.number, trigger.first, trigger.verbal,
                     mutual="M" in {party for _, party in trigger.frame.roles}, complete=duty,
                     clause=(min(words), max(words)), clause_kind=trigger.clause.kind, guesses=guesses)

    def _barred(self, reading: Reading, trigger: Trigger, actors: Sequence[Mention], recipients: Sequence[Mention],
                slots: Slots) -> bool:
        """Whether a note of the frame bars the event: an interview, a thing that travels, an accident, a match."""
        notes = trigger.frame.notes
        if "nomedia" in notes:
            partners = [m for ms in slots.filled.values() for m in ms] + [*actors, *recipients]
            if any(m.kind == "media" or m.code.endswith(".MED") for m in partners):
                return True
        if "person" in notes and actors and not any(m.kind in _TRAVELLERS for m in actors):
            return True
        if trigger.frame.type == "ASSAULT" and not actors:
            return "accident" in self.frames.classes(reading.sentence.keys)
        return False

    def _mode(self, reading: Reading, trigger: Trigger, kind: str) -> str:
        """The mode that words beside the trigger tell, where its frame has none."""
        keys = reading.sentence.keys
        first, last = max(0, trigger.first - _BESIDE), min(len(keys), trigger.last + _BESIDE + 1)
        for mode, words in self.frames.modes.get(kind, ()):
            if any(words.longest(keys, i, last) for i in range(first, last)):
                return mode
        return ""

    @staticmethod
    def _denial(reading: Reading, trigger: Trigger, scene: Scene) -> Speech | None:
        """The denial that a deed stands in: in its object or in the clause that hangs on it."""
        if "verbal" in trigger.frame.notes:
            return None
        above = {trigger.clause.number}
        outer = trigger.clause
        while outer.parent >= 0:
            outer = reading.clauses[outer.parent]
            above.add(outer.number)
        for speech in scene.speeches:
            if "deny" in speech.notes and speech.sentence == reading.sentence.number and speech.clause in above:
                at = reading.sentence.starts[trigger.first]
                beside = speech.clause == trigger.clause.number and not speech.holds(at)
                return None if beside else speech
        return None

    @staticmethod
    def _cued(trigger: Trigger, sentence: int, scene: Scene) -> Speech | None:
        """The speech whose cue the trigger is."""
        if not trigger.verbal:
            return None
        return next((s for s in scene.speeches if s.sentence == sentence and s.how == "verb"
                     and s.clause == trigger.clause.number), None)

    @staticmethod
    def _placed(trigger: Trigger, slots: Slots, place: PlaceName | None, actors: Sequence[Mention],
                sentence: int) -> list[Mention]:
        """The country of a place that stands where the recipient would: «مواضعی در جنوب لبنان را …»."""
        country = place.place.country if place is not None and place.place is not None else ""
        if place is None or not country or any(m.code.startswith(country) for m in actors):
            return []
        held = trigger.frame.type == "AID" or any(a <= place.first <= b for slot in ("to", "against", "on", "in", OBJECT, *((SUBJECT,) if trigger.voice == PASSIVE else ()))
                   for a, b in slots.words.get(slot, ()))
        return [Mention(sentence, trigger.first, trigger.last, "place", country, country, country)] if held else []

    def _deed(self, reading: Reading, trigger: Trigger, inner: Trigger, actors: list[Mention],  # noqa: PLR0913
              recipients: list[Mention], speech: Speech | None) -> tuple[list[Mention], list[Mention]]:
        """The parties that the deed inside a compound tells: whose it was, and to whom."""
        doers, targets = filled(inner, self.parties.slots(reading, inner), speech)
        if trigger.frame.type in {"CONCEDE", "RETREAT"}:
            return actors or doers, recipients or targets
        return actors, recipients or [m for m in doers if all(m.code != a.code for a in actors)]

    def _unspoken(self, trigger: Trigger, slots: Slots, speech: Speech | None, cued: Speech | None,
                  before: Mention | None) -> None:
        """The subject that the verb alone tells: the speaker, for «ما» and for the cue of a speech."""
        verb = trigger.clause.verb
        if trigger.verbal and verb is not None and not slots.filled.get(SUBJECT):
            if verb.person == 1 and speech is not None:
                slots.put(SUBJECT, [speech.speaker], None)
            elif cued is not None and trigger.voice != "passive":
                slots.put(SUBJECT, [cued.speaker], None)
            elif speech is not None and speech.how == "heading" and trigger.voice == "active" \
                    and trigger.frame.type == "ASSAULT" and trigger.clause.parent < 0 and not verb.plural \
                    and speech.speaker.sector in {"MIL", "REB", "COP", "SPY"}:
                slots.put(SUBJECT, [speech.speaker], None)  # «سپاه: پایگاه … را هدف قرار داد»
            elif "verbal" in trigger.frame.notes and speech is None and before is not None and verb.person == 3 \
                    and trigger.voice == "active":  # noqa: PLR2004 - the third person
                slots.put(SUBJECT, [before], None)

    def _carried(self, reading: Reading, trigger: Trigger, slots: Slots, topic: Sequence[Mention]) -> None:
        """A sentence that begins without a subject goes on with that of the sentence before."""
        verb, roles = trigger.clause.verb, reading.roles[trigger.clause.number]
        slot = SUBJECT if trigger.voice == "active" else OBJECT
        if verb is None or verb.person != 3 or roles.subject is not None or slots.filled.get(slot):  # noqa: PLR2004
            return
        slots.put(slot, [m for m in topic if m.plural == verb.plural or m.kind != "person"], None)

    @staticmethod
    def _evidence(reading: Reading, trigger: Trigger, slots: Slots) -> tuple[int, int]:
        """Offsets of the words that tell the event: the trigger and its nearest roles, some fifteen words."""
        sentence = reading.sentence
        first, last = trigger.first, trigger.last
        if trigger.verbal:
            first = max(trigger.clause.first, last - 14)
            first = min(first, trigger.first)
        else:
            ends = [b for spans in slots.words.values() for a, b in spans if trigger.first <= a]
            ends += [m.last for ms in slots.filled.values() for m in ms if m.first > last and m.sentence == sentence.number]
            last = min(max([last, *ends]), first + 14, len(sentence) - 1)
        return sentence.starts[max(first, 0)], sentence.ends[last]

"""A trigger becomes a draft in one order: who is told on each side, whom others name, where, what it comes to.

Each step sees only what those before it settled; one that finds no event ends the drafting.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.language.frames import SUBJECT, TERMS, Frames
from rasad.language.grammar import Grammar
from rasad.records import OUTLET
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.addressed import addressed
from rasad.stages.code.barring import barred
from rasad.stages.code.dating import DateFinder
from rasad.stages.code.demands import put_to_others
from rasad.stages.code.drafts import BARE, Draft, codes, countries
from rasad.stages.code.evidence import evidence
from rasad.stages.code.modes import told_mode
from rasad.stages.code.outcome import outcome, refused
from rasad.stages.code.parties import PartyFinder
from rasad.stages.code.placed import Placing, may_be_placed
from rasad.stages.code.refusals import Refusal, RefusalReader
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.setting import SPOKEN, VISIT, SettingFinder, visited
from rasad.stages.code.sides import crowd, filled, not_own, opposed, sanctions
from rasad.stages.code.slots import Slots
from rasad.stages.code.status import ACTUAL, FUTURE, NEGATED, StatusFinder
from rasad.stages.code.telling import blamed, charges, doers, heads, points, rallied, unknown
from rasad.stages.code.trigger import PASSIVE, Trigger
from rasad.stages.code.unspoken import fill_unspoken, teller
from rasad.stages.code.vows import warned
from rasad.stages.code.within import denial, promised
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import IF
from rasad.stages.reading import Reading

# Types whose inner deed is the actor's own: «تحریم‌های X را لغو کرد»; so is that of «در حملهٔ X کشته شدند».
_OWN_DEEDS = frozenset({"CONCEDE", "RETREAT"})
_THREAT = "THREATEN"
_AGAINST = frozenset({"REJECT", _THREAT})  # types that the reporter may tell of a side without its words
_JUDGED = frozenset({"ACCUSE", "SUPPORT"})  # types of what whoever speaks thinks of others
_SECOND = 2
_FROM = "from"
_THREATENING = frozenset({"GOV", "MIL", "LEG", "SPY", "REB", "PTY"})  # sectors that speak for their side
_BREAK = 4  # letters from the end of a sentence to the next: a blank, a new line, a bullet
_ABROAD = frozenset({"ASSAULT", "ACCUSE", "THREATEN", "MOBILIZE"})  # what a state seldom does to its own people


@dataclass(frozen=True, slots=True)
class Rules:
    """What one language gives to the drafting of events."""

    frames: Frames
    grammar: Grammar
    parties: PartyFinder
    statuses: StatusFinder
    setting: SettingFinder
    dating: DateFinder
    placing: Placing
    refusals: RefusalReader


class Drafting:
    """One trigger of a sentence, of which `found` are all triggers, while it is drafted."""

    __slots__ = ("actors", "denied", "duty", "found", "reading", "recipients", "refusal", "rules", "scene", "slots",
                 "speech", "status", "told", "trigger")

    def __init__(self, rules: Rules, reading: Reading, trigger: Trigger, scene: Scene,
                 found: Sequence[Trigger]) -> None:
        self.rules, self.reading, self.trigger, self.scene, self.found = rules, reading, trigger, scene, found
        self.duty = trigger.frame.demand
        self.status = ACTUAL if self.duty else rules.statuses.status(reading, trigger, scene.published[:10])
        if self.status in {None, ACTUAL} and promised(trigger, found):
            self.status = FUTURE
        self.denied = denial(reading, trigger, scene)
        self.speech: Speech | None = None
        self.slots: Slots
        self.actors: list[Mention] = []
        self.recipients: list[Mention] = []
        self.refusal: Refusal | None = None
        self.told = False  # the deed is one that somebody announces

    def draft(self, *, suffered: bool) -> Draft | None:
        """The event that the trigger tells, None where it tells none; `suffered` says that its subject suffers it."""
        if self.denied is None and (self.status is None or self._of_aims()):
            return self._plot()
        self.speech = self.denied or self._speech()
        self._fill(suffered=suffered and self.trigger.frame.type == "ASSAULT")
        if not self._put():
            return None
        self._others()
        return self._settled()

    def _of_aims(self) -> bool:
        """Whether a charge is of what somebody wants to do: it is made now, whenever that is to come."""
        charge = self.trigger.frame.type == "ACCUSE" and self.status == FUTURE
        return charge and self.rules.statuses.plotted(self.reading, self.trigger)

    def _speech(self) -> Speech | None:
        """Whose words the trigger stands in; an act of speaking is told by whoever tells its verb."""
        trigger, starts = self.trigger, self.reading.sentence.starts
        speech = innermost(self.scene.speeches, starts[trigger.first])
        if speech is None or speech.cue is None or not trigger.verbal:
            return speech
        speaks = speech.cue[0] <= starts[trigger.last] < speech.cue[1]  # «X را مسئول این حمله دانست»
        return innermost(self.scene.speeches, starts[trigger.last]) if speaks else speech

    def _fill(self, *, suffered: bool) -> None:
        """The sides are those that the sentence names, or that whoever speaks means."""
        reading, trigger, scene, speech = self.reading, self.trigger, self.scene, self.speech
        self.slots = self.rules.parties.slots(reading, trigger, suffered=suffered)
        fill_unspoken(reading, trigger, self.slots, speech, scene)
        actors, recipients = self._sides()
        if self.denied is not None:
            actors = actors or [self.denied.speaker]
        self.actors, self.told = doers(reading, trigger, (actors, recipients), speech, self.rules.grammar)
        self.recipients = recipients
        self.status = NEGATED if self.denied is not None or self.status is None else self.status

    def _put(self) -> bool:
        """Whether a deed of words alone is put to others by somebody: a charge, a demand."""
        reading, trigger, speech = self.reading, self.trigger, self.speech
        notes, kind = trigger.frame.notes, trigger.frame.type
        if not (self.duty or "inside" in notes):
            return True
        if speech is None and kind in _AGAINST and TERMS not in notes:
            return bool(codes(self.actors)) or (kind == _THREAT and bool(codes(self.recipients)))
        speaker = speech.speaker if speech is not None else self._going_on()
        if speaker is None or (kind in _JUDGED and self._unblamed()):
            return False
        self.actors = self.actors or [speaker]
        if TERMS in notes:
            self.actors, self.status = [speaker], ACTUAL
            self.recipients = warned(reading, trigger, speaker, self.recipients, self.scene)
            return bool(self.recipients)
        self.recipients = [m for m in self.recipients or self._spoken_to() if m.id != speaker.id]
        return self.duty or "modal" not in notes or put_to_others(speaker, self.recipients)

    def _spoken_to(self) -> Sequence[Mention]:
        """Whom a duty in the second person is put to where nobody is named: «باید بروید»."""
        trigger, speech, verb = self.trigger, self.speech, self.trigger.clause.verb
        bidden = "modal" in trigger.frame.notes and verb is not None and verb.person == _SECOND
        return speech.to if speech is not None and bidden else ()

    def _going_on(self) -> Mention | None:
        """Whose words end right before the sentence, where it is a charge told by a verb that may go on with them."""
        start, trigger = self.reading.sentence.starts[0], self.trigger
        charge = trigger.frame.type == "ACCUSE" and trigger.verbal and trigger.between[0] < 0
        if not (charge and codes(self.recipients)):
            return None
        before = [s.speaker for s in self.scene.speeches if 0 <= start - s.end <= _BREAK and s.speaker.sector != "MED"]
        return before[-1] if before else None

    def _unblamed(self) -> bool:
        """Whether a deed is denied of somebody, only supposed of them or told of oneself: no charge, no praise."""
        trigger, verb = self.trigger, self.trigger.clause.verb
        if trigger.clause.kind == IF:
            return True
        if self.status == NEGATED or not trigger.verbal or verb is None:
            return self.status == NEGATED
        own = verb.person == 1 and not verb.passive and (SUBJECT, "R") in trigger.frame.roles
        return own or (verb.negated and not trigger.negative)

    def _others(self) -> None:
        """The recipients are those that only the rest of the sentence names: the refused, the land entered."""
        rules, reading, trigger = self.rules, self.reading, self.trigger
        if not codes(self.recipients) and self.status == ACTUAL:
            self.recipients = unknown(trigger, self.slots, self.scene, reading.sentence.number)
        self.refusal = rules.refusals.read(reading, trigger, (self.actors, self.recipients), self.found)
        if self.refusal is not None:
            self.recipients = self.refusal.to
        if trigger.frame.type == "MOBILIZE":
            self.recipients = rules.placing.abroad(reading, trigger, self.actors, self.recipients)

    def _settled(self) -> Draft | None:
        """The draft, with where, when, and what the deed comes to."""
        rules, reading, trigger, speech, slots = self.rules, self.reading, self.trigger, self.speech, self.slots
        performed = speech is not None and any(m.id == speech.speaker.id for m in self.actors)
        told = () if performed and trigger.frame.type in SPOKEN else (
            rules.setting.told_with(reading, trigger, self.scene))
        place = rules.setting.place(reading, trigger, slots, told)
        by_place = may_be_placed(trigger, self.recipients)
        if by_place:
            self.recipients = rules.placing.who(reading, trigger, slots, place, self.actors)
        if self.status == ACTUAL and not codes(self.actors):
            self.actors = teller(trigger, speech, self.recipients) or self._blamed()
        heading = heads(reading, trigger, rules.grammar)
        told_of = codes([*self.actors, *self.recipients]) or rallied(trigger, place, heading=heading)
        if barred(reading, trigger, (self.actors, self.recipients), slots, rules.frames):
            return None
        date, status, loose = rules.dating.date(reading, trigger, self.scene, self.status or NEGATED, self.found)
        kind, mode, status = outcome(trigger, status, self.actors, self.recipients, speech)
        if not kind:
            return None
        place = None if kind in SPOKEN and trigger.frame.type not in SPOKEN else place  # where it is only threatened
        actors, recipients = refused(kind, trigger, (self.actors, self.recipients), speech)
        actors, recipients = _by_kind(kind, trigger, actors, recipients, speech)
        mode = told_mode(mode, reading, trigger, kind, rules.frames) or (VISIT if visited(trigger, slots) else "")
        words = [*trigger.clause.words, trigger.first, trigger.last]
        whole, refusal = self.duty or "whole" in trigger.frame.notes, self.refusal
        return Draft(trigger.frame, kind, mode, actors, recipients, status, place, date, speech,
                     [speech.speaker.code or OUTLET] if speech is not None else [OUTLET],
                     [evidence(reading, trigger, slots)], reading.sentence.number, trigger.first, trigger.verbal,
                     mutual=bool(trigger.frame.slots("M")), passive=trigger.voice == PASSIVE,
                     complete=whole or (refusal is not None and refusal.whole),
                     alone=refusal is not None and refusal.alone, announced=self.told, heading=heading,
                     pointing=points(reading, trigger, rules.grammar), during=self._during(),
                     clause=(min(words), max(words)), clause_kind=trigger.clause.kind,
                     guesses=len(recipients) if by_place else 0, loose=loose, trigger=trigger,
                     verdict="" if told_of else BARE)

    def _blamed(self) -> list[Mention]:
        """Whoever the words around a deed without a doer blame for it."""
        return blamed(self.reading, self.trigger, self.rules.grammar) if codes(self.recipients) else []

    def _during(self) -> bool:
        """Whether the event is told after an attack that the sentence points back to: «در این حمله …»."""
        return any(t.frame.type == "ASSAULT" and t.first < self.trigger.first
                   and points(self.reading, t, self.rules.grammar) for t in self.found)

    def _plot(self) -> Draft | None:
        """The charge that somebody makes by saying what others try to do: «X سعی دارد Y را سرنگون کند»."""
        reading, trigger = self.reading, self.trigger
        self.speech = speech = self._speech()
        if speech is None or not self.rules.statuses.plotted(reading, trigger):
            return None
        self.slots = self.rules.parties.slots(reading, trigger)
        fill_unspoken(reading, trigger, self.slots, speech, self.scene)
        actors, recipients = self._sides()
        charge = trigger.frame.type == "ACCUSE"
        plotters = recipients if charge else actors
        if not (charge or charges(speech.speaker, plotters)):
            return None
        words = trigger.clause.words
        return Draft(trigger.frame, "ACCUSE", "allege", [speech.speaker], plotters, ACTUAL, None, "", speech,
                     [speech.speaker.code], [evidence(reading, trigger, self.slots)], reading.sentence.number,
                     trigger.first, verbal=True, complete=True, clause=(min(words), max(words)),
                     clause_kind=trigger.clause.kind, trigger=trigger)

    def _sides(self) -> tuple[list[Mention], list[Mention]]:
        """The actors and recipients; nobody is on both sides but those who clash."""
        reading, trigger, speech = self.reading, self.trigger, self.speech
        actors, recipients = filled(trigger, self.slots, speech)
        recipients = [m for m in recipients if not self._left(m)]
        met = bool(trigger.frame.slots("M")) and len(codes(actors)) > 1
        if trigger.inner is not None and not (met or (actors and recipients)):
            suffers = trigger.frame.type == "ASSAULT" and (SUBJECT, "R") in trigger.frame.roles
            inner = self.rules.parties.slots(reading, trigger.inner, suffered=suffers)
            own_doers, targets = filled(trigger.inner, inner, speech)
            if trigger.frame.type in _OWN_DEEDS or suffers:
                actors, recipients = actors or own_doers, recipients or targets
            elif not recipients:
                own = {m.code for m in actors}
                both = trigger.frame.type == "REQUEST" or not trigger.inner.verbal or trigger.inner.frame.slots("M")
                sides = (own_doers, targets) if both else (targets,)
                recipients = next((fit for side in sides if (fit := [m for m in side if m.code not in own])), [])
        if trigger.frame.type == "REQUEST" and trigger.verbal:
            recipients = addressed(reading, trigger, self.rules.frames) or recipients
        clash = bool(trigger.frame.slots("X")) or (trigger.frame.type == "ASSAULT" and bool(actors)
                                                 and recipients == actors)
        if (trigger.frame.type in _ABROAD or sanctions(trigger)) and recipients != actors:
            recipients = not_own(actors, recipients, self.scene, reading.sentence.number, abroad=sanctions(trigger))
        return actors, recipients if clash else opposed(actors, recipients)

    def _left(self, mention: Mention) -> bool:
        """Whether somebody is only who is to be left by what is demanded: «خواستار خروج X از Y شد»."""
        inner = self.trigger.inner
        if inner is None or inner.verbal or self.trigger.frame.type != "REQUEST" or mention.first < inner.last:
            return False
        return _FROM in inner.frame.slots("R") and mention in self.slots.filled.get(_FROM, ())


def _by_kind(kind: str, trigger: Trigger, actors: list[Mention], recipients: list[Mention],
             speech: Speech | None) -> tuple[list[Mention], list[Mention]]:
    """The sides: crowds protest; what one's side will do is threatened by who says it, if they speak for it."""
    if kind == "PROTEST":
        return crowd(actors), recipients
    if kind != _THREAT or kind == trigger.frame.type or speech is None or speech.speaker.sector not in _THREATENING:
        return actors, recipients
    return [speech.speaker], [m for m in recipients if not countries([m]) <= countries([speech.speaker])]

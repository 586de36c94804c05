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
from rasad.stages.code.addressed import addressed
from rasad.stages.code.casualties import CasualtyFinder
from rasad.stages.code.dating import DateFinder
from rasad.stages.code.drafts import Draft, codes, countries
from rasad.stages.code.evidence import evidence
from rasad.stages.code.harm_shares import share
from rasad.stages.code.outcome import outcome, refused
from rasad.stages.code.parties import PartyFinder
from rasad.stages.code.placed import Placing, may_be_placed
from rasad.stages.code.refusals import RefusalReader
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.setting import VISIT, SettingFinder, visited
from rasad.stages.code.sides import crowd, filled, not_own, opposed, sanctions
from rasad.stages.code.slots import Slots
from rasad.stages.code.status import ACTUAL, NEGATED, StatusFinder
from rasad.stages.code.telling import blamed, charges, doers, heads, points, rallied, unknown
from rasad.stages.code.trigger import PASSIVE, Trigger
from rasad.stages.code.triggers import triggers
from rasad.stages.code.unspoken import fill_unspoken, teller
from rasad.stages.code.within import (
    WISHING,
    denial,
    duties,
    meant,
    part_of_another,
    put_as_duty,
    put_to_others,
    wished,
    wished_deed,
)
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_TRAVELLERS = frozenset({"person", "office", "role", "government", "country", "pronoun", "anaphor", "title",
                         "institution", "stranger"})
_BODILESS = frozenset({"country", "government", "organisation", "institution"})
_BESIDE = 5  # words on either side of a trigger that may tell its mode
_KINDS_OF = frozenset({("explosives", "suicide-attack")})  # a mode and one that is a kind of it
_AHEAD = 12  # the same after a demand
# Types whose inner deed is the actor's own: «تحریم‌های X را لغو کرد»; so is that of «در حملهٔ X کشته شدند».
_OWN_DEEDS = frozenset({"CONCEDE", "RETREAT"})
_PARTNERS = ("with", "to", "from", "between", SUBJECT, OBJECT)  # slots that name who talks with whom
_PROMISED = frozenset({"to", "for"})  # slots that tell what is promised: «تعهد ایران به …»
_MATCH = 2  # words of sport in a sentence that make it one of sport
_THREAT = "THREATEN"
_THREATENING = frozenset({"GOV", "MIL", "LEG", "SPY", "REB", "PTY"})  # sectors that speak for their side
_ABROAD = frozenset({"ASSAULT", "ACCUSE", "THREATEN", "MOBILIZE"})  # what a state seldom does to its own people


class EventCoder:
    """Codes the events of reports in one language."""

    def __init__(self, frames: Frames, grammar: Grammar, casualties: CasualtyFinder) -> None:
        self.frames, self.grammar = frames, grammar
        self.parties = PartyFinder(grammar, frames.nouns.starts())
        self.statuses = StatusFinder(grammar)
        self.casualties = casualties
        self.setting, self.dating = SettingFinder(grammar), DateFinder(grammar)
        self.placing, self.refusals = Placing(frames), RefusalReader(frames, grammar)

    def drafts(self, readings: Sequence[Reading], scene: Scene) -> list[Draft]:
        """The event mentions of a report in order."""
        out: list[Draft] = []
        for reading in readings:
            if self.frames.count("sport", reading.sentence.keys) >= _MATCH:
                continue  # attacks and meetings of a match
            found = triggers(reading, self.frames, self.grammar)
            due = [t for t in found if put_as_duty(t)]
            found = [t for t in found if not put_as_duty(t)] if due else found
            if self.frames.duty is not None:
                found += duties(reading, scene, self.frames.duty, self.grammar, [*found, *due])
            wishing = [t for t in found if t.verbal and t.frame.type in WISHING]
            deeds = {id(t): deed for t in wishing if t.inner is None and (deed := wished_deed(t, found)) is not None}
            found = [replace(t, inner=deeds[id(t)]) if id(t) in deeds else t for t in found] if deeds else found
            suffering = {t.clause.number for t in found if t.verbal and t.frame.type == "ASSAULT"
                         and ((SUBJECT, "R") in t.frame.roles or t.voice == PASSIVE)}
            found = [t for t in found if not part_of_another(reading, t, found, self.grammar["demonstrative"])]
            here: list[Draft] = []
            for trigger in found:
                if not (meant(trigger, wishing) if trigger.verbal else wished(reading, trigger, wishing)):
                    draft = self._draft(reading, trigger, scene, found,
                                        suffered=trigger.clause.number in suffering)
                    here += [draft] if draft is not None else []
            share(here, self.casualties.find(reading), [d for d in out if reading.sentence.number - d.sentence <= 1])
            out += here
        return out

    def _draft(self, reading: Reading, trigger: Trigger, scene: Scene, found: Sequence[Trigger], *,
               suffered: bool) -> Draft | None:
        duty = trigger.frame is self.frames.duty
        status = ACTUAL if duty else self.statuses.status(reading, trigger, scene.published[:10])
        denied = denial(reading, trigger, scene)
        if status is None and denied is None:
            return self._plot(reading, trigger, scene)
        number, at = reading.sentence.number, reading.sentence.starts[trigger.first]
        speech = denied or innermost(scene.speeches, at)
        slots = self.parties.slots(reading, trigger, suffered=suffered and trigger.frame.type == "ASSAULT")
        fill_unspoken(reading, trigger, slots, speech, scene)
        actors, recipients = self._sides(reading, trigger, slots, speech, scene)
        if denied is not None:
            actors = actors or [denied.speaker]
        actors, told = doers(reading, trigger, (actors, recipients), speech, self.grammar)
        status = NEGATED if denied is not None or status is None else status
        if duty or "inside" in trigger.frame.notes:
            if speech is None or (status == NEGATED and trigger.frame.type == "ACCUSE"):
                return None  # what is denied of somebody is no charge
            actors = actors or [speech.speaker]
            recipients = [m for m in recipients if m.id != speech.speaker.id]
            if "modal" in trigger.frame.notes and not put_to_others(speech.speaker, recipients):
                return None
        if not codes(recipients) and status == ACTUAL:
            recipients = unknown(trigger, slots, scene, number)
        refusal = self.refusals.read(reading, trigger, (actors, recipients), found)
        recipients = refusal.to if refusal is not None else recipients
        if trigger.frame.type == "MOBILIZE":
            recipients = self.placing.abroad(reading, trigger, actors, recipients)
        place = self.setting.place(reading, trigger, slots, self.setting.told_with(reading, trigger, scene))
        told_by_place = may_be_placed(trigger, recipients)
        if told_by_place:
            recipients = self.placing.who(reading, trigger, slots, place, actors)
        if status == ACTUAL and not codes(actors):
            actors = teller(trigger, speech, recipients) or (
                blamed(reading, trigger, self.grammar) if codes(recipients) else [])
        heading = heads(reading, trigger, self.grammar)
        told_of = codes([*actors, *recipients]) or rallied(trigger, place, heading=heading)
        if not told_of or self._barred(reading, trigger, actors, recipients, slots):
            return None
        date, status, loose = self.dating.date(reading, trigger, scene, status, found)
        kind, mode, status = outcome(trigger, status, actors, recipients, speech)
        if not kind:
            return None
        actors, recipients = refused(kind, trigger, (actors, recipients), speech)
        actors, recipients = _by_kind(kind, trigger, actors, recipients, speech)
        words = [*trigger.clause.words, trigger.first, trigger.last]
        mode = self._finer(mode, self._mode(reading, trigger, kind)) or (VISIT if visited(trigger, slots) else "")
        return Draft(trigger.frame, kind, mode, actors, recipients, status, place, date, speech,
                     [speech.speaker.code or OUTLET] if speech is not None else [OUTLET],
                     [evidence(reading, trigger, slots)], number, trigger.first, trigger.verbal,
                     mutual=bool(trigger.frame.slots("M")), passive=trigger.voice == PASSIVE,
                     complete=duty or "whole" in trigger.frame.notes or (refusal is not None and refusal.whole),
                     alone=refusal is not None and refusal.alone, announced=told,
                     heading=heading,
                     pointing=points(reading, trigger, self.grammar), during=any(
                         t.frame.type == "ASSAULT" and t.first < trigger.first and points(reading, t, self.grammar)
                         for t in found), clause=(min(words), max(words)),
                     clause_kind=trigger.clause.kind, guesses=len(recipients) if told_by_place else 0,
                     loose=loose)

    def _plot(self, reading: Reading, trigger: Trigger, scene: Scene) -> Draft | None:
        """The charge that somebody makes by saying what others try to do: «X سعی دارد Y را سرنگون کند»."""
        speech = innermost(scene.speeches, reading.sentence.starts[trigger.first])
        if speech is None or not self.statuses.plotted(reading, trigger):
            return None
        slots = self.parties.slots(reading, trigger)
        fill_unspoken(reading, trigger, slots, speech, scene)
        plotters = self._sides(reading, trigger, slots, speech, scene)[0]
        if not charges(speech.speaker, plotters):
            return None
        words = trigger.clause.words
        return Draft(trigger.frame, "ACCUSE", "allege", [speech.speaker], plotters, ACTUAL, None, "", speech,
                     [speech.speaker.code], [evidence(reading, trigger, slots)], reading.sentence.number,
                     trigger.first, verbal=True, complete=True, clause=(min(words), max(words)),
                     clause_kind=trigger.clause.kind)

    def _sides(self, reading: Reading, trigger: Trigger, slots: Slots, speech: Speech | None,
               scene: Scene) -> tuple[list[Mention], list[Mention]]:
        """The actors and recipients; nobody is on both sides but those who clash."""
        actors, recipients = filled(trigger, slots, speech)
        met = bool(trigger.frame.slots("M")) and len(codes(actors)) > 1
        if trigger.inner is not None and not (met or (actors and recipients)):
            suffers = trigger.frame.type == "ASSAULT" and (SUBJECT, "R") in trigger.frame.roles
            inner = self.parties.slots(reading, trigger.inner, suffered=suffers)
            doers, targets = filled(trigger.inner, inner, speech)
            if trigger.frame.type in _OWN_DEEDS or suffers:
                actors, recipients = actors or doers, recipients or targets
            elif not recipients:
                own = {m.code for m in actors}
                both = trigger.frame.type == "REQUEST" or not trigger.inner.verbal or trigger.inner.frame.slots("M")
                sides = (doers, targets) if both else (targets,)
                recipients = next((fit for side in sides if (fit := [m for m in side if m.code not in own])), [])
        if trigger.frame.type == "REQUEST" and trigger.verbal:
            recipients = addressed(reading, trigger, self.frames) or recipients
        clash = bool(trigger.frame.slots("X")) or (trigger.frame.type == "ASSAULT" and bool(actors)
                                                 and recipients == actors)
        if (trigger.frame.type in _ABROAD or sanctions(trigger)) and recipients != actors:
            recipients = not_own(actors, recipients, scene, reading.sentence.number, abroad=sanctions(trigger))
        return actors, recipients if clash else opposed(actors, recipients)

    def _barred(self, reading: Reading, trigger: Trigger, actors: Sequence[Mention], recipients: Sequence[Mention],
                slots: Slots) -> bool:
        """Whether it is none: an interview, a subject that is no traveller, an accident."""
        notes = trigger.frame.notes
        if "nomedia" in notes:
            partners = [m for slot in _PARTNERS for m in slots.filled.get(slot, ())] + [*actors, *recipients]
            if any(m.kind == "media" or m.code.endswith(".MED") for m in partners):
                return True
        if trigger.frame.type == "CONSULT" and actors and all(m.kind == "country" for m in [*actors, *recipients]) and (
                self.frames.count("sport", reading.sentence.keys)):
            return True  # countries that meet in a match
        met = [*actors, *recipients]
        if trigger.frame.type == "CONSULT" and len(codes(met)) > 1 and len(countries(met)) == 1 and (
                "local" in self.frames.classes([reading.sentence.keys[i] for i in trigger.clause.words])):
            return True  # officials of a town or a district who meet at home
        if "flesh" in notes and recipients and all(m.kind in _BODILESS for m in recipients):
            return True  # a state that is slapped or beaten
        if "person" in notes and actors and not any(m.kind in _TRAVELLERS for m in actors):
            return True
        if trigger.frame.type == "AGREE" and not trigger.verbal and not (recipients or _PROMISED & set(slots.words)):
            return not trigger.frame.slots("M")  # a promise named without what is promised
        if trigger.frame.type == "ASSAULT" and not actors:
            return "accident" in self.frames.classes(reading.sentence.keys)
        return False

    @staticmethod
    def _finer(mode: str, told: str) -> str:
        """The mode of the frame, or of the words where it has none or they tell which kind of it."""
        return told if not mode or (mode, told) in _KINDS_OF else mode

    def _mode(self, reading: Reading, trigger: Trigger, kind: str) -> str:
        """The mode that words beside the trigger tell, where its frame has none."""
        keys = reading.sentence.keys
        after = _AHEAD if kind == "REQUEST" else _BESIDE  # what is asked is told after the asking
        first, last = max(0, trigger.first - _BESIDE), min(len(keys), trigger.last + after + 1)
        words = self.frames.modes.get(kind)
        return min(words.within(keys, first, last), default=(0, ""))[1] if words is not None else ""


def _by_kind(kind: str, trigger: Trigger, actors: list[Mention], recipients: list[Mention],
             speech: Speech | None) -> tuple[list[Mention], list[Mention]]:
    """The sides: crowds protest; what one's side will do is threatened by who says it, if they speak for it."""
    if kind == "PROTEST":
        return crowd(actors), recipients
    if kind != _THREAT or kind == trigger.frame.type or speech is None or speech.speaker.sector not in _THREATENING:
        return actors, recipients
    return [speech.speaker], [m for m in recipients if not countries([m]) <= countries([speech.speaker])]

"""The triggers of a sentence are the predicates of the frames that stand in it.

Every event noun is either part of one verbal trigger or a nominal trigger of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rasad.language.frames import CARRIED, OUTRAGE, REQUITED, Frame, Frames
from rasad.language.grammar import Grammar
from rasad.stages.code.event_nouns import EventNouns
from rasad.stages.code.fitting import Fitting
from rasad.stages.code.noun_clauses import NounClauses
from rasad.stages.code.trigger import PASSIVE, Hit, Trigger
from rasad.stages.code.verb_triggers import VerbTriggers, owns
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

_EASED = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # types of what is eased where it is stopped
_PAST = frozenset({"past", "perfect", "pluperfect", "imperfect"})


def triggers(reading: Reading, frames: Frames, grammar: Grammar) -> list[Trigger]:
    """The triggers of a sentence, the verbal before the nominal ones, each with what else its words tell."""
    found = [trigger for trigger in _Search(reading, frames, grammar).run() if trigger.frame.type]
    return [twin for trigger in found for twin in _told(trigger, frames.bare)]


def seconds(found: Sequence[Trigger], frames: Frames) -> list[Trigger]:
    """The other events that the same words may tell: what is called unacceptable is blamed or refused."""
    return [replace(trigger, frame=second) for trigger in found
            if (second := frames.seconds.get(trigger.frame.rule)) is not None]


def _told(trigger: Trigger, bare: Mapping[str, Frame]) -> list[Trigger]:
    """What a trigger tells: itself, and what else its row says it is; a threat made good is none any more."""
    notes = trigger.frame.notes
    if REQUITED in notes and REQUITED in bare and _done(trigger):
        return [replace(trigger, frame=bare[REQUITED], inner=None)]
    told = [trigger]
    eased = trigger.stopped and trigger.frame.type in _EASED
    if (CARRIED in notes or eased) and CARRIED in bare and _done(trigger):
        told.append(replace(trigger, frame=bare[CARRIED]))
    if OUTRAGE in notes and OUTRAGE in bare and trigger.voice != PASSIVE:
        told.append(replace(trigger, frame=bare[OUTRAGE], inner=None))  # who calls it a crime accuses whoever did it
    return told


def _done(trigger: Trigger) -> bool:
    """Whether an easing, or what is threatened else, is told as done: «محاصره را برداشت», «پاسخ سختی دادیم»."""
    verb = trigger.clause.verb
    return trigger.verbal and verb is not None and verb.tense in _PAST and not verb.modal


class _Search:
    """One sentence searched for triggers."""

    def __init__(self, reading: Reading, frames: Frames, grammar: Grammar) -> None:
        self.reading = reading
        self.used: set[int] = set()
        self.fitting = Fitting(reading, frames, grammar)
        self.nouns = EventNouns(reading, frames, grammar)
        self.verbs = VerbTriggers(self.fitting, frames, self.used)
        self.clauses = NounClauses(self.fitting, frames, grammar, self.verbs)

    def run(self) -> list[Trigger]:
        every = [hit for hit in self.nouns.hits() if self._owned(hit)]
        hits = [hit for hit in every if not self.nouns.done_by(hit[0], hit[1])]
        out: list[Trigger] = []
        for clause in self.reading.clauses:
            found = self._verbal(clause, clause.verb, hits) if clause.verb is not None else None
            found = found or self.clauses.told_of(clause, hits)
            if found is not None:
                out += [found, *self.clauses.joined(found, hits)]
            out += self.clauses.gapped(clause, hits)
        return out + [t for hit in every if hit[0] not in self.used and (t := self._nominal(hit)) is not None]

    def _owned(self, hit: Hit) -> bool:
        """Whether somebody is named right after an event noun that else tells nothing: «شروط ایران»."""
        wanting = all("named" in frame.notes for frame in hit[2])
        return not wanting or any(m.first == hit[1] + 1 for m in self.reading.mentions)

    def _verbal(self, clause: Clause, verb: Verb, hits: Sequence[Hit]) -> Trigger | None:
        inside = [hit for hit in hits if hit[0] not in self.used and hit[1] < verb.first and owns(clause, hit[0])]
        found = self.verbs.compound(clause, verb, inside)
        if found is not None and any(hit[0] < found.first <= hit[1] for hit in inside):
            found = self.clauses.supported(clause, verb, inside) or found  # «تهدید به بمباران کرد» bombs nobody
        return (found or self.verbs.parted(clause, verb, inside) or self.clauses.supported(clause, verb, inside)
                or self.verbs.simple(clause, verb))

    def _nominal(self, hit: Hit) -> Trigger | None:
        first, last, frames = hit
        clause = self.reading.clause_at(first)
        frame = self.fitting.fit(frames, clause, last)
        if frame is None:
            return None
        return Trigger(frame, first, last, (first, last), clause, verbal=False,
                       ended=self.nouns.ended(frame, first), done=self.nouns.done_by(first, last))

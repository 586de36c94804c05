"""The triggers of a sentence are the predicates of the frames that stand in it.

Every event noun is either part of one verbal trigger or a nominal trigger of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.language.frames import Frame, Frames
from rasad.language.grammar import Grammar
from rasad.stages.code.event_nouns import EventNouns
from rasad.stages.code.fitting import Fitting
from rasad.stages.code.noun_clauses import NounClauses
from rasad.stages.code.trigger import PASSIVE, Hit, Trigger
from rasad.stages.code.verb_triggers import VerbTriggers, owns
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading


def triggers(reading: Reading, frames: Frames, grammar: Grammar) -> list[Trigger]:
    """The triggers of a sentence, verbal ones of a clause before the nominal ones in it, then the charges in them."""
    found = [trigger for trigger in _Search(reading, frames, grammar).run() if trigger.frame.type]
    return [*found, *_charges(found, frames.outrage), *_pacts(found, frames.pact)]


def _pacts(found: Sequence[Trigger], pact: Frame | None) -> list[Trigger]:
    """The agreements that lie in their signing: who signs a treaty has agreed."""
    if pact is None:
        return []
    return [replace(trigger, frame=pact, inner=None) for trigger in found if "signing" in trigger.frame.notes]


def _charges(found: Sequence[Trigger], outrage: Frame | None) -> list[Trigger]:
    """The charges that lie in the names of deeds: who calls it a crime accuses whoever did it."""
    if outrage is None:
        return []
    named = [t for t in found if "outrage" in t.frame.notes and t.frame is not outrage and t.voice != PASSIVE]
    return [replace(trigger, frame=outrage, inner=None) for trigger in named]


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
        every = self.nouns.hits()
        hits = [hit for hit in every if not self.nouns.done_by(hit[0], hit[1])]
        out: list[Trigger] = []
        for clause in self.reading.clauses:
            found = self._verbal(clause, clause.verb, hits) if clause.verb is not None else None
            found = found or self.clauses.told_of(clause, hits)
            if found is not None:
                out += [found, *self.clauses.joined(found, hits)]
            out += self.clauses.gapped(clause, hits)
        return out + [t for hit in every if hit[0] not in self.used and (t := self._nominal(hit)) is not None]

    def _verbal(self, clause: Clause, verb: Verb, hits: Sequence[Hit]) -> Trigger | None:
        inside = [hit for hit in hits if hit[0] not in self.used and hit[1] < verb.first and owns(clause, hit[0])]
        return (self.verbs.compound(clause, verb, inside) or self.verbs.parted(clause, verb, inside)
                or self.clauses.supported(clause, verb, inside) or self.verbs.simple(clause, verb))

    def _nominal(self, hit: Hit) -> Trigger | None:
        first, last, frames = hit
        clause = self.reading.clause_at(first)
        frame = self.fitting.fit(frames, clause, last)
        if frame is None:
            return None
        return Trigger(frame, first, last, (first, last), clause, verbal=False,
                       ended=self.nouns.ended(frame, first), done=self.nouns.done_by(first, last))

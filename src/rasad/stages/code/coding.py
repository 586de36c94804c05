"""An event is coded where a frame's trigger stands with at least one party, and told as its words tell it.

What stands inside somebody's words is according to them; what is only wished or threatened is
no event of its own; a visit, aid or withdrawal still to come is a promise of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.language.frames import SUBJECT, TERMS, UNWILLING, Frames
from rasad.language.grammar import Grammar
from rasad.stages.code.casualties import CasualtyFinder
from rasad.stages.code.dating import DateFinder
from rasad.stages.code.demands import demands
from rasad.stages.code.drafting import Drafting, Rules
from rasad.stages.code.drafts import Draft
from rasad.stages.code.harm_shares import share
from rasad.stages.code.parties import PartyFinder
from rasad.stages.code.placed import Placing
from rasad.stages.code.refusals import RefusalReader
from rasad.stages.code.scene import Scene
from rasad.stages.code.setting import SettingFinder
from rasad.stages.code.status import StatusFinder
from rasad.stages.code.trigger import PASSIVE, Trigger
from rasad.stages.code.triggers import seconds, triggers
from rasad.stages.code.unwilling import unwilling
from rasad.stages.code.vows import vows
from rasad.stages.code.within import WISHING, meant, part_of_another, put_as_duty, wished, wished_deed
from rasad.stages.reading import Reading

_MATCH = 2  # words of sport in a sentence that make it one of sport


class EventCoder:
    """Codes the events of reports in one language."""

    def __init__(self, frames: Frames, grammar: Grammar, casualties: CasualtyFinder) -> None:
        self.frames, self.grammar = frames, grammar
        self.casualties = casualties
        self.rules = Rules(frames, grammar, PartyFinder(grammar, frames.nouns.starts()), StatusFinder(grammar),
                           SettingFinder(grammar), DateFinder(grammar), Placing(frames), RefusalReader(frames, grammar))

    def drafts(self, readings: Sequence[Reading], scene: Scene) -> list[Draft]:
        """The event mentions of a report in order."""
        out: list[Draft] = []
        for reading in readings:
            if self.frames.count("sport", reading.sentence.keys) >= _MATCH:
                continue  # attacks and meetings of a match
            here = self._drafted(reading, scene)
            share(here, self.casualties.find(reading), out, reading.sentence.number - 1)
            out += here
        return out

    def _drafted(self, reading: Reading, scene: Scene) -> list[Draft]:
        """The event mentions of a sentence; what is only demanded, threatened or promised in it is none."""
        found = self._told(reading, scene)
        wishing = [t for t in found if t.verbal and t.frame.type in WISHING and "content" not in t.frame.notes]
        found = self._whole(reading, scene, found, wishing)
        suffering = {t.clause.number for t in found if t.verbal and t.frame.type == "ASSAULT"
                     and ((SUBJECT, "R") in t.frame.roles or t.voice == PASSIVE)}
        drafts = [Drafting(self.rules, reading, t, scene, found).draft(suffered=t.clause.number in suffering)
                  for t in found if not (meant(t, wishing) if t.verbal else wished(reading, t, wishing))]
        return [draft for draft in drafts if draft is not None]

    def _told(self, reading: Reading, scene: Scene) -> list[Trigger]:
        """The triggers of a sentence; a deed that is only somebody's duty gives way to the demand for it."""
        found = triggers(reading, self.frames, self.grammar)
        asked = demands(reading, scene, self.frames, self.grammar, found)
        return [*[t for t in found if not put_as_duty(t)], *asked]

    def _whole(self, reading: Reading, scene: Scene, found: Sequence[Trigger],
               wishing: Sequence[Trigger]) -> list[Trigger]:
        """The triggers, each wish with its deed, and with what no word of the tables tells: threats and refusals."""
        bare, grammar = self.frames.bare, self.grammar
        deeds = {id(t): deed for t in wishing if t.inner is None and (deed := wished_deed(t, found)) is not None}
        told = [replace(t, inner=deeds[id(t)]) if id(t) in deeds else t for t in found]
        told += vows(reading, scene, bare.get(TERMS), self.rules.statuses, told)
        told = [t for t in told if not part_of_another(reading, t, told, grammar["demonstrative"])]
        told += seconds(told, self.frames)
        return told + unwilling(reading, scene, bare.get(UNWILLING), grammar, told)

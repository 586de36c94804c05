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
from rasad.stages.code.trigger import PASSIVE
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
            found = triggers(reading, self.frames, self.grammar)
            due = [t for t in found if put_as_duty(t)]
            found = [t for t in found if not put_as_duty(t)] if due else found
            found += demands(reading, scene, self.frames, self.grammar, [*found, *due])
            wishing = [t for t in found if t.verbal and t.frame.type in WISHING and "content" not in t.frame.notes]
            deeds = {id(t): deed for t in wishing if t.inner is None and (deed := wished_deed(t, found)) is not None}
            found = [replace(t, inner=deeds[id(t)]) if id(t) in deeds else t for t in found] if deeds else found
            found += vows(reading, scene, self.frames.bare.get(TERMS), self.rules.statuses, found)
            suffering = {t.clause.number for t in found if t.verbal and t.frame.type == "ASSAULT"
                         and ((SUBJECT, "R") in t.frame.roles or t.voice == PASSIVE)}
            found = [t for t in found if not part_of_another(reading, t, found, self.grammar["demonstrative"])]
            found += seconds(found, self.frames)
            found += unwilling(reading, scene, self.frames.bare.get(UNWILLING), self.grammar, found)
            here: list[Draft] = []
            for trigger in found:
                if not (meant(trigger, wishing) if trigger.verbal else wished(reading, trigger, wishing)):
                    drafting = Drafting(self.rules, reading, trigger, scene, found)
                    draft = drafting.draft(suffered=trigger.clause.number in suffering)
                    here += [draft] if draft is not None else []
            share(here, self.casualties.find(reading), out, reading.sentence.number - 1)
            out += here
        return out

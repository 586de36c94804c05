"""A refusal is put to whoever asked; what is only refused to be done is refused to nobody.

«با درخواست X مخالفت کرد» answers X, «با اعمال تحریم علیه X مخالفت کرد» is about X; aid refused «به X» is refused to X.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.language.frames import Frames
from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import countries
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_DEEP = 1  # words between a preposition and whoever it is about, where they are not those who asked
_BESIDE = 6  # words after a noun of refusal that may tell what is refused
_TO = "to"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Whom a refusal that answers nobody is put to; `alone` where it is told whole by who refuses what deed."""

    to: list[Mention]
    whole: bool
    alone: bool


class RefusalReader:
    """Reads the refusals of one language."""

    def __init__(self, frames: Frames, grammar: Grammar) -> None:
        self.frames, self.grammar = frames, grammar

    def read(self, reading: Reading, trigger: Trigger, sides: tuple[list[Mention], list[Mention]],
             found: Sequence[Trigger]) -> Refusal | None:
        """The refusal, where the trigger is one and what is refused was put forward by nobody."""
        if trigger.frame.type != "REJECT" or self._answers(reading, trigger):
            return None
        alone = trigger.verbal and ("inside" in trigger.frame.notes or _of_a_deed(trigger, found))
        return Refusal(self._to(reading, trigger, *sides), alone or "weak" not in trigger.frame.notes, alone)

    def _answers(self, reading: Reading, trigger: Trigger) -> bool:
        """Whether what is refused was put forward by somebody: «این طرح», «درخواست …»."""
        keys = reading.sentence.keys
        after = range(trigger.first, min(trigger.last + _BESIDE, len(keys)))
        own = [keys[i] for i in (trigger.clause.words if trigger.verbal else after)
               if i not in reading.by_first]  # «این رژیم» is somebody, no demand
        return any(key in self.grammar["demonstrative"] for key in own) or "demand" in self.frames.classes(own)

    def _to(self, reading: Reading, trigger: Trigger, actors: list[Mention],
            recipients: Sequence[Mention]) -> list[Mention]:
        """Who stands right under a preposition of the refusal."""
        near = [m for m in recipients if not self._deep(reading, trigger, m) and m.id != "own"]
        if near or not trigger.clause.words:
            return near
        own, keys, last = countries(actors), reading.sentence.keys, max(trigger.clause.words)
        first = min(trigger.clause.words) if trigger.verbal else trigger.first
        return [m for m in reading.mentions if first < m.first <= last and m.code and not m.guessed
                and m.code.partition(".")[0] not in own
                and self.grammar.slots.longest(keys, m.first - 1, m.first) == (m.first, _TO)][:1]

    @staticmethod
    def _deep(reading: Reading, trigger: Trigger, mention: Mention) -> bool:
        """Whether a mention stands inside the phrase under a preposition, behind the deed that is refused."""
        for chunk in reading.roles[trigger.clause.number].chunks:
            if chunk.slot and any(m is mention or m.first == mention.first for m in chunk.mentions):
                own = chunk.slot == _TO or chunk.slot in trigger.frame.slots("R")
                return not own or mention.first - chunk.first > _DEEP
        return False


def _of_a_deed(trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether what is refused is a deed, told by its noun in the same clause: «از امضای پیمان خودداری کرد»."""
    return any(not t.verbal and t.clause is trigger.clause and t.first < trigger.first for t in found)

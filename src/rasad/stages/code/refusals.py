"""A refusal is put to whoever asked; what is only refused to be done is refused to nobody.

«با درخواست X مخالفت کرد» answers X, «با اعمال تحریم علیه X مخالفت کرد» is about X; aid refused «به X» is refused to X.
"""

from collections.abc import Sequence

from rasad.language.frames import Frames
from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import countries
from rasad.stages.code.triggers import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_DEEP = 1  # words between a preposition and whoever it is about, where they are not those who asked
_BESIDE = 6  # words after a noun of refusal that may tell what is refused
_TO = "to"


def answers(reading: Reading, trigger: Trigger, frames: Frames, grammar: Grammar) -> bool:
    """Whether what is refused was put forward by somebody: «این طرح», «درخواست …»."""
    keys = reading.sentence.keys
    words = [*trigger.clause.words] if trigger.verbal else range(trigger.first, min(trigger.last + _BESIDE, len(keys)))
    own = [keys[i] for i in words if i not in reading.by_first]  # «این رژیم» is somebody, no demand
    return any(key in grammar["demonstrative"] for key in own) or "demand" in frames.classes(own)


def of_a_deed(trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether what is refused is a deed, told by its noun in the same clause: «از امضای پیمان خودداری کرد»."""
    return any(not t.verbal and t.clause is trigger.clause and t.first < trigger.first for t in found)


def refused(reading: Reading, trigger: Trigger, actors: list[Mention], recipients: Sequence[Mention],
            grammar: Grammar) -> list[Mention]:
    """To whom a refusal that answers nobody is told: who stands right under a preposition of it."""
    own = countries(actors)
    near = [m for m in recipients if not _deep(reading, trigger, m) and m.id != "own"]
    if near or not trigger.clause.words:
        return near
    keys, last = reading.sentence.keys, max(trigger.clause.words)
    first = min(trigger.clause.words) if trigger.verbal else trigger.first
    return [m for m in reading.mentions if first < m.first <= last and m.code and not m.guessed
            and m.code.partition(".")[0] not in own
            and grammar.slots.longest(keys, m.first - 1, m.first) == (m.first, _TO)][:1]


def _deep(reading: Reading, trigger: Trigger, mention: Mention) -> bool:
    """Whether a mention stands inside the phrase under a preposition, behind the deed that is refused."""
    for chunk in reading.roles[trigger.clause.number].chunks:
        if chunk.slot and any(m is mention or m.first == mention.first for m in chunk.mentions):
            return mention.first - chunk.first > _DEEP
    return False

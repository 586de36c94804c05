"""What is asked in a letter is asked of whom the letter is to: «در نامه‌ای به X خواستار … شد»."""

from itertools import pairwise

from rasad.language.frames import Frames
from rasad.stages.code.slots import parties
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import PRONOUN, Mention
from rasad.stages.reading import Reading

_LETTER, _TO = "message", "to"
_HOLDING = frozenset({"in", "with"})  # slots of the letter something is asked in


def addressed(reading: Reading, trigger: Trigger, frames: Frames) -> list[Mention]:
    """Whom the letter is to in which a demand is put; nobody where it is told of whom it is asked."""
    chunks = reading.roles[trigger.clause.number].chunks
    asked = [m for c in chunks if c.slot == "from" for m in parties(c) if m.code and m.kind != PRONOUN]
    if asked:
        return []
    keys = reading.sentence.keys
    for letter, to in pairwise(chunks):
        words = [keys[i] for i in range(letter.first, letter.last + 1)]
        if (letter.slot in _HOLDING and to.slot == _TO and to.last < trigger.first
                and _LETTER in frames.classes(words)):
            return [m for m in parties(to) if m.code]
    return []

"""The evidence of an event is the stretch of one sentence that tells it: the trigger and its nearest parties."""

from rasad.stages.code.slots import Slots
from rasad.stages.code.trigger import Trigger
from rasad.stages.reading import Reading

_WORDS = 14  # at most, on one side of the trigger


def evidence(reading: Reading, trigger: Trigger, slots: Slots) -> tuple[int, int]:
    """Offsets of the words that tell the event: the trigger and its nearest roles, some fifteen words."""
    sentence = reading.sentence
    first, last = trigger.first, trigger.last
    if trigger.verbal:
        first = max(trigger.clause.first, last - _WORDS)
        first = min(first, trigger.first)
    else:
        ends = [b for spans in slots.words.values() for a, b in spans if trigger.first <= a]
        ends += [m.last for mentions in slots.filled.values() for m in mentions
                 if m.first > last and m.sentence == sentence.number]
        last = min(max([last, *ends]), first + _WORDS, len(sentence) - 1)
    return sentence.starts[max(first, 0)], sentence.ends[last]

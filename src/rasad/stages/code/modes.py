"""The mode of an event is that of its frame, or the one that words beside its trigger tell."""

from rasad.language.frames import Frames
from rasad.stages.code.trigger import Trigger
from rasad.stages.reading import Reading

_BESIDE = 5  # words on either side of a trigger that may tell its mode
_AHEAD = 12  # the same after a demand, and before a harm
_HARM = frozenset({"killed", "injured", "missing"})
_KINDS_OF = frozenset({("explosives", "suicide-attack")})  # a mode and one that is a kind of it


def told_mode(mode: str, reading: Reading, trigger: Trigger, kind: str, frames: Frames) -> str:
    """The mode of the frame, or of the words where it has none or they tell which kind of it."""
    told = _beside(reading, trigger, kind, frames, harm=bool(trigger.frame.notes & _HARM))
    return told if not mode or (mode, told) in _KINDS_OF else mode


def _beside(reading: Reading, trigger: Trigger, kind: str, frames: Frames, *, harm: bool = False) -> str:
    """The mode that words beside the trigger tell."""
    keys = reading.sentence.keys
    after = _AHEAD if kind == "REQUEST" else _BESIDE  # what is asked is told after the asking
    before = _AHEAD if harm else _BESIDE  # by what somebody was harmed is told before whom it befell
    first, last = max(0, trigger.first - before), min(len(keys), trigger.last + after + 1)
    words = frames.modes.get(kind)
    return min(words.within(keys, first, last), default=(0, ""))[1] if words is not None else ""

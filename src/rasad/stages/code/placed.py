"""Whom a deed befalls may be told by the place alone: the people, the army or the country of where it struck.

A bomb with no doer befalls the people there, an attack on a school them too, one on a base the army;
no state strikes itself, but those who fight it may.
"""

from collections.abc import Sequence

from rasad.language.frames import OBJECT, SUBJECT, Frames
from rasad.stages.code.drafts import PlaceName, codes, countries
from rasad.stages.code.slots import Slots
from rasad.stages.code.trigger import PASSIVE, Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_PLACED = frozenset({"ASSAULT", "COERCE", "AID"})  # types whose recipient may be told by the place alone
_STRUCK = ("to", "against", "on", "in", OBJECT)  # slots whose words may be what was struck
_AT_HOME = frozenset({"REB", "CRM"})  # sectors that fight in their own country
_BORDER = 3  # words from «مرز» to the name of the neighbour
_SITES = (("civil-site", "CVL"), ("military-site", "MIL"))  # classes of words and whose such sites are
_NAMED = frozenset({"country", "government"})


class Placing:
    """Tells by places whom deeds befall, in one language."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames

    def who(self, reading: Reading, trigger: Trigger, slots: Slots, place: PlaceName | None,
            actors: Sequence[Mention]) -> list[Mention]:
        """The people or country of a place that stands where the recipient would: «مواضعی در جنوب لبنان را …»."""
        country = place.place.country if place is not None and place.place is not None else ""
        if place is None or not country or any(_of(m, country) for m in actors):
            return []
        blast = not trigger.verbal and not trigger.frame.slots("A")  # «انفجار X»: X is where it was, nobody does it
        struck = (*_STRUCK, *((SUBJECT,) if trigger.voice == PASSIVE or blast else ()))
        words = [span for slot in struck for span in slots.words.get(slot, ())]
        if trigger.frame.type != "AID" and not any(a <= place.first <= b for a, b in words):
            return []
        sector = self._sector(reading, words, actors) if trigger.frame.type == "ASSAULT" else ""
        code = f"{country}.{sector}" if sector else country
        return [Mention(reading.sentence.number, trigger.first, trigger.last, "place", country, country, code, sector)]

    def abroad(self, reading: Reading, trigger: Trigger, actors: list[Mention],
               recipients: Sequence[Mention]) -> list[Mention]:
        """Whom forces are massed against: others than their own, else the neighbour: «در مرز با X مستقر شدند»."""
        own, keys, words = countries(actors), reading.sentence.keys, set(trigger.clause.words)
        others = [m for m in recipients if m.code.partition(".")[0] not in own]
        return others or [m for m in reading.mentions if m.first in words and m.kind in _NAMED
                          and m.code.partition(".")[0] not in own
                          and "border" in self.frames.classes(keys[max(0, m.first - _BORDER):m.first])][:1]

    def _sector(self, reading: Reading, words: Sequence[tuple[int, int]], actors: Sequence[Mention]) -> str:
        """Whose sites stand in the words that were struck; of a bomb whose layer is not told, those of the people."""
        keys = reading.sentence.keys
        found = self.frames.classes([keys[i] for a, b in words for i in range(a, b + 1)])
        sites = [sector for name, sector in _SITES if name in found]
        if len(sites) == 1:
            return sites[0]
        return "" if codes(list(actors)) else "CVL"


def may_be_placed(trigger: Trigger, recipients: list[Mention]) -> bool:
    """Whether nobody is told whom it befell, and a place might tell."""
    return not codes(recipients) and trigger.frame.type in _PLACED and not trigger.frame.slots("X")


def _of(mention: Mention, country: str) -> bool:
    """Whether somebody is of the country and does not fight it."""
    whose, _, sector = mention.code.partition(".")
    return whose == country and sector not in _AT_HOME

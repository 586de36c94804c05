"""A speaker of no known country is who bore the name before, or from home where the report speaks of no other country.

Only the codes of speakers change, and only empty ones: who takes part in events is settled before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rasad.stages.attribute.speech import Speech
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_ISO = 3
_WHO = frozenset({"person", "stranger"})


def settle_by_name(speeches: Sequence[Speech], readings: Sequence[Reading]) -> None:
    """The speakers without a code have that of the speaker with the same last name: a report knows one of them."""
    codes: dict[str, str] = {}
    for speech in speeches:
        who = speech.speaker
        if who.label is None:
            continue
        name = readings[who.sentence].sentence.keys[who.label[1]]
        if who.code:
            codes.setdefault(name, who.code)
        elif name in codes:
            speech.speaker = replace(who, code=codes[name])


def settle_at_home(speeches: Sequence[Speech], mentions: Iterable[Mention], places: Iterable[str], home: str) -> None:
    """The named speakers without a code have the code of the home country, where no other is spoken of."""
    told = {m.code.partition(".")[0] for m in mentions if m.code and m.kind != "media"} | {*places}
    if _foreign(told, home):
        return
    for speech in speeches:
        if not speech.speaker.code and speech.speaker.kind in _WHO:
            speech.speaker = replace(speech.speaker, code=home)


def _foreign(told: Iterable[str], home: str) -> bool:
    """Whether a country other than the home country is among those told."""
    return any(len(country) == _ISO and country != home for country in told)

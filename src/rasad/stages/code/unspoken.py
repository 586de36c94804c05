"""A verb without a subject means whoever its person, its speech or the sentence before tells, or nobody.

«ما» unspoken is the speaker; the verb of a cue is its speaker's; a headline «سپاه: …» tells what its speaker did.
"""

from collections.abc import Sequence

from rasad.language.frames import OBJECT, SUBJECT
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.scene import Scene
from rasad.stages.code.sides import ours
from rasad.stages.code.slots import Slots
from rasad.stages.code.trigger import ACTIVE, PASSIVE, Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_ARMED = frozenset({"MIL", "REB", "COP", "SPY"})  # sectors whose headlines tell their own deeds
_HARM = frozenset({"killed", "injured", "missing", "captured", "displaced"})
_STATES = frozenset({"country", "government", "institution", "anaphor", "epithet"})  # they do not die
_FIGHTING = frozenset({"MIL", "REB"})
_STRUCK = frozenset({"MIL", "REB", ""})  # sectors that armies strike and tell of
_THIRD = 3
_WITH = "with"


def fill_unspoken(reading: Reading, trigger: Trigger, slots: Slots, speech: Speech | None, scene: Scene) -> None:
    """The subject slot of a verbal trigger holds whom the verb means without naming them."""
    verb, number = trigger.clause.verb, reading.sentence.number
    met = slots.manner and trigger.frame.type == "CONSULT" and bool(slots.filled.get(_WITH))
    if verb is None or not (trigger.verbal or met):
        return
    if not slots.filled.get(SUBJECT):
        meant = _speaker(trigger, speech, number, scene)
        if meant is not None:
            befallen = next(iter(trigger.frame.slots("R")), OBJECT) if trigger.suffered else SUBJECT
            slots.put(befallen, [meant], None)
    if trigger.verbal and trigger.clause.number == 0 and number < len(scene.topics):
        _carry(reading, trigger, slots, scene.topics[number])


def _speaker(trigger: Trigger, speech: Speech | None, sentence: int, scene: Scene) -> Mention | None:
    """The speaker whom the verb means: of the words it stands in, of its own cue, or the last one."""
    verb = trigger.clause.verb
    cued = next((s for s in scene.speeches if s.sentence == sentence and s.how == "verb"
                 and s.clause == trigger.clause.number), None)
    if verb is None:
        return None
    if verb.person == 1 and speech is not None:
        return ours(speech.speaker, trigger, many=verb.plural)
    if cued is not None and trigger.voice != PASSIVE:
        return cued.speaker
    if speech is not None and speech.how == "heading" and _own_deed(trigger, speech):
        return speech.speaker
    if speech is None and "verbal" in trigger.frame.notes and verb.person == _THIRD and trigger.voice == ACTIVE:
        return scene.speaker_before(sentence)
    return None


def teller(trigger: Trigger, speech: Speech | None, recipients: Sequence[Mention]) -> list[Mention]:
    """An army or a rebel group that tells of an attack on the arms of others, without a doer, did it."""
    struck = [m for m in recipients if m.code]
    if trigger.frame.type != "ASSAULT" or not trigger.verbal or speech is None or not struck:
        return []
    speaker = speech.speaker
    hostile = all(m.sector in _STRUCK and m.code.partition(".")[0] != speaker.code.partition(".")[0] for m in struck)
    return [speaker] if speaker.sector in _FIGHTING and not speaker.guessed and hostile else []


def _own_deed(trigger: Trigger, speech: Speech) -> bool:
    """Whether a headline's words tell a deed of its speaker: «سپاه: پایگاه … را هدف قرار داد»."""
    verb = trigger.clause.verb
    suffers = trigger.suffered or (SUBJECT, "R") in trigger.frame.roles  # «هر شناوری هدف قرار می‌گیرد»
    return (trigger.frame.type == "ASSAULT" and trigger.voice == ACTIVE and not suffers and trigger.clause.parent < 0
            and verb is not None and not verb.plural and speech.speaker.sector in _ARMED)


def _carry(reading: Reading, trigger: Trigger, slots: Slots, topic: Sequence[Mention]) -> None:
    """A sentence that begins without a subject goes on with that of the sentence before."""
    verb, roles = trigger.clause.verb, reading.roles[trigger.clause.number]
    slot = SUBJECT if trigger.voice == ACTIVE else OBJECT
    if verb is None or verb.person != _THIRD or roles.subject is not None or slots.filled.get(slot):
        return
    harmed = trigger.frame.type == "ASSAULT" and bool(trigger.frame.notes & _HARM)
    slots.put(slot, [m for m in topic if (m.plural == verb.plural or m.kind != "person")
                     and not (harmed and m.kind in _STATES)], None)

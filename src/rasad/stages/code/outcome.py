"""What an event comes to follows from its frame and its status: what is still to come is a promise of it.

A refusal to support or to talk is a rejection, an attack one announces oneself is a threat, and
what is ended is conceded.
"""

from collections.abc import Sequence

from rasad.stages.attribute.speech import Speech
from rasad.stages.code.status import ACTUAL, FUTURE, HYPOTHETICAL, NEGATED
from rasad.stages.code.trigger import ACTIVE, Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import IF

_STILL_TO_COME = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
_EASED = frozenset({"ASSAULT", "SANCTION", "COERCE", "THREATEN"})
_CALLED_OFF = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID"})
_WILLING = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID", "SUPPORT", "CONCEDE", "RETREAT"})
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_GIVEN = frozenset({"AID", "COOPERATE"})
_HELD = frozenset({"CONSULT", "MOBILIZE", "PROTEST", "COOPERATE"})  # what is over by now took place
_WITHDRAWAL = "withdraw"
_PEOPLE = frozenset({"person", "office", "role"})
_ARMED = frozenset({"MIL", "COP", "REB"})  # whose roles attack with arms, not with words
_STATE = frozenset({"MIL", "COP", "SPY", "GOV", "JUD"})  # sectors that hold people in the name of a state
_CROWDS = frozenset({"people", "adjective"})

Outcome = tuple[str, str, str]


def outcome(trigger: Trigger, status: str, actors: Sequence[Mention], recipients: Sequence[Mention],
            speech: Speech | None) -> Outcome:
    """The type, mode and status of the event; an empty type where it comes to nothing."""
    frame = trigger.frame
    own = speech is not None and _ours(trigger, speech.speaker, actors, recipients)
    if trigger.aspect == "end" and (frame.type in _HELD or frame.mode == _WITHDRAWAL):
        return frame.type, frame.mode, status  # talks, a drill or a withdrawal that came to their end took place
    if trigger.stopped and status == HYPOTHETICAL and frame.type in _CALLED_OFF:
        return "", "", status  # «احتمال توافق کاهش یافت» refuses nothing
    if trigger.stopped or trigger.ended:
        return _stopped(frame.type, status)
    if status == NEGATED and denied(trigger):
        return "REJECT", "", ACTUAL
    if _march(trigger, actors):
        return "MOBILIZE", "troops", status
    judged = frame.type == "SUPPORT" and "inside" in frame.notes  # «X را تنها نخواهیم گذاشت» stands by X now
    if frame.type in _STILL_TO_COME and not judged and (
            status == FUTURE or (status == HYPOTHETICAL and not _past(trigger))):
        return _STILL_TO_COME[frame.type], "", status
    verb = trigger.clause.verb
    if status == HYPOTHETICAL and frame.type == "THREATEN" and trigger.clause.kind != IF and not (
            verb is None or verb.modal):
        return frame.type, frame.mode, ACTUAL  # «اگر خطا کند، ضربه می‌خورد» threatens now
    blames = frame.type == "ACCUSE" and "verbal" in frame.notes and trigger.verbal
    if status == FUTURE and (frame.type in {"REJECT", "THREATEN"} or judged or (blames and trigger.negative)):
        return frame.type, frame.mode, ACTUAL  # «نخواهیم پذیرفت» refuses now, «قابل قبول نخواهد بود» blames
    threat = (trigger.verbal or status == FUTURE) and trigger.clause.kind != IF
    if status in {FUTURE, HYPOTHETICAL} and frame.type in _FORCE and own and threat:
        return "THREATEN", "violence" if frame.type == "ASSAULT" else "", ACTUAL
    kind, mode = _by_whom(trigger, actors, recipients) or (frame.type, frame.mode)
    return kind, mode, status


def refused(kind: str, trigger: Trigger, sides: tuple[list[Mention], list[Mention]],
            speech: Speech | None) -> tuple[list[Mention], list[Mention]]:
    """The sides, of a refusal of what takes two: the side of whoever says so, else the first named, and the others."""
    actors, recipients = sides
    if kind != "REJECT" or recipients or not trigger.frame.slots("M"):
        return sides
    own = [m for m in actors if speech is not None and _country(m) == _country(speech.speaker)] or [*actors[:1]]
    return own, [m for m in actors if m not in own]


def denied(trigger: Trigger) -> bool:
    """Whether what is denied is a kind deed that somebody will not, cannot or does not mean to do: it is refused."""
    verb, kind = trigger.clause.verb, trigger.frame.type
    if kind not in _WILLING or verb is None or (trigger.voice != ACTIVE and kind != "CONCEDE"):
        return False
    unable = verb.modal == "can" and verb.person == 1
    return verb.tense == "future" or trigger.aspect == "plan" or unable or "will" in trigger.frame.notes


def _past(trigger: Trigger) -> bool:
    """Whether a verb says of what is past that it may have been so: «احتمالاً دیدار کرده‌اند»."""
    verb = trigger.clause.verb
    return trigger.verbal and verb is not None and verb.tense in {"past", "perfect", "pluperfect", "imperfect"}


def _single(mention: Mention) -> bool:
    """Whether it is one person, who attacks with words; soldiers and fighters do with arms."""
    return mention.kind in _PEOPLE and not mention.plural and not (mention.kind == "role" and mention.sector in _ARMED)


def _by_whom(trigger: Trigger, actors: Sequence[Mention], recipients: Sequence[Mention]) -> tuple[str, str] | None:
    """The type and mode that an event has by who does it to whom, None where that of the frame stands."""
    frame = trigger.frame
    if "offer" in frame.notes and trigger.inner is not None and trigger.inner.frame.type in _GIVEN:
        return "AGREE", ""  # «پیشنهاد داد به X وام بدهد»
    if "street" in frame.notes and frame.type == "PROTEST" and any(m.code.endswith((".GOV", ".LEG")) for m in actors):
        return "ACCUSE", "disapprove"
    if "crowd" in frame.notes and actors and all(m.kind in _CROWDS for m in actors):
        return "PROTEST", "demo"
    if "captive" in frame.notes and actors and all(m.sector in _STATE for m in actors):
        return "COERCE", "arrest"  # an army takes prisoners, a gang abducts
    if "attack" in frame.notes and actors and recipients and all(map(_single, [*actors, *recipients])):
        return "ACCUSE", "disapprove"
    return None


def _march(trigger: Trigger, actors: Sequence[Mention]) -> bool:
    """Whether those who set out for a land are soldiers, who pay no visit."""
    frame = trigger.frame
    return frame.type == "CONSULT" and frame.mode == "visit" and bool(actors) and all(
        _troops(m, trigger) for m in actors)


def _troops(mention: Mention, trigger: Trigger) -> bool:
    """Whether it is soldiers or fighters, no one of them and no delegation."""
    verb = trigger.clause.verb
    many = mention.plural or (trigger.verbal and verb is not None and verb.plural)
    return mention.sector in {"MIL", "REB"} and (mention.kind == "force" or (mention.kind == "role" and many))


def _ours(trigger: Trigger, speaker: Mention, actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
    """Whether the deed is that of the speaker's side: told of them, or by an army of its foe without a doer."""
    if actors:
        return _country(actors[0]) == _country(speaker)
    struck = bool(recipients) and all(m.code and _country(m) != _country(speaker) for m in recipients)
    return struck and trigger.verbal and speaker.sector in {"MIL", "REB"}


def _stopped(kind: str, status: str) -> Outcome:
    if kind in {"SANCTION", "COERCE"} and status == NEGATED:
        return "REJECT", "yield", ACTUAL  # «تحریم‌ها برداشته نخواهد شد»
    if kind in _EASED:
        return "CONCEDE", "", status
    return ("REJECT" if kind in _CALLED_OFF else "", "", status)


def _country(mention: Mention) -> str:
    return mention.code.partition(".")[0]

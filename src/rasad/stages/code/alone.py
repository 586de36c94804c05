"""Some deeds are told whole by who does them: nobody else need be named for them to be events."""

from rasad.stages.code.drafts import Draft, codes, countries

_ALONE = frozenset({"CONCEDE", "REJECT"})  # acts told whole by who does them: «آتش‌بس اعلام کرد»
_SAID = frozenset({"ACCUSE", "THREATEN"})  # acts of one party, where nobody else is named
_ARMED = frozenset({"", "MIL", "REB", "COP"})  # sectors whose attacks are told without their victims

_LOOKING = frozenset({"", "GOV", "COP", "JUD", "MIL", "SPY", "LEG"})  # sectors that look into deeds


def own_act(draft: Draft) -> bool:
    """Whether a verb tells an act that is put to nobody in particular."""
    return draft.verbal and draft.type in _ALONE


def alone(draft: Draft) -> bool:
    """Whether an act is told by who does it alone: a verb of its own, or the noun of an attack."""
    if own_act(draft) or _inquiry(draft) or (draft.verbal and "whole" in draft.frame.notes):
        return True
    if draft.announced and draft.type == "SUPPORT":
        return True
    if draft.frame.notes & {"weak", "told"} or draft.pointing:
        return False
    if draft.type == "ASSAULT":
        sectors = _ARMED if draft.verbal else _ARMED | {"GOV"}
        return (draft.status == "actual" or not draft.verbal) and any(
            m.code.partition(".")[2] in sectors for m in draft.actors if m.code)
    if any(m.code.endswith(".CVL") for m in draft.actors):
        return False
    own = draft.mutual and draft.announced  # talks that one of the parties speaks of
    return draft.verbal and (draft.type in _SAID or own)


def stands(draft: Draft) -> bool:
    """Whether a telling that tells an event only at times does here: a state's refusal, an inquiry of one's own."""
    refusal = draft.verbal and draft.type == "REJECT" and bool(codes(draft.actors))
    return _inquiry(draft) or (refusal and any(
        m.code.partition(".")[2] in {"", "GOV", "MIL"} for m in draft.actors if m.code))


def _inquiry(draft: Draft) -> bool:
    return draft.announced and draft.frame.mode == "investigate"


def looks_into(draft: Draft) -> bool:
    """Whether a state looks into a deed: it charges nobody before it knows who did it."""
    return draft.verbal and draft.type == "ACCUSE" and draft.frame.mode == "investigate" and any(
        m.code.partition(".")[2] in _LOOKING for m in draft.actors if m.code)


def whole(draft: Draft, other: Draft) -> bool:
    """Whether the other telling is of the same kind of deed, by these actors among its own."""
    return (other.type == draft.type and other.status == draft.status
            and countries(draft.actors) <= countries(other.actors))

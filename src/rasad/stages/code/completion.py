"""An event that needs a second party has one named near it, or is dropped: nobody is made up.

A demand, a charge, a refusal is put to somebody; where its own words leave that out, it is the
other party of the clause, of the deed just told, or of the sentence, told by the report itself.
"""

from collections.abc import Sequence

from rasad.language.frames import SUBJECT
from rasad.stages.code.alone import alone, looks_into, own_act, stands, whole
from rasad.stages.code.claims import claimed
from rasad.stages.code.demands import put_to_others
from rasad.stages.code.doers import name_doers
from rasad.stages.code.drafts import BARE, KEPT, Draft, codes, countries, persons
from rasad.stages.code.partners import other_party
from rasad.stages.code.scene import Scene
from rasad.stages.find.mentions import Mention

_DYADIC = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "SANCTION", "COOPERATE", "AID"})
_ACTORLESS = frozenset({"ASSAULT", "COERCE", "AID", "PROTEST"})
_PUT = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SANCTION"})  # told in the passive of states and bodies alone
_BODIES = frozenset({"", "GOV", "MIL", "COP", "SPY", "LEG", "REB"})
_IN_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})  # what one does by speaking
_HARM = frozenset({"killed", "injured", "missing", "displaced", "captured", "harm"})
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_TOLD_AGAIN = frozenset({"CONSULT", "MOBILIZE", "RETREAT", "COERCE"})  # types told short the second time
# Types of deeds that a state may do at home.
_PHYSICAL = frozenset({"AID", "ASSAULT", "COERCE", "RETREAT", "PROTEST", "MOBILIZE"})
_SAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # types of what people put to their state
_POLITICS = frozenset({"REQUEST", "ACCUSE"})  # types of what sides within a country put to each other
_LANDS = frozenset({"country", "government"})
_RISING = (".REB", ".PTY")  # sectors that are a side of their own against their state
_BOTH = 2
# A party is missing; its parties do not do so; it is told better elsewhere; the grammar by itself cannot say.
WANTING, FEW, WHOLE, UNCLEAR = "wanting", "few", "whole", "unclear"
_YEAR = len("2023")
_NEAR = 3  # sentences between two tellings of a deed of which one tells where


def completed(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with the parties found around them, each with its verdict; those told again are folded away."""
    drafts, out = claimed(drafts), list[Draft]()
    for draft in drafts:
        if draft.verdict != BARE:
            wanting = not draft.complete and _wants(draft)
            other = other_party(draft, drafts, scene) if wanting else None
            if other is not None:
                _add(draft, other)
                draft.guesses += 1
            elif wanting and _fold(draft, [d for d in out if d.verdict == KEPT]):
                continue
            draft.verdict = WANTING if wanting and other is None and not alone(draft) else KEPT
            if draft.verdict == KEPT and not codes(draft.actors):
                name_doers(draft, drafts, scene)
            if draft.verdict == KEPT and not _enough(draft, scene.home):
                draft.verdict = FEW
            if draft.verdict == KEPT and "unsure" in draft.frame.notes:
                draft.verdict = UNCLEAR
        out.append(draft)
    kept = [d for d in out if d.verdict == KEPT]
    for draft in kept:
        _again(draft, kept)
    for draft in kept:
        if _one_sided(draft) and _told_whole(draft, kept):
            draft.verdict = WHOLE
    return out


def _one_sided(draft: Draft) -> bool:
    return _wants(draft) and not own_act(draft)


def _told_whole(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the same actors are told to do the same to somebody elsewhere in the report."""
    return any(whole(draft, other) for other in drafts if other is not draft and codes(other.recipients))


def _again(draft: Draft, drafts: Sequence[Draft]) -> None:
    """A deed told again without whom it is done to is done to those of its other telling: «این سفر»."""
    if draft.type not in _TOLD_AGAIN or draft.mutual or codes(draft.recipients) or not codes(draft.actors):
        return
    same = [d for d in drafts if d.type == draft.type and d.status == draft.status and d.frame.mode == draft.frame.mode
            and codes(d.actors) == codes(draft.actors) and codes(d.recipients)]
    near = min(same, key=lambda d: abs(d.sentence - draft.sentence), default=None)
    if near is not None:
        draft.recipients = [*near.recipients]
        draft.place = near.place or draft.place
        draft.guesses += 1


def _fold(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a telling that lacks a party became evidence of the same deed of the same actors told before."""
    if own_act(draft):
        return False
    other = next((d for d in reversed(drafts) if whole(draft, d)), None)
    if other is None:
        return False
    other.evidence += [e for e in draft.evidence if e not in other.evidence]
    other.date = other.date or draft.date
    return True


def dated(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those told again without their day having the day or month of the other telling of the same deed."""
    for draft in drafts:
        if (draft.date and not draft.loose) or draft.status not in {"actual", "negated"}:
            continue
        same = [d for d in drafts if len(d.date) > _YEAR and d.type == draft.type and d.status == draft.status
                and countries(d.actors) == countries(draft.actors) and (not draft.date or _same_deed(draft, d))]
        near = min(same, key=lambda d: abs(d.sentence - draft.sentence), default=None)
        if near is not None:
            draft.date = near.date
        elif not draft.date and draft.type in _IN_WORDS:
            draft.date = _day_of_speech(draft, drafts)
    return list(drafts)


def _day_of_speech(draft: Draft, drafts: Sequence[Draft]) -> str:
    """The one day on which the same actors are told to have spoken nearby, "" for none or several."""
    days = {d.date for d in drafts if d.date and d.type in _IN_WORDS and d.status == draft.status
            and abs(d.sentence - draft.sentence) <= _NEAR and codes(d.actors) == codes(draft.actors)}
    return days.pop() if len(days) == 1 else ""


def placed(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those told again without their place having the place of the other telling of the same deed."""
    for draft in drafts:
        if draft.place is None and draft.status == "actual":
            parties = countries([*draft.actors, *draft.recipients])
            same = [d for d in drafts if d.place is not None and d.type == draft.type and d.status == draft.status
                    and abs(d.sentence - draft.sentence) <= _NEAR and countries([*d.actors, *d.recipients]) == parties]
            draft.place = min(same, key=lambda d: abs(d.sentence - draft.sentence)).place if same else None
    return list(drafts)


def _same_deed(draft: Draft, other: Draft) -> bool:
    """Whether a deed told on the day of a saying is one that is told elsewhere with its own day."""
    return not other.loose and countries(draft.recipients) == countries(other.recipients)


def _wants(draft: Draft) -> bool:
    """Whether there is an actor and the event needs somebody else too."""
    if not codes(draft.actors) or looks_into(draft):
        return False
    if draft.mutual:
        return persons([*draft.actors, *draft.recipients]) < _BOTH
    return not codes(draft.recipients) and (draft.type in _DYADIC or draft.type == "ASSAULT")


def possible(draft: Draft, home: str) -> bool:
    """Whether these parties can do this at all: nobody uses force on themselves or fights alone."""
    if draft.type in _FORCE and _of_one_state(draft):
        return False
    if draft.type not in _PHYSICAL and _with_itself(draft, home):
        return False
    if draft.frame.slots("X") and persons([*draft.actors, *draft.recipients]) < _BOTH:
        return False
    return draft.type != "REQUEST" or draft.status != "negated"


def _enough(draft: Draft, home: str) -> bool:
    if not possible(draft, home) or _to_itself(draft):
        return False
    if draft.frame.type == "AGREE" and not draft.verbal:
        # an agreement named is an agreement referred to, not the act of agreeing; a promise is one
        maybe = draft.status == "hypothetical"  # «احتمال توافق X و Y» tells something new
        return (draft.announced or maybe or not draft.mutual) and bool(codes(draft.actors))
    if not codes(draft.actors):
        if draft.type == "CONCEDE" and draft.verbal and draft.frame.needs:
            return bool(codes(draft.recipients))  # «محاصرهٔ X برداشته شد»
        told = (draft.verbal or draft.heading or draft.status != "actual" or bool(draft.casualties)
                or bool(draft.frame.notes & _HARM) or draft.frame.mode == "explosives")
        accused = draft.type == "ACCUSE" and draft.verbal and (SUBJECT, "R") in draft.frame.roles  # «X متهم است»
        put = draft.type in _PUT and (draft.passive or accused) and any(
            m.code.partition(".")[2] in _BODIES for m in draft.recipients if m.code)
        untold = draft.type in _ACTORLESS or put
        return untold and bool(codes(draft.recipients)) and "weak" not in draft.frame.notes and told
    stood = draft.alone or stands(draft)
    return stood or not ("weak" in draft.frame.notes and persons([*draft.actors, *draft.recipients]) < _BOTH)


def _to_itself(draft: Draft) -> bool:
    """Whether what must be done is put to nobody else: it is one's own duty, or only said of what must befall somebody.

    «دولت باید …» of a minister, «X باید حمایت شود».
    """
    speech, trigger = draft.speech, draft.trigger
    if "modal" not in draft.frame.notes or speech is None or trigger is None:
        return False
    verb = trigger.clause.verb
    befalls = verb is not None and verb.passive and trigger.inner is None
    return befalls or not put_to_others(speech.speaker, draft.recipients)


def _of_one_state(draft: Draft) -> bool:
    """Whether both sides are organs of the same state: nobody uses force on themselves."""
    if not codes(draft.actors) or not codes(draft.recipients) or draft.actors == draft.recipients:
        return False
    return len(countries([*draft.actors, *draft.recipients])) == 1 and all(
        m.code.partition(".")[2] in {"", "GOV", "MIL"} for m in [*draft.actors, *draft.recipients])


def _with_itself(draft: Draft, home: str) -> bool:
    """Whether a country deals with a body or the people of its own: it is told as the land, not as a side.

    What a state abroad asks or charges its own land with is put to a side there that is only not told.
    """
    told = {*codes(draft.actors), *codes(draft.recipients)}
    sides = draft.mutual or (codes(draft.actors) and codes(draft.recipients))
    lands = {code.partition(".")[0] for code in told}
    if not sides or len(told) < _BOTH or len(lands) > 1 or not lands & told or "state" in draft.frame.notes:
        return False
    if draft.type in _POLITICS and home not in lands and "modal" not in draft.frame.notes:
        return False
    return not any(code.endswith(_RISING) for code in told) and not _of_critics(draft)


def _of_critics(draft: Draft) -> bool:
    """Whether the people of a country put something to it by its name: «روزنامه‌نگار ایرانی از ایران خواست»."""
    sectors = {code.partition(".")[2] for code in codes(draft.actors)}
    return draft.type in _SAID and not sectors & _BODIES and all(
        m.kind in _LANDS and not m.guessed for m in draft.recipients if m.code)


def _add(draft: Draft, other: Mention) -> None:
    if draft.mutual:
        draft.actors = [*draft.actors, other]
    else:
        draft.recipients = [other]

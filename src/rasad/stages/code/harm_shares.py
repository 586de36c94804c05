"""Casualties belong to the event of violence whose words tell the harm, else to the one that the sentence goes on with.

Nobody's harm is told twice for one event.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasad.records import Casualties
from rasad.stages.code.drafts import Draft, codes, countries
from rasad.stages.find.mentions import Mention

_TOGETHER = 4  # words between two harms of one attack told in one breath
_NEXT = 2  # sentences after an attack that may still tell its harm
_HURTING = frozenset({"ASSAULT", "COERCE"})
_BEFALLEN = frozenset({"actual", "historical"})  # statuses of what befell somebody
_HARMS = frozenset({"killed", "injured", "missing", "displaced"})
_TAKEN = "captured"
SINGLE = ("killed", "injured")  # harms counted as one where a person is named and no number is given


@dataclass(frozen=True, slots=True)
class Harmed:
    """Casualties told by the word `at` of a sentence; `further` are others than those counted before.

    Those told `apart` are of the attack told right before their number, whatever word tells their harm; a `running`
    toll is of more than one attack, as is a `toll` told after the number of one.
    """

    at: int
    casualties: Casualties
    further: bool = False
    apart: bool = False
    running: bool = False
    toll: bool = False


def share(here: Sequence[Draft], harmed: Sequence[Harmed], before: Sequence[Draft] = (), near: int = 0) -> None:
    """Casualties are those of the event of violence whose word tells the harm, else of the nearest to it.

    A sentence that tells only casualties goes on with the last event of violence told `before` it from the sentence
    `near` on, unless it sums up many or tells again what was told.
    """
    hosts = [d for d in here if d.type in _HURTING]
    inherited = not hosts
    if inherited and harmed:
        hosts = [d for d in before if d.type in _HURTING and d.sentence >= near][-1:]
    last: tuple[int, Draft | None] = (0, None)
    for told in harmed:
        at, casualties = told.at, told.casualties
        if inherited and (told.running or any(_tells(d, casualties) for d in before)):
            continue
        if told.toll and any(one.casualties.harm == casualties.harm and not one.toll for one in harmed):
            continue  # «۷۳ نفر کشته شدند و شمار کشته‌ها به ۵۰۰۰ رسید»: the sum of many
        own = [d for d in hosts if _own(d, casualties.harm) and not told.apart]
        fit = own or [d for d in hosts if (d.type == "COERCE") == (casualties.harm == _TAKEN)]
        fit = fit or ([] if inherited else hosts)
        if not own and last[1] is not None and not told.apart and last[1] in fit and at - last[0] <= _TOGETHER:
            fit = [last[1]]  # «۴ کشته و ۱۰ زخمی»
        if fit:
            draft = min(fit, key=lambda d: (d.first > at + 1, abs(d.first - at)))
            _add(draft, _whose(casualties, draft))
            draft.further = draft.further or told.further
            last = at, draft
    for draft in () if inherited else hosts:
        _count_one(draft)


def _own(draft: Draft, harm: str) -> bool:
    """Whether the words of a draft tell the harm itself."""
    return harm in draft.frame.notes or (harm == _TAKEN and draft.type == "COERCE")


def bequeath(lost: Draft, kept: Sequence[Draft]) -> None:
    """The casualties told with an event that is dropped are those of the attack told just before it."""
    for other in reversed(kept if lost.casualties and lost.status == "actual" else ()):
        near = 0 <= lost.sentence - other.sentence <= _NEXT
        parties = {"", *countries([*other.actors, *other.recipients])}
        if near and _takes(other, lost) and countries(lost.recipients) | _whose_countries(lost) <= parties:
            _pass_on(lost, other)
            return


def inherit(events: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """The events, with the casualties that were told with a dropped draft of the same sentence and kind."""
    kept = {id(event) for event in events}
    for event in events:
        _name_harmed(event, events)
    for lost in drafts:
        if id(lost) in kept or not lost.casualties:
            continue
        heirs = [e for e in events if e.sentence == lost.sentence and _takes(e, lost)
                 and (not codes(lost.actors) or (lost.frame.notes & _HARMS and _befell(e, lost)))]
        if heirs:
            _pass_on(lost, min(heirs, key=lambda e: abs(e.first - lost.first)))
    return list(events)


def handed_on(events: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """The events, with the casualties that drafts told which came to nothing: those of the nearest event that fits."""
    kept = {id(event) for event in events}
    for lost in drafts:
        known = {(c.harm, c.min, c.max) for e in events for c in e.casualties}
        left = [c for c in lost.casualties if (c.harm, c.min, c.max) not in known]
        if id(lost) in kept or not left or lost.type not in _HURTING:
            continue
        lost.casualties = left
        heirs = [e for e in events if _takes(e, lost) and _heir(e, lost)]
        if heirs:
            _pass_on(lost, min(heirs, key=lambda e: (abs(e.sentence - lost.sentence), abs(e.first - lost.first))))
    return list(events)


def _heir(event: Draft, lost: Draft) -> bool:
    """Whether what a draft of its sentence tells, or the harm told just after it or headed above it, is an event's."""
    apart = lost.sentence - event.sentence
    alike = lost.frame.rule == event.frame.rule and countries(lost.actors) == countries(event.actors)
    if alike and abs(apart) <= _NEXT:
        return True  # the same deed, told again
    parties = {"", *countries([*event.actors, *event.recipients])}
    if not _whose_countries(lost) <= ({"", *countries(event.recipients)} if codes(event.recipients) else parties):
        return False
    if not apart:
        return True
    told = bool(lost.frame.notes & _HARMS) and 0 < apart <= _NEXT
    headed = lost.sentence == 0 and -_NEXT <= apart < 0
    return (told or headed) and countries(lost.recipients) <= parties


def _befell(event: Draft, lost: Draft) -> bool:
    """Whether those whose harm a dropped draft tells are among those to whom the event was done."""
    return _whose_countries(lost) <= {"", *countries(event.recipients)}


def _whose_countries(draft: Draft) -> set[str]:
    """The countries of those whose harm a draft tells."""
    return {c.who.partition(".")[0] for c in draft.casualties}


def _takes(event: Draft, lost: Draft) -> bool:
    """Whether an event may have the casualties of a dropped draft: it is of its kind and tells none of that harm."""
    return event.type == lost.type and event.status == lost.status and not (
        {c.harm for c in event.casualties} & {c.harm for c in lost.casualties})


def _pass_on(lost: Draft, heir: Draft) -> None:
    heir.casualties, lost.casualties = [*heir.casualties, *(_whose(c, heir) for c in lost.casualties)], []


def _name_harmed(event: Draft, events: Sequence[Draft]) -> None:
    """Whom a harm befell is who is counted, where the event only guesses it: «دو ملوان هندی کشته و یک نفر مفقود شد»."""
    who = {c.who for c in event.casualties}
    if len(who) != 1 or not event.frame.notes & _HARMS or not all(m.guessed for m in event.recipients):
        return
    code = who.pop()
    if code.partition(".")[0] not in {"", *countries(event.recipients)}:
        beside = [m for e in events if e.sentence == event.sentence for m in e.recipients if m.code == code]
        event.recipients = beside[:1] or event.recipients


def _tells(draft: Draft, again: Casualties) -> bool:
    """Whether a draft tells the same number of the same country."""
    lands = {"", again.who.partition(".")[0]}
    return any((c.harm, c.min, c.max) == (again.harm, again.min, again.max)
               and (not again.who or c.who.partition(".")[0] in lands) for c in draft.casualties)


def _whose(casualties: Casualties, draft: Draft) -> Casualties:
    """The casualties, of those whom the draft befell where nothing nearer tells whose they are."""
    return replace(casualties, who=casualties.who or next(iter(codes(draft.recipients)), ""))


def _add(draft: Draft, more: Casualties) -> None:
    """The casualties are the draft's, once."""
    if (more.harm, more.min, more.max) not in {(c.harm, c.min, c.max) for c in draft.casualties}:
        draft.casualties.append(more)


def _count_one(draft: Draft) -> None:
    """The one person whose death or wound is told without a number is counted."""
    harm = next((h for h in SINGLE if h in draft.frame.notes), "")
    if not harm or draft.status not in _BEFALLEN or any(c.harm == harm for c in draft.casualties):
        return
    people = [m for m in draft.recipients if _one_person(m, spoken=draft.verbal)]
    others = any(m.plural for m in draft.recipients) or len(countries(draft.recipients)) > 1
    if len(people) == 1 and not others:
        draft.casualties.append(Casualties(harm, 1, 1, people[0].code))


def _one_person(mention: Mention, *, spoken: bool) -> bool:
    named = mention.kind == "person" and mention.label is not None
    return (named or (spoken and mention.kind == "office" and not mention.guessed)) and not mention.plural

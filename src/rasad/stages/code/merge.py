"""Two mentions are one event when type, parties, status and occasion agree; all evidence is kept.

A word for deaths in the sentence of an attack tells the harm of that attack, not another one.
"""

from collections.abc import Sequence

from rasad.records import Casualties
from rasad.stages.code.drafts import BARE, Draft, PlaceName, codes, countries, persons
from rasad.stages.find.mentions import Mention
from rasad.stages.resolve.places import COARSER

_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_KINDS = frozenset({"COERCE", "SANCTION", "RETREAT", "MOBILIZE"})  # types whose modes are deeds of their own
_NEAR = 2  # sentences within which an event without its doer is the one whose doer was told
_WIDE = 1.5  # degrees from a region's middle beyond which a place lies outside it
_BACK = 4  # sentences over which «این حمله» may mean an attack
_HARM = frozenset({"killed", "injured", "missing", "displaced", "captured"})
_TAKEN = "captured"
_DRIVEN = "displaced"  # a harm that is an event of its own, unless an attack is told to cause it


def merged(drafts: Sequence[Draft]) -> list[Draft]:
    """The events of a report, each once, in the order of their first mention."""
    out: list[Draft] = []
    for draft in drafts:
        same = next((other for other in out if _same(other, draft)), None)
        talks = next((other for other in reversed(out) if _those_talks(draft, other)), None) if same is None else None
        if talks is not None:
            talks.evidence += [e for e in draft.evidence if e not in talks.evidence]
        elif same is None:
            out.append(draft)
        else:
            _join(same, draft)
    return out


def absorbed(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with the harm told beside an attack, and with words that point back at it, made part of the attack."""
    out: list[Draft] = []
    for at, draft in enumerate(drafts):
        deed = next((d for d in reversed(out) if d.verdict != BARE and _that_deed(draft, d)), None)
        if draft.verdict == BARE:
            if deed is None:
                out.append(draft)  # «در این حمله» alone tells nothing of the deed it points at …
            elif not _counts_differ(deed.casualties, draft.casualties):
                deed.casualties = counted(deed.casualties, draft.casualties)  # … but what befell somebody in it
                deed.mode = deed.mode or draft.mode
            continue
        if deed is not None:
            _tell_again(deed, draft)
            continue
        host = next((d for d in reversed(out) if d.verdict != BARE and _tells_harm_of(draft, d)), None)
        later = host is not None and host.sentence < draft.sentence and any(
            d.sentence == draft.sentence and d.verdict != BARE and _tells_harm_of(draft, d) for d in drafts[at + 1:])
        if later:
            out.append(draft)  # an attack told later in its sentence takes it
        elif host is None:
            earlier = [d for d in out if d.verdict != BARE and _tells_harm_of(d, draft)]
            for d in earlier:
                out.remove(d)
                _take_harm(draft, d)
            out.append(draft)
        else:
            _take_harm(host, draft)
    return out


def _tells_harm_of(harm: Draft, attack: Draft) -> bool:
    driven = harm.type == "COERCE" and _DRIVEN in harm.frame.notes
    alike = (harm.type == "ASSAULT" or driven) and attack.type == "ASSAULT" and harm.status == attack.status
    if not alike or not harm.frame.notes & _HARM or (attack.frame.notes & _HARM and not driven):
        return False
    if _elsewhere(harm.place, attack.place):
        return False
    if _TAKEN in harm.frame.notes and not (harm.verbal and harm.casualties):
        return False  # an abduction is a deed of its own
    told_of_them = not codes(harm.actors) or countries(harm.actors) == countries(attack.actors)
    return told_of_them and (_during(harm, attack) or (_one_voice(harm, attack) and (
        harm.sentence == attack.sentence or _goes_on(harm, attack))))


def _one_voice(harm: Draft, attack: Draft) -> bool:
    """Whether both are told by the same voice; what an outlet is quoted with, the report goes on to tell itself.

    What somebody says of an attack tells its harm: «X درباره حمله Y: ۶ نفر کشته شدند».
    """
    if harm.speech is None and attack.sentence == harm.sentence and harm.clause_kind == "relative":
        return True  # «X از حمله‌ای خبر داد که به کشته شدن دو نفر انجامید»
    if harm.speech is None or attack.speech is not None:
        return harm.speech is attack.speech or (attack.speech is not None and attack.speech.speaker.sector == "MED")
    return harm.speech.cue is None and harm.sentence == attack.sentence and attack.first < harm.first


def _goes_on(harm: Draft, attack: Draft) -> bool:
    """Whether the harm told in the next sentence is that of the attack: nobody else's is named, on no other day."""
    if harm.date and not harm.verbal and not harm.loose and harm.date != attack.date:
        return False
    return harm.sentence - attack.sentence == 1 and not _counts_differ(attack.casualties, harm.casualties) and (
        not codes(attack.recipients) or bool(countries(harm.recipients) & countries(attack.recipients)))


def _during(harm: Draft, attack: Draft) -> bool:
    """Whether words point at the attack as that in which the harm was done: «در این حمله … کشته شدند»."""
    return (harm.during and not codes(harm.actors) and 0 < harm.sentence - attack.sentence <= _BACK
            and not _counts_differ(attack.casualties, harm.casualties))


def _take_harm(attack: Draft, harm: Draft) -> None:
    own = codes(attack.recipients)
    alone = bool(attack.frame.slots("X")) and persons(attack.actors) == 1 and codes(attack.actors) == own
    if not own or attack.guesses or alone:  # «در درگیری با X دو نفر از Y کشته شدند»
        attack.recipients = harm.recipients
        attack.guesses = 0
    attack.casualties = counted(attack.casualties, harm.casualties)
    attack.place = preciser(attack.place, harm.place)
    attack.date = attack.date or harm.date


def _same(a: Draft, b: Draft) -> bool:
    if a.type != b.type or a.status != b.status or (a.type == "AGREE" and a.mutual != b.mutual):
        return False  # a promise is not the agreement between the two
    if a.type in _KINDS and a.frame.mode and b.frame.mode and a.frame.mode != b.frame.mode:
        return False  # an arrest is no seizure
    actors = _agree(countries(a.actors), countries(b.actors))
    if a.type not in _FORCE and (_apart(a.actors, b.actors) or _apart(a.recipients, b.recipients)
                                 or countries(a.recipients) != countries(b.recipients)):
        return False
    near = (abs(a.sentence - b.sentence) <= _NEAR or b.pointing) and bool(countries(a.recipients))
    untold = near and (not codes(a.actors) or not codes(b.actors))
    if not ((actors or untold) and _agree(countries(a.recipients), countries(b.recipients))):
        return False
    more = b.further and 0 <= b.sentence - a.sentence <= _NEAR
    if a.sentence != b.sentence and not more and (_counts_differ(a.casualties, b.casualties) or (
            _other_counts(a.casualties, b.casualties)
            and (_apart(a.actors, b.actors) or _apart(a.recipients, b.recipients)))):
        return False
    if a.date and b.date and not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return False
    return not _elsewhere(a.place, b.place)


def _elsewhere(a: PlaceName | None, b: PlaceName | None) -> bool:
    """Whether two deeds were done at different places: two towns, or a region and what lies far outside it."""
    one, two = a.place if a else None, b.place if b else None
    if one is None or two is None or one.id == two.id:
        return False
    if one.precision == two.precision == "settlement":
        return True
    if "country" in {one.precision, two.precision} or None in {one.lat, one.lon, two.lat, two.lon}:
        return False
    return abs((one.lat or 0.0) - (two.lat or 0.0)) + abs((one.lon or 0.0) - (two.lon or 0.0)) > _WIDE


def _those_talks(draft: Draft, before: Draft) -> bool:
    """Whether a meeting that words point at is the one just told, whoever else is named beside it: «در این گفت‌وگو»."""
    alike = draft.type == before.type == "CONSULT" and draft.status == before.status
    return (alike and draft.pointing and 0 <= draft.sentence - before.sentence <= _NEAR
            and bool(countries([*draft.actors, *draft.recipients]) & countries([*before.actors, *before.recipients])))


def _that_deed(draft: Draft, before: Draft) -> bool:
    """Whether an attack that words point at, done to nobody they name, is the one just told: «این حمله»."""
    alike = draft.type == before.type == "ASSAULT" and draft.status == before.status
    return (alike and draft.pointing and not codes(draft.recipients) and bool(codes(before.recipients))
            and 0 <= draft.sentence - before.sentence <= _BACK)


def _tell_again(deed: Draft, again: Draft) -> None:
    """What is told again of a deed is told of it: who did it, where nobody was named and it was not done to them."""
    if deed.type == "ASSAULT" and not codes(deed.actors) and not set(codes(again.actors)) & set(codes(deed.recipients)):
        deed.actors = [*again.actors]
    deed.evidence += [e for e in again.evidence if e not in deed.evidence]
    deed.casualties = counted(deed.casualties, again.casualties)
    deed.mode = deed.mode or again.mode


def counted(a: Sequence[Casualties], b: Sequence[Casualties]) -> list[Casualties]:
    """The casualties of two tellings, each number once, under the code that tells most of who it was."""
    out: dict[tuple[str, int, int], Casualties] = {}
    for one in (*a, *b):
        key = (one.harm, one.min, one.max)
        if key not in out or len(one.who) > len(out[key].who):
            out[key] = one
    return list(out.values())


def _counts_differ(a: Sequence[Casualties], b: Sequence[Casualties]) -> bool:
    """Whether two tellings give numbers for one harm and none of them is the same: two deeds."""
    return bool({c.harm for c in a} & {c.harm for c in b}) and _other_counts(a, b)


def _other_counts(a: Sequence[Casualties], b: Sequence[Casualties]) -> bool:
    """Whether two tellings give numbers and none of them is the same."""
    return bool(a and b) and not {(c.harm, c.min, c.max) for c in a} & {(c.harm, c.min, c.max) for c in b}


def preciser(a: PlaceName | None, b: PlaceName | None) -> PlaceName | None:
    """The more precise of two names of one place, the first where they differ."""
    if a is None or a.place is None or b is None or b.place is None:
        return a or b
    one, two = COARSER[a.place.precision], COARSER[b.place.precision]
    named = one == two and a.place.lat is None and b.place.lat is not None  # «غرب X» and a province of X
    return b if (two < one or named) and a.place.country == b.place.country else a


def _apart(a: list[Mention], b: list[Mention]) -> bool:
    """Whether two lists name different bodies of one country: its army and its government."""
    mine = {country: sector for country, _, sector in (m.code.partition(".") for m in a) if sector}
    theirs = [m.code.partition(".") for m in b]
    return any(mine.get(country, sector) != sector for country, _, sector in theirs if sector)


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    return a == b or (bool(a & b) and (a <= b or b <= a))


def _join(a: Draft, b: Draft) -> None:
    a.evidence += [e for e in b.evidence if e not in a.evidence]
    a.according += [c for c in b.according if c not in a.according]
    a.casualties = counted(a.casualties, b.casualties)
    a.mode = b.mode if b.frame.mode and not a.frame.mode and a.type not in _FORCE else a.mode or b.mode
    a.date = a.date if len(a.date) >= len(b.date) else b.date
    a.place = preciser(a.place, b.place)
    a.speech = a.speech or b.speech
    for mine, theirs in ((a.actors, b.actors), (a.recipients, b.recipients)):
        mine += [m for m in theirs if m.code and all(m.code != k.code for k in mine)]

"""Two mentions are one event when type, parties, status and occasion agree; all evidence is kept.

A word for deaths in the sentence of an attack tells the harm of that attack, not another one.
"""

from collections.abc import Sequence

from rasad.stages.code.drafts import Draft, codes, countries
from rasad.stages.find.actors import Mention

_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_NEAR = 2  # sentences within which an event without its doer is the one whose doer was told
_HARM = frozenset({"killed", "injured", "missing", "displaced"})


def merged(drafts: Sequence[Draft]) -> list[Draft]:
    """The events of a report, each once, in the order of their first mention."""
    out: list[Draft] = []
    for draft in drafts:
        same = next((other for other in out if _same(other, draft)), None)
        if same is None:
            out.append(draft)
        else:
            _join(same, draft)
    return out


def absorbed(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with the harm told beside an attack made part of the attack."""
    out: list[Draft] = []
    for draft in drafts:
        host = next((d for d in reversed(out) if _tells_harm_of(draft, d)), None)
        if host is None:
            earlier = [d for d in out if _tells_harm_of(d, draft)]
            for d in earlier:
                out.remove(d)
                _take_harm(draft, d)
            out.append(draft)
        else:
            _take_harm(host, draft)
    return out


def _tells_harm_of(harm: Draft, attack: Draft) -> bool:
    return (bool(harm.frame.notes & _HARM) and not codes(harm.actors) and harm.type == attack.type == "ASSAULT"
            and not attack.frame.notes & _HARM and harm.status == attack.status and harm.speech is attack.speech
            and (harm.sentence == attack.sentence or _goes_on(harm, attack)))


def _goes_on(harm: Draft, attack: Draft) -> bool:
    """Whether the harm told in the next sentence is that of the attack: nobody else's is named."""
    return harm.sentence - attack.sentence == 1 and (
        not codes(attack.recipients) or bool(countries(harm.recipients) & countries(attack.recipients)))


def _take_harm(attack: Draft, harm: Draft) -> None:
    if not codes(attack.recipients) or attack.guesses:
        attack.recipients = harm.recipients
        attack.guesses = 0
    attack.casualties += [c for c in harm.casualties if c not in attack.casualties]
    attack.place = attack.place or harm.place
    attack.date = attack.date or harm.date


def _same(a: Draft, b: Draft) -> bool:
    if a.type != b.type or a.status != b.status:
        return False
    actors = _agree(countries(a.actors), countries(b.actors))
    if a.type not in _FORCE and (_apart(a.actors, b.actors) or _apart(a.recipients, b.recipients)
                                 or countries(a.recipients) != countries(b.recipients)):
        return False
    near = abs(a.sentence - b.sentence) <= _NEAR and bool(countries(a.recipients))
    untold = near and (not codes(a.actors) or not codes(b.actors))
    if not ((actors or untold) and _agree(countries(a.recipients), countries(b.recipients))):
        return False
    if a.casualties and b.casualties and a.sentence != b.sentence and a.casualties != b.casualties:
        return False
    if a.date and b.date and not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return False
    one, two = a.place, b.place
    return not (one and two and one.place and two.place and one.place.id != two.place.id
                and one.place.precision == two.place.precision == "settlement")


def _apart(a: list[Mention], b: list[Mention]) -> bool:
    """Whether two lists name different bodies of one country: its army and its government."""
    mine = {country: sector for country, _, sector in (m.code.partition(".") for m in a) if sector}
    return any(mine.get(country, sector) != sector for country, _, sector in (m.code.partition(".") for m in b) if sector)


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    return a == b or (bool(a & b) and (a <= b or b <= a))


def _join(a: Draft, b: Draft) -> None:
    a.evidence += [e for e in b.evidence if e not in a.evidence]
    a.according += [c for c in b.according if c not in a.according]
    a.casualties += [c for c in b.casualties if c not in a.casualties]
    a.mode = a.mode or b.mode
    a.date = a.date if len(a.date) >= len(b.date) else b.date
    a.place = a.place or b.place
    a.speech = a.speech or b.speech
    for mine, theirs in ((a.actors, b.actors), (a.recipients, b.recipients)):
        mine += [m for m in theirs if m.code and all(m.code != k.code for k in mine)]

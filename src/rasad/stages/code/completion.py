"""An event that needs a second party has one named near it, or is dropped: nobody is made up.

A demand, a charge, a refusal is put to somebody; where its own words leave that out, it is the
other party of the clause, of the deed just told, or of the sentence, told by the report itself.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rasad.stages.code.drafts import Draft, codes, countries, persons
from rasad.stages.code.scene import Scene, told
from rasad.stages.find.actors import PRONOUN, Mention

_DYADIC = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "SANCTION", "COOPERATE", "AID"})
_ACTORLESS = frozenset({"ASSAULT", "COERCE", "AID", "PROTEST"})
_HARM = frozenset({"killed", "injured", "missing", "displaced", "captured", "harm"})
_PUT = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT"})  # acts that somebody tells as put to themselves
_ALONE = frozenset({"CONCEDE", "REJECT"})  # acts told whole by who does them: «آتش‌بس اعلام کرد»
_VIOLENT = frozenset({"ASSAULT"})
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_BOTH = 2
_REACH = 12  # words after an event noun in which the one it is about is named
_BACK = 2  # sentences looked back for the deed that «this deed» means


def completed(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts that have the parties they need, with those found around them."""
    out: list[Draft] = []
    for draft in drafts:
        if not draft.complete and _wants(draft):
            other = _other(draft, drafts, scene)
            if other is None and not (draft.verbal and draft.type in _ALONE and _enough(draft)):
                _fold(draft, out)
                continue
            if other is None:
                out.append(draft)
                continue
            _add(draft, other)
            draft.guesses += 1
        if draft.type == "PROTEST" and not codes(draft.actors):
            _crowd(draft, scene)
        if "state" in draft.frame.notes and not codes(draft.actors):
            _state(draft, scene)
        if draft.type in _VIOLENT and draft.status == "actual" and not codes(draft.actors):
            draft.actors = _doers(draft, drafts)
            draft.guesses += len(draft.actors)
        if _enough(draft):
            out.append(draft)
    return out


def _doers(draft: Draft, drafts: Sequence[Draft]) -> list[Mention]:
    """Whoever the report says attacked the same victims, when it names one side only: «… کشته شدند»."""
    victims = countries(draft.recipients)
    told = [d for d in drafts if d.type in _VIOLENT and d.status == "actual" and codes(d.actors)
            and not d.guesses and countries(d.recipients) & victims and not countries(d.actors) & victims]
    near = min(told, key=lambda d: abs(d.sentence - draft.sentence), default=None)
    if near is None or len({c for d in told for c in countries(d.actors)}) > 1:
        return []
    return near.actors


def _fold(draft: Draft, drafts: Sequence[Draft]) -> None:
    """A telling that lacks a party is evidence of the same deed of the same actors told whole before, if there is one."""
    for other in reversed(drafts):
        if other.type == draft.type and other.status == draft.status and countries(draft.actors) <= countries(other.actors):
            other.evidence += [e for e in draft.evidence if e not in other.evidence]
            other.date = other.date or draft.date
            return


def _state(draft: Draft, scene: Scene) -> None:
    """A sentence passed or carried out is that of the state where it is, when nobody else is named."""
    place = draft.place.place.country if draft.place is not None and draft.place.place is not None else ""
    country = place or next(iter([*countries(draft.recipients), *scene.countries(draft.sentence)]), "")
    if country:
        draft.actors = [Mention(draft.sentence, draft.first, draft.first, "country", country, country, country)]
        draft.guesses += 1


def _crowd(draft: Draft, scene: Scene) -> None:
    """A demonstration without its people is one of the people of where it is."""
    place = draft.place.place.country if draft.place is not None and draft.place.place is not None else ""
    country = place or next(iter(scene.countries(draft.sentence)), "")
    if country and country not in countries(draft.recipients):
        draft.actors = [Mention(draft.sentence, draft.first, draft.first, "people", country, country, f"{country}.CVL")]
        draft.guesses += 1


def dated(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those told again without their day having the day of the other telling of the same deed."""
    for draft in drafts:
        if draft.date or draft.status not in {"actual", "negated"}:
            continue
        same = [d for d in drafts if d.date and d.type == draft.type and d.status == draft.status
                and countries(d.actors) == countries(draft.actors)]
        near = min(same, key=lambda d: abs(d.sentence - draft.sentence), default=None)
        if near is not None:
            draft.date = near.date
    return list(drafts)


def _wants(draft: Draft) -> bool:
    """Whether there is an actor and the event needs somebody else too."""
    if not codes(draft.actors):
        return False
    if draft.mutual:
        return persons([*draft.actors, *draft.recipients]) < _BOTH
    return not codes(draft.recipients) and (draft.type in _DYADIC or draft.type == "ASSAULT")


def _enough(draft: Draft) -> bool:
    if draft.type in _FORCE and _of_one_state(draft):
        return False
    if draft.frame.slots("X") and persons([*draft.actors, *draft.recipients]) < _BOTH:
        return False
    if draft.type == "REQUEST" and draft.status == "negated":
        return False
    if draft.frame.type == "AGREE" and not draft.verbal:
        return False  # an agreement named is an agreement referred to, not the act of agreeing
    if not codes(draft.actors):
        told = draft.verbal or draft.status != "actual" or bool(draft.casualties) or bool(draft.frame.notes & _HARM) or draft.frame.mode == "explosives"
        return draft.type in _ACTORLESS and bool(codes(draft.recipients)) and "weak" not in draft.frame.notes and told
    return not ("weak" in draft.frame.notes and persons([*draft.actors, *draft.recipients]) < _BOTH)


def _of_one_state(draft: Draft) -> bool:
    """Whether both sides are organs of the same state: nobody uses force on themselves."""
    if not codes(draft.actors) or not codes(draft.recipients) or draft.actors == draft.recipients:
        return False
    return len(countries([*draft.actors, *draft.recipients])) == 1 and all(
        m.code.partition(".")[2] in {"", "GOV", "MIL"} for m in [*draft.actors, *draft.recipients])


def _add(draft: Draft, other: Mention) -> None:
    if draft.mutual:
        draft.actors = [*draft.actors, other]
    else:
        draft.recipients = [other]


def _other(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> Mention | None:
    """The other party, from the nearest place that names one."""
    own = countries(draft.actors)
    speaker = draft.speech.speaker if draft.speech is not None else None
    if "told" in draft.frame.notes and not draft.verbal:
        return None
    if draft.mutual and speaker is not None and _fits(speaker, own) and _party(speaker):
        return speaker
    if draft.type == "ASSAULT" and draft.verbal and speaker is not None and _fits(speaker, own) and _party(speaker):
        return replace(speaker, code=speaker.code.partition(".")[0])  # the victim tells it
    allies = [c for c in scene.agreed[draft.sentence] if c not in own]
    if allies and draft.mode == "withdraw":
        return Mention(draft.sentence, draft.first, draft.first, "country", allies[0], allies[0], allies[0])
    if draft.type == "ASSAULT" and not draft.verbal:
        same = [d for d in drafts if d.type == "ASSAULT" and d is not draft and countries(d.actors) == own and d.recipients]
        near = min(same, key=lambda d: abs(d.sentence - draft.sentence), default=None)
        return near.recipients[0] if near is not None else None
    row = [m for m in scene.mentions[draft.sentence] if _fits(m, own)]
    if draft.mutual and draft.verbal and draft.status == "negated" and not any(
            draft.clause[0] <= m.first <= draft.clause[1] for m in row):
        return _partner(draft, drafts, own)
    inside = [m for m in row if draft.clause[0] <= m.first <= draft.clause[1]]
    if inside and (draft.verbal or draft.mutual):
        return min(inside, key=lambda m: (not told(m), m.first < draft.first, abs(m.first - draft.first)))
    if not draft.verbal and draft.type in _PUT:
        after = [m for m in row if 0 < m.first - draft.first <= _REACH]
        return min(after, key=lambda m: m.first, default=None)
    if not draft.verbal or draft.type == "ASSAULT":
        return None
    for other in reversed(drafts):
        if 0 < draft.sentence - other.sentence <= _BACK and draft.type == "ACCUSE" and other.type in {"ASSAULT", "COERCE"}:
            doers = [m for m in other.actors if _fits(m, own)]
            if doers:
                return doers[0]
    if speaker is not None and draft.type in _PUT and _fits(speaker, own) and _party(speaker):
        return speaker
    if row and draft.type in _PUT:
        return min(row, key=lambda m: (not told(m), abs(m.first - draft.first)))
    return _partner(draft, drafts, own) if draft.type in _PUT else None


def _partner(draft: Draft, drafts: Sequence[Draft], own: frozenset[str]) -> Mention | None:
    """The other side of the report: whom the same actors do things to, or who does things to them, most often."""
    seen: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for other in drafts:
        for mine, theirs in ((other.actors, other.recipients), (other.recipients, other.actors)):
            if other is not draft and own & countries(mine):
                for mention in theirs:
                    country = mention.code.partition(".")[0]
                    if _fits(mention, own):
                        seen[country] += 1
                        first.setdefault(country, mention)
    return first[seen.most_common(1)[0][0]] if seen else None


def _party(speaker: Mention) -> bool:
    """Whether a speaker talks for a side: an official or a body, no outlet and no expert."""
    return speaker.code.partition(".")[2] in {"GOV", "MIL", "LEG", "REB", "PTY", ""}


def _fits(mention: Mention, own: frozenset[str]) -> bool:
    country = mention.code.partition(".")[0]
    return bool(country) and mention.kind not in {"media", PRONOUN} and not mention.guessed and country not in own

"""A feature names how an event was read: what told it, and where each party was found; never what a record claims.

Every feature is a family and a value: «clause:relative», «actor:subject». What each speaks for is counted
on coded reports and stands in the table of confidence.
"""

from collections.abc import Iterator, Sequence

from rasad.stages.code.drafts import Draft, codes, countries
from rasad.stages.find.mentions import PRONOUN, Mention
from rasad.stages.reading import Reading

ENTRY = frozenset({"weak", "told", "modal"})  # notes of entries that say how surely they tell an event
_SLOTS = frozenset({"to", "with", "from", "against", "agent", "in", "between"})  # slots told apart by name
_AGAIN = 3  # tellings that confirm each other
_MANY, _CROWD = 2, 3  # parties on one side
_FAR = 12  # words between a trigger and a party told far from it
_EZAFE = 2  # words after an event noun within which whose deed it is stands


def features(draft: Draft, reading: Reading) -> Iterator[str]:
    """The features of an event that is told in the sentence."""
    yield "base"
    yield f"trigger:{_trigger(draft, reading)}"
    yield f"clause:{draft.clause_kind}"
    yield f"status:{draft.status}"
    yield f"said:{'outlet' if draft.speech is None else draft.speech.how or 'phrase'}"
    yield from (f"entry:{note}" for note in sorted(draft.frame.notes & ENTRY))
    if draft.complete:
        yield "told:whole"
    if len(draft.evidence) > 1:
        yield "told:again"
    if len(draft.evidence) >= _AGAIN:
        yield "told:thrice"
    if draft.place is not None:
        yield "told:place"
    if draft.date:
        yield "told:date"
    actors, recipients = _coded(draft.actors), _coded(draft.recipients)
    if not (actors and recipients) and len(countries([*actors, *recipients])) == 1:
        yield "parties:lone"
    yield from _side("actor", actors, draft, reading)
    if recipients or not draft.mutual:
        yield from _side("recipient", recipients, draft, reading)
    else:
        yield "recipient:mutual"


def _coded(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.code]


def _trigger(draft: Draft, reading: Reading) -> str:
    """What tells the event: a verb alone, a compound, an event noun, or one where no verb stands."""
    verb = reading.clause_at(draft.first).verb
    if not draft.verbal:
        return "noun" if verb is not None else "heading"
    return "verb" if verb is not None and draft.first >= verb.first else "compound"


def _side(side: str, mentions: Sequence[Mention], draft: Draft, reading: Reading) -> Iterator[str]:
    """How the parties of one side were found, each feature once."""
    if not mentions:
        yield f"{side}:none"
        return
    yield from (f"{side}:{where}" for where in sorted({_found(m, draft, reading) for m in mentions}))
    near = [m for m in mentions if m.sentence == draft.sentence]
    held = {"guessed": any(m.guessed for m in mentions), "pointing": any(m.pointing for m in mentions),
            "country": all("." not in m.code for m in mentions),
            "far": any(abs(m.first - draft.first) >= _FAR for m in near),
            "after": any(m.first > draft.first for m in near),
            "many": len(codes([*mentions])) >= _MANY, "crowd": len(codes([*mentions])) >= _CROWD}
    yield from (f"{side}:{name}" for name, holds in held.items() if holds)


def _found(mention: Mention, draft: Draft, reading: Reading) -> str:
    """Where a party was found: its slot in the clause of the trigger, or what stands for one."""
    if mention.kind == "place":
        return "place"
    if draft.speech is not None and draft.speech.speaker is mention:
        return "speaker"
    if mention.sentence != draft.sentence:
        return "elsewhere"
    if mention.kind == PRONOUN:
        return "pronoun"
    clause = reading.clause_at(draft.first)
    if reading.owners[mention.first] != clause.number:
        return "apart"
    if not draft.verbal and 0 < mention.first - draft.first <= _EZAFE:
        return "ezafe"
    return _slot(mention, reading, clause.number)


def _slot(mention: Mention, reading: Reading, clause: int) -> str:
    """The slot of the clause in which a mention stands."""
    roles = reading.roles[clause]
    for name, chunk in (("subject", roles.subject), ("object", roles.object)):
        if chunk is not None and chunk.first <= mention.first <= chunk.last:
            return name
    slot = next((c.slot for c in roles.chunks if c.first <= mention.first <= c.last), None)
    if not slot:
        return "bare" if slot == "" else "clause"
    return slot if slot in _SLOTS else "other"

"""What is asked is asked of whoever is to do it, and in a talk each of the two speaks to the other.

Only speeches that name nobody they are put to are given addressees here; nothing else of them changes.
"""

from collections.abc import Iterator, Sequence

from rasad.stages.attribute.rules import outlet
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.drafts import Draft
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_ASKED, _TALK = "REQUEST", "CONSULT"
_PERSON = "person"
_TWO = 2
_TOLD = frozenset({"verb", "before-content"})  # speeches told of as they went on, not cited
_PRIVATE = frozenset({"GOV", "LEG", "MIL", "SPY", "PTY", "REB"})  # who speak to each other, not to the public


def put(speeches: Sequence[Speech], drafts: Sequence[Draft], readings: Sequence[Reading]) -> None:
    """The speeches that ask somebody, or that go on in a talk, have their addressees."""
    asked = {(d.sentence, readings[d.sentence].clause_at(d.first).number): d
             for d in reversed(drafts) if d.type == _ASKED and d.recipients}
    for speech in speeches:
        draft = asked.get((speech.sentence, speech.clause))
        if draft is not None and not speech.to and speech.how == "verb":
            speech.to = [m for m in draft.recipients if m.code and not _same(m, speech.speaker)]
    talks = sorted(_talks(drafts, readings), key=lambda talk: talk[0])
    for number, (sentence, pair) in enumerate(talks):
        stop = talks[number + 1][0] if number + 1 < len(talks) else None
        _inside(speeches, sentence, stop, pair)


def _talks(drafts: Sequence[Draft], readings: Sequence[Reading]) -> Iterator[tuple[int, tuple[Mention, Mention]]]:
    """The sentences that tell of a talk between two, with the two; one that is over («پس از دیدار») is none."""
    for draft in drafts:
        if not draft.verbal and not _within(readings[draft.sentence], draft.first):
            continue
        both = [m for m in [*draft.actors, *draft.recipients] if m.code and not outlet(m)]
        if draft.type == _TALK and draft.status == "actual" and draft.speech is None and len(both) == _TWO:
            one, two = both
            single = not one.plural and not two.plural
            if single and {_sector(one), _sector(two)} <= _PRIVATE and not _same(one, two):
                yield draft.sentence, (one, two)


def _within(reading: Reading, word: int) -> bool:
    """Whether the noun for a talk stands under «در»: what follows was said in it."""
    chunks = reading.roles[reading.clause_at(word).number].chunks
    return any(c.slot == "in" and c.first <= word <= c.last for c in chunks)


def _inside(speeches: Sequence[Speech], sentence: int, stop: int | None, pair: tuple[Mention, Mention]) -> None:
    """Each of the two speaks to the other from the sentence on, until somebody else speaks or another talk begins."""
    for speech in sorted(speeches, key=lambda s: s.sentence):
        if speech.sentence < sentence or (stop is not None and speech.sentence >= stop):
            continue
        if _same(speech.speaker, pair[0]):
            other = pair[1]
        elif _same(speech.speaker, pair[1]):
            other = pair[0]
        else:
            return
        if speech.how in _TOLD:
            speech.to = speech.to or [other]


def _sector(mention: Mention) -> str:
    return mention.code.partition(".")[2]


def _same(one: Mention, two: Mention) -> bool:
    """Whether two mentions are one somebody: one id where both are named, else one code."""
    named = one.kind == two.kind == _PERSON
    return one.code == two.code and (one.id == two.id or not named)

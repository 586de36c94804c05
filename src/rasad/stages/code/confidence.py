"""How sure an event is follows from a few facts of how it was read, each with a round weight.

The sum is the share of records with the same facts that a careful coder would write down too, as
counted on coded reports: 0.8 means four in five. No fact looks at what a record says, only at how
it was found, so a stronger claim is never a surer one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rasad.stages.code.drafts import Draft, codes
from rasad.stages.find.mentions import PRONOUN, Mention

LEAST, MOST = 0.05, 0.95  # nothing is known not to be, and nothing is known for sure
_BASE = 0.6  # what an event begins with
_BESIDE = 12  # words between a trigger and a party told right with it
_AGAIN = 3  # tellings that confirm each other
_SCATTERED = frozenset({"COERCE", "CONCEDE", "MOBILIZE", "AID", "RETREAT", "PROTEST"})  # told in many ways
_UNREAL = frozenset({"negated", "hypothetical"})
_HELD = frozenset({"relative", "if"})  # clauses that mention a deed in passing


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that holds of an event or does not, and what it adds to the confidence."""

    name: str
    weight: float
    holds: Callable[[Draft], bool]


def _parties(draft: Draft) -> list[Mention]:
    return [*draft.actors, *draft.recipients]


def _beside(draft: Draft) -> bool:
    """Whether every party told in the sentence of the trigger stands near it."""
    return all(abs(m.first - draft.first) < _BESIDE for m in _parties(draft) if m.sentence == draft.sentence)


EVENT_FACTS: Sequence[Fact] = (
    Fact("nobody is told to have done it", -0.3, lambda d: not codes(d.actors)),
    Fact("nobody is told to whom it was done", -0.1, lambda d: not codes(d.recipients) and not d.mutual),
    Fact("a party is only a pronoun", -0.3, lambda d: any(m.kind == PRONOUN for m in _parties(d))),
    Fact("the country of a party is taken from around it", -0.1, lambda d: any(m.guessed for m in _parties(d))),
    Fact("a party is found outside the words that tell it", -0.1, lambda d: d.guesses > 0),
    Fact("the predicate tells an event only at times", -0.15, lambda d: "weak" in d.frame.notes),
    Fact("the type is told in many ways", -0.15, lambda d: d.type in _SCATTERED),
    Fact("it is denied or only possible", -0.2, lambda d: d.status in _UNREAL),
    Fact("a clause on a noun or a condition tells it in passing", -0.2, lambda d: d.clause_kind in _HELD),
    Fact("it is told in a headline of the form «speaker: words»", -0.1,
              lambda d: d.speech is not None and d.speech.how == "heading"),
    Fact("the parties stand beside the trigger", 0.1, _beside),
    Fact("its place is told", 0.1, lambda d: d.place is not None),
    Fact("its date is told", 0.05, lambda d: bool(d.date)),
    Fact("it is told three times", 0.1, lambda d: len(d.evidence) >= _AGAIN),
)

def event_confidence(draft: Draft) -> float:
    """How sure the event is, between 0.05 and 0.95."""
    return _bounded(_BASE + sum(fact.weight for fact in EVENT_FACTS if fact.holds(draft)))


def _bounded(value: float) -> float:
    return round(min(MOST, max(LEAST, value)), 2)

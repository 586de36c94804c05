"""How sure an event is follows from how it was read: each feature has a weight, fitted on coded reports.

The sum of the weights, put on the scale of chances, is how often a careful coder has an event with the same
features too, type and both parties. No feature counts the dead or knows who is named, only whether they are at
war, so a graver claim is never a surer one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rasad.language import weights
from rasad.language.tables import TableError, merged
from rasad.stages.code.drafts import Draft
from rasad.stages.code.features import features
from rasad.stages.reading import Reading

TABLE = "confidence.tsv"
_TENTHS = 10
LEAST, MOST = 0.05, 0.95  # nothing is known not to be, and nothing is known for sure
TOLD = 0.2  # an event that is less sure is not told
UNSURE = "unsure"  # why it is not


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds to the logarithm of the odds, and the feature in words."""

    value: float
    told: str


@dataclass(frozen=True, slots=True)
class Confidence:
    """The weights of the features by name; what has none speaks neither for nor against an event."""

    weights: Mapping[str, Weight]

    def of(self, draft: Draft, reading: Reading) -> float:
        """How sure the event is that is told in the sentence, between LEAST and MOST."""
        return chance([self.weights[f].value for f in facts(draft, reading) if f in self.weights])

    def enough(self, events: Sequence[Draft], readings: Sequence[Reading]) -> list[Draft]:
        """The events that are sure enough to be told; where nothing was weighed, all of them are."""
        for event in events:
            if event.chance is not None and self.of(event, readings[event.sentence]) < TOLD:
                event.refused = UNSURE
        return [event for event in events if event.refused != UNSURE]

    def told(self, draft: Draft, reading: Reading) -> list[Weight]:
        """The weights that made it so, what speaks loudest first; what says nothing is left out."""
        held = (self.weights[f] for f in facts(draft, reading) if f in self.weights)
        return sorted((weight for weight in held if weight.value), key=lambda weight: -abs(weight.value))


def facts(draft: Draft, reading: Reading) -> list[str]:
    """All that bears on how sure an event is: how it was read, and how likely the weights held it and its parties."""
    event = 1.0 if draft.chance is None else draft.chance
    parties = draft.sure[0] * draft.sure[1]
    return [*features(draft, reading), *(f"{name}:{min(int(p * _TENTHS), _TENTHS - 1)}" for name, p in (
        ("chance", event), ("sure", parties), ("both", event * parties)))]


def chance(values: Iterable[float]) -> float:
    """The chance of which the values add up to the logarithm of the odds, between LEAST and MOST."""
    return round(min(MOST, max(LEAST, weights.chance(sum(values)))), 2)


def load_confidence(*folders: Path) -> Confidence:
    """The weights of the pack and of the user's own folders."""
    weights = {}
    for row in merged(TABLE, *folders):
        try:
            weights[row["feature"]] = Weight(float(row["weight"]), row["told"])
        except ValueError:
            raise TableError(f"{TABLE}, feature {row['feature']}: weight {row['weight']!r} is no number") from None
    return Confidence(weights)

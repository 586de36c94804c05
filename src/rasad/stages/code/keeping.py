"""A draft is an event where the signs of its telling speak for it: what its frame is, who its parties are, how surely.

Weights are fitted on coded reports; without them the verdict of the grammar stands.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rasad.language.weights import chance, load_weights, odds
from rasad.stages.code.completion import possible
from rasad.stages.code.drafts import KEPT, Draft, countries
from rasad.stages.code.features import features
from rasad.stages.code.harm_shares import bequeath
from rasad.stages.reading import Reading

TABLE = "keeping.tsv"
LEAST = 0.55  # chance from which a draft is an event …
DROPPED = 0.2  # … and below which it is none, where the grammar holds it for one
_TENTHS = 10


class Keeping:
    """Keeps the drafts that are events, by the weights of one language."""

    def __init__(self, weights: Mapping[str, float], least: float = LEAST, dropped: float = DROPPED) -> None:
        self.weights, self.least, self.dropped = weights, least, dropped

    def kept(self, drafts: Sequence[Draft], readings: Sequence[Reading], home: str) -> list[Draft]:
        """The drafts that are events; what harm was told with the others is that of the attack told before."""
        out: list[Draft] = []
        for draft in drafts:
            if self._holds(draft, readings[draft.sentence]) and possible(draft, home):
                out.append(draft)
            else:
                bequeath(draft, out)
        return out

    def _holds(self, draft: Draft, reading: Reading) -> bool:
        if not self.weights:
            return draft.verdict == KEPT
        if not countries(draft.actors) | countries(draft.recipients):
            return False
        return self.chance(draft, reading) >= (self.dropped if draft.verdict == KEPT else self.least)

    def chance(self, draft: Draft, reading: Reading) -> float:
        """The chance that a draft is an event, by its signs."""
        return chance(odds(self.weights, event_signs(draft, reading)))


def event_signs(draft: Draft, reading: Reading) -> list[str]:
    """The signs that a draft is an event of its type."""
    kind, told, how = draft.type, "v" if draft.verbal else "n", "o" if draft.speech is None else draft.speech.how or "p"
    actors, recipients = countries(draft.actors), countries(draft.recipients)
    has = ("A" if actors else "") + ("R" if recipients else "") + ("=" if actors & recipients else "")
    p, q = (str(int(one * _TENTHS)) for one in draft.sure)
    sides = draft.actors, draft.recipients
    sectors = "/".join(next((m.sector or "-" for m in side if m.code), "0") for side in sides)
    words = reading.sentence.keys[draft.first]
    return [*features(draft, reading), "t:" + kind, f"t:{kind}/{has}", f"t:{kind}/{told}/{has}", f"ve:{draft.verdict}",
            f"ve:{draft.verdict}/{kind}", f"ve:{draft.verdict}/{has}/{told}", f"e:{draft.frame.rule}",
            f"e:{draft.frame.rule}/{has}", f"st:{kind}/{draft.status}", f"h:{kind}/{how}",
            f"ck:{kind}/{draft.clause_kind}", f"A:{p}", f"R:{q}", f"A:{p}/{kind}", f"R:{q}/{kind}",
            f"AR:{int(draft.sure[0] * draft.sure[1] * _TENTHS)}", f"x:{sectors}", f"x:{sectors}/{kind}",
            f"g:{min(draft.guesses, 2)}/{kind}", f"w:{words}", f"w:{words}/{kind}",
            *(f"n:{note}/{kind}" for note in sorted(draft.frame.notes))]


def load_keeping(*folders: Path) -> Keeping:
    """The weights of the pack and of the user's own folders."""
    return Keeping(load_weights(TABLE, *folders))

"""A draft is an event where the signs of its telling speak for it: what its frame is, who its parties are, how surely.

Weights are fitted on coded reports; without them the verdict of the grammar stands.
"""

from collections.abc import Sequence
from pathlib import Path

from rasad.language.weights import chance, load_weights, odds
from rasad.stages.code.completion import possible
from rasad.stages.code.drafts import KEPT, Draft, countries
from rasad.stages.code.features import features
from rasad.stages.code.harm_shares import bequeath
from rasad.stages.code.signs import named, word
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

TABLE = "keeping.tsv"
LEAST = 0.5  # chance from which a draft is an event …
DROPPED = 0.4  # … and below which it is none, where the grammar holds it for one
UNTOLD, UNLIKELY, IMPOSSIBLE = "untold", "unlikely", "impossible"  # why a draft is no event
_TENTHS = 10
_LOUDEST = 3


class Keeping:
    """Keeps the drafts that are events, by the weights of one language."""

    def __init__(self, weights: dict[str, float], least: float = LEAST, dropped: float = DROPPED) -> None:
        self.weights, self.least, self.dropped = weights, least, dropped

    def kept(self, drafts: Sequence[Draft], readings: Sequence[Reading], home: str) -> list[Draft]:
        """The drafts that are events; what harm was told with the others is that of the attack told before."""
        out: list[Draft] = []
        for draft in drafts:
            draft.refused = self._refused(draft, readings[draft.sentence], home)
            if not draft.refused:
                out.append(draft)
            else:
                bequeath(draft, out)
        return out

    def enough(self, draft: Draft) -> float:
        """The chance from which the draft is an event."""
        return self.dropped if draft.verdict == KEPT else self.least

    def loudest(self, draft: Draft) -> list[tuple[str, float]]:
        """The few signs that spoke loudest for the draft when it was weighed, then those against it."""
        told = sorted(((s, self.weights[s]) for s in draft.signs if s in self.weights), key=lambda one: -abs(one[1]))
        return [one for way in (1, -1) for one in [t for t in told if t[1] * way > 0][:_LOUDEST]]

    def _refused(self, draft: Draft, reading: Reading, home: str) -> str:
        """Why a draft is no event, "" for one that is."""
        if self.weights:
            if not countries(draft.actors) | countries(draft.recipients):
                return UNTOLD
            draft.signs = event_signs(draft, reading)
            draft.chance = chance(odds(self.weights, draft.signs))
            if draft.chance < self.enough(draft):
                return UNLIKELY
        elif draft.verdict != KEPT:
            return UNLIKELY
        return "" if possible(draft, home) else IMPOSSIBLE


def event_signs(draft: Draft, reading: Reading) -> list[str]:
    """The signs that a draft is an event of its type."""
    kind, rule, verdict = draft.type, draft.frame.rule, draft.verdict
    told, how = "v" if draft.verbal else "n", "o" if draft.speech is None else draft.speech.how or "p"
    actors, recipients = countries(draft.actors), countries(draft.recipients)
    has = ("A" if actors else "") + ("R" if recipients else "") + ("=" if actors & recipients else "")
    p, q, both = (int(one * _TENTHS) for one in (*draft.sure, draft.sure[0] * draft.sure[1]))
    sectors = f"{_sector(draft.actors)}/{_sector(draft.recipients)}"
    own, guesses = reading.sentence.keys[draft.first], min(draft.guesses, 2)
    return [*features(draft, reading), f"t:{kind}", f"t:{kind}/{has}", f"t:{kind}/{told}/{has}", f"ve:{verdict}",
            f"ve:{verdict}/{kind}", f"ve:{verdict}/{has}/{told}", f"e:{rule}", f"e:{rule}/{has}",
            f"st:{kind}/{draft.status}", f"h:{kind}/{how}", f"ck:{kind}/{draft.clause_kind}", f"A:{p}", f"R:{q}",
            f"A:{p}/{kind}", f"R:{q}/{kind}", f"AR:{both}", f"x:{sectors}", f"x:{sectors}/{kind}",
            f"g:{guesses}/{kind}", f"c:{kind}/{told}/{int(bool(draft.casualties))}", f"w:{own}", f"w:{own}/{kind}",
            *(f"n:{note}/{kind}" for note in sorted(draft.frame.notes)), *_beside(draft, reading)]


def _beside(draft: Draft, reading: Reading) -> list[str]:
    """The words right before and right after the trigger: «خطر حمله», «حمله‌ای انجام شد»."""
    trigger, kind, told = draft.trigger, draft.type, "v" if draft.verbal else "n"
    first, last = (trigger.first, trigger.last) if trigger is not None else (draft.first, draft.first)
    held, out = named(reading), list[str]()
    for family, at in (("pre", first - 1), ("post", last + 1)):
        sign = f"{family}:{word(at, reading, held)}"
        out += [sign, f"{sign}/{told}", f"{sign}/{kind}"]
    return out


def _sector(parties: Sequence[Mention]) -> str:
    """The sector of the first party with a code, "-" for a land alone, "0" for nobody."""
    return next((m.sector or "-" for m in parties if m.code), "0")


def load_keeping(*folders: Path) -> Keeping:
    """The weights of the pack and of the user's own folders."""
    return Keeping(load_weights(TABLE, *folders))

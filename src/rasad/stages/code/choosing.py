"""The parties of a draft are those for whom the signs speak loudest, among all who may be meant and nobody.

Whom the frame names by grammar is one sign among others. The weights are fitted on coded reports; without them the
grammar stands.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rasad.language.weights import load_weights, odds, shares
from rasad.stages.code.candidates import candidates, cast
from rasad.stages.code.drafts import KEPT, Draft, countries
from rasad.stages.code.scene import Scene
from rasad.stages.code.sign_groups import Weighed
from rasad.stages.code.signs import (
    ACTOR,
    RECIPIENT,
    Setting,
    Side,
    Standing,
    in_report,
    keys_on,
    nobody,
    setting,
    side_of,
    standing,
)
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

TABLE = "choosing.tsv"
NOBODY = ""
FORCE = "ASSAULT"
_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})  # sectors of one state
_EVEN = 9  # digits to which two candidates of one land are alike: then the first of them is meant
TRUST = 2.0  # times as likely as by the signs alone is what the grammar says of a draft that it holds for an event


class Choosing:
    """Chooses the parties of drafts by the weights of one language."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self.sides = {name: Weighed({sign[1:]: weight for sign, weight in weights.items() if sign[:1] == name})
                      for name in (ACTOR, RECIPIENT)}

    def chosen(self, drafts: Sequence[Draft], readings: Sequence[Reading], scene: Scene) -> Sequence[Draft]:
        """The drafts with their parties and how likely they are; first the actors, then those they act on."""
        if not self.weights:
            return drafts
        about = cast(drafts, scene)
        for draft in drafts:
            at = setting(draft, readings[draft.sentence], scene, about)
            found = [standing(c, at) for c in candidates(draft, at.reading, scene)]
            own, theirs = draft.actors, draft.recipients
            draft.actors, actor = self._side(found, ACTOR, own, at)
            draft.recipients, recipient = self._side(found, RECIPIENT, theirs, at)
            draft.sure = actor, recipient
            draft.instead = _instead(own, draft.actors), _instead(theirs, draft.recipients)
        return drafts

    def _side(self, found: Sequence[Standing], name: str, own: list[Mention],
              at: Setting) -> tuple[list[Mention], float]:
        """The parties of one side and how likely it is that they are, or that nobody is."""
        side = side_of(name, at)
        other = at.draft.actors if name == RECIPIENT else at.draft.recipients
        found = [one for one in found if one.candidate.land in side.lands or not (
            _itself(one, other, side) or (at.draft.type == FORCE and _one_state(one.candidate.mention, other)))]
        likely = self._likely(found, side, at)
        lands = {NOBODY: likely[-1]}
        for one, p in zip(found, likely, strict=False):
            lands[one.candidate.land] = lands.get(one.candidate.land, 0.0) + p
        trusted = (side.lands or {NOBODY}) if at.draft.verdict == KEPT else frozenset[str]()
        best = max(lands, key=lambda land: lands[land] * (TRUST if land in trusted else 1.0))
        if best == NOBODY:
            return [], lands[NOBODY]
        if best in side.lands:
            return own, lands[best]
        _, mention = max(((p, one.candidate.mention) for one, p in zip(found, likely, strict=False)
                          if one.candidate.land == best), key=lambda pair: round(pair[0], _EVEN))
        return [mention], lands[best]

    def _likely(self, found: Sequence[Standing], side: Side, at: Setting) -> list[float]:
        """How likely each candidate is to be a party of the side, and at the end that nobody is."""
        weights = self.sides[side.name]
        return shares([*[_odds(one, side, at, weights) for one in found], odds(weights.signs, nobody(at))])


def _odds(one: Standing, side: Side, at: Setting, weights: Weighed) -> float:
    """The logarithm of the odds that a candidate is a party of the side."""
    total = odds(weights.signs, one.around) + odds(weights.signs, in_report(one, side, at))
    for key in one.keys:
        total += weights[key]
    for key in keys_on(one, side, at):
        total += weights[key]
    return total


def _instead(own: list[Mention], chosen: list[Mention]) -> list[Mention] | None:
    """The parties of a side by the grammar, where the weights chose others."""
    return [*own] if countries(own) != countries(chosen) else None


def _itself(one: Standing, other: Sequence[Mention], side: Side) -> bool:
    """Whether a candidate is one of the other side, or of its land where the grammar names somebody on this side."""
    mention = one.candidate.mention
    if side.lands and one.candidate.land in side.opposite:
        return True
    return any(m is mention or (m.code == mention.code and m.id and m.id == mention.id) for m in other)


def _one_state(mention: Mention, other: Sequence[Mention]) -> bool:
    """Whether a candidate and one of the other side are of the same state: it uses no force on itself."""
    land, _, sector = mention.code.partition(".")
    return sector in _STATE and any(m.code.partition(".")[0] == land and m.sector in _STATE for m in other)


def load_choosing(*folders: Path) -> Choosing:
    """The weights of the pack and of the user's own folders."""
    return Choosing(load_weights(TABLE, *folders))

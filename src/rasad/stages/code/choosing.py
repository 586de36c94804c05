"""The parties of a draft are those for whom the signs speak loudest, among all who may be meant and nobody.

Whom the frame names by grammar is one sign among others. The weights are fitted on coded reports; without them the
grammar stands.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rasad.language.weights import load_weights, odds, shares
from rasad.stages.code.candidates import Candidate, candidates, cast
from rasad.stages.code.drafts import KEPT, Draft
from rasad.stages.code.scene import Scene
from rasad.stages.code.signs import ACTOR, RECIPIENT, Setting, nobody, setting, signs
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

TABLE = "choosing.tsv"
NOBODY = ""
TRUST = 4.0


class Choosing:
    """Chooses the parties of drafts by the weights of one language."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    def chosen(self, drafts: Sequence[Draft], readings: Sequence[Reading], scene: Scene) -> Sequence[Draft]:
        """The drafts with their parties and how likely they are; first the actors, then those they act on."""
        if not self.weights:
            return drafts
        about = cast(drafts, scene)
        for draft in drafts:
            at = setting(draft, readings[draft.sentence], scene, about)
            found = candidates(draft, at.reading, scene)
            draft.actors, actor = self._side(found, ACTOR, draft.actors, at)
            draft.recipients, recipient = self._side(found, RECIPIENT, draft.recipients, at)
            draft.sure = actor, recipient
        return drafts

    def _side(self, found: Sequence[Candidate], side: str, own: list[Mention],
              at: Setting) -> tuple[list[Mention], float]:
        """The parties of one side and how likely it is that they are, or that nobody is."""
        named = {m.code.partition(".")[0] for m in own if m.code}
        other = at.draft.actors if side == RECIPIENT else at.draft.recipients
        found = [c for c in found if any(m is c.mention for m in own) or not _itself(c, other)]
        likely = shares([odds(self.weights, signs(c, side, at)) for c in found]
                        + [odds(self.weights, nobody(side, at))])
        lands = {NOBODY: likely[-1]}
        for candidate, p in zip(found, likely, strict=False):
            lands[candidate.land] = lands.get(candidate.land, 0.0) + p
        trust = TRUST if at.draft.verdict == KEPT else 1.0
        own_lands = named or {NOBODY}
        best = max(lands, key=lambda land: lands[land] * (trust if land in own_lands else 1.0))
        if best == NOBODY:
            return [], lands[NOBODY]
        if best in named:
            return own, lands[best]
        _, mention = max(((p, c.mention) for c, p in zip(found, likely, strict=False) if c.land == best),
                         key=lambda one: one[0])
        return [mention], lands[best]


def _itself(candidate: Candidate, other: Sequence[Mention]) -> bool:
    """Whether a candidate is one of the other side: nobody deals with themselves."""
    mention = candidate.mention
    return any(m is mention or (m.code == mention.code and m.id and m.id == mention.id) for m in other)


def load_choosing(*folders: Path) -> Choosing:
    """The weights of the pack and of the user's own folders."""
    return Choosing(load_weights(TABLE, *folders))

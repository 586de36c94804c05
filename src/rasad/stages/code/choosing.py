"""The parties of a draft are those for whom the signs speak: whoever the words of its frame name, and who fits best.

Rules name the parties that the grammar shows; where they name nobody on a side, the likeliest candidate stands
there, if it is likelier than not. Weights are fitted on coded reports.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rasad.language.weights import chance, load_weights, odds
from rasad.stages.code.candidates import Candidate, Cast, candidates, cast
from rasad.stages.code.drafts import Draft, codes
from rasad.stages.code.scene import Scene
from rasad.stages.code.signs import ACTOR, RECIPIENT, Setting, setting, signs
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

Side = tuple[list[Mention], float]
TABLE = "choosing.tsv"
_ADD = 0.5
_KEEP = 0.2


class Choosing:
    """Chooses the parties of drafts by the weights of one language."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    def chosen(self, drafts: Sequence[Draft], readings: Sequence[Reading], scene: Scene) -> Sequence[Draft]:
        """The drafts with their parties; all are judged before any is changed."""
        if not self.weights:
            return drafts
        about = cast(drafts, scene)
        sides = [self._sides(setting(d, readings[d.sentence], scene, about)) for d in drafts]
        for draft, ((actors, p), (recipients, q)) in zip(drafts, sides, strict=True):
            draft.actors, draft.recipients, draft.sure = actors, recipients, (p, q)
        return drafts

    def _sides(self, at: Setting) -> tuple[Side, Side]:
        draft = at.draft
        found = candidates(draft, at.reading, at.scene)
        return self._side(found, ACTOR, draft.actors, at), self._side(found, RECIPIENT, draft.recipients, at)

    def _side(self, found: Sequence[Candidate], side: str, own: list[Mention], at: Setting) -> Side:
        """The parties of one side, and how likely they are that: where nobody is, how likely nobody is."""
        likely = [(chance(odds(self.weights, signs(c, side, at))), c) for c in found]
        by_land: dict[str, float] = {}
        for p, candidate in likely:
            by_land[candidate.land] = max(p, by_land.get(candidate.land, 0.0))
        kept = [m for m in own if by_land.get(m.code.partition(".")[0], 1.0) >= _KEEP]
        if codes(kept):
            return kept, max(by_land.get(m.code.partition(".")[0], 1.0) for m in kept if m.code)
        p, best = max(likely, key=lambda one: one[0], default=(0.0, None))
        return ([*kept, best.mention], p) if best is not None and p >= _ADD else (kept, 1 - p)


def load_choosing(*folders: Path) -> Choosing:
    """The weights of the pack and of the user's own folders."""
    return Choosing(load_weights(TABLE, *folders))

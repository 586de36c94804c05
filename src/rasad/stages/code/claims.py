"""Who claims an attack did it: the claim is no event, the attack it is about has its doer.

«… مسئولیت این حمله را بر عهده گرفت» is about the last attack told before that has no doer, else the first told after.
"""

from collections.abc import Sequence

from rasad.stages.code.drafts import BARE, Draft, codes

_CLAIM = "claim"


def claimed(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the claims, the attacks claimed with their doers."""
    attacks = [d for d in drafts if _CLAIM not in d.frame.notes]
    for claim in drafts:
        if _CLAIM in claim.frame.notes and claim.status == "actual" and codes(claim.actors):
            open_ = [d for d in attacks if d.type == "ASSAULT" and d.status == "actual" and not codes(d.actors)]
            open_ = [d for d in open_ if d.verdict != BARE] or open_  # «این حمله» is the attack told, not another
            before = [d for d in open_ if d.sentence <= claim.sentence]
            for attack in [*before[-1:], *open_[:1]][:1]:
                attack.actors = [*claim.actors]
    return attacks

"""A refusal of what was just asked has the mode of the demand: «X خواست … عقب‌نشینی کند، اما Y درخواست را رد کرد»."""

from collections.abc import Sequence

from rasad.stages.code.drafts import Draft, countries

_ASKED, _REFUSED = "REQUEST", "REJECT"
_NEAR = 2  # sentences after a demand that may answer it


def answered(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts, refusals without a mode with that of the demand they answer."""
    for number, draft in enumerate(drafts):
        if draft.type == _REFUSED and not draft.mode:
            draft.mode = next((d.mode for d in reversed(drafts[:number]) if _answers(draft, d)), "")
    return drafts


def _answers(refusal: Draft, demand: Draft) -> bool:
    """Whether whoever was asked refuses it to whoever asked, shortly after."""
    return (demand.type == _ASKED and demand.mode != "" and refusal.sentence - demand.sentence <= _NEAR
            and bool(countries(refusal.actors) & countries(demand.recipients))
            and bool(countries(refusal.recipients) & countries(demand.actors)))

"""What the weights made of each draft: who its parties are, whether it is an event, and where the grammar differs."""

from collections.abc import Iterator

from rich.text import Text

from rasad.cli.bidi import isolated
from rasad.cli.marks import plain
from rasad.cli.signs_told import VERDICTS, sign_told
from rasad.pack import Pack
from rasad.stages.code.confidence import UNSURE
from rasad.stages.code.drafts import BARE, Draft, codes
from rasad.stages.code.keeping import IMPOSSIBLE, UNTOLD
from rasad.stages.find.mentions import Mention
from rasad.stages.found import Coding

NOBODY = "nobody"
_SIDES = ("actors", "recipients")
_REFUSED = {UNTOLD: "nobody is likely to be a party of it", IMPOSSIBLE: "such parties do no such deed"}


def side_lines(name: str, parties: str, coding: Coding, draft: Draft, pack: Pack) -> Iterator[Text]:
    """Who is on a side and how likely, and whom the grammar has there instead."""
    side = _SIDES.index(name)
    likely = f" · likely {draft.sure[side]:.2f}" if pack.choosing.weights else ""
    yield Text(f"      {name:<9} {parties or 'nobody named'}{likely}")
    instead = draft.instead[side]
    if instead is not None:
        told = ", ".join(f"{named(coding, m)} {m.code or 'no code'}" for m in instead)
        yield Text(f"        by the grammar {told or 'nobody named'}")


def named(coding: Coding, mention: Mention) -> str:
    """The words of the mention."""
    words = coding.readings[mention.sentence].sentence.words[mention.first:mention.last + 1]
    return isolated(plain(" ".join(words)))


def kept_lines(draft: Draft, pack: Pack) -> Iterator[Text]:
    """How likely the draft was an event when it was kept, and the signs that spoke loudest for and against it."""
    if draft.chance is None:
        return
    yield Text(f"      kept      {_chance(draft, draft.chance, pack)}; {_grammar(draft)}")
    for sign, weight in pack.keeping.loudest(draft):
        yield Text(f"        {weight:+.2f}   {sign_told(sign, pack.confidence.weights)}")


def refused_line(draft: Draft, coding: Coding, pack: Pack) -> Text:
    """Of which type and between whom the draft would be an event, and why it is none."""
    sides = [", ".join(codes(side)) or NOBODY for side in (draft.actors, draft.recipients)]
    who = " → ".join(sides[:1] if draft.mutual else sides) if {*sides} != {NOBODY} else ""
    return Text(f"      no {' '.join(part for part in (draft.type, who) if part)}: {_why(draft, coding, pack)}")


def _why(draft: Draft, coding: Coding, pack: Pack) -> str:
    if draft.chance is None:
        untold = draft.refused == UNTOLD and draft.verdict != BARE
        return f"{_REFUSED[UNTOLD]}; {_grammar(draft)}" if untold else VERDICTS[draft.verdict]
    if draft.refused == UNSURE:
        return f"not sure enough, {pack.confidence.of(draft, coding.readings[draft.sentence]):.2f}; {_grammar(draft)}"
    if draft.refused == IMPOSSIBLE:
        return f"{_REFUSED[IMPOSSIBLE]}; {_grammar(draft)}"
    return f"{_chance(draft, draft.chance, pack)}; {_grammar(draft)}"


def _chance(draft: Draft, chance: float, pack: Pack) -> str:
    return f"chance {chance:.2f}, needs {pack.keeping.enough(draft):.2f}"


def _grammar(draft: Draft) -> str:
    return f"by the grammar {VERDICTS[draft.verdict]}"

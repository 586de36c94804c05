"""A sign by which an event was kept, in words: its family, and what its parts say."""

from collections.abc import Mapping

from rasad.cli.bidi import isolated
from rasad.cli.marks import plain
from rasad.stages.code.completion import FEW, UNCLEAR, WANTING, WHOLE
from rasad.stages.code.confidence import Weight
from rasad.stages.code.drafts import BARE, KEPT

VERDICTS = {KEPT: "an event", BARE: "nobody known stands in its slots", WANTING: "a party is missing",
            FEW: "too little to go by", WHOLE: "told better elsewhere", UNCLEAR: "left to the weights"}
_FAMILIES = {"t": "type", "ve": "by the grammar", "e": "entry", "st": "type and status", "h": "type and whose words",
             "ck": "type and clause", "A": "how likely the actors are", "R": "how likely the recipients are",
             "AR": "how likely both sides are", "x": "sectors", "g": "parties guessed", "n": "note",
             "w": "word", "pre": "word before", "post": "word after", "c": "type and harm"}
_SIDES = {"A": "actor alone", "R": "recipient alone", "AR": "actor and recipient", "AR=": "one country on both sides"}
_TOLD = {"v": "verb", "n": "noun"}
_SAID = {"o": "the outlet's own", "p": "a phrase of saying"}
_LIKELY = frozenset({"A", "R", "AR"})  # families that tell a chance in tenths
_WORDS = frozenset({"w", "pre", "post"})  # families that name a word, of a name only its kind
_ENTRY, _SAYING, _SECTORS, _VERDICT, _HARM = "e", "h", "x", "ve", "c"
_WHO = 2  # sides that a sign of sectors begins with


def sign_told(sign: str, features: Mapping[str, Weight]) -> str:
    """The sign in words; one that is a feature of confidence in the words of its table."""
    if sign in features:
        return features[sign].told
    family, _, value = sign.partition(":")
    parts = list(_parts(family, value)) if family in _FAMILIES else []
    return f"{_FAMILIES[family]}: {', '.join(part for part in parts if part)}" if parts else sign


def _parts(family: str, value: str) -> list[str]:
    parts = value.split("/")
    if family == _ENTRY:
        name, _, sides = value.rpartition("/")
        return [name, _SIDES[sides]] if sides in _SIDES else [value]
    if family == _SECTORS:
        sectors = [{"0": "nobody", "-": "no sector"}.get(part, part) for part in parts[:_WHO]]
        return [" → ".join(sectors), *parts[_WHO:]]
    if family in _LIKELY:
        return [f"{int(parts[0]) / 10:.1f}", *parts[1:]]
    if family == _HARM:
        return [parts[0], _TOLD[parts[1]], "people are counted" if parts[2] == "1" else "nobody is counted"]
    if family in _WORDS:
        return [_word(parts[0]), *[_TOLD.get(part, part) for part in parts[1:]]]
    named = {**_SIDES, **_TOLD, **(VERDICTS if family == _VERDICT else _SAID if family == _SAYING else {})}
    return [named.get(part, part) for part in parts]


def _word(told: str) -> str:
    """The word between marks of direction; of a name its kind, beyond the sentence that there is none."""
    return f"a name ({told[1:]})" if told.startswith("@") else isolated(plain(told)) if told else "none"

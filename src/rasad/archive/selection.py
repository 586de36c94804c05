"""One selection says which records are meant, wherever it comes from: a command, an address, an export, a release.

Parts of a selection narrow each other; several values of one part widen it. Nothing a value says can
be taken for anything but a value.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from rasad.archive.errors import ArchiveError
from rasad.archive.span_of_days import days
from rasad.archive.standing import ADJUDICATED, DISPUTED, MACHINE, REVIEWED
from rasad.pack import ontology
from rasad.schema import STATUSES

Values = tuple[str, ...]
_REVIEWS = (MACHINE, REVIEWED, ADJUDICATED, DISPUTED)
NO_POINT = "none"
PRECISIONS = ("settlement", "district", "region", "country", NO_POINT)
_CODE = re.compile(r"[A-Za-z]{2,}(\.[A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records are meant; empty parts leave all of them in.

    `actor`, `recipient`, `party`, `speaker` and `according` are codes («ISR», which holds «ISR.MIL»), ids or names;
    `dyad` is two of them joined by a comma, in either direction. `place` is a name, an id or a country, `spot` an id
    and nothing else; `precision` is how near the point of an event is, `none` where it has none. `since` and `until`
    are days, months or years.
    """

    words: str = ""
    actor: Values = ()
    recipient: Values = ()
    party: Values = ()
    dyad: Values = ()
    type: Values = ()
    mode: Values = ()
    quad: Values = ()
    status: Values = ()
    place: Values = ()
    spot: Values = ()
    precision: Values = ()
    since: str = ""
    until: str = ""
    source: Values = ()
    language: Values = ()
    speaker: Values = ()
    according: Values = ()
    review: Values = ()
    agreement: Values = ()
    report: Values = ()
    copies: bool = False  # reports that carry another's text count too
    rejected: bool = False  # what reviewers rejected is shown too

    def told(self) -> dict[str, Any]:
        """The parts that are not empty, by name."""
        return {name: list(value) if isinstance(value, tuple) else value
                for name, value in asdict(self).items() if value}


PARTS = tuple(part.name for part in fields(Selection))
_SINGLE = frozenset({"words", "since", "until"})
_SWITCHES = frozenset({"copies", "rejected"})


def selection(parts: Mapping[str, Any]) -> Selection:
    """The selection with these parts; ArchiveError names the part that cannot be meant."""
    made: dict[str, Any] = {}
    for name, value in parts.items():
        if name not in PARTS:
            raise ArchiveError(f"nothing is selected by {name!r}", f"there is {', '.join(PARTS)}")
        if value not in (None, "", (), [], False):
            made[name] = _value(name, value)
    chosen = Selection(**made)
    _check(chosen)
    return chosen


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - what a command or an address gives
    if name in _SWITCHES:
        return value in (True, "1", "true", "yes")
    if name in _SINGLE:
        return _storable(str(value))
    values = (value,) if isinstance(value, str) else tuple(map(str, value))
    values = tuple(map(_storable, values))
    return tuple(v.strip().upper() if name == "type" else v.strip() for v in values if v.strip())


def _storable(value: str) -> str:
    """The value as a database could hold it: nothing that is kept has a NUL or half a character."""
    return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _check(chosen: Selection) -> None:
    kinds, modes = {kind for kind, _ in ontology()}, {mode for _, mode in ontology() if mode}
    quads = {quad for quad, _, _ in ontology().values()}
    for name, allowed in (("type", kinds), ("mode", modes), ("quad", quads), ("status", set(STATUSES)),
                          ("review", set(_REVIEWS)), ("precision", set(PRECISIONS))):
        for value in getattr(chosen, name):
            if value not in allowed:
                raise ArchiveError(f"{value!r} is no {name}", f"there is {', '.join(sorted(allowed))}")
    for name in ("since", "until"):
        value = getattr(chosen, name)
        if value and ("/" in value or not days(value)[0] or days(value)[0][:len(value)] != value):
            raise ArchiveError(f"{name}: {value!r} is no day, month or year", "write it as 2026-05-31, 2026-05 or 2026")
    for value in chosen.dyad:
        if len(sides(value)) != 2:
            raise ArchiveError(f"dyad: {value!r} does not name two", "write them with a comma between: IRN,ISR")


def sides(dyad: str) -> list[str]:
    """The two that a dyad names."""
    return [side for part in dyad.replace("،", ",").split(",") if (side := part.strip())]


def is_code(value: str) -> bool:
    """Whether a value is written as an actor code is."""
    return bool(_CODE.fullmatch(value)) and value == value.upper()


def first_day(value: str) -> str:
    """The first day of a day, month or year, "" for none."""
    return days(value)[0]


def last_day(value: str) -> str:
    """The last day of a day, month or year, "" for none."""
    return days(value)[1]

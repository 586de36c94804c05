"""A field in a form is the short form of what the record holds; only a field that was changed is a correction.

Somebody who is named again by the same code stays who they were, with name and mention.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]
PARTIES = ("actors", "recipients")


def told(record: Record) -> dict[str, str]:
    """Every field that may be corrected, as it stands in a form."""
    fields = _EVENT if "type" in record else _STATEMENT
    return {name: make(record[name]) for name, make in fields.items()}


def changes(record: Record, sent: Mapping[str, str]) -> dict[str, Any]:
    """The fields whose value in the form is another than that of the record, in the form of a correction."""
    out: dict[str, Any] = {}
    for name, now in told(record).items():
        value = sent.get(name, now).strip()
        if value != now.strip():
            out[name] = _parties(record[name], value) if name in PARTIES else value
    return out


def stretch(text: str, start: str, end: str) -> dict[str, int]:
    """A stretch of a text by its offsets, which a form sends as digits; one that is none is refused by the archive."""
    at = [int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1 for value in (start, end)]
    return {"start": at[0], "end": min(at[1], len(text))}


def _parties(before: Sequence[Record], value: str) -> list[Any]:
    known = {party["code"]: party for party in reversed(before)}
    codes = [code for part in value.replace("،", ",").replace(";", ",").split(",") if (code := part.strip())]
    return [dict(known[code]) if code in known else code for code in codes]


def _codes(parties: Sequence[Record]) -> str:
    return ", ".join(party["code"] or party["name"] for party in parties)


def _joined(values: Sequence[str]) -> str:
    return ", ".join(values)


def _harms(casualties: Sequence[Record]) -> str:
    return ", ".join(" ".join(filter(None, (one["harm"], _range(one), one["who"]))) for one in casualties)


def _range(one: Record) -> str:
    return str(one["min"]) if one["min"] == one["max"] else f"{one['min']}-{one['max']}"


def _place(place: Record | None) -> str:
    return (place["mention"] or place["name"]) if place else ""


def _speaker(party: Record) -> str:
    return str(party["code"] or party["name"])


def _text(value: object) -> str:
    return str(value or "")


Make = Callable[[Any], str]
_EVENT: Mapping[str, Make] = {
    "type": _text, "mode": _text, "actors": _codes, "recipients": _codes, "status": _text, "date": _text,
    "place": _place, "according_to": _joined, "statement": _text, "casualties": _harms}
_STATEMENT: Mapping[str, Make] = {"speaker": _speaker, "form": _text, "to": _joined, "within": _text}
EVENT_FIELDS, STATEMENT_FIELDS = tuple(_EVENT), tuple(_STATEMENT)

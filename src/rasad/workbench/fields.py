"""A field in a form is the short form of what the record holds; only a field that was changed is a correction.

Somebody who is named again by the same code stays who they were, with name and mention.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rasad.workbench.dates import typed

Record = Mapping[str, Any]
PARTIES = ("actors", "recipients")


def told(record: Record) -> dict[str, str]:
    """Every field that may be corrected, as it stands in a form."""
    fields = _EVENT if "type" in record else _STATEMENT
    return {name: make(record[name]) for name, make in fields.items()}


def changes(record: Record, sent: Mapping[str, str], text: str) -> dict[str, Any]:
    """The fields whose value in the form is another than that of the record, in the form of a correction."""
    out: dict[str, Any] = {}
    for name, now in told(record).items():
        value = sent.get(name, now).strip()
        if value != now.strip():
            out[name] = _meant(record, name, value, text)
    return out


def _meant(record: Record, name: str, value: str, text: str) -> Any:  # noqa: ANN401 - a value of a correction
    if name in PARTIES:
        return _parties(record[name], value)
    if name == "evidence":
        return [_stretch_of(line, record[name], text) for line in value.splitlines() if line.strip()]
    if name == "content":
        return _stretch_of(" ".join(value.split()), [record[name]], text)
    return day_or_days(value) if name == "date" else value


def day_or_days(value: str) -> str:
    """A date that was typed in either calendar, as the archive has it: a month of another calendar is two days."""
    first, last = typed(value), typed(value, last=True)
    return first if first == last else f"{first}/{last}"


def _stretch_of(words: str, before: Sequence[Record], text: str) -> Any:  # noqa: ANN401 - a stretch, or the words
    """The stretch of the text that these words are, nearest to where the record stood; unknown words as they are."""
    words = words.strip()
    known = next((span for span in before if _flat(span["text"]) == words), None)
    if known is not None:
        return dict(known)
    near = before[0]["start"] if before else 0
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    start = min(places, key=lambda place: abs(place - near), default=None)
    return words if start is None else {"start": start, "end": start + len(words)}


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


def _flat(text: str) -> str:
    return " ".join(text.split())


def _stretches(spans: Sequence[Record]) -> str:
    """The words of each stretch on a line of its own."""
    return "\n".join(_flat(span["text"]) for span in spans)


def _content(span: Record) -> str:
    return _flat(span["text"])


def _text(value: object) -> str:
    return str(value or "")


Make = Callable[[Any], str]
_EVENT: Mapping[str, Make] = {
    "type": _text, "mode": _text, "actors": _codes, "recipients": _codes, "status": _text, "date": _text,
    "place": _place, "according_to": _joined, "statement": _text, "casualties": _harms,
    "evidence": _stretches, "agreements": _joined}
_STATEMENT: Mapping[str, Make] = {"speaker": _speaker, "form": _text, "to": _joined, "within": _text,
                                  "content": _content}
EVENT_FIELDS, STATEMENT_FIELDS = tuple(_EVENT), tuple(_STATEMENT)

"""A record that a reviewer corrects or adds is of the same form as one that the coder makes."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rasad.archive.conditions import countries
from rasad.archive.errors import ArchiveError
from rasad.archive.places_named import place_named
from rasad.archive.span_of_days import days
from rasad.archive.words import folded
from rasad.pack import ontology
from rasad.records import OUTLET
from rasad.schema import FORMS, HARMS, PRECISIONS, STATUSES

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,}(\.[A-Z0-9]+)*")
_HARM = re.compile(r"(?P<harm>[a-z]+)\s+(?P<min>\d+)(?:\s*[-–]\s*(?P<max>\d+))?(?:\s+(?P<who>\S+))?")
_GLOBE = (90, 180)  # degrees
Fields = dict[str, Any]


def corrected(record: Mapping[str, Any], field: str, value: Any, text: str) -> Fields:  # noqa: ANN401 - JSON or text
    """The fields that change when the value is set; ArchiveError says what values there are.

    A value is what the field holds in a coded report, or a short form of it: «ISR.MIL, USA» for parties.
    """
    makers = _EVENT if "type" in record else _STATEMENT
    if field not in makers:
        raise ArchiveError(f"there is no field {field!r} to correct", f"there is {', '.join(makers)}")
    try:
        return makers[field](record, field, value, text)
    except (TypeError, ValueError, AttributeError, KeyError, OverflowError):
        raise ArchiveError(f"{json.dumps(value, ensure_ascii=False, default=str)[:100]} is no value of {field}",
                           "give it in the form that a coded report has it in") from None


def added(fields: Mapping[str, Any], text: str) -> Fields:
    """The whole record that these fields tell of; `evidence` (or `content`) is a stretch of the text."""
    base = _NEW_EVENT if "type" in fields else _NEW_STATEMENT
    if base is _NEW_STATEMENT and "speaker" not in fields:
        raise ArchiveError("a record is an event or a statement",
                           'give at least "type" and "evidence", or "speaker" and "content"')
    record: Fields = dict(base)
    for field in sorted(fields, key=lambda name: name != "type"):
        record |= corrected(record, field, fields[field], text)
    if not (record.get("evidence") or record.get("content")):
        raise ArchiveError("no stretch of the text is given",
                           'give it as "evidence" or "content": its words, or {"start", "end"}')
    return record


# ---- one field


def _type(record: Mapping[str, Any], _field: str, value: object, _text: str) -> Fields:
    kinds = sorted({kind for kind, _ in ontology()})
    kind = str(value).upper()
    if kind not in kinds:
        raise ArchiveError(f"{value!r} is no type", f"there is {', '.join(kinds)}")
    mode = record["mode"] if (kind, record["mode"]) in ontology() else ""
    return _scored(kind, mode)


def _mode(record: Mapping[str, Any], _field: str, value: object, _text: str) -> Fields:
    if (record["type"], str(value)) not in ontology():
        modes = sorted(mode for kind, mode in ontology() if kind == record["type"] and mode)
        raise ArchiveError(f"{value!r} is no mode of {record['type']}", f"there is {', '.join(modes) or 'none'}")
    return _scored(record["type"], str(value))


def _scored(kind: str, mode: str) -> Fields:
    quad, score, cameo = ontology()[kind, mode]
    return {"type": kind, "mode": mode, "quad": quad, "score": score, "cameo": cameo}


def _one_of(allowed: Sequence[str]) -> "Maker":
    def make(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
        if value not in allowed:
            raise ArchiveError(f"{value!r} is no {field}", f"there is {', '.join(allowed)}")
        return {field: value}
    return make


def _date(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
    if value and not days(str(value))[0]:
        raise ArchiveError(f"{value!r} is no date",
                           "write it as 2026-05-31, 2026-05, 2026, or two of them with / between")
    return {field: str(value)}


def _parties(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
    return {field: [_party(one) for one in _listed(value)]}


def _party(value: object) -> Fields:
    told = value if isinstance(value, Mapping) else {"code": value}
    code = _code(told.get("code", ""))
    return {"id": str(told.get("id") or code), "name": str(told.get("name") or _called(code)), "code": code,
            "mention": _mention(told.get("mention"))}


def _mention(value: Any) -> Fields | None:  # noqa: ANN401 - JSON of whoever corrects
    return {"start": int(value["start"]), "end": int(value["end"]), "text": str(value["text"])} if value else None


def _speaker(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
    if isinstance(value, str) and not _CODE.fullmatch(value):
        return {field: {"id": "name:" + folded(value).replace(" ", "-"), "name": value, "code": "", "mention": None}}
    return {field: _party(value)}


def _codes(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
    return {field: [one if one == OUTLET else _code(one) for one in _listed(value)]}


def _place(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
    if isinstance(value, Mapping):
        return {field: _whole_place(value)}
    return {field: place_named(str(value)) if value else None}


def _whole_place(told: Mapping[str, Any]) -> Fields:
    """The place with all its fields, its point on the globe or none at all."""
    place: Fields = {name: str(told.get(name) or "") for name in ("id", "name", "mention", "country")}
    point = [told.get(name) for name in ("lat", "lon")]
    if None in point:
        point = [None, None]
    elif not all(isinstance(one, int | float) and abs(one) <= most for one, most in zip(point, _GLOBE, strict=True)):
        raise ArchiveError(f"{point} is no point", "give lat from -90 to 90 and lon from -180 to 180")
    if told.get("precision", "") not in PRECISIONS:
        raise ArchiveError(f"{told['precision']!r} is no precision", f"there is {', '.join(filter(None, PRECISIONS))}")
    return {**place, "lat": point[0], "lon": point[1], "precision": told.get("precision", "")}


def _casualties(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
    return {field: [_harm(one) for one in _listed(value)]}


def _harm(value: object) -> Fields:
    match = _HARM.fullmatch(value.strip()) if isinstance(value, str) else None
    told = dict(value) if isinstance(value, Mapping) else match.groupdict() if match is not None else {}
    if told.get("harm") not in HARMS or told.get("min") is None:
        raise ArchiveError(f"{value!r} tells no casualties",
                           f"write it as killed 7 AZE.COP; there is {', '.join(HARMS)}")
    least = int(told["min"])
    return {"harm": told["harm"], "min": least, "max": max(least, int(told.get("max") or least)),
            "who": told.get("who") or ""}


def _spans(_record: Mapping[str, Any], field: str, value: object, text: str) -> Fields:
    several = value if isinstance(value, list) else [value]
    return {field: [_span(one, text) for one in several]}


def _content(_record: Mapping[str, Any], field: str, value: object, text: str) -> Fields:
    return {field: _span(value, text)}


def _span(value: object, text: str) -> Fields:
    """A stretch of the text by its offsets, or by its words where they stand there."""
    if isinstance(value, Mapping):
        start, end = int(value.get("start", -1)), int(value.get("end", -1))
    else:
        start = text.find(str(value)) if value else -1
        end = start + len(str(value))
    if not 0 <= start < end <= len(text):
        raise ArchiveError("this is no stretch of the report",
                           "copy the words as they stand there, or give start and end")
    return {"start": start, "end": end, "text": text[start:end]}


def _link(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
    return {field: str(value) if value else None}


def _names(_record: Mapping[str, Any], field: str, value: object, _text: str) -> Fields:
    return {field: [str(one) for one in _listed(value)]}


def _listed(value: object) -> list[Any]:
    if isinstance(value, str):
        return [part.strip() for part in value.replace("،", ",").replace(";", ",").split(",") if part.strip()]
    return list(value) if isinstance(value, list | tuple) else [value]


def _code(value: object) -> str:
    code = str(value).strip()
    if not _CODE.fullmatch(code):
        raise ArchiveError(f"{code!r} is no actor code", "write it as ISR or ISR.MIL")
    return code


def _called(code: str) -> str:
    """The name of the country of a code, as its table has it first."""
    country = code.partition(".")[0]
    return next((name for name, known in countries().items() if known == country and not name.isascii()), code)


Maker = Callable[[Mapping[str, Any], str, Any, str], Fields]
_EVENT: Mapping[str, Maker] = {
    "type": _type, "mode": _mode, "actors": _parties, "recipients": _parties, "place": _place, "date": _date,
    "status": _one_of(STATUSES), "according_to": _codes, "statement": _link, "evidence": _spans,
    "casualties": _casualties, "agreements": _names}
_STATEMENT: Mapping[str, Maker] = {
    "speaker": _speaker, "content": _content, "form": _one_of(FORMS), "to": _names, "within": _link}
FIELDS = {"event": tuple(_EVENT), "statement": tuple(_STATEMENT)}
_NEW_EVENT: Mapping[str, Any] = {
    "id": "", "type": "", "mode": "", "quad": "", "score": 0.0, "cameo": "", "actors": [], "recipients": [],
    "place": None,
    "date": "", "status": "actual", "according_to": [OUTLET], "statement": None, "evidence": [], "casualties": [],
    "agreements": [], "confidence": 1.0, "rule": "reviewer"}
_NEW_STATEMENT: Mapping[str, Any] = {
    "id": "", "speaker": {}, "cue": None, "content": None, "form": "indirect", "to": [], "within": None}

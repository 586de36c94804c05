"""The JSON Schema of a coded report is made from the record types, so the two can never differ."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from rasad.records import CodedReport

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
FORMS = ("direct", "indirect")
STATUSES = ("actual", "historical", "future", "hypothetical", "negated")
HARMS = ("killed", "injured", "missing", "captured", "displaced")
PRECISIONS = ("settlement", "district", "region", "country", "")
_ENUMS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Statement", "form"): FORMS,
    ("Event", "type"): ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
                        "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    ("Event", "status"): STATUSES,
    ("Casualties", "harm"): HARMS,
    ("Agreement", "kind"): ("agreement", "ceasefire", "resolution", "treaty", "plan"),
    ("Place", "precision"): PRECISIONS,
    ("PlaceMentions", "precision"): PRECISIONS,
}
_PATTERNS: Mapping[tuple[str, str], str] = {
    ("Event", "date"): r"^(\d{4}(-\d\d(-\d\d)?)?)?$",
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a coded report, as `rasad code` prints it."""
    definitions: dict[str, Any] = {}
    root = _record(CodedReport, definitions)
    return {"$schema": _DRAFT, "title": "A report coded by Rasad", **root, "$defs": definitions}


def _record(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record type; the record types in it are put among the definitions."""
    hints = get_type_hints(record)
    properties = {f.name: _field(record, f.name, hints[f.name], definitions) for f in fields(record)}
    described = _first_sentence(record)
    return {"description": described, "type": "object", "properties": properties, "required": list(properties),
            "additionalProperties": False}


def _field(record: type, name: str, hint: object, definitions: dict[str, Any]) -> dict[str, Any]:
    key = (record.__name__, name)
    made = _type(hint, definitions)
    if key in _ENUMS:
        made["enum"] = list(_ENUMS[key])
    if key in _PATTERNS:
        made["pattern"] = _PATTERNS[key]
    if name in {"start", "end", "characters", "min", "max"}:
        made["minimum"] = 0
    return made


def _type(hint: object, definitions: dict[str, Any]) -> dict[str, Any]:
    if isinstance(hint, type) and hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], definitions)}
    if get_origin(hint) in {Union, types.UnionType}:
        return {"anyOf": [_type(part, definitions) for part in get_args(hint)]}
    if isinstance(hint, type) and is_dataclass(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _record(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON type for {hint!r}")


def _first_sentence(record: type) -> str:
    return (record.__doc__ or "").strip().split("\n")[0]

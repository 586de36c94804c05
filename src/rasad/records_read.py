"""A record read back from plain dicts and lists equals the one that was written."""

import types
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

R = TypeVar("R")
_KNOWN: dict[type, dict[str, Any]] = {}


def from_dict(kind: type[R], fields: Mapping[str, Any]) -> R:
    """The record of a kind that has these fields, those inside it included; fields it does not know are left out."""
    return kind(**{name: _value(hint, fields[name]) for name, hint in _hints(kind).items() if name in fields})


def _hints(kind: type) -> dict[str, Any]:
    if kind not in _KNOWN:
        _KNOWN[kind] = get_type_hints(kind)
    return _KNOWN[kind]


def _value(hint: Any, value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    if value is None:
        return None
    if get_origin(hint) in {Union, types.UnionType}:
        return _value(next(one for one in get_args(hint) if one is not type(None)), value)
    if get_origin(hint) is tuple and isinstance(value, Sequence):
        return tuple(_value(get_args(hint)[0], item) for item in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return from_dict(hint, value)
    return value

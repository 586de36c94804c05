"""Two versions of a record differ in the fields that reviewers set, and in nothing that follows from those.

A version is the record as one reviewer left it, or None where that one rejected it. Whoever is named by the same code
is the same, and the order of names, of harms and of stretches means nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any

VERDICT = "verdict"  # the field that says whether the record is right at all
RIGHT, WRONG = "right", "wrong"
_DERIVED = frozenset({"id", "quad", "score", "cameo", "confidence", "rule", "cue"})

Version = Mapping[str, Any] | None


def values(version: Version) -> dict[str, str]:
    """Each field with its value on one line, equal where nothing differs."""
    if version is None:
        return {VERDICT: WRONG}
    fields = {name: _told(value) for name, value in version.items() if name not in _DERIVED}
    return {VERDICT: RIGHT, **fields}


def differing(versions: Iterable[Version]) -> tuple[str, ...]:
    """The fields on which not all versions agree; of a record that one rejected only those that others left."""
    told = [values(version) for version in versions]
    names = dict.fromkeys(name for one in told for name in one)
    return tuple(name for name in names if len({one.get(name, "") for one in told if name in one}) > 1)


def _told(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, Mapping):
        return _one(value)
    if isinstance(value, list | tuple):
        return "; ".join(sorted(map(_told, value)))
    return "" if value is None else str(value)


def _one(value: Mapping[str, Any]) -> str:
    """A stretch, a harm, a place or somebody, by what tells it from others."""
    if "start" in value:
        return f"{value['start']}–{value['end']}"
    if "harm" in value:
        return f"{value['harm']} {value['min']}–{value['max']} {value['who']}".strip()
    if "country" in value:
        return str(value["id"] or value["name"] or value["mention"])
    return str(value.get("code") or value.get("name") or "")

"""JSON Lines: every record whole, with its report and what reviewers made of it; the same record is the same bytes."""

import json
from collections.abc import Iterable
from typing import IO, Any

from rasad.archive.finding import Found
from rasad.export import Written

_FIELDS = ("id", "record", "report", "review", "disputed", "rejected", "carried")


def write(_what: str, found: Iterable[Found], out: IO[bytes]) -> Written:
    """The records stand in the stream, one a line."""
    rows = 0
    for one in found:
        out.write(line(one))
        rows += 1
    return Written(rows)


def row(found: Found) -> dict[str, Any]:
    """The record with everything that was found of it, by name."""
    return {name: getattr(found, name) for name in _FIELDS}


def line(found: Found) -> bytes:
    """The record as one line; the digest of a release is over these."""
    text = json.dumps(row(found), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"


def found_in(text: bytes) -> Found:
    """The record that a line holds."""
    told: dict[str, Any] = json.loads(text)
    return Found(**told)

"""A report has text; every other field may be missing, but none is of another kind than a string."""

from collections.abc import Mapping
from typing import Any

from rasad.inputs.dates import published_date
from rasad.inputs.faults import InputError
from rasad.records import Report

FIELDS = ("text", "id", "source", "published", "url", "title", "language")
LIMIT = 1_000_000  # characters of one report


def report_of(fields: Mapping[str, Any], *, name: str = "", limit: int = LIMIT) -> Report:
    """The report of a JSON object, `name` its id where it has none; InputError tells what is wrong."""
    if "text" not in fields:
        raise InputError("no field 'text'", "give the text of the report as the field 'text'")
    values = {key: _string(key, fields.get(key)) for key in FIELDS}
    return checked(Report(**{**values, "id": values["id"] or name}), limit=limit)


def checked(report: Report, *, limit: int = LIMIT) -> Report:
    """The report itself, whose text and date can be coded; InputError tells what is wrong."""
    if not isinstance(report.text, str):
        raise InputError(f"the text is {_kind(report.text)}, not a string")
    if not report.text.strip():
        raise InputError("the text is empty", "leave the report out or give its text")
    if len(report.text) > limit:
        raise InputError(f"{len(report.text):,} characters, over the limit of {limit:,}",
                         "split the report, or raise the limit with --limit")
    torn = next((i for i, char in enumerate(report.text) if "\ud800" <= char <= "\udfff"), None)
    if torn is not None:
        raise InputError(f"half a character (U+{ord(report.text[torn]):04X}) at offset {torn}",
                         "the text was cut inside a character: write it again as UTF-8")
    published_date(report.published)
    return report


def _string(key: str, value: object) -> str:
    if value is None and key != "text":
        return ""
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise InputError(f"the field {key!r} is {_kind(value)}, not a string")
    return value


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object",
             type(None): "null", bytes: "bytes"}
    return kinds.get(type(value), f"of type {type(value).__name__}")

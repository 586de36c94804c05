"""The days an EDTF date covers, as the first and the last of them; both empty where it tells none."""

import re
from calendar import monthrange
from datetime import MINYEAR

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_OPEN = ("", "..")
_UNSURE = "?~%"  # how EDTF marks what is uncertain


def days(date: str) -> tuple[str, str]:
    """The first and the last day of an EDTF day, month, year or interval; an open end covers everything beyond."""
    start, _, end = date.partition("/")
    if "/" not in date:
        end = start
    if start in _OPEN and end in _OPEN:
        return "", ""
    first = "0000-01-01" if start in _OPEN else _edge(start, last=False)
    last = "9999-12-31" if end in _OPEN else _edge(end, last=True)
    return (first, last) if first and last else ("", "")


def _edge(part: str, *, last: bool) -> str:
    match = _DAY.fullmatch(part.rstrip(_UNSURE))
    if match is None:
        return ""
    year, month, day = (int(part) if part else 0 for part in match.groups())
    month = month or (12 if last else 1)
    if not 1 <= month <= 12 or year < MINYEAR:
        return ""
    longest = monthrange(year, month)[1]
    day = day or (longest if last else 1)
    return f"{year:04}-{month:02}-{day:02}" if day <= longest else ""

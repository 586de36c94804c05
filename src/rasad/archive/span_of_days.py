"""The days an EDTF date covers, as the first and the last of them; both empty where it tells none."""

import re
from calendar import monthrange

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_OPEN = ("", "..")


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
    match = _DAY.match(part)
    if match is None:
        return ""
    year, month, day = match.groups()
    month = month or ("12" if last else "01")
    if day is None:
        valid = 1 <= int(month) <= 12 and int(year) > 0
        day = f"{monthrange(int(year), int(month))[1]:02}" if last and valid else "01"
    return f"{year}-{month}-{day}"

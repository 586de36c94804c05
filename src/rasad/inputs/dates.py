"""A publication date is a Gregorian day, month, year or moment in ISO 8601; nothing else passes."""

import re
from datetime import date, datetime

from rasad.calendars import solar_date
from rasad.inputs.faults import InputError

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?)?)?")
_FIRST_YEAR = 1800  # earlier years are years of another calendar
_ASCII = str.maketrans({chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)})
_FORM = "give it as 2023-09-19 or 2023-09-19T14:30:00"


def published_date(value: str) -> str:
    """`value` as it is, which is an ISO date; InputError tells what to write for anything else."""
    if not value:
        return value
    ascii_value = value.translate(_ASCII)
    match = _DATE.fullmatch(ascii_value) if ascii_value.isascii() else None
    if match is None:
        raise InputError(f"published is {_short(value)}, which is no ISO date", _FORM)
    year, month, day = (int(part) if part else 1 for part in match.group(1, 2, 3))
    if year < _FIRST_YEAR:
        raise _other_calendar(value, solar_date(year, month, day) if match.group(3) else None)
    if ascii_value != value:
        raise InputError(f"published is {_short(value)}", f"write the digits as 0-9: {ascii_value}")
    if not _exists(year, month, day, match.group(4)):
        raise InputError(f"published is {_short(value)}, a day or hour that does not exist", _FORM)
    return value


def _exists(year: int, month: int, day: int, clock: str | None) -> bool:
    try:
        date(year, month, day)
        if clock:
            datetime.fromisoformat(f"{year:04}-{month:02}-{day:02}T{clock.replace(',', '.')}")
    except ValueError:
        return False
    return True


def _other_calendar(value: str, same: date | None) -> InputError:
    hint = f"if it is Solar Hijri, write {same.isoformat()}" if same is not None else _FORM
    return InputError(f"published is {_short(value)}, no Gregorian year", hint)


def _short(value: str) -> str:
    return repr(value if len(value) <= 40 else value[:39] + "…")

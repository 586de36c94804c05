"""An event has one date: a stretch of days is the month or year in which most of it lies, none where that is open."""

from typing import Final

from rasad.stages.find.times import Time

_DAY, _MONTH, _YEAR = len("2023-09-19"), len("2023-09"), len("2023")
_SEASONS: Final = frozenset({(3, 6), (6, 9), (9, 12), (12, 3)})  # months in which a solar season begins and ends


def one_date(time: Time) -> str:
    """The day, month or year of a time, "" where it is longer than a year or lies in two alike."""
    first, _, last = time.value.partition("/")
    if not last:
        return first
    if len(first) == len(last) == _DAY:
        return first[:_MONTH]
    if len(first) == len(last) == _MONTH:
        return _of_months(first, last)
    # most of a solar year lies in the year that it begins in
    return first if time.grain == "year" and len(first) == _YEAR and int(last) - int(first) == 1 else ""


def _of_months(first: str, last: str) -> str:
    """Most of a solar month, and the days nearer to today of a short stretch, lie in the later of two months."""
    one, two = int(first[_YEAR + 1:]), int(last[_YEAR + 1:])
    if (two - one) % 12 == 1:
        return last
    return last[:_YEAR] if (one, two) in _SEASONS else ""

"""Days are shown as the report's readers count them: the ISO date, and the Solar Hijri one beside it."""

from datetime import date, timedelta

from rasad.calendars import month_span, year_of, year_span

_PERSIAN = {ord(str(n)): chr(0x06F0 + n) for n in range(10)}


def both_calendars(value: str) -> str:
    """The date with its Solar Hijri day, where it is a day that calendar has."""
    other = solar_day(value)
    return f"{value} ({other})" if other else value


def solar_day(value: str) -> str:
    """The Solar Hijri day of an ISO date in Persian digits; empty where `value` is no single day."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return ""
    year = year_of("solar", day)
    if year_span("solar", year) is None:
        return ""
    for month in range(1, 13):
        span = month_span("solar", year, month)
        if span is not None and span[0] <= day <= span[1]:
            number = (day - span[0]) // timedelta(days=1) + 1
            return f"{year:04}/{month:02}/{number:02}".translate(_PERSIAN)
    return ""

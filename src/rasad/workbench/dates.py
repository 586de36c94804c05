"""A date is told in both calendars, the one of the reader's language first; what is not told is not made up."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rasad.archive.span_of_days import days
from rasad.calendars import month_span, solar_date, year_of, year_span
from rasad.workbench.texts import Texts

_DAY, _MONTH = 10, 7  # letters of an ISO day and month
_TYPED = re.compile(r"(\d{4})(?:[-/](\d\d?)(?:[-/](\d\d?))?)?")
_ASCII = {base + n: str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_FIRST = 1800  # earlier years are those of the Solar Hijri calendar


@dataclass(frozen=True, slots=True)
class Both:
    """A date in both calendars, and as ISO writes it."""

    iso: str
    first: str
    second: str


def both(value: str, texts: Texts, *, long: bool = False) -> Both | None:
    """The date in both calendars; None where there is none. `long` names the months."""
    first, parted, last = value.partition("/")
    if parted:
        return _stretch(both(first, texts, long=long), both(last, texts, long=long), texts)
    start, end = days(value.partition("T")[0].partition(" ")[0])
    if not start:
        return None
    iso = value[:_DAY]
    solar, gregorian = _solar(start, end, iso, texts, long=long), _gregorian(iso, texts, long=long)
    return Both(iso, *((solar, gregorian) if texts.language == "fa" else (gregorian, solar)))


def _stretch(first: Both | None, last: Both | None, texts: Texts) -> Both | None:
    """From one date to another, each told as it is alone."""
    if first is None or last is None:
        return None
    told = [texts.by_key["range"].format(first=one, last=other) if one and other else ""
            for one, other in ((first.first, last.first), (first.second, last.second))]
    return Both(first.iso, *told)


def _gregorian(iso: str, texts: Texts, *, long: bool) -> str:
    if not long or len(iso) < _MONTH:
        return texts.digits(iso)
    year, month, *day = iso.split("-")
    name = texts.known(f"gregorian.{int(month)}")
    return texts.digits(" ".join([*(str(int(d)) for d in day), name, year]))


def _solar(start: str, end: str, iso: str, texts: Texts, *, long: bool) -> str:
    first, last = solar(start), solar(end)
    if first is None or last is None:
        return ""
    if start == end:
        told = (f"{first[2]} {texts.known(f'solar.{first[1]}')} {first[0]}" if long else
                f"{first[0]}/{first[1]:02}/{first[2]:02}")
    elif len(iso) >= _MONTH and first[:2] != last[:2]:
        one, other = (texts.known(f"solar.{month[1]}") for month in (first, last))
        told = f"{one}–{other} {last[0]}" if first[0] == last[0] else f"{one} {first[0]} – {other} {last[0]}"
    else:
        told = f"{first[0]}–{last[0]}"
    return texts.digits(told)


@lru_cache(maxsize=10_000)
def solar(iso: str) -> tuple[int, int, int] | None:
    """The Solar Hijri year, month and day of an ISO day; None where that calendar does not reach."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    year = year_of("solar", day)
    for month in range(1, 13):
        span = month_span("solar", year, month)
        if span is not None and span[0] <= day <= span[1]:
            return year, month, (day - span[0]).days + 1
    return None


def typed(value: str, *, last: bool = False) -> str:
    """A day, month or year as somebody types it, in either calendar and any digits, as ISO writes it; else as it is.

    Of a Solar Hijri month or year it is the first day, or the last where that is asked for.
    """
    match = _TYPED.fullmatch(value.strip().translate(_ASCII))
    if match is None:
        return value
    year, *rest = (int(part) for part in match.groups() if part)
    if year >= _FIRST:
        return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])
    if len(rest) > 1:
        day = solar_date(year, *rest)
        return day.isoformat() if day else value
    span = month_span("solar", year, *rest) if rest else year_span("solar", year)
    return span[last].isoformat() if span else value

"""A period is called what readers of a language call it; the days it covers are told in the other calendar beside."""

from dataclasses import dataclass

from rasad.workbench.dates import both, solar
from rasad.workbench.periods import DAY, WEEK, YEAR, Frame, Period
from rasad.workbench.texts import Texts

_YEAR, _MONTH = 4, 7  # letters of an ISO year and month


@dataclass(frozen=True, slots=True)
class Name:
    """What a period is called, in a table, below a chart, and in the other calendar."""

    whole: str
    short: str
    other: str


def period_name(period: Period, told: Frame, texts: Texts) -> Name:
    """What a period is called."""
    whole, short = _called(period.whole, told, texts)
    return Name(whole, short, _other(period, texts, solar_first=told.calendar == "solar"))


def _called(day: str, told: Frame, texts: Texts) -> tuple[str, str]:
    year, month, number = _parts(day, solar_wanted=told.calendar == "solar")
    named = texts.known(f"{told.calendar}.{month}")
    if told.grain == YEAR:
        return texts.digits(str(year)), texts.digits(str(year))
    if told.grain in {DAY, WEEK}:
        short = texts.digits(f"{number} {named}")
        whole = texts.digits(f"{number} {named} {year}")
        return (texts.plain("week.of", day=whole) if told.grain == WEEK else whole), short
    return texts.digits(f"{named} {year}"), texts.digits(f"{named} {year}")


def _parts(day: str, *, solar_wanted: bool) -> tuple[int, int, int]:
    found = solar(day) if solar_wanted else None
    return found or (int(day[:_YEAR]), int(day[_YEAR + 1:_MONTH]), int(day[_MONTH + 1:]))


def _other(period: Period, texts: Texts, *, solar_first: bool) -> str:
    days = [period.since] if period.since == period.until else [period.since, period.until]
    told = [both(day, texts) for day in days]
    first = solar_first == (texts.language == "fa")
    return "–".join((one.second if first else one.first) or one.first for one in told if one is not None)

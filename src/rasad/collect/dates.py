"""A page's day of publication is one that it tells with its year, in whichever calendar; it is never worked out."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from rasad.calendars import CalendarName, day
from rasad.language.fold import fold
from rasad.pack import load_pack
from rasad.stages.find.time_lexicon import TimeLexicon
from rasad.stages.find.times import find_times

_FIRST_YEAR: Final = 1800  # earlier years are years of another calendar
_FIRST_LUNAR: Final = 1430  # 2009 as a lunar year, 2051 as a solar one
_ASCII: Final = str.maketrans({chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)})
_FIGURES: Final = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s*[,\u060c]?\s+|\s+-\s+)(\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?"
    r"\s*(Z|[+-]\d\d:?\d\d)?)?\s*")
_CLOCK: Final = re.compile(r"(?<![\d:./])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:./])")
_WORD: Final = re.compile(r"[\w\u200c\u064b-\u065f]+|[^\w\s]")
_LONGEST: Final = 200  # characters of a field that tells a date
_BARE_ZONE: Final = len("+0330")
_TODAY: Final = "R"  # the class of words such as today


def told_date(value: str) -> str:
    """The date or moment that a field of metadata tells, as ISO; empty where it tells none."""
    value = value[:_LONGEST].strip()
    plain = value.translate(_ASCII)
    match = _FIGURES.fullmatch(plain)
    if match:
        found = _day(int(match[1]), int(match[3]), int(match[4]))
        return _moment(found, match[5] or "", match[6] or "") if found else ""
    return _mailed(plain) or written_date(value)


def written_date(text: str) -> str:
    """The one day with its year that a short text tells, with the hour beside it; empty for none and for today's."""
    lexicon = load_pack("fa").times
    words = _WORD.findall(text)
    if any(_is_today(word, lexicon) for word in words):
        return ""
    days = [time.value for time in find_times(words, None, lexicon) if time.grain == "day" and time.value]
    if not days:
        return ""
    clock = _CLOCK.search(text.translate(_ASCII))
    return _moment(date.fromisoformat(days[0]), clock[0] if clock else "")


def _is_today(word: str, lexicon: TimeLexicon) -> bool:
    mark = lexicon.words.get(fold(word))
    return mark is not None and mark.letter == _TODAY


def _day(year: int, month: int, number: int) -> date | None:
    calendar: CalendarName = "gregorian" if year >= _FIRST_YEAR else "lunar" if year >= _FIRST_LUNAR else "solar"
    return day(calendar, year, month, number)


def _moment(found: date, clock: str, zone: str = "") -> str:
    """The day, with the hour where there is one that exists."""
    if not clock:
        return found.isoformat()
    hour, minute, second = ([*clock.split(":"), "00"])[:3]
    try:
        moment = datetime(found.year, found.month, found.day, int(hour), int(minute), int(second))  # noqa: DTZ001
    except ValueError:
        return found.isoformat()
    return moment.isoformat() + (f"{zone[:3]}:{zone[3:]}" if len(zone) == _BARE_ZONE else zone)


def _mailed(value: str) -> str:
    """A date as mail and RSS write it."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return moment.isoformat() if moment.year >= _FIRST_YEAR else ""

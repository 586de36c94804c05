"""Periods: time divided by a calendar, each with the events that touch it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.archive.tallying import Span
from rasad.calendars import CalendarName
from rasad.workbench.dividing import DAY, MONTH, WEEK, YEAR
from rasad.workbench.period_names import period_name
from rasad.workbench.periods import frame, period_of, tallies
from rasad.workbench.stretches import GRAINS
from rasad.workbench.texts import texts

ANY_TIME = ("", "")


def span(first: str, last: str = "", events: int = 1, score: float = 0.0, quad: str = "material conflict") -> Span:
    """Events of some days."""
    return Span(first, last or first, "ASSAULT", quad, events, score)


@pytest.mark.parametrize(("calendar", "grain", "day", "since", "until"), [
    ("gregorian", MONTH, "2026-06-03", "2026-06-01", "2026-06-30"),
    ("solar", MONTH, "2026-06-03", "2026-05-22", "2026-06-21"),  # Khordad 1405
    ("gregorian", WEEK, "2026-06-03", "2026-06-01", "2026-06-07"),  # a Wednesday; weeks begin on Monday
    ("solar", WEEK, "2026-06-03", "2026-05-30", "2026-06-05"),  # and on Saturday
    ("gregorian", YEAR, "2026-06-03", "2026-01-01", "2026-12-31"),
    ("solar", YEAR, "2026-06-03", "2026-03-21", "2027-03-20"),  # 1405
    ("solar", YEAR, "1576-06-03", "1576-01-01", "1576-12-31"),  # before that calendar is reckoned
])
def test_a_period_is_that_of_the_calendar(calendar: CalendarName, grain: str, day: str, since: str, until: str) -> None:
    """A day is in the month, week or year of the calendar, with its first and last day."""
    made = frame([span(day)], ANY_TIME, calendar, grain)
    assert [(one.since, one.until) for one in made.periods] == [(since, until)]


@pytest.mark.parametrize(("last", "grain"), [
    ("2026-05-01", DAY), ("2026-06-20", DAY), ("2026-11-01", WEEK), ("2029-01-01", MONTH), ("2045-01-01", YEAR),
])
def test_the_grain_follows_the_time(last: str, grain: str) -> None:
    """The longer the time, the coarser its periods."""
    made = frame([span("2026-05-01"), span(last)], ANY_TIME, "gregorian")
    assert made.grain == grain


def test_time_that_is_too_long_is_shown_where_most_events_are() -> None:
    """A few events of long ago do not make everything else small; they are told."""
    made = frame([span("1901-01-01"), span("2117-01-01"), span("2026-05-01", events=50), span("2026-06-10", events=50)],
                 ANY_TIME, "gregorian")
    assert (made.grain, made.before, made.after) == (DAY, 1, 1)
    assert (made.periods[0].since, made.periods[-1].until) == ("2026-05-01", "2026-06-10")


def test_a_period_is_no_more_than_what_is_asked_for() -> None:
    """The first and the last period end where the selection does."""
    made = frame([span("2026-05-10"), span("2026-06-10")], ("2026-05-06", "2026-06-10"), "gregorian", MONTH)
    told = [(one.since, one.until) for one in made.periods]
    assert told == [("2026-05-06", "2026-05-31"), ("2026-06-01", "2026-06-10")]
    assert (made.before, made.after) == (0, 0)


def test_an_event_counts_in_every_period_it_touches() -> None:
    """What is told of a month counts in each of its days and is told as such; what has no day is in no period."""
    several = [span("2026-05-01", "2026-05-31", 2, -14),
               span("2026-05-03", events=3, score=9, quad="verbal cooperation"),
               Span("", "", "AID", "material cooperation", 4, 28)]
    made = frame(several, ANY_TIME, "gregorian", DAY)
    counted = tallies(made.periods, several)
    assert [one.events for one in counted] == [2, 2, 5]
    assert (counted[2].conflict, counted[2].cooperation, counted[2].mean) == (2, 3, -1.0)
    assert (made.longer, made.undated) == (2, 4)


def test_where_nothing_has_a_day_there_are_no_periods() -> None:
    """No time is made up."""
    assert frame([span("")], ANY_TIME, "solar").periods == []


@pytest.mark.parametrize(("language", "grain", "whole", "other"), [
    ("fa", MONTH, "خرداد ۱۴۰۵", "۲۰۲۶-۰۵-۲۲–۲۰۲۶-۰۶-۲۱"), ("en", MONTH, "June 2026", "1405/03/11–1405/04/09"),
    ("fa", DAY, "۱۳ خرداد ۱۴۰۵", "۲۰۲۶-۰۶-۰۳"), ("en", DAY, "3 June 2026", "1405/03/13"), ("fa", YEAR, "۱۴۰۵", ""),
])
def test_a_period_is_called_in_the_language(language: str, grain: str, whole: str, other: str) -> None:
    """The name is of the reader's calendar, the days beside it of the other one."""
    made = frame([span("2026-06-03")], ANY_TIME, "solar" if language == "fa" else "gregorian", grain)
    name = period_name(made.periods[0], made, texts(language))
    assert name.whole == whole
    assert not other or name.other == other


DAYS = st.dates(date(1700, 1, 1), date(2300, 1, 1))


@given(st.lists(st.tuples(DAYS, st.integers(0, 800)), min_size=1, max_size=8), st.sampled_from(["solar", "gregorian"]),
       st.sampled_from(["", *GRAINS]))
def test_periods_have_no_gap_and_hide_nothing(told: Sequence[tuple[date, int]], calendar: CalendarName,
                                              grain: str) -> None:
    """Periods follow each other day on day, are not too many, and every event is in one, before or after."""
    several = [span(first.isoformat(), (first + timedelta(days=long)).isoformat()) for first, long in told]
    made = frame(several, ANY_TIME, calendar, grain)
    for period, following in pairwise(made.periods):
        assert period.since <= period.until
        assert date.fromisoformat(following.since) - date.fromisoformat(period.until) == timedelta(days=1)
    assert len(made.periods) <= GRAINS[made.grain][1] + 2
    shown = sum(1 for one in several if one.first <= made.periods[-1].until and one.last >= made.periods[0].since)
    assert shown >= 1
    assert shown + made.before + made.after >= len(several)
    for one in several:
        around = period_of(one.first, made)
        assert around is not None
        assert around.since <= one.first <= around.until

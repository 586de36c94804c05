"""Days are the same day in every calendar."""

from datetime import date

import pytest

from rasad.calendars import (
    day,
    gregorian_date,
    lunar_date,
    month_span,
    solar_date,
    year_of,
    year_span,
)


@pytest.mark.parametrize(
    ("solar", "expected"),
    [
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1359, 6, 31), date(1980, 9, 22)),
        ((1399, 7, 6), date(2020, 9, 27)),
        ((1402, 6, 28), date(2023, 9, 19)),
        ((1403, 12, 30), date(2025, 3, 20)),
    ],
)
def test_solar_dates_of_known_events(solar: tuple[int, int, int], expected: date) -> None:
    """A Solar Hijri date that history books give in both calendars comes out as the Gregorian one."""
    assert solar_date(*solar) == expected


@pytest.mark.parametrize("year", [1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403])
def test_leap_years_have_a_thirtieth_of_esfand(year: int) -> None:
    """The leap years of the official calendar have a thirtieth day in the last month, their neighbours have not."""
    assert solar_date(year, 12, 30) is not None
    assert solar_date(year + 1, 12, 30) is None


@pytest.mark.parametrize(
    ("solar", "gregorian"),
    [(1396, (2017, 3, 21)), (1400, (2021, 3, 21)), (1403, (2024, 3, 20)), (1404, (2025, 3, 21)), (1408, (2029, 3, 20))],
)
def test_new_year_days(solar: int, gregorian: tuple[int, int, int]) -> None:
    """Nowruz falls on the day on which it was, or is announced to be, kept."""
    assert solar_date(solar, 1, 1) == date(*gregorian)


@pytest.mark.parametrize(
    ("lunar", "kept"),
    [
        ((1445, 1, 10), date(2023, 7, 28)),
        ((1444, 1, 10), date(2022, 8, 8)),
        ((1444, 10, 1), date(2023, 4, 22)),
        ((1442, 10, 1), date(2021, 5, 13)),
        ((1427, 10, 1), date(2006, 10, 24)),
    ],
)
def test_lunar_feasts_as_iran_kept_them(lunar: tuple[int, int, int], kept: date) -> None:
    """Ashura and the end of Ramadan fall within a day of when Iran kept them."""
    found = lunar_date(*lunar)
    assert found is not None
    assert abs((found - kept).days) <= 1


@pytest.mark.parametrize("year", range(1340, 1460))
def test_every_solar_year_follows_the_last(year: int) -> None:
    """The day after the last day of a year is the first of the next."""
    this, following = year_span("solar", year), year_span("solar", year + 1)
    assert this is not None
    assert following is not None
    assert (following[0] - this[1]).days == 1


@pytest.mark.parametrize(
    ("calendar", "year", "month", "number"),
    [("solar", 1402, 7, 31), ("solar", 1402, 13, 1), ("lunar", 1445, 2, 30), ("gregorian", 2023, 2, 29),
     ("solar", 1402, 1, 0), ("solar", 900, 1, 1), ("gregorian", 10**20, 1, 1)],
)
def test_days_that_do_not_exist_are_none(calendar: str, year: int, month: int, number: int) -> None:
    """A date that its calendar does not have is None, not a near one."""
    dates = {"solar": solar_date, "lunar": lunar_date, "gregorian": gregorian_date}
    assert dates[calendar](year, month, number) is None


def test_month_span_of_a_solar_month() -> None:
    """A Solar Hijri month runs over two Gregorian ones, first and last day included."""
    assert month_span("solar", 1402, 6) == (date(2023, 8, 23), date(2023, 9, 22))


def test_month_span_at_the_end_of_a_leap_year() -> None:
    """The last month of a leap year ends the day before the new year."""
    assert month_span("solar", 1403, 12) == (date(2025, 2, 19), date(2025, 3, 20))


@pytest.mark.parametrize(
    ("moment", "year"), [(date(2024, 3, 19), 1402), (date(2024, 3, 20), 1403), (date(2024, 12, 31), 1403)],
)
def test_solar_year_of_a_day(moment: date, year: int) -> None:
    """The Solar Hijri year changes at Nowruz."""
    assert year_of("solar", moment) == year


def test_lunar_year_of_a_day() -> None:
    """The lunar year of a day is the one whose first day lies at or before it."""
    year = year_of("lunar", date(2023, 7, 28))
    assert year == 1445
    assert day("lunar", year, 1, 1) <= date(2023, 7, 28)  # type: ignore[operator]


def test_gregorian_year_of_a_day_is_its_year() -> None:
    """The Gregorian year of a day is written in it."""
    assert year_of("gregorian", date(2023, 7, 28)) == 2023

"""Times in Persian text are found and mean the days that a careful reader would put in their place."""

import re
from datetime import date
from pathlib import Path

import pytest

import rasad
from rasad.stages.find.times import Time, find_times, load_times

LEXICON = load_times(Path(rasad.__file__).parent / "packs" / "fa")
# A Tuesday, 28 Shahrivar 1402
PUBLISHED = date(2023, 9, 19)
_WORD = re.compile(r"[\w\u200c\u064b-\u065f]+|[^\w\s]")


def times(text: str, published: date | None = PUBLISHED) -> list[Time]:
    """The times of a text cut into words and marks."""
    return find_times(_WORD.findall(text), published, LEXICON)


def value(text: str, published: date | None = PUBLISHED) -> str:
    """The value of the one time in the text."""
    found = times(text, published)
    assert len(found) == 1, found
    return found[0].value


SOLAR = [
    ("وزیر خارجه ۲۷ شهریور ۱۴۰۲ به بغداد رفت.", "2023-09-18"),
    ("بیست و هفتم شهریور ۱۴۰۲ آتش‌بس برقرار شد.", "2023-09-18"),
    ("در ۲۵ دی‌ماه ۱۴۰۰ بازداشت شد.", "2022-01-15"),
    ("در ۲۵ دی ماه ۱۴۰۰ بازداشت شد.", "2022-01-15"),
    ("در تاریخ ۳ مهر سال ۱۳۹۹ درگیری آغاز شد.", "2020-09-24"),
    ("انقلاب در ۲۲ بهمن ۵۷ پیروز شد.", "1979-02-11"),
    ("سه‌شنبه ۲۸ شهریور دو طرف دیدار کردند.", "2023-09-19"),
    ("آنان ۱۰ مرداد دیدار کردند.", "2023-08-01"),
    ("آنان ۱۵ اسفند دیدار کردند.", "2023-03-06"),
    ("نشست ۵ مهر برگزار خواهد شد.", "2023-09-27"),
    ("در ۱۲ تیر امسال حمله شد.", "2023-07-03"),
    ("در ۱۲ تیر سال گذشته حمله شد.", "2022-07-03"),
    ("این سند تاریخ ۱۴۰۲/۶/۲۷ را دارد.", "2023-09-18"),
    ("این سند تاریخ ۲۷/۰۶/۱۴۰۲ را دارد.", "2023-09-18"),
    ("این سند تاریخ ۲۷ / شهریور / ۱۴۰۲ را دارد.", "2023-09-18"),
    ("این سند تاریخ 82/5/12 را دارد.", "2003-08-03"),
    ("در شهریورماه ۱۴۰۲ گفت‌وگو کردند.", "2023-08/2023-09"),
    ("گفت‌وگوها در اوایل خرداد ۱۴۰۲ آغاز شد.", "2023-05"),
    ("گفت‌وگوها در اواخر شهریور ۱۴۰۲ پایان یافت.", "2023-09"),
    ("در دهه سوم تیرماه ۱۴۰۲ برگزار شد.", "2023-07"),
    ("در هفته اول آبان ۱۳۹۹ برگزار شد.", "2020-10"),
    ("در سال ۹۴ بازداشت شد.", "2015/2016"),
    ("در سال ۱۳۹۸ بازداشت شد.", "2019/2020"),
    ("در پاییز ۱۴۰۱ کشور ناآرام بود.", "2022-09/2022-12"),
    ("در دهه شصت جنگ بود.", "1981/1991"),
    ("در تیر و مرداد ۱۴۰۲ گرم بود.", "2023-06/2023-08"),
    ("از ۲۰ تا ۲۲ شهریور ۱۴۰۲ رزمایش برگزار شد.", "2023-09-11/2023-09-13"),
]

GREGORIAN = [
    ("در 19 سپتامبر 2023 حمله آغاز شد.", "2023-09-19"),
    ("در نوزدهم سپتامبر ۲۰۲۳ حمله آغاز شد.", "2023-09-19"),
    ("در ۲۴ فوریه سال ۲۰۲۲ حمله آغاز شد.", "2022-02-24"),
    ("در ۲۴ فوریهٔ ۲۰۲۲ میلادی حمله آغاز شد.", "2022-02-24"),
    ("روز دوم ماه اوت دیدار کردند.", "2023-08-02"),
    ("از ۱۹ ماه جولای سفر کرد.", "2023-07-19"),
    ("در ۱۱ مه بیانیه داد.", "2023-05-11"),
    ("در ۱۱ می ۲۰۲۱ بیانیه داد.", "2021-05-11"),
    ("در 7 ژوئن گذشته کشته شد.", "2023-06-07"),
    ("روزهای 6 تا 8 ژوئن سفر کرد.", "2023-06-06/2023-06-08"),
    ("در ماه نوامبر مذاکره کردند.", "2022-11"),
    ("از ماه نوامبر گذشته مذاکره می‌کردند.", "2022-11"),
    ("انتخابات نوامبر آینده برگزار خواهد شد.", "2023-11"),
    ("در نوامبر ۲۰۲۰ آتش‌بس شد.", "2020-11"),
    ("در ماه می بیانیه دادند.", "2023-05"),
    ("اواخر نوامبر سال 2006 کناره گرفت.", "2006-11"),
    ("از نیمه فوریه گذشته اجرا شد.", "2023-02"),
    ("از سال 1991 رابطه ندارند.", "1991"),
    ("در سال دو هزار و سه میلادی اشغال شد.", "2003"),
    ("در سال‌های ۲۰۰۱ تا ۲۰۰۳ سفیر بود.", "2001/2003"),
    ("جنگ ۲۰۰۶ لبنان ویرانی داشت.", "2006"),
    ("در دهه ۱۹۹۰ جنگ بود.", "1990/1999"),
    ("در دهه نود میلادی جنگ بود.", "1990/1999"),
    ("این گزارش در 2023-09-01 نوشته شد.", "2023-09-01"),
    ("پس از حملات ۱۱ سپتامبر قانون عوض شد.", "2001-09-11"),
]

GREGORIAN_NAMES = [
    ("ژانویه", 1), ("جنوری", 1), ("فوریه", 2), ("فبروری", 2), ("مارس", 3), ("مارچ", 3), ("آوریل", 4), ("اپریل", 4),
    ("مه", 5), ("می", 5), ("ژوئن", 6), ("جون", 6), ("یونیو", 6), ("ژوئیه", 7), ("جولای", 7), ("یولیو", 7), ("اوت", 8),
    ("آگوست", 8), ("اگست", 8), ("سپتامبر", 9), ("سپتمبر", 9), ("اکتبر", 10), ("اکتوبر", 10), ("نوامبر", 11),
    ("نومبر", 11), ("دسامبر", 12), ("دسمبر", 12),
]

SOLAR_NAMES = [
    ("فروردین", "2021-03-30"), ("اردیبهشت", "2021-04-30"), ("خرداد", "2021-05-31"), ("تیر", "2021-07-01"),
    ("مرداد", "2021-08-01"), ("شهریور", "2021-09-01"), ("مهر", "2021-10-02"), ("آبان", "2021-11-01"),
    ("آذر", "2021-12-01"), ("دی", "2021-12-31"), ("بهمن", "2022-01-30"), ("اسفند", "2022-03-01"),
    ("حمل", "2021-03-30"), ("ثور", "2021-04-30"), ("جوزا", "2021-05-31"), ("سرطان", "2021-07-01"),
    ("اسد", "2021-08-01"), ("سنبله", "2021-09-01"), ("میزان", "2021-10-02"), ("عقرب", "2021-11-01"),
    ("قوس", "2021-12-01"), ("جدی", "2021-12-31"), ("دلو", "2022-01-30"), ("حوت", "2022-03-01"),
]

RELATIVE = [
    ("دیروز گفت.", "2023-09-18"),
    ("تا دیروز کمک‌ها می‌رسید.", "2023-09-18"),
    ("صبح امروز خبر داد.", "2023-09-19"),
    ("شب گذشته حمله کردند.", "2023-09-18"),
    ("شب گذشته (دوشنبه) حمله کردند.", "2023-09-18"),
    ("دیشب حمله کردند.", "2023-09-18"),
    ("بامداد دیروز حمله کردند.", "2023-09-18"),
    ("پریروز حمله کردند.", "2023-09-17"),
    ("عصر روز گذشته گفت.", "2023-09-18"),
    ("فردا می‌رود.", "2023-09-20"),
    ("پس‌فردا می‌رود.", "2023-09-21"),
    ("سه روز پیش رفت.", "2023-09-16"),
    ("سه‌روز پیش رفت.", "2023-09-16"),
    ("دو روز گذشته شاه فرمان داد.", "2023-09-17"),
    ("در سه روز گذشته شاه فرمان داد.", "2023-09"),
    ("چند روز پیش رفت.", "2023-09"),
    ("روزهای اخیر آرام بود.", "2023-09"),
    ("طی ۲۴ ساعت گذشته درگیری بود.", "2023-09"),
    ("ساعاتی پیش حمله کردند.", "2023-09-19"),
    ("از یک هفته پیش آغاز شد.", "2023-09"),
    ("هفته گذشته دیدار کردند.", "2023-09"),
    ("هفته آینده دیدار می‌کنند.", "2023-09"),
    ("در هفته جاری دیدار کردند.", "2023-09"),
    ("ماه گذشته دیدار کردند.", "2023-08"),
    ("در اوایل ماه جاری دیدار کردند.", "2023-09"),
    ("ماه آینده دیدار می‌کنند.", "2023-10"),
    ("دو ماه پیش دیدار کردند.", "2023-07"),
    ("سال گذشته دیدار کردند.", "2022"),
    ("پارسال دیدار کردند.", "2022"),
    ("امسال دیدار کردند.", "2023"),
    ("سه سال پیش امضا شد.", "2020"),
    ("سند دو و سه سال پیش اعتبار دارد.", "2020/2021"),
    ("طی پنج سال گذشته جنگ بود.", "2018/2023"),
    ("دو روز دیگر می‌رسد.", "2023-09-21"),
]

WEEKDAYS = [
    ("روز سه‌شنبه گفت.", "2023-09-19"),
    ("روز سه شنبه گفت.", "2023-09-19"),
    ("دوشنبه گفت.", "2023-09-18"),
    ("روز چهارشنبه گفت.", "2023-09-13"),
    ("شامگاه یکشنبه گفت.", "2023-09-17"),
    ("پنجشنبه شب گفت.", "2023-09-14"),
    ("پنجشنبه‌شب گفت.", "2023-09-14"),
    ("سه‌شنبه گذشته گفت.", "2023-09-12"),
    ("شنبه آینده می‌رود.", "2023-09-23"),
    ("چهارشنبه هفته آینده می‌رود.", "2023-09-27"),
    ("دوشنبه هفته گذشته رفت.", "2023-09-11"),
    ("جمعه این هفته می‌رود.", "2023-09-22"),
    ("روز پنج‌شنبه برگزار خواهد شد.", "2023-09-21"),
    ("جمعه (۲۴ شهریور) گفت.", "2023-09-15"),
]


@pytest.mark.parametrize(("text", "expected"), [*SOLAR, *GREGORIAN])
def test_calendar_dates(text: str, expected: str) -> None:
    """A date of either calendar, whole or in part, is the Gregorian day, month or year it means."""
    assert value(text) == expected


@pytest.mark.parametrize(("name", "month"), GREGORIAN_NAMES)
def test_gregorian_month_names(name: str, month: int) -> None:
    """French, English, Afghan and Arab names of a Gregorian month are that month."""
    assert value(f"در ۱۰ {name} ۲۰۲۱ آغاز شد.") == f"2021-{month:02d}-10"


@pytest.mark.parametrize(("name", "expected"), SOLAR_NAMES)
def test_solar_month_names(name: str, expected: str) -> None:
    """Iranian and Afghan names of a Solar Hijri month are that month."""
    assert value(f"در ۱۰ {name} ۱۴۰۰ آغاز شد.") == expected


@pytest.mark.parametrize(("text", "expected"), [*RELATIVE, *WEEKDAYS])
def test_relative_times(text: str, expected: str) -> None:
    """A time told from the day of publication is counted from it."""
    assert value(text) == expected


@pytest.mark.parametrize(("text", "_"), [*RELATIVE, *WEEKDAYS[:-1]])
def test_relative_times_without_publication(text: str, _: str) -> None:
    """A relative time stays open where the report has no date of publication."""
    assert value(text, None) == ""


@pytest.mark.parametrize("text", ["در ۱۰ مرداد دیدار کردند.", "در ماه نوامبر دیدار کردند."])
def test_dates_without_year_and_publication_stay_open(text: str) -> None:
    """A date without a year means no day where nothing tells the year."""
    assert value(text, None) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مراسم ۱۰ محرم ۱۴۴۵ برگزار شد.", "2023-07-28"),
        ("مراسم جمعه ۱۰ محرم ۱۴۴۵ برگزار شد.", "2023-07-28"),
        ("در ماه رمضان ۱۴۴۴ آرام بود.", "2023-03/2023-04"),
        ("در ماه مبارک رمضان ۱۴۴۴ آرام بود.", "2023-03/2023-04"),
        ("در ۱۳ رجب ۱۴۴۴ برگزار شد.", "2023-02-04"),
    ],
)
def test_lunar_dates(text: str, expected: str) -> None:
    """A lunar Hijri date is the day of the tabular calendar."""
    assert value(text) == expected


def test_weekday_moves_a_lunar_date() -> None:
    """A lunar date said to be another day of the week is moved by the day that the crescent allows."""
    assert value("مراسم شنبه ۱۰ محرم ۱۴۴۵ برگزار شد.") == "2023-07-29"


def test_weekday_tells_the_year() -> None:
    """A date whose day of the week fits only an earlier year is of that year."""
    assert value("دوشنبه ۱۹ سپتامبر دیدار کردند.") == "2022-09-19"


def test_famous_day_near_its_anniversary_is_the_anniversary() -> None:
    """A day known by its date means this year's where the report is of that very week."""
    assert value("در ۱۱ سپتامبر دیدار کردند.", date(2023, 9, 12)) == "2023-09-11"


def test_date_in_brackets_agrees_with_the_date_before_it() -> None:
    """A date given again in brackets in another calendar falls on the same day."""
    found = times("مهلت تا اول اوت (۱۰ مرداد) است.", date(2023, 5, 20))
    assert [time.value for time in found] == ["2023-08-01", "2023-08-01"]


def test_clock_times_say_no_day() -> None:
    """A time of the day alone is found, but is no day."""
    (time,) = times("ساعت ۱۴:۳۰ حمله کردند.")
    assert (time.value, time.grain) == ("", "time")


def test_week_over_two_months_is_an_interval() -> None:
    """A week that lies in two months is told as both."""
    assert value("هفته گذشته دیدار کردند.", date(2023, 9, 5)) == "2023-08/2023-09"


def test_round_numbers_of_years_say_no_year() -> None:
    """Forty years ago is no year."""
    assert value("چهل سال پیش جنگ بود.") == ""


def test_solar_year_after_a_gregorian_month() -> None:
    """A Gregorian month with a Solar Hijri year lies within that year."""
    assert value("در ۲۰ مه ۱۴۰۱ دیدار کردند.") == "2022-05-20"


@pytest.mark.parametrize(
    ("text", "grain"),
    [("دیروز گفت.", "day"), ("ماه گذشته گفت.", "month"), ("سال گذشته گفت.", "year"), ("هفته گذشته گفت.", "span")],
)
def test_grain(text: str, grain: str) -> None:
    """The grain says how exactly the text tells the time."""
    assert times(text)[0].grain == grain


def test_words_of_a_time() -> None:
    """First and last are the first and the last word of the time, without the preposition."""
    (time,) = times("او در روز ۲۵ دی‌ماه ۱۴۰۰ بازداشت شد.")
    assert (time.first, time.last) == (2, 5)


def test_numbers_too_large_for_a_calendar() -> None:
    """A time before every calendar has no value."""
    assert value("۹۹۹۹۹۹۹۹۹۹۹ روز پیش زمین سرد شد.") == ""


def test_no_times_in_an_empty_sentence() -> None:
    """An empty sentence has no times."""
    assert find_times([], PUBLISHED, LEXICON) == []


def test_a_verb_inside_does_not_turn_a_past_weekday_to_come() -> None:
    """«On Monday they discussed the sanctions that may hit …» tells of the Monday before."""
    assert value("دو طرف روز دوشنبه درباره تحریم‌هایی که ممکن است نفت را هدف قرار دهد رایزنی کردند.") == "2023-09-18"


@pytest.mark.parametrize(("text", "expected"), [
    ("هفته پیش در شهر بود.", "2023-09"), ("ماه پیش رفت.", "2023-08"), ("ساعتی پیش رفت.", "2023-09-19"),
    ("در ۱۷ آذر ۱۳۳۲ آمد و در ۱۴ آذر رفت.", "1953-12-05"), ("در سال ۱۳۴۱ آمد و در دهم آذر همان سال رفت.", "1962-12-01"),
    ("روز ۱۴ شهریور آمد و فردای آن روز رفت.", "2023-09-06"), ("در جنگ ۱۲ روزه بود.", ""),
    ("در جنگ ۴۴ روزه بود.", "2020"),
])
def test_times_told_by_those_before_them_or_by_a_name(text: str, expected: str) -> None:
    """A date without its year, «that year» and «that day» go on from what was told; a known war tells when it was."""
    assert times(text)[-1].value == expected


def test_today_of_how_things_are_is_no_day() -> None:
    """«The needs of today» names no day."""
    assert times("شرایط امروز کشور خوب است.") == []

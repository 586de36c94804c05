"""Words and names that only look like times are left alone."""

import re
from datetime import date
from pathlib import Path

import pytest

import rasad
from rasad.stages.find.times import find_times, load_times

LEXICON = load_times(Path(rasad.__file__).parent / "packs" / "fa")
_WORD = re.compile(r"[\w\u200c\u064b-\u065f]+|[^\w\s]")

LOOKALIKES = [
    "دو کشور بر حل و فصل مناقشه تأکید کردند.",
    "سرباز با شلیک ۵ تیر زخمی شد.",
    "سه تیر به خودرو خورد.",
    "پلیس تیر هوایی شلیک کرد.",
    "خبرنگار مهر از بغداد گزارش داد.",
    "خبرگزاری مهر نوشت.",
    "سند با مهر و امضا تأیید شد.",
    "خانم آذر سخنگو شد.",
    "بهمن دو کوهنورد را کشت.",
    "خودروی بهمن دیزل وارد شد.",
    "جی دی ونس به مونیخ رفت.",
    "این سی دی پخش شد.",
    "ده‌ها تن دی اکسید کربن آزاد شد.",
    "او می گوید که جنگ تمام شد.",
    "در مه غلیظ دیده نشد.",
    "بشار اسد از دمشق رفت.",
    "رجب طیب اردوغان سخنرانی کرد.",
    "رمضان شلح دبیر کل بود.",
    "حمل و نقل زمینی قطع شد.",
    "توپ به بیرون زده شد و اوت شد.",
    "این تصمیم بسیار جدی است.",
    "بیماری سرطان گسترش یافت.",
    "میزان کمک‌ها کم شد.",
    "نیش عقرب کشنده است.",
    "امام جمعه تهران سخنرانی کرد.",
    "پس از نماز جمعه راهپیمایی کردند.",
    "هر جمعه راهپیمایی می‌کنند.",
    "دو بر صفر باختند.",
    "مرد ۲۲ ساله کشته شد.",
    "در میدان هفتم تیر تجمع کردند.",
    "جبهه دوم خرداد بیانیه داد.",
    "خیابان ۱۷ شهریور بسته شد.",
    "بیش از ۲۰۰۰ نفر کشته شدند.",
    "قطعنامه ۱۷۰۱ اجرا شد.",
    "چند نفر دیگر کشته شدند.",
    "پیش از این نیز گفته بود.",
    "سه روز پیش از جنگ رفت.",
    "دو سال قبل از اشغال رفت.",
    "حزب پیش رفت و شهر را گرفت.",
    "سوراخ ۵ میلی‌متری دیده شد.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_lookalikes_are_no_times(text: str) -> None:
    """A word of another meaning, or part of a name, is no time."""
    assert find_times(_WORD.findall(text), date(2023, 9, 19), LEXICON) == []


def test_counted_people_after_a_date_are_no_year() -> None:
    """A figure that counts people right after a month is not its year."""
    (time,) = find_times(_WORD.findall("در ۲۲ بهمن ۵۷ نفر کشته شدند."), date(2023, 9, 19), LEXICON)
    assert (time.value, time.last) == ("2023-02-11", 2)

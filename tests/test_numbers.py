"""Numbers in Persian text are read from words and digits, and what counts nothing is left out."""

import re
from pathlib import Path

import pytest

import rasad
from rasad.stages.find.numbers import Number, find_numbers, load_numbers

LEXICON = load_numbers(Path(rasad.__file__).parent / "packs" / "fa")
_WORD = re.compile(r"[\w\u200c\u064b-\u065f]+|[^\w\s]")


def numbers(text: str) -> list[Number]:
    """The numbers of a text cut into words and marks."""
    return find_numbers(_WORD.findall(text), LEXICON)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("۱۲ نفر", 12, 12),
        ("12 نفر", 12, 12),
        ("۱۲نفر", 12, 12),
        ("دوازده سرباز", 12, 12),
        ("یک غیرنظامی", 1, 1),
        ("نه نفر", 9, 9),
        ("بیست و دو نفر", 22, 22),
        ("بیست‌ودو نفر", 22, 22),
        ("صد و بیست و پنج نفر", 125, 125),
        ("دویست نفر", 200, 200),
        ("دو هزار نفر", 2000, 2000),
        ("دوهزار نفر", 2000, 2000),
        ("۱۰هزار نفر", 10000, 10000),
        ("هزار نفر", 1000, 1000),
        ("سه هزار و ۲۱۹ نفر", 3219, 3219),
        ("۲هزارو ۴۲۹ نفر", 2429, 2429),
        ("یک صد و ده نفر", 110, 110),
        ("سه صد نفر", 300, 300),
        ("بیست ودو نفر", 22, 22),
        ("دو هزار و۲۰۰ نفر", 2200, 2200),
        ("یک میلیون و ۴۸۱ هزار نفر", 1481000, 1481000),
        ("۱۲,۰۰۰ نفر", 12000, 12000),
        ("۱۲٬۵۰۰ نفر", 12500, 12500),
        ("۲.۵ میلیون نفر", 2500000, 2500000),
        ("۲/۵ میلیون نفر", 2500000, 2500000),
        ("یک و نیم میلیون نفر", 1500000, 1500000),
        ("هزار و ۲۰۰ میلیارد تومان", 1200 * 10**9, 1200 * 10**9),
        ("۲۰ تا ۳۰ نفر", 20, 30),
        ("۲۰ تا ۳۰ هزار نفر", 20000, 30000),
        ("۲۰-۳۰ نفر", 20, 30),
        ("۲۴ یا ۲۵ نفر", 24, 25),
        ("دو سه نفر", 2, 3),
        ("دست‌کم ۱۲ نفر", 12, 12),
        ("بیش از صد نفر", 100, 100),
        ("حدود ۷۰ نفر", 70, 70),
        ("کمتر از ۱۰ نفر", 10, 10),
        ("ده‌ها نفر", 24, 99),
        ("صدها نفر", 200, 999),
        ("هزاران نفر", 2000, 9999),
        ("صدها هزار نفر", 200000, 999999),
        ("چند ده نفر", 24, 99),
        ("چند صد نفر", 200, 999),
        ("چند هزار نفر", 2000, 9999),
        ("سی و چند نفر", 30, 39),
    ],
)
def test_counts(text: str, low: int, high: int) -> None:
    """A number in words, digits or both is the least and the most that the text tells."""
    (number,) = numbers(f"در این حمله {text} کشته شدند.")
    assert (number.min, number.max) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "مرد ۲۲ ساله‌ای بازداشت شد.",
        "مرد ۲۲‌ساله بازداشت شد.",
        "او در ۷۰ سالگی درگذشت.",
        "۳۰ درصد مردم رأی دادند.",
        "ساعت ۱۴:۳۰ حمله شد.",
        "قطعنامه ۲۲۳۱ اجرا شد.",
        "ماده ۵ اجرا شد.",
        "در سال ۲۰۰۳ اشغال شد.",
        "چند نفر کشته شدند.",
        "لشکر پنجم وارد شد.",
        "لشکر بیست و پنجم وارد شد.",
        "یک سوم مردم رفتند.",
        "گروه ۱+۵ نشست داشت.",
        "جنگنده اف-۱۶ سرنگون شد.",
        "نه تنها حمله نکرد بلکه رفت.",
        "بی بی سی گزارش داد.",
        "با شماره ۰۹۱۲۰۰۰۰ تماس گرفت.",
        "او در ده زندگی کرد.",
        "منبع دیگری (۱۶) هم چنین نوشت.",
        "۲- گزارش وزیر",
        "نشانی 1i9ex4 را باز کنید.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    """Ages, shares, labels, clock times, ordinals, fractions and names of things are no counts."""
    assert numbers(text) == []


def test_numbers_in_one_sentence_stay_apart() -> None:
    """Two numbers joined by "and" are two counts unless the second completes the first."""
    found = numbers("۱۱ کشته و ۲۳ زخمی، دو و سه تن اسیر")
    assert [number.min for number in found] == [11, 23, 2, 3]


def test_bounds_belong_to_the_number() -> None:
    """The words that bound a number are part of its stretch."""
    (number,) = numbers("دیروز بیش از ۲۰ نفر رفتند.")
    assert (number.first, number.last) == (1, 3)


def test_words_taken_by_a_date_count_nothing() -> None:
    """Words that another reading has taken are passed over."""
    words = ["در", "۲۲", "بهمن", "۵۷", "نفر", "کشته", "شدند"]
    assert [n.min for n in find_numbers(words, LEXICON, frozenset({1, 2}))] == [57]


def test_no_numbers_in_an_empty_sentence() -> None:
    """An empty sentence has no numbers."""
    assert find_numbers([], LEXICON) == []

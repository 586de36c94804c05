"""Times in Persian sentences: Rasad beside parstdex and dateparser, where pip can install them.

Usage: python bench/time_tools.py

The sentences are the project's own. `found` counts expressions of which a tool finds at least one
character, `whole` those it finds from end to end, `value` those whose day, month or year it gives
right against the day of publication; `false` counts finds in sentences that tell no time (a bullet,
an agency, a surname). parstdex gives no values. Speed is sentences a second over all sentences, in
one process.
"""

from __future__ import annotations

import importlib
import re
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rasad.stages.find.numbers import find_numbers, load_numbers
from rasad.stages.find.times import find_times, load_times

PACK = Path(__file__).parents[1] / "src" / "rasad" / "packs" / "fa"
PUBLISHED = date(2023, 9, 19)
ROUNDS = 20
_WORD = re.compile(r"[\w\u200c\u064b-\u065f]+|[^\w\s]")

Find = tuple[int, int, str | None]
Tool = Callable[[str], Sequence[Find]]

# sentence with the expression in braces, its value
TOLD = [
    ("وزیر خارجه {۲۷ شهریور ۱۴۰۲} به بغداد رفت.", "2023-09-18"),
    ("سفیر در {سه‌شنبه ۲۸ شهریور} احضار شد.", "2023-09-19"),
    ("حمله در {۱۹ سپتامبر ۲۰۲۳} آغاز شد.", "2023-09-19"),
    ("آنان {روز دوم ماه اوت} در وین دیدار کردند.", "2023-08-02"),
    ("بیانیه در {۱۱ مه ۲۰۲۱} منتشر شد.", "2021-05-11"),
    ("مراسم در {۱۰ محرم ۱۴۴۵} برگزار شد.", "2023-07-28"),
    ("ارتش {شب گذشته} دو روستا را گلوله‌باران کرد.", "2023-09-18"),
    ("کمک‌ها تا {دیروز} می‌رسید.", "2023-09-18"),
    ("یک مقام {صبح امروز} خبر را رد کرد.", "2023-09-19"),
    ("فرمانده {پریروز} کشته شد.", "2023-09-17"),
    ("هیئت {سه روز پیش} از دمشق بازگشت.", "2023-09-16"),
    ("پنج سرباز {شامگاه یکشنبه} کشته شدند.", "2023-09-17"),
    ("نشست {چهارشنبه هفته آینده} خواهد بود.", "2023-09-27"),
    ("شورای امنیت {دوشنبه گذشته} رأی داد.", "2023-09-18"),
    ("آتش‌بس {ماه گذشته} شکسته شد.", "2023-08"),
    ("آنان {از ماه نوامبر گذشته} مذاکره می‌کنند.", "2022-11"),
    ("پیمان {سه سال پیش} امضا شد.", "2020"),
    ("دو کشور از {سال ۱۹۹۱} رابطه ندارند.", "1991"),
    ("او در {سال دو هزار و سه میلادی} سفیر شد.", "2003"),
    ("روزنامه‌نگار در {۲۵ دی‌ماه ۱۴۰۰} بازداشت شد.", "2022-01-15"),
    ("انقلاب در {۲۲ بهمن ۵۷} پیروز شد.", "1979-02-11"),
    ("سند در {۱۴۰۲/۶/۲۷} نوشته شد.", "2023-09-18"),
    ("طالبان در {۲۴ اسد ۱۴۰۰} وارد کابل شد.", "2021-08-15"),
    ("او {اواخر نوامبر ۲۰۰۶} کناره گرفت.", "2006-11"),
]
UNTOLD = [
    "دو کشور بر حل و فصل مناقشه تأکید کردند.", "پلیس سه تیر هوایی شلیک کرد.", "خبرگزاری مهر این خبر را رد کرد.",
    "بهمن دو کوهنورد را کشت.", "خانم آذر سخنگوی وزارت خارجه شد.", "بشار اسد از دمشق رفت.",
    "رجب طیب اردوغان سخنرانی کرد.", "حمل و نقل زمینی قطع شد.", "امام جمعه تهران سخنرانی کرد.",
    "جی دی ونس به مونیخ رفت.", "این تهدید بسیار جدی است.", "مرد ۲۲ ساله‌ای کشته شد.",
    "بیش از ۲۰۰۰ نفر آواره شدند.", "گفت‌وگوها به پیش می‌رود.", "کشتی در مه غلیظ دیده نشد.",
]


@dataclass(frozen=True, slots=True)
class Score:
    """What one tool made of the sentences."""

    found: int
    whole: int
    value: int
    false: int
    speed: float


def rasad() -> Tool:
    """Times as Rasad finds them, from raw text."""
    lexicon = load_times(PACK)

    def read(text: str) -> list[Find]:
        words = list(_WORD.finditer(text))
        return [(words[found.first].start(), words[found.last].end(), found.value)
                for found in find_times([word.group() for word in words], PUBLISHED, lexicon)]

    return read


def parstdex() -> Tool:
    """Times as parstdex marks them; it gives no values."""
    model = importlib.import_module("parstdex").Parstdex()
    return lambda text: [(start, end, None) for start, end in model.extract_span(text)["datetime"]]


def dateparser() -> Tool:
    """Times as dateparser's search finds them in Persian."""
    search = importlib.import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime(PUBLISHED.year, PUBLISHED.month, PUBLISHED.day),  # noqa: DTZ001 - as asked
                "PREFER_DATES_FROM": "past"}

    def read(text: str) -> list[Find]:
        out: list[Find] = []
        at = 0
        for words, moment in search(text, languages=["fa"], settings=settings) or ():
            start = text.find(words, at)
            at = start + len(words)
            out.append((start, at, moment.date().isoformat()))
        return out

    return read


def measure(tool: Tool) -> Score:
    """The tool's score on all sentences and its speed over several rounds."""
    found = whole = value = 0
    for marked, expected in TOLD:
        start, end = marked.index("{"), marked.index("}") - 1
        near = [f for f in tool(marked.replace("{", "").replace("}", "")) if f[0] < end and f[1] > start]
        found += bool(near)
        whole += any(f[0] <= start + _PREPOSITION and f[1] >= end for f in near)
        value += any((f[2] or "").startswith(expected) for f in near)
    false = sum(len(tool(text)) for text in UNTOLD)
    return Score(found, whole, value, false, _speed(tool))


_PREPOSITION = 3  # a preposition at the head of an expression need not be marked


def _speed(tool: Tool) -> float:
    sentences = [marked.replace("{", "").replace("}", "") for marked, _ in TOLD] + UNTOLD
    start = time.process_time()
    for _ in range(ROUNDS):
        for text in sentences:
            tool(text)
    return ROUNDS * len(sentences) / (time.process_time() - start)


def quiet_speed() -> float:
    """Sentences a second for times and numbers together where there are none."""
    times, numbers = load_times(PACK), load_numbers(PACK)
    sentence = [word for text in UNTOLD[5:7] for word in _WORD.findall(text)]
    start, rounds = time.process_time(), 5000
    for _ in range(rounds):
        find_times(sentence, PUBLISHED, times)
        find_numbers(sentence, numbers)
    return rounds / (time.process_time() - start)


def main() -> None:
    """Print one line a tool; a tool that is not installed is passed over with a word."""
    warnings.simplefilter("ignore")
    write = sys.stdout.write
    write(f"{len(TOLD)} times, {len(UNTOLD)} sentences without\n")
    write(f"{'tool':<12}{'found':>7}{'whole':>7}{'value':>7}{'false':>7}{'sentences/s':>13}\n")
    for name, load in (("rasad", rasad), ("parstdex", parstdex), ("dateparser", dateparser)):
        try:
            tool = load()
        except ImportError:
            write(f"{name:<12} not installed: pip install {name}\n")
            continue
        score = measure(tool)
        given = f"{score.value:>7}" if name != "parstdex" else f"{'-':>7}"
        write(f"{name:<12}{score.found:>7}{score.whole:>7}{given}{score.false:>7}{score.speed:>13,.0f}\n")
    write(f"rasad, words without times or numbers: {quiet_speed():,.0f} sentences/s\n")


if __name__ == "__main__":
    main()

"""Whatever comes in, every span quotes the original, and the same report is always coded the same."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasad.pack import Pack
from rasad.public import code_report
from rasad.records import CodedReport, Report, Span, as_dict

PIECES = [
    "وزیر خارجه روسیه", "گفت", "که", "نیروهای اوکراین", "به مسکو", "حمله کردند", "کشته شدند", "۱۲ نفر",
    "دو", "را", "از سوی", "علیه", "ميدهيم", "سهشنبه", "قرهباغ", "روز سه شنبه", "توافق", "آتش‌بس",
    "قطعنامه ۲۲۳۱", "وی افزود", "اگر", "نمی‌شود", "«", "»", "\u201c", ":", ".", "؟", "،", "\n", "\n\n",
    "\u2028", "\r\n", "\t", " ", "  ", "", "\u00a0", "🔹", "🇮🇷", "👨\u200d👩\u200d👧", "\u200f", "\u200e",
    "\u202b", "\u202c", "\u2067", "\u2069", "\u200c", "\u200d", "\ufeff", "<b>", "</script>", "&nbsp;",
    "&#8204;", "@channel", "#جنگ", "https://t.me/x", "انتهای پیام", "كد خبر", "\x00", "\x1b[31m", "ا",
    "ً", "ـــ", "1991", "٣", "The US",
]
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
MIXED = st.lists(st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cs"]), max_size=5)),
                 max_size=40)
DATES = st.sampled_from(["", "2023-09-19", "2023", "2023-09", "2023-09-19T10:00:00"])
EASY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def spans(record: Any) -> Iterator[Span]:
    """Every span anywhere in a record."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from spans(item)
    elif hasattr(record, "__slots__"):
        for name in record.__slots__:
            yield from spans(getattr(record, name))


def assert_holds(text: str, coded: CodedReport) -> None:
    for span in spans(coded):
        assert 0 <= span.start <= span.end <= len(text)
        assert text[span.start:span.end] == span.text
    for event in coded.events:
        assert event.evidence
        assert all(span.text for span in event.evidence)
    known = {statement.id for statement in coded.statements}
    assert {event.statement for event in coded.events} - {None} <= known
    assert {statement.within for statement in coded.statements} - {None} <= known


def coding(text: str, pack: Pack, published: str = "") -> CodedReport:
    return code_report(Report(text, id="x", published=published, language="fa"), pack)


@EASY
@given(text=ANY_TEXT, published=DATES)
def test_any_text_is_coded_and_its_spans_hold(pack: Pack, text: str, published: str) -> None:
    """Any text at all is coded without a fault, and every span of its coding quotes it."""
    assert_holds(text, coding(text, pack, published))


@EASY
@given(pieces=MIXED, between=st.sampled_from(["", " ", "\u200c", "\n"]), published=DATES)
def test_mixed_persian_is_coded_and_its_spans_hold(pack: Pack, pieces: list[str], between: str, published: str) -> None:
    """Persian words mixed with emoji, marks of direction, HTML, links and stray letters are coded, and spans hold."""
    text = between.join(pieces)
    assert_holds(text, coding(text, pack, published))


@EASY
@given(pieces=MIXED)
def test_coding_twice_gives_the_same(pack: Pack, pieces: list[str]) -> None:
    """The same report coded twice gives the same records."""
    text = " ".join(pieces)
    assert as_dict(coding(text, pack)) == as_dict(coding(text, pack))


def damaged(text: str, other: str, chance: random.Random) -> str:
    """The text cut, doubled or spliced with another at random places."""
    for _ in range(chance.randrange(1, 6)):
        a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        c = chance.randrange(len(other) + 1)
        text = chance.choice([text[:a] + text[b:], text[:b] + text[a:], text[:a] + other[c:c + 200] + text[b:],
                              text[:a] + chance.choice(PIECES) + text[a:], text[::-1][a:b] + text, text[a:b] or text])
    return text


@pytest.mark.parametrize("seed", range(12))
def test_damaged_samples_are_coded_and_their_spans_hold(pack: Pack, samples: list[dict[str, str]], seed: int) -> None:
    """Sample reports cut, doubled and spliced into each other are coded without a fault, and spans hold."""
    chance = random.Random(seed)
    for sample in samples:
        text = damaged(sample["text"], chance.choice(samples)["text"], chance)
        assert_holds(text, coding(text, pack, sample["published"]))


def test_the_samples_hold(pack: Pack, samples: list[dict[str, str]]) -> None:
    """The spans of the sample reports hold, damage and all."""
    for sample in samples:
        coded = coding(sample["text"], pack, sample["published"])
        assert coded.statements or coded.events
        assert_holds(sample["text"], coded)


@pytest.mark.parametrize("piece", ["گفت ", "«", "که ", "و ", "روسیه ", "به ", "حمله ", "ا", "(", ": ", "🔹", "می"])
def test_a_long_run_of_one_piece_is_coded_in_time(pack: Pack, piece: str) -> None:
    """Twenty thousand characters of one and the same piece are coded, in seconds, and spans hold."""
    text = piece * (20_000 // len(piece))
    assert_holds(text, coding(text, pack))


@pytest.mark.parametrize("text", ["؛ازسوی را", "میلیون " * 60, "روسیه به اوکراین حمله کرد و گفت " * 90])
def test_odd_texts_that_once_broke_it_are_coded(pack: Pack, text: str) -> None:
    """Texts found by a fuzzer are coded: a preposition before a bare «را», a number without bounds, endless clauses."""
    assert_holds(text, coding(text, pack))

"""Repair holds its promises on any text."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import rasad
from rasad.stages.repair import load_words, repair

WORDS = load_words(Path(rasad.__file__).parent / "packs" / "fa")
PIECES = [
    "می", "نمی", "خواهد", "گفته", "اند", "قره", "باغ", "ها", "های", "ای", "ترین", "کشور", "کمک", "را", "در", "این",
    "و", "گو", "گفت", "رئیس", "جمهور", "خانه", "بی", "سابقه", "شد", "ا", "ه", "ـ", "مي", "كه", "٣", "12", "۵",
]
GLUE = ["", " ", "  ", "\u200c", "\u200c\u200c", "\u00a0", "\u00a0 ", "\u200d", "\u200f", "\u00ad", "\n", ".", "،",
        " ،", ":",
        "«", "»", "(", ")", "#", "@", "_", "-", "🔹", "\ufeff", "\t", "!", "؟", "…", "a"]
PERSIAN = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GLUE)), max_size=14).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)
TEXT = st.one_of(PERSIAN, st.text(max_size=60))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXT)
def test_spans_hold_under_any_text(text: str) -> None:
    """Spans lie in the original, are never empty, and never go backwards."""
    found = repair(text, WORDS)
    last_start = last_end = 0
    for at in range(len(found.text)):
        start, end = found.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last_start
        assert end >= last_end
        last_start, last_end = start, end
    if found.text:
        start, end = found.span(0, len(found.text))
        assert 0 <= start < end <= len(text)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXT)
def test_repair_of_the_repaired_changes_nothing(text: str) -> None:
    """Repair is done after one time."""
    once = repair(text, WORDS).text
    assert repair(once, WORDS).text == once


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXT)
def test_digits_and_visible_characters_stay(text: str) -> None:
    """The digits keep their number, and no visible character but a stray letter is lost or made."""
    found = repair(text, WORDS)
    assert sum(map(str.isdigit, found.text)) == sum(map(str.isdigit, text))
    stray = sum(step.kind == "stray" for step in found.steps)
    seen = sum(not char.isspace() and char.isprintable() and char != "\u0640" for char in text)
    left = sum(not char.isspace() and char.isprintable() and char != "\u0640" for char in found.text)
    assert left == seen - stray


@settings(max_examples=200, deadline=None, derandomize=True)
@given(PERSIAN)
def test_negations_stay(text: str) -> None:
    """The letters of every word, a negation among them, stay in their order."""
    found = repair(text, WORDS)
    if not any(step.kind == "stray" for step in found.steps):
        assert _letters(found.text) == _letters(text)


def _letters(text: str) -> str:
    folded = text.replace("ي", "ی").replace("ك", "ک")
    return "".join(char for char in folded if char.isalpha() and char != "\u0640")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TEXT)
def test_a_change_of_visible_characters_leads_back_to_itself(text: str) -> None:
    """Every visible character of the repaired text comes from the same character of the original."""
    found = repair(text, WORDS)
    digits = {chr(0x660 + n): chr(0x6F0 + n) for n in range(10)}
    same = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ڪ": "ک"} | digits
    for at, char in enumerate(found.text):
        if char.isalnum():
            origin = text[found.start(at)]
            assert same.get(origin, origin) == char

"""Where sentences and paragraphs end, and that every word keeps its place."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from rasad.pack import load_pack
from rasad.stages.read.sentences import Sentence, sentences

LINE = "نمایندگان شورای شهر نارستان در نشست روز گذشته خود پس از سه ساعت گفت‌وگو"


@cache
def read(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text without boilerplate."""
    return tuple(sentences(text, (), load_pack("fa").grammar))


def test_a_stop_and_a_question_mark_end_a_sentence() -> None:
    """«He came. Why did he come? Nobody knows.» is three sentences of one paragraph."""
    found = read("او آمد. چرا آمد؟ کسی نمی‌داند.")
    assert [s.words[0] for s in found] == ["او", "چرا", "کسی"]
    assert {s.paragraph for s in found} == {0}


def test_a_decimal_point_ends_nothing() -> None:
    """«The price rose by 3.5 per cent» is one sentence."""
    assert len(read("قیمت 3.5 درصد بالا رفت.")) == 1


def test_a_stop_before_a_closing_mark_ends_nothing() -> None:
    """In «"I am coming." he said», the quotation and who said it stay one sentence."""
    assert len(read("«می‌آیم.» او گفت.")) == 1


def test_a_line_is_a_paragraph() -> None:
    """Two lines without a stop are two sentences in two paragraphs."""
    assert [s.paragraph for s in read("حمله به شهر\nشمار کشته‌ها بالا رفت")] == [0, 1]


def test_a_text_broken_at_a_margin_is_read_on() -> None:
    """Six lines of one width, none but the last with a stop, are one sentence."""
    assert len(read("\n".join([LINE] * 6) + " رفتند.")) == 1


def test_short_lines_of_a_post_stay_apart() -> None:
    """A post of six short lines of different lengths is six paragraphs."""
    post = "خبر فوری\nحمله به بندر نارستان آغاز شد\nمنابع محلی\nصدای چند انفجار شنیده شد\nادامه دارد\nپایان پیام امروز"
    assert len({s.paragraph for s in read(post)}) == 6


def test_a_text_without_any_stop_is_cut() -> None:
    """A thousand words without a stop make several sentences, none of more than 301 words."""
    assert max(map(len, read("روسیه " * 1000))) <= 301


@given(st.text(alphabet=st.sampled_from("سلام دنیا.،؟»«\n\u200c ۱۲3.ab"), max_size=120))
def test_every_word_stands_where_it_says(text: str) -> None:
    """Whatever the text, the words of its sentences come in order and are the text at their offsets."""
    last = 0
    for sentence in read(text):
        for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
            assert text[start:end] == word
            assert start >= last
            last = end


def test_letters_spelled_out_with_points_are_one_word() -> None:
    """«B.B.C.» written with points, blanks around them or not, neither ends a sentence nor is several words."""
    for written in ("بی.بی.سی", "بی. بی. سی", "بی .بی .سی"):
        (sentence,) = read(f"شبکه {written} نوشت.")
        assert sentence.keys == ["شبکه", "بیبیسی", "نوشت", "."]


def test_a_number_before_a_stop_is_no_spelled_letter() -> None:
    """«… at thirty. He went» are two sentences, though «thirty» is spelled like a letter and «he» like another."""
    assert len(read("ساعت سی. وی رفت.")) == 2

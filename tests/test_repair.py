"""Repair: damaged words are mended, the rest is left alone, every offset leads back."""

from pathlib import Path

import pytest

import rasad
from rasad.stages.repair import WordList, load_words, repair

PACK = Path(rasad.__file__).parent / "packs" / "fa"


@pytest.fixture(scope="module")
def words() -> WordList:
    return load_words(PACK)


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("قرهباغ", "قره‌باغ"),  # Karabakh
        ("میدهیم", "می‌دهیم"),  # we give
        ("نمیخواهیم", "نمی‌خواهیم"),  # we do not want
        ("برمیگردند", "برمی‌گردند"),  # they return
        ("سهشنبه", "سه‌شنبه"),  # Tuesday
        ("کمکهای", "کمک‌های"),  # aids of
        ("پرنده‌های", "پرنده‌های"),
        ("رئیسجمهور", "رئیس‌جمهور"),  # president
        ("ریاستجمهوری", "ریاست‌جمهوری"),  # presidency
        ("مهمترین", "مهم‌ترین"),  # most important
        ("آتشبس", "آتش‌بس"),  # ceasefire
        ("گفتهاند", "گفته‌اند"),  # they have said
        ("خانهای", "خانه‌ای"),  # a house
        ("سرمایهگذاریهای", "سرمایه‌گذاری‌های"),  # investments of
    ],
)
def test_a_glued_word_gets_its_half_space_back(damaged: str, mended: str, words: WordList) -> None:
    """A word written without its half-spaces is given them back."""
    assert repair(damaged, words).text == mended


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("مي شود", "می‌شود"),  # becomes
        ("قره باغ", "قره‌باغ"),  # Karabakh
        ("حمله هاي", "حمله‌های"),  # attacks of
        ("گفته اند", "گفته‌اند"),  # they have said
        ("عقب نشینی", "عقب‌نشینی"),  # retreat
        ("آتش بس", "آتش‌بس"),  # ceasefire
        ("گفت وگو", "گفت‌وگو"),  # dialogue
        ("گفت  و گو", "گفت‌وگو"),
        ("نمی خواسته اند", "نمی‌خواسته‌اند"),  # they have not wanted
        ("بزرگ ترین", "بزرگ‌ترین"),  # greatest
        ("خودرو ها", "خودروها"),  # cars: nothing joins after the vav
    ],
)
def test_a_spaced_word_is_put_together(damaged: str, mended: str, words: WordList) -> None:
    """Parts of one word with a blank between them are joined."""
    assert repair(damaged, words).text == mended


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("كشوركمك", "کشور کمک"),  # country, help
        ("تأكيدكرد", "تأکید کرد"),  # stressed
        ("دراين", "در این"),  # in this
        ("بابيان", "با بیان"),  # by saying
        ("یادآورشد", "یادآور شد"),  # reminded
        ("رافراهم", "را فراهم"),
        ("ازنوع", "از نوع"),  # of the kind
    ],
)
def test_words_stuck_together_are_parted(damaged: str, mended: str, words: WordList) -> None:
    """Two words that lost the blank between them get it back."""
    assert repair(damaged, words).text == mended


@pytest.mark.parametrize(
    "text",
    [
        "دیمیتری پسکوف",  # a name that ends like «تری»
        "انتهای خیابان",  # «انتها», not «انت» with a plural
        "تنها میدان شهر",
        "درخواست برخورد با باران",
        "ولادیمیر پوتین و نیکول پاشینیان",
        "آنکارا و بامیان و همدان",
        "بیمارستان رهام",
        "۱۲ مارس ۲۰۲۱ در مانیل",
        "نمی‌خواهند حمله نکرده‌اند",
        "دفتر، دکتر، دختر و بستر",
        "بیست و سه هزار نفر",
        "کارشناسان کشورهای منطقه",
    ],
)
def test_clean_text_is_left_alone(text: str, words: WordList) -> None:
    """Ordinary words and names that look like damage are not touched."""
    assert repair(text, words).text == text


def test_arabic_letters_and_digits_become_persian(words: WordList) -> None:
    """Arabic yeh, kaf, teh marbuta and digits are folded one for one."""
    assert repair("كميته‌ي ٣٤ فاطمة", words).text == "کمیته‌ی ۳۴ فاطمه"


def test_a_no_break_space_inside_a_word_is_a_half_space(words: WordList) -> None:
    """The no-break space that old pages wrote for a half-space becomes one."""
    assert repair("بين\u00a0المللي مي\u00a0شود", words).text == "بین‌المللی می‌شود"


def test_doubled_blanks_become_one(words: WordList) -> None:
    """A no-break space beside a blank is only a blank."""
    assert repair("وزیر\u00a0 خارجه  گفت", words).text == "وزیر خارجه گفت"


def test_punctuation_stands_at_the_word_before_it(words: WordList) -> None:
    """A blank before a mark goes, a missing one after it comes."""
    assert repair("گفت :حمله شد ،نیروها آمدند.وی افزود", words).text == "گفت: حمله شد، نیروها آمدند. وی افزود"


@pytest.mark.parametrize("number", ["3.5", "12:30", "۱۹۹۴/۵", "1,200", "96ـ94", "7\u200c8"])
def test_a_number_is_never_changed(number: str, words: WordList) -> None:
    """What stands inside a number stays as it was written."""
    assert repair(f"ساعت {number} بود", words).text == f"ساعت {number} بود"


def test_unseen_marks_go(words: WordList) -> None:
    """Direction marks, joiners and tatweel inside a word are taken away."""
    assert repair("\u202bمی\u200dگوید ســلام\u202c\ufeff", words).text == "می‌گوید سلام"


def test_a_stray_letter_at_the_end_of_a_line_goes(words: WordList) -> None:
    """A lone letter after the end of a sentence is damage."""
    found = repair("نیاز است. ا\nوی گفت", words)
    assert found.text.split("\n")[0].strip() == "نیاز است."
    assert [step.kind for step in found.steps] == ["stray"]


def test_a_hashtag_is_left_alone(words: WordList) -> None:
    """Words in hashtags and handles keep their spelling."""
    assert repair("#رئیسجمهور @آتشبس #آتش_بس", words).text == "#رئیسجمهور @آتشبس #آتش_بس"


def test_line_breaks_stay(words: WordList) -> None:
    """Words on two lines are never joined."""
    assert repair("قره\nباغ", words).text == "قره\nباغ"


def test_a_span_leads_back_to_the_damaged_word(words: WordList) -> None:
    """The stretch of a mended word is the stretch of the damaged one."""
    original = "در قرهباغ و كشوركمك  به قره باغ"
    found = repair(original, words)
    for mended, damaged in (("قره‌باغ", "قرهباغ"), ("کشور", "كشور"), ("کمک", "كمك")):
        start = found.text.index(mended)
        first, last = found.span(start, start + len(mended))
        assert original[first:last] == damaged
    start = found.text.rindex("قره‌باغ")
    first, last = found.span(start, start + len("قره‌باغ"))
    assert original[first:last] == "قره باغ"


def test_a_span_of_a_half_space_is_not_empty(words: WordList) -> None:
    """Even a typed-in half-space leads back to at least one character."""
    found = repair("قرهباغ", words)
    at = found.text.index("\u200c")
    first, last = found.span(at, at + 1)
    assert last - first == 1


def test_every_change_is_a_step(words: WordList) -> None:
    """Making the steps one by one on the original gives the repaired text."""
    original = "رئيسجمهور كشوركمك مي\u00a0شود  ٣ بار"
    found = repair(original, words)
    text = original
    for step in reversed(found.steps):
        assert original[step.start : step.end] == step.before
        text = text[: step.start] + step.after + text[step.end :]
    assert text == found.text


@pytest.mark.parametrize(
    ("text", "marked", "kind"),
    [
        ("وی رفت.\nانتهای پیام/م", "انتهای پیام/م", "ending"),
        ("وی رفت.\nانتهاي پيام", "انتهاي پيام", "ending"),
        ("وی رفت. کد خبر: ۱۲۳۴", "کد خبر: ۱۲۳۴", "code"),
        ("وی رفت.\n@Some_Channel", "@Some_Channel", "handle"),
        ("وی رفت.\n@\nSomeChannel", "@\nSomeChannel", "handle"),
        ("وی رفت. #آتش_بس", "#آتش_بس", "hashtag"),
        ("وی رفت. https://example.org/a", "https://example.org/a", "link"),
        ("🔹\nوی رفت.", "🔹", "emoji-bullet"),
        ("وی رفت.\n-\nمنبع: رویترز", "منبع: رویترز", "credit"),
        ("وی رفت.\nخبر جنگ", "خبر جنگ", "footer"),
    ],
)
def test_boilerplate_is_marked_not_cut(text: str, marked: str, kind: str, words: WordList) -> None:
    """What belongs to the medium is marked in the original and stays in the text."""
    found = repair(text, words)
    assert (marked, kind) in [(text[mark.start : mark.end], mark.kind) for mark in found.boilerplate]
    assert len(found.text) >= len(text) - 1


def test_the_end_of_a_street_is_no_boilerplate(words: WordList) -> None:
    """Words of a credit line inside a sentence are not marked."""
    assert repair("این خبر جنگ را پایان خبر خوش دانست و رفت.", words).boilerplate == ()


def test_a_quote_mark_without_partner_is_noted(words: WordList) -> None:
    """An opening mark that is never closed is reported at its original place, and nothing is added."""
    original = "گفت: «می رویم و «باز» می گردیم."
    found = repair(original, words)
    assert found.unbalanced == (original.index("«"),)
    assert found.text.count("»") == 1


def test_the_words_of_a_pack_can_be_replaced(tmp_path: Path) -> None:
    """Only what the tables of a folder hold is mended: the engine knows no word."""
    (tmp_path / "words.tsv").write_text("form\tcount\tnote\nنو‌واژه\t5\n", encoding="utf-8")
    (tmp_path / "affixes.tsv").write_text("kind\tforms\n", encoding="utf-8")
    (tmp_path / "verbs.tsv").write_text("infinitive\tpresent\tspoken\n", encoding="utf-8")
    (tmp_path / "boilerplate.tsv").write_text("kind\tplace\tphrases\n", encoding="utf-8")
    listed = load_words(tmp_path)
    assert repair("نوواژه میشود", listed).text == "نو‌واژه میشود"

"""Words that run on over paragraphs stay those of whoever said them, one statement a paragraph."""

import pytest
from support import Said, coded, heard, statements


def test_a_quotation_that_is_closed_in_a_later_paragraph_goes_on_there() -> None:
    """A quotation without its closing mark goes on in the next paragraph as a statement of its own."""
    text = ("نخست‌وزیر هند گفت: «راه‌ها باز است.\n\n"
            "مرزها آرام است و بازارها کار می‌کنند.»\n\nبهای گندم پایین آمد.")
    wanted = [Said("IND.GOV", "راه‌ها باز است", "direct"), Said("IND.GOV", "مرزها آرام … می‌کنند", "direct")]
    assert heard(statements(text), wanted) == wanted


def test_an_opening_mark_without_words_after_it_opens_no_quotation() -> None:
    """A mark at the end of its line makes nothing of the lines after it a quotation."""
    text = "اخبار «\n\nنخست‌وزیر هند: مرزها آرام است\n»"
    wanted = [Said("IND.GOV", "مرزها آرام است")]
    assert heard(statements(text), wanted) == wanted


@pytest.mark.parametrize(("line", "form"), [
    ("ما راه‌ها را باز کردیم.", "direct"),  # we
    ("شما راه‌ها را بسته‌اید.", "direct"),  # you
    ("راه‌ها باز شده است.", "indirect"),
])
def test_a_line_under_a_heading_is_direct_where_somebody_speaks_as_we_or_to_you(line: str, form: str) -> None:
    """The first or second person makes the words under a heading direct."""
    text = f"🔴 نخست‌وزیر هند:\n\n🔹 {line}"
    assert [s.form for s in statements(text)] == [form]


def test_a_line_that_tells_of_the_speaker_is_the_reporters() -> None:
    """Under a heading nobody speaks of themselves by name: such a line is no statement."""
    text = "🔴 وزیر خارجه ایتالیا: مرزها آرام است\n\n🔹 وزیر خارجه ایتالیا دیروز به رم رفت."
    wanted = [Said("ITA.GOV", "مرزها آرام است")]
    assert heard(statements(text), wanted) == wanted


def test_words_mostly_between_quote_marks_are_direct_also_after_that() -> None:
    """«گفت که این کار «…»» is direct where the marks hold most of the words."""
    text = "نخست‌وزیر هند گفت که این طرح «هنوز نتوانسته است گره‌ای از کار کشاورزان باز کند و باید کنار گذاشته شود»."
    assert [s.form for s in statements(text)] == ["direct"]


@pytest.mark.parametrize(("text", "codes"), [
    # "Reuters, citing the defence minister of Norway, wrote …"
    ("رویترز به نقل از وزیر دفاع نروژ نوشت که مرز آرام است.", ["NOR.GOV"]),
    # "Reuters wrote … This report adds …"
    ("رویترز نوشت مرز نروژ آرام است. این گزارش می‌افزاید که راه‌ها باز است.", ["GBR.MED", "GBR.MED"]),
    # "the foreign ministry of Norway said in a statement … This statement adds …"
    ("وزارت خارجه نروژ اعلام کرد مرز آرام است. این بیانیه می‌افزاید که راه‌ها باز است.", ["NOR.GOV", "NOR.GOV"]),
    # "the plan that the president of Ghana had put forward, was voted down" - nothing is said
    ("طرحی که رئیس‌جمهور غنا مطرح کرده بود، در مجلس رد شد.", []),
    # "the satellite pictures show …" - a picture speaks for nobody
    ("تصاویر ماهواره‌ای حاکی است که راه‌ها بسته است.", []),
    # "the president of Ghana put forward a plan which is to open the roads"
    ("رئیس‌جمهور غنا طرحی را مطرح کرد که راه‌ها را باز می‌کند.", []),
])
def test_papers_and_outlets_speak_for_those_they_cite(text: str, codes: list[str]) -> None:
    """A report is its outlet's, a statement its issuer's; what an outlet cites is said by whom it cites."""
    assert [s.speaker.code for s in coded(text).statements] == codes


def test_the_lines_of_a_digest_go_on_with_no_heading() -> None:
    """In a post that announces several short reports, a line is not what the heading before it began."""
    text = "🔴 چند خبر کوتاه\n\n🔹 نخست‌وزیر هند: مرزها آرام است\n\n🔹 راه‌های شمال پاکستان باز شد"
    wanted = [Said("IND.GOV", "مرزها آرام است")]
    assert heard(statements(text), wanted) == wanted


def test_a_desk_before_a_colon_is_no_speaker() -> None:
    """The desk of a paper («گروه سیاسی:») credits the report, it says nothing."""
    assert statements("گروه سیاسی: مرزها آرام است و راه‌ها باز شده است.") == []


def test_a_heading_broken_over_lines_makes_no_outlet_its_speaker() -> None:
    """After «X: …» and «in a talk / with outlet Y:» the bullets go on with what X says."""
    text = "♦️\nوزیر دفاع چاد: راه بسته است\nوزیر دفاع چاد در گفتگو\nبا خبرفوری:\n🔹\nما راه دیگری می‌سازیم."
    assert {s.speaker.code for s in coded(text).statements} == {"TCD.GOV"}


def test_an_unknown_name_before_the_office_in_a_heading_is_the_speaker() -> None:
    """«X، an expert on …: words» names X as who says them."""
    (statement,) = coded("🔹\nگلبرگ‌زاده، کارشناس مسائل بین‌الملل: راه باز می‌شود.").statements
    assert (statement.speaker.name, statement.speaker.code) == ("گلبرگ‌زاده", "IRN.EDU")

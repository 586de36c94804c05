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


@pytest.mark.parametrize(("text", "wanted"), [
    # "the foreign minister of Peru said that «Lima», the centre of this pact, is calm"
    ("وزیر خارجه پرو گفت که «لیما»، مرکز این پیمان، آرام است. بهای گندم پایین آمد.",
     [Said("PER.GOV", "لیما»، مرکز … است")]),
    # "… of Norway said: Poland agrees with the plan and claims that gas gets cheap" - Poland claims it
    ("نخست‌وزیر نروژ گفت: لهستان با این طرح موافق است و ادعا دارد که گاز ارزان می‌شود.",
     [Said("NOR.GOV", "لهستان با این … می‌شود")]),
    # "the prime minister of India announced:" - a new line - "in the villages they say that the harvest is good …"
    ("نخست‌وزیر هند اعلام کرد:\nدر روستاها می‌گویند که محصول خوب است. راه‌ها هم باز است.",
     [Said("IND.GOV", "در روستاها … باز است")]),
    # "according to the official statement of the army of Egypt, the border is calm"
    ("طبق بیانیه رسمی ارتش مصر، مرز آرام است.", [Said("EGY.MIL", "مرز آرام است")]),
    # "according to a statement put out by the foreign ministry of Chile, the two sides agreed"
    ("بر اساس بیانیه منتشر شده وزارت خارجه شیلی، دو طرف آشتی کردند.", [Said("CHL.GOV", "دو طرف آشتی کردند")]),
    # the minister of Ghana, stating that farmers work well, said the price is good
    ("وزیر کشاورزی غنا با بیان اینکه کشاورزان خوب کار می‌کنند گفت: بهای ذرت خوب است.",
     [Said("GHA.GOV", "کشاورزان … می‌کنند"), Said("GHA.GOV", "بهای ذرت خوب است")]),
    # "… said: the roads are open. It is worth saying that they were closed in winter" - the reporter again
    ("وزیر راه غنا گفت: راه‌ها باز است. گفتنی است این راه‌ها در زمستان بسته شده بود.",
     [Said("GHA.GOV", "راه‌ها باز است")]),
    # "… made these remarks while the roads were closed" - not what was said
    ("وزیر راه غنا این سخنان را در حالی بیان کرد که راه‌ها بسته بود و باران می‌بارید.", []),
    # "when the parliament of Chile agreed, the roads were closed"
    ("زمانی که مجلس شیلی موافقت کرد، راه‌ها بسته بود.", []),
    # "according to the political desk of Fars, the border is calm" - a credit
    ("به گزارش گروه سیاسی خبرگزاری فارس، مرز آرام است.", []),
])
def test_words_belong_to_whoever_said_them_and_to_nobody_else(text: str, wanted: list[Said]) -> None:
    """Each speaker has all of their words: none of the reporter's, none of what others are only told to claim."""
    assert heard(statements(text), wanted) == wanted
    assert len(statements(text)) == len(wanted)


@pytest.mark.parametrize(("text", "codes"), [
    # "Reuters, citing an informed source, reported that …"
    ("رویترز به نقل از یک منبع آگاه گزارش داد که مرز نروژ آرام است.", 2),
    # "Reuters, citing the army of Norway, reported that …"
    ("رویترز به نقل از ارتش نروژ گزارش داد که مرز آرام است.", 1),
])
def test_an_outlet_speaks_too_where_whom_it_cites_stays_unnamed(text: str, codes: int) -> None:
    """What an outlet tells of a nameless source is a statement of both; what it tells of a named one, theirs."""
    assert len(statements(text)) == codes


def test_this_paper_is_the_paper_named_before_also_where_no_table_knows_it() -> None:
    """«این روزنامه» is the last paper, not the agency that is credited."""
    text = "روزنامه پاکستانی «نوبهار» نوشت مرز آرام است.\n\nبه گزارش ایرنا، این روزنامه افزود: راه‌ها باز است."
    assert [s.speaker for s in statements(text)] == ["PAK.MED", "PAK.MED"]


@pytest.mark.parametrize(("text", "to"), [
    # "the president of Ghana met the commanders of Islamic Jihad and Hamas and told them …"
    ("رئیس‌جمهور غنا با فرماندهان جهاد اسلامی و حماس دیدار و به آنها گفت راه‌ها باز است.", "PSE.REB"),
    # "the foreign ministry of China told Chile in a statement that …"
    ("وزارت خارجه چین در بیانیه‌ای به شیلی گفت که راه‌ها بسته می‌شود.", "CHL"),
])
def test_words_are_put_to_those_whom_their_clause_names(text: str, to: str) -> None:
    """A statement made to somebody has them as addressees, by a pronoun too."""
    assert {code for s in coded(text).statements for code in s.to} == {to}


def test_a_speaker_named_late_in_a_long_sentence_goes_on_in_a_short_one() -> None:
    """Who spoke last speaks on, however few the words of the next sentence are."""
    text = ("پس از ماه‌ها گفت‌وگو بر سر بهای گندم و ذرت و پنبه و چای در شهرهای کوچک و بزرگ شمال کشور "
            "سرانجام وزیر کشاورزی غنا گفت بازارها آرام است.\n\nوی گفت راه باز است.")
    assert [s.speaker for s in statements(text)] == ["GHA.GOV", "GHA.GOV"]

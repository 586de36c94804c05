"""Where one speaks and where one strikes: what is spoken of, threatened or acts itself is no place of the event."""

import pytest
from by_grammar import coded


def places(text: str) -> list[tuple[str, str]]:
    """The type and the English name of the place of each event, "" for none."""
    events = coded(text, published="2024-05-14").events
    return [(e.type, e.place.name if e.place is not None else "") for e in events]


@pytest.mark.parametrize(("text", "wanted"), [
    # "the foreign minister of Chile asked Norway in Lima to open the borders"
    ("وزیر خارجه شیلی در لیما از نروژ خواست مرزها را باز کند.", ("REQUEST", "Lima")),
    # "the foreign minister of Chile made a speech in Lima and accused Norway there"
    ("وزیر خارجه شیلی در سخنانی در لیما نروژ را به نقض توافق متهم کرد.", ("ACCUSE", "Lima")),
    # "the foreign minister of Chile condemned the crimes of Norway in Gaza"
    ("وزیر خارجه شیلی جنایت‌های نروژ در غزه را محکوم کرد.", ("ACCUSE", "")),
    # "the foreign minister of Chile asked Norway to accept a truce in Gaza"
    ("وزیر خارجه شیلی از نروژ خواست آتش‌بس در غزه را بپذیرد.", ("REQUEST", "")),
])
def test_an_act_in_words_is_done_where_one_speaks(text: str, wanted: tuple[str, str]) -> None:
    """A charge or demand is where its words stand free or hang on a speech, never where its topic is."""
    assert wanted in places(text)


@pytest.mark.parametrize(("text", "wanted"), [
    # "according to ISNA from Mashhad, the exhibition opened. … The foreign ministry of Iran asked Norway …"
    (("به گزارش ایسنا از مشهد، نمایشگاه کتاب آغاز به کار کرد.\n\n"
      "وزارت خارجه ایران از نروژ خواست مرزها را باز کند."), ("REQUEST", "Mashhad")),
    # the same, but Chile asks, that is not at home there
    (("به گزارش ایسنا از مشهد، نمایشگاه کتاب آغاز به کار کرد.\n\n"
      "وزارت خارجه شیلی از نروژ خواست مرزها را باز کند."), ("REQUEST", "")),
    # "the foreign minister of Chile met the foreign minister of Norway in Lima. … Chile asked Norway …"
    (("وزیر خارجه شیلی در لیما با وزیر خارجه نروژ دیدار کرد.\n\n"
      "شیلی از نروژ خواست مرزها را باز کند."), ("REQUEST", "Lima")),
])
def test_a_desk_and_a_meeting_tell_where_one_spoke(text: str, wanted: tuple[str, str]) -> None:
    """Who is at home where the report is written spoke there, and who met somewhere spoke there to those they met."""
    assert wanted in places(text)


@pytest.mark.parametrize(("text", "wanted"), [
    # "in answer to the attack of Israel on Beirut the army of Syria attacked the city of Haifa"
    ("در پاسخ به حمله اسرائیل به بیروت، ارتش سوریه به شهر حیفا حمله کرد.",
     [("ASSAULT", "Beirut"), ("ASSAULT", "Haifa")]),
    # "Norway made Kuwait the target of its missile attacks"
    ("نروژ کویت را هدف حملات موشکی قرار داد.", [("ASSAULT", "Kuwait")]),
    # "the army of Norway bombed installations of Chile"
    ("ارتش نروژ تأسیسات شیلی را بمباران کرد.", [("ASSAULT", "Chile")]),
    # "the army of Norway killed soldiers of Chile"
    ("ارتش نروژ سربازان شیلی را کشت.", [("ASSAULT", "")]),
])
def test_a_deed_is_done_where_it_is_aimed(text: str, wanted: list[tuple[str, str]]) -> None:
    """Each attack has its own target for its place; a land is one where itself or what stands in it is struck."""
    assert sorted(places(text)) == wanted


def test_the_province_is_told_rather_than_a_part_of_the_land() -> None:
    """An attack told as one in the west of a land, then as one in a province of it, was in the province."""
    text = ("ارتش ترکیه در غرب افغانستان به پلیس افغانستان حمله کرد.\n"
            "ارتش ترکیه در ولایت هرات به پلیس افغانستان حمله کرد.")
    assert [name for _, name in places(text)] == ["Herat Province"]


@pytest.mark.parametrize(("text", "wanted"), [
    # "the president of the United States met the premier of Norway in the White House"
    ("رئیس‌جمهور آمریکا در کاخ سفید با نخست‌وزیر نروژ دیدار کرد.", [("CONSULT", "White House")]),
    # "the White House asked Norway to open the borders"
    ("کاخ سفید از نروژ خواست مرزها را باز کند.", [("REQUEST", "")]),
])
def test_a_palace_is_a_place_only_where_something_is_in_it(text: str, wanted: list[tuple[str, str]]) -> None:
    """A palace that speaks is a government; one in which people meet is where they meet."""
    assert places(text) == wanted


def test_talks_are_not_where_their_topic_is() -> None:
    """Talks about a crisis in Syria are not told to be in Syria."""
    assert places("گفت‌وگوی شیلی و نروژ درباره بحران در سوریه ادامه یافت.") == [("CONSULT", "")]


def test_a_letter_drawn_out_for_a_dash_parts_town_and_agency() -> None:
    """Old papers set a lone «ـ» between the town and the agency that writes from it: the town is no less one."""
    assert places("کاراکاس ـ خبرگزاری فارس: رئیس‌جمهور ونزوئلا از کلمبیا خواست مذاکره کند.") == [("REQUEST", "Caracas")]

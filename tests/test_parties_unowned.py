"""Who is meant by ships and firms that nobody owns, towns that are visited, a surname alone, two sides."""

import pytest
from support import Told, case, events, noted

from rasad.pack import load_pack
from rasad.records import Report
from rasad.coder import work

Wanted = list[Told]


def _codes(text: str, published: str = "2026-05-20") -> list[list[str]]:
    """The codes of the mentions, sentence by sentence."""
    coding = work(Report(text, "r", "", published), load_pack("fa"))
    return [[m.code for m in reading.mentions if m.code] for reading in coding.readings]


@pytest.mark.parametrize(("text", "wanted"), [
    case("a tanker was hit in the Red Sea", "یک نفتکش در دریای سرخ آسیب دید.", ["INT.BUS"]),
    case("a Norwegian tanker was damaged. This tanker burnt.", "نفتکش نروژی آسیب دید. این نفتکش آتش گرفت.", ["NOR.BUS"]),
    case("a Norwegian tanker left. Another tanker arrived.", "نفتکش نروژی رفت. یک نفتکش رسید.", ["INT.BUS"]),
])
def test_a_ship_of_trade_is_the_one_told_or_of_no_country(text: str, wanted: list[str]) -> None:
    """A ship whose owner is not told is the one named before, or of some country; a number tells another one."""
    assert _codes(text)[-1] == wanted


def test_firms_are_not_of_the_country_spoken_of() -> None:
    """Airlines that are advised about a country are not its own."""
    assert "INT.BUS" in _codes("اتحادیه اروپا به شرکت‌های هواپیمایی توصیه کرد به سودان پرواز نکنند.")[0]


def test_a_body_is_no_land() -> None:
    """«این کشور» after a body of states is the country named before."""
    assert _codes("شیلی به شورای همکاری خلیج فارس نامه نوشت. مردم این کشور منتظرند.")[1] == ["CHL.CVL"]


@pytest.mark.parametrize(("text", "wanted"), [
    case("the foreign minister of Norway travelled to Helsinki", "وزیر خارجه نروژ به هلسینکی سفر کرد.",
         Told("CONSULT", "NOR.GOV", "FIN")),
])
def test_a_town_visited_is_no_government(text: str, wanted: Wanted) -> None:
    """A visit reaches the country in whose capital it ends."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "day", "wanted"), [
    case("Aref, first vice-president on the day", "عارف: دولت آماده است.", "2026-05-20", ["IRN.GOV"]),
    case("Aref, years before he held that office", "عارف: دولت آماده است.", "2023-05-20", []),
    case("the word is no surname inside a sentence", "مرد عارف: دولت آماده است.", "2026-05-20", []),
])
def test_a_surname_alone_heads_a_headline(text: str, day: str, wanted: list[str]) -> None:
    """A surname before a colon is whoever bears it in office on the day; elsewhere it is a word."""
    assert _codes(text, day)[0][:len(wanted) or 0] == wanted and ("IRN.GOV" in _codes(text.split(":")[0] + ":", day)[0]
                                                                  ) is False


def test_a_longer_verb_with_a_gap_goes_first() -> None:
    """«وارد مذاکره با … شدن» are talks, no arrival."""
    wanted = [Told("CONSULT", "NOR", "", )]
    got = events("نروژ وارد مذاکره با دولت شیلی شده است.")
    assert [event.type for event in got] == ["CONSULT"] or wanted == got

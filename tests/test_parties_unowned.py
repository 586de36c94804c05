"""Who is meant by ships and firms that nobody owns, towns that are visited, a surname alone, two sides."""

import pytest
from by_grammar import events, stages
from support import Told, case, noted


def _codes(text: str, published: str = "2026-05-20") -> list[list[str]]:
    """The codes of the mentions, sentence by sentence."""
    return [[m.code for m in reading.mentions if m.code] for reading in stages(text, published=published).readings]


@pytest.mark.parametrize(("text", "wanted"), [
    case("a tanker was hit in the Red Sea", "یک نفتکش در دریای سرخ آسیب دید.", "INT.BUS"),
    case("a Norwegian tanker was damaged. This tanker burnt.", "نفتکش نروژی آسیب دید. این نفتکش آتش گرفت.", "NOR.BUS"),
    case("a Norwegian tanker left. Another tanker arrived.", "نفتکش نروژی رفت. یک نفتکش رسید.", "INT.BUS"),
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


def test_a_town_visited_is_no_government() -> None:
    """A visit reaches the country in whose capital it ends."""
    wanted = [Told("CONSULT", "NOR.GOV", "FIN")]
    assert noted(events("وزیر خارجه نروژ به هلسینکی سفر کرد."), wanted) == wanted


@pytest.mark.parametrize(("text", "day", "wanted"), [
    pytest.param("عارف: هوا خوب است.", "2026-05-20", ["IRN.GOV"], id="Aref is first vice-president on the day"),
    pytest.param("عارف: هوا خوب است.", "2023-05-20", [], id="Aref is in no office on the day"),
    pytest.param("عارف است.", "2026-05-20", [], id="no colon follows the word"),
])
def test_a_surname_alone_heads_a_headline(text: str, day: str, wanted: list[str]) -> None:
    """A surname before a colon is whoever bears it in office on the day; elsewhere it is a word."""
    assert _codes(text, day)[0] == wanted


def test_a_longer_verb_with_a_gap_goes_first() -> None:
    """To enter into talks with somebody is to talk, not to arrive."""
    wanted = [Told("CONSULT", "NOR CHL.GOV", "")]
    assert noted(events("نروژ وارد مذاکره با دولت شیلی شده است."), wanted) == wanted

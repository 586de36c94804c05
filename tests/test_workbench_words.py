"""The words of the interface: every text in every language, each with its values, in good Persian."""

import re

import pytest
from conftest import ROOT

from rasad.pack import ontology
from rasad.schema import FORMS, HARMS, STATUSES
from rasad.workbench.dates import both, typed
from rasad.workbench.texts import LANGUAGES, preferred, texts

WORKBENCH = ROOT / "src" / "rasad" / "workbench"
USED = {key for path in (WORKBENCH / "templates").glob("*.html")
        for key in re.findall(r"\bt(?:\.plain|\.known)?\('([\w.-]+)'[,)]", path.read_text(encoding="utf-8"))}
JOINED = re.compile("(?:^| )(?:می|نمی) |ها ی(?:[ ،.؛]|$)| (?:ها|های|ترین|تر)(?:[ ،.؛]|$)")


def places(text: str) -> set[str]:
    """Where values stand in a text."""
    return set(re.findall(r"{\w+}", text))


def test_every_language_has_every_text() -> None:
    """The tables hold the same keys, and each text the same values."""
    first, *others = (texts(language).by_key for language in LANGUAGES)
    for other in others:
        assert set(other) == set(first)
        assert [key for key in first if places(first[key]) != places(other[key])] == []


def test_every_text_that_a_page_names_is_there() -> None:
    """No template asks for a text that no table has, and no value of a record lacks its name."""
    known = set(texts("fa").by_key)
    assert len(USED) > 100
    assert USED - known == set()
    values = [("type", {kind for kind, _ in ontology()}), ("mode", {mode for _, mode in ontology() if mode}),
              ("status", set(STATUSES)), ("harm", set(HARMS)), ("form", set(FORMS))]
    assert [f"{name}.{one}" for name, several in values for one in several if f"{name}.{one}" not in known] == []


def test_persian_is_written_as_it_should_be() -> None:
    """No Arabic ي or ك, no blank where a half-space belongs, no Latin comma or digit."""
    told = texts("fa").by_key
    assert [key for key, text in told.items() if re.search("[يكىة]", text)] == []
    assert [key for key, text in told.items() if JOINED.search(text)] == []
    assert [key for key, text in told.items() if re.search("[\u0600-\u06ff],|;|\\?", text)] == []


def test_numbers_and_values_are_those_of_the_language() -> None:
    """Persian has its own digits and signs; a value in a text stands in an element of its own and is escaped."""
    assert (texts("fa").number(12345), texts("en").number(12345)) == ("۱۲٬۳۴۵", "12,345")
    assert texts("fa").number(0.5, ".2f") == "۰٫۵۰"
    assert texts("en")("from.sources", sources="<b>") == "from <bdi>&lt;b&gt;</bdi> sources"
    assert texts("en").plain("from.sources", sources=3) == "from \u20683\u2069 sources"


@pytest.mark.parametrize(("value", "long", "fa", "en"), [
    ("2024-05-14", True, ("۲۵ اردیبهشت ۱۴۰۳", "۱۴ مه ۲۰۲۴"), ("14 May 2024", "25 Ordibehesht 1403")),
    ("2024-05-14T23:00:00Z", False, ("۱۴۰۳/۰۲/۲۵", "۲۰۲۴-۰۵-۱۴"), ("2024-05-14", "1403/02/25")),
    ("2024-05", True, ("اردیبهشت–خرداد ۱۴۰۳", "مه ۲۰۲۴"), ("May 2024", "Ordibehesht–Khordad 1403")),
    ("2026-03", False, ("اسفند ۱۴۰۴ – فروردین ۱۴۰۵", "۲۰۲۶-۰۳"), ("2026-03", "Esfand 1404 – Farvardin 1405")),
    ("2024", False, ("۱۴۰۲–۱۴۰۳", "۲۰۲۴"), ("2024", "1402–1403")),
    ("2024-05-12/2024-05-14", False, ("۱۴۰۳/۰۲/۲۳ تا ۱۴۰۳/۰۲/۲۵", "۲۰۲۴-۰۵-۱۲ تا ۲۰۲۴-۰۵-۱۴"),
     ("2024-05-12 – 2024-05-14", "1403/02/23 – 1403/02/25")),
])
def test_a_date_is_told_in_both_calendars(value: str, long: bool, fa: tuple[str, str], en: tuple[str, str]) -> None:  # noqa: FBT001
    """Days, months and years are told in both calendars, the reader's own first."""
    for language, told in (("fa", fa), ("en", en)):
        found = both(value, texts(language), long=long)
        assert found is not None
        assert (found.first, found.second) == told
    assert both("", texts("fa")) is None


@pytest.mark.parametrize(("told", "first", "last"), [
    ("۱۴۰۵/۰۲/۲۰", "2026-05-10", "2026-05-10"), ("1405-2-20", "2026-05-10", "2026-05-10"),
    ("۱۴۰۵/۰۱", "2026-03-21", "2026-04-20"), ("1403", "2024-03-20", "2025-03-20"),
    ("۲۰۲۶/۵/۳۱", "2026-05-31", "2026-05-31"), ("2026-05", "2026-05", "2026-05"), ("2026", "2026", "2026"),
    ("1405/13/01", "1405/13/01", "1405/13/01"), ("دیروز", "دیروز", "دیروز"), ("2026/2027", "2026/2027", "2026/2027"),
])
def test_a_date_may_be_typed_in_either_calendar(told: str, first: str, last: str) -> None:
    """Days, months and years of both calendars, in any digits, are understood; what is none is left as it is."""
    assert (typed(told), typed(told, last=True)) == (first, last)


def test_english_words_are_in_the_number_of_their_figure() -> None:
    """One is told as one, several as several, each word by the figure before it."""
    en = texts("en")
    assert en.plain("counted.events", records=1, reports=2, sources=1) == \
        "\u20681\u2069 event in \u20682\u2069 reports from \u20681\u2069 source"
    assert en.plain("tally.copies", number=1) == "\u20681\u2069 of them repeats another report"
    told = {key: en.plain(key, **dict.fromkeys(re.findall(r"{(\w+)}", text), 1)) for key, text in en.by_key.items()}
    assert [key for key, text in told.items() if "[" in text] == []


def test_the_language_of_the_browser_comes_first() -> None:
    """A browser that asks for English first gets it; any other gets Persian."""
    assert preferred("en-US,en;q=0.9") == "en"
    assert {preferred(asked) for asked in ("fa-IR,en", "de,en", "", "*")} == {"fa"}


def test_the_sheet_knows_no_side() -> None:
    """The style names no left and no right, so that it serves both directions, and fetches nothing from elsewhere."""
    sheet = (WORKBENCH / "static" / "rasad.css").read_text(encoding="utf-8")
    assert re.findall(r"(?:margin|padding|border|align|inset|float|clear)[\w-]*(?:-|: )(?:left|right)", sheet) == []
    assert re.findall(r"(?<![\w-])(?:left|right):", sheet) == []
    assert re.findall(r"url\(\"(?!/static/)", sheet) == []

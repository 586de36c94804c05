"""Marks stand where the spans say, whatever the text holds and however they overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visiting import HOSTILE, REPORT, page_of, visitor_of

from rasad.archive import Archive
from rasad.archive.history import history
from rasad.archive.keeping import keep
from rasad.workbench.marking import EVENT, STATEMENT, Mark, pieces, word_start
from rasad.workbench.shown import flat, shown

TEXT = "الف بِ‌پ 😀 ت"


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 35), st.integers(0, 35)), max_size=6))
def test_pieces_are_the_text_and_cover_what_the_marks_say(text: str, spans: list[tuple[int, int]]) -> None:
    """Joined, the pieces are the text; each character is under exactly the marks whose spans hold it."""
    marks = [Mark(f"e{n}", EVENT, min(pair), min(max(pair), len(text)), "1") for n, pair in enumerate(spans)]
    parts = pieces(text, marks)
    assert "".join(part.text for part in parts) == text
    at = 0
    for part in parts:
        for place in range(at, at + len(part.text)):
            assert {m.of for m in part.marks} == {m.of for m in marks if m.start <= place < m.end}
        at += len(part.text)


def test_overlapping_marks_are_both_there() -> None:
    """Where two stretches overlap the piece is under both, and the style is that of the shorter evidence."""
    marks = [Mark("e1", EVENT, 0, 8, "1", "verbal-conflict"), Mark("e2", EVENT, 4, 7, "2", "material-conflict"),
             Mark("s1", STATEMENT, 0, 11, "3")]
    middle = next(part for part in pieces("یک دو سه چهار", marks) if part.text.startswith("و "))
    assert middle.of.split() == ["s1", "e1", "e2"]
    assert {"material-conflict", "several"} <= set(middle.style.split())


def test_a_name_never_stands_between_joined_letters() -> None:
    """A mark that begins inside a word is named before the word; its own stretch stays where it is."""
    inside = TEXT.index("پ")
    assert word_start(TEXT, inside) == TEXT.index("ب")
    parts = pieces(TEXT, [Mark("e1", EVENT, inside, inside + 1, "1")])
    opening = next(n for n, part in enumerate(parts) if part.opening)
    assert "".join(part.text for part in parts[:opening]) == "الف "
    assert [part.text for part in parts if part.marks] == ["پ"]


def test_what_stands_in_a_text_is_shown_and_not_obeyed() -> None:
    """Markup is escaped, a return is kept, a sign that turns the text stands in an element of its own."""
    assert shown("<b>&\r\n") == "&lt;b&gt;&amp;&#13;\n"
    assert shown("\u202eX") == '<bdi class="turning" data-name="RLO">\u202e</bdi>X'
    assert flat("a\u202e <b>\n c", 6) == "a &lt;b&gt;…"


@pytest.fixture
def hostile(archive: Archive) -> Archive:
    """An archive of one report that holds all that could break a page."""
    keep(archive, [REPORT])
    return archive


def test_a_hostile_report_is_shown_as_it_came(hostile: Archive) -> None:
    """The text on the page is the text of the report, character for character, and no tag of it became one."""
    page = visitor_of(hostile).see(f"/reports/{REPORT.report.id}")
    text = next(one for one in page.all("div", class_="text"))
    assert text.text == HOSTILE
    assert not page.all("b") + page.all("img") + page.all("i")
    assert all(one.attributes.get("src", "").startswith("/static/") for one in page.all("script"))
    assert not [one for one in page.elements if any(name.startswith("on") for name in one.attributes)]
    assert not [one for one in page.all("a") if one.attributes["href"].lower().startswith("javascript")]


def test_marks_stand_at_their_spans_after_an_emoji(hostile: Archive) -> None:
    """Every record's marks, joined, are the words of its evidence, at the offsets of its spans."""
    page = visitor_of(hostile).see(f"/reports/{REPORT.report.id}")
    with hostile.reading() as connection:
        events = [standing.record for standing in history(connection, REPORT.report.id).present.events]
    assert events
    for event in events:
        marked = [one for one in page.all("mark", data_of=event["id"]) if "event" in one.attributes["class"].split()]
        assert "".join(one.text for one in marked) == "".join(span["text"] for span in event["evidence"])
        assert marked[0].start == event["evidence"][0]["start"]


def test_a_record_leads_to_its_stretch_and_back(hostile: Archive) -> None:
    """Each address on the page that begins with # is an element of the page."""
    page = page_of(visitor_of(hostile).get(f"/reports/{REPORT.report.id}"))
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    links = [one.attributes["href"][1:] for one in page.all("a") if one.attributes.get("href", "").startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert any(link.startswith("m-e") for link in links)
    assert any(link.startswith("r-e") for link in links)


@pytest.mark.parametrize("path", ["/", "/reports", "/events", "/statements", "/review"])
def test_hostile_names_are_text_on_every_page(path: str, hostile: Archive) -> None:
    """A title and a source that hold markup make no element, on whatever page they stand."""
    answer = visitor_of(hostile).get(path)
    assert answer.status_code == 200
    assert "<img" not in answer.text
    assert "<i>" not in answer.text
    assert "\u202e" not in "".join(one.text for one in page_of(answer).all("a"))

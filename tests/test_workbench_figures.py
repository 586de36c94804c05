"""The map, the timeline and the chart: their numbers are those of the events they lead to, and nothing is made up."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from placed import ALL, place
from visiting import Element, Page, Visitor, visitor_of

from rasad.archive import Archive
from rasad.archive.judging import judge
from rasad.archive.selection import selection
from rasad.archive.tallying import dyad_spans, spots

PATHS = ("/map", "/timeline", "/chart")
QUERIES = ("", "type=ASSAULT&type=AID", "dyad=ISR,LBN&dyad=IRN,USA", "since=2026-05-10&until=2026-06-01",
           "place=LBN&by=week", "party=IRN&by=day&show=score", "precision=country&quad=verbal+cooperation", "place=صور",
           "rejected=1&copies=1&by=year")
LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٬", "0123456789,")
SHAPES = {"settlement", "district", "region", "country"}


@pytest.fixture
def ids(archive: Archive) -> list[str]:
    """The ids of all events."""
    return place(archive)


@pytest.fixture
def visitor(archive: Archive) -> Visitor:
    """A visitor on this machine."""
    return visitor_of(archive)


def number(text: str) -> int:
    """The number that stands last in a text, in whatever digits."""
    return int(re.findall(r"\d[\d,]*", text.translate(LATIN))[-1].replace(",", ""))


def told_by_api(visitor: Visitor, address: str) -> int:
    """How many events the API finds where a link leads."""
    parts = urlsplit(address)
    assert parts.path == "/events"
    return int(visitor.get(f"/api/events?{parts.query}").json()["count"]["records"])


def numbers(page: Page) -> list[Element]:
    """Every link to events that is a number or stands on a picture."""
    links = [one for one in page.all("a") if one.attributes["href"].startswith("/events?")]
    return [one for one in links if re.search(r"\d", one.text.translate(LATIN))]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("path", PATHS)
def test_every_number_is_that_of_the_events_it_leads_to(path: str, query: str, visitor: Visitor,
                                                            ids: list[str]) -> None:
    """In both languages, whatever is selected: in the tables, on the pictures, and of what is left out of them."""
    assert ids
    for language in ("fa", "en"):
        found = numbers(visitor.see(f"{path}?{query}&lang={language}"))
        assert len(found) > 2
        for link in found:
            if "score" not in query or "text" in link.attributes.get("class", ""):
                assert told_by_api(visitor, link.attributes["href"]) == number(link.text), (link.attributes, link.text)


def test_the_shape_of_a_mark_is_how_near_its_point_is(visitor: Visitor, ids: list[str]) -> None:
    """A settlement is a dot, what is around it, a region and a country are rings, and a country is shaded besides."""
    assert ids
    page = visitor.see("/map?view=levant")
    drawn = [one.attributes["class"] for one in page.all("circle", class_="spot") if "cx" in one.attributes]
    shapes = [set(one.split()) & SHAPES for one in drawn]
    assert sorted(one for several in shapes for one in several) == ["country", "district", "region", "settlement"]
    shaded = [one for one in page.all("path") if "shade-" in one.attributes["class"]]
    assert len(shaded) == 1
    assert "Lebanon" in shaded[0].text


def test_what_has_no_point_is_on_no_map_and_is_counted_beside_it(visitor: Visitor, ids: list[str]) -> None:
    """An event without a point, and one far from what is shown, are told beside the map with a way to them."""
    assert ids
    page = visitor.see("/map?view=levant&type=AGREE&type=REJECT&type=THREATEN")
    assert not [one for one in page.all("circle") if "cx" in one.attributes]
    beside = next(one.text for one in page.all("ul", class_="beside"))
    assert "1 events lie outside" in beside
    assert "2 events have no point (1 of them no known place at all)" in " ".join(beside.split())
    far = visitor.see("/map?view=world&type=THREATEN").all("circle")
    assert len([one for one in far if "cx" in one.attributes]) == 1


def test_every_event_is_on_the_map_or_beside_it(archive: Archive, ids: list[str]) -> None:
    """By place and precision each event is counted once."""
    with archive.reading() as connection:
        found = spots(connection, selection({}))
    assert sum(one.events for one in found) == len(ids)
    assert {one.precision for one in found} == {*SHAPES, "none"}


def test_the_map_shows_what_was_selected_first(visitor: Visitor, ids: list[str]) -> None:
    """Without a word about it the map shows the nearest part of the world in which most events are."""
    assert ids
    current = [one.text for one in visitor.see("/map?place=LBN").all("a", aria_current="true")]
    assert "Levant" in current
    assert "Levant" not in [one.text for one in visitor.see("/map?type=THREATEN").all("a", aria_current="true")]
    assert "World" in [one.text for one in visitor.see("/map?view=world").all("a", aria_current="true")]


@pytest.mark.parametrize("view", ["1,2", "a,b,c", "nan,1,1", "inf,0,9", "1e9,0,1", "'", "<script>", "1,2,3,4", "0,0,0"])
def test_a_part_of_the_world_that_is_none_does_no_harm(view: str, visitor: Visitor, ids: list[str]) -> None:
    """Whatever an address names as a part of the world, there is a map."""
    assert ids
    assert visitor.get("/map", params={"view": view}).status_code == 200


def test_the_slider_leads_to_its_period(visitor: Visitor, ids: list[str]) -> None:
    """Its form, which needs no script, goes to the address of the period it is put on; 0 is all time."""
    assert ids
    page = visitor.see("/map?by=month&place=LBN")
    fields = {one.attributes["name"]: one.attributes["value"] for one in page.all("input", type="hidden")}
    assert {"by": "month", "place": "LBN"}.items() <= fields.items()
    slider = page.all("input", type="range")[0].attributes
    assert (slider["min"], slider["value"]) == ("0", "0")
    answer = visitor.get(f"/map?by=month&place=LBN&step={slider['max']}")
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.headers["location"]).query) == {
        "by": ["month"], "place": ["LBN"], "since": ["2026-06-01"], "until": ["2026-06-30"]}
    there = visitor.see(answer.headers["location"]).all("input", type="range")[0].attributes
    assert (there["value"], there["max"]) == (slider["max"], slider["max"])
    for none in ("0", "99", "x", "-1"):
        assert "since" not in visitor.get(f"/map?by=month&step={none}").headers["location"]


def test_the_sheet_has_the_numbers_of_the_chart(visitor: Visitor, ids: list[str]) -> None:
    """Each row of the CSV is a period of everything or of a dyad, with the events that a selection of it means."""
    assert ids
    page = visitor.see("/chart?by=month")
    link = next(one.attributes["href"] for one in page.all("a", class_="sheet"))
    rows = list(csv.DictReader(io.StringIO(visitor.get(link).text.removeprefix("\ufeff"))))
    assert {row["dyad"] for row in rows} >= {"", "IRN,LBN", "ISR,LBN", "IRN,USA", "IRN,IRN"}
    for row in rows:
        query = f"since={row['since']}&until={row['until']}" + (f"&dyad={row['dyad']}" if row["dyad"] else "")
        assert told_by_api(visitor, f"/events?{query}") == int(row["events"])
        classes = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
        assert sum(int(row[one]) for one in classes) == int(row["events"])
        assert bool(row["mean_score"]) == (row["events"] != "0")
    all_of_it = [row["events"] for row in rows if not row["dyad"]]
    shown = [one.text for one in page.all("td")]
    assert set(all_of_it) - {"0"} <= set(shown)


def test_a_cell_of_the_sheet_is_no_formula(visitor: Visitor, ids: list[str]) -> None:
    """What an address calls a dyad is text in a spreadsheet, too."""
    assert ids
    text = visitor.get("/chart.csv", params={"dyad": ["=1+1,IRN", "IRN,USA"]}).text
    assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell.startswith("=")]


def test_the_timeline_is_in_the_order_of_days(visitor: Visitor, ids: list[str]) -> None:
    """Events stand in the order of their first days under their period; the other way round where that is asked for."""
    def order(path: str) -> list[str]:
        links = [urlsplit(one.attributes["href"]) for one in visitor.see(path).all("a", class_="words")]
        return [f"{link.path.rpartition('/')[2]}.{link.fragment.removeprefix('m-')}" for link in links]

    first = order("/timeline")
    assert sorted(first) == sorted(ids)
    strike, talks, march = ids[0], ids[2], ids[3]
    rejected, threatened, agreed = ids[-1], ids[-3], ids[-2]
    wanted = [rejected, march, threatened, talks, strike, agreed]
    assert [one for one in first if one in wanted] == wanted
    assert [one for one in order("/timeline?order=latest") if one in wanted] == wanted[::-1]


def test_a_dyad_is_looked_up_as_it_was_made(archive: Archive, ids: list[str]) -> None:
    """A correction of the parties changes the dyads of the event, a rejection takes it out."""
    def dyads() -> dict[str, int]:
        with archive.reading() as connection:
            found = dyad_spans(connection, selection({}), 20)
        return {name: sum(one.events for one in told) for name, told in found.items()}

    before = dyads()
    assert (before["ISR,LBN"], before["IRN,IRN"]) == (5, 1)
    judge(archive, ids[4], "correct", reviewer="سارا", changes={"actors": ["SYR.MIL"]})
    assert (dyads()["ISR,LBN"], dyads()["LBN,SYR"]) == (4, 1)
    judge(archive, ids[4], "reject", reviewer="سارا")
    assert "LBN,SYR" not in dyads()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_nothing_says_so(path: str, visitor: Visitor, ids: list[str]) -> None:
    """Where nothing is selected the page tells it, an address that means nothing is refused with a reason."""
    assert ids
    assert "Nothing" in visitor.see(f"{path}?source=none").all("p", class_="empty")[0].text
    answer = visitor.get(f"{path}?type=x&lang=en")
    assert answer.status_code == 400
    assert "X" in answer.text


@pytest.mark.parametrize("path", PATHS)
def test_an_empty_archive_has_empty_pages(path: str, visitor: Visitor) -> None:
    """Nothing is shown where there is nothing."""
    assert visitor.see(path).all("p", class_="empty")


def test_the_selection_is_kept_from_page_to_page(visitor: Visitor, ids: list[str]) -> None:
    """From the table to the map, the timeline and the chart and back, the filters stay."""
    assert ids
    for path in ("/events", *PATHS):
        links = [one.attributes["href"] for one in visitor.see(f"{path}?type=AID&place=LBN").all("a")]
        for other in ("/events", *PATHS):
            assert [href for href in links if urlsplit(href).path == other
                    and parse_qs(urlsplit(href).query) == {"type": ["AID"], "place": ["LBN"]}]


@pytest.mark.parametrize("path", PATHS)
def test_a_filter_is_shown_as_text(path: str, visitor: Visitor, ids: list[str]) -> None:
    """A script in an address is text on the page, in its fields and its links."""
    assert ids
    bad = '"><script>alert(1)</script>'
    for name in ("words", "place", "spot", "dyad", "source"):
        answer = visitor.get(path, params={name: bad + ",IRN" if name == "dyad" else bad})
        assert "<script>alert" not in answer.text


def test_there_is_one_event_at_each_precision() -> None:
    """The archive of these tests has what they are about."""
    precisions = [event.get("place", {}).get("precision") for event in ALL]
    assert set(precisions) == {*SHAPES, "", None}

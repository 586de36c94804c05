"""Actors, the network and agreements: who and what they are, and figures that are the counts of their tables."""

import math
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from archives import incoming, sample_reports, told_by_hand
from conftest import SAMPLES
from visiting import BAD_NAME, Page, Visitor, visitor_of

from rasad.archive import Archive
from rasad.archive.dyads import Dyad
from rasad.archive.keeping import Incoming, keep
from rasad.workbench.drawing import HEIGHT, WIDTH, Drawing, ring, star
from rasad.workbench.months import months
from rasad.workbench.naming import actor_name, actor_path, office_name
from rasad.workbench.texts import texts

TEXT = "باران می‌بارد. گروهی به روستا آمدند. خیابان‌ها خلوت بود. پیمان کهن را کسی نشکست. هوا سرد است."
_LETTER = 8.0  # width of a letter of a drawing, at most


def told(*records: dict[str, Any], published: str = "2026-05-10", text: str = TEXT) -> Incoming:
    """A report with these records and no others."""
    return told_by_hand(incoming(text, "ایسنا", published), *records)


def event(id_: str, actor: Any, recipient: Any, kind: str = "ASSAULT", **more: Any) -> dict[str, Any]:
    """An event between two, given by code or whole."""
    return {"id": id_, "type": kind, "actors": [actor], "recipients": [recipient] if recipient else [],
            "evidence": "گروهی به روستا آمدند", **more}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A visitor of an archive of the samples."""
    with Archive(str(tmp_path_factory.mktemp("actors") / "a.sqlite")) as archive:
        keep(archive, list(sample_reports(SAMPLES)))
        yield visitor_of(archive)


def figures(page: Page) -> list[tuple[int, str]]:
    """Every figure of a page with the address it leads to."""
    return [(int(one.text.replace(",", "")), one.attributes["href"]) for one in page.all("a", class_="figure")]


def records(visitor: Visitor, address: str) -> int:
    """How many records the API has at the address of a table."""
    answer = visitor.get("/api" + address)
    assert answer.status_code == 200, (address, answer.text)
    return int(answer.json()["count"]["records"])


@pytest.mark.parametrize("path", [
    "/actors", "/actors?kind=parts", "/actors?kind=named", "/actors?name=Iran&since=2010", "/actors/IRN", "/actors/SAU",
    "/actors/IRQ.GOV", "/actors/group:taliban", "/actors/AFG?type=ASSAULT&since=2015", "/network",
    "/network?type=ASSAULT&party=YEM", "/network?since=2020", "/agreements", "/agreements?since=2015",
])
def test_a_figure_is_the_count_of_the_table_it_leads_to(path: str, many: Visitor) -> None:
    """Whatever number a page shows, the table behind it has as many records."""
    found = [one for one in figures(many.see(path)) if one[1].startswith(("/events", "/statements"))]
    assert found
    assert [(address, number, records(many, address)) for number, address in dict.fromkeys(found[:60])
            if records(many, address) != number] == []


@pytest.mark.parametrize("language", ["fa", "en"])
def test_figures_by_month_are_those_of_the_tables(language: str, many: Visitor) -> None:
    """The months of either calendar, cut where the selection begins and ends, count what the tables count."""
    digits = {ord("۰") + n: str(n) for n in range(10)}
    some = 0
    for agreement in ("us-taliban-doha-2020", "res-1769", "jcpoa", "darfur-abuja-2006"):
        for query in ("", "&since=2007-01-15&until=2021-08-20"):
            page = many.see(f"/agreements/{agreement}?lang={language}{query}")
            for one in page.all("a", class_="figure"):
                some += 1
                assert int(one.text.translate(digits)) == records(many, one.attributes["href"]), one.attributes["href"]
    many.see("/?lang=en")
    assert some


def lines(page: Page) -> list[tuple[str, str]]:
    """What each line of a drawing says, and where it leads."""
    return [(one.attributes["aria-label"], one.attributes["href"]) for one in page.all("a")
            if one.attributes["href"].startswith("/events") and "aria-label" in one.attributes
            and "×" not in one.text]


@pytest.mark.parametrize("path", ["/network", "/actors/IRN", "/network?party=AFG"])
def test_a_line_of_the_network_leads_to_its_events(path: str, many: Visitor) -> None:
    """A line tells in words whose conflict or cooperation it is and how many events it has, and leads to them."""
    found = lines(many.see(path))
    assert found
    for says, address in found:
        number = int("".join(char for char in says.rpartition(":")[2] if char.isdigit()))
        assert number == records(many, address), (says, address)


def test_conflict_and_cooperation_are_told_apart(archive: Archive) -> None:
    """An event counts on the line of its class and on no other, once, whatever parts of a country are in it."""
    keep(archive, [told(event("e1", "ARM.MIL", "AZE.MIL", actors=["ARM.MIL", "ARM.GOV"]),
                        event("e2", "AZE", "ARM", "AID"), event("e3", "ARM", "AZE", "CONSULT"),
                        event("e4", "ARM", "ARM.CVL", "COERCE"))])
    visitor = visitor_of(archive)
    says = {line.replace("\u2068", "").replace("\u2069", "") for line, _ in lines(visitor.see("/network"))}
    assert says == {"Conflict of Armenia and Azerbaijan: 1 events", "Cooperation of Armenia and Azerbaijan: 2 events"}
    numbers = {urlsplit(address).query.partition("&")[0]: number for number, address in figures(visitor.see("/actors"))}
    assert numbers == {"party=ARM": 4, "party=AZE": 3}


def test_filters_go_along(many: Visitor) -> None:
    """From a table to the network, from there to an actor: the filters stay, and a chip takes each off."""
    page = many.see("/events?type=ASSAULT&since=2010")
    ways = page.all("nav", class_="ways-of")
    assert ways
    assert "/network?type=ASSAULT&since=2010" in [one.attributes["href"] for one in page.all("a")]
    page = many.see("/network?type=ASSAULT&since=2010")
    links = [one.attributes["href"].partition("?") for one in page.all("a")]
    assert any(path.startswith("/actors/") and query == "type=ASSAULT&since=2010" for path, _, query in links)
    page = many.see("/actors/IRQ?type=ASSAULT&since=2010&actor=IRN")
    assert [one.attributes["href"] for one in page.all("a") if "×" in one.text] == [
        "/actors/IRQ?since=2010", "/actors/IRQ?type=ASSAULT"]


@pytest.mark.parametrize(("query", "who"), [
    ("ایران", "IRN"), ("iran", "IRN"), ("IRN", "IRN"), ("irn", "IRN"), ("طالبان", "group:taliban"),
    ("Taliban", "group:taliban"), ("بهروز آذرنگار", "name:بهروز-آذرنگار"), ("IRQ.GOV", "IRQ.GOV"),
])
def test_an_actor_is_found_by_a_name(query: str, who: str, many: Visitor) -> None:
    """In Persian or English, by code, or by the name that reports tell."""
    links = [one.attributes["href"] for one in many.see(f"/actors?name={quote(query)}").all("a")]
    assert f"/actors/{quote(who, safe=':.-')}" in links


def test_who_nobody_knows_has_no_page(many: Visitor) -> None:
    """A name that no table and no report has is a page that is missing, and a search for it says so."""
    for who in ("XQZ", "person:nobody", "<script>alert(1)</script>", "%00", "a" * 201, "outlet"):
        assert many.get(f"/actors/{who}").status_code == 404
    assert many.see("/actors?name=qqqq").all("p", class_="empty")
    assert many.get("/agreements/no-such-agreement").status_code == 404
    for path in ("/actors?type=x", "/actors/IRN?type=x", "/network?since=x", "/agreements?dyad=x",
                 "/agreements/npt?type=x"):
        assert many.get(path).status_code == 400


def test_the_offices_of_a_person_are_told_in_both_calendars(visitor: Visitor) -> None:
    """Every term of the tables, with its first day as Solar Hijri and Gregorian, in the words of the language."""
    page = visitor.see("/actors/person:ebrahim-raisi?lang=fa")
    told = " ".join(next(one for one in page.all("ul", class_="offices")).text.split())
    assert "۱۴۰۰/۰۵/۱۲ ۲۰۲۱-۰۸-۰۳ – ۱۴۰۳/۰۲/۳۰ ۲۰۲۴-۰۵-۱۹ رئیس‌جمهور" in told
    page = visitor.see("/actors/person:ebrahim-raisi?lang=en")
    told = " ".join(page.all("ul", class_="offices")[0].text.split())
    assert "2021-08-03 1400/05/12 – 2024-05-19 1403/02/30 president" in told


def test_a_country_has_the_offices_of_the_time_that_is_selected(visitor: Visitor) -> None:
    """With a time, those who held an office in it and nobody else; the highest of today first without."""
    then = visitor.see("/actors/IRN?since=2000&until=2000&offices=all").all("ul", class_="offices")
    names = " ".join(one.text for one in then)
    assert "Mohammad Khatami" in names
    assert "Masoud Pezeshkian" not in names
    assert "supreme leader" in visitor.see("/actors/IRN").all("ul", class_="offices")[0].text
    assert "Khatami" not in visitor.see("/actors/IRN").all("ul", class_="offices")[0].text


def test_a_page_tells_what_an_actor_said_did_and_suffered(archive: Archive) -> None:
    """Each in its own part, the newest first, with links to the words in the report."""
    say = {"id": "s1", "speaker": {"id": "person:abbas-araghchi", "name": "عباس عراقچی", "code": "IRN.GOV"},
           "content": "هوا سرد است"}
    later = "دیروز گروهی به روستا آمدند تا راه را بسازند و آب بیاورند."
    keep(archive, [told(event("e1", "IRN.GOV", "OMN", "CONSULT"), event("e2", "IRQ", "IRN", "AID"), say),
                   told(event("e1", "IRN", "OMN", "AID"), published="2026-05-12", text=later)])
    visitor = visitor_of(archive)
    page = visitor.see("/actors/IRN")
    assert [number for number, _ in figures(page)[:3]] == [1, 2, 1]
    did = next(one for one in page.all("section", aria_labelledby="did"))
    assert did.text.index("2026-05-12") < did.text.index("2026-05-10")
    links = [one.attributes["href"] for one in page.all("a", dir="auto")]
    assert [link.rpartition("#")[2] for link in links] == ["m-s1", "m-e1", "m-e1", "m-e2"]
    page = visitor.see("/actors/person:abbas-araghchi")
    assert "foreign minister" in page.all("ul", class_="offices")[0].text
    assert figures(page)[0] == (1, "/statements?speaker=person%3Aabbas-araghchi")


def test_a_speaker_whom_no_table_knows_has_a_page(archive: Archive) -> None:
    """Under the name that the reports give, as text and nothing else."""
    odd = {"id": "name:x-y", "name": BAD_NAME, "code": "IRQ.CVL"}
    keep(archive, [told({"id": "s1", "speaker": odd, "content": "هوا سرد است"}, event("e1", odd, "OMN"))])
    visitor = visitor_of(archive)
    for path in ("/actors/name:x-y", "/actors?kind=named", "/network", "/actors/OMN", "/statements", "/events"):
        page = visitor.see(path)
        assert not page.all("img")
    assert BAD_NAME.rstrip("\u202e") in visitor.see("/actors/name:x-y").all("h1")[0].text
    assert "/actors/name:x-y" in [one.attributes["href"] for one in visitor.see("/statements").all("a")]


def test_records_lead_to_actors_and_agreements(many: Visitor) -> None:
    """In tables and in the reader a party leads to its page; where a form or a link holds it, it does not."""
    assert many.see("/actors/CIV").all("h1")
    for path in ("/events", "/statements", "/actors/CIV"):
        assert [one for one in many.see(path).all("a") if one.attributes["href"].startswith("/actors/")]
    page = many.see("/agreements/jcpoa")
    link = next(one.attributes["href"] for one in page.all("a", class_="sentence"))
    path, _, anchor = link.partition("#")
    reader = many.see(path)
    assert [one for one in reader.elements if one.attributes.get("id") == anchor]
    marked = "".join(one.text for one in page.all("mark", class_="agreement")[:1])
    assert marked in "".join(one.text for one in reader.all("mark", class_="agreement"))
    assert "/agreements/jcpoa" in [one.attributes["href"] for one in reader.all("a")]
    queue = [one.text for one in many.see("/review").all("a") if "q-" in one.attributes.get("id", "")]
    assert queue


def test_an_agreement_tells_what_it_is(many: Visitor) -> None:
    """Kind, day in both calendars, parties with a link each, and its other name."""
    page = many.see("/agreements/algiers-1975?lang=en")
    about = page.all("header", class_="head")[0].text
    assert "1975" in about
    assert {"/actors/IRN", "/actors/IRQ"} <= {one.attributes["href"] for one in page.all("a")}
    assert many.see("/agreements/unnamed").all("mark", class_="agreement")


def test_an_empty_archive_has_these_pages(visitor: Visitor) -> None:
    """Nothing is there, and each page says so."""
    for path in ("/actors", "/network", "/agreements", "/actors?kind=named", "/agreements/npt", "/agreements/unnamed"):
        assert visitor.see(path).all("p", class_="empty")
    assert visitor.see("/actors/IRN").all("p", class_="empty")


@pytest.fixture
def visitor(archive: Archive) -> Visitor:
    """A visitor of an empty archive."""
    return visitor_of(archive)


# ---- the drawing

NAMES = {f"N{n}": name for n, name in enumerate(("Democratic Republic of the Congo", "امارات متحده عربی", "Iran") * 5)}
DYADS = [Dyad(f"N{n}", f"N{(n * 7 + 3) % 15}", n, 200 // (n + 1)) for n in range(15) if n != (n * 7 + 3) % 15]


@pytest.mark.parametrize("drawn", [
    ring(DYADS, NAMES), ring(DYADS[:1], NAMES), ring([], NAMES),
    star("N0", [Dyad("N0", f"N{n}", n, 3) for n in range(1, 15)], NAMES), star("N0", [Dyad("N0", "N1", 0, 1)], NAMES),
])
def test_names_stand_inside_the_drawing_and_apart(drawn: Drawing) -> None:
    """No name runs out of the drawing, and no two nodes stand on one another."""
    for node in drawn.nodes:
        wide = max(len(line) for line in node.lines) * _LETTER
        left = node.words[0] - {"start": 0, "middle": wide / 2, "end": wide}[node.anchor]
        assert left >= -_LETTER * 2
        assert left + wide <= WIDTH + _LETTER * 2
        assert 0 <= node.words[1] <= HEIGHT - 17 * (len(node.lines) - 1)
    places = [node.at for node in drawn.nodes]
    assert all(math.dist(one, other) > 20 for n, one in enumerate(places) for other in places[:n])


def test_a_drawing_is_the_same_each_time() -> None:
    """The same counts give the same drawing; no line stands for nothing, and the wider one has more events."""
    assert ring(DYADS, NAMES) == ring(list(DYADS), dict(NAMES))
    drawn = ring(DYADS, NAMES).lines
    assert {line.events for line in drawn} & {0} == set()
    widths = sorted((line.events, line.width) for line in drawn)
    assert [width for _, width in widths] == sorted(line.width for line in drawn)


# ---- words

def test_what_no_table_tells_is_not_made_up() -> None:
    """An office without a Persian name is told as the table has it; a code is named by its country and its part."""
    fa, en = texts("fa"), texts("en")
    assert office_name("ambassador to Lebanon", fa) == "سفیر در لبنان"
    assert office_name("acting foreign minister", fa) == "وزیر امور خارجه (سرپرست)"
    assert office_name("keeper of the seals", fa) == "keeper of the seals"
    assert office_name("president", en) == "president"
    assert (actor_name("IRN.MIL", fa), actor_name("IRN.MIL", en)) == ("نیروهای مسلح ایران", "Iran: armed forces")
    assert actor_name("QQQ.XYZ", fa) == "QQQ.XYZ"
    assert actor_path({"id": "", "code": "", "name": "مردم"}) == ""
    assert actor_path({"id": "person:x", "code": "IRN.GOV", "name": "x"}) == "/actors/person:x"


def test_persian_offices_are_written_as_they_should_be() -> None:
    """No Arabic letters in the table of offices, and each pattern has a place for the name."""
    path = Path(__file__).parent.parent / "src" / "rasad" / "workbench" / "words" / "offices.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    assert [office for office, fa in rows if set(fa) & set("يكىة")] == []
    assert [office for office, fa in rows if office.count("*") != fa.count("*")] == []
    assert len({office for office, _ in rows}) == len(rows)


def test_months_are_those_of_the_calendar() -> None:
    """A day falls into its month of either calendar; what covers two months counts in both."""
    days = [(("2026-03-20", "2026-03-20"), 2), (("2026-03-21", "2026-04-02"), 3), (("0000-01-01", "1899-01-01"), 1)]
    bounds = ("", "9999-12-31")
    solar = months(days, [], bounds, texts("fa"))
    assert [(one.name, one.events) for one in solar] == [("فروردین ۱۴۰۵", 3), ("اسفند ۱۴۰۴", 2)]
    gregorian = months(days, [], bounds, texts("en"))
    assert [(one.name, one.events) for one in gregorian] == [("April 2026", 3), ("March 2026", 5)]
    cut = months(days, [], ("2026-04-01", "2026-12-31"), texts("en"))
    assert [(one.since, one.until, one.events) for one in cut] == [("2026-04-01", "2026-04-30", 3)]

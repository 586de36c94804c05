"""The pages show what the archive holds, by an address that is their whole state, to whoever is on this machine."""

import json
from tempfile import gettempdir
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from archives import incoming
from told import ALL, REPORT, tell
from visiting import HOSTILE, Visitor, ended, page_of, visitor_of

from rasad.archive import Archive
from rasad.archive.keeping import keep
from rasad.workbench.demo import free_port

PAGES = ("/", "/reports", "/events", "/statements", "/review", "/paste")


@pytest.fixture
def ids(archive: Archive) -> list[str]:
    """The ids of a strike, the same strike denied, talks and a march."""
    return tell(archive)


@pytest.fixture
def visitor(archive: Archive) -> Visitor:
    """A visitor on this machine."""
    return visitor_of(archive)


@pytest.mark.parametrize("path", [*PAGES, "/nothing", "/reports/r0", "/events?type=x"])
def test_no_page_runs_or_fetches_anything_but_its_own(path: str, visitor: Visitor, ids: list[str]) -> None:
    """Every page forbids scripts and styles inside it and other hosts, and holds neither."""
    assert ids
    answer = visitor.get(path)
    rules = dict(part.strip().partition(" ")[::2] for part in answer.headers["Content-Security-Policy"].split(";"))
    assert (rules["default-src"], rules["frame-ancestors"], rules["base-uri"]) == ("'none'", "'none'", "'none'")
    assert {rules[name] for name in ("script-src", "style-src", "font-src", "form-action")} == {"'self'"}
    page = page_of(answer)
    assert not [one for one in page.elements if "style" in one.attributes or one.tag == "style"]
    assert not [one for one in page.all("script") if one.text.strip()]
    sources = [one.attributes.get("src") or one.attributes["href"] for one in page.all("script") + page.all("link")]
    assert sources
    assert all(source.startswith("/static/") for source in sources)


@pytest.mark.parametrize("host", ["http://evil.example", "http://192.168.1.5:8080", "http://127.0.0.1.evil.example"])
def test_another_name_sees_nothing(host: str, archive: Archive, ids: list[str]) -> None:
    """A page asked for by a name that is not this machine's tells only that it is refused."""
    for path in (*PAGES, f"/reports/{REPORT.report.id}"):
        answer = visitor_of(archive, base=host).get(path)
        assert answer.status_code == 403
        assert "own machine" in answer.text
        assert ids[0] not in answer.text
        assert "عنوان" not in answer.text


def test_where_others_reach_it_the_workbench_demands_an_account(archive: Archive, ids: list[str]) -> None:
    """At an address that other machines reach nobody sees a page, not even by a name of this machine; forms neither."""
    visitor = visitor_of(archive, here=False)
    for path in (*PAGES, f"/records/{ids[0]}"):
        answer = visitor.get(path)
        assert (answer.status_code, urlsplit(answer.headers["location"]).path, answer.text) == (303, "/login", "")
    assert visitor.send("/paste", text="x", secret="").status_code == 401
    assert visitor.get("/static/rasad.css").status_code == 200
    assert visitor.get("/api/events").status_code == 401


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
def test_what_a_proxy_hands_on_sees_nothing(header: str, visitor: Visitor, ids: list[str]) -> None:
    """A request that somebody handed on is not of this machine, whatever name it comes by."""
    assert ids
    assert visitor.get("/events", headers={header: "192.0.2.7"}).status_code == 403


def test_an_empty_archive_says_what_to_do(visitor: Visitor) -> None:
    """The first page of an empty archive has the forms for a text, for files and for an address."""
    page = visitor.see("/")
    assert {form.attributes["action"] for form in page.all("form")} == {"/paste", "/files", "/address"}
    assert "Nothing" in visitor.see("/events").all("p", class_="empty")[0].text


def test_the_reader_chooses_the_language(visitor: Visitor, ids: list[str]) -> None:
    """?lang turns the page to the language and its direction, and the browser keeps it."""
    assert ids
    first = visitor.see("/events").all("html")[0].attributes
    assert (first["lang"], first["dir"]) == ("en", "ltr")
    page = visitor.see("/events?lang=fa&type=PROTEST")
    assert (page.all("html")[0].attributes["lang"], page.all("html")[0].attributes["dir"]) == ("fa", "rtl")
    assert page.all("p", class_="counted")[0].text == "۱ رویداد در ۱ گزارش از ۱ منبع"
    other = page.all("a", hreflang="en")[0].attributes["href"]
    assert parse_qs(urlsplit(other).query) == {"type": ["PROTEST"], "lang": ["en"]}
    assert visitor.see("/").all("html")[0].attributes["lang"] == "fa"
    assert visitor.see("/?lang=xx").all("html")[0].attributes["lang"] == "fa"


def rows(visitor: Visitor, path: str) -> list[str]:
    """The ids of the records that a table shows."""
    links = visitor.see(path).all("a", dir="auto")
    return [f"{urlsplit(href).path.rpartition('/')[2]}.{urlsplit(href).fragment.removeprefix('m-')}"
            for href in (one.attributes["href"] for one in links) if "#m-" in href]


@pytest.mark.parametrize(("query", "kept"), [
    ("", {0, 1, 2, 3}), ("type=ASSAULT&type=PROTEST", {0, 1, 3}), ("type=ASSAULT&status=negated", {1}),
    ("party=ISR&place=LBN", {0, 1}), ("dyad=IRQ.GOV,IRQ.CVL", {3}), ("since=2026-05-09&until=2026-05-09", {0, 1, 2, 3}),
    ("words=باران&type=CONSULT", {2}), ("source=none", set()), ("party=&since=&words=", {0, 1, 2, 3}),
])
def test_a_table_shows_what_its_address_selects(query: str, kept: set[int], visitor: Visitor, ids: list[str]) -> None:
    """Filters compose as in the API, and blank fields of the form select nothing."""
    api = visitor.get("/api/events?" + "&".join(part for part in query.split("&") if not part.endswith("="))).json()
    assert set(rows(visitor, f"/events?{query}")) == {item["id"] for item in api["items"]}
    if "since" not in query:
        assert set(rows(visitor, f"/events?{query}")) == {ids[n] for n in kept}


def test_an_export_is_of_exactly_what_is_shown(visitor: Visitor, ids: list[str]) -> None:
    """The export that a page links to holds the records that its address selects, and no other."""
    page = visitor.see("/events?type=ASSAULT&status=actual")
    link = next(one.attributes["href"] for one in page.all("a") if "/export.jsonl" in one.attributes["href"])
    found = [json.loads(line)["id"] for line in visitor.get(link).text.splitlines()]
    assert found == [ids[0]] == rows(visitor, "/events?type=ASSAULT&status=actual")


def test_a_filter_is_taken_off_by_its_chip(visitor: Visitor, ids: list[str]) -> None:
    """Each value of a selection has a link to the same page without it."""
    assert ids
    page = visitor.see("/events?type=ASSAULT&type=PROTEST&party=ISR")
    without = [parse_qs(urlsplit(one.attributes["href"]).query) for one in page.all("a") if "×" in one.text]
    assert without == [{"type": ["ASSAULT", "PROTEST"]}, {"party": ["ISR"], "type": ["PROTEST"]},
                       {"party": ["ISR"], "type": ["ASSAULT"]}]


def test_the_form_keeps_the_filters_that_are_on(visitor: Visitor, ids: list[str]) -> None:
    """Sent again as it stands, the form selects what is selected."""
    assert ids
    page = visitor.see("/events?party=ISR&party=LBN&type=ASSAULT&words=باران&rejected=1&mode=aerial")
    held = [(one.attributes["name"], one.attributes.get("value", "")) for one in page.all("input")
            if one.attributes.get("type") != "checkbox" or "checked" in one.attributes]
    wanted = [("party", "ISR"), ("party", "LBN"), ("type", "ASSAULT"), ("words", "باران"), ("rejected", "1"),
              ("mode", "aerial")]
    assert sorted(pair for pair in held if pair[1]) == sorted(wanted)


@pytest.mark.parametrize("query", ["type=x", "since=yesterday", "dyad=IRN", "review=none", "party=" + "x" * 2000])
def test_a_filter_that_means_nothing_is_told(query: str, visitor: Visitor, ids: list[str]) -> None:
    """What cannot be selected is said on the page, and the answer says that it failed."""
    assert ids
    answer = visitor.get(f"/events?{query}")
    assert answer.status_code == 400
    assert page_of(answer).all("div", role="alert")


def test_pages_follow_each_other(archive: Archive) -> None:
    """A table longer than a page is shown part by part, each record once; a page too far on is the last."""
    keep(archive, [incoming(f"گزارش شمارهٔ {n} دربارهٔ هوا.", "ایسنا", f"2026-05-{n % 28 + 1:02}") for n in range(60)])
    visitor = visitor_of(archive)
    seen = []
    for number in (1, 2):
        page = visitor.see(f"/reports?page={number}")
        seen += [one.attributes["href"] for one in page.all("a", dir="auto")]
    assert len(seen) == len(set(seen)) == 60
    assert visitor.see("/reports?page=99").all("a", rel="prev")
    assert not visitor.see("/reports?page=99").all("a", rel="next")
    assert visitor.get("/reports?page=²").status_code == 200


def test_dates_are_told_in_both_calendars(visitor: Visitor, ids: list[str]) -> None:
    """A report's day is told as Solar Hijri and Gregorian, the one of the reader's language first."""
    assert ids
    times = visitor.see(f"/reports/{REPORT.report.id}?lang=fa").all("time", datetime="2026-05-10")
    assert times[0].text == "۲۰ اردیبهشت ۱۴۰۵ ۱۰ مه ۲۰۲۶"
    times = visitor.see(f"/reports/{REPORT.report.id}?lang=en").all("time", datetime="2026-05-10")
    assert times[0].text == "10 May 2026 20 Ordibehesht 1405"


def test_repair_is_shown_on_demand(archive: Archive) -> None:
    """The repaired text stands in place of the text where it is asked for, each changed word with what was written."""
    report = incoming("وزير خارجه ايران گفت مي رود.")
    keep(archive, [report])
    visitor = visitor_of(archive)
    assert not visitor.see(f"/reports/{report.report.id}").all("ins")
    page = visitor.see(f"/reports/{report.report.id}?repaired=1")
    assert page.all("div", class_="text")[0].text == "وزیر خارجه ایران گفت می‌رود."
    changed = [(one.text, one.attributes.get("class", "")) for one in page.all("ins")]
    assert changed == [("وزیر", "slight"), ("ایران", "slight"), ("می‌رود.", "")]


def test_a_record_without_a_report_is_a_page_of_its_own(visitor: Visitor) -> None:
    """What is not there is told on a page, whatever the address looks like."""
    for path in ("/reports/r0000000000000000", "/reports/x", "/records/r0000000000000000.e1x", "/nothing"):
        answer = visitor.get(path)
        assert (answer.status_code, "no such page" in answer.text) == (404, True)
    assert visitor.get("/records/r0000000000000000.e12").headers["location"] == "/reports/r0000000000000000#r-e12"


def test_a_pasted_text_is_coded_and_kept(visitor: Visitor) -> None:
    """The text of the form is in the archive as it was written, and its report is shown."""
    text = HOSTILE.replace("\r", "")
    about: dict[str, Any] = {"source": "ایسنا", "published": "2026-05-10", "title": "", "url": ""}
    answer = visitor.send("/paste", text=text.replace("\n", "\r\n"), **about)
    assert answer.status_code == 303
    page = visitor.see(answer.headers["location"])
    assert page.all("div", class_="text")[0].text == text
    assert page.all("article", class_="event")
    again = visitor.send("/paste", text=text, **about)
    assert again.headers["location"] == answer.headers["location"]


@pytest.mark.parametrize(("fields", "told"), [({"text": "  "}, "empty"), ({"text": "x", "published": "دیروز"}, "date")])
def test_a_text_that_cannot_be_kept_is_told(fields: dict[str, Any], told: str, visitor: Visitor) -> None:
    """What is wrong is said, and what was written stands in the form."""
    answer = visitor.send("/paste", **fields)
    assert answer.status_code == 400
    assert told in page_of(answer).all("div", role="alert")[0].text
    assert fields["text"].strip() in page_of(answer).all("textarea")[0].text


def test_files_are_taken_and_what_is_none_is_told(visitor: Visitor) -> None:
    """Reports of several files are kept; a file that is none is told by its name, and harms no other."""
    files = [("file", ("a.txt", "ایران به عراق کمک کرد.".encode())),
             ("file", ("../b.jsonl", json.dumps({"text": "ایران و عراق گفت‌وگو کردند."}).encode() + b"\n{broken\n")),
             ("file", ("c.exe", b"MZ"))]
    answer = visitor.send("/files", files=files)
    assert answer.status_code == 303
    told = ended(visitor, answer.headers["location"]).all("main")[0].text
    assert "2 new reports" in told.replace("\u2068", "").replace("\u2069", "")
    assert "c.exe" in told
    assert gettempdir() not in told
    assert visitor.get("/api/reports").json()["count"]["records"] == 2


def test_a_name_stays_with_the_browser(visitor: Visitor, ids: list[str]) -> None:
    """The name is kept in a cookie no script and no other site gets, in any letters; it leads on to pages here."""
    assert ids
    answer = visitor.send("/name", name="  سارا <b>‌ کریمی ", back="//evil.example/x")
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert visitor.see("/review").all("span", class_="reviewer")[0].text == "سارا <b>‌ کریمی"


@pytest.mark.parametrize("path", ["/name", "/paste", "/files", "/address", "/review", "/review/all", "/undo",
                                  f"/reports/{REPORT.report.id}/records"])
def test_a_form_of_another_page_does_nothing(path: str, visitor: Visitor, ids: list[str]) -> None:
    """Without the secret of the visit, or from another site, a form is refused whatever it asks."""
    visitor.named("سارا")
    fields: dict[str, Any] = {"name": "x", "text": "متن", "record": ids[0], "kind": "reject",
                              "judgement": "j", "type": "AID"}
    before = visitor.get("/api/events?rejected=1").json(), visitor.get("/api/reports").json()
    assert visitor.send(path, secret="x" * 43, **fields).status_code == 403
    assert visitor.send(path, secret="", **fields).status_code == 403
    assert visitor.send(path, headers={"Origin": "https://evil.example"}, **fields).status_code == 403
    assert (visitor.get("/api/events?rejected=1").json(), visitor.get("/api/reports").json()) == before


def test_a_long_address_or_body_is_refused(visitor: Visitor) -> None:
    """What is too long is refused before it is read."""
    assert visitor.get("/events?words=" + "a" * 16_001).status_code == 414
    assert visitor.send("/paste", text="a" * 8_000_001).status_code == 413


def test_the_demonstration_finds_a_port() -> None:
    """A port that is taken is left alone and another one taken."""
    port = free_port(0)
    assert 0 < port < 65536
    assert len(ALL) == 4

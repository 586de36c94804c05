"""Feeds give their new entries once, with their own time and full text, and are asked only for what changed."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from test_collect_pages import FIRST, LEAD, SECOND, TITLE, page
from web import Pauses, Reply, Web, fetcher, serving

from rasad.collect import Arrival, FeedState, Memory, arrivals
from rasad.collect import feeds as collect_feeds
from rasad.collect import web as collect_web
from rasad.collect.feeds import is_feed
from rasad.collect.outlets import Outlet, Outlets, load_outlets
from rasad.inputs import Fault, Limits
from rasad.language.tables import rows, values
from rasad.pack import SOURCES, Pack

SUMMARY = "سخنگوی وزارت دفاع از درگیری‌های شبانه خبر داد."
FULL = "".join(f"<p>{line}</p>" for line in (LEAD, FIRST, SECOND, FIRST, SECOND))


@pytest.fixture
def web() -> Iterator[Web]:
    """A server of this machine."""
    with serving() as server:
        yield server


def item(number: int, body: str = "", *, link: str = "", title: str = TITLE) -> str:
    """An item of an RSS feed."""
    return f"""<item><title>{title}</title><link>{link or f"/r/{number}?utm_source=rss"}</link>
<guid isPermaLink="false">n{number}</guid><pubDate>Tue, 19 Sep 2023 14:3{number}:00 +0330</pubDate>
<description>{SUMMARY}</description>{body}</item>"""


def rss(*items: str) -> str:
    """An RSS feed."""
    return f"""<?xml version="1.0" encoding="utf-8"?><!-- feed -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>نمونه</title>
<link>/</link><description>x</description>{"".join(items)}</channel></rss>"""


def atom(*entries: str) -> str:
    """An Atom feed."""
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>نمونه</title><id>f</id>
<updated>2023-09-19T11:00:00Z</updated>{"".join(entries)}</feed>"""


def content(markup: str) -> str:
    """The full text of an item."""
    return f"<content:encoded><![CDATA[{markup}]]></content:encoded>"


def collected(place: str, states: Memory | None = None, pauses: Pauses | None = None) -> list[Arrival | Fault]:
    """What the place gives."""
    states = Memory() if states is None else states
    return list(arrivals([place], limits=Limits(), fetcher=fetcher(pauses), states=states))


def reports(place: str, states: Memory | None = None) -> list[Arrival]:
    """The arrivals of a place with which nothing is wrong."""
    found = collected(place, states)
    assert all(isinstance(one, Arrival) for one in found), found
    return [one for one in found if isinstance(one, Arrival)]


# ---- entries


def test_an_entry_with_a_summary_gives_its_page(web: Web) -> None:
    """The page is fetched for the full text; the time is the entry's own; the bytes are the page's."""
    web.serve("/r/1", page(head='<meta property="article:published_time" content="2020-01-01">'))
    feed = rss(item(1, link=web.at("/r/1?utm_source=rss")))
    (found,) = reports(web.serve("/feed", feed, media="application/rss+xml"))
    assert found.report.text.split("\n") == [TITLE, LEAD, FIRST, SECOND]
    assert found.report.published == "2023-09-19T14:31:00+03:30"
    assert (found.report.url, found.report.title, found.way) == (web.at("/r/1"), TITLE, "feed")
    assert (found.original, found.place) == (web.pages["/r/1"].body, web.at("/r/1"))  # type: ignore[union-attr]


def test_an_entry_with_its_full_text_needs_no_page(web: Web) -> None:
    """Full text in the feed is taken from it, half-spaces and all, with the bytes of the entry alone."""
    place = web.serve("/feed", rss(item(1), item(2, content(FULL.replace("\u200c", "&zwnj;")))), media="text/xml")
    web.serve("/r/1", page())
    first, second = reports(place)
    assert second.report.text.split("\n") == [TITLE, LEAD, FIRST, SECOND, FIRST, SECOND]
    assert second.original.startswith(b"<item>")
    assert second.original.endswith(b"</item>")
    assert b"n2" in second.original
    assert b"n1" not in second.original
    assert (second.place, second.report.url) == (place, web.at("/r/2"))
    assert (web.times("/r/2"), first.place) == (0, web.at("/r/1"))


def test_a_text_that_the_feed_cuts_is_not_full(web: Web) -> None:
    """A text that ends in an ellipsis is a summary, however long."""
    web.serve("/r/1", page())
    (found,) = reports(web.serve("/feed", rss(item(1, content(FULL + "<p>ادامه […]</p>")))))
    assert found.place == web.at("/r/1")


def test_an_atom_feed_is_read(web: Web) -> None:
    """Entries of an Atom feed arrive with their own text, link and time, in any calendar."""
    entry = f"""<entry><title type="html">آتش&amp;zwnj;بس</title><id>urn:1</id><link rel="alternate" href="/r/1"/>
<published>1402-06-28T14:30:00+03:30</published><content type="html">{FULL.replace("<", "&lt;")}</content></entry>"""
    (found,) = reports(web.serve("/feed", atom(entry), media="application/atom+xml"))
    assert (found.report.title, found.report.published) == ("آتش‌بس", "2023-09-19T14:30:00+03:30")
    assert found.report.text.split("\n")[:2] == ["آتش‌بس", LEAD]
    assert found.original == entry.encode()


@pytest.mark.parametrize("media", ["text/html; charset=utf-8", "text/plain", "application/octet-stream"])
def test_a_feed_is_known_by_its_content(web: Web, media: str) -> None:
    """What a server calls a feed is one whatever its media type."""
    assert len(reports(web.serve("/feed", rss(item(1, content(FULL))), media=media))) == 1


def test_a_feed_in_windows_1256_is_read(web: Web) -> None:
    """A feed in an old encoding that it names comes out as text."""
    old = rss(item(1, content(FULL))).replace("utf-8", "windows-1256").replace("ی", "ي").replace("ک", "ك")
    (found,) = reports(web.serve("/feed", old.encode("windows-1256", "xmlcharrefreplace"), media="application/rss+xml"))
    assert found.report.title == TITLE.replace("ی", "ي").replace("ک", "ك")


def test_a_summary_is_taken_where_its_page_is_closed(web: Web) -> None:
    """Where a page will never be had, the fault says so and the feed's own words arrive in its place."""
    place = web.serve("/feed", rss(item(1)))
    web.serve("/r/1", status=403)
    fault, found = collected(place)
    assert str(fault).startswith(web.at("/r/1") + ": the server answers 403")
    assert isinstance(found, Arrival)
    assert found.report.text == f"{TITLE}\n{SUMMARY}"
    assert found.place == place


def test_an_entry_does_not_lead_into_the_house(web: Web) -> None:
    """The link of an entry is checked as any address is."""
    fault, found = collected(web.serve("/feed", rss(item(1, link="http://192.168.1.1/admin"))))
    assert "192.168.1.1, a private address" in str(fault)
    assert isinstance(found, Arrival)
    assert found.report.text.endswith(SUMMARY)


# ---- the second time


def test_a_feed_that_did_not_change_gives_nothing(web: Web) -> None:
    """The second time the feed is asked only for what changed since, and 304 gives nothing."""
    def feed(headers: Mapping[str, str]) -> Reply:
        told = {"ETag": '"v1"', "Last-Modified": "Tue, 19 Sep 2023 11:00:00 GMT"}
        if (headers.get("If-None-Match"), headers.get("If-Modified-Since")) == tuple(told.values()):
            return Reply(status=304, headers=told)
        return Reply(rss(item(1, content(FULL))).encode(), headers=told)

    web.pages["/feed"] = feed
    states = Memory()
    assert len(reports(web.at("/feed"), states)) == 1
    assert reports(web.at("/feed"), states) == []


def test_only_new_entries_arrive_the_second_time(web: Web) -> None:
    """Entries that were collected give nothing again, and their pages are not asked for."""
    states, place = Memory(), web.at("/feed")
    for number in (1, 2):
        web.serve(f"/r/{number}", page())
    web.serve("/feed", rss(item(1)))
    assert len(reports(place, states)) == 1
    web.serve("/feed", rss(item(2), item(1)))
    assert [found.report.url for found in reports(place, states)] == [web.at("/r/2")]
    assert web.times("/r/1?utm_source=rss") + web.times("/r/1") == 1


def test_the_memory_of_a_feed_does_not_grow(web: Web) -> None:
    """Entries that are no longer in the feed are forgotten."""
    states = Memory()
    for number in range(4):
        reports(web.serve("/feed", rss(item(number, content(FULL)))), states)
    assert states.get(web.at("/feed")) == FeedState(seen=("n3",))


def test_what_failed_for_now_is_tried_again(web: Web) -> None:
    """A page that failed for now gives a fault, and its report the next time, although the feed is the same."""
    states, place = Memory(), web.serve("/feed", rss(item(1), item(2, content(FULL))), headers={"ETag": '"v1"'})
    web.serve("/r/1", status=502)
    fault, found = collected(place, states)
    assert isinstance(fault, Fault)
    assert isinstance(found, Arrival)
    assert states.get(place) == FeedState(seen=("n2",))
    web.serve("/r/1", page())
    assert [one.report.url for one in reports(place, states)] == [web.at("/r/1")]
    assert states.get(place) == FeedState(etag='"v1"', seen=("n1", "n2"))


def test_a_feed_whose_pages_all_fail_is_left(web: Web) -> None:
    """After three failures in a row the rest of a feed is left for the next time."""
    place = web.serve("/feed", rss(*(item(number) for number in range(8))))
    for number in range(8):
        web.serve(f"/r/{number}", status=500)
    faults = collected(place)
    assert len(faults) == 4
    assert "3 of its pages in a row" in str(faults[-1])
    assert web.times("/r/3") == 0


def test_nothing_is_remembered_before_it_was_handed_over(web: Web) -> None:
    """Whoever stops in the middle of a feed gets all of it again."""
    states, place = Memory(), web.serve("/feed", rss(item(1, content(FULL)), item(2, content(FULL))))
    stream = arrivals([place], limits=Limits(), fetcher=fetcher(), states=states)
    next(stream)
    assert states.get(place) is None
    list(stream)
    assert states.get(place) == FeedState(seen=("n1", "n2"))


# ---- bad feeds


@pytest.mark.parametrize("body", [
    '<rss version="2.0"><channel><item><tit', '<?xml version="1.0"?><feed xmlns="x"><<<', "<rss></feed>"])
def test_a_damaged_feed_is_a_fault(web: Web, body: str) -> None:
    """A feed that is not well formed says so."""
    found = collected(web.serve("/feed", body))
    assert isinstance(found[-1], Fault)
    assert "a damaged feed" in str(found[-1])


def test_of_a_damaged_feed_what_can_be_read_arrives(web: Web) -> None:
    """A feed that breaks off gives its whole entries and a fault, and is asked for in full the next time."""
    states = Memory()
    body = rss(item(1, content(FULL)), item(2, content(FULL)))
    place = web.serve("/feed", body[:body.index('<guid isPermaLink="false">n2')], headers={"ETag": '"v1"'})
    web.serve("/r/2", page())
    found = collected(place, states)
    assert isinstance(found[0], Arrival)
    assert isinstance(found[-1], Fault)
    state = states.get(place)
    assert state is not None
    assert state.etag == ""


def test_a_feed_full_of_entities_does_no_harm(web: Web) -> None:
    """Entities that unfold into each other, or name files, are not followed."""
    bomb = '<!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"
    file = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    for doctype, entity in ((bomb, "&i;"), (file, "&f;")):
        body = rss(item(1, content(FULL), title=f"{TITLE} {entity}")).replace("<!-- feed -->", doctype)
        for found in collected(web.serve("/feed", body)):
            assert isinstance(found, Fault) or len(found.report.text) < 2000
            assert isinstance(found, Fault) or "root:" not in found.report.text


def test_a_feed_of_empty_comments_is_known_at_once() -> None:
    """However many comments stand before the first element, telling a feed takes no time."""
    assert not is_feed(b"<!---->" * 1000 + b"<html>")
    assert is_feed(b"<!---->" * 1000 + b"<rss>")
    assert is_feed(b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>\n<rss version="2.0">')


def test_a_feed_of_an_outlet_tells_local_days(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment told in UTC is told by the clocks where the outlet is, so that its day is the day of the report."""
    known = load_outlets()
    outlets = Outlets(known.by_id, known.by_name, {"127.0.0.1": known.by_id["irna"]})
    monkeypatch.setattr(collect_feeds, "load_outlets", lambda: outlets)
    body = rss(item(1, content(FULL))).replace("19 Sep 2023 14:31:00 +0330", "19 Sep 2023 21:31:00 GMT")
    (found,) = reports(web.serve("/feed", body))
    assert found.report.published == "2023-09-20T01:01:00+03:30"


def test_a_feed_that_would_take_minutes_is_refused(web: Web) -> None:
    """A feed larger than any outlet's is refused before it is read."""
    assert "over the limit of 5 MB" in str(collected(web.serve("/feed", "<rss>" + "<item>" * 900_000))[0])


def test_a_feed_without_entries_gives_nothing(web: Web) -> None:
    """An empty feed is no fault."""
    assert collected(web.serve("/feed", rss())) == []


# ---- the sources file


def test_the_feeds_of_a_source_are_collected(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """`sources:NAME` gives all feeds of an outlet, named by id or name; `sources:all` those of every outlet."""
    outlets = [Outlet("one", "One", "یک‌نیوز", (), "fa", "IRN", "private", (web.at("/1"), web.at("/2"))),
               Outlet("two", "Two", "دو", (), "fa", "AFG", "private", (web.at("/3"),)),
               Outlet("none", "None", "هیچ", (), "fa", "AFG", "private", ())]
    known = Outlets({one.id: one for one in outlets}, {"یکنیوز": outlets[0]}, {})
    monkeypatch.setattr(collect_web, "load_outlets", lambda: known)
    for number in (1, 2, 3):
        web.serve(f"/{number}", rss(item(number, content(FULL))))
    assert [found.report.id for found in reports("sources:one")] == [web.at("/r/1"), web.at("/r/2")]
    assert len(reports("sources:یک‌نیوز")) == 2
    assert len(reports("sources:all")) == 3
    assert "no feed" in str(collected("sources:none")[0])
    assert "there is all, one, two, none" in str(collected("sources:three")[0])


TABLE = list(rows(SOURCES))
OWNERSHIP = {"state", "semi-official", "municipal", "party", "private", "exile", "public abroad", "state abroad"}


def test_the_sources_file_is_well_formed() -> None:
    """Every outlet has an id of its own, names, hosts, a language, a country, an ownership; feeds are addresses."""
    countries = {row["code"] for row in rows(SOURCES.parent.parent / "fa" / "countries.tsv")}
    assert len({row["id"] for row in TABLE}) == len(TABLE) > 60
    hosts = [host for row in TABLE for host in values(row, "hosts")]
    assert len(set(hosts)) == len(hosts)
    for row in TABLE:
        assert row["name"]
        assert any("\u0600" <= letter <= "\u06ff" for letter in row["fa"]), row
        assert values(row, "hosts"), row
        assert row["language"] == "fa"
        assert row["country"] in countries, row
        assert row["ownership"] in OWNERSHIP, row
        assert all(host == host.lower() and not host.startswith(("www.", "http")) for host in values(row, "hosts")), row
        assert all(feed.startswith("https://") for feed in values(row, "feeds")), row


def test_an_outlet_is_found_by_its_pages_and_names() -> None:
    """Hosts, hosts below them, shared hosts with their path, and names in any spelling lead to the outlet."""
    outlets = load_outlets()
    assert outlets.source_of("https://www.bbc.com/persian/articles/c1") == "bbc-persian"
    assert outlets.source_of("https://www.bbc.com/news/1") == "bbc.com"
    assert outlets.source_of("https://www.dw.com/fa-af/a/1") == "dw-dari"
    assert outlets.source_of("https://plus.irna.ir/1") == "irna"
    assert outlets.source_of("") == ""
    assert [one.id for name in ("isna", "ISNA", "ايسنا", "هشت صبح") if (one := outlets.named(name))] == ["isna"] * 3


def test_the_sources_file_changes_no_coding(tmp_path: Path) -> None:
    """The digest of the tables is that of the tables that code."""
    digest = Pack("fa").lexicon
    assert digest == Pack("fa", tmp_path).lexicon
    original = SOURCES.read_bytes()
    assert original
    (tmp_path / "cues.tsv").write_text("id\n", encoding="utf-8")
    assert Pack("fa", tmp_path).lexicon != digest

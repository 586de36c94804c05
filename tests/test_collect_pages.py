"""A page gives the report that its readers see: title, lead and body with every half-space, and its publication."""

import gzip
from pathlib import Path

import pytest
from web import fetcher, serving

from rasad.collect import Arrival, Memory, arrivals, expected
from rasad.collect.dates import told_date
from rasad.collect.markup import MARK, lines_of, tree_of
from rasad.collect.pages import Page, canonical, report_of_page
from rasad.inputs import Fault, InputError, Limits
from rasad.records import Report

TITLE = "نیروهای دو کشور در مرز درگیر شدند"
LEAD = "سخنگوی وزارت دفاع می‌گوید درگیری‌های شبانه در دو پاسگاه مرزی رخ داده‌است."
FIRST = ("به گفتهٔ او، نیروهای مرزبانی از ساعت‌های نخست شب زیر آتش توپخانه بودند و پاسخ داده‌اند؛ "
         "گزارش‌ها از تلفات دو طرف حکایت می‌کند.")
SECOND = "وزیر خارجه نیز گفت‌وگوی تلفنی خود با همتایش را سازنده خواند و افزود که آتش‌بس همچنان برقرار می‌ماند."
ADDRESS = "https://news.example/1402/report-7"


def page(*, head: str = "", above: str = "", below: str = "", title: str = TITLE, body: str = "") -> str:
    """An invented page of an outlet, with a menu, comments and related news round the report."""
    return f"""<!DOCTYPE html><html lang="fa"><head><meta charset="utf-8">
<title>{title} | خبرگزاری نمونه</title>{head}</head>
<body><header><div class="date">۳ مهر ۱۴۰۳</div><a href="/">خبرگزاری نمونه</a></header>
<nav><ul><li><a href="/p">سیاسی</a></li><li><a href="/w">جهان می‌نگرد</a></li></ul></nav>
<main><article>{above}<h1>{title}</h1>{below}<p class="lead">{LEAD}</p>
<div class="body">{body or f"<p>{FIRST}</p><p>{SECOND}</p>"}</div></article>
<section class="comments"><h3>دیدگاه‌ها</h3><p>خواننده‌ای نوشته است که این خبر را دیروز هم دیده بود.</p></section>
<aside class="related"><ul><li><a href="/8">خبر دیگری که ۲ مهر ۱۴۰۳ آمده است</a></li></ul></aside></main>
<footer>همهٔ حقوق این پایگاه نگه داشته شده‌است.</footer></body></html>"""


def report(text: str | bytes, address: str = ADDRESS, charset: str = "") -> Report:
    """The report of a page."""
    return report_of_page(Page(text.encode() if isinstance(text, str) else text, address, charset))


def why(text: str | bytes, charset: str = "") -> str:
    """Why there is no report of a page."""
    with pytest.raises(InputError) as caught:
        report(text, charset=charset)
    return caught.value.what


# ---- text


def test_a_page_gives_title_lead_and_body() -> None:
    """The text is the title, the lead and the paragraphs, each on its line, and nothing of what stands round them."""
    assert report(page()).text.split("\n") == [TITLE, LEAD, FIRST, SECOND]


def test_every_half_space_is_kept() -> None:
    """As many half-spaces come out of the report's part of a page as went in."""
    assert report(page()).text.count("\u200c") == (TITLE + LEAD + FIRST + SECOND).count("\u200c") == 10


@pytest.mark.parametrize("spelt", ["&zwnj;", "&#8204;", "&#08204;", "&#x200c;", "&#X200C;", "&#x0200c;"])
def test_half_spaces_spelt_as_entities_are_kept(spelt: str) -> None:
    """Half-spaces written as entities come out as half-spaces, in the title too."""
    title = "آتش‌بس برقرار می‌ماند"
    found = report(page(title=title).replace("\u200c", spelt))
    assert found.title == title
    assert found.text.split("\n") == [title, LEAD, FIRST, SECOND]


def test_a_half_space_in_linked_data_is_kept() -> None:
    """The title that only JSON-LD tells, with its half-space escaped, comes with a half-space."""
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"آتش\\u200cبس برقرار شد"}</script>'
    text = page(head=head).replace(f"<h1>{TITLE}</h1>", "")
    assert report(text).title == "آتش‌بس برقرار شد"


@pytest.mark.parametrize("spelt", [MARK, "&#11825;", "&#x2e31;"])
def test_a_page_that_holds_the_stand_in_is_refused(spelt: str) -> None:
    """A page that already holds the character standing in for half-spaces is refused, however it is spelt."""
    assert "U+2E31" in why(page(body=f"<p>{FIRST}{spelt}</p>"))


def test_a_lead_that_only_the_page_marks_is_not_doubled() -> None:
    """A lead that is the first paragraph of the body, or repeated in the metadata, comes once."""
    head = f'<meta property="og:description" content="{LEAD[:60]}...">'
    assert report(page(head=head, body=f"<p>{LEAD}</p><p>{FIRST}</p><p>{SECOND}</p>")).text.count(LEAD) == 1


def test_a_lead_is_known_by_the_metadata() -> None:
    """A lead in an element without a name is found where the description repeats it; site slogans are not."""
    head = f'<meta property="og:description" content="{LEAD}">'
    text = page(head=head).replace('<p class="lead">', "<h2>").replace(f"{LEAD}</p>", f"{LEAD}</h2>")
    assert report(text).text.split("\n")[1] == LEAD
    slogan = '<meta name="description" content="پایگاه خبری نمونه، نخستین رسانهٔ شما در همهٔ روزهای سال">'
    assert "پایگاه خبری نمونه" not in report(page(head=slogan)).text


def test_the_lead_of_another_report_is_none() -> None:
    """What is called a lead but stands before the title or after the body belongs to other news."""
    other = '<p class="lead">خبر دیگری از روزهای گذشته که هنوز در این صفحه مانده‌است.</p>'
    text = page().replace(f'<p class="lead">{LEAD}</p>', "").replace("<main>", f"<main>{other}").replace(
        "</article>", f"</article><div>{other}</div>")
    assert report(text).text.split("\n") == [TITLE, FIRST, SECOND]


def test_the_headline_is_the_heading_that_the_metadata_repeats() -> None:
    """A site's own heading is no headline, and the name of the site is no part of one."""
    text = page().replace("<header>", "<header><h1>خبرگزاری نمونه</h1>")
    assert report(text).title == TITLE
    head = f'<meta property="og:title" content="{TITLE} | رسانهٔ من"><meta property="og:site_name" content="رسانهٔ من">'
    assert report(page(head=head).replace(f"<h1>{TITLE}</h1>", f"<h3>{TITLE}</h3>")).title == TITLE


def test_inline_marks_part_no_word() -> None:
    """Bold letters inside a word part nothing, blocks and line breaks do, and scripts say nothing."""
    tree = tree_of("<div>گفت<b>وگو</b>ها<br>خط <i>دوم</i><script>x()</script><!-- y --><p>بند</p>پایان</div>")
    assert lines_of(tree) == "گفتوگوها\nخط دوم\nبند\nپایان"


@pytest.mark.parametrize("text", ["", "<html></html>", "<html><body><h1>تنها تیتر</h1></body></html>"])
def test_a_page_without_an_article_is_refused(text: str) -> None:
    """A page without text of an article is refused."""
    assert why(text)


def test_a_page_made_to_break_its_reader_costs_only_itself() -> None:
    """Thousands of elements in each other give a report or a reason, and no crash."""
    try:
        text = report(page(body="<div>" * 20_000 + FIRST + SECOND)).text
    except InputError as error:
        text = f"{TITLE}: {error.what}"
    assert text.startswith(TITLE)


def test_an_element_made_to_take_hours_is_refused() -> None:
    """An element with more attributes than any page has is refused at once; a long picture in a page is not."""
    many = " ".join(f"a{number}" for number in range(5000))
    assert "attributes" in why(page(body=f'<p title="a > b" {many}>{FIRST}</p>'))
    picture = f'<img src="data:image/png;base64,{"A" * 200_000}">'
    assert FIRST in report(page(body=f"{picture}<p>{FIRST}</p><p>{SECOND}</p>")).text


# ---- when


METADATA = {
    "linked data": '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",'
                   '"datePublished":"2023-09-19T14:30:00+03:30"}]}</script>',
    "a property": '<meta property="article:published_time" content="2023-09-19T14:30:00+0330">',
    "a property in Solar Hijri": '<meta property="article:published_time" content="1402-06-28T14:30:00+03:30">',
    "an itemprop": '<meta itemprop="datePublished" content="2023-09-19T14:30:00+03:30">',
    "Dublin Core": '<meta name="DC.date.issued" content="2023-09-19T14:30:00+03:30">',
    "mail": '<meta name="pubdate" content="Tue, 19 Sep 2023 14:30:00 +0330">',
}


@pytest.mark.parametrize("kind", METADATA)
def test_metadata_tells_when_a_page_was_published(kind: str) -> None:
    """Metadata in any of its forms comes before whatever the text says."""
    told = report(page(head=METADATA[kind], below='<div class="date">۱ فروردین ۱۴۰۰</div>')).published
    assert told == "2023-09-19T14:30:00+03:30"


def test_a_time_element_tells_when_a_page_was_published() -> None:
    """A `time` that says it is the publication comes before another."""
    below = '<time datetime="2023-09-20">چهارشنبه</time><time pubdate datetime="2023-09-19T14:30">سه‌شنبه</time>'
    assert report(page(below=below)).published == "2023-09-19T14:30:00"


LINES = {
    "Solar Hijri": ("۲۸ شهریور ۱۴۰۲ - ۱۴:۳۰", "2023-09-19T14:30:00"),
    "with the day of the week": ("سه‌شنبه، ۲۸ شهریور ۱۴۰۲ ساعت ۱۴:۳۰", "2023-09-19T14:30:00"),
    "in figures": ("۱۴۰۲/۰۶/۲۸ ۱۴:۳۰", "2023-09-19T14:30:00"),
    "from the right": ("۱۴:۳۰ - ۲۸/۰۶/۱۴۰۲", "2023-09-19T14:30:00"),
    "Afghan": ("سه‌شنبه ۲۸ سنبله ۱۴۰۲", "2023-09-19"),
    "Gregorian": ("۱۹ سپتامبر ۲۰۲۳", "2023-09-19"),
    "lunar": ("۴ ربیع‌الاول ۱۴۴۵", "2023-09-19"),
    "a month that is also a word": ("تاریخ انتشار: ۲۸ مهر ۱۴۰۲", "2023-10-20"),
    "in two calendars": ("۲۸ شهریور ۱۴۰۲ برابر با ۱۹ سپتامبر ۲۰۲۳", "2023-09-19"),
}


@pytest.mark.parametrize("kind", LINES)
@pytest.mark.parametrize("place", ["above", "below"])
def test_the_line_at_the_title_tells_when(kind: str, place: str) -> None:
    """Without metadata the line above or below the title tells the day and the hour, in any calendar."""
    line, day = LINES[kind]
    found = report(page(**{place: f'<div class="item-date"><span>{line}</span></div>'}))
    assert found.published == day
    assert line not in found.text


def test_day_and_hour_may_stand_apart() -> None:
    """Day and hour in elements of their own on one line belong together."""
    below = "<div><span>۲۸ شهریور ۱۴۰۲</span><span>۱۴:۳۰</span></div>"
    assert report(page(below=below)).published == "2023-09-19T14:30:00"


def test_a_page_without_a_date_has_none() -> None:
    """Today's date at the head of the site, dates of other news and dates in the report are not the publication's."""
    body = (f"<p>{FIRST}</p><p>{SECOND} این دیدار ۱۲ مرداد ۱۳۹۹ انجام شده بود و پس از آن دو طرف بار دیگر در همان "
            "شهر نشستند.</p>")
    assert report(page(body=body)).published == ""
    assert report(page(above="<div>امروز سه‌شنبه ۲۸ شهریور ۱۴۰۲</div>")).published == ""


@pytest.mark.parametrize(("value", "day"), [
    ("2023-09-19T11:00:00Z", "2023-09-19T11:00:00Z"), ("2023-09-19T11:00:00.123Z", "2023-09-19T11:00:00Z"),
    ("2023/9/19", "2023-09-19"), ("1402-06-28", "2023-09-19"), ("1445-03-04", "2023-09-19"),
    ("۱۴۰۲-۰۶-۲۸", "2023-09-19"),
    ("1402-13-45", ""), ("2023-02-30", ""), ("soon", ""), ("", ""), ("2023-09-19T25:61:00", "2023-09-19"),
    ("Tue, 19 Sep 2023 11:00:00 GMT", "2023-09-19T11:00:00+00:00"), ("Tue, 28 Jun 1402 11:00:00 GMT", "")])
def test_a_field_tells_a_date_in_any_form(value: str, day: str) -> None:
    """ISO, mail and figures are read in the three calendars; what is no day is none."""
    assert told_date(value) == day


# ---- encoding


def old(text: str) -> bytes:
    """The text as pages of the nineties hold it: no half-spaces as such, Arabic letters."""
    return text.replace("ی", "ي").replace("ک", "ك").replace("۰", "0").encode("windows-1256", "xmlcharrefreplace")


@pytest.mark.parametrize(("meta", "charset"), [
    ("windows-1256", ""), ("utf-8", "windows-1256"), ("utf-8", ""), ("iso-8859-1", "iso-8859-1"),
    ("no-such-code", "hex")])
def test_windows_1256_is_known_however_it_is_told(meta: str, charset: str) -> None:
    """A page in windows-1256 is read by its header, its meta element, or by its letters where both are wrong."""
    text = page(title="آتش بس برقرار شد").replace('charset="utf-8"', f'charset="{meta}"')
    assert report(old(text), charset=charset).title == "آتش بس برقرار شد"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_mark_at_its_beginning_tells_the_encoding(encoding: str) -> None:
    """UTF-8 and UTF-16 are read by their byte-order mark, whatever the header says."""
    assert report(page().encode(encoding), charset="windows-1256").title == TITLE


def test_utf_8_that_calls_itself_something_else_is_utf_8() -> None:
    """What reads as UTF-8 from end to end is UTF-8."""
    assert report(page().replace('charset="utf-8"', 'charset="windows-1256"')).text.startswith(TITLE)


def test_a_character_cut_outside_the_report_does_no_harm() -> None:
    """Half a character in the description is passed over; half a character in the report is refused."""
    whole = page(head='<meta name="description" content="بریده">').encode()
    assert report(whole.replace("بریده".encode(), "بریده".encode()[:-1])).title == TITLE
    assert "characters of its text were lost" in why(page().encode().replace("سازنده".encode(), "سازنده".encode()[:-1]))


@pytest.mark.parametrize("body", [
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x02", b"\xff\xfe\x00\xd8\x00",
    "café olé é é é".encode("latin-1")])
def test_what_is_no_text_is_refused(body: bytes) -> None:
    """Pictures, documents and bytes of no known encoding are refused."""
    assert why(body)


# ---- address and source


@pytest.mark.parametrize(("address", "same"), [
    ("https://news.example/a?id=7&utm_source=x&utm_medium=y#top", "https://news.example/a?id=7"),
    ("https://news.example/a?fbclid=abc", "https://news.example/a"), ("HTTPS://News.Example:443/a", "https://news.example/a"),
    ("file:///etc/passwd", ""), ("", "")])
def test_an_address_is_kept_without_what_follows_readers(address: str, same: str) -> None:
    """Tracking parameters and fragments are left out; the parameters that name the report stay."""
    assert canonical(address) == same


def test_a_page_tells_its_own_address_on_its_own_host_only() -> None:
    """A canonical link counts on the same host; one that leads to another site or its front page does not."""
    link = '<link rel="canonical" href="{}">'
    assert report(page(head=link.format("/r/7")), ADDRESS + "?ref=home").url == "https://news.example/r/7"
    assert report(page(head=link.format("https://other.example/r/7"))).url == ADDRESS
    assert report(page(head=link.format("/"))).url == ADDRESS


def test_a_page_of_a_known_outlet_has_its_source() -> None:
    """The source is the outlet's id by its host, whatever door it came through; else the host."""
    for address in ("https://www.isna.ir/news/1", "https://m.isna.ir/news/1", "https://en.isna.ir/news/1"):
        assert report(page(), address).source == "isna"
    assert report(page(), "https://www.bbc.com/persian/articles/c1").source == "bbc-persian"
    assert report(page(), "https://www.unknown.example/1").source == "unknown.example"
    assert report(page(), "https://notisna.ir/1").source == "notisna.ir"


# ---- as places


def collected(*places: object) -> list[Arrival | Fault]:
    """What the places give."""
    return list(arrivals([str(place) for place in places], limits=Limits(), fetcher=fetcher(), states=Memory()))


def test_a_saved_page_is_collected(tmp_path: Path) -> None:
    """A page saved from a browser arrives with its bytes, and with the address that is written in it."""
    saved = "<!-- saved from url=(0031)https://www.irna.ir/news/7?utm_source=x -->\n"
    body = page().replace("<html", f"{saved}<html").encode()
    (tmp_path / "saved.html").write_bytes(body)
    (found,) = collected(tmp_path / "saved.html")
    assert isinstance(found, Arrival)
    assert (found.original, found.media, found.way, found.place) == (
        body, "text/html", "page", str(tmp_path / "saved.html"))
    assert (found.report.url, found.report.source) == ("https://www.irna.ir/news/7", "irna")


def test_a_saved_page_without_an_address_is_named_by_its_file(tmp_path: Path) -> None:
    """The id of a page that tells no address is its path in the folder."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "saved.html").write_text(page(), encoding="utf-8")
    assert [item.report.id for item in collected(tmp_path) if isinstance(item, Arrival)] == ["a/saved"]


def test_a_page_of_the_web_is_collected() -> None:
    """An address gives one arrival, with the body as the server sent it, unpacked."""
    with serving() as web:
        web.serve("/r/7", gzip.compress(page().encode()), headers={"Content-Encoding": "gzip"})
        (found,) = collected(web.at("/r/7"))
    assert isinstance(found, Arrival)
    assert found.original == page().encode()
    assert (found.way, found.media, found.place, found.report.title) == ("page", "text/html", web.at("/r/7"), TITLE)


def test_what_is_refused_is_a_fault_that_names_the_address() -> None:
    """An address that is not fetched is one fault; the next place is collected all the same."""
    with serving() as web:
        web.serve("/r/7", page())
        faults = collected("http://10.0.0.1/", "file:///etc/passwd", web.at("/none"), "javascript:alert(1)",
                           web.at("/r/7"))
    assert [type(item) for item in faults] == [Fault] * 4 + [Arrival]
    assert str(faults[0]) == ("http://10.0.0.1/: 10.0.0.1, a private address; "
                              "only public hosts are fetched; an intranet's host has to be allowed by name")


def test_reports_in_files_arrive_with_their_bytes(tmp_path: Path) -> None:
    """JSON Lines, JSON arrays and plain text arrive each with the bytes of its report."""
    (tmp_path / "a.jsonl").write_text('{"text": "یک", "id": "1"}\n\n{"text": "دو" }\n', encoding="utf-8")
    (tmp_path / "b.json").write_text('[ {"text":"سه"},\n{"text":\t"چهار"} ]', encoding="utf-8")
    (tmp_path / "c.txt").write_text("پنج\n", encoding="utf-8")
    (tmp_path / "d.jsonl.gz").write_bytes(gzip.compress('{"text": "شش"}'.encode()))
    found = [item for item in collected(tmp_path) if isinstance(item, Arrival)]
    assert [(item.report.text.strip(), item.report.id, item.original.decode(), item.media) for item in found] == [
        ("یک", "1", '{"text": "یک", "id": "1"}', "application/json"),
        ("دو", "a-3", '{"text": "دو" }', "application/json"),
        ("سه", "b-1", '{"text":"سه"}', "application/json"), ("چهار", "b-2", '{"text":\t"چهار"}', "application/json"),
        ("پنج", "c", "پنج\n", "text/plain"), ("شش", "d-1", '{"text": "شش"}', "application/json")]
    assert {item.way for item in found} == {"file"}
    assert found[2].place == str(tmp_path / "b.json")
    assert expected([str(tmp_path)]) is None
    (tmp_path / "b.json").unlink()
    (tmp_path / "e.html").write_text(page(), encoding="utf-8")
    assert expected([str(tmp_path), str(tmp_path / "c.txt")]) == 6 + 1


@pytest.mark.parametrize("place", [
    "no-such.html", "no-such.warc.gz", "no-such.jsonl", "no-such.json", "picture.png", "sources:none"])
def test_a_place_that_is_none_is_a_fault(tmp_path: Path, place: str) -> None:
    """A file that is not there, of another kind, or an unknown source is one fault that says what to do."""
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (fault,) = collected(place if ":" in place else tmp_path / place)
    assert isinstance(fault, Fault)
    assert fault.remedy


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    """A folder without anything to read says what is read."""
    (fault,) = collected(tmp_path)
    assert "a folder without reports" in str(fault)
    assert "*.warc" in str(fault)

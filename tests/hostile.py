"""An archive in which everything that anybody may write tries to run, to break a page, to turn it round or to command.

Each attempt would leave a sign: `window.ran` set, an element that no template has, a product worked out, a table gone.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from archives import incoming
from conftest import SAMPLES
from visiting import Element, Page, Visitor
from walking import address, routes
from web import fetcher, serving

from rasad.archive import Archive, accounts
from rasad.archive.collecting import Collector, FeedMemory
from rasad.archive.finding import EVENT, STATEMENT, find
from rasad.archive.judging import ACCEPT, ADD, BLIND, CORRECT, judge
from rasad.archive.keeping import keep
from rasad.archive.prepared import prepare
from rasad.archive.selection import PARTS, Selection
from rasad.batch import Work
from rasad.collect import arrivals
from rasad.collect.files import from_path
from rasad.inputs import Limits

PRODUCT = ("7123", "7", "49861")  # of a template, were one filled in
SCRIPT = "<script>window.ran=1</script>"
HANDLER = "\"'><img src=x onerror=window.ran=1 onload=window.ran=1>"
TRIES = ('=HYPERLINK("javascript:window.ran=1")', SCRIPT, HANDLER, "javascript:window.ran=1",
         "</textarea></title></style></script></option></select><svg/onload=window.ran=1><b", "&lt;script&gt;",
         "{{7123*7}}", "${7123*7}", "{% raw %}", "<%=7123*7%>", "'; DROP TABLE reports; --", '" OR 1=1 --',
         "\u202eABC\u202c\u2067ی\u2069\u2068x\u2069", "😀👨\u200d👩\u200d👧", "%00%0d%0aSet-Cookie:ran=1")
ALL = " ".join(TRIES)
SHORT = "\"'><img src=x onerror=window.ran=1>{{7123*7}}\u202e"  # where there is little room
WHO = "<script>ran=1</script>'--"  # a name may hold nothing that is not seen
SENTENCE = "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین ۳ بار به Moscow در 2026 حمله کردند."
TALKS = "وزیر خارجه ایران با همتای عمانی خود در مسقط دیدار کرد."
CALM = "نمایندگان دو کشور قرار است هفتهٔ آینده دربارهٔ آتش‌بس و مبادلهٔ اسیران گفت‌وگو کنند. " * 9
TEXT = f"{ALL}\r\n{SENTENCE}\n{SHORT} {TALKS}\n{CALM}"
REPORT = incoming(TEXT, ALL, "2026-05-10T12:00:00", "javascript:window.ran=1", ALL)
TURNING = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "poster", "data"}
_PARTY = {"id": SHORT, "name": ALL, "code": "ISR.MIL"}
EVENT_TOLD: Mapping[str, Any] = {"type": "ASSAULT", "actors": [_PARTY], "recipients": [{**_PARTY, "code": "LBN"}],
                                 "place": ALL, "evidence": TALKS, "agreements": [SHORT],
                                 "casualties": [{"harm": "killed", "min": 1, "max": 2, "who": SHORT}]}


def planted(archive: Archive) -> list[str]:
    """The ids of the records of the archive, which holds attempts in every field; two reviewers differ on some."""
    keep(archive, [REPORT])
    for _ in Collector(archive, Work(prepare), FeedMemory(archive)).collect(from_path(str(SAMPLES), Limits())):
        pass
    with serving() as web:
        web.serve("/feed", _feed(), media="application/rss+xml")
        came = arrivals([web.at("/feed")], limits=Limits(), fetcher=fetcher(), states=FeedMemory(archive))
        for _ in Collector(archive, Work(prepare), FeedMemory(archive)).collect(came):
            pass
    accounts.add(archive, WHO, accounts.ADMIN, "چهار کلمهٔ بی‌ربط و دراز")
    made = judge(archive, REPORT.report.id, ADD, reviewer=WHO, changes=EVENT_TOLD, why=ALL)
    said = judge(archive, REPORT.report.id, ADD, reviewer=WHO, changes={"speaker": ALL, "content": SENTENCE}, why=ALL)
    with archive.reading() as connection:
        events = [one.id for one in find(connection, EVENT, Selection(report=(REPORT.report.id,)))]
        statements = [one.id for one in find(connection, STATEMENT, Selection(report=(REPORT.report.id,)))]
    for id_ in events:
        judge(archive, id_, ACCEPT, reviewer=SHORT, why=ALL, manner=BLIND)
        judge(archive, id_, CORRECT, reviewer="B" + ALL[:90], why=ALL, manner=BLIND,
              changes={"place": ALL, "actors": [_PARTY], "agreements": [ALL]})
    judge(archive, statements[0], CORRECT, reviewer=SHORT, changes={"speaker": ALL, "to": [ALL]}, why=ALL)
    assert {made.record, said.record} <= {one.partition(".")[2] for one in (*events, *statements)}
    return [*events, *statements]


def _feed() -> str:
    told = ALL.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return ('<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
            f"<channel><title>{told}</title><link>/</link><description>{told}</description><item><title>{told}</title>"
            f"<link>/1</link><description>{told}</description>"
            f"<content:encoded><![CDATA[<p>{SENTENCE}</p><p>{told}</p><p>{CALM}</p>]]></content:encoded></item></channel></rss>")


def addresses(ids: list[str], queries_: int = 5) -> list[str]:
    """Every page there is about these records, and every page asked for by hostile words in every part."""
    paths = list(dict.fromkeys(address(path, id_) for path in routes("GET") for id_ in (ids[0], ids[-1])))
    paths.append("/paste/" + quote(ALL, safe=""))
    told = {"at": ids[0], "done": ALL, "fault": ALL, "next": ALL, "one": SHORT, "other": WHO, "field": ALL, "page": ALL,
            "what": "events", "repaired": "1", "apart": "1"}
    whole = "&".join(f"{name}={quote(value)}" for name, value in told.items())
    free = [name for name in PARTS if name not in {"type", "mode", "status", "review", "since", "until", "copies",
                                                    "rejected", "dyad"}]
    parts = "&".join(f"{name}={quote(SHORT)}" for name in free) + f"&dyad={quote(SHORT.replace(',', ''))},x"
    wrong = "&".join(f"{name}={quote(SHORT)}" for name in ("type", "order", "since", "lang", "what"))
    queries = ("", f"?{whole}", f"?{parts}", f"?{wrong}", f"?at={quote(ids[0])}&report={quote(REPORT.report.id)}")
    return [path + query for path in paths for query in queries[:queries_]]


def wrongs(page: Page) -> list[str]:
    """What on a page is not of a template: an element that runs or leads where none should, a sum worked out."""
    out = [f"an element {one.tag}" for one in page.elements if one.tag in {"img", "iframe", "object", "embed", "base"}]
    out += [f"a script in the page: {one.text}" for one in page.all("script") if one.text.strip()]
    for one in page.elements:
        out += [f"{name} of {one.tag}" for name in one.attributes if name.startswith("on") or name == "style"]
        out += [f"{one.tag} leads to {value}" for name, value in one.attributes.items()
                if name in _ADDRESSES and not _leads(value)]
    body = next((one for one in page.elements if one.tag == "html"), Element("html", {}))
    out += ["a product"] if PRODUCT[2] in body.text else []
    return out


def _leads(value: str) -> bool:
    """Whether an address is one of a page here, or of a report on the web."""
    return value.startswith(("/", "#", "?", "https://", "http://")) and not value.startswith("//")


def turned(page: Page) -> list[str]:
    """What turns the text of a page around it: a sign that no element keeps to itself, or an isolate left open.

    Isolates that a text of the interface puts around its values are closed where they were opened.
    """
    kept = [one.text for one in page.elements if "turning" in one.attributes.get("class", "").split()]
    kept += [one.text for one in page.elements if one.tag == "textarea"]
    body = next(one for one in page.elements if one.tag == "html")
    loose = Counter(body.text)
    for text in kept:
        loose.subtract(text)
    opened, closed = sum(loose[sign] for sign in "\u2066\u2067\u2068"), loose["\u2069"]
    return ["turned"] if opened != closed or any(loose[sign] for sign in TURNING[:5]) else []


def intact(archive: Archive, reports: int) -> bool:
    """Whether every report is still there."""
    with archive.reading() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM reports").scalar() == reports


__all__ = ["ALL", "REPORT", "SHORT", "TEXT", "WHO", "Visitor", "addresses", "intact", "planted", "turned", "wrongs"]

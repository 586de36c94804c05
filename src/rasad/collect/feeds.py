"""A feed gives each entry once: its own full text where it has one, else the page that it leads to.

An entry counts as seen when its report was handed over, or when asking again would change nothing; what
failed for now is tried again the next time.
"""

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from time import strftime
from typing import Any, Final
from urllib.parse import urljoin

import feedparser

from rasad.collect.arrivals import FEED, HTML_MEDIA, Arrival
from rasad.collect.dates import told_date
from rasad.collect.fetch import Answer, Fetcher
from rasad.collect.markup import lines_of, marked, tree_of
from rasad.collect.outlets import load_outlets
from rasad.collect.pages import Page, canonical, report_of_page
from rasad.collect.refusal import Refusal
from rasad.collect.states import FeedState, FeedStates
from rasad.inputs import Fault, InputError, Limits, checked
from rasad.records import Report

PAGE_MEDIA: Final = frozenset({"", HTML_MEDIA, "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})
FEED_MEDIA: Final = frozenset({
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/octet-stream"})
_ROOT: Final = re.compile(
    rb"(?:\s++|<\?[^>]*+>|(?><!--.*?-->)|<!DOCTYPE[^>\[]*+(?>\[.*?\]\s*+)?>)*+<(?:rss|feed|rdf:RDF|\w{1,20}:feed)[\s>]",
    re.DOTALL | re.IGNORECASE)
_ENTRY: Final = re.compile(rb"<(/?)(?:\w{1,20}:)?(?:item|entry)(?=[\s>])")
_CUT: Final = re.compile(r"(?:\[\s*(?:\u2026|\.\.\.)\s*\]|\u2026|\.\.\.)\s*$")
_FULL, _LONG = 400, 1500  # characters from which a content, or a mere summary, is a whole report
_IN_A_ROW: Final = 3  # failures after which the rest of a feed is left for later
_LARGEST: Final = 5_000_000  # bytes of a feed: reading one takes long
_HEAD: Final = 8192


Items = Iterator[Arrival | Fault]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed as it came, with what it tells of its report."""

    key: str
    url: str
    title: str
    text: str
    full: bool
    published: str
    original: bytes


def is_feed(body: bytes) -> bool:
    """Whether the bytes are an RSS or Atom feed, as their first element tells."""
    head = body[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        head = head.decode("utf-16", "replace").encode()
    return _ROOT.match(head) is not None


def condition(state: FeedState | None) -> Mapping[str, str]:
    """The headers that ask only for what is new since the state."""
    told = {"If-None-Match": state.etag, "If-Modified-Since": state.modified} if state else {}
    return {name: value for name, value in told.items() if value}


def feed_arrivals(place: str, answer: Answer, limits: Limits, fetcher: Fetcher, states: FeedStates) -> Items:
    """The new entries of the feed that was answered; its state is put once they all were handed over."""
    if len(answer.body) > _LARGEST:
        yield Fault(place, f"a feed over the limit of {_LARGEST // 10**6} MB", "give the addresses of its pages")
        return
    entries, damage = _entries(answer)
    if damage and not entries:
        yield Fault(place, f"a damaged feed ({damage})", "look at the address in a browser")
        return
    before = states.get(place)
    known, seen, failed = set(before.seen if before else ()), [], 0
    for entry in entries:
        if entry.key in known:
            seen.append(entry.key)
        elif failed < _IN_A_ROW:
            done = yield from _collected(entry, place, limits, fetcher)
            failed = 0 if done else failed + 1
            seen += [entry.key] if done else []
    if failed >= _IN_A_ROW:
        yield Fault(place, f"{_IN_A_ROW} of its pages in a row could not be fetched",
                    "its other entries are left for the next time")
    if damage:
        yield Fault(place, f"a damaged feed ({damage})", "its entries were taken as far as they can be read")
    whole = len(seen) == len(entries) and not damage
    states.put(place, FeedState(answer.headers.get("etag", "") if whole else "",
                                answer.headers.get("last-modified", "") if whole else "", tuple(dict.fromkeys(seen))))


def _collected(entry: Entry, place: str, limits: Limits,
               fetcher: Fetcher) -> Generator[Arrival | Fault, None, bool]:
    """Hands over the entry's report; returns whether the entry is done with."""
    try:
        if entry.full or not entry.url:
            yield _own(entry, place, limits)
        else:
            yield _page(entry, limits, fetcher)
    except Refusal as refusal:
        yield refusal.of(entry.url)
        if not refusal.lasting:
            return False
        yield from _instead(entry, place, limits)
    except InputError as error:
        yield error.of(entry.url or f"{place}, {entry.key}")
        yield from _instead(entry, place, limits)
    return True


def _instead(entry: Entry, place: str, limits: Limits) -> Iterator[Arrival]:
    """The summary, where the page will never be had."""
    if entry.text and not entry.full:
        try:
            yield _own(entry, place, limits)
        except InputError:
            return


def _page(entry: Entry, limits: Limits, fetcher: Fetcher) -> Arrival:
    answer = fetcher.fetch(entry.url, media=PAGE_MEDIA)
    report = report_of_page(Page(answer.body, answer.address, answer.charset), limits)
    published = load_outlets().local(entry.published, report.source)
    report = replace(report, published=published or report.published, title=report.title or entry.title)
    return Arrival(report, answer.body, answer.media or HTML_MEDIA, FEED, answer.address)


def _own(entry: Entry, place: str, limits: Limits) -> Arrival:
    lines = entry.text.split("\n")
    text = entry.text if lines[0] == entry.title or not entry.title else f"{entry.title}\n{entry.text}"
    source = load_outlets().source_of(entry.url or place)
    report = Report(text=text.strip(), id=entry.url or entry.key, source=source, url=entry.url, title=entry.title,
                    published=load_outlets().local(entry.published, source))
    return Arrival(checked(report, limit=limits.characters), entry.original, "application/xml", FEED, place)


def _entries(answer: Answer) -> tuple[list[Entry], str]:
    """The entries, each once, and what is wrong with the feed where something is."""
    parsed = feedparser.parse(BytesIO(answer.body), sanitize_html=False, resolve_relative_uris=False, response_headers={
        "content-type": answer.headers.get("content-type", ""), "content-location": answer.address})
    originals = _originals(answer.body)
    if len(originals) != len(parsed.entries):
        originals = [answer.body] * len(parsed.entries)
    found = [_entry(told, original, answer.address) for told, original in zip(parsed.entries, originals, strict=True)]
    return list({entry.key: entry for entry in reversed(found)}.values())[::-1], _damage(parsed.get("bozo_exception"))


def _originals(body: bytes) -> list[bytes]:
    """The entries as the feed holds them, in order."""
    found, start = list[bytes](), -1
    for tag in _ENTRY.finditer(body):
        if not tag[1]:
            start = tag.start()
        elif start >= 0:
            found.append(body[start:body.find(b">", tag.end()) + 1])
            start = -1
    return found


def _damage(broken: Exception | None) -> str:
    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    if broken is None or isinstance(broken, harmless):
        return ""
    return str(broken).strip()[:120] or type(broken).__name__


def _entry(told: Any, original: bytes, address: str) -> Entry:  # noqa: ANN401 - feedparser's own
    link = canonical(urljoin(address, str(told.get("link") or "").strip())) if told.get("link") else ""
    contents = [text for one in told.get("content") or () if (text := _plain(str(one.get("value") or "")))]
    summary = _plain(str(told.get("summary") or ""))
    content = max(contents, key=len, default="")
    text = max(content, summary, key=len)
    full = (len(content) >= _FULL or len(text) >= _LONG) and not _CUT.search(text)
    title = " ".join(_plain(str(told.get("title") or "")).split())
    return Entry(str(told.get("id") or link or title), link, title, text, full, _published(told), original)


def _plain(markup: str) -> str:
    """The text of a piece of HTML; of one that cannot be read, none."""
    if not markup.strip():
        return ""
    try:
        return lines_of(tree_of(f"<div>{marked(markup)}</div>"))
    except InputError:
        return ""


def _published(told: Any) -> str:  # noqa: ANN401 - feedparser's own
    """The entry's own time, in its own zone where it names one."""
    for name in ("published", "created", "updated"):
        if told.get(name):
            found = told_date(str(told[name]))
            if not found and told.get(f"{name}_parsed"):
                found = strftime("%Y-%m-%dT%H:%M:%SZ", told[f"{name}_parsed"])
            if found:
                return found
    return ""

"""A page becomes one report: its title, lead and body as its readers see them, with every half-space.

Comments, menus and related news are left out. Nothing of the page is run, and nothing it refers to is fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

import trafilatura
from courlan import clean_url

from rasad.collect.markup import LOST, Element, marked, markup_of, tree_of, unmarked, words_of
from rasad.collect.outlets import Outlets, load_outlets
from rasad.collect.published import linked_data, metas, published_of
from rasad.inputs import InputError, Limits, checked
from rasad.language.fold import fold
from rasad.records import Report

_LEAD: Final = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|leed|intro(?:text)?|standfirst|summary)(?:$|[\s_-])", re.IGNORECASE)
_SAVED: Final = re.compile(r"<!--\s*saved from url=(?:\(\d+\))?(\S+)\s*-->")
_SHORTEST: Final = 40  # characters of a body: anything less is no article
_LEAD_SIZE: Final = range(25, 1500)
_FIRST: Final = 4  # lines of the body that may repeat the title
_MARKS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a page, where they came from and the encoding that its sender named."""

    body: bytes
    address: str = ""
    charset: str = ""
    name: str = ""  # its id where it tells no address


def report_of_page(page: Page, limits: Limits | None = None, outlets: Outlets | None = None) -> Report:
    """The report of the page; InputError tells why there is none."""
    limits, outlets = limits or Limits(), outlets or load_outlets()
    markup = markup_of(page.body, page.charset or limits.encoding)
    text = marked(markup.text)
    tree = tree_of(text)
    told = metas(tree)
    title = _title(tree, told)
    published, dateline = published_of(tree, title)
    lines = _lines(tree, told, title, dateline)
    if markup.torn and any(LOST in line for line in lines):
        raise InputError("characters of its text were lost before it came", "save the page again from its address")
    url = _url(tree, text, page.address)
    source = outlets.source_of(url)
    report = Report(text="\n".join(lines), id=url or page.name, source=source, url=url, title=title,
                    published=outlets.local(published, source))
    return checked(report, limit=limits.characters)


# ---- title


def _title(tree: Element, told: dict[str, str]) -> str:
    """The headline: the heading that the metadata repeats, else what the metadata tells, else the only heading."""
    headings = [text for heading in tree.iter("h1") if (text := words_of(heading))]
    heads = [thing.get("headline") for thing in linked_data(tree)]
    linked = [" ".join(head.split()) for head in heads if isinstance(head, str)]
    named = words_of(title) if (title := tree.find(".//title")) is not None else ""
    claims = [claim for claim in (*linked, told.get("og:title", ""), named) if claim]
    for heading in headings:
        if any(_begins(heading, claim) for claim in claims):
            return heading
    if len(headings) == 1 and not claims[:-1]:
        return headings[0]
    return _without_site(claims[0], told.get("og:site_name", "")) if claims else "".join(headings[:1])


def _begins(one: str, other: str) -> bool:
    one, other = _key(one), _key(other)
    return bool(one and other) and (other.startswith(one) or one.startswith(other))


def _without_site(title: str, site: str) -> str:
    head, mark, last = title.rpartition(max(re.findall(r"\s[|\u2013\u2014-]\s", title)[-1:], default="\0"))
    return head.strip() if mark and _key(last) == _key(site) else title


# ---- text


def _lines(tree: Element, told: dict[str, str], title: str, dateline: str) -> list[str]:
    body = _body(tree)
    for line in [line for line in body[:_FIRST] if _key(line) in {_key(title), _key(dateline)}]:
        body.remove(line)
    if sum(map(len, body)) < _SHORTEST:
        raise InputError("no text of an article on it", "give the address of one report, or its feed")
    whole, seen = _key(" ".join(body)), _key(words_of(tree))
    end = seen.find(_key(body[0])[:_SHORTEST])
    start = max(seen.rfind(_key(title), 0, end) + len(_key(title)), 0)
    leads = (lead for lead in _leads(tree, told) if _key(lead)[:_SHORTEST] not in whole)
    lead = next((lead for lead in leads if _key(lead)[:_SHORTEST] in seen[start:end]), "")
    return [line for line in (title, lead, *body) if line]


def _body(tree: Element) -> list[str]:
    try:
        document = trafilatura.bare_extraction(tree, include_comments=False)
    except Exception as error:  # noqa: BLE001 - whatever breaks an extractor is a page made to break it
        raise InputError(f"the page cannot be read ({type(error).__name__})", "save its text as *.txt") from None
    text = document.text if document is not None and not isinstance(document, dict) else ""
    return [line.strip() for line in unmarked(text or "").split("\n") if line.strip()]


def _leads(tree: Element, told: dict[str, str]) -> Iterator[str]:
    """What stands between title and body: an element that says it is the lead, or that the metadata repeats."""
    for element in tree.iter("p", "div", "h2", "h3", "strong", "span", "section"):
        if any(one.tag in {"nav", "aside", "footer", "ul"} for one in element.iterancestors()):
            continue
        if _LEAD.search(element.get("class") or "") or element.get("itemprop") == "description":
            text = words_of(element)
            if len(text) in _LEAD_SIZE:
                yield text
    description = told.get("og:description") or told.get("description") or ""
    start = _key(description.rstrip(".\u2026 "))
    if len(description) in _LEAD_SIZE:
        seen = (words_of(element) for element in tree.iter("p", "h2", "h3", "div") if len(element) <= 2)
        yield from (text for text in seen if len(text) in _LEAD_SIZE and _key(text).startswith(start))


def _key(text: str) -> str:
    """What is the same for the same words, however they are spelt and marked."""
    return _MARKS.sub("", fold(text))


# ---- address


def canonical(address: str) -> str:
    """The address without what only tells who followed it; empty where it is none of the web."""
    if urlsplit(address).scheme not in {"http", "https"}:
        return ""
    return clean_url(urldefrag(address).url) or address


def _url(tree: Element, text: str, address: str) -> str:
    """The page's own address: the one it names itself where that is on the same host or nothing else is known."""
    named = _named(tree)
    if not address:
        saved = _SAVED.search(text)
        return canonical(saved[1] if saved else named)
    own = urljoin(address, named) if named else address
    return canonical(own if _site(own) == _site(address) and urlsplit(own).path.strip("/") else address)


def _named(tree: Element) -> str:
    links = [one.get("href") for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"]
    return str(links[0] or "").strip() if links else metas(tree).get("og:url", "")


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")

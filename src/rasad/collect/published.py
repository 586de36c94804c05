"""When a page was published is read from its metadata, else from the lines round its title; else it is not known."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any, Final, cast

from rasad.collect.dates import told_date, written_date
from rasad.collect.markup import BLOCKS, Element, unmarked

_LINKED: Final = ("datePublished", "dateCreated", "uploadDate")
_META: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate",
    "pubdate", "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date", "nastooh.publishdate",
)
_ASIDE: Final = frozenset({"nav", "footer", "aside", "form", "select"})
_DATED: Final = re.compile(r"date|time|publish|tarikh|meta", re.IGNORECASE)
_OF_TODAY: Final = re.compile(
    r"today|now\b|current|top-?bar|top-?header|clock|footer|related|sidebar|comment", re.IGNORECASE)
_AFTER, _BEFORE = 1200, 300  # characters in which a line that says it holds a date is looked for
_NEAR: Final = 400
_LINE: Final = 160  # a longer one is a paragraph, whose dates are those of the news
_SCRIPT: Final = 500_000

Block = tuple[str, Element]


def linked_data(tree: Element) -> list[dict[str, Any]]:
    """Every object of the JSON-LD of a page, those of its graphs too; what is not JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json") and len(script.text or "") < _SCRIPT:
            try:
                value = json.loads(unmarked(script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            found += _objects(value)
    return found


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value[:100]:
            yield from _objects(one) if not isinstance(one, list) else ()
    elif isinstance(value, dict):
        yield cast("dict[str, Any]", value)
        graph = value.get("@graph")
        yield from (one for one in graph[:100] if isinstance(one, dict)) if isinstance(graph, list) else ()


def metas(tree: Element) -> dict[str, str]:
    """The meta elements of a page: their name, property or itemprop in lower case -> the first content."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = unmarked(meta.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            if content and meta.get(key):
                found.setdefault(str(meta.get(key)).lower(), content)
    return found


def published_of(tree: Element, title: str) -> tuple[str, str]:
    """When the page was published, as ISO, and the line of the page that says so where no metadata does."""
    told = chain(
        (str(thing.get(key)) for key in _LINKED for thing in linked_data(tree) if thing.get(key)),
        _named(metas(tree)), _timed(tree))
    found = next((moment for value in told if (moment := told_date(value))), "")
    return (found, "") if found else _near(tree, title)


def _named(told: dict[str, str]) -> Iterator[str]:
    return (told[name] for name in _META if name in told)


def _timed(tree: Element) -> Iterator[str]:
    """What `time` elements tell, those first that say they are the day of publication."""
    times = [one for one in tree.iter("time") if one.get("datetime") and not _is_aside(one)]
    said = [one for one in times if one.get("pubdate") is not None or one.get("itemprop") == "datePublished"]
    return (str(one.get("datetime")) for one in said + times)


def _near(tree: Element, title: str) -> tuple[str, str]:
    blocks = list(_blocks(tree))
    at = next((n for n, (text, of) in enumerate(blocks) if text == title or (of.tag == "h1" and title in text)), None)
    if at is None:
        return "", ""
    after, before = blocks[at + 1:], blocks[:at][::-1]
    candidates = chain(
        (text for text, of in _within(after, _AFTER) if _says(of, _DATED)),
        (text for text, of in _within(before, _BEFORE) if _says(of, _DATED)),
        (text for text, _ in _within(after, _NEAR)),
        (text for text, _ in _within(before, _BEFORE) if ":" in text))
    return next(((found, text) for text in candidates if (found := written_date(text))), ("", ""))


def _within(blocks: Sequence[Block], most: int) -> Iterator[Block]:
    """The lines, but no paragraphs, within so many characters, leaving out what belongs to the site."""
    passed = 0
    for text, of in blocks:
        if passed > most:
            return
        if len(text) <= _LINE and not _is_aside(of) and not _says(of, _OF_TODAY):
            yield text, of
        passed += len(text)


def _blocks(tree: Element) -> Iterator[Block]:
    """The lines of the page in order: runs of text within one block."""
    texts = cast("list[Any]", tree.xpath("//body//text()[normalize-space()][not(ancestor::script or ancestor::style)]"))
    for of, run in groupby(texts, key=lambda text: _block(text.getparent())):
        yield " ".join(unmarked(" ".join(run)).split()), of


def _block(element: Element) -> Element:
    while element.tag not in BLOCKS and element.getparent() is not None:
        element = element.getparent()
    return element


def _is_aside(element: Element) -> bool:
    around = [str(one.tag) for one in element.iterancestors()]
    return bool(_ASIDE.intersection((element.tag, *around))) or around[:2] == ["header", "body"]


def _says(element: Element, pattern: re.Pattern[str]) -> bool:
    """Whether the element, what is in it, or what is close round it is named so."""
    near = [element, *list(element.iterdescendants())[:5], *list(element.iterancestors())[:2]]
    return any(pattern.search(f"{one.get('class') or ''} {one.get('id') or ''} {one.get('itemprop') or ''}")
               for one in near if one.tag not in {"body", "html"} and isinstance(one.tag, str))

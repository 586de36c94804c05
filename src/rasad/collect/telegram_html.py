"""The HTML that Telegram Desktop exports is cut at its messages; each is read by itself, with its own bytes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rasad.collect.arrivals import HTML_MEDIA, TELEGRAM, Arrival
from rasad.collect.markup import Element, lines_of, marked, tree_of, words_of
from rasad.collect.telegram import Chat
from rasad.inputs import Fault, InputError, Limits, checked
from rasad.records import Report

_MESSAGE: Final = re.compile(r'<div class="message [^"]*"')
_NUMBERED: Final = re.compile(r"messages(\d*)\.html")
_DATE: Final = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")
_LARGEST: Final = 64_000_000
_EXPORT: Final = (b'class="page_wrap', b'class="page_header', b'class="history"')


def is_html_export(head: bytes) -> bool:
    """Whether a page that begins so is an export of Telegram Desktop."""
    return all(part in head for part in _EXPORT)


def export_pages(folder: Path) -> list[Path]:
    """The pages of an export in their order: messages.html, messages2.html, …"""
    pages = [(int(match[1] or 1), path) for path in folder.iterdir() if (match := _NUMBERED.fullmatch(path.name))]
    return [path for _, path in sorted(pages)]


def html_messages(path: Path, limits: Limits) -> Iterator[Arrival | Fault]:
    """The messages of one page of an export."""
    try:
        text = _text(path)
    except InputError as error:
        yield error.of(str(path))
        return
    starts = [match.start() for match in _MESSAGE.finditer(text)]
    chat, sender = Chat(_name(text[:starts[0]] if starts else text)), ""
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        try:
            message = tree_of(marked(part)).find(".//div[@class]")
            number = (message.get("id") or "").removeprefix("message")
            sender = _first(message, "from_name", within="forwarded") or sender
            report = _report(message, number, chat, sender)
            if report is not None:
                report = checked(report, limit=limits.characters)
                yield Arrival(report, part.strip().encode(), HTML_MEDIA, TELEGRAM, str(path))
        except InputError as error:
            yield error.of(f"{path}, message at character {start}")


def _text(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        raise InputError("larger than a page that Telegram exports", "export it again, or as JSON")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("not UTF-8", "export it again") from None


def _report(message: Element, number: str, chat: Chat, sender: str) -> Report | None:
    texts = _classed(message, "text")
    if "service" in (message.get("class") or "").split() or not texts:
        return None
    text = lines_of(texts[0])
    if not text:
        return None
    return Report(text=text, id=f"{chat.name}/{number}", source=chat.source(sender), published=_published(message),
                  url="")


def _name(head: str) -> str:
    """The name of the chat, which the head of the page tells."""
    tree = tree_of(marked(head))
    for header in _classed(tree, "page_header"):
        return next((words_of(text) for text in _classed(header, "text")), "")
    return ""


def _first(message: Element, name: str, *, within: str) -> str:
    """The sender of the message itself, not of what is forwarded in it."""
    for found in _classed(message, name):
        if not any(within in (one.get("class") or "").split() for one in found.iterancestors()):
            return words_of(found)
    return ""


def _classed(element: Element, name: str) -> list[Element]:
    return [one for one in element.iter("div") if name in (one.get("class") or "").split()]


def _published(message: Element) -> str:
    told = next((_DATE.match(one.get("title") or "") for one in _classed(message, "date")), None)
    if told is None:
        return ""
    day, month, year, clock, zone = told.groups(default="")
    return f"{year}-{month}-{day}T{clock}{zone}"

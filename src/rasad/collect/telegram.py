"""A Telegram export gives one arrival a message that has text, in the order of the export; service messages are none.

Telegram Desktop writes a chat as `result.json`, or as `messages.html`, `messages2.html` and so on; both are read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Final

from rasad.collect.arrivals import TELEGRAM, Arrival
from rasad.collect.json_stream import JsonReader
from rasad.inputs import Fault, InputError, Limits, checked
from rasad.inputs.files import JSON_MEDIA
from rasad.records import Report

_HEAD: Final = 65_536
_MESSAGES: Final = re.compile(rb'^\s*(?:\xef\xbb\xbf)?\{(?s:.*?)"(?:messages"\s*:\s*\[|chats"\s*:\s*\{)')
_PLAIN: Final = re.compile(rb'^\s*(?:\xef\xbb\xbf)?\{(?:[^\n]|\n(?!\{))*?"text"\s*:')
_PUBLIC: Final = frozenset({"public_channel", "private_channel", "public_supergroup", "private_supergroup"})
_FARTHEST: Final = 15 * 3600  # seconds between a clock on earth and UTC


@dataclass(frozen=True, slots=True)
class Chat:
    """Whose messages they are."""

    name: str = ""
    kind: str = ""
    number: str = ""
    username: str = ""

    def address(self, message: str) -> str:
        """The address of a message at t.me, where the export tells it."""
        if self.username:
            return f"https://t.me/{self.username}/{message}"
        return f"https://t.me/c/{self.number}/{message}" if self.number and self.kind in _PUBLIC else ""

    def source(self, sender: str) -> str:
        """The chat; in a group also who wrote."""
        return self.name if not sender or sender == self.name else f"{self.name}: {sender}" if self.name else sender


def is_json_export(head: bytes) -> bool:
    """Whether a JSON file that begins so is an export of Telegram Desktop."""
    match = _MESSAGES.match(head[:_HEAD])
    return match is not None and _PLAIN.match(match[0]) is None


def json_messages(path: Path, limits: Limits) -> Iterator[Arrival | Fault]:
    """The messages of a `result.json`, of one chat or of all, read one by one."""
    with path.open(encoding="utf-8-sig", errors="strict") as stream:
        try:
            reader = JsonReader(stream)
            reader.enter("{")
            yield from _chat(reader, str(path), limits)
        except InputError as error:
            yield error.of(str(path))
        except UnicodeDecodeError:
            yield Fault(str(path), "not UTF-8", "export it again")


def _chat(reader: JsonReader, place: str, limits: Limits) -> Iterator[Arrival | Fault]:
    """What the object in which the reader stands holds: a chat, or whatever holds chats."""
    told: dict[str, str] = {}
    while key := reader.key():
        if key == "messages" and reader.enter("["):
            chat = Chat(told.get("name", ""), told.get("type", ""), told.get("id", ""), told.get("username", ""))
            while reader.more():
                yield from _one(*reader.value(), chat, place, limits)
        elif key == "list" and reader.enter("["):
            while reader.more():
                if reader.enter("{"):
                    yield from _chat(reader, place, limits)
                else:
                    reader.value()
        elif key in {"chats", "left_chats"} and reader.enter("{"):
            yield from _chat(reader, place, limits)
        else:
            value, _ = reader.value()
            told[key] = str(value) if isinstance(value, str | int) else ""


def _one(message: Any, written: str, chat: Chat, place: str, limits: Limits) -> Iterator[Arrival | Fault]:  # noqa: ANN401
    if not isinstance(message, dict) or message.get("type") != "message":
        return
    text = text_of(message.get("text"))
    if not text.strip():
        return
    number = str(message.get("id", ""))
    name = f"{chat.name}/{number}"
    url = chat.address(number)
    sender = message.get("from")
    try:
        report = checked(Report(text=text, id=name, source=chat.source(sender if isinstance(sender, str) else ""),
                                published=_moment(message), url=url), limit=limits.characters)
    except InputError as error:
        yield error.of(f"{place}, message {number}")
        return
    yield Arrival(report, written.encode("utf-8", "surrogatepass"), JSON_MEDIA, TELEGRAM, place)


def text_of(value: object) -> str:
    """The text of a message, which is a string or a list of strings and of parts with a text."""
    if isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else []
    return "".join(str(part.get("text", "")) if isinstance(part, dict) else part for part in parts
                   if isinstance(part, str | dict))


def _moment(message: Mapping[str, Any]) -> str:
    """When it was sent, by the clock of who exported it, and how far that clock is from UTC where it is told."""
    written, seconds = message.get("date"), str(message.get("date_unixtime", ""))
    if not isinstance(written, str):
        return ""
    try:
        local = datetime.fromisoformat(written)
        utc = datetime(1970, 1, 1) + timedelta(seconds=int(seconds))  # noqa: DTZ001 - compared with a clock on a wall
    except (ValueError, OverflowError):
        return written
    off = local.replace(tzinfo=None) - utc
    if abs(off.total_seconds()) > _FARTHEST or off.seconds % 60:
        return written
    return local.replace(tzinfo=timezone(off)).isoformat()

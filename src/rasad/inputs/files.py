"""Paths become reports in the order given; a folder gives its files in the order of their names."""

import gzip
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any, BinaryIO, cast

from rasad.inputs.decoding import decoded, encoding_of
from rasad.inputs.faults import Fault, InputError
from rasad.inputs.fields import LIMIT, report_of
from rasad.inputs.lines import json_items, json_object, json_value, raw_lines
from rasad.records import Report

TEXT_MEDIA, JSON_MEDIA = "text/plain", "application/json"
TEXT, JSON, LINES, UNKNOWN = "text", "json", "lines", "unknown"
_KINDS = {".txt": TEXT, ".json": JSON, ".jsonl": LINES, ".ndjson": LINES, "": UNKNOWN}
_JSON_BYTES = 256_000_000  # a JSON array has to be in memory as a whole
BROKEN = (OSError, EOFError, zlib.error)
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a report may be, in characters, and the encoding of files that do not tell theirs."""

    characters: int = LIMIT
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """One report and the bytes it was taken from: its file, its line, or its part of a JSON array."""

    report: Report
    original: bytes
    media: str


def reports(paths: Sequence[str], limits: Limits | None = None) -> Iterator[Report | Fault]:
    """Every report of the files, folders and standard input ("-"), and a fault for whatever is none."""
    for item in taken(paths, limits):
        yield item.report if isinstance(item, Taken) else item


def taken(paths: Sequence[str], limits: Limits | None = None) -> Iterator[Taken | Fault]:
    """The same as `reports`, each with its bytes."""
    limits = limits or Limits()
    for path in paths:
        if path == STDIN:
            yield from _read("standard input", "stdin", UNKNOWN, sys.stdin.buffer, limits)
        elif Path(path).is_dir():
            yield from _folder(Path(path), limits)
        else:
            yield from taken_from(Path(path), Path(path).name, limits)


def _folder(folder: Path, limits: Limits) -> Iterator[Taken | Fault]:
    found = False
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(root) / name
            if is_known(path.name):
                found = True
                yield from taken_from(path, path.relative_to(folder).as_posix(), limits)
    if not found:
        yield Fault(str(folder), "a folder without reports", "reports are files named *.txt, *.json or *.jsonl")


def is_known(name: str) -> bool:
    """Whether a folder's file of this name is read."""
    return _kind(name) in {TEXT, JSON, LINES}


def taken_from(path: Path, name: str, limits: Limits) -> Iterator[Taken | Fault]:
    """The reports of one file; `name` is what their ids begin with where they have none."""
    kind = _kind(path.name)
    if kind is None:
        yield Fault(str(path), f"unknown format {''.join(path.suffixes[-1:])}",
                    "give *.txt, *.json or *.jsonl, or pipe the text in as -")
        return
    try:
        with path.open("rb") as raw:
            stream = gzip.GzipFile(fileobj=raw) if path.name.endswith(".gz") else raw
            yield from _read(str(path), _stem(name), kind, cast("BinaryIO", stream), limits)
    except BROKEN as error:
        yield unreadable(path, error)


def unreadable(path: Path, error: Exception) -> Fault:
    """The fault of a file that the system could not open, read or unpack."""
    if isinstance(error, FileNotFoundError):
        return Fault(str(path), "no such file", "look at the path")
    if isinstance(error, PermissionError):
        return Fault(str(path), "not allowed to read it", "look at its permissions")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Fault(str(path), f"cannot be read ({reason})")


def _kind(name: str) -> str | None:
    return _KINDS.get(Path(name.removesuffix(".gz")).suffix.lower())


def _stem(name: str) -> str:
    plain = name.removesuffix(".gz")
    return plain.removesuffix(Path(plain).suffix)


def _read(item: str, name: str, kind: str, stream: BinaryIO, limits: Limits) -> Iterator[Taken | Fault]:
    """The reports of one open stream; the way of reading is seen from its first bytes where `kind` is unknown."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast("BufferedReader", stream))
    head = buffered.peek(4)
    if not head:
        yield _empty(item)
        return
    wide = encoding_of(head) not in {"utf-8", "utf-8-sig"} or limits.encoding not in {"", "utf-8"}
    if kind == LINES and not wide:
        yield from _lines(item, name, buffered, limits, 0)
    elif kind in {JSON, UNKNOWN} and not wide and head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        yield from _objects(item, name, buffered, limits)
    else:
        yield from _whole(item, name, kind, buffered, limits)


def _empty(item: str) -> Fault:
    return Fault(item, "empty", "leave it out or give its text")


def _objects(item: str, name: str, stream: BinaryIO, limits: Limits) -> Iterator[Taken | Fault]:
    """JSON Lines, or one JSON object over several lines."""
    first = stream.readline(_JSON_BYTES)
    try:
        json_object(first)
    except InputError:
        rest = stream.read(_JSON_BYTES)
        try:
            json_object(first + rest)
        except InputError:
            yield from _lines(item, name, BytesIO(first + rest), limits, 0)
            return
        yield _one(item, name, first + rest, limits)
        return
    more = stream.readline(_JSON_BYTES)
    if not more:
        yield _one(item, name, first, limits)
        return
    yield _one(f"{item}, line 1", f"{name}-1", first, limits)
    yield from _lines(item, name, BytesIO(more), limits, 1)
    yield from _lines(item, name, stream, limits, 2)


def _lines(item: str, name: str, stream: BinaryIO, limits: Limits, before: int) -> Iterator[Taken | Fault]:
    number = before
    for at, line in raw_lines(stream, limits.characters):
        number = at + before
        where = f"{item}, line {number}"
        if line is None:
            yield Fault(where, f"a line over the limit of {limits.characters:,} characters",
                        "split the report, or raise the limit with --limit")
        else:
            yield _one(where, f"{name}-{number}", line, limits)
    if number == 0:
        yield _empty(item)


def _one(where: str, name: str, line: bytes, limits: Limits, fields: dict[str, Any] | None = None) -> Taken | Fault:
    try:
        fields = json_object(line) if fields is None else fields
        return Taken(report_of(fields, name=name, limit=limits.characters), line.strip(), JSON_MEDIA)
    except InputError as error:
        return error.of(where)


def _whole(item: str, name: str, kind: str, stream: BinaryIO, limits: Limits) -> Iterator[Taken | Fault]:
    """The reports of a stream that has to be read as a whole: plain text, a JSON object or array, UTF-16."""
    most = _JSON_BYTES if kind != TEXT else limits.characters * 4 + 4
    data = stream.read(most + 1)
    if len(data) > most:
        yield Fault(item, f"over the limit of {limits.characters:,} characters" if kind == TEXT else "too large",
                    "raise the limit with --limit" if kind == TEXT else "write it as JSON Lines, one report a line")
        return
    try:
        text = decoded(data, limits.encoding)
        if kind == LINES:
            yield from _lines(item, name, BytesIO(text.encode("utf-8", "surrogatepass")), limits, 0)
        elif kind == JSON or (kind == UNKNOWN and _looks_like_json(text)):
            yield from _values(item, name, text, limits)
        else:
            yield Taken(report_of({"text": text}, name=name, limit=limits.characters), data, TEXT_MEDIA)
    except InputError as error:
        yield error.of(item)


def _looks_like_json(text: str) -> bool:
    head = text.lstrip("\ufeff \t\r\n")[:200]
    return head[:1] == "{" or (head[:1] == "[" and head[1:].lstrip()[:1] in {"{", "]"})


def _values(item: str, name: str, text: str, limits: Limits) -> Iterator[Taken | Fault]:
    if not text.strip("\ufeff \t\r\n"):
        raise InputError("empty", "leave it out or give its text")
    value = json_value(text)
    if isinstance(value, dict):
        yield Taken(report_of(value, name=name, limit=limits.characters), text.encode(), JSON_MEDIA)
        return
    if not isinstance(value, list):
        raise InputError("neither a JSON object nor an array of objects", 'a report is an object: {"text": "…"}')
    if not value:
        raise InputError("an array without reports")
    for number, (fields, written) in enumerate(zip(value, json_items(text), strict=True), start=1):
        where = f"{item}, item {number}"
        if isinstance(fields, dict):
            yield _one(where, f"{name}-{number}", written.encode("utf-8", "surrogatepass"), limits, fields)
        else:
            yield Fault(where, "not a JSON object", 'a report is an object: {"text": "…"}')

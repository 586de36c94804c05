"""Of a WARC file every page answered with 200 becomes an arrival; a damaged record hides none of those before it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from fastwarc.warc import ArchiveIterator, WarcRecordType

from rasad.collect.arrivals import HTML_MEDIA, WARC, Arrival
from rasad.collect.bodies import Body
from rasad.collect.pages import Page, report_of_page
from rasad.inputs import Fault, InputError, Limits

_MEDIA: Final = frozenset({HTML_MEDIA, "application/xhtml+xml"})
_LARGEST: Final = 20_000_000
_MARKUP: Final = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # how a page begins that is not packed
_CUT: Final = InputError("the file breaks off here", "copy or download it again")


def warc_pages(path: Path, limits: Limits) -> Iterator[Arrival | Fault]:
    """The pages of the file, in its order."""
    with path.open("rb") as stream:
        records = iter(ArchiveIterator(stream, record_types=WarcRecordType.response))
        number = 0
        while True:
            try:
                record: Any = next(records, None)
                if record is None:
                    break
                number += 1
                item = _arrival(record, str(path), limits)
            except OSError as error:
                yield Fault(f"{path}, after response {number}", f"the file is damaged ({error})",
                            "what follows is not read; copy or download it again")
                return
            if item is not None:
                yield item
    if number == 0:
        yield Fault(str(path), "no response in it", "give a WARC file with the answers of web servers")


def _arrival(record: Any, path: str, limits: Limits) -> Arrival | Fault | None:  # noqa: ANN401 - fastwarc's own
    address = str(record.headers.get("WARC-Target-URI") or "").strip("<> ")
    where = f"{path}, {address}"
    head = record.http_headers
    if head is None or head.status_code is None:
        return Fault(where, "a record without an answer in HTTP")
    if head.status_code != 200 or (record.http_content_type or "").lower() not in _MEDIA:
        return None
    try:
        body = _body(record, head)
        report = report_of_page(Page(body, address, record.http_charset or ""), limits)
    except InputError as error:
        return error.of(where)
    return Arrival(report, body, HTML_MEDIA, WARC, path)


def _body(record: Any, head: Any) -> bytes:  # noqa: ANN401 - fastwarc's own
    """The body as a reader's program would have it; crawlers that unpack it often leave the headers as they were."""
    length = record.content_length
    if length > _LARGEST:
        raise InputError(f"over the limit of {_LARGEST // 10**6} MB for a page", "save its text as *.txt")
    came: bytes = record.reader.read(length)
    if len(came) < length:
        raise _CUT
    if (head.get("Transfer-Encoding") or "").strip().lower() == "chunked":
        came = _joined(came)
    packing = (head.get("Content-Encoding") or "").strip().lower()
    if came.lstrip().startswith(_MARKUP):
        return came
    body = Body(packing, _LARGEST)
    body.add(came)
    return body.whole()


def _joined(came: bytes) -> bytes:
    """The chunks joined; the bytes as they are where they are no chunks."""
    parts, at = list[bytes](), 0
    while True:
        line, found, _ = came[at:at + 64].partition(b"\r\n")
        try:
            size = int(line.partition(b";")[0], 16)
        except ValueError:
            return came
        if not found or size < 0:
            return came
        if size == 0:
            return b"".join(parts)
        at += len(line) + 2
        parts.append(came[at:at + size])
        at += size + 2

"""WARC files give the pages that were answered with 200; damaged ones give what can be read, and say what cannot."""

import gzip
from pathlib import Path

import pytest
from test_collect_pages import FIRST, LEAD, SECOND, TITLE, page
from web import fetcher

from rasad.collect import Arrival, Memory, arrivals, expected
from rasad.inputs import Fault, Limits

BODY = page().encode()


def record(number: int = 1, body: bytes = BODY, *, status: str = "200 OK", media: str = "text/html; charset=utf-8",
           headers: str = "", kind: str = "response") -> bytes:
    """A record of a WARC file."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://www.isna.ir/news/{number}\r\n"
            f"WARC-Date: 2023-09-20T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\n"
            f"Content-Length: {len(http)}\r\n\r\n").encode() + http + b"\r\n\r\n"


def collected(folder: Path, data: bytes, name: str = "crawl.warc") -> list[Arrival | Fault]:
    """What a WARC file of these bytes gives."""
    path = folder / name
    path.write_bytes(data)
    return list(arrivals([str(path)], limits=Limits(), fetcher=fetcher(), states=Memory()))


def addresses(found: list[Arrival | Fault]) -> list[str]:
    """The addresses of the reports."""
    return [item.report.url for item in found if isinstance(item, Arrival)]


def test_a_page_of_a_warc_file_arrives(tmp_path: Path) -> None:
    """Text, address, source and bytes of an answered page are those of the record."""
    (found,) = collected(tmp_path, record())
    assert isinstance(found, Arrival)
    assert found.report.text.split("\n") == [TITLE, LEAD, FIRST, SECOND]
    assert (found.report.url, found.report.source) == ("https://www.isna.ir/news/1", "isna")
    assert (found.original, found.media, found.way) == (BODY, "text/html", "warc")
    assert found.place == str(tmp_path / "crawl.warc")
    assert expected([found.place]) is None


def test_a_packed_warc_file_is_read(tmp_path: Path) -> None:
    """Each record packed by itself, as crawlers write it, is read in order."""
    data = b"".join(gzip.compress(record(number)) for number in (1, 2, 3))
    assert addresses(collected(tmp_path, data, "crawl.warc.gz")) == [f"https://www.isna.ir/news/{n}" for n in (1, 2, 3)]


def test_only_answered_pages_arrive(tmp_path: Path) -> None:
    """Requests, redirects, errors and pictures are passed over without a word."""
    data = (record(1, kind="request") + record(2, status="301 Moved") + record(3, status="404 Not Found")
            + record(4, b"\x89PNG", media="image/png") + record(5))
    assert addresses(collected(tmp_path, data)) == ["https://www.isna.ir/news/5"]
    assert len(collected(tmp_path, data)) == 1


CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (BODY[:100], BODY[100:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(("body", "headers"), [
    (gzip.compress(BODY), "Content-Encoding: gzip\r\n"), (CHUNKED, "Transfer-Encoding: chunked\r\n"),
    (BODY, "Content-Encoding: gzip\r\n"), (BODY, "Content-Encoding: br\r\n"), (BODY, "Transfer-Encoding: chunked\r\n")])
def test_a_body_is_unpacked_where_it_is_packed(tmp_path: Path, body: bytes, headers: str) -> None:
    """Packed and chunked bodies are unpacked; those that the crawler had unpacked already are taken as they are."""
    (found,) = collected(tmp_path, record(body=body, headers=headers))
    assert isinstance(found, Arrival)
    assert found.original == BODY


def test_a_bomb_in_a_record_is_stopped(tmp_path: Path) -> None:
    """A record that unpacks to more than a page may hold is a fault; the next is read."""
    bomb = record(1, gzip.compress(b"\0" * 21_000_000, 1), headers="Content-Encoding: gzip\r\n")
    fault, found = collected(tmp_path, bomb + record(2))
    assert "over the limit of 20 MB" in str(fault)
    assert addresses([found]) == ["https://www.isna.ir/news/2"]


def test_a_page_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    """A page without an article is a fault with its address; the next is read."""
    fault, found = collected(tmp_path, record(1, b"<html><body></body></html>") + record(2))
    assert str(fault).startswith(f"{tmp_path / 'crawl.warc'}, https://www.isna.ir/news/1: ")
    assert isinstance(found, Arrival)


@pytest.mark.parametrize("packed", [False, True])
def test_of_a_file_that_breaks_off_what_stands_before_arrives(tmp_path: Path, *, packed: bool) -> None:
    """A file cut within a record gives the records before it and a fault, never half a page."""
    parts = [gzip.compress(part) if packed else part for part in (record(1), record(2))]
    data = b"".join(parts)[:-len(parts[1]) // 3]
    first, fault = collected(tmp_path, data, "crawl.warc.gz" if packed else "crawl.warc")
    assert isinstance(first, Arrival)
    assert isinstance(fault, Fault)
    assert fault.remedy


@pytest.mark.parametrize("data", [
    b"hello world " * 20, b"<html></html>", b"", gzip.compress(b"hello world " * 20), BODY])
def test_what_is_no_warc_file_is_a_fault(tmp_path: Path, data: bytes) -> None:
    """A file of another kind is one fault."""
    (fault,) = collected(tmp_path, data)
    assert isinstance(fault, Fault)


def test_damage_between_records_is_told(tmp_path: Path) -> None:
    """Damage between two records gives the one before and a fault that says what is not read."""
    first, fault = collected(tmp_path, record(1) + b"damaged here\r\n\r\n" + record(2))
    assert isinstance(first, Arrival)
    assert "after response 1: the file is damaged" in str(fault)

"""Files, folders and standard input become reports in order."""

import gzip
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from rasad.inputs import Fault, Limits, expected, reports
from rasad.records import Report

TEXT = "ایران و روسیه توافق کردند."


def read(*paths: object, limits: Limits | None = None) -> list[Report | Fault]:
    return list(reports([str(path) for path in paths], limits))


def texts(items: Iterable[Report | Fault]) -> list[str]:
    return [item.text for item in items if isinstance(item, Report)]


def ids(items: Iterable[Report | Fault]) -> list[str]:
    return [item.id for item in items if isinstance(item, Report)]


def lines(*fields: object) -> str:
    return "".join(json.dumps(field, ensure_ascii=False) + "\n" for field in fields)


def test_a_text_file_is_one_report_named_after_the_file(tmp_path: Path) -> None:
    """A plain text file is one report, whole, and its id is the name of the file."""
    path = tmp_path / "one.txt"
    path.write_text(f"{TEXT}\n\n{TEXT}\n", encoding="utf-8")
    assert read(path) == [Report(f"{TEXT}\n\n{TEXT}\n", id="one")]


def test_json_lines_give_all_fields_and_ignore_others(tmp_path: Path) -> None:
    """Every field of the contract is read from a line, and fields beyond it are passed over."""
    fields = {"id": "a", "text": TEXT, "source": "ISNA", "published": "2023-09-19", "url": "u", "title": "t",
              "language": "fa"}
    path = tmp_path / "r.jsonl"
    path.write_text(lines({**fields, "category": "politics", "forward": False}), encoding="utf-8")
    assert read(path) == [Report(**fields)]


def test_a_line_without_id_is_named_by_its_number(tmp_path: Path) -> None:
    """A report without an id gets the name of the file and the number of its line, blank lines counted."""
    path = tmp_path / "r.jsonl"
    path.write_text(lines({"text": TEXT}) + "\n" + lines({"text": TEXT}), encoding="utf-8")
    assert ids(read(path)) == ["r-1", "r-3"]


def test_a_number_as_id_is_its_digits(tmp_path: Path) -> None:
    """An id that is a number in JSON is kept as a string of its digits."""
    path = tmp_path / "r.jsonl"
    path.write_text(lines({"id": 621568, "text": TEXT}), encoding="utf-8")
    assert ids(read(path)) == ["621568"]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_holds_one_object(tmp_path: Path, indent: int | None) -> None:
    """A JSON file with one object, on one line or several, is one report."""
    path = tmp_path / "r.json"
    path.write_text(json.dumps({"text": TEXT}, indent=indent), encoding="utf-8")
    assert read(path) == [Report(TEXT, id="r")]


def test_a_json_file_holds_an_array(tmp_path: Path) -> None:
    """A JSON file with an array is one report an item."""
    path = tmp_path / "r.json"
    path.write_text(json.dumps([{"text": "آ"}, {"text": "ب", "id": "b"}]), encoding="utf-8")
    assert [(r.id, r.text) for r in read(path) if isinstance(r, Report)] == [("r-1", "آ"), ("b", "ب")]


def test_a_json_file_may_hold_json_lines(tmp_path: Path) -> None:
    """A file called .json that holds one object a line is read line by line."""
    path = tmp_path / "r.json"
    path.write_text(lines({"text": "آ"}, {"text": "ب"}, {"text": "پ"}), encoding="utf-8")
    assert texts(read(path)) == ["آ", "ب", "پ"]


def test_packed_files_are_read(tmp_path: Path) -> None:
    """A .gz file is read as what its name says without .gz."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines({"text": "ب"}).encode()))
    assert texts(read(tmp_path)) == [TEXT, "ب"]


def test_a_folder_is_read_to_its_depths_in_order(tmp_path: Path) -> None:
    """All reports below a folder are read in the order of names, ids telling the folder, other files passed over."""
    for name in ("b/2.txt", "b/1.txt", "a.txt", "notes.md", "picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    assert ids(read(tmp_path)) == ["a", "b/1", "b/2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-32"])
def test_encodings_with_a_mark_are_told_apart(tmp_path: Path, encoding: str) -> None:
    """UTF-8 and whatever begins with a byte-order mark is read in its encoding, and the mark is no text."""
    data = b"\xff\xfe" + TEXT.encode("utf-16-le") if encoding == "utf-16-le-bom" else TEXT.encode(encoding)
    (tmp_path / "r.txt").write_bytes(data)
    assert texts(read(tmp_path / "r.txt")) == [TEXT]


def test_json_lines_in_utf_16_are_read(tmp_path: Path) -> None:
    """JSON Lines in UTF-16 give the same reports as in UTF-8."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(lines({"text": "آ"}, {"text": "ب"}).encode("utf-16"))
    assert texts(read(path)) == ["آ", "ب"]


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    """A file in an old encoding is read when the encoding is named."""
    path = tmp_path / "r.txt"
    path.write_bytes("سلام".encode("windows-1256"))
    assert texts(read(path, limits=Limits(encoding="windows-1256"))) == ["سلام"]


@pytest.mark.parametrize(("data", "expected"), [
    (TEXT, [TEXT]),
    (lines({"text": "آ"}, {"text": "ب"}), ["آ", "ب"]),
    (json.dumps({"text": "آ"}, indent=1), ["آ"]),
    (json.dumps([{"text": "آ"}, {"text": "ب"}]), ["آ", "ب"]),
    (f"[عکس] {TEXT}", [f"[عکس] {TEXT}"]),
])
def test_standard_input_is_seen_for_what_it_is(monkeypatch: pytest.MonkeyPatch, data: str, expected: list[str]) -> None:
    """Standard input is read as text, JSON Lines, an object or an array, by what it begins with."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert texts(read("-")) == expected


def test_reports_come_while_a_file_is_read(tmp_path: Path) -> None:
    """The first report of a long file is there before the last line is read."""
    path = tmp_path / "r.jsonl"
    path.write_text(lines(*({"text": TEXT, "id": n} for n in range(1000))) + "{broken", encoding="utf-8")
    assert next(iter(reports([str(path)]))) == Report(TEXT, id="0")


def test_reports_are_counted_beforehand_where_lines_tell_it(tmp_path: Path) -> None:
    """Text files and lines of JSON Lines are counted before they are read; standard input cannot be."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(lines({"text": TEXT}, {"text": TEXT}), encoding="utf-8")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(lines({"text": TEXT}).encode()))
    assert expected([str(tmp_path)]) == 4
    assert expected([str(tmp_path / "a.txt"), "-"]) is None

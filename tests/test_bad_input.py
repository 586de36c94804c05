"""Every kind of bad input is answered by one line that names the item and says what to do, and costs nothing else."""

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES, SENTENCE, Rasad

import rasad as package
from rasad.inputs import Fault, InputError, Limits, reports
from rasad.inputs.dates import published_date
from rasad.pack import Pack
from rasad.public import code_report
from rasad.records import CodedReport, Report

GOOD = json.dumps({"id": "good", "text": SENTENCE}, ensure_ascii=False)
GZIP_HEAD = gzip.compress(GOOD.encode())[:20]
FILES = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "the text is empty"),
    "empty.jsonl": (b"", "empty"),
    "blank.jsonl": (b"\n\n", "empty"),
    "empty.json": (b"", "empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text but binary data"),
    "binary.jsonl": (b"\x7fELF\x02\x01\x01\x00" + bytes(40), "not text but binary data"),
    "old.txt": ("رئيس جمهور".encode("windows-1256"), "not UTF-8"),
    "latin.txt": ("caf\u00e9 ol\u00e9".encode("latin-1"), "not UTF-8"),
    "half.txt": (b"\xff\xfe\x00", "not UTF-16"),
    "cut.txt.gz": (GZIP_HEAD, "cannot be read"),
    "plain.jsonl.gz": (GOOD.encode(), "cannot be read"),
    "report.docx": (b"PK", "unknown format .docx"),
    "number.json": (b"7", "neither a JSON object nor an array"),
    "none.json": (b"[]", "an array without reports"),
    "items.json": (b'[1, {"text": "a"}]', "item 1: not a JSON object"),
    "broken.json": (b'{"text": "a"', "not valid JSON"),
    "deep.json": (b"[" * 100_000, "JSON nested too deeply"),
}
LINES = {
    '{"text": "a"': "not valid JSON",
    "[1]": "not a JSON object",
    '"text"': "not a JSON object",
    '{"id": "x"}': "no field 'text'",
    '{"text": null}': "'text' is null, not a string",
    '{"text": 7}': "'text' is a number, not a string",
    '{"text": ["a"]}': "'text' is a list, not a string",
    '{"text": ""}': "the text is empty",
    '{"text": "a", "source": 3}': "'source' is a number, not a string",
    '{"text": "a", "published": "yesterday"}': "no ISO date",
    '{"text": "a", "published": "1402-06-28"}': "write 2023-09-19",
    '{"text": "a", "published": "2023-02-30"}': "does not exist",
    '{"text": "a\\ud83d"}': "half a character (U+D83D)",
    '{"n": ' + "9" * 5000 + "}": "a number too long",
    GOOD.replace(SENTENCE, SENTENCE * 40): "over the limit of 2,000",
    '{"text": "' + "آ" * 300_000 + '"}': "over the limit of 2,000",
}


def only_fault(path: object, limits: Limits | None = None) -> Fault:
    found = [item for item in reports([str(path)], limits) if isinstance(item, Fault)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_one_fault_that_names_it(tmp_path: Path, name: str) -> None:
    """A file that cannot be read as reports is one fault, with its name and the reason on one line."""
    data, reason = FILES[name]
    (tmp_path / name).write_bytes(data)
    fault = str(only_fault(tmp_path / name))
    assert str(tmp_path / name) in fault
    assert reason in fault
    assert "\n" not in fault


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_a_bad_line_is_one_fault_and_its_neighbours_are_read(tmp_path: Path, line: str) -> None:
    """A bad line is named by file and number with the reason, and the lines around it are reports."""
    path = tmp_path / "r.jsonl"
    path.write_text(f"{GOOD}\n{line}\n{GOOD}\n", encoding="utf-8")
    items = list(reports([str(path)], Limits(2000)))
    assert [type(item) for item in items] == [Report, Fault, Report]
    assert str(items[1]).startswith(f"{path}, line 2: ")
    assert LINES[line] in str(items[1])


def test_a_line_in_another_encoding_costs_only_itself(tmp_path: Path) -> None:
    """A line that is not UTF-8 among lines that are is one fault."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(GOOD.encode() + b'\n{"text": "\xe9\xe8"}\n' + GOOD.encode())
    assert [type(item) for item in reports([str(path)])] == [Report, Fault, Report]


def test_an_old_encoding_is_named(tmp_path: Path) -> None:
    """A file that reads as Arabic script in Windows-1256 is answered with the option that reads it."""
    path = tmp_path / "r.txt"
    path.write_bytes("رئیس جمهور ایران گفت".replace("ی", "ي").encode("windows-1256"))
    assert "--encoding windows-1256" in str(only_fault(path))


def test_a_missing_file_is_named() -> None:
    """A file that is not there is named."""
    assert str(only_fault("no/such/file.txt")).startswith("no/such/file.txt: no such file")


@pytest.mark.skipif(os.name != "posix", reason="needs a file that is there and cannot be read as a file")
def test_an_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is named, with what to look at."""
    path = tmp_path / "r.txt"
    path.write_text(SENTENCE, encoding="utf-8")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    assert str(only_fault(path)) == f"{path}: not allowed to read it; look at its permissions"


def test_a_folder_without_reports_says_what_is_looked_for(tmp_path: Path) -> None:
    """A folder that holds no report is a fault that names the endings of report files."""
    assert "*.jsonl" in str(only_fault(tmp_path))


def test_the_size_limit_is_in_characters(tmp_path: Path) -> None:
    """A text of as many characters as the limit is read, one of one more is not."""
    path = tmp_path / "r.txt"
    path.write_text("آ" * 100, encoding="utf-8")
    assert [type(item) for item in reports([str(path)], Limits(100))] == [Report]
    assert "over the limit of 99" in str(only_fault(path, Limits(99)))


def test_a_packed_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A packed file that unpacks to much more than the limit is refused before it fills the memory."""
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(bytes(0x20 for _ in range(30_000_000)), 9))
    assert "over the limit" in str(only_fault(path, Limits(1000)))


@pytest.mark.parametrize("value", ["2023", "2023-09", "2023-09-19", "2023-09-19T14:30", "2023-09-19T14:30:00",
                                   "2023-09-19 14:30:00", "2023-09-19T14:30:00Z", "2023-09-19T14:30:00+03:30",
                                   "2023-09-19T14:30:00.250Z"])
def test_iso_dates_pass(value: str) -> None:
    """A year, a month, a day and a moment in ISO 8601 are publication dates."""
    assert published_date(value) == value


@pytest.mark.parametrize(("value", "remedy"), [
    ("19.9.2023", "2023-09-19"), ("2023/09/19", "2023-09-19"), ("2023-9-19", "2023-09-19"),
    ("2023-13-01", "exist"), ("2023-00-01", "exist"), ("2023-09-19T25:00", "exist"),
    ("۲۰۲۳-۰۹-۱۹", "write the digits as 0-9: 2023-09-19"), ("۱۴۰۲-۰۶-۲۸", "write 2023-09-19"),
    ("1402", "no Gregorian year"), ("today", "no ISO date"), ("2023-09-19x", "no ISO date"),
])
def test_other_dates_are_refused_with_what_to_write(value: str, remedy: str) -> None:
    """What is no ISO date is refused, and the answer says how to write it."""
    with pytest.raises(InputError, match=remedy):
        published_date(value)


def test_python_callers_get_the_same_answers() -> None:
    """`rasad.code` raises InputError, a ValueError, for the same bad input."""
    with pytest.raises(ValueError, match="the text is empty"):
        package.code("  ")
    with pytest.raises(package.InputError, match="ISO date"):
        package.code(SENTENCE, published="yesterday")
    with pytest.raises(package.InputError, match="no field 'text'"):
        package.code({"id": "a"})


def test_a_batch_goes_on_and_says_so_in_its_exit_code(rasad: Rasad, tmp_path: Path) -> None:
    """Bad items are named on standard error, good ones are coded, and the exit code is 1."""
    (tmp_path / "r.jsonl").write_text(f"{GOOD}\n{{\n{GOOD}\n", encoding="utf-8")
    ran = rasad("code", tmp_path / "missing.txt", tmp_path / "r.jsonl")
    assert ran.code == 1
    assert [json.loads(line)["report"]["id"] for line in ran.out.splitlines()] == ["good", "good"]
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == [
        str(tmp_path / "missing.txt"), f"{tmp_path / 'r.jsonl'}, line 2"]


def test_a_fault_of_the_coder_costs_one_report(rasad: Rasad, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that the coder breaks on is one line with its id and no traceback, and the others are coded."""
    real = code_report

    def broken(report: Report, pack: Pack) -> CodedReport:
        if report.id == "sample-agency-02":
            raise KeyError("no such thing")
        return real(report, pack)

    monkeypatch.setattr("rasad.cli.code.code_report", broken)
    ran = rasad("code", SAMPLES)
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("rasad: sample-agency-02: internal error: KeyError")
    assert len(ran.out.splitlines()) == len(SAMPLES.read_text(encoding="utf-8").splitlines()) - 1


def test_names_of_items_cannot_write_to_the_terminal() -> None:
    """A control character in the name of an item or in its fault is never printed."""
    assert str(Fault("a\x1b]0;evil\x07.txt", "no\nsuch file")) == "a ]0;evil .txt: no such file"


def test_a_killed_process_costs_one_report(tmp_path: Path) -> None:
    """With several processes, a report whose process dies is named, and all others are coded in order."""
    path = tmp_path / "r.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": SENTENCE}) + "\n" for n in range(4)), encoding="utf-8")
    script = (
        "import os, sys\n"
        "from rasad import batch\n"
        "from rasad.inputs import reports\n"
        "def task(report, pack):\n"
        "    if report.id == '2':\n"
        "        os._exit(9)\n"
        "    return report.id\n"
        "for result in batch.done(reports([sys.argv[1]]), batch.Work(task, jobs=2)):\n"
        "    print(result)\n"
    )
    out = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, timeout=60,
                         check=True).stdout.splitlines()
    assert out[:2] + out[3:] == ["0", "1", "3"]
    assert out[2].startswith("2: the process that coded it was killed")


def test_standard_input_that_is_no_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Binary data piped in is answered like a binary file."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(100)), encoding="utf-8"))
    assert str(only_fault("-")).startswith("standard input: not text but binary data")

"""`rasad code` prints records, a table or a sheet, and behaves in pipes as other commands do."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import SAMPLES, SENTENCE, Rasad

import rasad as package
from rasad.cli import COMMANDS, sheet
from rasad.records import CodedReport, Coder, Event, Party, Report, ReportHead, Span

RASAD = [sys.executable, "-m", "rasad"]


def test_one_line_a_report_in_the_order_of_the_input(rasad: Rasad, samples: list[dict[str, str]]) -> None:
    """JSON Lines hold one coded report a line, in the order of the input."""
    ran = rasad("code", SAMPLES)
    assert ran.code == 0
    assert [json.loads(line)["report"]["id"] for line in ran.out.splitlines()] == [s["id"] for s in samples]
    assert not ran.err


def test_the_fields_of_the_report_are_kept(rasad: Rasad, tmp_path: Path) -> None:
    """Source, date, title, address and the number of characters of the report stand in its coding."""
    fields = {"id": "a", "text": SENTENCE, "source": "ISNA", "published": "2023-09-19", "url": "u", "title": "t"}
    (tmp_path / "r.json").write_text(json.dumps(fields), encoding="utf-8")
    head = json.loads(rasad("code", tmp_path / "r.json").out)["report"]
    del fields["text"]
    assert head == {**fields, "language": "fa", "characters": len(SENTENCE)}


def test_an_attack_that_is_told_is_the_speakers_claim(rasad: Rasad) -> None:
    """«Russia's foreign ministry's spokesman said Ukraine's forces attacked Moscow» is his claim, not the outlet's."""
    coded = json.loads(rasad("code", stdin=SENTENCE.encode()).out)
    assert [s["speaker"]["code"] for s in coded["statements"]] == ["RUS.GOV"]
    assert [(e["type"], e["according_to"]) for e in coded["events"]] == [("ASSAULT", ["RUS.GOV"])]


def test_a_date_can_be_given_to_reports_without_one(rasad: Rasad, tmp_path: Path) -> None:
    """--published dates the reports that have no date, and leaves alone those that have one."""
    (tmp_path / "r.jsonl").write_text(
        json.dumps({"text": SENTENCE}) + "\n" + json.dumps({"text": SENTENCE, "published": "2020-01-01"}) + "\n",
        encoding="utf-8")
    ran = rasad("code", "--published", "2023-09-19", tmp_path / "r.jsonl")
    assert [json.loads(line)["report"]["published"] for line in ran.out.splitlines()] == ["2023-09-19", "2020-01-01"]


def test_several_processes_print_the_same(rasad: Rasad) -> None:
    """Two processes print byte for byte what one prints."""
    one, two = rasad("code", SAMPLES, SAMPLES, "--jobs", 1), rasad("code", SAMPLES, SAMPLES, "--jobs", 2)
    assert one.out
    assert (two.code, two.out, two.err) == (one.code, one.out, one.err)


def test_a_table_of_ones_own_is_read(rasad: Rasad, tmp_path: Path) -> None:
    """An entry in the user's folder counts: a group no table of the package knows becomes an actor."""
    text = "جنبش آفتاب‌گردان به روسیه حمله کرد."
    (tmp_path / "groups.tsv").write_text("id\tcode\tname\tfa\ngroup:sun\tARM.REB\tSun\tجنبش آفتاب‌گردان\n",
                                         encoding="utf-8")
    without = json.loads(rasad("code", stdin=text.encode()).out)
    own = json.loads(rasad("code", "--lexicon", tmp_path, stdin=text.encode()).out)
    assert "ARM.REB" not in {a["code"] for a in without["actors"]}
    assert "ARM.REB" in {a["code"] for a in own["actors"]}
    assert own["coder"]["lexicon"] != without["coder"]["lexicon"]


def test_a_table_of_ones_own_that_cannot_be_read_is_named_once(rasad: Rasad, tmp_path: Path) -> None:
    """A type that is none, in a table of one's own, is one line with the table and the rule, and exit code 2."""
    row = "x/y\tATTACK\t\t\tناکار کردن\tsubj:A obj:R\t\t"
    columns = "rule\ttype\tmode\tnouns\tverbs\troles\tnote\tneeds"
    (tmp_path / "frames.tsv").write_text(f"{columns}\n{row}\n", encoding="utf-8")
    ran = rasad("code", "--lexicon", str(tmp_path), SAMPLES)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "frames.tsv, rule x/y" in ran.err


def test_a_report_in_another_language_is_named_and_not_coded(rasad: Rasad) -> None:
    """An Arabic report comes back with its language and nothing coded."""
    text = "قال المتحدث باسم وزارة الخارجية الروسية إن القوات الأوكرانية هاجمت موسكو في وقت سابق من اليوم."
    coded = json.loads(rasad("code", stdin=text.encode()).out)
    assert coded["report"]["language"] == "ar"
    assert not coded["events"]
    assert not coded["statements"]


def test_the_sheet_has_one_row_an_event(rasad: Rasad) -> None:
    """The sheet holds the events of the JSON Lines, one a row, under its columns."""
    events = [e for line in rasad("code", SAMPLES).out.splitlines() for e in json.loads(line)["events"]]
    ran = rasad("code", "--format", "csv", SAMPLES)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert tuple(rows[0]) == sheet.COLUMNS
    assert [(r["event"], r["type"], r["status"], r["rule"]) for r in rows] == [
        (e["id"], e["type"], e["status"], e["rule"]) for e in events]
    assert [r["according_to"].split("; ") for r in rows] == [e["according_to"] for e in events]


def coded_with(name: str) -> CodedReport:
    party = Party("", name, "RUS", None)
    event = Event("e1", "ASSAULT", "", "material conflict", -9.0, "190", (party,), (), None, "", "actual", ("outlet",),
                  None, (Span(0, 4, "text"),), (), (), 0.5, "fa/assault/attack")
    return CodedReport(ReportHead("=1+1", "", "", "fa", "", "", 4), events=(event,), coder=Coder("rasad", "", ""))


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\u200f=1+1", " \t=1+1"])
def test_no_cell_of_the_sheet_is_a_formula(name: str) -> None:
    """A name that a spreadsheet would take for a formula is quoted, also behind blanks and marks of direction."""
    [row] = csv.reader(io.StringIO(sheet.rows(Report("text"), coded_with(name))))
    cells = dict(zip(sheet.COLUMNS, row, strict=True))
    assert cells["actor_names"].startswith("'")
    assert cells["report"] == "'=1+1"
    assert cells["score"] == "-9"


def test_a_cell_stands_on_one_line() -> None:
    """Line ends inside a name do not break the row."""
    assert len(sheet.rows(Report("text"), coded_with("one\r\ntwo\nthree")).splitlines()) == 1


def test_a_reader_that_stops_early_ends_it_quietly(tmp_path: Path) -> None:
    """`rasad code … | head -c 1` leaves nothing on standard error and no failing exit code."""
    path = tmp_path / "many.jsonl"
    path.write_text(SAMPLES.read_text(encoding="utf-8") * 20, encoding="utf-8")
    with subprocess.Popen([*RASAD, "code", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_at_once(tmp_path: Path, jobs: str) -> None:
    """Ctrl-C ends a long batch with exit code 130 and no traceback, however many processes there are."""
    path = tmp_path / "many.jsonl"
    path.write_text(SAMPLES.read_text(encoding="utf-8") * 300, encoding="utf-8")
    with subprocess.Popen([*RASAD, "code", "--jobs", jobs, str(path)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in errors


def test_piped_text_is_coded_without_naming_a_file(rasad: Rasad) -> None:
    """With nothing named, standard input is coded, as with -."""
    assert rasad("code", stdin=SENTENCE.encode()).out == rasad("code", "-", stdin=SENTENCE.encode()).out


@pytest.mark.parametrize("arguments", [("code", "--jobs", "0"), ("code", "--format", "xml"), ("fly",),
                                       ("code", "--published", "now", "x"), ("code", "--encoding", "x-y", "x"),
                                       ("code", "--lexicon", "no/such/folder", "x")])
def test_wrong_usage_is_exit_code_2(rasad: Rasad, arguments: tuple[str, ...]) -> None:
    """A wrong option or command is one line on standard error and exit code 2."""
    ran = rasad(*arguments)
    assert ran.code == 2
    assert ran.err.startswith("rasad: ")
    assert not ran.out


def test_every_command_has_help(rasad: Rasad) -> None:
    """`rasad --help` names every command, and each has a help of its own."""
    ran = rasad("--help")
    for name in COMMANDS:
        assert f"\n  {name} " in ran.out
        assert f"Usage: rasad {name}" in rasad(name, "--help").out


def test_help_comes_at_once() -> None:
    """`rasad --help` loads no table and no stage of the coder."""
    script = "import sys, rasad.cli; rasad.cli.run(['--help']); print([m for m in sys.modules if 'stages' in m])"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert out.stdout.splitlines()[-1] == "[]"


def test_the_version_is_that_of_the_package(rasad: Rasad) -> None:
    """`rasad --version` prints the version of the package."""
    assert package.__version__ in rasad("--version").out


def test_repair_keeps_the_lines(rasad: Rasad) -> None:
    """`rasad repair` prints the text line for line, damage mended, boilerplate left where it is."""
    ran = rasad("repair", stdin="وزير گفت ميدهيم.\n\nانتهای پیام\n".encode())
    assert ran.out == "وزیر گفت می‌دهیم.\n\nانتهای پیام\n"


def test_progress_is_shown_in_a_terminal_only(rasad: Rasad, tmp_path: Path) -> None:
    """Where standard error is no terminal, a long batch writes nothing there."""
    path = tmp_path / "many.jsonl"
    path.write_text(SAMPLES.read_text(encoding="utf-8") * 3, encoding="utf-8")
    assert not rasad("code", path).err


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_a_bar_leaves_the_output_alone(tmp_path: Path) -> None:
    """With standard error a terminal, a long batch shows a bar there, and the output is the same as without."""
    import pty  # noqa: PLC0415 - only where there are terminals

    path, out = tmp_path / "many.jsonl", tmp_path / "out.jsonl"
    path.write_text(SAMPLES.read_text(encoding="utf-8") * 4, encoding="utf-8")
    ours, theirs = pty.openpty()
    with out.open("wb") as stream:
        subprocess.run([*RASAD, "code", str(path), "no-such-file.txt"], stdout=stream, stderr=theirs, timeout=60,
                       check=False, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert b"/57" in shown  # four times fourteen samples and the file that is missing
    assert b"no-such-file.txt: no such file" in shown
    plain = subprocess.run([*RASAD, "code", str(path)], capture_output=True, check=True).stdout
    assert out.read_bytes() == plain


def test_reports_are_printed_as_they_come(tmp_path: Path) -> None:
    """The first coded report is there while the input still waits for more."""
    with subprocess.Popen([*RASAD, "code", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        line = json.dumps({"id": "first", "text": SENTENCE}).encode() + b"\n"
        process.stdin.write(line * 2)
        process.stdin.flush()
        started = time.monotonic()
        assert json.loads(process.stdout.readline())["report"]["id"] == "first"
        assert time.monotonic() - started < 30
        process.stdin.close()
        process.wait(timeout=30)
    assert not list(tmp_path.iterdir())

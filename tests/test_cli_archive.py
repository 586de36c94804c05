"""The commands of the archive, from an empty folder to a judged record."""

import gzip
import json
from pathlib import Path

import pytest
from conftest import SAMPLES, Rasad

TEXT = "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین به مسکو حمله کردند."


@pytest.fixture
def kept(rasad: Rasad, tmp_path: Path) -> str:
    """The address of an archive that holds the bundled samples."""
    address = str(tmp_path / "kept.sqlite")
    assert rasad("collect", "--archive", address, SAMPLES).out.startswith("14 new")
    return address


def first_event(rasad: Rasad, address: str, *parts: str) -> dict[str, object]:
    """The first event that `rasad find` prints as JSON."""
    found: dict[str, object] = json.loads(rasad("find", "--archive", address, "-n", "1", *parts).out)
    return found


def test_collecting_again_finds_nothing_new(rasad: Rasad, kept: str) -> None:
    """A second collection of the same file says that all of it is known, and leaves the archive as it was."""
    before = Path(kept).stat().st_size
    ran = rasad("collect", "--archive", kept, SAMPLES)
    assert (ran.code, ran.out.split(";")[0], Path(kept).stat().st_size) == (0, "0 new, 14 known", before)


def test_what_cannot_be_collected_is_named_and_the_rest_is_kept(rasad: Rasad, tmp_path: Path) -> None:
    """Of a file with a good line and two bad ones the good one is kept, and each bad one is told with its line."""
    path = tmp_path / "r.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"text": TEXT}) + "\n{\n" + json.dumps({"text": " "}) + "\n")
    ran = rasad("collect", "--archive", tmp_path / "a.sqlite", path)
    assert (ran.code, ran.out.split(";")[0]) == (1, "1 new, 2 refused")
    assert [("line 2" in line, "line 3" in line) for line in ran.err.splitlines()] == [(True, False), (False, True)]


def test_two_jobs_keep_what_one_keeps(rasad: Rasad, kept: str, tmp_path: Path) -> None:
    """The archive holds the same events whether one process coded or two."""
    other = str(tmp_path / "two.sqlite")
    rasad("collect", "--jobs", "2", "--archive", other, SAMPLES)
    one, two = (rasad("find", "--archive", a, "-n", "0").out.splitlines() for a in (kept, other))
    assert [json.loads(line)["id"] for line in one] == [json.loads(line)["id"] for line in two]


def test_a_record_is_found_shown_judged_and_shown_again(rasad: Rasad, kept: str) -> None:
    """An event found by the shell is corrected by the shell, and what it says is then the correction."""
    id_ = str(first_event(rasad, kept, "--type", "ASSAULT")["id"])
    judged = rasad("judge", "--archive", kept, id_, "correct", "--set", "date=2026-05-01", "--reviewer", "سارا")
    assert (judged.code, judged.out.split(": ")[1]) == (0, f"correct {id_} by سارا\n")
    shown = json.loads(rasad("show", "--archive", kept, "--format", "json", id_).out)
    assert (shown["records"][0]["date"], shown["records"][0]["review"]) == ("2026-05-01", "reviewed")
    assert [(j["kind"], j["reviewer"], j["counts"]) for j in shown["judgements"]] == [("correct", "سارا", True)]


def test_a_report_shows_its_text_and_history(rasad: Rasad, kept: str) -> None:
    """A report shown as a table holds its records under their ids and what was made of it."""
    report = str(first_event(rasad, kept)["id"]).partition(".")[0]
    out = rasad("show", "--archive", kept, "--format", "table", report).out
    assert f"{report}.e" in out
    assert "collected (file:" in out
    assert "coded by rasad" in out


def test_the_original_comes_back_byte_for_byte(rasad: Rasad, kept: str) -> None:
    """`rasad show --original` prints the very line that came in."""
    report = str(first_event(rasad, kept)["id"]).partition(".")[0]
    told = rasad("show", "--archive", kept, "--original", report).out
    assert told.strip() in SAMPLES.read_text(encoding="utf-8")


def test_a_table_tells_how_much_there_is(rasad: Rasad, kept: str) -> None:
    """The last line of a table counts events, reports and sources apart."""
    out = rasad("find", "--archive", kept, "--format", "table", "--type", "ASSAULT", "-n", "2").out
    assert "events in" in out.splitlines()[-1]
    assert out.splitlines()[-1].endswith("2 shown")


def test_nothing_found_is_said(rasad: Rasad, kept: str) -> None:
    """A selection that means nothing is answered, not left blank."""
    assert rasad("find", "--archive", kept, "--format", "table", "--actor", "FJI").out == "no events found\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("find", "--archive", "none.sqlite"), "there is no archive"),
        (("find", "--archive", "KEPT", "--type", "WAR"), "no type"),
        (("find", "--archive", "KEPT", "--since", "soon"), "no day"),
        (("show", "--archive", "KEPT", "r0"), "no report"),
        (("judge", "--archive", "KEPT", "r0.e0", "accept"), "no report"),
        (("recode", "--archive", "none.sqlite"), "there is no archive"),
        (("collect", "--archive", "no/folder/a.sqlite", str(SAMPLES)), "no folder"),
    ],
)
def test_what_cannot_be_done_is_one_line(rasad: Rasad, kept: str, arguments: tuple[str, ...], said: str) -> None:
    """A wrong archive, id or value ends with 1 and one line that says what was wrong."""
    ran = rasad(*(kept if part == "KEPT" else part for part in arguments))
    assert (ran.code, len(ran.err.splitlines()), said in ran.err) == (1, 1, True)


def test_a_wrong_judgement_is_a_wrong_usage(rasad: Rasad, kept: str) -> None:
    """A judgement that does not exist ends with 2."""
    assert rasad("judge", "--archive", kept, "r0.e0", "praise").code == 2


def test_the_variable_names_the_archive(rasad: Rasad, kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """RASAD_ARCHIVE names the archive where no option does."""
    monkeypatch.setenv("RASAD_ARCHIVE", kept)
    assert json.loads(rasad("find", "-n", "1").out)["report"]["source"]

"""`rasad export` writes a whole file or none, and what it writes is what `rasad find` shows."""

import csv
import io
import json
from pathlib import Path

import pytest
from archives import sample_reports
from conftest import SAMPLES, Rasad
from told import tell

from rasad.archive import Archive
from rasad.archive.keeping import keep


@pytest.fixture
def address(tmp_path: Path) -> str:
    """An archive of four known events."""
    with Archive(str(tmp_path / "a.sqlite")) as archive:
        tell(archive)
    return str(tmp_path / "a.sqlite")


def test_what_is_exported_is_what_is_found(address: str, tmp_path: Path, rasad: Rasad) -> None:
    """With the same options, the ids that are found are those that are exported, in the same order."""
    chosen = ("--type", "ASSAULT", "--type", "PROTEST", "--archive", address)
    shown = [json.loads(line)["id"] for line in rasad("find", *chosen, "--format", "json").out.splitlines()]
    ran = rasad("export", *chosen, "-o", tmp_path / "events.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "events.csv").read_text(encoding="utf-8-sig"))))
    assert [row["id"] for row in rows] == shown
    assert (ran.code, ran.out, ran.err) == (0, "", "3 exported\n")


def test_the_sheet_of_find_is_that_of_an_export(tmp_path: Path, rasad: Rasad) -> None:
    """`rasad find --format csv` prints the bytes that an export has, speakers and agreements among them."""
    address = str(tmp_path / "b.sqlite")
    with Archive(address) as archive:
        keep(archive, sample_reports(SAMPLES))
    rasad("export", "-o", tmp_path / "events.csv", "--archive", address)
    shown = rasad("find", "--format", "csv", "--limit", "0", "--archive", address).out
    assert shown == (tmp_path / "events.csv").read_bytes().decode()
    assert any(row["speaker"] for row in csv.DictReader(io.StringIO(shown)))


def test_what_has_no_place_is_told(address: str, tmp_path: Path, rasad: Rasad) -> None:
    """Events without a point, which GeoJSON cannot hold, are counted on standard error."""
    ran = rasad("export", "--format", "geojson", "-o", tmp_path / "e.geojson", "--archive", address)
    assert ran.err == "2 exported; 2 left out, which geojson has no place for\n"


def test_a_file_is_not_overwritten_unasked(address: str, tmp_path: Path, rasad: Rasad) -> None:
    """A file that is there stays as it is, unless it is to be overwritten."""
    path = tmp_path / "events.csv"
    path.write_text("mine", encoding="utf-8")
    ran = rasad("export", "-o", path, "--archive", address)
    assert (ran.code, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "--force" in ran.err
    assert rasad("export", "-o", path, "--force", "--archive", address).code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,")


def test_a_failed_export_leaves_nothing(address: str, tmp_path: Path, rasad: Rasad,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails half way, the old file is as it was and no part of the new one is left."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "e.csv").write_text("mine", encoding="utf-8")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rasad.export.csv_file.row", fails)
    assert rasad("export", "-o", folder / "e.csv", "--force", "--archive", address).code == 1
    assert [path.read_text(encoding="utf-8") for path in folder.iterdir()] == ["mine"]


def test_an_export_goes_to_standard_output(address: str, rasad: Rasad) -> None:
    """With - for a name the export is standard output and nothing else is."""
    ran = rasad("export", "--format", "plover", "-o", "-", "--archive", address)
    assert ran.code == 0
    assert len([json.loads(line) for line in ran.out.splitlines()]) == 4


@pytest.mark.parametrize(("arguments", "said"), [
    (("--format", "geojson", "--what", "reports"), "holds no reports"), (("--type", "WAR"), "no type"),
    (("--release", "none"), "no release"),
])
def test_what_cannot_be_exported_is_named(arguments: tuple[str, ...], said: str, address: str, tmp_path: Path,
                                          rasad: Rasad) -> None:
    """A wrong format, type or release is one line, and no file."""
    ran = rasad("export", *arguments, "-o", tmp_path / "x.csv", "--archive", address)
    assert ran.code in {1, 2}
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "x.csv").exists()


def test_an_archive_that_is_not_there_is_not_made(tmp_path: Path, rasad: Rasad) -> None:
    """Exporting from a file that is not there makes neither archive nor export."""
    assert rasad("export", "-o", tmp_path / "x.csv", "--archive", tmp_path / "none.sqlite").code == 1
    assert list(tmp_path.iterdir()) == []

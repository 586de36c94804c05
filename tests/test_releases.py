"""A release stays what it was, is known by its digest, and is exported like a selection."""

import io
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import Rasad
from told import export, tell

from rasad.archive import Archive, ArchiveError
from rasad.archive.errors import MissingError
from rasad.archive.judging import judge
from rasad.archive.releases import freeze, frozen, release, releases
from rasad.archive.selection import selection
from rasad.export import FORMATS, write


def lines(archive: Archive, name: str) -> bytes:
    """A release as JSON Lines."""
    out = io.BytesIO()
    write("jsonl", release(archive, name).what, frozen(archive, name), out)
    return out.getvalue()


def test_a_release_is_what_the_selection_showed(archive: Archive) -> None:
    """A release holds the same lines as the export of its selection, and their digest."""
    tell(archive)
    made = freeze(archive, "2026-05", selection({"type": "ASSAULT"}), "events")
    assert lines(archive, "2026-05") == export(archive, "jsonl", type="ASSAULT")
    assert made.digest == sha256(lines(archive, "2026-05")).hexdigest()
    assert (made.rows, made.chosen) == (2, {"type": ["ASSAULT"]})


def test_a_release_never_changes(archive: Archive) -> None:
    """What is judged after a release was made changes an export, and not the release."""
    ids = tell(archive)
    made = freeze(archive, "first", selection({}), "events")
    before = lines(archive, "first")
    judge(archive, ids[0], "correct", reviewer="دیگری", changes={"date": "2026-05-01"})
    assert export(archive, "jsonl") != before
    assert lines(archive, "first") == before
    assert release(archive, "first") == made


def test_a_name_is_taken_once(archive: Archive) -> None:
    """Freezing again under a name that is taken is refused, also with the same selection."""
    tell(archive)
    made = freeze(archive, "first", selection({}), "events")
    with pytest.raises(ArchiveError, match="never changes"):
        freeze(archive, "first", selection({"type": "PROTEST"}), "events")
    assert releases(archive) == [made]


@pytest.mark.parametrize("name", ["", "../x", "a b", "نام", "x" * 101, "a\n", ".x"])
def test_a_name_can_stand_in_a_file_name(name: str, archive: Archive) -> None:
    """A name that could not be part of a file name or an address is refused."""
    with pytest.raises(ArchiveError, match="no name"):
        freeze(archive, name, selection({}), "events")


def test_nothing_is_not_frozen(archive: Archive) -> None:
    """A selection that means nothing makes no release."""
    with pytest.raises(ArchiveError, match="nothing to freeze"):
        freeze(archive, "empty", selection({}), "events")
    with pytest.raises(MissingError):
        release(archive, "empty")


def test_the_line_to_cite_tells_all_that_is_needed(archive: Archive) -> None:
    """A citation names the release, how much it holds, its day, and the digest."""
    tell(archive)
    made = replace(freeze(archive, "v1", selection({}), "events"), made="2026-06-01T10:00:00.000Z")
    assert made.citation() == f"Release “v1”, 4 events coded by Rasad, frozen 2026-06-01, SHA-256 {made.digest}."


@pytest.mark.parametrize("form", FORMATS)
def test_a_release_is_exported_in_every_format(form: str, filled: Archive) -> None:
    """Each format gives the same bytes for a release as for the selection it was made of."""
    freeze(filled, "v1", selection({}), "events")
    out = io.BytesIO()
    write(form, "events", frozen(filled, "v1"), out)
    assert out.getvalue() == export(filled, form)


def test_releases_from_the_command_line(tmp_path: Path, rasad: Rasad) -> None:
    """A release is made, listed with its digest and citation, and exported into a file with that digest."""
    address = str(tmp_path / "a.sqlite")
    with Archive(address) as archive:
        tell(archive)
    assert rasad("release", "v1", "--type", "ASSAULT", "--archive", address).code == 0
    listed = rasad("release", "--list", "--archive", address).out
    assert rasad("export", "--release", "v1", "--format", "jsonl", "-o", tmp_path / "v1.jsonl", "--archive",
                 address).code == 0
    data = (tmp_path / "v1.jsonl").read_bytes()
    assert sha256(data).hexdigest() in listed
    assert {json.loads(line)["record"]["type"] for line in data.splitlines()} == {"ASSAULT"}
    assert "v1" in listed
    assert "2 events" in listed
    assert rasad("release", "v1", "--archive", address).code == 1
    assert rasad("release", "--archive", address).code == 2
    assert rasad("export", "--release", "v1", "--type", "AID", "-o", tmp_path / "x", "--archive", address).code == 2

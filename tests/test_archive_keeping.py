"""Keeping reports: everything or nothing, each once, the bytes as they came."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from archives import incoming
from sqlalchemy import func, select

from rasad.archive import Archive, ArchiveError
from rasad.archive.identity import moment, report_id
from rasad.archive.keeping import keep, known, with_id
from rasad.archive.stored import codings, original, standing_coding, stored
from rasad.archive.tables import CODINGS, EVENTS, META, ORIGINALS, REPORTS, STATEMENTS
from rasad.records import Report

ATTACK = "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین به مسکو حمله کردند."
TALKS = "وزیران خارجه ایران و عمان در مسقط با یکدیگر گفت‌وگو کردند."


def counted(archive: Archive) -> dict[str, int]:
    """How many rows the tables hold."""
    with archive.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (REPORTS, ORIGINALS, CODINGS, EVENTS, STATEMENTS)
        }


def test_a_report_is_kept_with_its_bytes_and_its_coding(archive: Archive) -> None:
    """What came in comes out: text, bytes, and the coded report as the coder made it."""
    one = incoming(ATTACK)
    assert keep(archive, [one]).new == 1
    with archive.reading() as connection:
        back = stored(connection, one.report.id)
        assert back.report == replace(one.report, language="fa")
        assert original(connection, back.number) == ("application/json", one.original)
        assert one.prepared is not None
        assert standing_coding(connection, back.number) == one.prepared.coded


def test_keeping_the_same_again_changes_nothing(archive: Archive) -> None:
    """A report that comes in again, in the same batch or a later one, adds no row."""
    assert keep(archive, [incoming(ATTACK), incoming(ATTACK)]).new == 1
    before = counted(archive)
    assert keep(archive, [incoming(ATTACK)]).new == 0
    assert counted(archive) == before == {"reports": 1, "originals": 1, "codings": 1, "events": 1, "statements": 1}


def test_known_ids_are_told_apart_from_new_ones(archive: Archive) -> None:
    """Of many ids only those of kept reports are known."""
    keep(archive, [incoming(ATTACK)])
    id_ = incoming(ATTACK).report.id
    assert known(archive, [id_, *(f"r{n:016x}" for n in range(1200))]) == {id_}


def test_a_report_is_found_by_the_id_it_came_with(archive: Archive) -> None:
    """The id that a source gave leads to the report."""
    keep(archive, [incoming(ATTACK)])
    with archive.reading() as connection:
        assert stored(connection, "given-1").report.text == ATTACK


def test_an_id_that_two_reports_came_with_leads_to_none(archive: Archive) -> None:
    """An id that is not one report's alone is not taken for either."""
    keep(archive, [incoming(ATTACK), incoming(TALKS)])
    with archive.reading() as connection, pytest.raises(ArchiveError, match="no report"):
        stored(connection, "given-1")


def test_a_report_that_cannot_be_coded_is_kept(archive: Archive) -> None:
    """A report without a coding is kept, and can be coded later."""
    keep(archive, [replace(incoming(ATTACK), prepared=None)])
    assert counted(archive)["reports"] == 1
    with archive.reading() as connection:
        assert codings(connection, stored(connection, "given-1").number) == []


def test_one_report_that_cannot_be_kept_keeps_none(archive: Archive) -> None:
    """When one report of a batch fails, nothing of the batch is kept and the archive works on."""
    broken = replace(incoming(TALKS), original=None)  # type: ignore[arg-type]
    with pytest.raises((ArchiveError, TypeError)):
        keep(archive, [incoming(ATTACK), broken])
    assert set(counted(archive).values()) == {0}
    assert keep(archive, [incoming(ATTACK)]).new == 1


def test_identity_is_the_address_and_the_text() -> None:
    """With an address, source and date make no difference; the text does."""
    one = Report("متن", source="a", published="2026-01-01", url="https://example.org/1")
    assert report_id(one) == report_id(replace(one, source="b", published="2026-01-02", id="x", title="t"))
    assert report_id(one) != report_id(replace(one, text="متن دیگر"))


def test_identity_without_an_address_is_source_date_title_and_text() -> None:
    """Without an address two sources that carry one text are two reports."""
    one = Report("متن", source="a", published="2026-01-01")
    assert report_id(one) == report_id(replace(one, id="line-7"))
    assert (
        len({report_id(one), report_id(replace(one, source="b")), report_id(replace(one, published="2026-01-02"))}) == 3
    )


def test_a_nul_is_replaced_one_for_one() -> None:
    """A NUL becomes a mark of the same length, so that spans still hold."""
    assert with_id(Report("الف\0ب")).text == "الف\ufffdب"


@pytest.mark.parametrize(
    ("told", "utc"),
    [
        ("2026-05-10", "2026-05-10T00:00:00"),
        ("2026-05", "2026-05-01T00:00:00"),
        ("2026", "2026-01-01T00:00:00"),
        ("2026-05-10T14:30", "2026-05-10T14:30:00"),
        ("2026-05-10T14:30:00+03:30", "2026-05-10T11:00:00"),
        ("2026-05-10T14:30:00Z", "2026-05-10T14:30:00"),
        ("", ""),
    ],
)
def test_moments_sort_whatever_the_clock(told: str, utc: str) -> None:
    """A publication time is kept in UTC where its zone is told."""
    assert moment(told) == utc


def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    """When the disk is full the error says so, and what was kept before is there."""
    with Archive(str(tmp_path / "a.sqlite")) as archive:
        keep(archive, [incoming(ATTACK)])
        with archive.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        with archive.engine.connect() as connection:  # the pool hands the same connection to the next writer
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        much = [incoming(f"{TALKS} {n}" + "\n" + ATTACK * 40) for n in range(12)]
        with pytest.raises(ArchiveError, match="the disk is full"):
            keep(archive, much)
        assert counted(archive)["reports"] == 1
    with Archive(str(tmp_path / "a.sqlite")) as again:
        assert keep(again, much).new == 12


def test_a_locked_archive_is_named_and_loses_nothing(tmp_path: Path) -> None:
    """When another program keeps the archive, the error says so after the time of patience."""
    path = tmp_path / "a.sqlite"
    with Archive(str(path), patience=0.1) as archive:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="kept it for too long"):
            keep(archive, [incoming(ATTACK)])
        other.execute("ROLLBACK")
        other.close()
        assert keep(archive, [incoming(ATTACK)]).new == 1


def test_reports_are_never_changed(filled: Archive) -> None:
    """Keeping others, and keeping the same again, leaves every row of the added-only tables as it was."""
    added_only = [META.tables[name] for name in ("reports", "originals", "codings", "coders")]
    with filled.reading() as connection:
        before = {
            t.name: [tuple(r) for r in connection.execute(select(t).order_by(*t.primary_key))] for t in added_only
        }
    keep(filled, [incoming(ATTACK), incoming(json.dumps(TALKS, ensure_ascii=False))])
    with filled.reading() as connection:
        after = {t.name: [tuple(r) for r in connection.execute(select(t).order_by(*t.primary_key))] for t in added_only}
    assert all(after[name][: len(rows)] == rows for name, rows in before.items())

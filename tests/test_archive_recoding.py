"""Coding again keeps what was: old codings, ids and judgements."""

from dataclasses import replace
from pathlib import Path

from archives import incoming
from sqlalchemy import select

from rasad.archive import Archive
from rasad.archive.finding import EVENT, find
from rasad.archive.history import history
from rasad.archive.judging import judge
from rasad.archive.keeping import keep
from rasad.archive.prepared import code_again
from rasad.archive.recoding import Change, outdated, recoded
from rasad.archive.selection import Selection
from rasad.archive.stored import refresh, standing_coding, stored
from rasad.archive.tables import AGREEMENTS, EVENTS, PARTIES, REPORTS, STATEMENTS
from rasad.batch import Work
from rasad.public import pack_of
from rasad.records import Coder

TEXT = "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین به مسکو حمله کردند. سپس زورپرانان به کیف تاختند."


def old(archive: Archive) -> str:
    """The id of a report that an older coder has coded, who knew no event in it."""
    one = incoming(TEXT)
    assert one.prepared is not None
    coder = {"name": "rasad", "version": "0.0.1", "lexicon": "000000000000"}
    coded = {**one.prepared.coded, "events": [], "coder": coder}
    keep(archive, [replace(one, prepared=replace(one.prepared, coded=coded))])
    return one.report.id


def again(archive: Archive) -> list[Change]:
    """What changed when everything outdated was coded again."""
    coder = Coder("rasad", "0.1.0", pack_of().lexicon)
    out: list[Change] = []
    for changes in recoded(archive, outdated(archive, coder), Work(code_again)):
        assert isinstance(changes, list)
        out += changes
    return out


def test_a_new_coding_stands_and_the_old_one_stays(archive: Archive) -> None:
    """After coding again the new coding stands, the old one is kept, and the new events are told."""
    id_ = old(archive)
    changes = again(archive)
    assert {(c.before is None, c.after is None) for c in changes} == {(True, False)}
    with archive.reading() as connection:
        told = history(connection, id_)
        assert [c["stands"] for c in told.codings] == [False, True]
        assert {c.record for c in changes} == {e.record["id"] for e in told.present.events}
        assert standing_coding(connection, stored(connection, id_).number)["coder"]["version"] == "0.1.0"


def test_what_stands_is_not_coded_again(archive: Archive) -> None:
    """A report that this coder has coded is not outdated, and coding it again changes nothing."""
    keep(archive, [incoming(TEXT)])
    assert again(archive) == []


def test_judgements_stay_with_their_records(archive: Archive) -> None:
    """A correction made on an old coding still stands after a new one, under the same id."""
    keep(archive, [incoming(TEXT)])
    with archive.reading() as connection:
        event = next(find(connection, EVENT, Selection()))
    judge(archive, event.id, "correct", reviewer="a", changes={"date": "2026-05-01"})
    with archive.writing() as connection:  # as if an older lexicon had coded it
        connection.exec_driver_sql("UPDATE coders SET lexicon = 'older'")
    again(archive)
    with archive.reading() as connection:
        now = next(f for f in find(connection, EVENT, Selection()) if f.id == event.id)
    assert (now.record["date"], now.review) == ("2026-05-01", "reviewed")


def test_a_report_that_was_never_coded_is_coded(archive: Archive) -> None:
    """A report kept without a coding gets one."""
    keep(archive, [replace(incoming(TEXT), prepared=None)])
    again(archive)
    with archive.reading() as connection:
        assert list(find(connection, EVENT, Selection()))


def test_a_report_kept_uncoded_can_be_found_once_coded(archive: Archive) -> None:
    """Coding again also makes the report findable by its words and comparable with copies."""
    keep(archive, [replace(incoming(TEXT), prepared=None)])
    again(archive)
    with archive.reading() as connection:
        assert list(find(connection, EVENT, Selection(words="نیروهای اوکراین")))


def test_the_command_tells_what_changed(archive: Archive, rasad: object, tmp_path: Path) -> None:
    """`rasad recode` says how many records are new, and writes each change into a file."""
    old(archive)
    address = str(archive.url.database) if archive.sqlite else archive.url.render_as_string(hide_password=False)
    file = tmp_path / "changes.jsonl"
    ran = rasad("recode", "--archive", address, "--changes", file)  # type: ignore[operator]
    assert ran.code == 0
    assert ran.out.startswith("1 reports coded again, 1 of them changed")
    assert '"before": null' in file.read_text(encoding="utf-8")


def test_views_made_again_are_the_same(filled: Archive) -> None:
    """When the rows of events and statements are made anew from codings and judgements, nothing changes."""
    with filled.reading() as connection:
        some = list(find(connection, EVENT, Selection(), limit=3))
    judge(filled, some[0].id, "reject", reviewer="a")
    judge(filled, some[1].id, "correct", reviewer="a", changes={"place": "تبریز", "actors": "IRN.MIL"})
    judge(filled, some[2].id, "accept", reviewer="b")
    before = _rows(filled)
    with filled.writing() as connection:
        for id_ in connection.scalars(select(REPORTS.c.id)).all():
            refresh(connection, stored(connection, id_))
    assert _rows(filled) == before


def _rows(archive: Archive) -> list[list[tuple[object, ...]]]:
    """Every row of the views, in the order of their keys."""
    with archive.reading() as connection:
        return [
            [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in (EVENTS, PARTIES, STATEMENTS, AGREEMENTS)
        ]

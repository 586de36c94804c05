"""Two reviewers who differ are settled by a third judgement, and how far they agree is counted field by field."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update
from told import REPORT, TALKS, tell

from rasad.archive import Archive, ArchiveError
from rasad.archive.agreeing import by_field, by_pair, differences
from rasad.archive.blind import history_apart
from rasad.archive.concord import concord
from rasad.archive.finding import EVENT, find
from rasad.archive.history import history
from rasad.archive.judging import ACCEPT, ADJUDICATING, BLIND, CORRECT, REJECT, UNDO, judge
from rasad.archive.selection import Selection
from rasad.archive.standing import Judgement, Standing, standing
from rasad.archive.tables import JUDGEMENTS, OPINIONS
from rasad.archive.versions import differing, values


@pytest.fixture
def ids(archive: Archive) -> list[str]:
    """The ids of a strike, the same denied, talks and a march, each added by one reviewer."""
    return tell(archive)


def stands(archive: Archive, id_: str) -> Standing:
    """The record as it stands."""
    with archive.reading() as connection:
        found = history(connection, REPORT.report.id).present.record(id_.partition(".")[2])
    assert found is not None
    return found


def disputed(archive: Archive) -> list[str]:
    """The records on which reviewers differ."""
    with archive.reading() as connection:
        return [one.id for one in find(connection, EVENT, Selection(review=("disputed",), rejected=True))]


def test_what_follows_from_a_field_or_means_nothing_is_no_difference() -> None:
    """Order of names, the mention of a code, ids and confidence tell no versions apart; a code and a stretch do."""
    one = {"id": "e1", "quad": "a", "confidence": 0.5, "actors": [{"code": "USA", "name": "x", "mention": {"start": 1}},
           {"code": "", "name": "گروه"}], "evidence": [{"start": 1, "end": 5, "text": "…"}]}
    other = {"id": "e2", "quad": "b", "confidence": 1.0, "actors": [{"code": "", "name": "گروه"},
             {"code": "USA", "name": "y", "mention": None}], "evidence": [{"start": 1, "end": 5, "text": "…"}]}
    assert differing([one, other]) == ()
    assert differing([one, {**other, "evidence": [{"start": 2, "end": 5, "text": "…"}]}]) == ("evidence",)
    assert differing([one, {**other, "actors": [{"code": "USA", "name": "y"}]}]) == ("actors",)


def test_of_a_rejected_record_only_the_verdict_differs() -> None:
    """Who rejects says nothing of the fields."""
    assert differing([{"type": "AID"}, None]) == ("verdict",)
    assert values(None) == {"verdict": "wrong"}


def test_who_corrects_what_another_accepted_differs_in_that_field(archive: Archive, ids: list[str]) -> None:
    """The record is disputed in the field, is told so by the selection, and is no longer when the first comes round."""
    judge(archive, ids[0], CORRECT, reviewer="علی", changes={"date": "2026-05-08"})
    assert stands(archive, ids[0]).differing == ("date",)
    assert (stands(archive, ids[0]).disputed, stands(archive, ids[0]).review) == (True, "reviewed")
    assert disputed(archive) == [ids[0]]
    judge(archive, ids[0], ACCEPT, reviewer="آزمون")
    assert (stands(archive, ids[0]).disputed, stands(archive, ids[0]).review) == (False, "adjudicated")
    assert disputed(archive) == []


@pytest.mark.parametrize(("kind", "side", "changes", "date", "rejected"), [
    (ACCEPT, "آزمون", None, "2026-05-09", False), (ACCEPT, "علی", None, "2026-05-08", False),
    (CORRECT, "", {"date": "2026-05-07"}, "2026-05-07", False), (REJECT, "", None, "2026-05-08", True)])
def test_an_adjudication_settles_and_overwrites_nothing(kind: str, side: str, changes: Any, date: str,  # noqa: PLR0917
                                                        rejected: bool, archive: Archive,  # noqa: FBT001
                                                        ids: list[str]) -> None:
    """The version that is chosen or written stands, every judgement before it stays, and undoing opens the dispute."""
    judge(archive, ids[0], CORRECT, reviewer="علی", changes={"date": "2026-05-08"})
    before = len(history_of(archive))
    made = judge(archive, ids[0], kind, reviewer="مینا", changes=changes, manner=ADJUDICATING, side=side)
    now = stands(archive, ids[0])
    assert (now.record["date"], now.rejected, now.disputed, now.review) == (date, rejected, False, "adjudicated")
    assert now.settled == "مینا"
    assert [said.manner for said in history_of(archive)] == [""] * before + [ADJUDICATING]
    assert disputed(archive) == []
    judge(archive, made.id, UNDO, reviewer="مینا")
    assert disputed(archive) == [ids[0]]


def history_of(archive: Archive) -> list[Judgement]:
    """Every judgement about the report."""
    with archive.reading() as connection:
        return list(history(connection, REPORT.report.id).judgements)


def test_only_a_dispute_is_settled_and_only_by_one_of_its_sides(archive: Archive, ids: list[str]) -> None:
    """A record on which nobody differs, and a side that nobody took, are refused and nothing is kept."""
    before = len(history_of(archive))
    with pytest.raises(ArchiveError, match="nobody differs"):
        judge(archive, ids[0], ACCEPT, reviewer="مینا", manner=ADJUDICATING)
    judge(archive, ids[0], REJECT, reviewer="علی")
    with pytest.raises(ArchiveError, match="has not judged"):
        judge(archive, ids[0], ACCEPT, reviewer="مینا", manner=ADJUDICATING, side="کسی")
    assert len(history_of(archive)) == before + 1


def test_who_differs_after_it_was_settled_opens_it_again(archive: Archive, ids: list[str]) -> None:
    """A later judgement that agrees leaves it settled, one that differs makes it disputed."""
    judge(archive, ids[0], REJECT, reviewer="علی")
    judge(archive, ids[0], ACCEPT, reviewer="مینا", manner=ADJUDICATING, side="آزمون")
    judge(archive, ids[0], ACCEPT, reviewer="علی")
    assert (stands(archive, ids[0]).disputed, stands(archive, ids[0]).review) == (False, "adjudicated")
    judge(archive, ids[0], REJECT, reviewer="رضا")
    assert (stands(archive, ids[0]).disputed, stands(archive, ids[0]).review) == (True, "reviewed")


def test_who_reviews_blind_judges_what_the_coder_made(archive: Archive, filled: Archive) -> None:
    """What another corrected is neither seen nor accepted by a blind reviewer; afterwards all of it is seen."""
    assert archive is filled
    with filled.reading() as connection:
        first = next(iter(find(connection, EVENT, Selection(type=("CONSULT",)))))
    report, _, own = first.id.partition(".")
    judge(filled, first.id, CORRECT, reviewer="الف", changes={"date": "1999-01-01", "type": "AGREE"})

    def seen_by(reviewer: str) -> Standing:
        with filled.reading() as connection:
            found = history_apart(history(connection, report), reviewer).present.record(own)
        assert found is not None
        return found

    assert (seen_by("ب").record["type"], seen_by("ب").verdicts) == ("CONSULT", {})
    assert seen_by("الف").record["type"] == "AGREE"
    made = judge(filled, first.id, ACCEPT, reviewer="ب", manner=BLIND)
    assert (made.manner, made.judged["type"]) == (BLIND, "CONSULT")
    assert seen_by("ب").verdicts == {"الف": True, "ب": True}
    with filled.reading() as connection:
        now = history(connection, report).present.record(own)
    assert now is not None
    assert set(now.differing) >= {"type", "date"}
    assert judge(filled, first.id, ACCEPT, reviewer="ب", manner=BLIND).manner == ""


def test_a_blind_queue_has_those_first_that_oneself_has_not_judged(filled: Archive) -> None:
    """What others judged stays among the rest, where its confidence puts it."""
    with filled.reading() as connection:
        before = [one.id for one in find(connection, EVENT, Selection(), order="unreviewed", limit=4)]
    judge(filled, before[0], ACCEPT, reviewer="الف")
    judge(filled, before[1], ACCEPT, reviewer="ب")
    with filled.reading() as connection:
        now = [one.id for one in find(connection, EVENT, Selection(), order="unreviewed", limit=3, judge="ب")]
    assert now == [before[0], before[2], before[3]]


def told(archive: Archive, *, apart: bool = False) -> dict[str, tuple[int, int, float, float | None]]:
    """Agreement by field."""
    with archive.reading() as connection:
        return {one.field: (one.records, one.differing, round(one.agreed, 4), one.alpha and round(one.alpha, 4))
                for one in by_field(connection, apart=apart)}


def test_agreement_is_counted_by_field_on_what_both_hold_to_be_right(archive: Archive, ids: list[str]) -> None:
    """Percent, alpha and kappa are those worked out by hand; a rejected record counts for its verdict alone."""
    judge(archive, ids[0], ACCEPT, reviewer="ب")
    judge(archive, ids[1], CORRECT, reviewer="ب", changes={"date": "2026-05-01"})
    judge(archive, ids[2], REJECT, reviewer="ب")
    # verdicts: right right, right right, right wrong: 5 and 1 of 6 values, one unit of three differs
    assert told(archive)["verdict"] == (3, 1, 0.6667, round(1 - (2 / 6) / (2 * 5 * 1 / (6 * 5)), 4))
    # dates: 9 9, 9 1: three of one and one of another among 4 values
    assert told(archive)["date"] == (2, 1, 0.5, round(1 - (2 / 4) / (2 * 3 * 1 / (4 * 3)), 4))
    assert told(archive)["type"] == (2, 0, 1.0, None)
    with archive.reading() as connection:
        pairs = {one.field: one for one in by_pair(connection)}
        verdict, date = pairs["verdict"], pairs["date"]
        assert (verdict.records, verdict.differing, {verdict.one, verdict.other}) == (3, 1, {"آزمون", "ب"})
        assert verdict.kappa == 0  # 2 of 3 agree, and as many are expected to: 1 * 2/3 + 0 * 1/3
        assert (date.records, date.agreed, date.kappa) == (2, 0.5, 0)
        assert pairs["type"].kappa is None
        found = differences(connection, "date", ("ب", "آزمون"))
        assert [(one.record, dict(one.values)) for one in found] == [
            (ids[1], {"ب": "2026-05-01", "آزمون": "2026-05-09"})]
        assert differences(connection, "date", ("ب", "کسی")) == []
        assert concord(connection).records == 3


def test_an_adjudication_is_no_opinion_and_an_undone_judgement_none(archive: Archive, ids: list[str]) -> None:
    """Settling changes no figure; undoing takes the judgement out of them."""
    made = judge(archive, ids[0], REJECT, reviewer="ب")
    before = told(archive)
    judge(archive, ids[0], ACCEPT, reviewer="ج", manner=ADJUDICATING, side="آزمون")
    assert told(archive) == before == {"verdict": (1, 1, 0.0, 0.0)}
    judge(archive, made.id, UNDO, reviewer="ب")
    assert told(archive) == {}


def test_what_was_judged_with_a_sight_of_others_can_be_left_out(archive: Archive, ids: list[str]) -> None:
    """First and blind judgements were made apart; one that followed another openly was not, nor after one that was."""
    judge(archive, ids[0], ACCEPT, reviewer="ب")
    judge(archive, ids[1], ACCEPT, reviewer="ب", manner=BLIND)
    assert told(archive)["verdict"][0] == 2
    assert told(archive, apart=True)["verdict"][0] == 1
    judge(archive, ids[1], REJECT, reviewer="ب")
    assert told(archive, apart=True) == {}


def test_alpha_of_three_reviewers_is_that_of_krippendorff(archive: Archive, ids: list[str]) -> None:
    """Units of two and of three reviewers, worked out by hand."""
    judge(archive, ids[0], ACCEPT, reviewer="ب")
    judge(archive, ids[0], REJECT, reviewer="ج")
    judge(archive, ids[1], REJECT, reviewer="ب")
    # (r r w), (r w): 3 right and 2 wrong of 5; differing ordered pairs 4/(3-1) + 2/(2-1) = 4, of 5 values
    assert told(archive)["verdict"] == (2, 2, 0.25, round(1 - (4 / 5) / (2 * 3 * 2 / (5 * 4)), 4))


def test_an_older_archive_is_told_by_field_once_it_is_opened(tmp_path: Path) -> None:
    """The migration lays out opinions and disputes of the judgements that were there."""
    name = str(tmp_path / "old.sqlite")
    with Archive(name) as archive:
        ids = tell(archive)
        judge(archive, ids[2], CORRECT, reviewer="ب", changes={"date": "2026-04"})
        with archive.reading() as connection:
            before = sorted(map(tuple, connection.execute(select(OPINIONS))))
    with sqlite3.connect(name) as older:
        older.executescript("""DROP TABLE opinions; DROP TABLE sessions; DROP TABLE users;
            ALTER TABLE judgements DROP COLUMN manner; UPDATE events SET disputed = 0, review = 'adjudicated';
            UPDATE alembic_version SET version_num = '0004'""")
    older.close()
    with Archive(name) as archive:
        with archive.reading() as connection:
            assert sorted(map(tuple, connection.execute(select(OPINIONS)))) == before
        assert disputed(archive) == [ids[2]]
        assert TALKS["date"] != stands(archive, ids[2]).record["date"]


def test_judgements_of_a_manner_that_nobody_knows_are_as_open_ones(archive: Archive, ids: list[str]) -> None:
    """An archive whose manner was written by a newer version is read all the same."""
    judge(archive, ids[0], REJECT, reviewer="ب")
    with archive.writing() as connection:
        connection.execute(update(JUDGEMENTS).values(manner="new"))
    assert stands(archive, ids[0]).disputed
    assert standing([], []) == []

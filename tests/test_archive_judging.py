"""Judgements are added, never overwritten, and change what stands."""

import pytest
from archives import incoming
from sqlalchemy import func, select

from rasad.archive import Archive, ArchiveError
from rasad.archive.concord import concord
from rasad.archive.finding import EVENT, STATEMENT, Found, find
from rasad.archive.judging import judge
from rasad.archive.keeping import keep
from rasad.archive.selection import Selection, selection
from rasad.archive.tables import JUDGEMENTS

TEXT = "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین به مسکو حمله کردند."
REPORT = incoming(TEXT).report.id


@pytest.fixture
def held(archive: Archive) -> Archive:
    """An archive that holds one report with one event and one statement."""
    keep(archive, [incoming(TEXT)])
    return archive


def found(archive: Archive, what: str = EVENT, chosen: Selection | None = None) -> list[Found]:
    """What the selection means."""
    with archive.reading() as connection:
        return list(find(connection, what, chosen or Selection()))


def test_a_correction_is_shown_everywhere_and_the_coding_stays(held: Archive) -> None:
    """A corrected event is found by its new values and no more by its old ones."""
    id_ = found(held)[0].id
    judge(held, id_, "correct", reviewer="سارا", changes={"type": "coerce", "actors": "RUS.MIL", "date": "2026-05-09"})
    assert found(held, chosen=selection({"type": "ASSAULT"})) == []
    now = found(
        held, chosen=selection({"actor": "RUS", "type": "COERCE", "since": "2026-05-09", "until": "2026-05-09"})
    )[0]
    assert (now.id, now.review, now.record["quad"], now.record["cameo"][:2]) == (
        id_,
        "reviewed",
        "material conflict",
        "17",
    )
    assert [(p["code"], p["name"]) for p in now.record["actors"]] == [("RUS.MIL", "روسیه")]


def test_a_rejected_event_is_shown_only_when_asked_for(held: Archive) -> None:
    """What a reviewer rejected is neither shown nor counted, unless rejected ones are asked for."""
    judge(held, found(held)[0].id, "reject", reviewer="a", why="تهدید است")
    assert found(held) == []
    assert [f.rejected for f in found(held, chosen=Selection(rejected=True))] == [True]


def test_undoing_is_another_judgement(held: Archive) -> None:
    """After an undone rejection the event stands again, and both judgements are kept."""
    made = judge(held, found(held)[0].id, "reject", reviewer="a")
    judge(held, made.id, "undo", reviewer="b")
    assert found(held)[0].review == "machine"
    with held.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(JUDGEMENTS)) == 2


def test_a_judgement_is_undone_once(held: Archive) -> None:
    """Undoing what is undone already is refused."""
    made = judge(held, found(held)[0].id, "reject", reviewer="a")
    judge(held, made.id, "undo", reviewer="a")
    with pytest.raises(ArchiveError, match="undone already"):
        judge(held, made.id, "undo", reviewer="a")


def test_a_missed_event_is_added_with_its_words(held: Archive) -> None:
    """An event that a reviewer adds stands with the span of the words given."""
    judge(held, REPORT, "add", reviewer="a", changes={"type": "AID", "evidence": "نیروهای اوکراین", "actors": ["UKR"]})
    added = found(held, chosen=selection({"type": "AID"}))[0]
    span = added.record["evidence"][0]
    assert (TEXT[span["start"] : span["end"]], added.review) == ("نیروهای اوکراین", "reviewed")


def test_a_missed_statement_is_added_with_its_words(held: Archive) -> None:
    """A statement that a reviewer adds stands beside the coded one."""
    judge(held, REPORT, "add", reviewer="a", changes={"speaker": "ناظر", "content": "به مسکو حمله کردند"})
    assert [f.record["speaker"]["name"] for f in found(held, STATEMENT)].count("ناظر") == 1


def test_a_corrected_place_is_the_point_the_gazetteer_knows(held: Archive) -> None:
    """A place given by name gets its point; one that is not known is left open."""
    id_ = found(held)[0].id
    judge(held, id_, "correct", reviewer="a", changes={"place": "تبریز"})
    known = found(held)[0].record["place"]
    judge(held, id_, "correct", reviewer="a", changes={"place": "ناکجاآباد"})
    unknown = found(held)[0].record["place"]
    assert (known["country"], round(known["lat"]), round(known["lon"])) == ("IRN", 38, 46)
    assert (unknown["mention"], unknown["lat"], unknown["id"]) == ("ناکجاآباد", None, "")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"type": "WAR"}, "no type"),
        ({"mode": "aerials"}, "no mode of ASSAULT"),
        ({"status": "maybe"}, "no status"),
        ({"actors": "روسیه"}, "no actor code"),
        ({"date": "دیروز"}, "no date"),
        ({"casualties": "many"}, "no casualties"),
        ({"evidence": "این کلمه‌ها نیست"}, "no stretch"),
        ({"evidence": {"start": 5, "end": 4000}}, "no stretch"),
        ({"colour": "red"}, "no field 'colour'"),
        ({}, "names a field"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_not_kept(
    held: Archive, changes: dict[str, object], said: str
) -> None:
    """A wrong field or value is answered with what there is, and leaves no judgement."""
    with pytest.raises(ArchiveError, match=said):
        judge(held, found(held)[0].id, "correct", reviewer="a", changes=changes)
    with held.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(JUDGEMENTS)) == 0


@pytest.mark.parametrize(
    ("id_", "kind", "said"),
    [
        (f"{REPORT}.e000000", "accept", "no record"),
        ("r0000000000000000.e1", "accept", "no report"),
        ("j0", "undo", "no judgement"),
        (REPORT, "praise", "no judgement"),
    ],
)
def test_what_is_not_there_cannot_be_judged(held: Archive, id_: str, kind: str, said: str) -> None:
    """A record, report or judgement that is not there is named."""
    with pytest.raises(ArchiveError, match=said):
        judge(held, id_, kind, reviewer="a")


def test_somebody_judges(held: Archive) -> None:
    """A judgement without a reviewer is refused."""
    with pytest.raises(ArchiveError, match="reviewer"):
        judge(held, found(held)[0].id, "accept", reviewer=" ")


def test_agreement_counts_the_verdicts_that_stand(held: Archive) -> None:
    """Two reviewers who differ on one record of two agree on half; an undone verdict counts no more."""
    event, statement = found(held)[0].id, found(held, STATEMENT)[0].id
    judge(held, event, "accept", reviewer="a")
    made = judge(held, event, "reject", reviewer="b")
    judge(held, statement, "accept", reviewer="a")
    judge(held, statement, "accept", reviewer="b")
    with held.reading() as connection:
        assert (concord(connection).records, concord(connection).agreed) == (2, 0.5)
    judge(held, made.id, "undo", reviewer="b")
    with held.reading() as connection:
        assert (concord(connection).records, concord(connection).agreed) == (1, 1.0)

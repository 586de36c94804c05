"""What a reviewer says in the workbench is a judgement like any other: kept under a name, undone by another."""

from typing import Any

import pytest
from archives import incoming
from told import REPORT, TEXT, TYRE, tell
from visiting import Visitor, page_of, visitor_of

from rasad.archive import Archive
from rasad.archive.finding import EVENT, find
from rasad.archive.history import history
from rasad.archive.keeping import keep
from rasad.archive.ordering import UNREVIEWED, UNSURE
from rasad.archive.selection import Selection
from rasad.archive.standing import Judgement, Standing


@pytest.fixture
def ids(archive: Archive) -> list[str]:
    """The ids of a strike, the same strike denied, talks and a march."""
    return tell(archive)


@pytest.fixture
def sara(archive: Archive, ids: list[str]) -> Visitor:
    """A reviewer of an archive with four events."""
    assert ids
    return visitor_of(archive).named("سارا")


def standing(archive: Archive, id_: str) -> Standing:
    """The record as it stands."""
    with archive.reading() as connection:
        found = history(connection, id_).present.record(id_.partition(".")[2])
    assert found is not None
    return found


def said(archive: Archive) -> list[Judgement]:
    """Every judgement about the report, oldest first."""
    with archive.reading() as connection:
        return list(history(connection, REPORT.report.id).judgements)


@pytest.mark.parametrize(("kind", "rejected"), [("accept", False), ("reject", True)])
def test_a_verdict_is_kept_under_the_name(kind: str, rejected: bool, archive: Archive, sara: Visitor,  # noqa: FBT001
                                         ids: list[str]) -> None:
    """Accepting and rejecting stand in the archive, with the reason, and the next record is shown."""
    answer = sara.send("/review", record=ids[0], kind=kind, why="چون", next=ids[1], back="order=newest")
    last = said(archive)[-1]
    assert (last.kind, last.reviewer, last.why) == (kind, "سارا", "چون")
    assert standing(archive, ids[0]).rejected == rejected
    assert answer.headers["location"].startswith(f"/review?order=newest&at={ids[1]}&done={last.id}")


def test_only_changed_fields_are_corrected(archive: Archive, sara: Visitor, ids: list[str]) -> None:
    """The form as it stands with two fields changed corrects these two; who was named before keeps name and mention."""
    page = sara.see(f"/review?at={ids[0]}")
    form: dict[str, Any] = {one.attributes["name"]: one.attributes.get("value", "") for one in page.all("input")
            if one.attributes.get("name") not in {"secret", "record", "next", "back", "kind"}}
    before = standing(archive, ids[0]).record
    form |= {"recipients": "LBN.MED, SYR", "date": "2026-05-08", "type": "ASSAULT", "mode": "aerial",
             "status": "actual", "statement": ""}
    sara.send("/review", record=ids[0], kind="correct", back="", **form)
    last, now = said(archive)[-1], standing(archive, ids[0]).record
    assert set(last.value) == {"recipients", "date"}
    assert now["recipients"][0] == before["recipients"][1]
    assert (now["recipients"][1]["code"], now["date"], now["place"]["id"]) == ("SYR", "2026-05-08", TYRE["id"])
    assert {key: now[key] for key in now if key not in {"recipients", "date"}} == {
        key: before[key] for key in before if key not in {"recipients", "date"}}


def test_evidence_is_corrected_to_the_words_nearest_to_it(archive: Archive) -> None:
    """Words that stand in the report more than once are those nearest to where the record stood; others are refused."""
    report = incoming("هوا سرد است. باران آمد و هوا سرد است. فردا هوا سرد است.")
    keep(archive, [report])
    sara, last = visitor_of(archive).named("سارا"), report.report.text.index("فردا")
    sara.send(f"/reports/{report.report.id}/records", what="event", type="AID", start=str(last), end=str(last + 4))
    id_ = sara.get("/api/events").json()["items"][0]["id"]
    sara.send("/review", record=id_, kind="correct", back="", evidence="هوا سرد است\r\nباران آمد")
    evidence = standing(archive, id_).record["evidence"]
    assert [span["start"] for span in evidence] == [report.report.text.rindex("هوا"), report.report.text.index("باران")]
    assert sara.send("/review", record=id_, kind="correct", back="", evidence="برف آمد").status_code == 400
    assert standing(archive, id_).record["evidence"] == evidence


@pytest.mark.parametrize(("fields", "told"), [
    ({"kind": "correct", "date": "دیروز"}, "date"), ({"kind": "correct"}, "nothing was changed"),
    ({"kind": "bless"}, "no judgement"), ({"kind": "correct", "actors": "<script>"}, "actor code"),
])
def test_what_cannot_be_kept_is_told_and_nothing_is(fields: dict[str, Any], told: str, archive: Archive, sara: Visitor,
                                                    ids: list[str]) -> None:
    """A correction that means nothing is told with what was written still in the form; no judgement is kept."""
    before = len(said(archive))
    answer = sara.send("/review", record=ids[0], back="", **fields)
    assert answer.status_code == 400
    assert told in page_of(answer).all("div", role="alert")[0].text
    assert len(said(archive)) == before
    if "date" in fields:
        assert "دیروز" in [one.attributes.get("value") for one in page_of(answer).all("input")]


def test_nobody_judges_without_a_name(archive: Archive, ids: list[str]) -> None:
    """Without a name the buttons are off, the page asks for one, and a form that is sent all the same keeps nothing."""
    visitor = visitor_of(archive)
    page = visitor.see("/review")
    assert all("disabled" in one.attributes for one in page.all("button", name="kind") if "data-key" in one.attributes)
    assert page.all("form", action="/name")
    before = len(said(archive))
    visitor.send("/review", record=ids[0], kind="accept", back="")
    visitor.send("/review/all", record=ids, back="")
    assert len(said(archive)) == before


def test_all_that_is_shown_is_accepted_and_can_be_undone(archive: Archive, sara: Visitor, ids: list[str]) -> None:
    """Accepting all judges exactly the records of the page; one undo takes all of it back, by judgements."""
    page = sara.see("/review?type=ASSAULT")
    shown = [one.attributes["value"] for one in page.all("input", name="record")][1:]
    assert set(shown) == set(ids[:2])
    answer = sara.send("/review/all", record=shown, back="type=ASSAULT")
    assert {standing(archive, id_).review for id_ in ids[:2]} == {"adjudicated"}
    assert {standing(archive, id_).review for id_ in ids[2:]} == {"reviewed"}
    page = sara.see(answer.headers["location"])
    made = [one.attributes["value"] for one in page.all("input", name="judgement")]
    assert [one.id for one in said(archive)[-2:]] == made
    sara.send("/undo", judgement=made, back="type=ASSAULT")
    assert {standing(archive, id_).review for id_ in ids} == {"reviewed"}
    assert [one.kind for one in said(archive)[-2:]] == ["undo", "undo"]


def test_no_more_is_accepted_at_once_than_a_page_shows(archive: Archive, sara: Visitor, ids: list[str]) -> None:
    """A form that names more records than a page holds keeps no judgement."""
    before = len(said(archive))
    assert sara.send("/review/all", record=[f"{ids[0]}{n}" for n in range(16)], back="").status_code == 400
    assert len(said(archive)) == before


def test_a_missed_event_is_added_at_its_words(archive: Archive, sara: Visitor, ids: list[str]) -> None:
    """An event that is added has the stretch that was selected as its evidence, and is shown."""
    assert ids
    start = TEXT.index("هوا سرد است")
    answer = sara.send(f"/reports/{REPORT.report.id}/records", what="event", type="AID", actors="IRN", recipients="",
                       start=str(start), end=str(start + 11), status="actual", date="", place="")
    record = answer.headers["location"].partition("#r-")[2]
    added = standing(archive, f"{REPORT.report.id}.{record}").record
    assert (added["type"], added["evidence"], added["rule"]) == (
        "AID", [{"start": start, "end": start + 11, "text": "هوا سرد است"}], "reviewer")
    page = sara.see(f"/reports/{REPORT.report.id}")
    assert [one.text for one in page.all("mark", data_of=record)] == ["هوا سرد است"]


@pytest.mark.parametrize(("start", "end"), [("", ""), ("5", "5"), ("-1", "4"), ("9999", "10000"), ("x", "y")])
def test_nothing_is_added_without_words(start: str, end: str, archive: Archive, sara: Visitor, ids: list[str]) -> None:
    """An event without a stretch of the text is not kept, and the reader says why."""
    assert ids
    before = len(said(archive))
    answer = sara.send(f"/reports/{REPORT.report.id}/records", what="event", type="AID", start=start, end=end)
    assert len(said(archive)) == before
    assert sara.see(answer.headers["location"].partition("#")[0]).all("div", role="alert")


def test_a_statement_is_added_and_its_speaker_shown(sara: Visitor, ids: list[str]) -> None:
    """A statement that is added stands under its speaker."""
    assert ids
    start = TEXT.index("هوا")
    sara.send(f"/reports/{REPORT.report.id}/records", what="statement", speaker="هواشناس", form="indirect",
              start=str(start), end=str(start + 11))
    voice = sara.see(f"/reports/{REPORT.report.id}").all("section", aria_label="says")[0]
    assert voice.attributes["aria-label"] == "What \u2068هواشناس\u2069 says"
    assert "هوا سرد است" in voice.text


def test_the_history_tells_and_undoes(archive: Archive, sara: Visitor, ids: list[str]) -> None:
    """A judgement in the history of a report can be undone there, and is told as undone from then on."""
    sara.send("/review", record=ids[3], kind="reject", back="")
    made = said(archive)[-1].id
    answer = sara.send("/undo", judgement=made, report=REPORT.report.id)
    assert answer.headers["location"] == f"/reports/{REPORT.report.id}#history"
    assert not standing(archive, ids[3]).rejected
    assert sara.see(f"/reports/{REPORT.report.id}").all("li", class_="undone")


def test_reviewers_who_differ_are_shown(archive: Archive, sara: Visitor, ids: list[str]) -> None:
    """A record that one accepts and another rejects is told as disputed with both names, and counts as such."""
    sara.send("/review", record=ids[3], kind="accept", back="")
    visitor_of(archive).named("علی").send("/review", record=ids[3], kind="reject", back="")
    page = sara.see(f"/review?rejected=1&at={ids[3]}")
    verdicts = [one.text for one in page.all("span", class_="verdict")]
    assert verdicts == ["آزمون accepts", "سارا accepts", "علی rejects"]
    assert page.all("span", class_="disputed")
    assert "33%" in page.all("section", class_="concord")[0].text


@pytest.mark.parametrize("order", [UNREVIEWED, UNSURE])
def test_the_queue_has_an_order(order: str, filled: Archive) -> None:
    """Unreviewed ones come first, or the least confident; every event is in the queue once, and the page follows it."""
    visitor = visitor_of(filled).named("سارا")
    with filled.reading() as connection:
        first = list(find(connection, EVENT, Selection(), order=order))
        newest = list(find(connection, EVENT, Selection()))
    sure = [one.record["confidence"] for one in first]
    assert sure == sorted(sure)
    assert sorted(one.id for one in first) == sorted(one.id for one in newest)
    assert visitor.see(f"/review?order={order}").all("input", name="record")[0].attributes["value"] == first[0].id
    visitor.send("/review", record=first[0].id, kind="accept", back="")
    with filled.reading() as connection:
        after = [one.id for one in find(connection, EVENT, Selection(), order=order)]
    assert (after[-1] if order == UNREVIEWED else after[0]) == first[0].id


def test_what_is_rejected_is_marked_as_that_alone(sara: Visitor, ids: list[str]) -> None:
    """A rejected record still leads to its words, which are no evidence any more."""
    sara.send("/review", record=ids[3], kind="reject", back="")
    page, record = sara.see(f"/reports/{REPORT.report.id}"), ids[3].partition(".")[2]
    assert [one.attributes["class"] for one in page.all("mark", data_of=record)] == ["rejected"]
    assert page.all("a", id=f"m-{record}")


def test_an_order_that_is_none_is_told(sara: Visitor) -> None:
    """The page says which orders there are."""
    assert sara.get("/review?order=x").status_code == 400


def test_statements_are_judged_too(filled: Archive) -> None:
    """A statement stands in its own queue, and its speaker can be corrected."""
    visitor = visitor_of(filled).named("سارا")
    id_ = visitor.see("/review?what=statements").all("input", name="record")[0].attributes["value"]
    visitor.send("/review", record=id_, kind="correct", speaker="IRN.GOV", back="what=statements")
    assert standing(filled, id_).record["speaker"]["code"] == "IRN.GOV"

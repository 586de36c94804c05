"""What stands of a report: its coding, with every judgement that was not undone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rasad.archive.concord import agreement
from rasad.archive.standing import ACCEPT, ADD, CORRECT, REJECT, UNDO, Judgement, effective, standing

CODED = [{"id": "e1", "type": "ASSAULT", "date": ""}, {"id": "e2", "type": "AID", "date": ""}]


def said(
    number: int, record: str, kind: str, reviewer: str = "a", value: Any = None, *, judged: Any = None
) -> Judgement:
    """A judgement about a record, which stood as it was coded unless told."""
    default = next((record_ for record_ in CODED if record_["id"] == record), None)
    return Judgement(f"j{number}", record, kind, reviewer, value=value, judged=judged or default)


def by_id(judgements: list[Judgement], coded: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """What stands, by id."""
    return {s.record["id"]: s for s in standing(CODED if coded is None else coded, judgements)}


def test_without_judgements_the_coding_stands() -> None:
    """Nothing but the machine's records stands where nobody has judged."""
    assert [(s.record, s.review, s.rejected) for s in standing(CODED, [])] == [(r, "machine", False) for r in CODED]


def test_one_reviewer_makes_a_record_reviewed() -> None:
    """A record that one reviewer accepted is reviewed, however often that one did so."""
    now = by_id([said(1, "e1", ACCEPT), said(2, "e1", ACCEPT)])
    assert (now["e1"].review, now["e2"].review) == ("reviewed", "machine")


def test_two_reviewers_who_agree_make_a_record_adjudicated() -> None:
    """A record that two reviewers accepted is adjudicated and undisputed."""
    now = by_id([said(1, "e1", ACCEPT), said(2, "e1", ACCEPT, "b")])["e1"]
    assert (now.review, now.disputed, now.rejected) == ("adjudicated", False, False)


def test_reviewers_who_differ_leave_a_record_disputed() -> None:
    """A record that one accepts and another rejects is disputed; the last word counts."""
    now = by_id([said(1, "e1", ACCEPT), said(2, "e1", REJECT, "b")])["e1"]
    assert (now.review, now.disputed, now.rejected) == ("reviewed", True, True)


def test_a_reviewer_who_comes_round_settles_a_dispute() -> None:
    """When the one who rejected accepts in the end, the two agree."""
    now = by_id([said(1, "e1", REJECT, "b"), said(2, "e1", ACCEPT), said(3, "e1", ACCEPT, "b")])["e1"]
    assert (now.review, now.disputed, now.rejected) == ("adjudicated", False, False)


def test_a_correction_changes_its_fields_alone() -> None:
    """A corrected field has the reviewer's value, every other one the coder's."""
    now = by_id([said(1, "e1", CORRECT, value={"type": "COERCE"})])["e1"]
    assert now.record == {"id": "e1", "type": "COERCE", "date": ""}


def test_later_corrections_add_to_earlier_ones() -> None:
    """Two corrections of different fields both stand."""
    now = by_id([said(1, "e1", CORRECT, value={"type": "COERCE"}), said(2, "e1", CORRECT, "b", {"date": "2026"})])["e1"]
    assert (now.record["type"], now.record["date"]) == ("COERCE", "2026")


def test_undoing_gives_back_what_was() -> None:
    """A correction that is undone leaves the record as the coder made it, seen by nobody."""
    now = by_id([said(1, "e1", CORRECT, value={"type": "COERCE"}), said(2, "e1", UNDO, value="j1")])["e1"]
    assert (now.record["type"], now.review) == ("ASSAULT", "machine")


def test_undoing_an_undoing_counts_again() -> None:
    """A rejection whose undoing is undone rejects."""
    now = by_id([said(1, "e1", REJECT), said(2, "e1", UNDO, value="j1"), said(3, "e1", UNDO, value="j2")])["e1"]
    assert now.rejected


def test_an_added_record_stands_beside_the_coded_ones() -> None:
    """A record that a reviewer added stands, reviewed."""
    now = by_id([said(1, "e9", ADD, judged={"id": "e9", "type": "AID"})])["e9"]
    assert (now.record["type"], now.review) == ("AID", "reviewed")


def test_an_addition_that_is_undone_is_gone() -> None:
    """Nothing of an undone addition stands."""
    assert "e9" not in by_id([said(1, "e9", ADD, judged={"id": "e9"}), said(2, "e9", UNDO, value="j1")])


def test_what_was_accepted_outlives_a_coding_that_lost_it() -> None:
    """A record that a reviewer accepted stands although the newest coding has none there."""
    assert by_id([said(1, "e1", ACCEPT)], [CODED[1]])["e1"].record["type"] == "ASSAULT"


def test_what_was_accepted_stands_as_it_was_accepted() -> None:
    """A newer coding that says otherwise does not change what a reviewer accepted."""
    assert (
        by_id([said(1, "e1", ACCEPT)], [{"id": "e1", "type": "PROTEST", "date": ""}])["e1"].record["type"] == "ASSAULT"
    )


def test_what_nobody_judged_follows_the_newest_coding() -> None:
    """A record that only the machine has seen is as the newest coding has it."""
    assert by_id([], [{"id": "e1", "type": "PROTEST"}])["e1"].record["type"] == "PROTEST"


@given(st.lists(st.tuples(st.sampled_from([ACCEPT, REJECT, CORRECT]), st.sampled_from("abc")), max_size=8))
def test_undoing_everything_leaves_the_coding(kinds: list[tuple[str, str]]) -> None:
    """Whatever was judged, when all of it is undone the coding stands as if nobody had judged."""
    made = [
        said(n, "e1", kind, who, {"type": "AID"} if kind == CORRECT else None) for n, (kind, who) in enumerate(kinds)
    ]
    undone = [said(100 + n, "e1", UNDO, value=f"j{n}") for n in range(len(made))]
    assert effective([*made, *undone]) == []
    assert [s.record for s in standing(CODED, [*made, *undone])] == CODED


def test_perfect_agreement_has_an_alpha_of_one() -> None:
    """Reviewers who always agree, on right and wrong records, have alpha 1."""
    units = [{"a": True, "b": True}, {"a": False, "b": False}]
    assert (agreement(units).agreed, agreement(units).alpha) == (1.0, 1.0)


def test_alpha_is_that_of_krippendorff() -> None:
    """Two reviewers, ten records, three of them judged differently: alpha as worked out by hand."""
    pairs = [(1, 1)] * 5 + [(0, 0)] * 2 + [(1, 0)] * 3
    told = agreement([{"a": bool(a), "b": bool(b)} for a, b in pairs])
    # 13 ones and 7 zeros among 20 values; 6 of 20 ordered pairs differ, 2·13·7/19 are expected to
    assert told.agreed == 0.7
    assert told.alpha is not None
    assert abs(told.alpha - (1 - 6 / (2 * 13 * 7 / 19))) < 1e-9


def test_records_that_one_reviewer_saw_tell_nothing_of_agreement() -> None:
    """Only records with two judgements count."""
    assert agreement([{"a": True}, {"b": False}]).records == 0

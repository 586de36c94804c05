"""An event coded by hand counts as drafted where a draft of its type stands in its sentence."""

from drafted import asked

from rasad.coder import work
from rasad.public import pack_of
from rasad.records import Report

TEXT = "شیلی به بولیوی حمله کرد. پرو نگران است."


def told(*events: tuple[str, str, bool]) -> list[tuple[str, bool]]:
    """Of events (type, words, optional) of the text those that are asked for, and whether they are drafted."""
    document = {"text": TEXT, "events": [{"type": kind, "evidence": words, "optional": optional}
                                         for kind, words, optional in events]}
    return [(event.type, event.drafted) for event in asked(document, work(Report(TEXT), pack_of()))]


def test_a_draft_counts_for_its_own_type_and_sentence_alone() -> None:
    """An attack is drafted where the attack is told, a protest is not, nor is an attack in the next sentence."""
    assert told(("ASSAULT", "به بولیوی حمله کرد", False), ("PROTEST", "به بولیوی حمله کرد", False),
                ("ASSAULT", "پرو نگران است", False)) == [("ASSAULT", True), ("PROTEST", False), ("ASSAULT", False)]


def test_what_is_optional_or_not_in_the_text_is_not_asked_for() -> None:
    """An event that coders may differ on, and one whose words the text has not, count neither way."""
    assert told(("ASSAULT", "به بولیوی حمله کرد", True), ("ASSAULT", "به پرو حمله کرد", False)) == []

"""What a side says will follow from the deed of others is drafted as a threat; who signs is drafted as agreeing."""

import pytest
from by_grammar import stages
from support import case


def drafted(text: str, rule: str) -> list[tuple[list[str], list[str]]]:
    """Who and whom of the drafts of an entry."""
    return [([m.code for m in d.actors], [m.code for m in d.recipients]) for d in stages(text).drafts if d.rule == rule]


@pytest.mark.parametrize("text", [
    pytest.param("رئیس‌جمهور شیلی گفت: «اگر بولیوی این کار را بکند، روزگار دیگری خواهد داشت.»", id="if"),
    pytest.param("رئیس‌جمهور شیلی گفت: «در صورت خطای بولیوی، صحنه را عوض خواهیم کرد.»", id="in case of"),
    pytest.param("رئیس‌جمهور شیلی گفت: «بولیوی باید برگردد، وگرنه صحنه را عوض می‌کنیم.»", id="otherwise"),
    pytest.param("رئیس‌جمهور شیلی گفت: «هر خطای بولیوی صحنه را عوض خواهد کرد.»", id="whatever"),
    pytest.param("رئیس‌جمهور شیلی گفت: «یا بولیوی برمی‌گردد یا صحنه را عوض می‌کنیم.»", id="either or"),
])
def test_what_follows_from_a_condition_is_threatened(text: str) -> None:
    """Whoever speaks for a side threatens the other with what follows, whatever the words for it."""
    assert drafted(text, "threaten/terms") == [(["CHL.GOV"], ["BOL"])]


@pytest.mark.parametrize("text", [
    pytest.param("اگر بولیوی این کار را بکند، روزگار دیگری خواهد داشت.", id="told by the reporter"),
    pytest.param("رئیس‌جمهور شیلی گفت: «اگر با بولیوی به توافق برسیم، روزگار دیگری خواهیم داشت.»", id="a good deed"),
    pytest.param("رئیس‌جمهور شیلی گفت: «اگر باران نبارد، روزگار دیگری خواهیم داشت.»", id="of nobody"),
    pytest.param("رئیس‌جمهور شیلی گفت: «بولیوی روزگار دیگری خواهد داشت.»", id="without a condition"),
])
def test_what_else_is_to_come_is_not_threatened(text: str) -> None:
    """A forecast, what follows from an agreement, and what the reporter says threatens nobody."""
    assert drafted(text, "threaten/terms") == []


@pytest.mark.parametrize(("text", "rule"), [
    case("a warning that says what follows", "شیلی هشدار داد که بولیوی بازار را از دست می‌دهد.", "threaten/warn-to"),
    case("an acceptance of what is to be done", "شیلی پذیرفت که از بولیوی بازگردد.", "agree/accept-that"),
])
def test_a_warning_and_an_acceptance_say_of_what(text: str, rule: list[str]) -> None:
    """What somebody warns of or accepts stands in a clause of its own."""
    assert drafted(text, rule[0])


def test_a_bare_warning_warns_of_nothing() -> None:
    """A warning of which it is not told what it says is no threat."""
    assert drafted("شیلی به بولیوی هشدار داد.", "threaten/warn-to") == []


def test_who_signs_has_agreed() -> None:
    """A treaty that is signed is agreed on by those who sign it."""
    assert drafted("شیلی و بولیوی توافق‌نامه را امضا کردند.", "agree/pact") == [(["CHL", "BOL"], [])]


def test_a_threat_told_as_the_reason_is_a_threat() -> None:
    """A threat named beside a refusal is made by whoever it is of, and not refused."""
    assert drafted("شیلی در اعتراض به تهدید بولیوی درخواست پرو را رد کرد.", "threaten/threaten")


def test_what_is_threatened_is_no_deed() -> None:
    """The word for a deed that ends the name of a threat makes no verb of that deed."""
    text = "رئیس‌جمهور شیلی بولیوی را تهدید به بمباران کرد."
    assert [(d.type, [m.code for m in d.recipients]) for d in stages(text).drafts] == [("THREATEN", ["BOL"])]

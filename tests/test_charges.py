"""What somebody says of others is drafted as a charge where its words are one, and of oneself never."""

import pytest
from by_grammar import events, stages
from support import Told, case, noted
from support import events as whole


def charges(text: str) -> set[str]:
    """The entries by which a text is drafted as a charge."""
    return {draft.frame.rule for draft in stages(text).drafts if draft.type == "ACCUSE"}


@pytest.mark.parametrize(("text", "rule"), [
    case("calling a deed a crime", "رئیس‌جمهور شیلی گفت: «جنایات پرو در مرز ادامه دارد.»", "accuse/outrage"),
    case("what others want", "رئیس‌جمهور شیلی گفت: «پرویی‌ها می‌خواهند میان ما اختلاف ایجاد کنند.»", "accuse/misact"),
    case("what others try", "رئیس‌جمهور شیلی گفت: «پرویی‌ها سعی می‌کنند مردم را فریب دهند.»", "accuse/misact"),
    case("an adjective beside its noun", "رئیس‌جمهور شیلی گفت: «رفتار وقیحانه پرو ادامه دارد.»", "accuse/bad-act"),
    case("a predicate after a phrase", "رئیس‌جمهور شیلی گفت: «آمار منتشرشده از سوی ارتش پرو مضحک است.»",
         "accuse/be-bad"),
    case("a superlative over the name of a deed",
         "رئیس‌جمهور شیلی گفت: «توافق با پرو یکی از بدترین توافق‌ها بود.»", "accuse/be-against"),
])
def test_words_that_charge(text: str, rule: list[str]) -> None:
    """Misdeeds, aims and judgements told of others in speech are drafted as charges by their entry."""
    assert charges(text) >= set(rule)


@pytest.mark.parametrize("text", [
    pytest.param("جنایات پرو در مرز ادامه دارد.", id="a crime in the reporter's voice"),
    pytest.param("رئیس‌جمهور شیلی گفت: «ما در پرو اشتباه کردیم.»", id="what the speaker did"),
    pytest.param("رئیس‌جمهور شیلی گفت: «پرو سکوت نخواهد کرد.»", id="what somebody will not do"),
    pytest.param("رئیس‌جمهور شیلی گفت: «اقدام پرو در بازار جهانی را وقیحانه کامل نکردند.»",
                 id="an adjective far from the noun"),
])
def test_words_that_charge_nobody(text: str) -> None:
    """A deed in the reporter's voice, one's own deed, one denied and a word that describes another are no charges."""
    assert charges(text) == set()


@pytest.mark.parametrize(("text", "wanted"), [
    case("answers to criticism", "مالزی به انتقادات اندونزی پاسخ داد.", Told("ACCUSE", "IDN", "MYS")),
    case("answers to charges", "مالزی به اتهامات اندونزی پاسخ داد.", Told("ACCUSE", "IDN", "MYS")),
])
def test_words_that_hang_on_a_charge_tell_who_makes_it(text: str, wanted: list[Told]) -> None:
    """What is criticised is not whoever the criticism is said to be of: it is theirs, and befalls who answers it."""
    assert noted(whole(text), wanted) == wanted


def test_who_is_answered_is_not_who_answers() -> None:
    """In an answer told without a verb of doing, whoever stands under «به» is threatened, and who speaks threatens."""
    text = "یک مقام اندونزی گفت: پاسخ مورد انتظار به مالزی سخت خواهد بود."
    assert [(e.type, e.actors, e.recipients) for e in events(text)] == [("THREATEN", "IDN.GOV", "MYS")]

"""Deeds of force are drafted however they are told: carried out, left without a verb, as a participle, as an aim."""

import pytest
from by_grammar import stages
from support import case


def drafted(text: str) -> set[str]:
    """The type and the status of each draft of a text, with the rule that told it."""
    return {f"{draft.frame.rule} {draft.status}" for draft in stages(text).drafts}


@pytest.mark.parametrize(("text", "rule"), [
    case("an easing that is carried out is a retreat too", "پرو حملات به شیلی را متوقف کرد.", "retreat/carried actual"),
    case("a threat made good is a blow", "پرو به شیلی پاسخ سختی داد.", "assault/requited actual"),
    case("a verb left out before another", "چهار شهروند پرو دستگیر و دو شهروند شیلی به قتل رسیدند.",
         "coerce/be-arrested actual"),
    case("a verb left out after an object", "ارتش پرو دو سرباز شیلی را زخمی و پرچم خود را بلند کرد.",
         "assault/wound actual"),
    case("a participle beside people", "خانواده کارگران بازداشت‌شده پرو نامه‌ای نوشتند.", "coerce/arrest actual"),
    case("a participle of a compound that is no noun", "خانواده کارگران دستگیرشده پرو نامه‌ای نوشتند.",
         "coerce/be-arrested actual"),
    case("what an attack is prepared for", "پرو از این پایگاه برای حمله به شیلی استفاده کرد.",
         "assault/attack hypothetical"),
    case("an attack in a sentence of accidents", "پس از زلزله‌ها حمله به پایگاه شیلی بازار را آشفته کرد.",
         "assault/attack actual"),
    case("an arsenal built up again", "پرو در حال بازسازی پهپادهای خود است.", "mobilize/rearm actual"),
])
def test_deeds_of_force_are_drafted(text: str, rule: list[str]) -> None:
    """Each way of telling a deed of force has a draft by its own entry."""
    assert set(rule) <= drafted(text)


@pytest.mark.parametrize(("text", "rule"), [
    pytest.param("پرو حملات به شیلی را متوقف خواهد کرد.", "retreat/carried", id="an easing still to come"),
    pytest.param("پرو به شیلی پاسخ سختی خواهد داد.", "assault/requited", id="a threat"),
    pytest.param("بازداشت و شکنجه کارگران پرو به قتل آنها انجامید.", "coerce/be-arrested", id="nouns joined by «و»"),
    pytest.param("تیم پرو در مسابقه شیلی را شکست داد.", "assault/rout-any", id="a match"),
])
def test_what_is_not_done_by_force(text: str, rule: str) -> None:
    """What is still to come, what is only named and who is beaten in a match have no draft of a deed done."""
    assert not {told for told in drafted(text) if told.startswith(rule)}

"""Persons whom no table knows: where their names begin and end, and for whom they speak."""

import pytest
from support import coded, stages


def names(text: str) -> list[str]:
    """The names of the speakers."""
    return [s.speaker.name for s in coded(text).statements]


@pytest.mark.parametrize(("text", "name"), [
    ("رضا فراهانی‌پور گفت باران می‌آید.", "رضا فراهانی‌پور"),
    ("محمد علی صفرپور گفت باران می‌آید.", "محمد علی صفرپور"),  # two given names
    ("امید دلاوریان گفت باران می‌آید.", "امید دلاوریان"),  # «hope» before a family name
    ("دکتر قنبرپور گفت باران می‌آید.", "دکتر قنبرپور"),  # an honorific before a family name
    ("سید محمد قنبرپور گفت باران می‌آید.", "سید محمد قنبرپور"),  # a word of descent before a given name
    ("رضا فراهانی‌پور به‌صراحت گفت باران می‌آید.", "رضا فراهانی‌پور"),  # an adverb is no name
    ("رضا فراهانی‌پور دوشنبه شب گفت باران می‌آید.", "رضا فراهانی‌پور"),  # a time is no name
    ("فراهانی‌پور قبلا گفته بود باران می‌آید.", "فراهانی‌پور"),  # earlier
    ("اما فراهانی‌پور گفت باران می‌آید.", "فراهانی‌پور"),  # but
    ("رضا فراهانی‌پور بازیگر گفت باران می‌آید.", "رضا فراهانی‌پور"),  # what he does
])
def test_the_name_of_a_stranger_is_its_given_and_family_names(text: str, name: str) -> None:
    """A name unknown to the tables ends before the first word that is none."""
    assert names(text) == [name]


@pytest.mark.parametrize("text", [
    "حسن نیت دولت کنیا ثابت شد.",  # good will
    "امید زیادی به صلح هست.",  # much hope
    "پیمان نظامی بسته شد.",  # a military pact
])
def test_a_given_name_in_a_usual_phrase_is_no_person(text: str) -> None:
    """A given name that is also a word names nobody before the words it forms a phrase with."""
    mentions = [m for r in stages(text).readings for m in r.mentions]
    assert [m for m in mentions if m.kind == "person"] == []


@pytest.mark.parametrize("text", [
    "وزیر خارجه نروژ گفت مرز آرام است.\n\nرضا فراهانی‌پور افزود که راه‌ها باز است.",
    "وزیر خارجه نروژ گفت مرز آرام است.\n\nرضا فراهانی‌پور افزود که راه‌ها باز است. فراهانی‌پور گفت باران می‌آید.",
])
def test_a_new_name_after_an_office_without_one_is_who_holds_it(text: str) -> None:
    """Where the lead names the office and the next paragraph a bare new name, they are one speaker."""
    assert {s.speaker.code for s in coded(text).statements} == {"NOR.GOV"}


def test_a_known_person_with_an_honorific_is_no_stranger() -> None:
    """«آقای ظریف» is the person whom the tables know."""
    (statement,) = coded("آقای ظریف گفت مرز آرام است.", published="2020-01-01").statements
    assert statement.speaker.code == "IRN.GOV"


def test_a_name_before_an_office_is_the_name_of_its_holder() -> None:
    """«X، deputy of …, said» is said by X, whom the family name alone means from there on."""
    text = "بهنام گلبرگ‌زاده، معاون فنی سازمان بنادر گفت باران می‌آید.\nگلبرگ‌زاده افزود برف می‌آید."
    assert names(text) == ["بهنام گلبرگ‌زاده", "بهنام گلبرگ‌زاده"]


def test_an_office_without_a_name_goes_by_its_whole_phrase() -> None:
    """«the head of the union of butchers» is more than «the head»."""
    assert names("مدیر عامل شرکت سپیدرود گفت باران می‌آید.") == ["مدیر عامل شرکت سپیدرود"]


@pytest.mark.parametrize(("text", "code"), [
    ("رضا فراهانی‌پور گفت باران می‌آید.", "IRN"),
    ("رضا فراهانی‌پور گفت در کنیا باران می‌آید.", ""),  # the report speaks of Kenya
])
def test_a_stranger_is_from_home_where_no_other_country_is_told(text: str, code: str) -> None:
    """A speaker whom no table knows has the home country, but not in a report about others."""
    (statement,) = coded(text).statements
    assert statement.speaker.code == code


def test_the_field_of_an_expert_is_not_their_country() -> None:
    """«an expert on the affairs of Chad» is no expert of Chad's."""
    (statement,) = coded("یک کارشناس مسائل چاد گفت باران می‌آید.").statements
    assert statement.speaker.code == "IRN.EDU"

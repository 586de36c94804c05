"""Whom words are put to: addressees are told by the clause of the cue, not by what else it names."""

import pytest
from by_grammar import coded


@pytest.mark.parametrize(("text", "to"), [
    # "the president of Kenya told the prime minister of India …"
    ("رئیس‌جمهور کنیا به نخست‌وزیر هند گفت راه‌ها باز است.", ("IND.GOV",)),
    # "… in talk with the foreign minister of Oman …"
    ("وزیر خارجه قطر در گفت‌وگو با وزیر خارجه عمان گفت مرز آرام است.", ("OMN.GOV",)),
    # "… on the telephone with the president of Iraq …"
    ("نخست‌وزیر قطر در تماس تلفنی با رئیس‌جمهور عراق تأکید کرد مرز آرام است.", ("IRQ.GOV",)),
    # "… asked the government of Chad to open the road"
    ("وزیر خارجه مصر از دولت چاد خواست راه را باز کند.", ("TCD.GOV",)),
    # "… wrote in a letter to the secretary-general of the United Nations …"
    ("وزیر خارجه غنا در نامه‌ای به دبیرکل سازمان ملل نوشت که مرز بسته است.", ("UN",)),
    # "… in a message addressed to the foreign minister of Peru …"
    ("وزیر خارجه شیلی در پیامی خطاب به وزیر خارجه پرو نوشت: مرز باز است.", ("PER.GOV",)),
])
def test_whoever_the_clause_of_the_cue_turns_to_is_addressed(text: str, to: tuple[str, ...]) -> None:
    """«به X گفت», «در گفت‌وگو با X», «از X خواست» and «در نامه‌ای به X» name an addressee."""
    assert coded(text).statements[0].to == to


@pytest.mark.parametrize("text", [
    "رئیس‌جمهور کنیا پس از حمله به هند گفت راه‌ها باز است.",  # after an attack on India
    "وزیر خارجه قطر پس از دیدار با وزیر خارجه عمان گفت مرز آرام است.",  # after a meeting
    "وزیر خارجه مصر به اظهارات نخست‌وزیر چاد اشاره کرد.",  # pointed to what somebody else said
    "ارتش سودان از حمله به چاد خبر داد.",  # told of an attack on Chad
])
def test_whoever_the_words_or_their_occasion_are_about_is_not_addressed(text: str) -> None:
    """Those named in another phrase of the cue's clause are no addressees."""
    assert [s.to for s in coded(text).statements] == [()]


def test_a_cue_that_goes_on_has_the_addressee_of_the_one_before() -> None:
    """«به X گفت … و افزود»: what is added in the same sentence is put to X, too."""
    text = "رئیس‌جمهور کنیا به نخست‌وزیر هند گفت که راه‌ها باز است و افزود که مرز آرام است."
    assert [s.to for s in coded(text).statements] == [("IND.GOV",), ("IND.GOV",)]


def test_a_heading_names_its_addressee() -> None:
    """«پیام X به Y: …» is put to Y."""
    assert coded("پیام رئیس‌جمهور کنیا به نخست‌وزیر هند: راه‌ها باز است.").statements[0].to == ("IND.GOV",)


@pytest.mark.parametrize(("text", "to"), [
    ("وزیر خارجه پرو خواستار بازگشت شیلی به میز گفت‌وگو شد.", ("CHL",)),  # called for the return of Chile
    ("وزیر خارجه پرو از شیلی خواست که راه را باز کند.", ("CHL",)),  # asked Chile
])
def test_what_is_asked_is_put_to_whoever_is_to_do_it(text: str, to: tuple[str, ...]) -> None:
    """A demand is put to whom it asks, also where only a noun phrase names them."""
    (statement,) = coded(text).statements
    assert statement.to == to


def test_in_a_talk_each_speaks_to_the_other() -> None:
    """After «X spoke with Y by phone», what either of the two says is put to the other."""
    text = ("وزیر خارجه کنیا امروز با نخست‌وزیر هند تلفنی گفت‌وگو کرد.\n"
            "وزیر خارجه کنیا گفت راه‌ها باز است.\nنخست‌وزیر هند گفت مرز آرام است.")
    assert [s.to for s in coded(text).statements] == [("IND.GOV",), ("KEN.GOV",)]


def test_whoever_else_speaks_ends_the_talk() -> None:
    """What somebody says after a third one has spoken is put to nobody."""
    text = ("وزیر خارجه کنیا امروز با نخست‌وزیر هند تلفنی گفت‌وگو کرد.\n"
            "پلیس پرو گفت باران می‌بارد.\nوزیر خارجه کنیا گفت راه‌ها باز است.")
    assert [s.to for s in coded(text).statements] == [(), ()]


def test_a_word_addressed_to_somebody_comes_before_the_talk_it_is_said_in() -> None:
    """In an interview with an outlet «addressed to Iran» tells whom the words are put to."""
    text = "رئیس‌جمهور کنیا در گفت‌وگو با سی‌ان‌ان خطاب به هند گفت: مرز آرام است."
    assert [s.to for s in coded(text).statements] == [("IND",)]

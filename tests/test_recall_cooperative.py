"""What parties do for and with each other is found in the words of news, and not in their look-alikes."""

import pytest
from by_grammar import coded

Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def _told(text: str) -> list[Told]:
    return [(e.type, tuple(p.code for p in e.actors), tuple(p.code for p in e.recipients)) for e in coded(text).events]


@pytest.mark.parametrize(("text", "event"), [
    # "Kenya stands at the side of Chad": it shares its grief, backs it, will stay, approves
    ("کنیا همبستگی خود را با چاد اعلام کرد.", ("SUPPORT", ("KEN",), ("TCD",))),
    ("کنیا پشتیبانی خود را از چاد ابراز کرد.", ("SUPPORT", ("KEN",), ("TCD",))),
    ("کنیا در کنار چاد خواهد ماند.", ("AGREE", ("KEN",), ("TCD",))),
    ("کنیا موضع چاد را تأیید کرد.", ("SUPPORT", ("KEN",), ("TCD",))),
])
def test_standing_by_somebody_is_support(text: str, event: Told) -> None:
    """Whoever is told to stand by somebody supports them, and promises to where it is still to come."""
    assert event in _told(text)


@pytest.mark.parametrize("text", [
    "وزارت خارجه کنیا این گزارش را تأیید کرد.",  # confirmed the report
    "کنیا از مشتریان چاد است.",  # is among its customers
    "کنیا در کنار چاد قهوه می‌کارد.",  # grows coffee beside Chad
])
def test_what_only_looks_like_standing_by_is_none(text: str) -> None:
    """Confirming a report and lying beside a country support nobody."""
    assert not [e for e in coded(text).events if e.type == "SUPPORT"]


@pytest.mark.parametrize("text", [
    "وزیران خارجه عمان و مصر تحولات منطقه را بررسی کردند.",  # reviewed developments
    "عمان و مصر راه‌های همکاری را مورد بررسی قرار دادند.",
    "نشست عمان و مصر در مسقط برگزار شد.",  # the session of Oman and Egypt was held
    "جلسه هیئت‌های عمان و مصر در مسقط تشکیل شد.",
])
def test_two_who_review_something_or_sit_together_consult(text: str) -> None:
    """A review by two, and a session named after two, are talks between them."""
    events = [e for e in coded(text).events if e.type == "CONSULT"]
    assert {p.code.partition(".")[0] for e in events for p in e.actors} == {"OMN", "EGY"}


@pytest.mark.parametrize("text", [
    "نشست خبری رئیس‌جمهور عمان درباره مصر برگزار شد.",  # a news conference about Egypt
    "عمان پیشنهاد مصر را بررسی کرد.",  # looked into an offer
])
def test_a_news_conference_and_a_look_at_an_offer_are_no_talks(text: str) -> None:
    """Who speaks to the press, or looks into what another offered, meets nobody."""
    assert not [e for e in coded(text).events if e.type == "CONSULT"]


@pytest.mark.parametrize(("text", "kind"), [
    ("هند از کنیا دو فروند هواپیما خرید.", "COOPERATE"),  # bought two aircraft from
    ("کنیا به هند اطلاعات نظامی داد.", "COOPERATE"),  # gave military intelligence to
    ("کنیا به هند موشک داد.", "AID"),  # gave missiles to
    ("کنیا هزینه بازسازی مدارس هند را تأمین کرد.", "AID"),  # met the cost of rebuilding
    ("کنیا و هند برای گسترش تجارت اتفاق نظر دارند.", "AGREE"),  # are of one mind
    ("کنیا بر گسترش روابط با هند تأکید کرد.", "AGREE"),  # stressed closer ties with
])
def test_dealings_between_two_have_the_type_of_what_passes(text: str, kind: str) -> None:
    """What is sold is trade, what is given is aid, and ties that are to grow are agreed on."""
    events = [e for e in coded(text).events if e.type == kind]
    assert {p.code for e in events for p in (*e.actors, *e.recipients)} == {"KEN", "IND"}


@pytest.mark.parametrize("text", [
    "سربازان کنیا سلاح بر زمین گذاشتند.",  # laid down their arms
    "سربازان کنیا شهر را ترک کردند.",  # left the town
    "تانک‌های کنیا از شهر بیرون رفتند.",  # went out of the town
    "خروج نیروهای کنیا از شهر پایان یافت.",  # the withdrawal came to its end
])
def test_soldiers_retreat_though_nobody_else_is_told(text: str) -> None:
    """Who lays down arms or leaves retreats, with or without somebody to yield to."""
    assert ("RETREAT", ("KEN.MIL",), ()) in _told(text)


@pytest.mark.parametrize("text", [
    "مسافران کنیا شهر را ترک کردند.",  # travellers left the town
    "ارتش کنیا سیگار را ترک کرد.",  # gave up smoking
])
def test_leaving_something_is_no_retreat_of_everybody(text: str) -> None:
    """Only armed forces retreat from a place."""
    assert ("RETREAT", ("KEN.CVL",), ()) not in _told(text)


@pytest.mark.parametrize("text", [
    "دبیرکل سازمان ملل گفت: حملات چاد باید فوراً متوقف شود.",  # the attacks of Chad must stop
    "دبیرکل سازمان ملل گفت: نباید هیچ حمله‌ای از سوی چاد انجام شود.",  # no attack by Chad must be made
    "دبیرکل سازمان ملل گفت: اگر چاد صلح می‌خواهد، باید مرز را باز کند.",  # if Chad wants peace, it must …
    "دبیرکل سازمان ملل گفت لازم است چاد مرز را باز کند.",  # it is necessary that Chad …
])
def test_a_duty_is_put_to_whoever_has_it_however_it_is_told(text: str) -> None:
    """The doer of a deed that must stop, and the subject of the condition before a duty, are those asked."""
    assert ("REQUEST", ("UN",), ("TCD",)) in _told(text)


@pytest.mark.parametrize("text", [
    "دبیرکل سازمان ملل گفت: چاد باید حمایت شود.",  # Chad must be supported
    "دبیرکل سازمان ملل گفت: جنگ باید متوقف شود.",  # the war must stop
])
def test_what_must_befall_somebody_is_asked_of_nobody(text: str) -> None:
    """Whom a duty is about is not whom it is put to."""
    assert not [e for e in coded(text).events if e.type == "REQUEST"]


@pytest.mark.parametrize(("text", "event"), [
    ("رئیس‌جمهور عمان ضمن تقدیر از مصر از ادامه راه سخن گفت.", ("SUPPORT", ("OMN.GOV",), ("EGY",))),
    ("رئیس‌جمهور عمان ضمن انتقاد از مصر از ادامه راه سخن گفت.", ("ACCUSE", ("OMN.GOV",), ("EGY",))),
])
def test_an_act_told_beside_another_is_of_the_same_subject(text: str, event: Told) -> None:
    """«ضمن …» tells what the subject of the clause does besides."""
    assert event in _told(text)


def test_a_noun_after_a_body_of_several_words_is_no_adjective() -> None:
    """«با شرکت‌های X مذاکراتی انجام داد» tells of talks, though «مذاکراتی» has the form of an adjective."""
    assert [e.type for e in coded("هیئت عمان با مقام‌های مصر مذاکراتی انجام داد.").events] == ["CONSULT"]

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
    case("a predicate that ends its phrase", "رئیس‌جمهور شیلی گفت: «پرو دولت ندارد، یک گروه تبهکار است.»",
         "accuse/be-bad"),
    case("a predicate after a name", "رئیس‌جمهور شیلی گفت: «ترامپ قاتل کودکان بولیوی است.»", "accuse/be-bad"),
    case("the noun of a compound as predicate", "رئیس‌جمهور شیلی ارتش پرو را خطرناک خواند.", "accuse/call-bad"),
    case("a predicate whose verb is told later",
         "شیلی رفتار پرو را «غیرقانونی» توصیف و بارها اعلام کرد که مذاکره نمی‌کند.", "accuse/call-bad"),
    case("an infinitive under a preposition", "شیلی با متهم کردن پرو به تقلب، وعده داد مذاکره کند.", "accuse/accuse"),
    case("what one says one has to say", "رئیس‌جمهور شیلی گفت: «ما باید پرو را محکوم کنیم.»", "accuse/condemn"),
    case("a misdeed within a refusal", "رئیس‌جمهور شیلی گفت: «پرو از پاسخ به جنایات خود امتناع می‌کند.»",
         "accuse/outrage"),
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


def test_who_is_called_something_hangs_on_the_infinitive() -> None:
    """Whoever calls the deed of another something accuses its doer, not whom it is done to."""
    text = "وزیر خارجه شیلی با غیرقانونی خواندن حمله مالزی علیه بولیوی خواستار مذاکره شد."
    told = [d for d in stages(text).drafts if d.rule == "accuse/call-bad"]
    assert [(d.actors[0].code, [m.code for m in d.recipients]) for d in told] == [("CHL.GOV", ["MYS"])]


@pytest.mark.parametrize(("text", "speakers"), [
    case("after somebody's words", "رئیس‌جمهور شیلی گفت که مذاکره نمی‌کند.\nرفتار ارتش پرو وحشیانه است.", "CHL.GOV"),
    case("after the reporter's", "رئیس‌جمهور شیلی وارد لیما شد.\nرفتار ارتش پرو وحشیانه است."),
])
def test_a_charge_goes_on_with_the_words_before(text: str, speakers: list[str]) -> None:
    """A charge told by a verb right after somebody's words is theirs; after the reporter's own it is none."""
    assert [d.actors[0].code for d in stages(text).drafts if d.rule == "accuse/be-bad"] == speakers


def test_who_is_answered_is_not_who_answers() -> None:
    """In an answer told without a verb of doing, whoever stands under «به» is threatened, and who speaks threatens."""
    text = "یک مقام اندونزی گفت: پاسخ مورد انتظار به مالزی سخت خواهد بود."
    assert [(e.type, e.actors, e.recipients) for e in events(text)] == [("THREATEN", "IDN.GOV", "MYS")]

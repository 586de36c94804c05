"""What is conditional, tried, headed or named by an infinitive: how it is told that a deed is or is not an event."""

import pytest
from by_grammar import events
from support import Told, case, noted

Wanted = list[Told]


@pytest.mark.parametrize(("text", "wanted"), [
    case("if Chad attacks, the bases of Chad are bombed, says the minister of Niger",
         "وزیر دفاع نیجر: اگر چاد حمله کند، پایگاه‌های چاد را بمباران می‌کنیم.",
         Told("ASSAULT", "TCD", "NER", "hypothetical", "NER.GOV|NER.MIL"),
         Told("THREATEN", "NER.GOV|NER.MIL", "TCD|TCD.MIL", according="NER.GOV|NER.MIL")),
    case("the border has to be opened, or else we destroy Chad",
         "رئیس‌جمهور نیجر: مرز باید باز شود وگرنه چاد را نابود می‌کنیم.",
         Told("THREATEN", "NER.GOV", "TCD", according="NER.GOV")),
    case("if Chad attacks, the answer of Niger will be crushing, says its spokesman",
         "سخنگوی ارتش نیجر: اگر چاد خطا کند، پاسخ نیجر کوبنده خواهد بود.",
         Told("THREATEN", "NER|NER.MIL", "TCD|", according="NER.MIL")),
])
def test_what_one_will_do_on_a_condition_is_threatened(text: str, wanted: Wanted) -> None:
    """Force that the speaker's own side uses if, or unless, something happens is a threat made now."""
    assert noted(events(text), wanted) == wanted


def test_what_follows_from_a_condition_is_not_told_as_done() -> None:
    """An attack in the present that hangs on a condition before it is hypothetical."""
    found = events("اگر چاد مرز را ببندد، ارتش نیجر به چاد حمله می‌کند.")
    assert [t.status for t in found if t.type == "ASSAULT"] == ["hypothetical"]


def test_a_refusal_that_is_only_threatened_is_no_refusal() -> None:
    """What a threat is about, a walk-out too, is not coded again."""
    found = events("نمایندگان چاد تهدید کردند که مذاکرات با نیجر را ترک می‌کنند.")
    assert {t.type for t in found} == {"THREATEN"}


@pytest.mark.parametrize(("text", "wanted"), [
    case("hitting of a tanker of Chile by the navy of Argentina", "هدف قرار دادن نفتکش شیلی توسط نیروی دریایی آرژانتین",
         Told("ASSAULT", "ARG.MIL", "CHL|CHL.BUS")),
    case("the army is hitting a town of Niger", "ارتش چاد در حال هدف قرار دادن شهرهای نیجر است.",
         Told("ASSAULT", "TCD.MIL", "NER|NER.CVL")),
])
def test_an_infinitive_names_what_befalls_somebody(text: str, wanted: Wanted) -> None:
    """What a transitive verb of force is done to hangs on its infinitive, «توسط» brings in who does it."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("drone attack on a base of Chile", "🔴 حمله پهپادی به پایگاه شیلی در بولیوی",
         Told("ASSAULT", "", "CHL|CHL.MIL")),
    case("pictures of the shelling of the soldiers of Chad", "تصاویر گلوله‌باران سربازان چاد",
         Told("ASSAULT", "", "TCD.MIL")),
])
def test_a_line_headed_by_a_deed_tells_it(text: str, wanted: Wanted) -> None:
    """A headline without a verb tells an attack though nobody is named who did it."""
    assert noted(events(text), wanted) == wanted


def test_a_line_that_asks_tells_no_deed() -> None:
    """A headline with a question mark tells nothing done."""
    assert events("حمله به پایگاه شیلی در بولیوی؟") == []


@pytest.mark.parametrize(("text", "wanted"), [
    case("the presidents will sign the peace agreement", "رؤسای جمهور پرو و شیلی توافق صلح را امضا می‌کنند.",
         Told("AGREE", "PER.GOV CHL.GOV", "", "future")),
    case("the agreement is signed tomorrow", "توافق میان آرژانتین و شیلی فردا امضا می‌شود.",
         Told("AGREE", "ARG CHL", "", "future")),
])
def test_a_signing_in_the_present_is_still_to_come(text: str, wanted: Wanted) -> None:
    """Who signs, told in the present, has not signed yet."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Chile tries to persuade Mexico", "شیلی تلاش می‌کند مکزیک را به پذیرش این طرح متقاعد کند.",
         Told("REQUEST", "CHL", "MEX")),
    case("the minister says that Chad tries to overthrow the government of Niger",
         "وزیر خارجه نیجر گفت چاد سعی دارد دولت نیجر را سرنگون کند.",
         Told("ACCUSE", "NER.GOV", "TCD", according="NER.GOV")),
])
def test_what_is_tried_is_told_by_its_trying(text: str, wanted: Wanted) -> None:
    """Trying to persuade is a demand; that others try to use force is a charge by whoever says so."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Niger announced the interception of drones of Chad",
         "ارتش نیجر از رهگیری چند پهپاد چاد خبر داد.",
         Told("ASSAULT", "NER.MIL", "TCD|TCD.MIL", according="NER.MIL")),
    case("the soldiers were made a target of rockets",
         "حزب‌الله نظامیان ارتش اسرائیل را در صور هدف حمله راکتی قرار داد.",
         Told("ASSAULT", "LBN.REB", "ISR.MIL")),
    case("a rally was held in Lima", "تظاهرات بزرگی در لیما برگزار شد.", Told("PROTEST", "PER.CVL", "")),
    case("Chad did not let Niger use its airspace", "چاد به نیجر اجازه استفاده از حریم هوایی خود را نداد.",
         Told("REJECT", "TCD", "NER")),
    case("Chad hinders peace, says the minister of Niger", "وزیر خارجه نیجر گفت چاد مانع برقراری صلح است.",
         Told("ACCUSE", "NER.GOV", "TCD", according="NER.GOV")),
    case("Chad does not keep its word, says the minister of Niger", "وزیر خارجه نیجر: چاد به تعهدات خود عمل نمی‌کند.",
         Told("ACCUSE", "NER.GOV", "TCD", according="NER.GOV")),
    case("Chad arms terrorists, says the minister of Niger", "وزیر خارجه نیجر گفت چاد گروه‌های تروریستی را مسلح می‌کند.",
         Told("ACCUSE", "NER.GOV", "TCD", according="NER.GOV")),
    case("we want Chad to withdraw from Libya, said the minister of Niger",
         "وزیر خارجه نیجر گفت ما می‌خواهیم چاد از لیبی خارج شود.",
         Told("REQUEST", "NER.GOV", "TCD", according="NER.GOV")),
    case("Qatar offered to give Lebanon a loan", "قطر پیشنهاد داد ۱۲ میلیون دلار وام به لبنان بدهد.",
         Told("AGREE", "QAT", "LBN")),
    case("Chad does not seek talks with Niger, said its spokesman",
         "سخنگوی دولت چاد گفت چاد به دنبال مذاکره با نیجر نیست.",
         Told("REJECT", "TCD|TCD.GOV", "NER", according="TCD.GOV")),
    case("Oman offers to host the talks", "عمان پیشنهاد میزبانی مذاکرات چاد و نیجر را داد.",
         Told("AGREE", "OMN", "TCD NER")),
])
def test_predicates_of_every_day(text: str, wanted: Wanted) -> None:
    """Interceptions, targets, rallies, refused leave, hindrance, broken words and offers have their types."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize("text", [
    "هیئت چاد نیامی را ترک کرد.",
    "لغو تحریم‌های نیجر به نفع چاد است.",
    "نمایندگان چاد برای پیگیری موضوع وارد عمل شدند.",
])
def test_what_only_looks_like_a_deed_is_none(text: str) -> None:
    """Leaving a town is no refusal to talk, a topic is no easing, and going to work is no visit."""
    assert events(text) == []

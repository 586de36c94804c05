"""How the mood and the voice of a verb tell that a deed was done, is still to come or is refused, and by whom."""

import pytest
from by_grammar import events
from support import Told, case, noted

Wanted = list[Told]


@pytest.mark.parametrize(("text", "wanted"), [
    case("the navy of Chile managed to seize two ships of Mexico",
         "نیروی دریایی شیلی توانست دو کشتی مکزیک را توقیف کند.",
         Told("COERCE", "CHL.MIL", "MEX|MEX.BUS")),
    case("the police of Kenya succeeded in arresting five men of Somalia",
         "پلیس کنیا موفق شد پنج تبعه سومالی را بازداشت کند.", Told("COERCE", "KEN.COP", "SOM.CVL")),
    case("pressure made Chad withdraw from Libya", "فشارها باعث شد چاد از لیبی عقب‌نشینی کند.",
         Told("RETREAT", "TCD", "LBY")),
    case("Sudan did not manage to occupy Eritrea", "سودان نتوانست اریتره را اشغال کند.",
         Told("COERCE", "SDN", "ERI", "negated")),
])
def test_what_was_managed_or_brought_about_was_done(text: str, wanted: Wanted) -> None:
    """Under a past «توانست», «موفق شد», «باعث شد» the subjunctive tells what happened, negated what did not."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the president of Brazil goes to Chile", "رئیس‌جمهور برزیل به شیلی می‌رود.",
         Told("AGREE", "BRA.GOV", "CHL", "future")),
    case("in a meeting with the president of Mexico the president of Chile will look at the crisis",
         "رئیس‌جمهور شیلی در جریان دیدار با رئیس‌جمهور مکزیک بحران منطقه را مورد بررسی قرار خواهد داد.",
         Told("AGREE", "CHL.GOV MEX.GOV", "", "future")),
    case("Norway can help Ukraine", "نروژ می‌تواند به اوکراین کمک کند.", Told("AGREE", "NOR", "UKR", "hypothetical")),
    case("Egypt and Qatar came near an agreement on gas", "مصر و قطر به توافقی درباره گاز نزدیک شدند.",
         Told("AGREE", "EGY QAT", "", "future")),
])
def test_meetings_and_help_to_come_are_promised(text: str, wanted: Wanted) -> None:
    """Visits told in the present, meetings at which something will be done, and help that can be given are to come."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the minister of Oman said that they do not mean to talk with Qatar",
         "وزیر خارجه عمان گفت: ما قصد مذاکره با قطر نداریم.", Told("REJECT", "OMN.GOV", "QAT", according="OMN.GOV")),
    case("the spokesman of Chile said that they cannot cooperate with Mexico",
         "سخنگوی دولت شیلی گفت: ما نمی‌توانیم با مکزیک همکاری کنیم.",
         Told("REJECT", "CHL.GOV", "MEX", according="CHL.GOV")),
])
def test_who_does_not_mean_to_or_cannot_refuses(text: str, wanted: Wanted) -> None:
    """What one says that one will not or cannot do for another is refused to them."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("we are ready to talk with Sweden, said the minister of Norway",
         "وزیر خارجه نروژ گفت: ما آماده‌ایم با سوئد مذاکره کنیم.", Told("AGREE", "NOR.GOV", "SWE", according="NOR.GOV")),
    case("we oppose the demand of Mexico, said the president of Chile",
         "رئیس‌جمهور شیلی گفت: ما با درخواست مکزیک مخالفیم.", Told("REJECT", "CHL.GOV", "MEX", according="CHL.GOV")),
])
def test_a_copula_written_onto_its_adjective_is_its_verb(text: str, wanted: Wanted) -> None:
    """«آماده‌ایم» is told as «آماده هستیم» is."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the ship of Chile seized by Mexico sank", "کشتی شیلی توقیف‌شده توسط مکزیک به ساحل بازگشت.",
         Told("COERCE", "MEX", "CHL|CHL.BUS")),
])
def test_a_participle_with_its_doer_tells_a_deed(text: str, wanted: Wanted) -> None:
    """«توقیف‌شده توسط X» tells what befell the noun before it, and who did it."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the ministry of India sent a note to that of Nepal",
         "وزارت خارجه هند یادداشتی برای وزارت خارجه نپال ارسال نمود.",
         Told("CONSULT", "IND.GOV", "NPL.GOV")),
    case("two citizens of Niger were deported by Libya", "دو شهروند نیجر از سوی لیبی رد مرز شدند.",
         Told("COERCE", "LBY", "NER.CVL")),
])
def test_light_verbs_take_each_others_place(text: str, wanted: Wanted) -> None:
    """A compound of the table is found with «نمودن» for «کردن», and as its passive with «شدن»."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Turkey is bombing some villages of Syria",
         "ارتش ترکیه در حال بمباران چند روستای بزرگ و کوچک در مناطق کوهستانی شمال و شرق سوریه است.",
         Told("ASSAULT", "TUR.MIL", "SYR|SYR.CVL")),
    case("the drill of the army of Kenya is over", "رزمایش ارتش کنیا به پایان رسید.", Told("MOBILIZE", "KEN.MIL", "")),
])
def test_what_is_being_done_or_is_over_took_place(text: str, wanted: Wanted) -> None:
    """A deed told by «در حال …» is done however far its verb stands; a drill at its end was held."""
    assert noted(events(text), wanted) == wanted

"""Who is meant where the words point: foes, those pointed at, bodies one belongs to, hosts, addressees."""

import pytest
from by_grammar import coded, events
from support import Told, case, noted, told

Wanted = list[Told]


def on(published: str, text: str) -> Wanted:
    """The events of a text published on a day."""
    return [told(event) for event in coded(text, published=published).events]


@pytest.mark.parametrize(("published", "text", "wanted"), [
    pytest.param("2005-03-01", "نیروهای اشغالگر دو عراقی را بازداشت کردند.", [Told("COERCE", "USA.MIL", "IRQ.CVL")],
                 id="the occupying forces arrested two Iraqis"),
    pytest.param("2015-03-01", "نیروهای اشغالگر دو فلسطینی را بازداشت کردند.", [Told("COERCE", "ISR.MIL", "PSE.CVL")],
                 id="the occupying forces arrested two Palestinians"),
    pytest.param("2023-03-01", "اشغالگران دو اوکراینی را کشتند.", [Told("ASSAULT", "RUS.MIL", "UKR.CVL")],
                 id="the occupiers killed two Ukrainians"),
    pytest.param("1987-03-01", "ارتش دشمن به آبادان حمله کرد.", [Told("ASSAULT", "IRQ.MIL", "IRN")],
                 id="the enemy's army attacked Abadan"),
    pytest.param("2005-03-01", "سربازان در الخلیل پنج فلسطینی را بازداشت کردند.",
                 [Told("COERCE", "ISR.MIL", "PSE.CVL")],
                 id="soldiers arrested five people in Hebron"),
])
def test_occupiers_and_enemies_are_those_of_the_day(published: str, text: str, wanted: Wanted) -> None:
    """Who is called occupier or enemy follows from the country told and the wars of the report's day."""
    assert noted(on(published, text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the police of Peru arrested the rebels of Colombia. These people had attacked Lima",
         "پلیس پرو شورشیان کلمبیا را بازداشت کرد. این افراد به لیما حمله کرده بودند.",
         Told("COERCE", "PER.COP", "COL.REB"), Told("ASSAULT", "COL.REB", "PER")),
    case("Chile and Colombia signed a treaty. These countries asked Brazil to help",
         "شیلی و کلمبیا پیمانی امضا کردند. این کشورها از برزیل خواستند کمک کند.",
         Told("REQUEST", "CHL COL", "BRA")),
])
def test_those_pointed_at_in_the_plural_are_the_last_of_many(text: str, wanted: Wanted) -> None:
    """«این افراد» are the last of whom there are many, «این کشورها» the two countries named together."""
    found = [event for event in events(text) if event.type in {w.type for w in wanted}]
    assert noted(found, wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("two elements belonging to ISIS were arrested in Kabul", "دو تن از عناصر وابسته به داعش در کابل بازداشت شدند.",
         Told("COERCE", "", "INT.REB")),
    case("the police of Kenya blamed an extremist group for the attack",
         "پلیس کنیا یک گروه تندرو را مسئول این حمله دانست.", Told("ACCUSE", "KEN.COP", "KEN.REB")),
    case("Cuba asked the countries of the world for help", "کوبا از کشورهای جهان خواست کمک کنند.",
         Told("REQUEST", "CUB", "INT|INT.GOV")),
])
def test_kinds_of_bodies_are_parties(text: str, wanted: Wanted) -> None:
    """A body that somebody belongs to, an extremist group and the states of the world are who they are called."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the visit of the president of Chile to Madrid", "دیدار رئیس‌جمهور شیلی از مادرید انجام شد.",
         Told("CONSULT", "CHL.GOV", "ESP.GOV")),
    case("the president of Chile, in a letter to the UN secretary-general, called for an end of Brazil's attacks",
         "رئیس‌جمهور شیلی در نامه‌ای به دبیرکل سازمان ملل خواستار محکومیت حملات برزیل شد.",
         Told("REQUEST", "CHL.GOV", "UN")),
    case("Ethiopia threatened, if Eritrea attacks Djibouti, to begin war",
         "اتیوپی که با کنیا مذاکره می‌کند، تهدید کرد در صورت حمله اریتره به جیبوتی، جنگ را آغاز می‌کند.",
         Told("THREATEN", "ETH", "ERI")),
    case("Armenia's occupation of parts of the soil of Georgia",
         "اشغال بخش‌هایی از خاک گرجستان توسط ارمنستان ادامه دارد.",
         Told("COERCE", "ARM", "GEO")),
    case("fighters of Chad took off, violating the airspace of Niger",
         "جنگنده‌های چاد با نقض حریم هوایی نیجر به پرواز درآمدند.", Told("MOBILIZE", "TCD.MIL", "NER")),
    case("the spokesman of the White House criticised John Kerry", "سخنگوی کاخ سفید از جان کری انتقاد کرد.",
         Told("ACCUSE", "USA.GOV", "USA.GOV")),
])
def test_the_other_side_is_where_the_words_put_it(text: str, wanted: Wanted) -> None:
    """A host, an addressee, whoever is deterred, what is held in part, and another of one's own state."""
    found = [event for event in on("2014-05-02", text) if event.type in {w.type for w in wanted}]
    assert noted(found, wanted) == wanted


def test_the_government_of_a_report_on_another_country_is_not_that_of_home() -> None:
    """«دولت» by itself is of the country that a report is about, where home is hardly named."""
    text = ("ایران از اکوادور نفت می‌خرد. رئیس‌جمهور اکوادور در کیتو بود. اکوادور کشوری آرام است. "
            "اکوادور همسایه پرو است. شورشیان اکوادور به دولت حمله کردند.")
    assert Told("ASSAULT", "ECU.REB", "ECU.GOV") in events(text)


@pytest.mark.parametrize(("text", "wanted"), [
    case("Sudan's army carried out a ground operation in a village in the east of Chad",
         "ارتش سودان در روستای کوچکی در شرق چاد عملیات زمینی انجام داد.", Told("ASSAULT", "SDN.MIL", "TCD")),
    case("Iran condemned the latest aggression of Finland", "ایران تجاوز اخیر فنلاند را محکوم کرد.",
         Told("ASSAULT", "FIN", "IRN", according="IRN")),
    case("Japan criticised Sudan's airstrike in Chad", "ژاپن از حمله هوایی سودان در چاد انتقاد کرد.",
         Told("ASSAULT", "SDN", "TCD", according="JPN")),
    case("the patrols of Niger struck the soldiers and vehicles of Chad",
         "ارتش نیجر سربازان و خودروهای چاد را هدف قرار داد.", Told("ASSAULT", "NER.MIL", "TCD.MIL TCD")),
])
def test_whom_an_attack_befell_is_told_by_what_stands_around_it(text: str, wanted: Wanted) -> None:
    """The country where it struck, the outlet's own that condemns it, the owner of what is joined to the struck."""
    found = [event for event in on("2014-05-02", text) if event.type == "ASSAULT"]
    assert noted(found, wanted) == wanted


def test_an_inquiry_charges_nobody() -> None:
    """A state that looks into an attack is not told to accuse whoever is named beside it."""
    found = on("2014-05-02", "پلیس شیلی تحقیقات درباره انفجار سفارت پرو را آغاز کرد.")
    assert all(not event.recipients for event in found if event.type == "ACCUSE")


def test_those_under_sanctions_are_not_the_own_people_of_who_sanctions() -> None:
    """Two persons of no told country whom a state sanctions are not its citizens."""
    found = on("2014-05-02", "نروژ دو نفر را تحریم کرد.")
    assert all(event.recipients != "NOR.CVL" for event in found)

"""Who does what to whom in every order that Persian has: active, passive, fronted, nominal, relative, gapped."""

import pytest
from by_grammar import coded, events
from support import Told, case, noted

Wanted = list[Told]
SHELLED = Told("ASSAULT", "TUR.MIL", "SYR")


@pytest.mark.parametrize(("text", "wanted"), [
    case("the Turkish army bombed Syria", "ارتش ترکیه سوریه را بمباران کرد.", SHELLED),
    case("Syria was bombed by the Turkish army", "سوریه از سوی ارتش ترکیه بمباران شد.", SHELLED),
    case("Syria was bombed by (tavassot) the Turkish army", "سوریه توسط ارتش ترکیه بمباران شد.", SHELLED),
    case("Syria, the Turkish army bombed (fronted object)", "سوریه را ارتش ترکیه بمباران کرد.", SHELLED),
    case("the Turkish army attacked Syria", "ارتش ترکیه به سوریه حمله کرد.", SHELLED),
    case("the Turkish army put Syria under attack", "ارتش ترکیه سوریه را مورد حمله قرار داد.", SHELLED),
    case("Syria came under attack by the Turkish army", "سوریه مورد حمله ارتش ترکیه قرار گرفت.", SHELLED),
    case("Syria became the target of an attack by the Turkish army", "سوریه هدف حمله ارتش ترکیه قرار گرفت.", SHELLED),
    case("the attack of the Turkish army on Syria went on for hours",
         "حمله ارتش ترکیه به سوریه ساعت‌ها ادامه داشت.", SHELLED),
    case("the attack on Syria by the Turkish army went on", "حمله به سوریه از سوی ارتش ترکیه ادامه داشت.", SHELLED),
    case("the bombing of Syria by the Turkish army went on", "بمباران سوریه به دست ارتش ترکیه ادامه داشت.", SHELLED),
    case("the Turkish army, which bombed Syria, was silent",
         "ارتش ترکیه که سوریه را بمباران کرد، سکوت کرده است.", SHELLED),
    case("the Turkish army went ahead at night and bombed Syria",
         "ارتش ترکیه شبانه پیش رفت و سوریه را بمباران کرد.", SHELLED),
    case("at night, in the north, the Turkish army bombed Syria",
         "شب گذشته، ارتش ترکیه سوریه را بمباران کرد.", SHELLED),
    case("the Turkish army last night bombed Syria", "ارتش ترکیه شب گذشته سوریه را بمباران کرد.", SHELLED),
    case("the Turkish army last night with ten planes bombed Syria",
         "ارتش ترکیه شب گذشته با ده هواپیما سوریه را بمباران کرد.",
         SHELLED),
])
def test_every_order_of_words_gives_the_same_parties(text: str, wanted: Wanted) -> None:
    """Active, passive, fronted, nominal and relative ways of telling one attack give the same actor and recipient."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Russia and Belarus condemned Poland",
         "روسیه و بلاروس لهستان را محکوم کردند.", Told("ACCUSE", "RUS BLR", "POL")),
    case("Japan sanctioned Russia and Belarus",
         "ژاپن روسیه و بلاروس را تحریم کرد.", Told("SANCTION", "JPN", "RUS BLR")),
    case("France, Germany and Spain sanctioned Russia", "فرانسه، آلمان و اسپانیا روسیه را تحریم کردند.",
         Told("SANCTION", "FRA DEU ESP", "RUS")),
    case("the foreign ministers of Iran, Iraq and Syria met", "وزیران خارجه ایران، عراق و سوریه دیدار کردند.",
         Told("CONSULT", "IRN.GOV IRQ.GOV SYR.GOV", "")),
])
def test_joined_names_are_all_parties(text: str, wanted: Wanted) -> None:
    """Names joined by «and» or commas fill one role together."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Ethiopia attacked Eritrea and then withdrew", "ارتش اتیوپی به اریتره حمله کرد و سپس عقب نشست.",
         Told("ASSAULT", "ETH.MIL", "ERI"), Told("RETREAT", "ETH.MIL", "ERI|")),
    case("the police arrested a Kenyan journalist and released him after an hour",
         "پلیس کنیا یک روزنامه‌نگار کنیایی را بازداشت و پس از ساعتی آزاد کرد.",
         Told("COERCE", "KEN.COP", "KEN.MED"), Told("RETREAT", "KEN.COP", "KEN.MED"),
         fails="gapped verbs: the first predicate before «و» is lost"),
    case("Germany condemned and sanctioned Belarus", "آلمان بلاروس را محکوم و تحریم کرد.",
         Told("ACCUSE", "DEU", "BLR"), Told("SANCTION", "DEU", "BLR")),
])
def test_a_subject_is_carried_over_to_the_next_verb(text: str, wanted: Wanted) -> None:
    """A verb without its own subject takes that of the verb it is joined to."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the president of Chile said: «we will help Haiti»", "رئیس‌جمهور شیلی گفت: «ما به هائیتی کمک خواهیم کرد.»",
         Told("AGREE", "CHL.GOV|CHL", "HTI", "future", "CHL.GOV")),
    case("the foreign minister of Cuba: we condemn the United States", "وزیر خارجه کوبا: ما آمریکا را محکوم می‌کنیم.",
         Told("ACCUSE", "CUB.GOV|CUB", "USA", "actual", "CUB.GOV")),
    case("the foreign minister of Cuba said: «the United States has sanctioned us»",
         "وزیر خارجه کوبا گفت: «آمریکا ما را تحریم کرده است.»",
         Told("SANCTION", "USA", "CUB.GOV|CUB", "actual", "CUB.GOV")),
])
def test_we_are_the_speaker(text: str, wanted: Wanted) -> None:
    """«We», spoken or not, is whoever speaks, as actor and as recipient."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("India attacked Pakistan. This country (India) sanctioned Pakistan",
         "هند به پاکستان حمله کرد. این کشور پاکستان را تحریم کرد.",
         Told("ASSAULT", "IND", "PAK"), Told("SANCTION", "IND", "PAK")),
    case("the prime minister of Iraq met his Jordanian counterpart", "نخست‌وزیر عراق با همتای اردنی خود دیدار کرد.",
         Told("CONSULT", "IRQ.GOV JOR.GOV", "")),
    case("the prime minister of Iraq travelled to Amman and met the king of Jordan",
         "نخست‌وزیر عراق به اردن سفر و با پادشاه این کشور دیدار کرد.",
         Told("CONSULT", "IRQ.GOV", "JOR"), Told("CONSULT", "IRQ.GOV JOR.GOV", "")),
])
def test_pointing_phrases_are_parties(text: str, wanted: Wanted) -> None:
    """Phrases like «this country» and «his counterpart» fill a role as those whom they mean."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize("text", [
    "سفر رئیس‌جمهور فرانسه با هواپیمای روسی انجام نشد.",  # the trip was not made with the Russian plane
    "یک خبرنگار آلمانی از جنگ عکس گرفت.",  # a German reporter photographed the war
])
def test_a_country_that_only_describes_a_thing_is_no_party(text: str) -> None:
    """The adjective of a thing or of a bystander makes nobody a party of violence."""
    assert [e for e in coded(text).events if e.type == "ASSAULT" or any(p.code == "RUS" for p in e.actors)] == []


@pytest.mark.parametrize("text", [
    "خروج ترکیه از معاهده انجام گرفت.",  # Turkey's withdrawal from the treaty took place
    "دولت فرانسه خروج ترکیه از پیمان را آغاز کرد.",  # the French government began Turkey's withdrawal
])
def test_a_withdrawal_from_a_treaty_is_put_to_nobody(text: str) -> None:
    """Who leaves a treaty does it to no party, also where the withdrawal is told with a verb of its own."""
    assert [told.recipients for told in events(text) if told.recipients] == []


def test_no_event_stands_without_a_party() -> None:
    """«The attack was heavy», with nobody told, is no event."""
    assert events("حمله سنگینی انجام شد.") == []


def test_the_mention_of_a_party_is_where_the_text_names_it() -> None:
    """Every party points to the stretch of the original text that names it."""
    text = "ارتش ترکیه سوریه را بمباران کرد."
    (event,) = coded(text).events
    spans = [p.mention for p in (*event.actors, *event.recipients)]
    assert [text[s.start:s.end] for s in spans if s is not None] == ["ارتش ترکیه", "سوریه"]

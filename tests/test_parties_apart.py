"""Who is no party though named beside the deed, and who is one though the words hide it."""

import pytest
from by_grammar import events
from support import Told, case, noted

Wanted = list[Told]


def of(text: str, wanted: Wanted) -> Wanted:
    """The events of a text that are of the wanted types."""
    return [event for event in events(text) if event.type in {w.type for w in wanted}]


@pytest.mark.parametrize(("text", "wanted"), [
    case("Chile and Kenya spoke in the Swiss talks", "شیلی و کنیا در مذاکرات سوئیس دربارهٔ معدن گفت‌وگو کردند.",
         Told("CONSULT", "CHL KEN", "")),
    case("the talks of Qatar with Chile go on", "مذاکرات قطر با شیلی ادامه دارد.", Told("CONSULT", "QAT CHL", "")),
    case("the talks of Chile and Kenya with the mediation of Oman", "مذاکرات شیلی و کنیا با حضور عمان برگزار شد.",
         Told("CONSULT", "CHL KEN", "")),
])
def test_hosts_of_talks_are_no_parties(text: str, wanted: Wanted) -> None:
    """Talks are called after the place they are held in, and others may attend them; neither deals with anybody."""
    assert noted(of(text, wanted), wanted) == wanted


@pytest.mark.parametrize("text", [
    pytest.param("شیلی از مذاکرات سوئیس استقبال کرد.", id="Chile welcomed the Swiss talks"),
    pytest.param("شیلی از نشست ژنو انتقاد کرد.", id="Chile criticised the Geneva meeting"),
])
def test_talks_called_after_a_place_are_not_its_own(text: str) -> None:
    """What is said of talks in a neutral place is said to nobody there."""
    assert not [event for event in events(text) if "CHE" in event.recipients]


@pytest.mark.parametrize(("text", "wanted"), [
    case("the minister of Chile talked with the minister of Peru about mediation between Kenya and Sudan",
         "وزیر خارجه شیلی با وزیر خارجه پرو دربارهٔ تلاش‌های میانجی‌گرانه میان کنیا و سودان گفت‌وگو کرد.",
         Told("CONSULT", "CHL.GOV PER.GOV", "")),
])
def test_what_hangs_on_a_topic_is_no_party(text: str, wanted: Wanted) -> None:
    """Whoever is named within what is talked about takes no part in the talk."""
    assert [event for event in noted(events(text), wanted) if event.actors == wanted[0].actors] == wanted


@pytest.mark.parametrize("text", [
    pytest.param("رئیس‌جمهور شیلی از شیلی دفاع کرد.", id="the president of Chile defended Chile"),
    pytest.param("وزیر خارجه کنیا از کنیا قدردانی کرد.", id="the minister of Kenya thanked Kenya"),
])
def test_a_country_deals_not_with_its_own_bodies(text: str) -> None:
    """A land told beside one of its own officials is no side that they deal with."""
    assert events(text) == []


@pytest.mark.parametrize(("text", "wanted"), [
    case("Kenya threatened the rebels of Kenya", "کنیا شورشیان کنیا را تهدید کرد.",
         Told("THREATEN", "KEN", "KEN.REB")),
    case("a journalist of Kenya criticised Kenya", "روزنامه‌نگار کنیایی از کنیا انتقاد کرد.",
         Told("ACCUSE", "KEN.MED", "KEN")),
])
def test_rebels_and_critics_are_sides_of_their_own(text: str, wanted: Wanted) -> None:
    """Those who fight or criticise their country stand against it."""
    assert noted(of(text, wanted), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the armed groups that side with Chile attacked a base of Sudan in Kenya",
         "گروه‌های مسلح طرفدار شیلی به پایگاه سودان در کنیا حمله کردند.", Told("ASSAULT", "KEN.REB", "SDN")),
    case("the adherents of Putin attacked the parliament of Finland", "هواداران پوتین به پارلمان فنلاند حمله کردند.",
         Told("ASSAULT", "RUS.CVL", "FIN.LEG")),
])
def test_bands_are_not_of_whom_they_side_with(text: str, wanted: Wanted) -> None:
    """A band for or against a country is of the country around it; a person's adherents are of theirs."""
    assert noted(of(text, wanted), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Chile told that two soldiers were killed in Kenya",
         "ارتش شیلی اعلام کرد دو سرباز در جنوب کنیا کشته شدند.", Told("ASSAULT", "", "CHL.MIL", according="CHL")),
])
def test_an_army_tells_of_its_own_soldiers(text: str, wanted: Wanted) -> None:
    """Soldiers without a country are those of the army that tells of them, wherever they fell."""
    found = of(text, wanted)
    assert [event.recipients for event in found] == [event.recipients for event in wanted]


@pytest.mark.parametrize(("text", "actors"), [
    pytest.param("رئیس‌جمهور شیلی: ما پایگاه‌های کنیا را بمباران کردیم.", "CHL", id="the president: we bombed"),
    pytest.param("رئیس‌جمهور شیلی: ما با کنیا گفت‌وگو کردیم.", "CHL.GOV KEN", id="the president: we talked"),
    pytest.param("ارتش شیلی: ما پایگاه‌های کنیا را بمباران کردیم.", "CHL.MIL", id="the army: we bombed"),
])
def test_what_we_do_by_arms_is_our_countrys(text: str, actors: str) -> None:
    """«ما» who strike are the country of the official who says so; an army and whoever talks are themselves."""
    assert actors in [event.actors for event in events(text)]


@pytest.mark.parametrize(("text", "wanted"), [
    case("American-Israeli forces attacked Chile", "نیروهای آمریکایی-اسرائیلی به شیلی حمله کردند.",
         Told("ASSAULT", "USA.MIL ISR.MIL", "CHL")),
    case("the forces of Armenia and Azerbaijan clashed", "نیروهای ارمنستان و آذربایجان درگیر شدند.",
         Told("ASSAULT", "ARM.MIL AZE.MIL", "ARM.MIL AZE.MIL")),
    case("the meeting of the ministers of Iran, Turkey and Iraq was held",
         "اجلاس وزیران خارجه ایران، ترکیه و عراق برگزار شد.", Told("CONSULT", "IRN.GOV TUR.GOV IRQ.GOV", "")),
])
def test_all_who_are_joined_are_parties(text: str, wanted: Wanted) -> None:
    """A dash joins as «و» does, and a title or a force named once holds for all who are joined to it."""
    assert noted(of(text, wanted), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("a village of Peru was destroyed through the doings of the army of Chile",
         "روستایی در پرو در اثر اقدامات ارتش شیلی ویران شد.", Told("ASSAULT", "CHL.MIL", "PER.CVL")),
    case("a Peruvian teacher was killed with a bullet of Chilean soldiers",
         "یک معلم پرویی با گلوله سربازان شیلیایی کشته شد.", Told("ASSAULT", "CHL.MIL", "PER.EDU")),
])
def test_whose_deed_is_the_cause_did_it(text: str, wanted: Wanted) -> None:
    """Whose deed or weapon is told as the cause of what befell somebody is who did it to them."""
    assert [event.actors for event in of(text, wanted)] == [event.actors for event in wanted]


@pytest.mark.parametrize(("text", "wanted"), [
    case("the head of the European Commission asked Chile for help", "رئیس کمیسیون اروپا از شیلی خواست کمک کند.",
         Told("REQUEST", "EU", "CHL")),
    case("the leaders of the tribes of Yemen met the minister of Chile",
         "رهبران قبایل یمن با وزیر خارجه شیلی دیدار کردند.", Told("CONSULT", "YEM.CVL CHL.GOV", "")),
])
def test_titles_end_where_their_body_does(text: str, wanted: Wanted) -> None:
    """A body whose name begins within the words of a title tells whose it is; leaders of tribes hold no office."""
    assert noted(of(text, wanted), wanted) == wanted


def test_a_critic_of_an_attack_is_not_struck_by_it() -> None:
    """Whoever condemns an attack that names nobody struck is a third, not its victim."""
    assert "JPN" not in [event.recipients for event in events("ژاپن از حمله هوایی سودان انتقاد کرد.")]


def test_where_one_strikes_is_whom_one_strikes() -> None:
    """An attack on a place that no table knows befalls the country it is told to lie in."""
    assert Told("ASSAULT", "CHL", "KEN") in events("حمله شیلی به نیروگاه سرابان در کنیا ادامه دارد.")


@pytest.mark.parametrize("sea", ["دریای عمان", "اقیانوس هند", "تنگه تایوان", "دریای جنوبی چین"])
def test_a_sea_named_after_a_country_is_not_that_country(sea: str) -> None:
    """Whoever is fired at on a sea is not the country that the sea is called after."""
    (event,) = events(f"ناو شیلی در {sea} به یک شناور شلیک کرد.")
    assert (event.actors, event.recipients) == ("CHL.MIL", "INT.BUS")


def test_who_dies_in_an_exercise_was_not_attacked() -> None:
    """Soldiers killed in an exercise, by nobody that is told, are no attack."""
    assert events("دو سرباز شیلیایی در جریان یک رزمایش نظامی در شمال کنیا کشته شدند.") == []

"""Meetings are told by nouns under other words, by verbs of what goes on, and by words that need two to mean one."""

import pytest
from by_grammar import events
from support import Told, case, noted

Wanted = list[Told]


@pytest.mark.parametrize(("text", "wanted"), [
    case("about the meeting of the presidents of Chile and Kenya the spokesman said that the weather was fine",
         "سخنگوی دولت شیلی درباره دیدار رئیس‌جمهور شیلی با رئیس‌جمهور کنیا گفت هوا خوب بود.",
         Told("CONSULT", "CHL.GOV KEN.GOV", "")),
    case("the governor of a province met members of the parliament of Chile",
         "استاندار سانتیاگو با نمایندگان پارلمان شیلی دیدار کرد.", Told("CONSULT", "CHL.GOV CHL.LEG", "")),
])
def test_meetings_spoken_of_and_meetings_at_home_took_place(text: str, wanted: Wanted) -> None:
    """What is said about a meeting tells that it was, and so do meetings of officials of one state."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the president of Brazil has travelled to Chile and is to speak tomorrow",
         "رئیس‌جمهور برزیل به شیلی سفر کرده و قرار است سخنرانی کند.", Told("CONSULT", "BRA.GOV", "CHL")),
    case("the president of Brazil has come into Chile and makes a speech",
         "رئیس‌جمهور برزیل وارد شیلی شده و سخنرانی می‌کند.", Told("CONSULT", "BRA.GOV", "CHL")),
])
def test_a_participle_joined_to_what_follows_tells_what_is_done(text: str, wanted: Wanted) -> None:
    """«سفر کرده و …» is no plan, though the verb that ends the chain is in the present; nor is «وارد X شده و …»."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Kenya and Chad negotiate about water", "کنیا و چاد درباره آب مذاکره می‌کنند.", Told("CONSULT", "KEN TCD", "")),
    case("the presidents of Kenya and Chad meet", "رئیس‌جمهور کنیا با رئیس‌جمهور چاد دیدار می‌کند.",
         Told("AGREE", "KEN.GOV TCD.GOV", "", "future")),
])
def test_talks_in_the_present_go_on_and_meetings_are_to_come(text: str, wanted: Wanted) -> None:
    """The present of a verb that lasts tells what goes on now, that of others what will be."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the president of Chile entered into talks with the president of Kenya",
         "رئیس‌جمهور شیلی با رئیس‌جمهور کنیا وارد گفت‌وگو شد.", Told("CONSULT", "CHL.GOV KEN.GOV", "")),
])
def test_a_pattern_may_hold_the_noun_and_the_element_of_its_verb(text: str, wanted: Wanted) -> None:
    """«با … وارد گفت‌وگو شدن» is one verb, though «وارد شدن» and «گفت‌وگو» are in the tables alone."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("today talks between Chile and Kenya were held", "امروز مذاکراتی میان شیلی و کنیا برگزار شد.",
         Told("CONSULT", "CHL KEN", "")),
])
def test_one_of_many_talks_is_no_adjective(text: str, wanted: Wanted) -> None:
    """A noun with the form of an adjective is a noun after a time and before those who talk."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize("text", [
    "جلسه روز دوشنبه طولانی بود.",  # a session of nobody
    "جلسه مجلس شیلی طولانی بود.",  # of one body alone
    "وزیر خارجه شیلی در سانتیاگو حضور دارد.",  # at home
    "وزیر خارجه شیلی با اشاره به کنیا گفت هوا خوب است.",  # speaks of Kenya, not to anybody
])
def test_words_that_need_two_tell_nothing_of_one(text: str) -> None:
    """A session of one, a presence at home and a remark about a country are no meetings."""
    assert not [told for told in events(text) if told.type == "CONSULT"]


@pytest.mark.parametrize(("text", "wanted"), [
    case("the minister of Chile is present in Kenya", "وزیر خارجه شیلی در کنیا حضور دارد.",
         Told("CONSULT", "CHL.GOV", "KEN")),
    case("the president of Chile said to the president of Kenya that the weather is fine",
         "رئیس‌جمهور شیلی به رئیس‌جمهور کنیا گفت هوا خوب است.", Told("CONSULT", "CHL.GOV", "KEN.GOV")),
])
def test_words_that_need_two_tell_of_two(text: str, wanted: Wanted) -> None:
    """Who is in another country, or says something to an official of one, consults."""
    assert noted(events(text), wanted) == wanted

"""Casualties are the numbers that the text gives, with the harm and whom it befell, and no others."""

import pytest
from support import coded, not_yet

Found = list[tuple[str, int, int, str]]


def casualties(text: str) -> Found:
    """(harm, min, max, who) of all events of the text, sorted."""
    return sorted((c.harm, c.min, c.max, c.who) for event in coded(text).events for c in event.casualties)


@pytest.mark.parametrize(("text", "wanted"), [
    # "five Iraqi soldiers were killed"
    ("پنج سرباز عراقی کشته شدند.", [("killed", 5, 5, "IRQ.MIL")]),
    # "5 soldiers …" in Persian digits
    ("در حمله به عراق ۵ سرباز عراقی کشته شدند.", [("killed", 5, 5, "IRQ.MIL")]),
    # "at least five …"
    ("دست‌کم پنج سرباز عراقی کشته شدند.", [("killed", 5, 5, "IRQ.MIL")]),
    # "more than 40 Syrian civilians were wounded"
    pytest.param("بیش از ۴۰ غیرنظامی سوری زخمی شدند.", [("injured", 40, 40, "SYR.CVL")]),
    # "dozens of Syrian civilians were killed"
    ("ده‌ها غیرنظامی سوری کشته شدند.", [("killed", 24, 99, "SYR.CVL")]),
    # "between 20 and 30 Syrian civilians were killed"
    pytest.param("بین ۲۰ تا ۳۰ غیرنظامی سوری کشته شدند.", [("killed", 20, 30, "SYR.CVL")],
                 marks=not_yet("the words «از» and «تا» inside a number are read as prepositions")),
    # "twenty to thirty Syrian civilians were killed"
    pytest.param("بیست تا سی غیرنظامی سوری کشته شدند.", [("killed", 20, 30, "SYR.CVL")],
                 marks=not_yet("the words «از» and «تا» inside a number are read as prepositions")),
    # "a soldier of Pakistan was killed"
    ("یک سرباز پاکستانی کشته شد.", [("killed", 1, 1, "PAK.MIL")]),
    # "two Pakistani soldiers were killed and seven others wounded"
    pytest.param("دو سرباز پاکستانی کشته و هفت تن دیگر زخمی شدند.",
                 [("injured", 7, 7, "PAK.MIL"), ("killed", 2, 2, "PAK.MIL")],
                 marks=not_yet("«هفت تن دیگر»: whose the second number is")),
    # "the attack of Israel left 12 Lebanese civilians dead and 30 wounded"
    ("حمله اسرائیل به لبنان ۱۲ کشته و ۳۰ زخمی بر جای گذاشت.", [("injured", 30, 30, "LBN"), ("killed", 12, 12, "LBN")]),
    # "three Turkish soldiers were taken captive"
    ("سه سرباز ترکیه به اسارت درآمدند.", [("captured", 3, 3, "TUR.MIL")]),
    # "four Ukrainian soldiers are missing after the attack of Russia"
    ("پس از حمله روسیه به اوکراین، چهار سرباز اوکراینی مفقود شدند.", [("missing", 4, 4, "UKR.MIL")]),
    # "the attack displaced two thousand Sudanese civilians"
    pytest.param("حمله ارتش اتیوپی به سودان دو هزار غیرنظامی سودانی را آواره کرد.",
                 [("displaced", 2000, 2000, "SDN.CVL")],
                 marks=not_yet("«آواره کردن»: the object is not whom it befell")),
    # "in the attack of India on Pakistan three soldiers were martyred"
    ("در حمله هند به پاکستان سه سرباز پاکستانی به شهادت رسیدند.", [("killed", 3, 3, "PAK.MIL")]),
    # "five people, among them two children, were killed in the attack on Lebanon"
    ("در حمله به لبنان پنج نفر، از جمله دو کودک، کشته شدند.", [("killed", 5, 5, "LBN|LBN.CVL")]),
])
def test_a_number_of_those_harmed_is_a_casualty(text: str, wanted: Found) -> None:
    """Numbers in words or digits, least numbers, ranges and «dozens» are counted with the harm and who suffered it."""
    found = casualties(text)
    assert [c[:3] for c in found] == [c[:3] for c in wanted]
    assert all(f[3] in w[3].split("|") for f, w in zip(found, wanted, strict=True))


@pytest.mark.parametrize("text", [
    "شماری از سربازان عراقی کشته شدند.",  # a number of soldiers were killed
    "چند سرباز عراقی زخمی شدند.",  # several soldiers were wounded
    "سربازان عراقی کشته شدند.",  # the soldiers were killed
    "ارتش ترکیه با ۱۲ هواپیما سوریه را بمباران کرد.",  # bombed with 12 planes
    "ارتش ترکیه ساعت ۱۲ به سوریه حمله کرد.",  # attacked at 12 o'clock
    "ارتش ترکیه ۱۲ روستای سوریه را گلوله‌باران کرد.",  # shelled 12 villages
])
def test_what_is_no_number_of_people_is_no_casualty(text: str) -> None:
    """«A number of», «several», hours, planes and villages are left out."""
    assert casualties(text) == []


def test_casualties_belong_to_the_attack_that_is_told_beside_them() -> None:
    """Deaths told in the sentence of an attack are its harm, not a second event."""
    (event,) = coded("در حمله ارتش ترکیه به سوریه سه غیرنظامی سوری کشته شدند.").events
    assert [p.code for p in event.actors] == ["TUR.MIL"]
    assert [(c.harm, c.min, c.who) for c in event.casualties] == [("killed", 3, "SYR.CVL")]


def test_each_attack_keeps_its_own_casualties() -> None:
    """Two attacks in two sentences do not share their dead."""
    text = ("در حمله ارتش ترکیه به سوریه سه غیرنظامی سوری کشته شدند.\n\n"
            "در حمله ارتش هند به پاکستان نه سرباز پاکستانی زخمی شدند.")
    found = {event.recipients[0].code[:3]: [(c.harm, c.min) for c in event.casualties] for event in coded(text).events}
    assert found == {"SYR": [("killed", 3)], "PAK": [("injured", 9)]}


def test_a_running_toll_given_as_background_is_historical() -> None:
    """The dead of a war since a year long past are no attack of the day."""
    text = "از سال ۲۰۱۵ تاکنون ده هزار غیرنظامی یمنی در حملات عربستان به یمن کشته شده‌اند."
    (event,) = coded(text).events
    assert (event.status, [(c.harm, c.min) for c in event.casualties]) == ("historical", [("killed", 10000)])

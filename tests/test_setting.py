"""Where and when: the place and the day that the text tells for an event, and no name that only tells a party."""

import pytest
from by_grammar import coded


def places(text: str, published: str = "2024-05-14") -> list[str]:
    """The English name of the place of each event, "" for none."""
    return [event.place.name if event.place is not None else "" for event in coded(text, published=published).events]


def days(text: str, published: str = "2024-05-14") -> dict[str, str]:
    """The date of each event by its type."""
    return {event.type: event.date for event in coded(text, published=published).events}


@pytest.mark.parametrize(("text", "wanted"), [
    # "the army of Israel shelled the village of Aita al-Shaab in southern Lebanon"
    ("ارتش اسرائیل روستای عیتا الشعب در جنوب لبنان را گلوله‌باران کرد.", "Aita al-Shaab"),
    # "the police of Iraq clashed with gunmen in the area of Abu Ghraib of Baghdad"
    ("پلیس عراق در منطقه ابوغریب بغداد با افراد مسلح عراقی درگیر شد.", "Abu Ghraib"),
    # "militants fired rockets from the Gaza Strip at the town of Sderot in the south of Israel"
    ("شبه‌نظامیان فلسطینی از نوار غزه به شهرک سدروت در جنوب اسرائیل راکت پرتاب کردند.", "Sderot"),
    # "the foreign minister of Iran met the president of Syria in Damascus"
    ("وزیر خارجه ایران در دمشق با رئیس‌جمهور سوریه دیدار کرد.", "Damascus"),
    # "the president of the United States entered Brazil"
    ("رئیس‌جمهور آمریکا وارد برزیل شد.", "Brazil"),
])
def test_the_most_precise_place_told_for_the_event_is_its_place(text: str, wanted: str) -> None:
    """A town comes before the region it lies in, the target before where a shot came from."""
    assert places(text) == [wanted]


@pytest.mark.parametrize("text", [
    # "according to IRNA from Rome, the army of Turkey attacked the forces of Syria"
    "به گزارش ایرنا از رم، ارتش ترکیه به نیروهای سوریه حمله کرد.",
    # "Lebanon called on Iran to open the Strait of Hormuz"
    "لبنان از ایران خواست تنگه هرمز را باز کند.",
])
def test_an_agency_or_a_demand_names_no_place(text: str) -> None:
    """The desk of an agency and what a demand is about are no place of an event."""
    assert set(places(text)) == {""}


def test_this_town_is_the_town_named_before() -> None:
    """«این شهر» is the last town named, under its name."""
    text = "کرکوک دیروز روز سختی داشت.\n\nدر این شهر افراد مسلح عراقی به پلیس عراق حمله کردند."
    (event,) = coded(text, published="2024-05-14").events
    assert event.place is not None
    assert (event.place.name, event.place.mention) == ("Kirkuk", "کرکوک")


def test_the_day_of_a_saying_is_that_of_what_one_asks_by_it() -> None:
    """Who spoke yesterday also made the demand told a sentence on yesterday."""
    text = "لاوروف دیروز گفت اوضاع خوب نیست.\nلاوروف از آمریکا خواست به گفت‌وگو بازگردد."
    assert days(text)["REQUEST"] == "2024-05-13"


def test_a_day_inside_what_is_said_comes_before_the_day_of_the_saying() -> None:
    """An attack of Sunday of which somebody speaks on Monday is one of Sunday."""
    text = "پسکوف روز دوشنبه اعلام کرد ارتش اوکراین روز یکشنبه به بلگورود حمله کرد."
    assert days(text)["ASSAULT"] == "2024-05-12"


def test_a_day_since_which_something_lasts_is_not_the_day_of_the_event() -> None:
    """«از ۷ اکتبر» tells since when, not when."""
    text = "ارتش اسرائیل که از ۷ اکتبر در جنگ است، به لبنان حمله کرد."
    assert days(text)["ASSAULT"] != "2023-10-07"


def test_an_attack_that_goes_on_is_where_and_when_it_began() -> None:
    """The second deed of the same sides, told in the next sentence, keeps the day and the place of the first."""
    text = ("ارتش ترکیه دیروز در حلب سه سرباز سوری را کشت.\n"
            "ارتش ترکیه سپس پنج سرباز سوری را زخمی کرد.")
    told = [(e.place.name if e.place is not None else "", e.date) for e in coded(text, published="2024-05-14").events]
    assert set(told) == {("Aleppo", "2024-05-13")}


def test_where_something_is_said_is_not_where_it_happened() -> None:
    """What somebody tells in Geneva of an attack did not happen in Geneva."""
    text = "وزیر خارجه سوریه در ژنو گفت که ارتش ترکیه به نیروهای سوری حمله کرد."
    (event,) = coded(text).events
    assert event.place is None


def test_a_quoted_town_lies_in_the_region_told_after_it() -> None:
    """«the town of "Sderot" in the south of Israel» is one place, the town."""
    assert places("شبه‌نظامیان فلسطینی به شهرک «سدروت» در جنوب اسرائیل راکت پرتاب کردند.") == ["Sderot"]


def test_a_date_since_which_something_lasts_dates_no_deed_of_today() -> None:
    """«since the beginning of the truce in October» tells since when."""
    text = "از زمان آغاز آتش‌بس در اکتبر، ارتش اسرائیل ده‌ها غیرنظامی لبنانی را کشت."
    assert days(text)["ASSAULT"] == ""


def test_a_sentence_that_points_back_goes_on_with_the_date_before_it() -> None:
    """«After this report the army attacked» is told of the month of the report."""
    text = "یک گزارش در ۵ مارس منتشر شد. در پی این گزارش، ارتش ترکیه به نیروهای سوری حمله کرد."
    assert days(text)["ASSAULT"] == "2024-03-05"


def test_the_day_of_the_deed_comes_before_that_of_telling_it() -> None:
    """An attack told on Monday, and elsewhere as one of Sunday, is one attack of Sunday."""
    text = ("پسکوف روز دوشنبه اعلام کرد ارتش اوکراین به بلگورود حمله کرد.\n"
            "ارتش اوکراین روز یکشنبه به بلگورود حمله کرد.")
    assert days(text) == {"ASSAULT": "2024-05-12"}


def test_where_something_is_built_is_not_where_the_deed_it_serves_is_done() -> None:
    """«built a base in Iraq in order to attack Iran»: the attack is not in Iraq."""
    text = "ارتش اسرائیل در عراق پایگاهی ساخت تا از این طریق به ایران حمله کند."
    assert [e.place.country for e in coded(text).events if e.type == "ASSAULT" and e.place is not None] in ([], ["IRN"])


def test_a_deed_told_again_is_where_it_was_told_to_be() -> None:
    """The second telling of the same attack, without its place, is of the same place."""
    text = "ارتش ترکیه در حلب به نیروهای سوری حمله کرد.\nارتش ترکیه بار دیگر به نیروهای سوری حمله کرد."
    assert set(places(text)) == {"Aleppo"}


@pytest.mark.parametrize(("text", "wanted"), [
    # "the minister said on Sunday … He added: Chile will go on working with Cuba" - promised on that day
    ("وزیر خارجه شیلی روز یکشنبه گفت: راه‌ها باز است.\n\nوی افزود: شیلی به همکاری خود با کوبا ادامه خواهد داد.",
     {"AGREE": "2024-05-12"}),
    # "the defence minister of France will go to Norway tomorrow. … On this journey he will meet its premier"
    ("وزیر دفاع فرانسه فردا به نروژ سفر خواهد کرد.\n\nوی در این سفر با نخست‌وزیر نروژ دیدار خواهد کرد.",
     {"AGREE": "2024-05-15"}),
    # "Japan criticised Belarus. … The meeting was yesterday" - the report tells days of the month
    ("ژاپن از بلاروس انتقاد کرد.\n\nنشست وزیران دیروز پایان یافت.", {"ACCUSE": "2024-05"}),
    # "Japan criticised Belarus" - nothing tells when
    ("ژاپن از بلاروس انتقاد کرد.", {"ACCUSE": ""}),
])
def test_what_is_told_of_one_occasion_has_its_day(text: str, wanted: dict[str, str]) -> None:
    """A promise has the day on which it was given, a talk that of its journey, news the month the report tells."""
    found = days(text)
    assert {type_: found[type_] for type_ in wanted} == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    # "after the talks in New Delhi the foreign minister of Chile went to Tokyo"
    ("وزیر خارجه شیلی پس از مذاکرات در دهلی نو به توکیو سفر کرد.", "Tokyo"),
    # "according to IRNA from Moscow, the foreign ministry of Russia condemned the attack of Turkey"
    ("به گزارش ایرنا از مسکو، سخنگوی وزارت خارجه روسیه گفت: روسیه اقدام ترکیه را محکوم می‌کند.", "Moscow"),
    # "Cairo was the scene of the protest of Egyptians against the government of Egypt"
    ("شهر قاهره صحنه اعتراض مردم مصر به دولت مصر بود.", "Cairo"),
    # "aircraft of Saudi Arabia bombed the city of Sanaa"
    ("هواپیماهای سعودی شهر صنعا را بمباران کردند.", "Sanaa"),
    # "the fleet of the United States held an exercise in the Persian Gulf"
    ("ناوگان آمریکا در خلیج فارس رزمایش برگزار کرد.", "Persian Gulf"),
])
def test_a_place_is_where_it_was_done_or_said(text: str, wanted: str) -> None:
    """A journey is to its end, words are said where the agency hears them, and a fleet is no place."""
    assert wanted in places(text)


@pytest.mark.parametrize(("text", "name", "country"), [
    # "the army of Israel bombed the village of Zuriq in Syria"
    ("ارتش اسرائیل روستای زوریق در سوریه را بمباران کرد.", "زوریق", "SYR"),
    # "the attack of Israel on the town of "Kafr Zuriq" in southern Lebanon left two dead"
    ("حمله اسرائیل به شهرک «کفر زوریق» در جنوب لبنان دو کشته داشت.", "کفر زوریق", "LBN"),
])
def test_a_village_no_table_knows_is_in_the_country_told_after_it(text: str, name: str, country: str) -> None:
    """An unknown village keeps its name, and lies, without a point, in the land that the words after it tell."""
    place = coded(text, published="2024-05-14").events[0].place
    assert place is not None
    assert (place.name, place.country, place.lat, place.precision) == (name, country, None, "settlement")


@pytest.mark.parametrize(("text", "wanted"), [
    # "the premier of Norway visited Baghdad"
    ("نخست‌وزیر نروژ از بغداد دیدار کرد.", "Baghdad"),
    # "the pull-out of the forces of Canada from Iraq began"
    ("خروج نیروهای کانادا از عراق آغاز شد.", "Iraq"),
    # "the talks of Chile and Norway in Switzerland go on"
    ("مذاکرات شیلی و نروژ در سوئیس ادامه دارد.", "Switzerland"),
    # "the streets of Egypt saw demonstrations of the people of Egypt against the government"
    ("خیابان‌های مصر شاهد تظاهرات مردم مصر علیه دولت بود.", "Egypt"),
])
def test_what_is_visited_or_left_is_the_place(text: str, wanted: str) -> None:
    """A visit and a withdrawal are where «از» says, talks where they are held and no party is."""
    assert places(text) == [wanted]


def test_pressure_on_a_country_is_nowhere() -> None:
    """A country under «بر» is no place of what somebody asks."""
    assert places("وزیر خارجه شیلی خواستار افزایش فشار نروژ بر کوبا شد.") == [""]


@pytest.mark.parametrize(("text", "kind", "wanted"), [
    # "Chile condemned yesterday's attack of Norway" - the day of the attack
    ("شیلی حمله دیروز نروژ را محکوم کرد.", "ACCUSE", ""),
    # "the foreign minister of Chile met the president of Norway on Sunday. … In this meeting he asked Norway …"
    (("وزیر خارجه شیلی روز یکشنبه با رئیس‌جمهور نروژ دیدار کرد.\n\nهوا خوب بود.\n\n"
      "وی در این دیدار از نروژ خواست مرزها را باز کند."), "REQUEST", "2024-05-12"),
    # "Chile attacked a base of Norway last night. Meanwhile the interior ministry of Cuba asked Norway for calm"
    ("شیلی دیشب به پایگاه نروژ حمله کرد.\n\nهمزمان وزارت کشور کوبا از نروژ خواست آرام باشد.", "REQUEST", "2024-05-13"),
    # "Chile will negotiate with Norway from next month on"
    ("شیلی از ماه آینده با نروژ گفت‌وگو می‌کند.", "AGREE", "2024-06"),
])
def test_a_day_belongs_to_what_it_is_told_of(text: str, kind: str, wanted: str) -> None:
    """A day told of an attack dates no blame for it; one told of a meeting dates what is said in it."""
    assert days(text)[kind] == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    # Tir 1396 is 22 June to 22 July 2017: most of it lies in July
    ("پلیس شیلی در تیر ۱۳۹۶ سفیر نروژ را بازداشت کرد.", "2017-07"),
    # 1396 is 21 March 2017 to 20 March 2018: most of it lies in 2017
    ("پلیس شیلی در سال ۱۳۹۶ سفیر نروژ را بازداشت کرد.", "2017"),
    # a decade is no date
    ("پلیس شیلی در دهه هفتاد سفیر نروژ را بازداشت کرد.", ""),
])
def test_a_stretch_of_days_is_dated_by_where_most_of_it_lies(text: str, wanted: str) -> None:
    """An event of a solar month or year has the month or year in which most of that lies."""
    assert days(text)["COERCE"] == wanted


def test_the_day_of_a_saying_is_no_day_of_help_told_in_it() -> None:
    """What somebody tells on Sunday of help that is given was not given on that Sunday."""
    assert days("وزیر خارجه شیلی روز یکشنبه گفت نروژ به کوبا کمک مالی می‌کند.").get("AID", "") == ""


def test_what_one_says_in_one_go_is_said_on_one_day() -> None:
    """A charge that goes on after a dated demand of the same speaker has its day."""
    text = ("وزیر خارجه شیلی روز یکشنبه از نروژ خواست مرزها را باز کند.\n\n"
            "وزیر خارجه شیلی نروژ را به نقض توافق متهم کرد.")
    assert days(text)["ACCUSE"] == "2024-05-12"


@pytest.mark.parametrize(("text", "kind", "wanted"), [
    # "the police of Chile arrested the envoy of Norway. … On Sunday the envoy of Norway was at the airport"
    ("پلیس شیلی سفیر نروژ را بازداشت کرد.\n\nروز یکشنبه سفیر نروژ در فرودگاه بود.", "COERCE", "2024-05-12"),
    # "yesterday the minister of Chile opened a road. … He said: Norway has to leave" - the report tells one day
    (("وزیر خارجه شیلی دیروز راهی را گشود.\n\nهوا خوب بود.\n\nمردم آمدند.\n\nباران نبود.\n\n"
      "وزیر خارجه شیلی گفت: ما نروژ را محکوم می‌کنیم."), "ACCUSE", "2024-05-13"),
    # "Chile has bombed three towns of Norway since this morning"
    ("ارتش شیلی از بامداد امروز سه شهر نروژ را بمباران کرده است.", "ASSAULT", "2024-05-14"),
    # "in the 33-day war the army of Israel attacked Lebanon"
    ("ارتش اسرائیل در جنگ ۳۳ روزه به لبنان حمله کرد.", "ASSAULT", "2006"),
    # "the army of Chile fought on 5 Mehr 1380 and attacked the forces of Norway on 9 Mehr" - both in 2001
    ("ارتش شیلی در ۵ مهر ۱۳۸۰ جنگید و در ۹ مهر به نیروهای نروژ حمله کرد.", "ASSAULT", "2001-10-01"),
])
def test_an_event_without_its_own_day_has_what_the_report_tells_for_it(text: str, kind: str, wanted: str) -> None:
    """Its day is that which the report goes on to tell, tells alone, or tells as the day since which it goes on."""
    assert days(text)[kind] == wanted


def test_a_deed_done_is_not_of_a_day_to_come() -> None:
    """What was done before the report was not done on the day until which it holds."""
    assert days("پلیس شیلی سفیر نروژ را تا روز ۳۰ مه ۲۰۲۴ بازداشت کرد.")["COERCE"] == ""


def test_a_day_of_what_is_spoken_of_is_none_of_the_saying() -> None:
    """Who points to a march of a week ago speaks today, not then."""
    text = ("وزیر خارجه شیلی با اشاره به راهپیمایی روز ۷ مه گفت: مرزها باز است.\n\n"
            "وی افزود: شیلی به همکاری خود با کوبا ادامه خواهد داد.")
    assert days(text)["AGREE"] == ""

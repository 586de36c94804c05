"""Ways of telling a deed: a party left out, the noun apart from its verb, a word beside it that changes the deed."""

import pytest
from by_grammar import events
from support import Told, case, noted

Wanted = list[Told]


@pytest.mark.parametrize(("text", "wanted"), [
    case("after the attacks of Ethiopia the airport was closed", "پس از حملات دیروز اتیوپی فرودگاه تعطیل شد.",
         Told("ASSAULT", "ETH", "")),
    case("the army of Sudan blew up two buildings", "ارتش سودان دو ساختمان را منفجر کرد.",
         Told("ASSAULT", "SDN.MIL", "")),
    case("Serbia does not submit to these terms", "صربستان تحت هیچ شرایطی زیر بار این شروط نمی‌رود.",
         Told("REJECT", "SRB", "")),
    case("the promise of Libya to hold elections is new", "تعهد لیبی به برگزاری انتخابات تازه است.",
         Told("AGREE", "LBY", "")),
])
def test_a_deed_told_by_its_doer_alone_is_an_event(text: str, wanted: Wanted) -> None:
    """An attack, a refusal or a promise needs nobody but whoever does it."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the attack meant by «this» is the one told before",
         "ارتش سودان به اتیوپی حمله کرد. این حمله سودان سنگین بود.", Told("ASSAULT", "SDN.MIL SDN|", "ETH")),
    case("told whole and short", "ارتش سودان به اتیوپی حمله کرد.\n\nحملات سودان دو روز طول کشید.",
         Told("ASSAULT", "SDN.MIL SDN|", "ETH")),
])
def test_a_telling_without_its_other_party_adds_no_second_event(text: str, wanted: Wanted) -> None:
    """What the report tells whole elsewhere is one event."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the spokesman said that messages go on being exchanged",
         "سخنگوی وزارت خارجه عمان گفت که تبادل پیام‌ها ادامه دارد.",
         Told("CONSULT", "OMN.GOV", "", according="OMN.GOV")),
    case("the minister said that no agreement is final yet",
         "وزیر خارجه مصر گفت هنوز هیچ توافقی نهایی نشده است.",
         Told("AGREE", "EGY.GOV", "", "negated", "EGY.GOV")),
    case("the ministry said that an inquiry has begun",
         "سخنگوی وزارت کشور ترکیه گفت تحقیقات درباره عاملان این حادثه آغاز شده است.",
         Told("ACCUSE", "TUR.GOV", "", according="TUR.GOV")),
])
def test_talks_and_inquiries_that_somebody_tells_of_without_a_party_are_their_own(text: str, wanted: Wanted) -> None:
    """Whoever speaks for a side tells of its own talks, agreements and inquiries."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Japan told of an agreement with the ministers of India", "ژاپن از توافق با وزیران هند خبر داد.",
         Told("AGREE", "JPN IND.GOV", "", according="JPN")),
    case("the envoy told of the full support of Qatar for stability",
         "سفیر قطر از حمایت کامل قطر از ثبات منطقه خبر داد.",
         Told("SUPPORT", "QAT.GOV|QAT", "", according="QAT.GOV")),
])
def test_what_somebody_announces_is_an_event(text: str, wanted: Wanted) -> None:
    """A noun that is all that somebody tells is the deed itself."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the attack that Russia carried out on Ukraine used drones",
         "در حمله‌ای که روسیه به اوکراین انجام داد سه پل فرو ریخت.", Told("ASSAULT", "RUS", "UKR")),
    case("the meeting that the president of Kenya had with the president of Somalia was short",
         "دیداری که رئیس‌جمهور کنیا با رئیس‌جمهور سومالی داشت کوتاه بود.", Told("CONSULT", "KEN.GOV SOM.GOV", "")),
])
def test_a_relative_clause_tells_the_doing_of_its_noun(text: str, wanted: Wanted) -> None:
    """«حمله‌ای که X انجام داد» is told as «X حمله کرد» is."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Canada imposed a set of sanctions on Belarus", "کانادا مجموعه‌ای از تحریم‌ها علیه بلاروس اعمال کرده است.",
         Told("SANCTION", "CAN", "BLR")),
    case("the army of Turkey is carrying out a ground operation in Syria",
         "ارتش ترکیه در حال انجام عملیات زمینی در سوریه است.", Told("ASSAULT", "TUR.MIL", "SYR")),
    case("the army of Chad goes on with its siege of Libya", "ارتش چاد همچنان به اعمال محاصره علیه لیبی ادامه می‌دهد.",
         Told("COERCE", "TCD.MIL", "LBY")),
    case("the army of India hit one of the posts of Pakistan", "ارتش هند یکی از پایگاه‌های پاکستان را هدف قرار داد.",
         Told("ASSAULT", "IND.MIL", "PAK|PAK.MIL")),
])
def test_words_that_only_count_or_continue_leave_the_deed_as_it_is(text: str, wanted: Wanted) -> None:
    """«مجموعه‌ای از», «یکی از», «در حال انجام» stand between a deed and its parties and change nothing."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the talks of Iraq and Oman ended", "مذاکرات عراق و عمان در مسقط پایان یافت.", Told("CONSULT", "IRQ OMN", "")),
    case("at the end of the talks of Iraq and Oman nothing was said",
         "در پایان مذاکرات عراق و عمان سخنی گفته نشد.", Told("CONSULT", "IRQ OMN", "")),
    case("Sudan broke off the talks with Ethiopia", "سودان مذاکرات با اتیوپی را متوقف کرد.",
         Told("REJECT", "SDN", "ETH|")),
    case("an end of the bombing is declared", "با وجود اعلام پایان بمباران یمن از سوی عربستان، مردم نگران‌اند.",
         Told("CONCEDE", "SAU", "YEM|")),
])
def test_talks_that_end_took_place_and_attacks_that_end_are_conceded(text: str, wanted: Wanted) -> None:
    """The end of talks tells that there were talks; to break them off is a refusal."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("if Eritrea attacks we attack its bases",
         "ارتش اتیوپی گفت اگر اریتره حمله کند ما به پایگاه‌های اریتره حمله می‌کنیم.",
         Told("ASSAULT", "ERI", "ETH", "hypothetical", "ETH.MIL"),
         Told("THREATEN", "ETH.MIL", "ERI", according="ETH.MIL")),
    case("any attack will meet a harsh answer",
         "سخنگوی ارتش کوبا گفت هرگونه تعرض با پاسخی سخت و قاطع و پشیمان‌کننده از سوی کوبا مواجه خواهد شد.",
         Told("THREATEN", "CUB.MIL|CUB", "", according="CUB.MIL")),
])
def test_what_follows_from_a_condition_is_threatened(text: str, wanted: Wanted) -> None:
    """Force in the main clause of a condition is a threat of whoever says it."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the commander threatened that the bases will be hit",
         "فرمانده ارتش چاد تهدید کرد پایگاه‌های لیبی هدف قرار می‌گیرند.", Told("THREATEN", "TCD.MIL", "LBY")),
    case("Ecuador asked Chile to trade with Cuba", "اکوادور از شیلی خواست تا با کوبا تجارت کند.",
         Told("REQUEST", "ECU", "CHL")),
])
def test_what_is_threatened_or_asked_is_no_deed(text: str, wanted: Wanted) -> None:
    """The clause after a threat or a demand tells what it is about."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the agreement of India and China is a step towards stability",
         "نخست‌وزیر پاکستان گفت توافق هند و چین گامی مهم در جهت ثبات است.",
         Told("SUPPORT", "PAK.GOV", "IND CHN", according="PAK.GOV")),
    case("Kenya took part in the aggression", "وزیر خارجه سومالی گفت کنیا در تجاوز به سومالی دخیل بود.",
         Told("ACCUSE", "SOM.GOV", "KEN", according="SOM.GOV"), Told("ASSAULT", "KEN", "SOM", according="SOM.GOV")),
])
def test_what_somebody_is_or_takes_part_in_is_praise_or_a_charge(text: str, wanted: Wanted) -> None:
    """A judgement on another side is an act of whoever judges."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize("text", [
    pytest.param("هواداران دیدار ایران و مصر را در ورزشگاه دیدند.", id="two countries that meet in a stadium"),
    pytest.param("مردم در کنیا صدای انفجار شنیدند.", id="the sound of an explosion"),
    pytest.param("دو کوهنورد در نپال ناپدید شدند.", id="two climbers missing in Nepal"),
    pytest.param("وزیر خارجه شیلی گفت باید از ظرفیت‌های پرو استفاده کرد.", id="one must make use of Peru"),
    pytest.param("وزیر خارجه شیلی گفت پرو مجبور شد صبر کند.", id="Peru had to wait"),
    pytest.param("مصر با رنجش شدید و نگرانی زیاد خبرها را دنبال کرد.", id="a strong adjective is no verb"),
])
def test_what_only_looks_like_a_deed_is_none(text: str) -> None:
    """Matches, sounds, people who are lost and what one must do tell no deed."""
    assert events(text) == []


@pytest.mark.parametrize(("text", "wanted"), [
    case("two citizens of Iraq were arrested and sentenced",
         "این دو شهروند عراقی به اتهام جعل بازداشت و به زندان محکوم شدند.",
         Told("COERCE", "", "IRQ.CVL"), Told("SANCTION", "IRQ|", "IRQ.CVL")),
    case("people rallied against a law", "گروهی از مردم بولیوی در اعتراض به این قانون تجمع کردند.",
         Told("PROTEST", "BOL.CVL", "")),
    case("North Korea tested a missile", "کره شمالی موشک تازه‌ای را آزمایش کرد.", Told("MOBILIZE", "PRK", "")),
    case("the security services of Jordan are on alert", "حالت آماده‌باش در سرویس‌های امنیتی اردن برقرار شد.",
         Told("MOBILIZE", "JOR.COP|JOR.SPY", "")),
])
def test_verbs_and_nouns_that_need_a_word_beside_them(text: str, wanted: Wanted) -> None:
    """A rally with a grievance, a test of arms, a verb told only with a later one."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Greece is charged with arming Libya", "ترکیه یونان را متهم به ارسال سلاح به لیبی کرد.",
         Told("ACCUSE", "TUR", "GRC"), Told("AID", "GRC", "LBY", according="TUR")),
    case("India charged Pakistan with an attack on Nepal", "هند پاکستان را به حمله به نپال متهم کرد.",
         Told("ACCUSE", "IND", "PAK"), Told("ASSAULT", "PAK", "NPL", according="IND|outlet")),
    case("the UN criticised Ethiopia for the arrest of Sudanese reporters",
         "سازمان ملل از اتیوپی به علت بازداشت خبرنگاران سودانی انتقاد کرد.",
         Told("ACCUSE", "UN", "ETH"), Told("COERCE", "ETH", "SDN.MED", according="UN")),
])
def test_whoever_is_charged_with_a_deed_did_it(text: str, wanted: Wanted) -> None:
    """What somebody is charged with or blamed for is told as their deed, according to whoever charges them."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("France told of the seizure of a Russian tanker", "فرانسه از توقیف یک نفتکش روسی خبر داد.",
         Told("COERCE", "FRA", "RUS.BUS|RUS", according="FRA")),
    case("sanctions on Cuba will not be lifted", "وزیر خارجه آمریکا گفت تحریم‌ها علیه کوبا برداشته نخواهد شد.",
         Told("REJECT", "USA.GOV", "CUB", according="USA.GOV")),
    case("the United States left the treaty with Cuba", "پس از خروج آمریکا از توافق هسته‌ای با کوبا مردم نگران شدند.",
         Told("SANCTION", "USA", "CUB")),
])
def test_who_announces_or_withholds_does_it(text: str, wanted: Wanted) -> None:
    """A seizure announced, a sanction not to be lifted, a treaty left are told by who does it."""
    assert noted(events(text), wanted) == wanted


def test_the_bare_present_of_a_prefixed_verb_is_a_subjunctive() -> None:
    """«بردارد» is what somebody is to do, not what they do."""
    assert events("وزیر خارجه مصر گفت سودان باید از تهدید اتیوپی دست بردارد.") == [
        Told("REQUEST", "EGY.GOV", "SDN", according="EGY.GOV")]


@pytest.mark.parametrize("text", [
    "کشتی یونانی توقیف‌شده",  # "a Greek ship that was seized"
    "کشتی یونانی توقیف شده",
])
def test_a_line_may_end_with_a_participle(text: str) -> None:
    """A heading that ends with what was done tells nobody who did it, and is read to its end."""
    assert all(not event.actors for event in events(text))

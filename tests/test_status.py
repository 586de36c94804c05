"""The status of an event follows from tense, negation and mood, for every type of event and for nouns too."""

import pytest
from by_grammar import coded, events
from support import PUBLISHED, Told, case, not_yet, noted

Wanted = list[Told]


@pytest.mark.parametrize(("verb", "status"), [
    ("حمله کرد", "actual"),  # attacked
    ("حمله می‌کند", "actual"),  # attacks
    ("حمله می‌کرد", "actual"),  # was attacking
    ("حمله کرده است", "actual"),  # has attacked
    ("حمله کرده بود", "actual"),  # had attacked
    pytest.param("دارد حمله می‌کند", "actual",
                 marks=not_yet("«دارد … می‌کند» around a light-verb compound is two verbs")),  # is attacking
    ("حمله خواهد کرد", "future"),  # will attack
    ("حمله نکرد", "negated"),  # did not attack
    ("حمله نکرده است", "negated"),  # has not attacked
    ("حمله نکرده بود", "negated"),  # had not attacked
    ("حمله نمی‌کند", "negated"),  # does not attack
])
def test_the_tense_of_the_verb_tells_the_status(verb: str, status: str) -> None:
    """Told as happening or happened it is actual, in the future tense future, negated it is negated."""
    assert events(f"ارتش اوکراین به روسیه {verb}.") == [Told("ASSAULT", "UKR.MIL", "RUS", status)]


@pytest.mark.parametrize(("frame", "status"), [
    ("ممکن است {}", "hypothetical"),  # may
    ("شاید {}", "hypothetical"),  # perhaps
    ("احتمال دارد {}", "hypothetical"),  # it is likely that
    ("اگر {}، بازار می‌ریزد", "hypothetical"),  # if …, the market falls
    ("در صورتی که {}، بازار می‌ریزد", "hypothetical"),  # in case …, the market falls
    ("قرار است {}", "future"),  # is to
])
def test_the_clause_around_tells_the_status_of_a_subjunctive(frame: str, status: str) -> None:
    """A subjunctive is possible, conditional or planned as the words around it say."""
    text = frame.format("ارتش اوکراین به روسیه حمله کند")
    assert events(text + ".") == [Told("ASSAULT", "UKR.MIL", "RUS", status)]


@pytest.mark.parametrize("frame", [
    "مصر از {} خواست به روسیه حمله کند",  # Egypt asked … to attack Russia
    "آرزو می‌کنیم {} به روسیه حمله نکند",  # we wish … does not attack
    "مصر خواستار آن شد که {} به روسیه حمله نکند",  # Egypt demanded that … not attack Russia
])
def test_what_is_wished_or_asked_is_no_event_itself(frame: str) -> None:
    """What somebody demands or wishes is not coded as an attack."""
    assert [e for e in events(frame.format("اوکراین") + ".") if e.type == "ASSAULT"] == []


@pytest.mark.parametrize(("text", "wanted"), [
    case("the attack of Iraq on Kuwait in 1990", "حمله عراق به کویت در سال ۱۹۹۰ بهای نفت را بالا برد.",
         Told("ASSAULT", "IRQ", "KWT", "historical")),
    case("the war of 2020 between Armenia and Azerbaijan took six weeks",
         "جنگ سال ۲۰۲۰ میان ارمنستان و جمهوری آذربایجان شش هفته طول کشید.",
         Told("ASSAULT", "ARM AZE", "ARM AZE", "historical")),
    case("Russia attacked Georgia sixteen years ago", "روسیه شانزده سال پیش به گرجستان حمله کرد.",
         Told("ASSAULT", "RUS", "GEO", "historical")),
    case("in 1374 (1995) Iran agreed with Oman", "ایران در سال ۱۳۷۴ با عمان توافق کرد.",
         Told("AGREE", "IRN OMN", "", "historical")),
    case("Iraq fought with Iran from 1980 to 1988", "عراق از سال ۱۹۸۰ تا ۱۹۸۸ با ایران جنگید.",
         Told("ASSAULT", "IRQ IRN|", "IRN IRQ|", "historical"),
         fails="no frame for fighting in the simple verb «جنگیدن»"),
])
def test_what_was_years_before_the_report_is_historical(text: str, wanted: Wanted) -> None:
    """An event told with a date years before the report is background: historical."""
    assert noted(events(text), wanted) == wanted


def test_an_event_of_the_days_before_the_report_is_actual() -> None:
    """A date some days before the report does not make the event history."""
    assert PUBLISHED == "2024-05-14"
    assert events("ارتش اوکراین ۱۲ مه ۲۰۲۴ به روسیه حمله کرد.") == [Told("ASSAULT", "UKR.MIL", "RUS")]


@pytest.mark.parametrize(("text", "wanted"), [
    case("the foreign minister of Iran did not meet the foreign minister of Oman",
         "وزیر خارجه ایران با وزیر خارجه عمان دیدار نکرد.", Told("CONSULT", "IRN.GOV OMN.GOV", "", "negated")),
    case("the police of Kenya has not arrested this Kenyan journalist",
         "پلیس کنیا این روزنامه‌نگار کنیایی را بازداشت نکرده است.",
         Told("COERCE", "KEN.COP", "KEN.MED", "negated")),
    case("no talks were held between Iran and the United States", "هیچ مذاکره‌ای میان ایران و آمریکا انجام نشده است.",
         Told("CONSULT", "IRN USA", "", "negated")),
    case("Turkey may sanction Greece",
         "ترکیه ممکن است یونان را تحریم کند.", Told("SANCTION", "TUR", "GRC", "hypothetical")),
    case("Canada will expel the diplomats of India", "کانادا دیپلمات‌های هند را اخراج خواهد کرد.",
         Told("SANCTION", "CAN", "IND.GOV", "future")),
])
def test_the_status_holds_for_every_type(text: str, wanted: Wanted) -> None:
    """Meetings, arrests and sanctions are negated, possible or to come just as attacks are."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "type_"), [
    # travels next week (present for the future)
    ("رئیس‌جمهور کنیا هفته آینده به هند سفر می‌کند.", "AGREE"),
    ("آلمان ماه آینده به اوکراین سلاح خواهد فرستاد.", "AGREE"),  # will send arms
    ("قطر از طرح مصر حمایت خواهد کرد.", "AGREE"),  # will support the plan
    ("ایران و روسیه رزمایش مشترک برگزار خواهند کرد.", "AGREE"),  # will hold a joint exercise
    ("ارتش اتیوپی از اریتره خارج خواهد شد.", "CONCEDE"),  # will leave
    # will release hostages
    pytest.param("حماس سه گروگان اسرائیلی را آزاد خواهد کرد.", "CONCEDE"),
])
def test_what_is_still_to_come_is_a_promise_or_concession(text: str, type_: str) -> None:
    """A visit, aid, support or cooperation to come is AGREE, a withdrawal or release to come CONCEDE, both future."""
    assert [(e.type, e.status) for e in coded(text).events] == [(type_, "future")]

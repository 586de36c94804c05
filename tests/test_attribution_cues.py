"""Which words report speech, where what was said begins and ends, and who is meant beside a credit or a quotation."""

import pytest
from support import Said, case, coded, heard, statements

Wanted = list[Said]


@pytest.mark.parametrize(("text", "wanted"), [
    case("according to Reuters the ambassador of Chile said: the road is open",
         "به گزارش رویترز سفیر شیلی گفت: جاده باز است.", Said("CHL.GOV", "جاده باز است")),
    case("according to IRNA from Rome, quoting Ansa a general of Kenya claimed that the road is closed",
         "به گزارش ایرنا از رم، به نقل از آنسا یک ژنرال کنیا مدعی شد که جاده بسته است.",
         Said("KEN.MIL", "جاده بسته است")),
    case("according to the reporter of the BBC, the price has doubled",
         "به گفته خبرنگار بی‌بی‌سی، قیمت دو برابر شده است.", Said("GBR.MED", "قیمت دو … شده است")),
])
def test_somebody_after_a_credit_speaks(text: str, wanted: Wanted) -> None:
    """An outlet that a report is credited to ends before whoever speaks, and a reporter named as the voice is one."""
    assert heard(statements(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the ministers of Togo believe the price will fall",
         "وزیران توگو معتقدند قیمت پایین می‌آید.", Said("TGO.GOV", "قیمت پایین می‌آید")),
    case("the officials of Chad claim that the well is dry",
         "مقامات چاد مدعی‌اند که چاه خشک است.", Said("TCD.GOV", "چاه خشک است")),
    case("the foreign minister of Peru held the plan dangerous",
         "وزیر خارجه پرو این طرح را خطرناک دانست.", Said("PER.GOV", "این طرح را خطرناک")),
    case("the government of Laos called it «baseless»",
         "دولت لائوس آن را «بی‌اساس» خواند.", Said("LAO.GOV", "آن را «بی‌اساس")),
    case("the police of Nepal told of the fire in a market, which left two dead",
         "پلیس نپال از آتش گرفتن یک بازار خبر داد که دو نفر در آن ماندند.", Said("NPL.COP", "آتش گرفتن یک بازار")),
    case("the government of Ghana accused the miners of fraud",
         "دولت غنا معدن‌داران را متهم به تقلب کرد.", Said("GHA.GOV", "معدن‌داران را متهم به تقلب")),
    case("the minister of Gabon, pointing out that the groups that fish here are old, declared: nobody leaves",
         "وزیر خارجه گابن با اشاره به اینکه گروه‌هایی که ماهی می‌گیرند قدیمی هستند، اظهار داشت: کسی نمی‌رود.",
         Said("GAB.GOV", "گروه‌هایی که … قدیمی هستند"), Said("GAB.GOV", "کسی نمی‌رود")),
    case("the police of Benin announced the bridge is shut; the ferry sails",
         "پلیس بنین اعلام کرد پل بسته است؛ کشتی می‌رود.", Said("BEN.COP", "پل بسته … کشتی می‌رود")),
])
def test_cues_of_many_forms_report_speech(text: str, wanted: Wanted) -> None:
    """A view, a judgement, tidings and an accusation are told with all that belongs to them, and no more."""
    assert heard(statements(text), wanted) == wanted


@pytest.mark.parametrize("text", [
    "کتاب باران نوشته آرمان دریانورد در چند جلد چاپ شده است.",  # a book written by somebody
    "مردان شهر به کار پرداختند.",  # set to work
    "دولت مالی طرح تازه را پذیرفت.",  # accepted the plan
    "در این شهر می‌توان به بازار بزرگ اشاره کرد.",  # one can mention
    "ناظرانی که در تالار گرد هم آمده بودند رفتند.",  # had come together
    "فرمانده ارتش چاد رهبری گروه را بر عهده گرفت.",  # took the lead
])
def test_deeds_and_labels_are_no_speech(text: str) -> None:
    """What somebody does or made, and what one can say, is no statement."""
    assert statements(text) == []


@pytest.mark.parametrize(("text", "wanted"), [
    case("the minister of Kenya, asked whether «the king of Jordan is a good guest», said: yes, he is",
         "وزیر خارجه کنیا در پاسخ به این پرسش که «آیا شاه اردن مهمان خوبی است؟»، عنوان کرد: او مهمان خوبی است.",
         Said("KEN.GOV", "او مهمان خوبی است")),
])
def test_whoever_is_named_in_a_quotation_does_not_speak(text: str, wanted: Wanted) -> None:
    """The speaker stands outside the quotation that the cue follows."""
    assert heard(statements(text), wanted) == wanted


def test_my_view_inside_my_own_words_is_no_statement_of_its_own() -> None:
    """«In our view» in what somebody says opens no second statement."""
    text = "وزیر خارجه غنا گفت: به نظر ما این راه بسته است."
    assert statements(text) == [Said("GHA.GOV", "به نظر ما این راه بسته است", "direct")]


def test_a_line_that_names_the_speaker_of_the_heading_is_told_by_the_reporter() -> None:
    """«Foreign minister of Italy: …», then «Antonio … foreign minister of Italy spoke by phone» is no statement."""
    text = "🔹\nوزیر خارجه پرو: راه باز است\n🔹\nخوان پرز وزیر خارجه پرو امروز با همتای خود تلفنی گفت‌وگو کرد."
    assert [s.words for s in statements(text)] == ["راه باز است"]


def test_an_outlet_after_another_credit_gives_way_to_whom_it_cites() -> None:
    """Who is cited speaks also where a clause stands between the citing and the verb."""
    text = "خبرگزاری رویترز به نقل از سخنگوی دولت پرو درباره پلی که ساخته شده است، نوشت: ما پل دیگری می‌سازیم."
    assert [s.speaker.code for s in coded(text).statements] == ["PER.GOV"]


def test_an_element_far_from_its_verb_makes_no_cue() -> None:
    """«he made the title of best scorer his own» is no statement, though «title» and «made» are a cue."""
    assert statements("بازیکن شیلی عنوان بهترین گلزن رقابت‌ها را از آن خود کرد.") == []


def test_a_credit_before_a_speaker_is_no_statement() -> None:
    """«According to the public relations of the ministry, X said: …» is one statement, of X."""
    text = "به گزارش روابط عمومی وزارت نیرو، وزیر خارجه پرو که مهمان بود، گفت: سد پر است."
    assert [s.speaker for s in statements(text)] == ["PER.GOV"]


@pytest.mark.parametrize(("text", "speakers"), [
    # "the minister of Chad said …; this Chadian fighter said …": the same one
    ("وزیر دفاع چاد گفت مرز باز است. این مبارز چادی گفت راه بسته است.", ["TCD.GOV", "TCD.GOV"]),
    # "X, whom America has called a terrorist, said": America calls, X says
    ("وزیر دفاع چاد که نیجر وی را تروریست خوانده است، گفت مرز باز است.", ["NER", "TCD.GOV"]),
])
def test_pointing_and_naming_words_make_nobody_speak(text: str, speakers: list[str]) -> None:
    """A pointing phrase means who spoke before, and what somebody is called is not who calls them so."""
    assert sorted(s.speaker for s in statements(text)) == speakers


def test_a_credit_at_the_head_of_a_sentence_ends_what_was_said() -> None:
    """After «X said: … . According to reports, …» the reporter speaks again."""
    text = "سخنگوی ارتش غنا گفت: پل شکسته است. طبق گزارش‌ها، این پل کهنه بود."
    assert heard(statements(text), [Said("GHA.MIL", "پل شکسته است")]) == [Said("GHA.MIL", "پل شکسته است")]


def test_what_goes_on_about_the_called_is_no_speech() -> None:
    """«he called Chad a country that …» tells only what he called it."""
    text = "وزیر دفاع نیجر چاد را کشوری زیبا نامید که مردم زیادی دارد."
    assert heard(statements(text), [Said("NER.MIL|NER.GOV", "چاد را … زیبا")])[0].words.endswith("زیبا")


@pytest.mark.parametrize("text", [
    "به گزارش رویترز از دوبلین سفیر شیلی گفت: جاده باز است.",  # from a town without a comma
    "دوبلین - خبرگزاری رویترز: سفیر شیلی گفت: جاده باز است.",  # as a dateline
])
def test_where_an_outlet_writes_from_does_not_speak(text: str) -> None:
    """The town of a credit or dateline is neither the speaker nor part of their name."""
    assert [s.speaker for s in statements(text)] == ["CHL.GOV"]

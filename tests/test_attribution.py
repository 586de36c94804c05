"""Who said what: every act of speech has its speaker, its words and its form, as the coding guidelines settle it."""

import pytest
from by_grammar import coded
from support import Said, case, heard, not_yet, statements

from rasad.records import Statement

Wanted = list[Said]


def only(text: str) -> Statement:
    """The one statement of the text."""
    (statement,) = coded(text).statements
    return statement


@pytest.mark.parametrize(("text", "wanted"), [
    case("the spokesman of the Kremlin said: «we are ready for talks»",
         "سخنگوی کرملین گفت: «ما برای گفت‌وگو آماده‌ایم.»",
         Said("RUS.GOV", "ما برای … آماده‌ایم", "direct")),
    case("the foreign minister of Oman announced that «the talks go on»",
         "وزیر خارجه عمان اعلام کرد که «گفت‌وگوها ادامه دارد.»", Said("OMN.GOV", "گفت‌وگوها … دارد", "direct")),
    case("«nobody will win this war», said the president of Serbia",
         "«هیچ‌کس برنده این جنگ نخواهد بود»، رئیس‌جمهور صربستان گفت.",
         Said("SRB.GOV", "هیچ‌کس برنده … نخواهد بود", "direct")),
    case("the prime minister of India wrote: we stand beside our farmers",
         "نخست‌وزیر هند نوشت: ما کنار کشاورزان خود ایستاده‌ایم.", Said("IND.GOV", "ما کنار … ایستاده‌ایم", "direct")),
])
def test_words_between_quote_marks_or_in_the_first_person_are_direct(text: str, wanted: Wanted) -> None:
    """A quotation, or the first person after a colon, is a direct statement without its marks."""
    assert heard(statements(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the spokesman of Turkey's army said the border is quiet", "سخنگوی ارتش ترکیه گفت مرز آرام است.",
         Said("TUR.MIL", "مرز آرام است")),
    case("China announced that the summit is held in Beijing", "چین اعلام کرد که این نشست در پکن برگزار می‌شود.",
         Said("CHN", "این نشست … برگزار می‌شود")),
    case("the foreign minister of Egypt stressed: the crossing is open", "وزیر خارجه مصر تأکید کرد: گذرگاه باز است.",
         Said("EGY.GOV", "گذرگاه باز است")),
    case("Pakistan's police told of the arrest of the suspects", "پلیس پاکستان از بازداشت مظنونان خبر داد.",
         Said("PAK.COP", "بازداشت مظنونان")),
    case("the government of Cuba claimed that prices have fallen", "دولت کوبا مدعی شد قیمت‌ها پایین آمده است.",
         Said("CUB.GOV", "قیمت‌ها پایین آمده است")),
    case("the army of Sudan admitted that it lost the airport", "ارتش سودان اذعان کرد که فرودگاه را از دست داده است.",
         Said("SDN.MIL", "فرودگاه را … داده است")),
])
def test_words_told_in_the_third_person_are_indirect(text: str, wanted: Wanted) -> None:
    """What is told with «that», bare, after a colon or as a noun phrase of telling is an indirect statement."""
    assert heard(statements(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("according to the defence minister of Ukraine, the city is calm",
         "به گفته وزیر دفاع اوکراین، شهر آرام است.", Said("UKR.GOV", "شهر آرام است")),
    case("by the belief of the foreign minister of Qatar, the talks have failed",
         "به اعتقاد وزیر خارجه قطر، مذاکرات شکست خورده است.", Said("QAT.GOV", "مذاکرات شکست خورده است")),
    case("in the words of the president of Kenya, the famine is over",
         "به اظهار رئیس‌جمهور کنیا، قحطی پایان یافته است.",
         Said("KEN.GOV", "قحطی پایان یافته است")),
    case("the city is calm, according to the Iraqi police (speaker after what was said)",
         "بازار شهر به گفته پلیس عراق دوباره باز شده است.", Said("IRQ.COP", "… باز شده است")),
])
def test_a_cue_before_the_speaker_makes_a_statement(text: str, wanted: Wanted) -> None:
    """«According to X, …» is a statement of X with what follows as its words."""
    assert heard(statements(text), wanted) == wanted


@pytest.mark.parametrize(("text", "code", "words"), [
    # "the foreign minister of Niger, stating that the border is closed, asked the people for patience"
    ("وزیر خارجه نیجر با بیان اینکه مرز بسته است، از مردم نیجر خواست شکیبا باشند.", "NER.GOV", "مرز بسته است"),
    # "the president of Ghana, pointing out that the harvest was good, left the session"
    ("رئیس‌جمهور غنا با اشاره به اینکه برداشت گندم خوب بوده است، جلسه را ترک کرد.", "GHA.GOV",
     "برداشت گندم خوب بوده است"),
    # "the president of Ghana voted, stressing that the poll is fair"
    ("رئیس‌جمهور غنا با تأکید بر اینکه انتخابات سالم است، رأی داد.", "GHA.GOV", "انتخابات سالم است"),
])
def test_a_cue_before_the_content_makes_a_statement(text: str, code: str, words: str) -> None:
    """«Stating that …» is a statement of the subject, with the words of the clause that follows."""
    assert (code, words) in [(s.speaker.code, s.content.text) for s in coded(text).statements]


@pytest.mark.parametrize(("text", "codes"), [
    # "the foreign minister of Iran travelled to Muscat. He said the talks were useful." - «وی»
    ("وزیر خارجه ایران وارد مسقط شد. وی گفت گفت‌وگوها سودمند بود.", ["IRN.GOV"]),
    # "… He added …" without any subject
    ("وزیر خارجه ایران گفت گفت‌وگوها سودمند بود. وی افزود: سفر بعدی در راه است.", ["IRN.GOV", "IRN.GOV"]),
    ("وزیر خارجه ایران گفت گفت‌وگوها سودمند بود. او ادامه داد که سفر بعدی در راه است.", ["IRN.GOV", "IRN.GOV"]),
    ("وزیر خارجه ایران گفت گفت‌وگوها سودمند بود و افزود که سفر بعدی در راه است.", ["IRN.GOV", "IRN.GOV"]),
    # "the spokesman of the Indian army said … This spokesman added …"
    ("سخنگوی ارتش هند گفت مرز آرام است. این سخنگو افزود که نیروها در آماده‌باش هستند.", ["IND.MIL", "IND.MIL"]),
    # "a senior official of Turkey said … This official stressed …"
    ("یک مقام ارشد ترکیه گفت گذرگاه باز است. این مقام تأکید کرد که کامیون‌ها در راه‌اند.", ["TUR.GOV", "TUR.GOV"]),
    # "the foreign ministry of Armenia announced … This ministry added …"
    ("وزارت خارجه ارمنستان اعلام کرد مرز بسته است. این وزارتخانه افزود که مذاکرات ادامه دارد.", ["ARM.GOV", "ARM.GOV"]),
    # the one named last is not the one who spoke last
    ("وزیر خارجه عمان گفت با نخست‌وزیر هند دیدار کرده است. وی افزود که سفر سودمند بود.", ["OMN.GOV", "OMN.GOV"]),
])
def test_a_pronoun_or_role_is_whoever_spoke_before(text: str, codes: list[str]) -> None:
    """«He», «this official», «this spokesman» and an unspoken subject are resolved to the speaker before."""
    assert [s.speaker.code for s in coded(text).statements] == codes


def test_the_speaker_has_the_fullest_name_of_the_report() -> None:
    """A speaker named by surname or pronoun has the name as written at its fullest in the report."""
    text = ("دیمیتری پسکوف، سخنگوی کرملین، گفت گفت‌وگوها آغاز شده است.\n\n"
            "پسکوف افزود که زمان دیدار روشن نیست. وی گفت پرونده باز است.")
    assert [(s.speaker.name, s.speaker.code) for s in coded(text).statements] == [("دیمیتری پسکوف", "RUS.GOV")] * 3


def test_a_role_without_a_name_is_the_name_of_the_speaker() -> None:
    """Where no name is given, the role as written is the speaker's name."""
    assert only("سخنگوی وزارت خارجه چین گفت نشست برگزار می‌شود.").speaker.name == "سخنگوی وزارت خارجه چین"


def test_a_name_in_apposition_to_a_title_is_one_speaker() -> None:
    """A title with a name the tables do not know is one speaker, under that name, with the code of the title."""
    speaker = only("«شاهین دلاوری» سخنگوی وزارت کشور تاجیکستان گفت راه‌ها باز است.").speaker
    assert (speaker.name, speaker.code) == ("شاهین دلاوری", "TJK.GOV")


@pytest.mark.parametrize(("text", "wanted"), [
    case("headline: president of Serbia: we are not going to join, then nothing more of it",
         "رئیس‌جمهور صربستان: ما به این پیمان نمی‌پیوندیم\n\nنشست سران در بلگراد آغاز شد.",
         Said("SRB.GOV", "ما به این … نمی‌پیوندیم", "direct")),
    case("headline in the third person is indirect",
         "وزیر نفت عراق: تولید نفت بیشتر می‌شود\n\nبهای نفت امروز بالا رفت.",
         Said("IRQ.GOV", "تولید نفت بیشتر می‌شود")),
])
def test_a_headline_with_a_colon_is_a_statement(text: str, wanted: Wanted) -> None:
    """«X: words» in the headline is a statement of X."""
    assert heard(statements(text), wanted) == wanted


def test_a_quotation_over_paragraphs_is_one_statement_a_paragraph() -> None:
    """A quotation that goes on in the next paragraph without a new cue is a second statement of the same speaker."""
    text = ("رئیس‌جمهور کنیا گفت: «ما راه درازی آمده‌ایم و خسته نیستیم.\n\n"
            "مردم ما به صلح نیاز دارند و دولت کنار آنان ایستاده است.»")
    wanted = [Said("KEN.GOV", "ما راه … نیستیم", "direct"), Said("KEN.GOV", "مردم ما … ایستاده است", "direct")]
    assert heard(statements(text), wanted) == wanted


def test_a_quotation_over_sentences_is_one_statement() -> None:
    """All sentences of one quotation in one paragraph are one statement."""
    text = "رئیس‌جمهور کنیا گفت: «ما راه درازی آمده‌ایم. خسته نیستیم. مردم ما به صلح نیاز دارند.»"
    wanted = [Said("KEN.GOV", "ما راه … نیاز دارند", "direct")]
    assert heard(statements(text), wanted) == wanted


def test_words_after_a_closed_quotation_are_the_reporters() -> None:
    """The statement ends where the reporter speaks again."""
    text = "سخنگوی کرملین گفت: «ما آماده‌ایم.» نشست سران فردا در مسکو آغاز می‌شود."
    wanted = [Said("RUS.GOV", "ما آماده‌ایم", "direct")]
    assert heard(statements(text), wanted) == wanted


def test_a_new_cue_ends_the_statement_before() -> None:
    """What was said runs only to the next cue, which begins a statement of its own."""
    text = "وزیر خارجه مصر گفت: گذرگاه باز است. وی افزود: کامیون‌ها در راه هستند."
    wanted = [Said("EGY.GOV", "گذرگاه باز است"), Said("EGY.GOV", "کامیون‌ها در راه هستند")]
    assert heard(statements(text), wanted) == wanted


def test_bullets_go_on_with_what_the_speaker_of_the_heading_said() -> None:
    """In a channel post each bullet that goes on with the speaker's words is a statement, one a paragraph."""
    text = ("🔴 سخنگوی وزارت خارجه عمان:\n\n🔹 گفت‌وگوها در مسقط ادامه دارد.\n\n🔹 دو طرف به توافق نزدیک شده‌اند.\n\n"
            "@khabar_nemune")
    wanted = [Said("OMN.GOV", "گفت‌وگوها … ادامه دارد"), Said("OMN.GOV", "دو طرف … نزدیک شده‌اند")]
    assert heard(statements(text), wanted) == wanted


@pytest.mark.parametrize("text", [
    pytest.param("به گزارش ایسنا، نشست سران در بلگراد آغاز شد.", id="as ISNA reports, the summit began"),
    pytest.param("به نقل از رویترز، نشست سران در بلگراد آغاز شد.", id="quoted from Reuters, the summit began"),
    pytest.param("به گزارش خبرگزاری فرانسه از بلگراد، نشست سران آغاز شد.",
                 id="as Agence France-Presse reports from Belgrade"),
    pytest.param("سرگئی ریابکوف، معاون وزیر خارجه روسیه، وارد ژنو شد.",
                 id="the deputy minister, only named, arrived"),
    pytest.param("رئیس‌جمهور کنیا با نخست‌وزیر هند درباره تجارت گفت‌وگو کرد.",
                 id="the president talked with the prime minister"),
    pytest.param("مشترک کانال ما شوید: @khabar_nemune", id="advertising: join our channel"),
])
def test_what_is_no_statement(text: str) -> None:
    """A bare credit of an agency, a person only named, talks without words told and advertising are no statements."""
    assert statements(text) == []


@pytest.mark.parametrize(("text", "to"), [
    # "the foreign minister of Iran told the foreign minister of Iraq that the border is open"
    ("وزیر خارجه ایران به وزیر خارجه عراق گفت مرز باز است.", ("IRQ.GOV",)),
    # "… said in a conversation with Al Jazeera"
    ("وزیر خارجه ایران در گفت‌وگو با شبکه الجزیره گفت مرز باز است.", ("QAT.MED",)),
    # "the president of Egypt asked Ethiopia not to fill the dam"
    ("رئیس‌جمهور مصر از اتیوپی خواست سد را پر نکند.", ("ETH",)),
    # nobody is addressed
    ("وزیر خارجه ایران گفت مرز باز است.", ()),
])
def test_the_addressee_is_named_by_the_cue(text: str, to: tuple[str, ...]) -> None:
    """Addressees are those whom the text names as spoken to, and nobody else."""
    assert only(text).to == to


@pytest.mark.parametrize(("text", "wanted"), [
    case("Peskov said that Baku had announced that the road is open",
         "سخنگوی کرملین گفت باکو اعلام کرده است که جاده باز است.",
         Said("RUS.GOV", "باکو اعلام … باز است"), Said("AZE.GOV", "جاده باز است")),
    case("the minister said: «the government of Turkey has said that the water will flow»",
         "وزیر آب عراق گفت: «دولت ترکیه گفته است که آب رها خواهد شد.»",
         Said("IRQ.GOV", "دولت ترکیه … رها خواهد شد", "direct"), Said("TUR.GOV", "آب رها خواهد شد")),
])
def test_a_statement_in_a_statement_is_within_it(text: str, wanted: Wanted) -> None:
    """The inner speaker's words are a statement of their own within the outer one."""
    assert heard(statements(text), wanted) == wanted
    outer, inner = coded(text).statements
    assert inner.within == outer.id
    assert outer.content.start <= inner.content.start
    assert inner.content.end <= outer.content.end


@pytest.mark.parametrize(("text", "wanted"), [
    case("channel post: X: «words»", "🔴 نخست‌وزیر عراق: «ما با همسایگان خود دوست هستیم»\n\n@khabar_nemune",
         Said("IRQ.GOV", "ما با … دوست هستیم", "direct")),
    case("channel post: the speaker stands alone on the first line", "🔴 نخست‌وزیر عراق:\n\nتولید نفت بیشتر می‌شود.",
         Said("IRQ.GOV", "تولید نفت بیشتر می‌شود")),
    case("channel post with numbered lines", "سخنگوی دولت کنیا:\n\n۱. بودجه تصویب شد.\n\n۲. راه‌ها باز شده است.",
         Said("KEN.GOV", "… بودجه تصویب شد"), Said("KEN.GOV", "… راه‌ها باز شده است")),
])
def test_a_channel_post_names_its_speaker_on_the_first_line(text: str, wanted: Wanted) -> None:
    """Whoever stands before the colon of the first line speaks the lines that follow, one statement a paragraph."""
    assert heard(statements(text), wanted) == wanted


def test_bullets_end_where_the_reporter_names_another_speaker() -> None:
    """A line with its own speaker is not the first one's."""
    text = ("🔴 سخنگوی وزارت خارجه عمان:\n\n🔹 گفت‌وگوها در مسقط ادامه دارد.\n\n"
            "🔹 نخست‌وزیر قطر نیز گفت دوحه آماده میزبانی است.")
    wanted = [Said("OMN.GOV", "گفت‌وگوها … ادامه دارد"), Said("QAT.GOV", "دوحه آماده میزبانی است")]
    assert heard(statements(text), wanted) == wanted


@pytest.mark.parametrize("cue", [
    "گفت", "گفته است", "اعلام کرد", "اظهار داشت", "اظهار کرد", "تصریح کرد", "تأکید کرد",
    "خاطرنشان کرد", "افزود", "یادآور شد", "عنوان کرد", "بیان کرد", "ادامه داد", "هشدار داد",
    "مدعی شد", "ادعا کرد", "اذعان کرد", "فاش کرد", "تأیید کرد", "توضیح داد", "نوشت", "گزارش داد",
    "متذکر شد", "پاسخ داد", "ابراز امیدواری کرد",
])
def test_every_usual_cue_reports_speech(cue: str) -> None:
    """The usual verbs of saying make a statement of what follows, with the cue as its cue."""
    statement = only(f"سخنگوی دولت کنیا {cue} که راه‌ها باز شده است.")
    assert statement.cue is not None
    assert (statement.speaker.code, statement.cue.text, statement.content.text) == ("KEN.GOV", cue, "راه‌ها باز شده است")


def test_each_cue_is_its_own_statement_also_where_the_lead_is_repeated() -> None:
    """Lead and body that report the same remark are two statements."""
    text = ("وزیر خارجه مصر گفت گذرگاه باز است.\n\n"
            "وزیر خارجه مصر در قاهره گفت: «گذرگاه باز است و کامیون‌ها می‌گذرند.»")
    wanted = [Said("EGY.GOV", "گذرگاه باز است"), Said("EGY.GOV", "گذرگاه باز … می‌گذرند", "direct")]
    assert heard(statements(text), wanted) == wanted


def test_the_cue_is_the_reporting_words() -> None:
    """The cue is the stretch of the original text that reports the speech."""
    text = "سخنگوي كرملين اعلام كرد كه گفت‌وگوها ادامه دارد."  # with Arabic letters
    cue = only(text).cue
    assert cue is not None
    assert (cue.text, text[cue.start:cue.end]) == ("اعلام كرد", "اعلام كرد")


@pytest.mark.parametrize("text", [
    "سخنگوی کرملین نگفت که نشست کجا برگزار می‌شود.",  # did not say where
    "سخنگوی کرملین قرار است فردا سخنرانی کند.",  # is to speak tomorrow
    "سخنگوی کرملین فردا خواهد گفت نشست کجا برگزار می‌شود.",  # will say tomorrow
])
def test_what_was_not_said_is_no_statement(text: str) -> None:
    """A cue that is negated or still to come reports no speech."""
    assert statements(text) == []


@pytest.mark.parametrize(("text", "code"), [
    ("یک مقام آمریکایی که نخواست نامش فاش شود گفت گفت‌وگوها ادامه دارد.", "USA.GOV"),  # an unnamed US official
    pytest.param("شاهدان عینی در سودان گفتند صدای تیراندازی شنیده می‌شود.", "SDN.CVL",
                 marks=not_yet("«شاهدان عینی» is no title")),  # eyewitnesses in Sudan
    ("سازمان ملل اعلام کرد قحطی در راه است.", "UN"),  # the United Nations
    ("آژانس بین‌المللی انرژی اتمی اعلام کرد بازرسی‌ها ادامه دارد.", "IAEA"),  # the IAEA
    ("سپاه پاسداران اعلام کرد رزمایش پایان یافته است.", "IRN.MIL"),  # the Revolutionary Guards
    ("نماینده پارلمان ترکیه گفت بودجه تصویب شده است.", "TUR.LEG"),  # a member of parliament
    ("دادستان کل فرانسه گفت پرونده بسته شده است.", "FRA.JUD"),  # the prosecutor
    ("حماس اعلام کرد گفت‌وگوها ادامه دارد.", "PSE.REB|PSE.PTY"),  # Hamas
])
def test_speakers_have_the_code_of_whom_they_speak_for(text: str, code: str) -> None:
    """The code of a speaker is country and sector, or the organisation of states."""
    assert only(text).speaker.code in code.split("|")

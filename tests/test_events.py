"""What counts as an event of each type and what does not, as the coding guidelines settle it."""

import pytest
from by_grammar import coded, events, stages
from support import Told, case, noted

Wanted = list[Told]


@pytest.mark.parametrize(("text", "wanted"), [
    case("Japan promised to help Lebanon with money",
         "ژاپن وعده داد به لبنان کمک مالی کند.", Told("AGREE", "JPN", "LBN")),
    case("Iran and Iraq agreed to cooperate against smuggling",
         "ایران و عراق توافق کردند در مبارزه با قاچاق همکاری کنند.",
         Told("AGREE", "IRN IRQ", "")),
    case("China offered cooperation to Syria", "چین به سوریه پیشنهاد همکاری داد.", Told("AGREE", "CHN", "SYR")),
    case("the foreign minister of Russia will travel to Iran next week",
         "وزیر خارجه روسیه هفته آینده به ایران سفر خواهد کرد.", Told("AGREE", "RUS.GOV", "IRN", "future")),
    case("the president of France is to meet the prime minister of Iraq tomorrow",
         "قرار است رئیس‌جمهور فرانسه فردا با نخست‌وزیر عراق دیدار کند.",
         Told("AGREE", "FRA.GOV IRQ.GOV", "", "future")),
    case("Germany will help Ukraine", "آلمان به اوکراین کمک خواهد کرد.", Told("AGREE", "DEU", "UKR", "future")),
    case("Qatar declared its readiness to cooperate with Turkey", "قطر برای همکاری با ترکیه اعلام آمادگی کرد.",
         Told("AGREE", "QAT", "TUR")),
])
def test_agree_is_a_promise_an_offer_or_what_is_planned_together(text: str, wanted: Wanted) -> None:
    """Agreeing, promising and offering cooperation is AGREE, and so are meetings, visits and aid to come."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the foreign minister of Iran met the foreign minister of Oman",
         "وزیر خارجه ایران با وزیر خارجه عمان دیدار کرد.", Told("CONSULT", "IRN.GOV OMN.GOV", "")),
    case("the foreign ministers of Egypt and Jordan met in Cairo", "وزیران خارجه مصر و اردن در قاهره دیدار کردند.",
         Told("CONSULT", "EGY.GOV JOR.GOV", "")),
    case("the prime minister of Pakistan talked by phone with the president of China",
         "نخست‌وزیر پاکستان با رئیس‌جمهور چین تلفنی گفت‌وگو کرد.", Told("CONSULT", "PAK.GOV CHN.GOV", "")),
    case("Ethiopia and Sudan negotiated about the dam", "اتیوپی و سودان درباره سد مذاکره کردند.",
         Told("CONSULT", "ETH SDN", "")),
    case("the meeting of the presidents of Turkey and Serbia ended", "دیدار رؤسای جمهور ترکیه و صربستان پایان یافت.",
         Told("CONSULT", "TUR.GOV SRB.GOV", "")),
    case("the talks between India and China lasted two hours", "مذاکرات میان هند و چین دو ساعت طول کشید.",
         Told("CONSULT", "IND CHN", "")),
])
def test_talks_are_mutual(text: str, wanted: Wanted) -> None:
    """In meetings, talks and phone calls all parties are actors and there is no recipient."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the president of Turkey travelled to Iraq",
         "رئیس‌جمهور ترکیه به عراق سفر کرد.", Told("CONSULT", "TUR.GOV", "IRQ")),
    case("the foreign minister of Japan arrived in Tehran", "وزیر خارجه ژاپن وارد تهران شد.",
         Told("CONSULT", "JPN.GOV", "IRN|IRN.GOV")),
    case("the visit of the prime minister of India to Russia took two days",
         "سفر نخست‌وزیر هند به روسیه دو روز طول کشید.",
         Told("CONSULT", "IND.GOV", "RUS")),
    case("the deputy foreign minister of China set out for Kabul", "معاون وزیر خارجه چین راهی کابل شد.",
         Told("CONSULT", "CHN.GOV", "AFG|AFG.GOV")),
])
def test_a_visit_is_directed_from_visitor_to_host(text: str, wanted: Wanted) -> None:
    """In a visit the visitor is the actor and the host country the recipient."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the president of China praised Saudi Arabia",
         "رئیس‌جمهور چین از عربستان قدردانی کرد.", Told("SUPPORT", "CHN.GOV", "SAU")),
    case("Turkey recognised the independence of Kosovo", "ترکیه استقلال کوزوو را به رسمیت شناخت.",
         Told("SUPPORT", "TUR", "XKX")),
    case("the foreign ministry of Pakistan supported the position of Turkey",
         "وزارت خارجه پاکستان از موضع ترکیه حمایت کرد.", Told("SUPPORT", "PAK.GOV", "TUR")),
    case("Oman welcomed the decision of Yemen", "عمان از تصمیم یمن استقبال کرد.", Told("SUPPORT", "OMN", "YEM")),
])
def test_support_is_praise_or_recognition(text: str, wanted: Wanted) -> None:
    """Praising, recognising and defending in words is SUPPORT."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the president of Egypt pardoned ten journalists", "رئیس‌جمهور مصر ده روزنامه‌نگار را عفو کرد.",
         Told("CONCEDE", "EGY.GOV", "EGY.MED")),
    case("the prime minister of Japan apologised to South Korea", "نخست‌وزیر ژاپن از کره جنوبی عذرخواهی کرد.",
         Told("CONCEDE", "JPN.GOV", "KOR")),
    case("the United States lifted the sanctions on Sudan",
         "آمریکا تحریم‌های سودان را لغو کرد.", Told("CONCEDE", "USA", "SDN")),
    case("the army of Ethiopia will withdraw from Eritrea", "ارتش اتیوپی از اریتره عقب‌نشینی خواهد کرد.",
         Told("CONCEDE", "ETH.MIL", "ERI|", "future")),
])
def test_concede_is_a_concession_in_words(text: str, wanted: Wanted) -> None:
    """A pardon, an apology, an easing, or a withdrawal still to come is CONCEDE."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Iran and Russia held a joint exercise",
         "ایران و روسیه رزمایش مشترک برگزار کردند.", Told("COOPERATE", "IRN RUS", "")),
    case("Iraq extradited a suspect to Lebanon",
         "عراق یک متهم را به لبنان مسترد کرد.", Told("COOPERATE", "IRQ", "LBN")),
    case("Armenia cooperated with Georgia in the search", "ارمنستان در عملیات جست‌وجو با گرجستان همکاری کرد.",
         Told("COOPERATE", "ARM GEO", ""),
         fails="«همکاری کردن با» is not mutual"),
])
def test_cooperate_is_material(text: str, wanted: Wanted) -> None:
    """Joint exercises, extradition and work done together are COOPERATE."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Qatar sent food aid to Yemen", "قطر به یمن کمک غذایی فرستاد.", Told("AID", "QAT", "YEM")),
    case("Germany gave Ukraine weapons", "آلمان به اوکراین سلاح داد.", Told("AID", "DEU", "UKR")),
    case("the coast guard of Italy rescued Syrian refugees", "گارد ساحلی ایتالیا آوارگان سوری را نجات داد.",
         Told("AID", "ITA.COP", "SYR.CVL")),
    case("Canada gave asylum to Afghan journalists", "کانادا به روزنامه‌نگاران افغان پناهندگی داد.",
         Told("AID", "CAN", "AFG.MED")),
])
def test_aid_gives_money_arms_relief_or_asylum(text: str, wanted: Wanted) -> None:
    """Giving arms, relief or asylum and rescuing is AID from the giver to the receiver."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Ethiopia withdrew from Eritrea", "ارتش اتیوپی از اریتره عقب‌نشینی کرد.",
         Told("RETREAT", "ETH.MIL", "ERI|")),
    case("Hamas released three Israeli hostages", "حماس سه گروگان اسرائیلی را آزاد کرد.",
         Told("RETREAT", "PSE.REB|PSE.PTY", "ISR.CVL|ISR")),
    case("the prime minister of Iraq resigned", "نخست‌وزیر عراق استعفا کرد.", Told("RETREAT", "IRQ.GOV", "")),
    case("the army of Israel let the UN inspectors into Gaza", "ارتش اسرائیل به بازرسان سازمان ملل اجازه ورود داد.",
         Told("RETREAT", "ISR.MIL", "UN")),
    case("the PKK laid down its arms", "پ‌ک‌ک سلاح‌های خود را زمین گذاشت.", Told("RETREAT", "TUR.REB", "")),
    case("the troops of France left Niger", "نظامیان فرانسه از نیجر خارج شدند.", Told("RETREAT", "FRA.MIL", "NER|")),
])
def test_retreat_is_done_on_the_ground(text: str, wanted: Wanted) -> None:
    """Withdrawing, releasing, disarming, letting monitors in and resigning are RETREAT."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Oman asked Iran to return to the talks",
         "عمان از ایران خواست به مذاکرات بازگردد.", Told("REQUEST", "OMN", "IRN")),
    case("the United Nations called on the army of Sudan to end the siege",
         "سازمان ملل از ارتش سودان خواست به محاصره پایان دهد.", Told("REQUEST", "UN", "SDN.MIL")),
    case("the spokesman of China's foreign ministry said the United States must lift the sanctions",
         "سخنگوی وزارت خارجه چین گفت آمریکا باید تحریم‌ها را لغو کند.",
         Told("REQUEST", "CHN.GOV", "USA", "actual", "CHN.GOV")),
    case("the president of Serbia: NATO should leave Kosovo", "رئیس‌جمهور صربستان: ناتو باید از کوزوو خارج شود.",
         Told("REQUEST", "SRB.GOV", "NATO", "actual", "SRB.GOV")),
    case("Cairo demanded from Addis Ababa the release of the prisoners",
         "قاهره خواستار آزادی زندانیان از سوی آدیس‌آبابا شد.", Told("REQUEST", "EGY.GOV", "ETH.GOV")),
    case("the request of Ukraine to Germany for missiles was repeated",
         "درخواست اوکراین از آلمان برای دریافت موشک تکرار شد.", Told("REQUEST", "UKR", "DEU")),
])
def test_request_is_put_to_somebody(text: str, wanted: Wanted) -> None:
    """A demand, a proposal or a «must» put to a named party is REQUEST, and what is asked for is not coded again."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize("text", [
    pytest.param("وزیر خارجه هند ابراز امیدواری کرد جنگ پایان یابد.", id="India's minister hoped the war would end"),
    pytest.param("دبیرکل سازمان ملل گفت باید به جنگ پایان داد.",
                 id="the Secretary-General said one must end the war"),
    pytest.param("دبیرکل سازمان ملل درباره وضعیت سودان ابراز نگرانی کرد.",
                 id="the Secretary-General is worried about Sudan"),
    pytest.param("ژاپن از تداوم درگیری‌ها ابراز تأسف کرد.", id="Japan regretted that the clashes go on"),
    pytest.param("ایران این گزارش را تکذیب کرد.", id="Iran denied the report"),
    pytest.param("سخنگوی ارتش هند این اتهام را رد کرد.", id="the Indian army rejected the charge"),
    pytest.param("بانک جهانی هشدار داد اقتصاد لبنان کوچک‌تر می‌شود.",
                 id="the World Bank warned Lebanon's economy will shrink"),
    pytest.param("زلزله در ترکیه جان صد نفر را گرفت.", id="an earthquake in Turkey took a hundred lives"),
    pytest.param("در تصادف دو قطار در هند ۲۰ مسافر کشته شدند.",
                 id="20 passengers were killed in a train collision in India"),
    pytest.param("سیل در پاکستان ده‌ها روستا را ویران کرد.", id="a flood destroyed dozens of villages in Pakistan"),
    pytest.param("سخنگوی دولت عراق گفت بهای نفت بالا رفته است.",
                 id="the Iraqi government says oil has become dearer"),
    pytest.param("بحران اوکراین بر بازار گندم اثر گذاشته است.",
                 id="the Ukraine crisis has affected the wheat market"),
    pytest.param("تیم ملی ایران در دیداری دوستانه عراق را شکست داد.", id="Iran's team beat Iraq in a friendly match"),
    pytest.param("وزیر انرژی ترکیه از آغاز ساخت یک نیروگاه خبر داد.",
                 id="Turkey's energy minister told of a new power plant"),
])
def test_what_is_no_event(text: str) -> None:
    """Hopes, worries, denials, forecasts, accidents, disasters, bare references and mere statements are no events."""
    assert events(text) == []


@pytest.mark.parametrize(("text", "wanted"), [
    case("Iran summoned the ambassador of Sweden in protest", "ایران سفیر سوئد را در اعتراض به این اقدام احضار کرد.",
         Told("ACCUSE", "IRN", "SWE.GOV")),
    case("Egypt accused Ethiopia of breaking the agreement", "مصر اتیوپی را به نقض توافق متهم کرد.",
         Told("ACCUSE", "EGY", "ETH")),
    case("the foreign ministry of Syria condemned the action of Turkey",
         "وزارت خارجه سوریه اقدام ترکیه را محکوم کرد.",
         Told("ACCUSE", "SYR.GOV", "TUR")),
    case("Lebanon complained of Israel", "لبنان از اسرائیل شکایت کرد.", Told("ACCUSE", "LBN", "ISR")),
    case("the president of Brazil criticised the policies of the United States",
         "رئیس‌جمهور برزیل از سیاست‌های آمریکا انتقاد کرد.", Told("ACCUSE", "BRA.GOV", "USA")),
    case("the ambassador of Iran protested against the words of Britain's foreign minister",
         "سفیر ایران به سخنان وزیر خارجه انگلیس اعتراض کرد.", Told("ACCUSE", "IRN.GOV", "GBR.GOV")),
    case("France condemned the attack of Russia on Ukraine", "فرانسه حمله روسیه به اوکراین را محکوم کرد.",
         Told("ACCUSE", "FRA", "RUS"), Told("ASSAULT", "RUS", "UKR", "actual", "FRA|outlet")),
])
def test_accuse_blames_somebody(text: str, wanted: Wanted) -> None:
    """Condemning, criticising, accusing, suing and summoning an ambassador are ACCUSE of whoever is blamed."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Turkey opposed the membership of Sweden", "ترکیه با عضویت سوئد مخالفت کرد.", Told("REJECT", "TUR", "SWE")),
    case("India cancelled the talks with Pakistan",
         "هند مذاکرات با پاکستان را لغو کرد.", Told("REJECT", "IND", "PAK")),
    case("the president of Serbia said we will never recognise Kosovo",
         "رئیس‌جمهور صربستان گفت: «ما هرگز کوزوو را به رسمیت نخواهیم شناخت.»",
         Told("REJECT", "SRB.GOV", "XKX", "actual", "SRB.GOV")),
    case("Russia vetoed the resolution of the United States",
         "روسیه قطعنامه آمریکا را وتو کرد.", Told("REJECT", "RUS", "USA")),
    case("the government of Sudan did not accept the plan of Ethiopia", "دولت سودان طرح اتیوپی را نپذیرفت.",
         Told("REJECT", "SDN.GOV", "ETH")),
    case("the foreign minister of Cuba said there is no need to talk with the United States",
         "وزیر خارجه کوبا گفت نیازی به مذاکره با آمریکا نداریم.",
         Told("REJECT", "CUB.GOV", "USA", "actual", "CUB.GOV")),
])
def test_reject_refuses(text: str, wanted: Wanted) -> None:
    """Refusing, vetoing, cancelling talks, «never» and «no need to» are REJECT."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the United States threatened Venezuela with sanctions", "آمریکا ونزوئلا را به تحریم تهدید کرد.",
         Told("THREATEN", "USA", "VEN")),
    case("the defence minister of Turkey said if Damascus goes on, we will give a hard answer",
         "وزیر خارجه ترکیه گفت اگر دمشق به این اقدام ادامه دهد، پاسخ سختی به سوریه خواهیم داد.",
         Told("THREATEN", "TUR.GOV", "SYR|SYR.GOV", "actual", "TUR.GOV")),
    case("Ethiopia gave Eritrea an ultimatum", "اتیوپی به اریتره ضرب‌الاجل داد.", Told("THREATEN", "ETH", "ERI")),
    case("the threat of Israel against Lebanon was repeated", "تهدید اسرائیل علیه لبنان تکرار شد.",
         Told("THREATEN", "ISR", "LBN")),
])
def test_threaten_announces_a_penalty(text: str, wanted: Wanted) -> None:
    """A threat of force or sanctions, an ultimatum and a conditional penalty are THREATEN."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the people of Georgia demonstrated against the government",
         "مردم گرجستان علیه دولت این کشور تظاهرات کردند.",
         Told("PROTEST", "GEO.CVL", "GEO.GOV")),
    case("French workers went on strike", "کارگران فرانسوی اعتصاب کردند.", Told("PROTEST", "FRA.CVL|FRA.BUS", "")),
    case("thousands of Israelis rallied against the prime minister of Israel",
         "هزاران اسرائیلی علیه نخست‌وزیر اسرائیل تجمع کردند.", Told("PROTEST", "ISR.CVL", "ISR.GOV")),
    case("the demonstration of Iraqi students entered its third day", "تظاهرات دانشجویان عراقی وارد سومین روز شد.",
         Told("PROTEST", "IRQ.CVL|IRQ.EDU", "")),
])
def test_protest_is_by_civilians(text: str, wanted: Wanted) -> None:
    """Demonstrations and strikes of civilians are PROTEST, against whom they are told to be."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the European Union sanctioned Belarus",
         "اتحادیه اروپا بلاروس را تحریم کرد.", Told("SANCTION", "EU", "BLR")),
    case("Canada expelled three Indian diplomats",
         "کانادا سه دیپلمات هندی را اخراج کرد.", Told("SANCTION", "CAN", "IND.GOV")),
    case("Saudi Arabia cut its ties with Qatar",
         "عربستان روابط خود با قطر را قطع کرد.", Told("SANCTION", "SAU", "QAT")),
    case("a court of Turkey sentenced two journalists to prison",
         "دادگاه ترکیه دو روزنامه‌نگار را به زندان محکوم کرد.",
         Told("SANCTION", "TUR.JUD", "TUR.MED")),
    case("Japan imposed sanctions on Russia", "ژاپن علیه روسیه تحریم وضع کرد.", Told("SANCTION", "JPN", "RUS")),
    case("the sanctions of the United States against Cuba were extended", "تحریم‌های آمریکا علیه کوبا تمدید شد.",
         Told("SANCTION", "USA", "CUB")),
])
def test_sanction_cuts_off(text: str, wanted: Wanted) -> None:
    """Sanctions, cutting ties, expelling diplomats and convicting are SANCTION."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Russia sent ten thousand troops to the border of Ukraine", "روسیه ده هزار نیرو به مرز اوکراین اعزام کرد.",
         Told("MOBILIZE", "RUS", "UKR|")),
    case("North Korea tested a ballistic missile",
         "کره شمالی یک موشک بالستیک آزمایش کرد.", Told("MOBILIZE", "PRK", "")),
    case("the army of Pakistan held an exercise", "ارتش پاکستان رزمایش برگزار کرد.", Told("MOBILIZE", "PAK.MIL", "")),
    case("Armenia put its army on alert",
         "ارمنستان ارتش خود را به حالت آماده‌باش درآورد.", Told("MOBILIZE", "ARM", "")),
])
def test_mobilize_readies_forces(text: str, wanted: Wanted) -> None:
    """Sending forces, testing weapons and an exercise of one country alone are MOBILIZE."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the police of Turkey arrested five journalists", "پلیس ترکیه پنج روزنامه‌نگار را بازداشت کرد.",
         Told("COERCE", "TUR.COP", "TUR.MED")),
    case("five Egyptian journalists were arrested by the police",
         "پنج روزنامه‌نگار مصری از سوی پلیس مصر بازداشت شدند.",
         Told("COERCE", "EGY.COP", "EGY.MED")),
    case("Pakistan deported Afghan migrants",
         "پاکستان مهاجران افغان را اخراج کرد.", Told("COERCE", "PAK", "AFG.CVL")),
    case("the navy of the United States seized a Venezuelan tanker",
         "نیروی دریایی آمریکا یک نفتکش ونزوئلا را توقیف کرد.",
         Told("COERCE", "USA.MIL", "VEN|VEN.BUS")),
    case("the army of Israel besieged Gaza",
         "ارتش اسرائیل نوار غزه را محاصره کرد.", Told("COERCE", "ISR.MIL", "PSE")),
    case("the occupation of Kuwait by Iraq lasted seven months", "اشغال کویت از سوی عراق هفت ماه طول کشید.",
         Told("COERCE", "IRQ", "KWT")),
])
def test_coerce_uses_power_over_somebody(text: str, wanted: Wanted) -> None:
    """Arrests, deportations, seizures, sieges and occupations are COERCE."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Turkey shelled Syria",
         "ارتش ترکیه سوریه را گلوله‌باران کرد.", Told("ASSAULT", "TUR.MIL", "SYR")),
    case("Ukrainian forces were attacked by Russia", "نیروهای اوکراینی مورد حمله روسیه قرار گرفتند.",
         Told("ASSAULT", "RUS", "UKR.MIL")),
    case("the Israeli army destroyed the houses of Palestinians", "ارتش اسرائیل خانه‌های فلسطینی‌ها را ویران کرد.",
         Told("ASSAULT", "ISR.MIL", "PSE.CVL|PSE")),
    case("a bomb in Iraq killed three Iraqi soldiers", "انفجار بمب در عراق سه سرباز عراقی را کشت.",
         Told("ASSAULT", "", "IRQ.MIL"),
         fails="the killed are found, but the place stands as recipient"),
    case("unknown gunmen abducted two Nigerian doctors", "افراد مسلح ناشناس دو پزشک نیجریه‌ای را ربودند.",
         Told("ASSAULT", "NGA.REB|NGA.CRM|NGA", "NGA.CVL")),
    case("a soldier of Azerbaijan was killed by the shooting of the forces of Armenia",
         "یک سرباز آذربایجانی با شلیک نیروهای ارمنستان کشته شد.", Told("ASSAULT", "ARM.MIL", "AZE.MIL")),
    case("Hezbollah fired missiles at Israel",
         "حزب‌الله به سوی اسرائیل موشک شلیک کرد.", Told("ASSAULT", "LBN.REB|LBN.PTY", "ISR")),
    case("the attacks of Russia on Ukraine go on",
         "حملات روسیه به اوکراین ادامه دارد.", Told("ASSAULT", "RUS", "UKR")),
])
def test_assault_is_physical_violence(text: str, wanted: Wanted) -> None:
    """Attacks, bombs, shootings, abduction and destruction are ASSAULT; without a perpetrator there is no actor."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the forces of Armenia and Azerbaijan clashed at the border",
         "نیروهای ارمنستان و جمهوری آذربایجان در مرز با یکدیگر درگیر شدند.",
         Told("ASSAULT", "ARM.MIL AZE.MIL|AZE", "ARM.MIL AZE.MIL|AZE")),
    case("clashes between the army of India and the army of Pakistan have begun",
         "درگیری میان ارتش هند و ارتش پاکستان آغاز شده است.",
         Told("ASSAULT", "IND.MIL PAK.MIL", "IND.MIL PAK.MIL")),
    case("the police of Kenya clashed with protesters", "پلیس کنیا با معترضان درگیر شد.",
         Told("ASSAULT", "KEN.COP KEN.CVL", "KEN.COP KEN.CVL")),
])
def test_a_clash_lists_both_sides_twice(text: str, wanted: Wanted) -> None:
    """In a two-sided clash both sides are actors and both are recipients."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Sudan declared a ceasefire of three days", "ارتش سودان آتش‌بس سه‌روزه اعلام کرد.",
         Told("CONCEDE", "SDN.MIL", "")),
    case("Hezbollah observed the ceasefire with Israel", "حزب‌الله آتش‌بس با اسرائیل را رعایت کرد.",
         Told("RETREAT", "LBN.REB|LBN.PTY", "ISR|"),
         fails="the «با» of a ceasefire makes its partner an actor"),
    case("Armenia and Azerbaijan signed the ceasefire agreement",
         "ارمنستان و جمهوری آذربایجان توافق آتش‌بس را امضا کردند.",
         Told("SUPPORT", "ARM AZE", "")),
    case("Ethiopia undertook to keep a ceasefire with Eritrea", "اتیوپی متعهد شد آتش‌بس با اریتره را رعایت کند.",
         Told("AGREE", "ETH", "ERI|")),
    case("Turkey asked India and Pakistan to hold a ceasefire", "ترکیه از هند و پاکستان خواست آتش‌بس برقرار کنند.",
         Told("REQUEST", "TUR", "IND PAK")),
    case("Israel opposed a ceasefire with Hamas", "اسرائیل با آتش‌بس با حماس مخالفت کرد.",
         Told("REJECT", "ISR", "PSE.REB|PSE.PTY")),
    case("the army of Azerbaijan broke the ceasefire with Armenia",
         "ارتش جمهوری آذربایجان آتش‌بس با ارمنستان را نقض کرد.",
         Told("ASSAULT", "AZE.MIL", "ARM")),
    case("Armenia accused Azerbaijan of breaking the ceasefire",
         "ارمنستان جمهوری آذربایجان را به نقض آتش‌بس متهم کرد.",
         Told("ACCUSE", "ARM", "AZE")),
])
def test_a_ceasefire_counts_by_what_is_done_with_it(text: str, wanted: Wanted) -> None:
    """What is declared, kept, signed, promised, asked, refused or broken of a ceasefire tells the type."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "type_", "mode"), [
    ("نخست‌وزیر پاکستان با رئیس‌جمهور چین تلفنی گفت‌وگو کرد.", "CONSULT", "phone"),  # talked by phone
    ("رئیس‌جمهور ترکیه به عراق سفر کرد.", "CONSULT", "visit"),  # travelled to Iraq
    ("ترکیه از هند و پاکستان خواست آتش‌بس برقرار کنند.", "REQUEST", "yield"),  # asked to cease fire
    ("اسرائیل با آتش‌بس با حماس مخالفت کرد.", "REJECT", "yield"),  # opposed a ceasefire
    ("حزب‌الله آتش‌بس با اسرائیل را رعایت کرد.", "RETREAT", "ceasefire"),  # kept the ceasefire
    pytest.param("حماس سه گروگان اسرائیلی را آزاد کرد.", "RETREAT", "release"),  # released hostages
    ("نخست‌وزیر عراق استعفا کرد.", "RETREAT", "resign"),  # resigned
    ("پلیس ترکیه پنج روزنامه‌نگار را بازداشت کرد.", "COERCE", "arrest"),  # arrested
    ("کانادا سه دیپلمات هندی را اخراج کرد.", "SANCTION", "expel"),  # expelled diplomats
    ("کارگران فرانسوی اعتصاب کردند.", "PROTEST", "strike"),  # went on strike
    ("مردم گرجستان علیه دولت این کشور تظاهرات کردند.", "PROTEST", "demo"),  # demonstrated
    ("ارتش اوکراین با پهپاد به روسیه حمله کرد.", "ASSAULT", "drone"),  # attacked with drones
    ("حملات هوایی اسرائیل به لبنان ادامه دارد.", "ASSAULT", "aerial"),  # air raids
    ("حزب‌الله به سوی اسرائیل موشک شلیک کرد.", "ASSAULT", "heavy-weapons"),  # fired missiles
    ("مسکو گرجستان را به حمله نظامی تهدید کرد.", "THREATEN", "violence"),  # threatened with an attack
])
def test_the_mode_is_told_where_it_is_clear(text: str, type_: str, mode: str) -> None:
    """The one event of the sentence has the mode that its words tell."""
    assert [(e.type, e.mode) for e in coded(text).events] == [(type_, mode)]


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Turkey bombed Syria; the bombing was in the north",
         "ارتش ترکیه امروز سوریه را بمباران کرد.\n\nبمباران سوریه از سوی ارتش ترکیه در شمال این کشور بود.",
         Told("ASSAULT", "TUR.MIL", "SYR")),
    case("headline and lead tell of the same meeting",
         "دیدار وزیران خارجه ایران و عمان\n\nوزیر خارجه ایران با وزیر خارجه عمان دیدار کرد.",
         Told("CONSULT", "IRN.GOV OMN.GOV", "")),
])
def test_an_event_told_twice_is_one_record(text: str, wanted: Wanted) -> None:
    """Each distinct event stands once, however often it is mentioned, with all its evidence."""
    assert noted(events(text), wanted) == wanted
    assert len(coded(text).events[0].evidence) == 2


@pytest.mark.parametrize(("text", "wanted"), [
    case("Moscow condemned Poland (told by the reporter)",
         "مسکو لهستان را محکوم کرد.", Told("ACCUSE", "RUS.GOV", "POL")),
    case("China said Moscow condemned Poland (told by China)", "چین گفت مسکو لهستان را محکوم کرده است.",
         Told("ACCUSE", "RUS.GOV", "POL", "actual", "CHN")),
    case("as Reuters reports, the Turkish army attacked Syria", "به گزارش رویترز، ارتش ترکیه به سوریه حمله کرد.",
         Told("ASSAULT", "TUR.MIL", "SYR", "actual", "outlet|GBR.MED")),
    case("a channel post names Reuters as the voice of the line", "🔴 رویترز: ارتش ترکیه به سوریه حمله کرد.",
         Told("ASSAULT", "TUR.MIL", "SYR", "actual", "GBR.MED|outlet")),
])
def test_somebody_vouches_for_every_event(text: str, wanted: Wanted) -> None:
    """What the reporter narrates is the outlet's, what stands inside somebody's words theirs, a credit the agency's."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Ethiopia attacked the army and police of Eritrea",
         "ارتش اتیوپی به ارتش و پلیس اریتره حمله کرد.", Told("ASSAULT", "ETH.MIL", "ERI.MIL ERI.COP")),
    case("Hezbollah and the Houthis attacked Israel", "حزب‌الله و حوثی‌ها به اسرائیل حمله کردند.",
         Told("ASSAULT", "LBN.REB|LBN.PTY YEM.REB|YEM.PTY", "ISR")),
    case("the Taliban (in 2024 a government) arrested Afghan women", "طالبان زنان افغان را بازداشت کرد.",
         Told("COERCE", "AFG.GOV", "AFG.CVL")),
    case("ISIS attacked Syrian soldiers", "داعش به سربازان سوری حمله کرد.", Told("ASSAULT", "INT.REB", "SYR.MIL")),
    case("the PKK attacked the Turkish police",
         "پ‌ک‌ک به پلیس ترکیه حمله کرد.", Told("ASSAULT", "TUR.REB", "TUR.COP")),
    case("the Arab League condemned Ethiopia", "اتحادیه عرب از اتیوپی انتقاد کرد.", Told("ACCUSE", "ARAB", "ETH")),
    case("Kosovo asked NATO for help", "کوزوو از ناتو کمک خواست.", Told("REQUEST", "XKX", "NATO")),
    case("the IAEA criticised North Korea", "آژانس بین‌المللی انرژی اتمی از کره شمالی انتقاد کرد.",
         Told("ACCUSE", "IAEA", "PRK")),
])
def test_actor_codes_follow_who_is_named(text: str, wanted: Wanted) -> None:
    """Groups take the country they are based in, organisations their own code, the Taliban that of the day."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "place", "country", "date"), [
    # "the Turkish army bombed Aleppo in the north of Syria yesterday"
    pytest.param("ارتش ترکیه دیروز حلب در شمال سوریه را بمباران کرد.", "حلب", "SYR", "2024-05-13"),
    # "the foreign ministers of Iran and Oman met in Muscat today"
    ("وزیر خارجه ایران امروز در مسقط با وزیر خارجه عمان دیدار کرد.", "مسقط", "OMN", "2024-05-14"),
    # "on 12 May 2024 the police of Turkey arrested five journalists in Ankara"
    ("پلیس ترکیه ۱۲ مه ۲۰۲۴ در آنکارا پنج روزنامه‌نگار را بازداشت کرد.", "آنکارا", "TUR", "2024-05-12"),
    # "on 20 Ordibehesht 1403 the Russian army attacked Kharkiv"
    ("ارتش روسیه ۲۰ اردیبهشت ۱۴۰۳ به خارکیف حمله کرد.", "خارکیف", "UKR", "2024-05-09"),
])
def test_an_event_has_the_place_and_day_that_are_told(text: str, place: str, country: str, date: str) -> None:
    """The place is the most precise one in the text, as written; the date is resolved against the day of the report."""
    (event,) = coded(text).events
    assert event.place is not None
    assert (event.place.mention, event.place.country, event.date) == (place, country, date)


def test_an_event_without_place_and_day_is_left_open() -> None:
    """Where the text tells neither place nor day, none is made up."""
    (event,) = coded("ژاپن از بلاروس انتقاد کرد.").events
    assert (event.place, event.date) == (None, "")


@pytest.mark.parametrize(("text", "wanted"), [
    case("the Armenian foreign ministry says two soldiers were killed in an attack of Azerbaijan; Baku denies it",
         "وزارت خارجه ارمنستان اعلام کرد در حمله ارتش جمهوری آذربایجان به ارمنستان دو سرباز ارمنی کشته شدند.\n\n"
         "وزارت خارجه جمهوری آذربایجان این حمله را تکذیب کرد.",
         Told("ASSAULT", "AZE.MIL", "ARM|ARM.MIL", "actual", "ARM.GOV"),
         Told("ASSAULT", "AZE.MIL|AZE|AZE.GOV", "ARM|ARM.MIL", "negated", "AZE.GOV")),
    case("Ethiopia and Eritrea agree to talks after a clash; Sudan welcomes it",
         "پس از درگیری ارتش اتیوپی و ارتش اریتره، دو کشور بر سر آغاز مذاکرات توافق کردند.\n\n"
         "وزارت خارجه سودان از این توافق استقبال کرد.",
         Told("ASSAULT", "ETH.MIL ERI.MIL", "ETH.MIL ERI.MIL"), Told("AGREE", "ETH ERI", ""),
         Told("SUPPORT", "SDN.GOV", "ETH ERI|"),
         fails="a deed under «پس از», «در واکنش به» before the comma is lost"),
    case("the prime minister of Pakistan, who travelled to China, met its president and asked Beijing for help",
         "نخست‌وزیر پاکستان که به چین سفر کرده است، با رئیس‌جمهور چین دیدار کرد و از پکن خواست به پاکستان کمک کند.",
         Told("CONSULT", "PAK.GOV", "CHN|CHN.GOV"), Told("CONSULT", "PAK.GOV CHN.GOV", ""),
         Told("REQUEST", "PAK.GOV", "CHN.GOV")),
    case("Canada expelled the ambassador in reaction to the arrest of Canadians by the Venezuelan police",
         "کانادا در واکنش به بازداشت دو شهروند کانادایی از سوی پلیس ونزوئلا، سفیر ونزوئلا را اخراج کرد.",
         Told("SANCTION", "CAN", "VEN.GOV"), Told("COERCE", "VEN.COP", "CAN.CVL")),
    case("Israel bombed Lebanon after Hezbollah's missile attack, the Lebanese police says",
         "پلیس لبنان گفت ارتش اسرائیل پس از حمله موشکی حزب‌الله به اسرائیل، لبنان را بمباران کرد.",
         Told("ASSAULT", "ISR.MIL", "LBN", "actual", "LBN.COP"),
         Told("ASSAULT", "LBN.REB|LBN.PTY", "ISR", "actual", "LBN.COP")),
    case("Turkey threatened Greece with force, and the prime minister of Greece criticised the threat",
         "ترکیه یونان را به اقدام نظامی تهدید کرد و نخست‌وزیر یونان از این تهدید انتقاد کرد.",
         Told("THREATEN", "TUR", "GRC"), Told("ACCUSE", "GRC.GOV", "TUR")),
    case("France proposed a ceasefire to Russia, but Moscow did not accept",
         "فرانسه به روسیه پیشنهاد آتش‌بس داد، اما مسکو این پیشنهاد را نپذیرفت.",
         Told("REQUEST", "FRA", "RUS"), Told("REJECT", "RUS.GOV", "FRA"),
         fails="«پیشنهاد آتش‌بس داد» is a concession, and its refusal is given to the proposer"),
    case("the army of Sudan shelled the Rapid Support Forces, and the UN asked both sides to stop",
         "ارتش سودان نیروهای پشتیبانی سریع را گلوله‌باران کرد و سازمان ملل از دو طرف خواست درگیری را متوقف کنند.",
         Told("ASSAULT", "SDN.MIL", "SDN.REB"), Told("REQUEST", "UN", "SDN|SDN.MIL SDN.REB|"),
         fails="not yet so"),
])
def test_a_short_report_is_coded_whole(text: str, wanted: Wanted) -> None:
    """Every event of several clauses and sentences is there once, with its parties and whoever vouches for it."""
    assert noted(events(text), wanted) == wanted


def test_evidence_holds_the_trigger() -> None:
    """The evidence is a stretch of the original text around the trigger of the event."""
    text = "ارتش تركيه ديروز سوريه را بمباران كرد."  # with Arabic letters
    (event,) = coded(text).events
    (span,) = event.evidence
    assert text[span.start:span.end] == span.text
    assert "بمباران" in span.text


@pytest.mark.parametrize(("text", "type_", "mode"), [
    # "Iran asked Israel to refrain from any further attacks on ships"
    ("ایران از اسرائیل خواست از هرگونه حمله دیگری به کشتی‌ها خودداری کند.", "REQUEST", "yield"),
    # "Trump asked Israel to withdraw from Lebanon. Israel rejected this request of Trump's"
    ("آمریکا از اسرائیل خواست از لبنان عقب‌نشینی کند. اسرائیل درخواست آمریکا را رد کرد.", "REJECT", "yield"),
    # "the explosion of a suicide attack on a railway of Pakistan"
    ("انفجار ناشی از حمله انتحاری به یک خط راه‌آهن پاکستان شنیده شد.", "ASSAULT", "suicide-attack"),
    # "a car of the police of Iraq hit a mine on a road near Mosul, and two policemen were wounded"
    ("یک خودروی پلیس عراق در جاده‌ای نزدیک موصل با مین برخورد کرد و دو پلیس عراقی زخمی شدند.", "ASSAULT", "explosives"),
    # "Israel must stop its attacks on Lebanon"
    ("وزیر خارجه لبنان گفت اسرائیل باید حملات خود به لبنان را متوقف نماید.", "REQUEST", "yield"),
])
def test_the_mode_is_told_by_what_is_asked_answered_or_used(text: str, type_: str, mode: str) -> None:
    """A demand has the mode of what is to be done, a refusal that of the demand, a bomb that of who brings it."""
    assert mode in [e.mode for e in coded(text).events if e.type == type_]


@pytest.mark.parametrize(("text", "wanted"), [
    case("soldiers of Israel took two Palestinians prisoner", "نظامیان اسرائیل دو فلسطینی را به اسارت درآوردند.",
         Told("COERCE", "ISR.MIL", "PSE|PSE.CVL")),
    case("gunmen of the Taliban took a Frenchman prisoner in 2009",
         "افراد مسلح طالبان سال ۲۰۰۹ یک شهروند فرانسوی را به اسارت درآوردند.",
         Told("ASSAULT", "AFG.REB", "FRA.CVL", "historical")),
])
def test_an_army_takes_prisoners_and_a_gang_abducts(text: str, wanted: Wanted) -> None:
    """Who is taken captive by an organ of a state is coerced; by anybody else, abducted."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the opposition of the USA and Russia began with the killing of Kadyrov",
         "اختلاف آمریکا و روسیه با ترور قدیراف آغاز شد."),
    case("the likelihood of an agreement of Iran and Oman fell", "احتمال رسیدن به توافق ایران و عمان کاهش یافته است."),
    case("the governor of Yazd met the mayor of Kerman", "استاندار یزد با شهردار کرمان دیدار کرد."),
    case("an official of Iran says the USA was slapped", "سخنگوی دولت ایران گفت: آمریکا از ملت ما کتک خورده است."),
    case("what Niger says would be a mistake of Chad is no charge",
         "سخنگوی ارتش نیجر گفت اگر چاد خطا کند، بازار نفت آشفته می‌شود."),
])
def test_figures_of_speech_and_business_at_home_are_no_events(text: str, wanted: Wanted) -> None:
    """What something began with, a chance that fell, a beaten state, officials at home: nobody did anything."""
    assert noted(events(text), wanted) == wanted


def test_a_toll_that_reaches_a_number_is_no_visit() -> None:
    """«The number of the dead of the attacks of Israel on Lebanon reached 40» tells the attacks, and no journey."""
    told = [Told("ASSAULT", "ISR", "LBN|LBN.CVL")]
    assert noted(events("شمار کشته‌شدگان حملات اسرائیل به لبنان به ۴۰ نفر رسید."), told) == told


def test_a_decision_is_that_of_who_made_it() -> None:
    """A deed that stands under somebody's decision is their own deed."""
    told = [Told("ASSAULT", "TUR", "SYR", "future")]
    assert noted(events("تصمیم ترکیه برای حمله به سوریه نگرانی ایجاد کرد."), told) == told


@pytest.mark.parametrize(("text", "wanted"), [
    case("an attack near a castle that no table knows, in the south of Lebanon",
         "ارتش اسرائیل در حوالی قلعه زمرخان در جنوب لبنان به حزب‌الله حمله کرد.", "قلعه زمرخان"),
    case("an attack on a small town of two words, of which one is common, in the south of Lebanon",
         "ارتش اسرائیل در اطراف شهرک کفر زمرخان در جنوب لبنان به حزب‌الله حمله کرد.", "شهرک کفر زمرخان"),
    case("an attack in a town, the part of the country told after a comma",
         "ارتش اسرائیل در صیدا، جنوب لبنان به حزب‌الله حمله کرد.", "صیدا"),
    case("an attack in a region and the larger ones around it",
         "ارتش اسرائیل در منطقه «زمرخان» در منطقه بقاع (شرق لبنان) به حزب‌الله حمله کرد.", "منطقه « زمرخان »"),
])
def test_the_place_told_first_is_where_it_was_and_those_around_it_say_where_that_lies(
        text: str, wanted: list[str]) -> None:
    """The finest place told is that of the event, also where no table knows it."""
    mentions = {event.place.mention.replace(" ", "") for event in coded(text).events if event.place}
    assert mentions == {place.replace(" ", "") for place in wanted}


def test_talks_are_where_their_name_says() -> None:
    """«The talks of Switzerland» were held there, whoever took part in them."""
    [talks] = stages("وزیر خارجه ایران گفت در مذاکرات سوئیس درباره زندانیان صحبتی نشد.").drafts
    assert talks.type == "CONSULT"
    assert talks.place is not None
    assert talks.place.text == "سوئیس"


@pytest.mark.parametrize(("text", "wanted"), [
    case("Europe sanctioned China from 1989 on: it did so then",
         "اتحادیه اروپا از سال ۱۹۸۹ چین را تحریم کرد.", "SANCTION", "1989"),
    case("the visit that began yesterday", "رئیس‌جمهور فرانسه در سفر به ژاپن که از دیروز شروع شد، با "
         "نخست‌وزیر ژاپن دیدار کرد.", "CONSULT", "2024-05-13"),
    case("two ministers met yesterday, and one asked the other for something there",
         "وزیر خارجه فرانسه دیروز با وزیر خارجه ژاپن دیدار کرد.\n\nوزیر خارجه فرانسه از ژاپن خواست روسیه را تحریم کند.",
         "REQUEST", "2024-05-13"),
    case("gunmen attacked yesterday; these gunmen seized the parliament",
         "افراد مسلح دیروز به پارلمان لیبی حمله کردند. این افراد پارلمان لیبی را تصرف کردند.", "COERCE", "2024-05-13"),
])
def test_the_day_of_a_deed_may_be_told_by_its_beginning_or_by_what_it_went_with(
        text: str, wanted: list[str]) -> None:
    """The day since which a deed holds is its day; so is that of the meeting, or of the deed just told."""
    type_, date = wanted
    assert {event.date for event in coded(text).events if event.type == type_} == {date}

"""What other event coders get wrong, in Persian: an attack that is announced, possible, denied or only claimed.

Each case is a sentence of news with its English gloss; the whole list of its events is asked for, so an
attack made up beside the right record fails too.
"""

import pytest
from support import Said, Told, case, coded, events, heard, noted, statements

Wanted = list[Told]


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Russia will attack Ukraine tomorrow", "ارتش روسیه فردا به اوکراین حمله خواهد کرد.",
         Told("ASSAULT", "RUS.MIL", "UKR", "future")),
    case("the Turkish army is to attack the north of Syria", "قرار است ارتش ترکیه به شمال سوریه حمله کند.",
         Told("ASSAULT", "TUR.MIL", "SYR", "future")),
    case("Ethiopia intends to attack Eritrea", "اتیوپی قصد دارد به اریتره حمله کند.",
         Told("ASSAULT", "ETH", "ERI", "future")),
    case("the Sudanese army will storm the positions of South Sudan next week",
         "ارتش سودان هفته آینده به مواضع سودان جنوبی یورش خواهد برد.",
         Told("ASSAULT", "SDN.MIL", "SSD|SSD.MIL", "future")),
    case("Israel has decided to attack Lebanon by land", "اسرائیل تصمیم گرفته است به لبنان حمله زمینی کند.",
         Told("ASSAULT", "ISR", "LBN", "future")),
    case("India will bomb Pakistan in the coming days", "هند در روزهای آینده پاکستان را بمباران خواهد کرد.",
         Told("ASSAULT", "IND", "PAK", "future")),
])
def test_an_attack_that_is_announced_is_in_the_future(text: str, wanted: Wanted) -> None:
    """An attack told with the future tense, or as planned or decided, has status future and no other record."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Russia may attack Georgia", "ممکن است روسیه به گرجستان حمله کند.",
         Told("ASSAULT", "RUS", "GEO", "hypothetical")),
    case("Russia may (verb after the subject) bomb Georgia", "روسیه ممکن است گرجستان را بمباران کند.",
         Told("ASSAULT", "RUS", "GEO", "hypothetical")),
    case("perhaps the Indian army attacks Pakistan", "شاید ارتش هند به پاکستان حمله کند.",
         Told("ASSAULT", "IND.MIL", "PAK", "hypothetical")),
    case("there is a possibility of an attack by Ethiopia on Eritrea", "احتمال حمله اتیوپی به اریتره وجود دارد.",
         Told("ASSAULT", "ETH", "ERI", "hypothetical")),
    case("it is probable that Azerbaijan attacks Armenia", "احتمال دارد جمهوری آذربایجان به ارمنستان حمله کند.",
         Told("ASSAULT", "AZE", "ARM", "hypothetical")),
    case("a possible attack of Turkey on Syria has upset the oil market",
         "حمله احتمالی ترکیه به سوریه بازار نفت را آشفته کرده است.",
         Told("ASSAULT", "TUR", "SYR", "hypothetical")),
    case("the Israeli army can attack Lebanon within hours", "ارتش اسرائیل می‌تواند ظرف چند ساعت به لبنان حمله کند.",
         Told("ASSAULT", "ISR.MIL", "LBN", "hypothetical")),
])
def test_an_attack_that_could_be_is_hypothetical(text: str, wanted: Wanted) -> None:
    """An attack that is only possible has status hypothetical, whether a verb or a noun tells it."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("if Turkey attacks Syria, the oil market will be upset",
         "اگر ترکیه به سوریه حمله کند، بازار نفت آشفته می‌شود.",
         Told("ASSAULT", "TUR", "SYR", "hypothetical")),
    case("should India attack Pakistan, the price of gold will rise",
         "چنانچه هند به پاکستان حمله کند، بهای طلا بالا می‌رود.",
         Told("ASSAULT", "IND", "PAK", "hypothetical")),
    case("in case of an attack by Russia on Georgia, gas will cost more",
         "در صورت حمله روسیه به گرجستان، گاز گران‌تر خواهد شد.",
         Told("ASSAULT", "RUS", "GEO", "hypothetical")),
    case("in the event that Ethiopia attacks Eritrea, refugees will come to Sudan",
         "در صورتی که اتیوپی به اریتره حمله کند، آوارگان به سودان می‌آیند.",
         Told("ASSAULT", "ETH", "ERI", "hypothetical")),
    case("the market will be upset if Armenia attacks Azerbaijan",
         "بازار نفت آشفته می‌شود اگر ارمنستان به جمهوری آذربایجان حمله کند.",
         Told("ASSAULT", "ARM", "AZE", "hypothetical")),
])
def test_an_attack_under_a_condition_is_hypothetical(text: str, wanted: Wanted) -> None:
    """An attack that stands under «if» or «in case of» has status hypothetical."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the army of Ukraine did not attack Russia", "ارتش اوکراین به روسیه حمله نکرد.",
         Told("ASSAULT", "UKR.MIL", "RUS", "negated")),
    case("Turkey has not attacked Syria", "ترکیه به سوریه حمله نکرده است.",
         Told("ASSAULT", "TUR", "SYR", "negated")),
    case("India has made no attack on Pakistan", "هند هیچ حمله‌ای به پاکستان نکرده است.",
         Told("ASSAULT", "IND", "PAK", "negated")),
    case("no attack on Azerbaijan was carried out by Armenia",
         "هیچ حمله‌ای از سوی ارمنستان به جمهوری آذربایجان انجام نشد.",
         Told("ASSAULT", "ARM", "AZE", "negated")),
    case("the Israeli army did not target Lebanon last night", "ارتش اسرائیل دیشب لبنان را هدف قرار نداد.",
         Told("ASSAULT", "ISR.MIL", "LBN", "negated")),
    case("Ethiopia never attacked Eritrea", "اتیوپی هرگز به اریتره حمله نکرد.",
         Told("ASSAULT", "ETH", "ERI", "negated")),
])
def test_an_attack_that_was_not_made_is_negated(text: str, wanted: Wanted) -> None:
    """An attack told not to have happened has status negated, and no attack is told."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the spokesman of the Indian army denied the attack on Pakistan",
         "سخنگوی ارتش هند حمله به پاکستان را تکذیب کرد.",
         Told("ASSAULT", "IND.MIL|IND", "PAK", "negated", "IND.MIL")),
    case("Iran denied that it has attacked Iraq", "ایران تکذیب کرد که به عراق حمله کرده است.",
         Told("ASSAULT", "IRN", "IRQ", "negated", "IRN")),
    case("Russia rejected having had a hand in the attack on Georgia",
         "روسیه دست داشتن در حمله به گرجستان را رد کرد.",
         Told("ASSAULT", "RUS", "GEO", "negated", "RUS")),
    case("the foreign ministry of Azerbaijan denied any role of this country in the attack on Armenia",
         "وزارت خارجه جمهوری آذربایجان هرگونه نقش این کشور در حمله به ارمنستان را تکذیب کرد.",
         Told("ASSAULT", "AZE|AZE.GOV", "ARM", "negated", "AZE.GOV")),
    case("Moscow denied the bombing of Ukraine", "مسکو بمباران اوکراین را انکار کرد.",
         Told("ASSAULT", "RUS.GOV|RUS", "UKR", "negated", "RUS.GOV")),
    case("Turkey denied the claim that its army bombed Syria",
         "ترکیه این ادعا را که ارتش این کشور سوریه را بمباران کرده است، تکذیب کرد.",
         Told("ASSAULT", "TUR.MIL", "SYR", "negated", "TUR")),
])
def test_an_attack_denied_is_negated_according_to_the_denier(text: str, wanted: Wanted) -> None:
    """A denied role in an attack is the attack with status negated according to the denier, and no rejection."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("the spokesman of Armenia's foreign ministry said the army of Azerbaijan attacked Armenia",
         "سخنگوی وزارت خارجه ارمنستان گفت ارتش جمهوری آذربایجان به ارمنستان حمله کرد.",
         Told("ASSAULT", "AZE.MIL", "ARM", "actual", "ARM.GOV")),
    case("Ukraine announced that Russia has bombed Moldova",
         "اوکراین اعلام کرد که روسیه مولداوی را بمباران کرده است.",
         Told("ASSAULT", "RUS", "MDA", "actual", "UKR")),
    case("the Pakistani army claimed that India had attacked Pakistan",
         "ارتش پاکستان مدعی شد که هند به پاکستان حمله کرده است.",
         Told("ASSAULT", "IND", "PAK", "actual", "PAK.MIL")),
    case("the foreign minister of Lebanon told of an attack by Israel on Lebanon",
         "وزیر خارجه لبنان از حمله اسرائیل به لبنان خبر داد.",
         Told("ASSAULT", "ISR", "LBN", "actual", "LBN.GOV")),
    case("the president of Eritrea: the Ethiopian army attacked Eritrea",
         "رئیس‌جمهور اریتره: ارتش اتیوپی به اریتره حمله کرد.",
         Told("ASSAULT", "ETH.MIL", "ERI", "actual", "ERI.GOV")),
    case("the police of Sudan confirmed that the army of South Sudan attacked Sudan",
         "پلیس سودان تأیید کرد که ارتش سودان جنوبی به سودان حمله کرده است.",
         Told("ASSAULT", "SSD.MIL", "SDN", "actual", "SDN.COP")),
])
def test_an_attack_told_by_somebody_is_according_to_them(text: str, wanted: Wanted) -> None:
    """An attack inside what somebody says is according to that speaker, never to the outlet."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("according to (the word of) Russia, Ukraine attacked Moldova", "به گفته روسیه، اوکراین به مولداوی حمله کرد.",
         Told("ASSAULT", "UKR", "MDA", "actual", "RUS")),
    case("by the claim of Baku, Armenia attacked Azerbaijan", "به ادعای باکو، ارمنستان به جمهوری آذربایجان حمله کرد.",
         Told("ASSAULT", "ARM", "AZE", "actual", "AZE.GOV")),
    case("according to the announcement of Georgia's interior ministry, the Russian army attacked Georgia",
         "بنا بر اعلام وزارت کشور گرجستان، ارتش روسیه به گرجستان حمله کرد.",
         Told("ASSAULT", "RUS.MIL", "GEO", "actual", "GEO.GOV")),
    case("on the statement of the Iraqi army, the Turkish army bombed Iraq",
         "بر اساس اعلام ارتش عراق، ارتش ترکیه عراق را بمباران کرد.",
         Told("ASSAULT", "TUR.MIL", "IRQ", "actual", "IRQ.MIL")),
    case("India, as the government of Pakistan says, attacked Pakistan",
         "به گفته دولت پاکستان، هند به پاکستان حمله کرده است.",
         Told("ASSAULT", "IND", "PAK", "actual", "PAK.GOV")),
])
def test_an_attack_according_to_somebody_is_their_claim(text: str, wanted: Wanted) -> None:
    """What follows «according to X» is vouched for by X."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Armenia and Azerbaijan agreed to a ceasefire", "ارمنستان و جمهوری آذربایجان با آتش‌بس موافقت کردند.",
         Told("AGREE", "ARM AZE", "")),
    case("Ethiopia and Eritrea agreed on a ceasefire", "اتیوپی و اریتره بر سر آتش‌بس توافق کردند.",
         Told("AGREE", "ETH ERI", "")),
    case("Israel and Hamas came to an agreement about a ceasefire", "اسرائیل و حماس درباره آتش‌بس به توافق رسیدند.",
         Told("AGREE", "ISR PSE.REB|PSE.PTY", "")),
    case("India accepted the ceasefire with Pakistan", "هند آتش‌بس با پاکستان را پذیرفت.",
         Told("AGREE", "IND", "PAK")),
])
def test_agreeing_to_a_ceasefire_is_no_violence(text: str, wanted: Wanted) -> None:
    """A ceasefire agreed to is AGREE; nobody attacks, and nobody has withdrawn yet."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("twelve Armenian soldiers were killed", "دوازده سرباز ارمنی کشته شدند.", Told("ASSAULT", "", "ARM.MIL")),
    case("12 soldiers of Pakistan's army were killed",
         "۱۲ سرباز ارتش پاکستان کشته شدند.", Told("ASSAULT", "", "PAK.MIL")),
    case("twelve Turkish troops lost their lives in an attack", "دوازده نظامی ترکیه در یک حمله جان باختند.",
         Told("ASSAULT", "", "TUR.MIL")),
    case("twelve Iraqi soldiers were martyred",
         "دوازده سرباز عراقی به شهادت رسیدند.", Told("ASSAULT", "", "IRQ.MIL")),
])
def test_soldiers_killed_are_recipients_of_an_attack_without_an_actor(text: str, wanted: Wanted) -> None:
    """Those killed are the recipients; where no perpetrator is told there is none."""
    assert noted(events(text), wanted) == wanted
    assert [(c.harm, c.min, c.max, c.who) for e in coded(text).events for c in e.casualties] == [
        ("killed", 12, 12, wanted[0].recipients)]


@pytest.mark.parametrize(("text", "wanted"), [
    case("Iran said that Russia said that Ukraine attacked Moldova",
         "ایران گفت روسیه گفته است که اوکراین به مولداوی حمله کرده است.",
         Told("ASSAULT", "UKR", "MDA", "actual", "RUS")),
    case("the Kremlin announced Baku has reported that Armenia attacked Azerbaijan",
         "کرملین اعلام کرد باکو گزارش داده است که ارمنستان به جمهوری آذربایجان حمله کرده است.",
         Told("ASSAULT", "ARM", "AZE", "actual", "AZE.GOV")),
    case("the foreign minister of Turkey said that according to the government of Iraq, Israel attacked Syria",
         "وزیر خارجه ترکیه گفت به گفته دولت عراق، اسرائیل به سوریه حمله کرده است.",
         Told("ASSAULT", "ISR", "SYR", "actual", "IRQ.GOV")),
    case("China said India has denied that it attacked Pakistan",
         "چین گفت هند تکذیب کرده است که به پاکستان حمله کرده باشد.",
         Told("ASSAULT", "IND", "PAK", "negated", "IND")),
])
def test_an_attack_in_a_claim_within_a_claim_is_the_inner_speakers(text: str, wanted: Wanted) -> None:
    """What stands inside a statement inside a statement is according to the inner speaker."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("Iran said that Russia said that Ukraine attacked Moldova",
         "ایران گفت روسیه گفته است که اوکراین به مولداوی حمله کرده است.",
         Said("IRN", "روسیه گفته است … حمله کرده است"), Said("RUS", "اوکراین به مولداوی … حمله کرده است")),
    case("the Kremlin announced Baku has reported that Armenia attacked Azerbaijan",
         "کرملین اعلام کرد باکو گزارش داده است که ارمنستان به جمهوری آذربایجان حمله کرده است.",
         Said("RUS.GOV", "باکو گزارش داده است … حمله کرده است"),
         Said("AZE.GOV", "ارمنستان به جمهوری آذربایجان … حمله کرده است")),
    case("the foreign minister of Turkey said that according to the government of Iraq, Israel attacked Syria",
         "وزیر خارجه ترکیه گفت به گفته دولت عراق، اسرائیل به سوریه حمله کرده است.",
         Said("TUR.GOV", "به گفته دولت عراق … حمله کرده است"), Said("IRQ.GOV", "اسرائیل به سوریه … حمله کرده است")),
])
def test_a_statement_within_a_statement_has_its_own_entry(text: str, wanted: list[Said]) -> None:
    """Both speakers have a statement, and the inner one stands within the outer one."""
    assert heard(statements(text), wanted) == wanted
    outer, inner = coded(text).statements
    assert (outer.within, inner.within) == (None, outer.id)


@pytest.mark.parametrize(("text", "wanted"), [
    case("Russia warned that if the blockade goes on it attacks Ukraine",
         "روسیه هشدار داد در صورت ادامه محاصره به اوکراین حمله می‌کند.",
         Told("THREATEN", "RUS", "UKR", "actual", "outlet|RUS")),
    case("Turkey called on Israel to stop the attack on Lebanon",
         "ترکیه از اسرائیل خواست حمله به لبنان را متوقف کند.",
         Told("REQUEST", "TUR", "ISR")),
    case("Moscow threatened Georgia with a military attack", "مسکو گرجستان را به حمله نظامی تهدید کرد.",
         Told("THREATEN", "RUS.GOV", "GEO")),
    case("Beijing asked Delhi not to attack Pakistan", "پکن از دهلی نو خواست به پاکستان حمله نکند.",
         Told("REQUEST", "CHN.GOV", "IND.GOV")),
])
def test_an_attack_asked_for_or_threatened_is_not_coded_again(text: str, wanted: Wanted) -> None:
    """What somebody demands or threatens is that demand or threat alone, never an attack besides."""
    assert noted(events(text), wanted) == wanted

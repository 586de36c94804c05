"""What the verb lexicon makes of single words and of the verb groups of sentences."""

from pathlib import Path

import pytest

import rasad
from rasad.stages.read.verbs import Verb, VerbLexicon, load_verbs

PACK = Path(rasad.__file__).parent / "packs" / "fa"


@pytest.fixture(scope="module")
def lexicon() -> VerbLexicon:
    return load_verbs(PACK)


def only(lexicon: VerbLexicon, sentence: str) -> Verb:
    """The one verb of a sentence."""
    verbs = lexicon.groups(sentence.split())
    assert len(verbs) == 1, verbs
    return verbs[0]


def last(lexicon: VerbLexicon, sentence: str) -> Verb:
    """The last verb of a sentence."""
    return lexicon.groups(sentence.split())[-1]


def lemmas(lexicon: VerbLexicon, sentence: str) -> list[str]:
    """The infinitives of the verbs of a sentence, left to right."""
    return [verb.lemma for verb in lexicon.groups(sentence.split())]


# ---- single words


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("گفتند", "گفتن", "past"),
        ("می‌گوید", "گفتن", "present"),
        ("میگوید", "گفتن", "present"),
        ("می‌رفت", "رفتن", "imperfect"),
        ("بگوید", "گفتن", "subjunctive"),
        ("گفته‌اند", "گفتن", "perfect"),
        ("شده‌است", "شدن", "perfect"),
        ("کشته", "کشتن", "participle"),
        ("کشتن", "کشتن", "infinitive"),
        ("بنشینید", "نشستن", "subjunctive"),
        ("برو", "رفتن", "imperative"),
    ],
)
def test_a_form_is_traced_to_its_infinitive(lexicon: VerbLexicon, word: str, lemma: str, form: str) -> None:
    """The first reading of a verb form names its infinitive and what form it is."""
    first = lexicon.analyse(word)[0]
    assert (first.lemma, first.form) == (lemma, form)


@pytest.mark.parametrize("word", ["نمی‌گوید", "نگفت", "نگوید", "نیامد", "نیاید", "نیفتاد", "نگفته‌اند", "نمیداند"])
def test_negation_is_seen_in_every_form(lexicon: VerbLexicon, word: str) -> None:
    """A negated form is marked as negated, whatever the vowel behind ن becomes."""
    assert lexicon.analyse(word)[0].negated


@pytest.mark.parametrize(
    ("word", "person", "plural"),
    [("رفتم", 1, False), ("می‌روی", 2, False), ("رفت", 3, False), ("رفتیم", 1, True), ("می‌روید", 2, True),
     ("رفته‌اند", 3, True)],
)
def test_person_and_number_follow_from_the_ending(
    lexicon: VerbLexicon, word: str, person: int, plural: bool  # noqa: FBT001
) -> None:
    """Each personal ending gives its person and number."""
    first = lexicon.analyse(word)[0]
    assert (first.person, first.plural) == (person, plural)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("برمی‌گردد", "برگشتن"), ("برنگشته‌اند", "برگشتن"), ("درنیامد", "درآمدن"), ("بازنمی‌گردند", "بازگشتن"),
     ("فراخواند", "فراخواندن"), ("فروپاشید", "فروپاشیدن"), ("دربیاورد", "درآوردن")],
)
def test_a_prefixed_verb_keeps_its_prefix(lexicon: VerbLexicon, word: str, lemma: str) -> None:
    """The infinitive of a prefixed verb has the prefix, wherever می and ن stand."""
    assert lemma in [form.lemma for form in lexicon.analyse(word)]


@pytest.mark.parametrize("word", ["وادار", "ساز", "گیر", "بازدار"])
def test_a_bare_present_stem_is_no_verb(lexicon: VerbLexicon, word: str) -> None:
    """A present stem without marker or ending is some other word."""
    assert lexicon.analyse(word) == ()


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("میگه", "گفتن"), ("میشه", "شدن"), ("نمیشه", "شدن"), ("بشه", "شدن"), ("می‌خواد", "خواستن"),
     ("میدونن", "دانستن"), ("میاد", "آمدن"), ("میرسونه", "رساندن"), ("می‌تونست", "توانستن")],
)
def test_spoken_forms_are_verbs_too(lexicon: VerbLexicon, word: str, lemma: str) -> None:
    """The spoken spelling of a form leads to the same infinitive."""
    assert lexicon.analyse(word)[0].lemma == lemma


def test_an_object_pronoun_leaves_the_verb_a_verb(lexicon: VerbLexicon) -> None:
    """«کشتندش» (they killed him) is a form of the verb, its pronoun left aside."""
    assert lexicon.analyse("کشتندش")[0].lemma == "کشتن"


@pytest.mark.parametrize("word", ["مردم", "همیشه", "درباره", "میان", "بدون", "نان", "دوم", "کشور", "نمونه"])
def test_common_words_are_no_verbs_in_a_sentence(lexicon: VerbLexicon, word: str) -> None:
    """A common word that looks like a verb form makes no verb group."""
    assert lemmas(lexicon, f"این {word} شهر است") == ["بودن"]


# ---- tenses in groups


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("ارتش شهر را گرفت", "past"),
        ("ارتش شهر را می‌گرفت", "imperfect"),
        ("ارتش شهر را می‌گیرد", "present"),
        ("ارتش شهر را گرفته است", "perfect"),
        ("ارتش شهر را گرفته بود", "pluperfect"),
        ("ارتش شهر را خواهد گرفت", "future"),
        ("ارتش شهر را بگیرد", "subjunctive"),
        ("ارتش شهر را گرفته باشد", "subjunctive"),
        ("سرباز دارد می‌رود", "progressive"),
    ],
)
def test_each_tense_has_its_name(lexicon: VerbLexicon, sentence: str, tense: str) -> None:
    """A verb group says its tense, auxiliaries counted in."""
    assert only(lexicon, sentence).tense == tense


def test_a_group_holds_all_its_auxiliaries(lexicon: VerbLexicon) -> None:
    """«کشته نشده بودند» (had not been killed) is one group from the participle to the last word."""
    verb = only(lexicon, "سربازان در آن نبرد کشته نشده بودند .")
    assert (verb.first, verb.last) == (4, 6)
    assert (verb.lemma, verb.tense, verb.passive, verb.negated) == ("کشتن", "pluperfect", True, True)


def test_the_future_takes_its_negation_from_the_auxiliary(lexicon: VerbLexicon) -> None:
    """«نخواهند پذیرفت» (they will not accept) is a negated future of the main verb."""
    verb = only(lexicon, "آنها شرط را نخواهند پذیرفت")
    assert (verb.lemma, verb.tense, verb.negated, verb.plural) == ("پذیرفتن", "future", True, True)


def test_a_marker_written_apart_belongs_to_its_verb(lexicon: VerbLexicon) -> None:
    """«می شود» with a space is one group of two words."""
    verb = only(lexicon, "جلسه فردا برگزار می شود")
    assert (verb.first, verb.last, verb.tense) == (3, 4, "present")


@pytest.mark.parametrize("sentence", ["او به کشور بر می گردد", "او به کشور بر خواهد گشت", "او به کشور برخواهد گشت"])
def test_a_prefix_written_apart_belongs_to_its_verb(lexicon: VerbLexicon, sentence: str) -> None:
    """A prefix apart from its verb, or on the auxiliary, still makes the prefixed verb."""
    assert only(lexicon, sentence).lemma == "برگشتن"


def test_unreal_past_after_a_condition(lexicon: VerbLexicon) -> None:
    """Imperfects in «اگر حمله می‌کرد …» (had it attacked) are unreal."""
    verbs = lexicon.groups(["اگر", "دشمن", "حمله", "می\u200cکرد", "ما", "پاسخ", "می\u200cدادیم"])
    assert [verb.tense for verb in verbs] == ["conditional-past", "conditional-past"]


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [("ارتش آنها را بازگرداند", "past"), ("ارتش تلاش می‌کند تا آنها را بازگرداند", "subjunctive")],
)
def test_a_form_of_two_moods_is_what_its_clause_wants(lexicon: VerbLexicon, sentence: str, tense: str) -> None:
    """«بازگرداند» (brought back, may bring back) is a subjunctive where a purpose or a modal governs it."""
    assert last(lexicon, sentence).tense == tense


# ---- passives


@pytest.mark.parametrize(
    ("sentence", "lemma", "compound"),
    [
        ("دو سرباز کشته شدند", "کشتن", ""),
        ("مجروحان فرستاده خواهند شد", "فرستادن", ""),
        ("خبرنگار بازداشت شد", "شدن", "بازداشت"),
        ("نشست برگزار نشد", "شدن", "برگزار"),
        ("عملیات از سر گرفته شده است", "گرفتن", "از سر"),
        ("پل منهدم گردید", "گردیدن", "منهدم"),
    ],
)
def test_passives(lexicon: VerbLexicon, sentence: str, lemma: str, compound: str) -> None:
    """A participle with شدن, and a compound that شدن turns round, are passive."""
    verb = only(lexicon, sentence)
    assert (verb.lemma, verb.compound, verb.passive) == (lemma, compound, True)


@pytest.mark.parametrize("sentence", ["توافق انجام شد", "وزیر موفق شد", "نیروها وارد شهر شدند", "رئیس‌جمهور خشمگین شد"])
def test_becoming_is_not_passive(lexicon: VerbLexicon, sentence: str) -> None:
    """What somebody or something becomes of itself is no passive."""
    assert not only(lexicon, sentence).passive


def test_the_shared_auxiliary_of_two_passives(lexicon: VerbLexicon) -> None:
    """In «ده نفر کشته و سه نفر زخمی شدند» the killed have a verb of their own, in the same tense."""
    first, second = lexicon.groups(["در", "انفجار", "ده", "نفر", "کشته", "و", "سه", "نفر", "زخمی", "شدند"])
    assert (first.lemma, first.passive, first.tense) == ("کشتن", True, "past")
    assert second.compound == "زخمی"


# ---- compounds


@pytest.mark.parametrize(
    ("sentence", "compound"),
    [
        ("ارتش به شهر حمله کرد", "حمله"),
        ("ارتش حمله‌ای به شهر کرد", "حمله"),
        ("ارتش حمله سنگینی به مواضع دشمن کرد", "حمله"),
        ("ارتش به شهر حمله نخواهد کرد", "حمله"),
        ("سه مرزبان به شهادت رسیدند", "به شهادت"),
        ("کاروان مورد حمله قرار گرفت", "مورد حمله قرار"),
        ("آنها کنترل شهر را از دست دادند", "از دست"),
        ("نیروها دست به عقب‌نشینی زدند", "دست"),
        ("دولت خواستار پایان فوری درگیری در مرزها شد", "خواستار"),
        ("ارتش قصد حمله به شهر را ندارد", "قصد"),
    ],
)
def test_the_element_of_a_compound_is_found(lexicon: VerbLexicon, sentence: str, compound: str) -> None:
    """The noun or phrase that makes one predicate with the verb is named, next to it or far from it."""
    assert only(lexicon, sentence).compound == compound


def test_the_index_of_the_element_is_that_of_its_last_word(lexicon: VerbLexicon) -> None:
    """`noun` points at the last word of the element in the sentence."""
    assert only(lexicon, "وی گزارش را در نظر گرفت").noun == 4


def test_the_object_is_no_element(lexicon: VerbLexicon) -> None:
    """Nothing before «را» is taken for the element of a compound."""
    assert only(lexicon, "ارتش حمله را دید").compound == ""


def test_a_noun_that_looks_like_a_verb_belongs_to_the_verb_after_it(lexicon: VerbLexicon) -> None:
    """«شکست خورد» (was defeated) is one verb, not two."""
    verb = only(lexicon, "مذاکرات شکست خورد")
    assert (verb.lemma, verb.compound) == ("خوردن", "شکست")


def test_an_earlier_conjunct_shares_the_verb(lexicon: VerbLexicon) -> None:
    """«را متوقف و از مرز عقب‌نشینی کند» has a stopping too, its verb at «و»."""
    first, second = lexicon.groups(["دشمن", "باید", "حملات", "را", "متوقف", "و", "از", "مرز", "عقب\u200cنشینی", "کند"])
    assert (first.compound, first.first, first.tense, first.modal) == ("متوقف", 5, "subjunctive", "must")
    assert second.compound == "عقب‌نشینی"


@pytest.mark.parametrize(
    ("sentence", "compound"),
    [("سازمان ملل ابراز نگرانی کرد", "ابراز"), ("مجلس از طرح حمایت قاطع کرد", "حمایت")],
)
def test_what_completes_the_element_is_not_taken_for_it(lexicon: VerbLexicon, sentence: str, compound: str) -> None:
    """Between element and verb may stand a noun that completes it or an adjective."""
    assert only(lexicon, sentence).compound == compound


# ---- words that look like verbs


@pytest.mark.parametrize(
    "sentence",
    [
        "دو کشته و سه زخمی بر جای ماند",
        "رفت و آمد در شهر ممنوع شد",
        "گفت و گو با همسایگان آغاز شد",
        "نشست سران برگزار شد",
        "در سال گذشته جنگ آغاز شد",
        "به گفته سخنگو جنگ پایان یافت",
        "دارایی‌های مسدود شده کشور آزاد شد",
        "برخورد نیروها با معترضان محکوم شد",
        "خواست مردم روشن است",
    ],
)
def test_nouns_and_adjectives_are_no_verbs(lexicon: VerbLexicon, sentence: str) -> None:
    """Only the last word of each of these is a verb that makes a clause."""
    verb = only(lexicon, sentence)
    assert verb.last == len(sentence.split()) - 1


def test_an_ambiguous_word_is_a_verb_after_the_object(lexicon: VerbLexicon) -> None:
    """«شکست» (broke) is a verb behind «را» and before a boundary."""
    assert only(lexicon, "ارتش محاصره شهر را شکست .").lemma == "شکستن"


def test_adjectives_and_infinitives_are_given_apart(lexicon: VerbLexicon) -> None:
    """Forms that make no clause come from `nominals`, not from `groups`."""
    words = ["کشته", "شدن", "دو", "سرباز", "و", "دارایی\u200cهای", "مسدود", "شده", "موضوع", "نشست", "بود"]
    assert [verb.tense for verb in lexicon.nominals(words)] == ["infinitive", "adjective"]
    assert lexicon.nominals(words)[0].passive
    assert [verb.lemma for verb in lexicon.groups(words)] == ["بودن"]


# ---- participles without auxiliary


def test_a_chain_link_takes_the_tense_of_the_verb_that_ends_it(lexicon: VerbLexicon) -> None:
    """«وارد شهر شده و …» is a verb without an ending of its own."""
    first, second = lexicon.groups(["هیئت", "به", "پایتخت", "رفته", "و", "با", "وزیر", "دیدار", "خواهد", "کرد"])
    assert (first.lemma, first.finite, first.tense) == ("رفتن", False, "future")
    assert second.finite


def test_ellipsis_of_the_auxiliary_is_a_perfect(lexicon: VerbLexicon) -> None:
    """«اعلام کرده که» (has announced that) is finite without است."""
    verb = lexicon.groups(["وزارتخانه", "اعلام", "کرده", "که", "مرز", "بسته", "است"])[0]
    assert (verb.tense, verb.finite, verb.compound) == ("perfect", True, "اعلام")


def test_a_participle_at_the_end_is_a_perfect(lexicon: VerbLexicon) -> None:
    """A sentence may end in a participle: «… را سرنگون کرده» (has shot down)."""
    assert only(lexicon, "سپاه پهپاد را سرنگون کرده .").tense == "perfect"


# ---- modals


@pytest.mark.parametrize(
    ("sentence", "modal"),
    [
        ("ارتش باید عقب‌نشینی کند", "must"),
        ("شاید فردا حمله کنند", "may"),
        ("ممکن است جنگ آغاز شود", "may"),
        ("ارتش می‌تواند به شهر حمله کند", "can"),
        ("دشمن می‌خواهد به شهر حمله کند", "want"),
        ("ارتش تلاش می‌کند شهر را بگیرد", "attempt"),
        ("قرار است فردا مذاکره کنند", "decide"),
    ],
)
def test_a_modal_colours_the_verb_it_governs(lexicon: VerbLexicon, sentence: str, modal: str) -> None:
    """The governed verb carries the kind of its modal."""
    assert last(lexicon, sentence).modal == modal


def test_negation_of_the_modal_reaches_the_verb(lexicon: VerbLexicon) -> None:
    """«نمی‌تواند حمله کند» (cannot attack) denies the attack."""
    assert last(lexicon, "ارتش نمی‌تواند به شهر حمله کند").negated


def test_a_demand_is_no_wish_of_the_speaker(lexicon: VerbLexicon) -> None:
    """«از دولت خواست … پایان دهد» (asked the government to end) puts no modal on the demanded act."""
    assert last(lexicon, "سازمان ملل از دولت خواست به درگیری پایان دهد").modal == ""


def test_a_modal_with_the_short_infinitive(lexicon: VerbLexicon) -> None:
    """«می‌توان گفت» (one can say) is no past."""
    verb = only(lexicon, "اکنون می‌توان گفت")
    assert (verb.tense, verb.modal) == ("present", "can")


def test_a_modal_ends_with_its_clause(lexicon: VerbLexicon) -> None:
    """The modal of one verb does not reach the next statement."""
    assert last(lexicon, "ارتش باید عقب‌نشینی کند زیرا مردم نگران هستند").modal == ""


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("به این نشانی مراجعه کنید", "imperative"),
        ("از شهر بیرون نروید", "imperative"),
        ("اگر به شهر بروید", "subjunctive"),
    ],
)
def test_a_second_person_that_nothing_governs_is_a_command(lexicon: VerbLexicon, sentence: str, tense: str) -> None:
    """«مراجعه کنید» (apply to …) is an imperative unless a conjunction or modal stands before it."""
    assert last(lexicon, sentence).tense == tense


# ---- copulas


@pytest.mark.parametrize("sentence", ["آنها آماده مذاکره‌اند", "مقام‌ها معتقدند", "مرز بسته نیست", "وضعیت آرام می‌باشد"])
def test_the_copula_in_all_its_shapes(lexicon: VerbLexicon, sentence: str) -> None:
    """Free and enclitic forms of «be» are forms of بودن."""
    assert only(lexicon, sentence).lemma == "بودن"

"""Agreements are found by name and by description, and only where one is meant."""

from pathlib import Path

import pytest

import rasad
from rasad.stages.find.agreements import Agreement, AgreementLexicon, find_agreements, load_agreements

PACK = Path(rasad.__file__).parent / "packs" / "fa"


@pytest.fixture(scope="module")
def lexicon() -> AgreementLexicon:
    return load_agreements(PACK)


def mentions(sentence: str, lexicon: AgreementLexicon, published: str = "") -> list[tuple[str, str]]:
    words = sentence.split()
    return [(" ".join(words[a.first:a.last + 1]), a.kind) for a in find_agreements(words, lexicon, published)]


def only(sentence: str, lexicon: AgreementLexicon, published: str = "") -> Agreement:
    (found,) = find_agreements(sentence.split(), lexicon, published)
    return found


@pytest.mark.parametrize(("sentence", "mention", "kind"), [
    # "the two sides signed the nuclear agreement with Iran"
    ("دو طرف توافق هسته‌ای با ایران را امضا کردند", "توافق هسته‌ای با ایران", "agreement"),
    # "the ceasefire between Armenia and Azerbaijan was broken"
    ("آتش‌بس میان ارمنستان و آذربایجان شکسته شد", "آتش‌بس میان ارمنستان و آذربایجان", "ceasefire"),
    # "Resolution 1701 of the Security Council must be observed"
    ("قطعنامه ۱۷۰۱ شورای امنیت باید رعایت شود", "قطعنامه ۱۷۰۱ شورای امنیت", "resolution"),
    # "the foreign minister read out the joint statement"
    ("وزیر خارجه بیانیه مشترک را قرائت کرد", "بیانیه مشترک", "agreement"),
    # "Cairo rejected the twenty-article peace plan"
    ("قاهره طرح صلح ۲۰ ماده‌ای را رد کرد", "طرح صلح ۲۰ ماده‌ای", "plan"),
    # "Paris left the open skies treaty"
    ("پاریس از پیمان آسمان‌های باز خارج شد", "پیمان آسمان‌های باز", "treaty"),
    # "the memorandum of understanding of Tehran and Baghdad"
    ("یادداشت تفاهم تهران و بغداد امضا شد", "یادداشت تفاهم تهران و بغداد", "agreement"),
])
def test_a_description_is_found_with_all_that_belongs_to_it(sentence: str, mention: str, kind: str,
                                                            lexicon: AgreementLexicon) -> None:
    """The mention runs from the noun of agreement to the last word that describes it."""
    assert mentions(sentence, lexicon) == [(mention, kind)]


@pytest.mark.parametrize("sentence", [
    "دو کشور درباره مرز توافق کردند",  # the two countries agreed
    "دو طرف به توافق رسیدند",  # came to an agreement
    "هنوز به توافق نهایی نرسیده‌اند",  # have not yet come to a final agreement
    "برای دستیابی به توافق تلاش می‌کنند",  # they strive for an agreement
    "هیچ توافقی در کار نیست",  # there is no agreement
    "وزارت خارجه بیانیه صادر کرد",  # the ministry issued a statement
    "دولت طرح مسکن را اجرا می‌کند",  # the government carries out the housing plan
    "بازیکن با باشگاه قرارداد بست",  # the player signed with the club
    "کشورهای هم پیمان عربستان",  # the countries allied with Saudi Arabia
])
def test_what_only_sounds_like_an_agreement_is_left_out(sentence: str, lexicon: AgreementLexicon) -> None:
    """A verb, an outcome still sought, a denial and an everyday plan or contract are no agreements."""
    assert mentions(sentence, lexicon) == []


def test_a_bare_noun_counts_where_only_something_concluded_fits(lexicon: AgreementLexicon) -> None:
    """After «breach of» and after a demonstrative, «agreement» alone is an agreement."""
    assert mentions("نقض توافق پیامد دارد", lexicon) == [("توافق", "agreement")]
    assert mentions("این توافق سال گذشته شکل گرفت", lexicon) == [("توافق", "agreement")]


def test_an_adjective_in_the_predicate_is_not_part_of_the_mention(lexicon: AgreementLexicon) -> None:
    """In «the agreement with Iran is good» the adjective tells what it is, not which one."""
    assert mentions("توافق با ایران خوب است", lexicon) == [("توافق با ایران", "agreement")]


def test_spelling_makes_no_difference(lexicon: AgreementLexicon) -> None:
    """Spaces for half-spaces and Arabic letters lead to the same agreement."""
    assert only("پيمان آسمان هاي باز", lexicon).known == only("پیمان آسمان‌های باز", lexicon).known == "open-skies-1992"


def test_the_possible_and_the_new_are_open(lexicon: AgreementLexicon) -> None:
    """A possible or indefinite agreement is marked open and linked to nothing."""
    for sentence in ("توافق هسته‌ای احتمالی با ایران", "یک توافق هسته‌ای با ایران"):
        found = only(sentence, lexicon, "2016-01-10")
        assert (found.open, found.known) == (True, "")


def test_numbers_and_parties_are_told(lexicon: AgreementLexicon) -> None:
    """What a mention says of number and parties is kept with it."""
    assert only("قطعنامه ۲۲۱۶ شورای امنیت", lexicon).numbers == (2216,)
    codes = {code for _, code in only("آتش‌بس میان ارمنستان و آذربایجان", lexicon).parties}
    assert codes == {"ARM", "AZE"}

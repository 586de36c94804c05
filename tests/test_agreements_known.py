"""Mentions are linked to known agreements by name, number, words, parties and time."""

import re
from pathlib import Path

import pytest

import rasad
from rasad.language.tables import rows, values
from rasad.stages.find.agreement_references import Reference, merge_agreements
from rasad.stages.find.agreements import AgreementLexicon, find_agreements, load_agreements

PACK = Path(rasad.__file__).parent / "packs" / "fa"
KINDS = {"agreement", "ceasefire", "resolution", "treaty", "plan"}


@pytest.fixture(scope="module")
def lexicon() -> AgreementLexicon:
    return load_agreements(PACK)


def references(text: str, lexicon: AgreementLexicon, published: str = "") -> list[Reference]:
    found = [a for line in text.split("\n") for a in find_agreements(line.split(), lexicon, published)]
    return merge_agreements(found, lexicon, published)


@pytest.mark.parametrize(("mention", "published", "known"), [
    ("برجام", "2018-05-09", "jcpoa"),
    ("توافق هسته‌ای ایران", "2017-01-01", "jcpoa"),
    ("قطعنامه ۵۹۸", "2003-07-20", "res-598"),
    ("قطعنامه شماره ۱۵۵۹ شورای امنیت", "2005-03-01", "res-1559"),
    ("قرارداد ۱۹۷۵ الجزایر", "2008-01-11", "algiers-1975"),
    ("توافق سه‌جانبه قره‌باغ", "2023-09-19", "karabakh-ceasefire-2020"),
    ("توافقنامه دوحه", "2020-11-01", "us-taliban-doha-2020"),
    ("پیمان ابراهیم", "2021-01-01", "abraham-accords-2020"),
    ("طرح نقشه راه", "2003-05-10", "road-map-2003"),
    ("آتش‌بس میان هند و پاکستان", "2025-05-12", "india-pakistan-ceasefire-2025"),
    ("معاهده «ان‌پی‌تی»", "2010-01-01", "npt"),
])
def test_a_description_leads_to_the_agreement_it_describes(mention: str, published: str, known: str,
                                                           lexicon: AgreementLexicon) -> None:
    """Name, number, key words and parties each lead to the one agreement of the table."""
    spaced = re.sub("([«»])", r" \1 ", mention)
    assert [r.known for r in references(spaced, lexicon, published)] == [known]


@pytest.mark.parametrize(("mention", "early", "late"), [
    ("توافقنامه پاریس", ("2005-01-31", "paris-2004"), ("2019-11-05", "paris-climate-2015")),
    ("آتش‌بس در غزه", ("2014-09-10", "gaza-ceasefire-2014"), ("2025-12-01", "gaza-ceasefire-2025-10")),
])
def test_the_day_of_the_report_tells_bearers_of_one_name_apart(mention: str, early: tuple[str, str],
                                                               late: tuple[str, str],
                                                               lexicon: AgreementLexicon) -> None:
    """Of several agreements that fit, the youngest one that the report can know is meant."""
    for published, known in (early, late):
        assert [r.known for r in references(mention, lexicon, published)] == [known]


def test_nothing_is_linked_to_the_future(lexicon: AgreementLexicon) -> None:
    """A nuclear agreement spoken of in 2006 is not the one of 2015."""
    assert [r.known for r in references("مفاد توافق هسته‌ای ایران", lexicon, "2006-02-01")] == [""]


def test_a_resolution_of_an_unknown_number_stays_unlinked(lexicon: AgreementLexicon) -> None:
    """A number that is not in the table is linked to no other resolution."""
    assert [r.known for r in references("قطعنامه ۹۹۹۹ شورای امنیت", lexicon, "2020-01-01")] == [""]


def test_a_report_refers_to_an_agreement_once(lexicon: AgreementLexicon) -> None:
    """A bare «this resolution» and the fuller mention are one reference, shown at its fullest."""
    text = "نقض این قطعنامه پیامد دارد\nقطعنامه ۲۲۳۱ شورای امنیت سازمان ملل روشن است"
    found = references(text, lexicon, "2020-05-01")
    assert [(r.known, r.mention, r.members, r.date) for r in found] == [("res-2231", 1, (0, 1), "2015-07-20")]


def test_different_parties_are_different_agreements(lexicon: AgreementLexicon) -> None:
    """Ceasefires of other parties stay apart."""
    text = "آتش‌بس میان ارمنستان و آذربایجان برقرار است\nآتش‌بس میان سوریه و ترکیه نقض شد"
    assert len(references(text, lexicon)) == 2


def test_a_bare_noun_goes_back_to_the_agreement_just_named(lexicon: AgreementLexicon) -> None:
    """After «the Doha agreement», «this agreement» is no second one."""
    found = references("توافق دوحه امضا شد\nنقض این توافق پیامد دارد", lexicon, "2020-11-08")
    assert [(r.known, r.mention, r.members) for r in found] == [("us-taliban-doha-2020", 0, (0, 1))]


def test_a_document_and_an_agreement_stay_two_references_to_one_known(lexicon: AgreementLexicon) -> None:
    """«The trilateral documents» and «the trilateral agreements» are counted apart and linked to the same entry."""
    text = "اسناد سه‌جانبه میان روسیه ، ارمنستان و آذربایجان\nتوافق‌های سه‌جانبه درباره قره‌باغ\nمفاد این اسناد سه‌جانبه"
    found = references(text, lexicon, "2023-09-19")
    assert [(r.known, r.members) for r in found] == [("karabakh-ceasefire-2020", (0, 2)),
                                                     ("karabakh-ceasefire-2020", (1,))]


def test_a_party_alone_is_linked_to_nothing_by_what_stands_around(lexicon: AgreementLexicon) -> None:
    """«The agreement with Iran» in a sentence that names Obama elsewhere is not his agreement."""
    assert [r.known for r in references("اوباما گفت مفاد توافق با ایران را نخوانده است", lexicon, "2026-06-17")] == [""]


def test_every_known_agreement_is_complete_and_single() -> None:
    """Ids are unique, kinds are of the five, dates are EDTF, and each can be recognised by a name or by words."""
    table = list(rows(PACK / "agreements.tsv"))
    assert len(table) >= 110
    assert len({row["id"] for row in table}) == len(table)
    for row in table:
        assert row["kind"] in KINDS, row["id"]
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["date"]), row["id"]
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]{1,4}", code) for code in row["parties"].split()), row["id"]
        assert values(row, "fa") or values(row, "words"), row["id"]


def test_tables_are_written_in_clean_persian() -> None:
    """No Arabic letter and no ASCII or Arabic digit stands in a Persian cell."""
    for name in ("agreements.tsv", "agreement_nouns.tsv", "agreement_words.tsv"):
        for row in rows(PACK / name):
            for column in ("fa", "words", "with"):
                assert not re.search("[يكى0-9٠-٩]", row.get(column, "")), (name, row)


def test_every_name_of_the_table_is_found(lexicon: AgreementLexicon) -> None:
    """Each name that stands alone is found as one agreement of the right kind or of its namesake."""
    for row in rows(PACK / "agreements.tsv"):
        for name in values(row, "fa"):
            assert [r.known for r in references(name, lexicon)] != [], name

"""`import rasad` offers a few flat names, loads nothing until one is used, and names languages rightly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES, SENTENCE

import rasad
from rasad.language.detect import language_of
from rasad.pack import PACKS
from rasad.records import Report

FOLDER = PACKS / "fa"


def test_every_public_name_is_there_and_no_other() -> None:
    """`__all__` is what can be had, and what `dir` shows."""
    assert dir(rasad) == sorted(rasad.__all__)
    assert all(getattr(rasad, name) is not None for name in rasad.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name the package does not offer is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'fly'"):
        _ = rasad.fly


def test_importing_loads_nothing() -> None:
    """Importing the package loads no table, no stage and no command line."""
    script = "import sys, rasad; print([m for m in sys.modules if m.startswith('rasad.')])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == (
        "['rasad.compiled']\n")


def test_text_fields_and_reports_are_coded_alike() -> None:
    """A text, a dict of fields and a Report of the same content give the same coding."""
    day = "2023-09-19"
    whole = rasad.code(Report(SENTENCE, published=day))
    assert whole.events
    assert rasad.code(SENTENCE, published=day) == whole == rasad.code({"text": SENTENCE, "published": day})


def test_a_repaired_text_leads_back() -> None:
    """`rasad.repair` gives the readable text, and the way back to what was written."""
    repaired = rasad.repair("گفت ميدهيم")
    at = repaired.text.index("می‌دهیم")
    start, end = repaired.span(at, at + len("می‌دهیم"))
    assert repaired.original[start:end] == "ميدهيم"


def test_a_folder_of_ones_own_is_read(tmp_path: Path) -> None:
    """`lexicon` names a folder whose entries count beside the package's."""
    (tmp_path / "groups.tsv").write_text("id\tcode\tname\tfa\ngroup:sun\tARM.REB\tSun\tجنبش آفتاب‌گردان\n",
                                         encoding="utf-8")
    coded = rasad.code("جنبش آفتاب‌گردان به روسیه حمله کرد.", lexicon=tmp_path)
    assert "ARM.REB" in {actor.code for actor in coded.actors}


@pytest.mark.parametrize(("text", "language"), [
    (SENTENCE, "fa"),
    ("وزیر خارجه چین", "fa"),
    ("سخنگوي وزارت خارجه روسيه گفت كه اين خبر صحت ندارد", "fa"),
    ("🔴 فوری: ترامپ وارد پکن شد", "fa"),
    ("کابل کې د بهرنیو چارو وزارت وویل چې دوی به سره خبرې وکړي", "ps"),
    ("وزیر خارجہ نے کہا کہ مذاکرات ناکام ہو گئے ہیں", "ur"),
    ("قال وزير الخارجية إن المفاوضات فشلت", "ar"),
    ("عاجل: غارة على الضاحية الجنوبية", "ar"),
    ("وەزیری دەرەوە ڕایگەیاند کە دانوستانەکان شکستیان هێنا", "ckb"),
    ("The foreign minister said the talks had failed", "en"),
    ("Глава МИД заявил, что переговоры провалились", "ru"),
    ("Вазири хориҷа гуфт, ки музокирот ноком шуд", "tg"),
    ("Le ministre des Affaires étrangères a dit que les pourparlers ont échoué dans la nuit", "fr"),
    ("שר החוץ אמר כי השיחות נכשלו", "he"),
    ("https://example.org/a @channel #tag", "und"),
    ("123 🔴 …", "und"),
])
def test_a_language_is_told_by_letters_and_words(text: str, language: str) -> None:
    """Persian is known in any spelling and at any length, and its neighbours are not taken for it."""
    assert language_of(text, FOLDER) == language


def test_what_the_report_says_of_its_language_counts() -> None:
    """A language that is told is believed, regional forms of Persian included."""
    assert rasad.code(Report(SENTENCE, language="en")).report.language == "en"
    assert not rasad.code(Report(SENTENCE, language="en")).events
    assert rasad.code(Report(SENTENCE, language="fa-AF")).events


def test_persian_with_some_latin_is_persian() -> None:
    """Links, handles and quoted Latin names beside a Persian sentence do not hide it."""
    text = f"{SENTENCE} Reuters, The New York Times https://example.org/the/of/and @Channel"
    assert language_of(text, FOLDER) == "fa"


def test_chance_has_no_say(tmp_path: Path) -> None:
    """The same reports come out byte for byte the same whatever order Python gives to sets."""
    path = tmp_path / "invented.txt"
    text = "دو جاسوس مشترک سیا و موساد اعدام شدند. به گفته مقام‌ها یکی از آنان سال‌ها در پایتخت می‌زیست."
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "rasad", "code", "--published", "2026-05-11", str(SAMPLES), str(path)]
    told = {subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
            for seed in ("0", "1", "2", "3")}
    assert len(told) == 1

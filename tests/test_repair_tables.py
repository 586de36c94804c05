"""The tables of repair are tidy: an analyst's slip is found before a user finds it."""

from collections import Counter
from pathlib import Path

import pytest

import rasad
from rasad.stages.repair.boilerplate import marks

PACK = Path(rasad.__file__).parent / "packs" / "fa"
HALF_SPACE = "\u200c"


def rows(name: str) -> list[list[str]]:
    lines = (PACK / name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]


def test_every_form_stands_once() -> None:
    """No form of words.tsv is listed twice, not even with other half-spaces."""
    seen = Counter(row[0].replace(HALF_SPACE, "").replace(" ", "") for row in rows("words.tsv"))
    assert [form for form, count in seen.items() if count > 1] == []


def test_forms_have_a_count_and_a_known_note() -> None:
    """Each row of words.tsv is a form, a count and perhaps a note."""
    wrong = [row for row in rows("words.tsv") if not row[1].isdigit() or row[2:] not in ([], ["apart"], ["graded"])]
    assert wrong == []


def test_forms_are_written_in_the_clean_way() -> None:
    """No form has Arabic letters, or a half-space at an edge or doubled."""
    forms = [row[0] for row in rows("words.tsv")]
    arabic = [form for form in forms if set(form) & set("يكىة\u0640")]
    loose = [form for form in forms if form != form.strip(HALF_SPACE) or HALF_SPACE * 2 in form]
    assert (arabic, loose) == ([], [])


@pytest.mark.parametrize("glued", ["میشود", "میکند", "کتابهای", "شرکتها", "آتشبس", "دراین", "گفتهاند"])
def test_damage_is_not_listed_as_a_word(glued: str) -> None:
    """A damaged spelling is no word, however frequent it is."""
    assert glued not in {row[0] for row in rows("words.tsv")}


def test_every_kind_of_affix_stands_once() -> None:
    """Each kind of affixes.tsv has one row of two cells."""
    table = rows("affixes.tsv")
    assert all(len(row) == 2 for row in table)
    assert max(Counter(row[0] for row in table).values()) == 1


def test_every_phrase_of_boilerplate_is_found() -> None:
    """Each phrase of boilerplate.tsv marks itself at the place its row names."""
    lost = []
    for kind, _, phrases in rows("boilerplate.tsv"):
        for phrase in phrases.split("|"):
            text = f"یک جمله.\n{phrase}"
            if (kind, text.index(phrase)) not in [(mark.kind, mark.start) for mark in marks(text, PACK)]:
                lost.append(phrase)
    assert lost == []

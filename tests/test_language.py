"""The ground of every look-up: folded spelling, tables, phrases, and the classes of function words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.language.fold import Folds, fold
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.language.tables import TableError, merged, rows, values
from rasad.pack import LANGUAGES, load_pack

LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكةأإؤۀىآ\u200c\u200d\u0640\u064b\u064e۰۱۲٣٤ 0123"
PERSIAN = st.text(alphabet=LETTERS, max_size=12)


@pytest.mark.parametrize(("one", "other"), [
    ("كرملين", "کرملین"),  # Arabic letters
    ("آتش‌بس", "آتشبس"),  # half-space or none
    ("حملۀ", "حمله"),  # he with hamza
    ("حَملِه", "حمله"),  # vowel marks
    ("مســـکو", "مسکو"),  # stretched
    ("۱۲٣", "123"),  # Persian and Arabic digits
    ("مسؤول", "مسوول"),  # hamza on vav
    ("UN", "un"),  # Latin capitals
])
def test_two_spellings_of_a_word_fold_to_one(one: str, other: str) -> None:
    """Letters, half-spaces, marks and digits of different make give the same key."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [
    ("آن", "ان"),  # «that» is not the plural ending
    ("حمله", "حملات"),  # singular and irregular plural
    ("ایران", "ایرن"),
    ("کرد", "گرد"),
])
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    """Folding makes no two words one that differ by a letter."""
    assert fold(one) != fold(other)


@given(PERSIAN)
def test_folding_twice_changes_nothing(word: str) -> None:
    """A key is its own key."""
    assert fold(fold(word)) == fold(word)


@given(PERSIAN)
def test_a_memory_of_folds_gives_what_folding_gives(word: str) -> None:
    """Remembered and fresh folds are the same."""
    assert Folds()[word] == fold(word)


def table(folder: Path, name: str, text: str) -> Path:
    """A table of that text in the folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_are_cells_by_column(tmp_path: Path) -> None:
    """Comments and blank lines are left out, missing cells are empty."""
    path = table(tmp_path, "t.tsv", "id\tname\tnote\n# comment\n\na\tالف\nb\tب\tx\r\n")
    assert list(rows(path)) == [{"id": "a", "name": "الف", "note": ""}, {"id": "b", "name": "ب", "note": "x"}]


def test_a_row_with_too_many_cells_names_the_file_and_the_line(tmp_path: Path) -> None:
    """The error tells where to mend the table."""
    path = table(tmp_path, "t.tsv", "id\tname\na\tb\tc\n")
    with pytest.raises(TableError, match=r"t\.tsv, line 2: 3 cells but 2 columns"):
        list(rows(path))


def test_a_row_of_an_own_folder_takes_the_place_of_the_packs(tmp_path: Path) -> None:
    """Rows of a later folder speak for their key; new keys are added."""
    first, second = tmp_path / "pack", tmp_path / "own"
    for folder, text in ((first, "id\tname\na\told\nb\tkept\n"), (second, "id\tname\na\tnew\nc\tadded\n")):
        folder.mkdir()
        table(folder, "t.tsv", text)
    assert {row["id"]: row["name"] for row in merged("t.tsv", first, second)} == {"a": "new", "b": "kept", "c": "added"}


def test_a_folder_without_the_table_adds_nothing(tmp_path: Path) -> None:
    """An own folder need not hold every table."""
    first, second = tmp_path / "pack", tmp_path / "own"
    first.mkdir()
    second.mkdir()
    table(first, "t.tsv", "id\nx\n")
    assert [row["id"] for row in merged("t.tsv", first, second)] == ["x"]


def test_a_cell_of_several_values_is_parted_by_bars() -> None:
    """Blank values and the blanks around values are nothing."""
    assert values({"fa": "الف | ب||"}, "fa") == ["الف", "ب"]
    assert values({"fa": ""}, "fa") == []


@pytest.mark.parametrize("written", ["آتش‌بس", "آتش بس", "آتشبس"])
def test_a_phrase_is_found_however_its_parts_are_joined(written: str) -> None:
    """Half-space, space and nothing between the parts are the same phrase."""
    phrases: Phrases[str] = Phrases()
    phrases.add("آتش‌بس", "ceasefire")
    keys = [fold(word) for word in written.split()]
    assert phrases.longest(keys, 0, len(keys)) == (len(keys), "ceasefire")


def test_the_longest_phrase_wins() -> None:
    """«The foreign ministry» is found where «the ministry» is a phrase too."""
    phrases: Phrases[str] = Phrases()
    phrases.add("وزارت", "ministry")
    phrases.add("وزارت امور خارجه", "foreign ministry")
    keys = [fold(word) for word in ("وزارت", "امور", "خارجه", "ایران")]
    assert phrases.longest(keys, 0, len(keys)) == (3, "foreign ministry")


def test_a_phrase_that_is_only_begun_is_not_found() -> None:
    """The words of a phrase must all be there, before the stop."""
    phrases: Phrases[str] = Phrases()
    phrases.add("وزارت امور خارجه", "foreign ministry")
    keys = [fold(word) for word in ("وزارت", "امور", "خارجه")]
    assert phrases.longest(keys, 0, 2) is None


def test_endings_belong_to_the_last_word_of_a_phrase() -> None:
    """A phrase with endings is found with each of them and bare."""
    phrases: Phrases[str] = Phrases()
    phrases.add("خبرنگار", "journalist", ("", "ان"))
    found = [phrases.get(fold(word)) for word in ("خبرنگار", "خبرنگاران", "خبرنگارها")]
    assert found == ["journalist", "journalist", None]


@pytest.mark.parametrize(("class_", "word"), [
    ("object", "را"), ("that", "که"), ("and", "و"), ("if", "اگر"), ("colon", ":"), ("comma", "،"), ("stop", "؟"),
    ("pronoun-one", "وی"), ("first-many", "ما"), ("self", "خود"), ("maybe", "شاید"), ("open-quote", "«"),
    ("close-quote", "»"),
])
def test_function_words_are_known_by_class(class_: str, word: str) -> None:
    """The grammar of the Persian pack knows each function word by what it does."""
    assert fold(word) in load_pack("fa").grammar[class_]


@pytest.mark.parametrize(("phrase", "slot"), [
    ("به", "to"), ("از", "from"), ("با", "with"), ("علیه", "against"), ("بر ضد", "against"), ("توسط", "agent"),
    ("از سوی", "agent"), ("به دست", "agent"), ("در", "in"),
])
def test_prepositions_fill_their_slots(phrase: str, slot: str) -> None:
    """Simple and compound prepositions are told by the slot that they fill."""
    keys = [fold(word) for word in phrase.split()]
    assert load_pack("fa").grammar.slots.longest(keys, 0, len(keys)) == (len(keys), slot)


def test_persian_is_a_pack_and_an_unknown_language_is_refused() -> None:
    """Asking for a language without a pack names those that there are."""
    assert "fa" in LANGUAGES
    with pytest.raises(LookupError, match="fa"):
        load_pack("xx")


def test_a_pack_is_the_same_at_every_call() -> None:
    """Tables are read once a process."""
    assert load_pack("fa") is load_pack("fa")


def test_the_digest_of_the_tables_changes_with_an_own_table(tmp_path: Path) -> None:
    """Codings with other tables carry another digest."""
    table(tmp_path, "countries.tsv", "code\tname\tfa\nXXA\tTest\tآزمونستان\n")
    assert load_pack("fa", tmp_path).lexicon != load_pack("fa").lexicon


def test_a_grammar_holds_no_word_of_its_own(tmp_path: Path) -> None:
    """All classes come from the tables: a folder without them knows no class."""
    with pytest.raises(KeyError):
        Grammar(tmp_path)["that"]

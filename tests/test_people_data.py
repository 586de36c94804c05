"""The table of people: its form, its dates and its names.

The table is read here line by line, without the engine, so that a broken row shows up
as a broken row.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

import rasad

TABLE = Path(rasad.__file__).parent / "packs" / "fa" / "people.tsv"
HEADER = ["id", "name", "fa", "terms"]

SECTOR = "GOV|MIL|COP|SPY|LEG|JUD|REB|PTY|CVL|REL|MED|BUS|NGO|EDU|CRM"
BODY = "UN|UNSC|EU|NATO|AU|OSCE|IAEA|ICRC|OIC|GCC|ARAB|CSTO|CIS|SCO|OPEC|G7|G20|ICC|ICJ|IMF|WB|IGO"
# Who holds an office belongs to a sector: a person is never a bare country.
CODE = re.compile(rf"(?:{BODY})(?:\.(?:{SECTOR}))?|[A-Z]{{3}}\.(?:{SECTOR})")
EDTF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")

ZWNJ = "\u200c"
LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤءأ"
# A half-space parts two letters; at the edge of a word it is a leftover.
STRAY_HALF_SPACE = re.compile(rf"(?<![{LETTERS}]){ZWNJ}|{ZWNJ}(?![{LETTERS}])")
NAME = re.compile(rf"[{LETTERS}{ZWNJ} .\-]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One office of a person, as the table has it."""

    code: str
    start: str
    end: str
    office: str


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the table."""

    id: str
    name: str
    names: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def years(self) -> tuple[str, str]:
        """First and last date of all terms, open ends as far away as dates go."""
        starts = [term.start or "0000" for term in self.terms]
        ends = [term.end or "9999" for term in self.terms]
        return min(starts), max(ends)


def rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def term(text: str) -> Term:
    code, dates, office = text.split(" ", 2)
    start, slash, end = dates.partition("/")
    assert slash, f"no slash in {text!r}"
    return Term(code, start, end, office)


def people() -> list[Person]:
    return [
        Person(key, name, tuple(fa.split("|")), tuple(term(t) for t in terms.split("; ")))
        for key, name, fa, terms in rows()[1:]
    ]


@pytest.fixture(scope="module")
def everyone() -> list[Person]:
    return people()


def folded(name: str) -> str:
    """A name as a reader sees it whose half-spaces and spaces were lost."""
    return name.replace(ZWNJ, "").replace(" ", "")


def overlap(one: Person, other: Person) -> bool:
    (a, b), (c, d) = one.years, other.years
    return a <= d and c <= b


def test_header_names_the_four_columns() -> None:
    """The first line names the columns that the documentation promises."""
    assert rows()[0] == HEADER


def test_every_row_has_four_full_cells() -> None:
    """No row lacks a cell, has one too many, or blanks around a cell."""
    bad = [r for r in rows() if len(r) != len(HEADER) or any(not c or c != c.strip() for c in r)]
    assert bad == []


def test_ids_are_unique_slugs(everyone: list[Person]) -> None:
    """An id is `person:` and a slug in small letters, and no two rows share one."""
    ids = [p.id for p in everyone]
    assert len(set(ids)) == len(ids)
    assert [i for i in ids if not re.fullmatch(r"person:[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_breadth(everyone: list[Person]) -> None:
    """The table holds at least 1,300 people."""
    assert len(everyone) >= 1300


def test_codes_are_countries_or_bodies_with_known_sectors(everyone: list[Person]) -> None:
    """A code is a body of states, or three letters of a country and a known sector."""
    assert [(p.id, t.code) for p in everyone for t in p.terms if not CODE.fullmatch(t.code)] == []


def test_dates_are_edtf_and_in_order(everyone: list[Person]) -> None:
    """Every end of a term is empty or a year, month or day, and no term ends before it starts."""
    bad = []
    for person in everyone:
        for t in person.terms:
            written = [d for d in (t.start, t.end) if d]
            wrong = any(not EDTF.fullmatch(d) for d in written) or not written
            if wrong or (t.start and t.end and t.start[: len(t.end)] > t.end[: len(t.start)]):
                bad.append((person.id, t.start, t.end))
    assert bad == []


def test_terms_run_forward(everyone: list[Person]) -> None:
    """The terms of a person are listed by their first date."""
    bad = [
        p.id
        for p in everyone
        for a, b in zip(p.terms, p.terms[1:], strict=False)
        if (a.start or "0000")[:4] > (b.start or "0000")[:4]
    ]
    assert bad == []


def test_names_are_clean_persian(everyone: list[Person]) -> None:
    """Names have Persian ی and ک, single blanks, no diacritics and no stray half-space."""
    bad = [
        (p.id, n)
        for p in everyone
        for n in p.names
        if not NAME.fullmatch(n) or "  " in n or n != n.strip() or STRAY_HALF_SPACE.search(n)
    ]
    assert bad == []


def test_no_name_twice_in_a_row(everyone: list[Person]) -> None:
    """A row lists no name again that differs only in half-space against blank."""
    bad = []
    for person in everyone:
        plain = [n.replace(ZWNJ, " ") for n in person.names]
        if len(set(plain)) != len(plain):
            bad.append(person.id)
    assert bad == []


def test_full_name_comes_first(everyone: list[Person]) -> None:
    """The first name of a row has at least two parts, save for names that have one only."""
    single = [p.id for p in everyone if len(re.split(f"[ {ZWNJ}]", p.names[0])) < 2]
    assert set(single) <= {"person:mohammed-zahir-shah", "person:abu-obeida"}


def test_no_name_means_two_people_at_one_time(everyone: list[Person]) -> None:
    """A name that two people share is dated: their terms do not overlap."""
    holders: dict[str, list[Person]] = defaultdict(list)
    for person in everyone:
        for key in {folded(n) for n in person.names}:
            holders[key].append(person)
    bad = [(key, a.id, b.id) for key, found in holders.items() for a, b in combinations(found, 2) if overlap(a, b)]
    assert bad == []


@pytest.mark.parametrize(
    "word",
    ["روحانی", "مشرف", "ولایتی", "متکی", "همتی", "دوستم", "شادمانی", "کامرون", "سوچی", "مرسی"],
)
def test_common_words_are_no_short_form(everyone: list[Person], word: str) -> None:
    """A surname that is also a common word, a country or a city never stands alone."""
    assert [p.id for p in everyone if word in p.names] == []


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("ولادیمیر پوتین", "2010-06-01", "RUS.GOV"),
        ("علی خامنه‌ای", "2008-06-01", "IRN.GOV"),
        ("ذبیح‌الله مجاهد", "2015-01-01", "AFG.REB"),
        ("ذبیح‌الله مجاهد", "2023-01-01", "AFG.GOV"),
        ("لیندسی گراهام", "2026-05-20", "USA.LEG"),
        ("محمد البرادعی", "2005-01-01", "IAEA"),
        ("دونالد ترامپ", "2022-06-01", "USA.PTY"),
        ("احمد الشرع", "2025-06-01", "SYR.GOV"),
        ("جوزف عون", "2020-01-01", "LBN.MIL"),
        ("جوزف عون", "2026-06-01", "LBN.GOV"),
    ],
)
def test_office_on_the_day(everyone: list[Person], name: str, day: str, code: str) -> None:
    """A person has the code of the office held on the day of the report."""
    found = [p for p in everyone if name in p.names]
    assert len(found) == 1
    held = [t.code for t in found[0].terms if t.start <= day and (not t.end or day <= t.end)]
    assert code in held

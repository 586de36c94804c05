"""A selection means the same records however it is written, and values are never commands."""

import pytest
from archives import incoming, new_archive, told_by_hand
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasad.archive import Archive, ArchiveError
from rasad.archive.finding import EVENT, REPORT, STATEMENT, WHATS, count, find
from rasad.archive.keeping import keep
from rasad.archive.selection import PARTS, selection

RUSSIA = incoming(
    "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین روز شنبه به مسکو حمله کردند.", "ایسنا", "2026-05-10T12:00:00"
)
TALKS = incoming(
    "وزیران خارجه ایران و عمان در مسقط با یکدیگر گفت‌وگو کردند. توافق آتش‌بس نزدیک است.", "تسنیم", "2026-05-12"
)
RAID = incoming("ارتش اسرائیل به جنوب لبنان حمله هوایی کرد. موشک‌ها به روستا خورد.", "ایسنا", "2026-06-01T08:00:00")
ANSWER = incoming("دولت لبنان حمله اسرائیل را محکوم کرد.", "bbc", "2026-06-02")
SPOKESMAN = {"code": "RUS.GOV", "name": "سخنگوی وزارت خارجه روسیه", "id": "RUS.GOV"}
REPORTS = (
    told_by_hand(
        RUSSIA,
        {"id": "s1", "speaker": SPOKESMAN, "content": "نیروهای اوکراین روز شنبه به مسکو حمله کردند"},
        {
            "id": "e1",
            "type": "ASSAULT",
            "actors": "UKR.MIL",
            "recipients": "RUS",
            "according_to": "RUS.GOV",
            "statement": "s1",
            "date": "2026-05-09",
            "place": "مسکو",
            "evidence": "به مسکو حمله کردند",
        },
    ),
    told_by_hand(
        TALKS,
        {
            "id": "e1",
            "type": "CONSULT",
            "actors": "IRN.GOV, OMN.GOV",
            "recipients": "IRN.GOV, OMN.GOV",
            "place": "مسقط",
            "evidence": "گفت‌وگو کردند",
        },
    ),
    told_by_hand(
        RAID,
        {
            "id": "e1",
            "type": "ASSAULT",
            "mode": "aerial",
            "actors": "ISR.MIL",
            "recipients": "LBN",
            "place": "لبنان",
            "evidence": "حمله هوایی کرد",
        },
    ),
    told_by_hand(
        ANSWER, {"id": "e1", "type": "ACCUSE", "actors": "LBN.GOV", "recipients": "ISR", "evidence": "محکوم کرد"}
    ),
)


@pytest.fixture
def held(archive: Archive) -> Archive:
    """An archive that holds four reports."""
    keep(archive, REPORTS)
    return archive


def numbers(archive: Archive, what: str, **parts: object) -> list[int]:
    """Which of the four reports the records found stand in."""
    order = {r.report.id: n for n, r in enumerate(REPORTS)}
    with archive.reading() as connection:
        chosen = selection(parts)
        found = [order[f.report["id"]] for f in find(connection, what, chosen)]
        assert count(connection, what, chosen).records == len(found)
    return sorted(found)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"type": "ASSAULT"}, [0, 2]),
        ({"type": ["ASSAULT", "CONSULT"]}, [0, 1, 2]),
        ({"actor": "ISR"}, [2]),
        ({"actor": "ISR.MIL"}, [2]),
        ({"actor": "ISR.GOV"}, []),
        ({"actor": "اسرائيل"}, [2]),
        ({"actor": "Israel"}, [2]),
        ({"recipient": "LBN", "type": "ASSAULT"}, [2]),
        ({"dyad": "LBN,ISR"}, [2, 3]),
        ({"dyad": "ISR، LBN"}, [2, 3]),
        ({"party": "RUS"}, [0]),
        ({"according": "RUS"}, [0]),
        ({"according": "outlet", "type": "ASSAULT"}, [2]),
        ({"place": "لبنان"}, [2]),
        ({"place": "LBN"}, [2]),
        ({"source": "ایسنا", "type": "ASSAULT"}, [0, 2]),
        ({"source": "BBC"}, [3]),
        ({"since": "2026-06"}, [2, 3]),
        ({"until": "2026-05", "type": "ASSAULT"}, [0]),
        ({"since": "2026-05-12", "until": "2026-05-12", "type": "CONSULT"}, [1]),
        ({"speaker": "روسیه"}, [0]),
        ({"review": "machine", "type": "ASSAULT"}, [0, 2]),
        ({"review": "reviewed"}, []),
        ({"words": "حمله", "actor": "ISR"}, [2]),
    ],
)
def test_events_by_each_part(held: Archive, parts: dict[str, object], expected: list[int]) -> None:
    """Each part of a selection means the events that an analyst would name by it."""
    assert sorted(set(numbers(held, EVENT, **parts))) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("حمله", [0, 2, 3]),
        ("آتش‌بس", [1]),
        ("آتش بس", [1]),
        ("آتشبس", [1]),
        ("گفت و گو", [1]),
        ("گفتوگو", [1]),
        ("موشک", [2]),
        ("موشك‌ها", [2]),
        ("موشک ها", [2]),
        ("«حمله هوایی»", [2]),
        ('"هوایی حمله"', []),
        ("حمله لبنان", [2, 3]),
        ("هوایی حمله", [2]),
        ("واژه‌ای‌که‌نیست", []),
        ("؟!", []),
    ],
)
def test_words_in_any_spelling(held: Archive, words: str, expected: list[int]) -> None:
    """Half-spaces, spaces and letters make no difference; words in quotes stand together, others anywhere."""
    assert numbers(held, REPORT, words=words) == expected


def test_reports_are_chosen_by_their_events_too(held: Archive) -> None:
    """A report is meant when one of its events is all that is asked for."""
    assert numbers(held, REPORT, actor="ISR", type="ASSAULT") == [2]


def test_statements_are_chosen_by_their_speaker(held: Archive) -> None:
    """Statements are found by who speaks, by code and by name."""
    assert numbers(held, STATEMENT, speaker="RUS.GOV") == numbers(held, STATEMENT, speaker="وزارت خارجه") == [0]


def test_the_newest_comes_first_and_pages_follow_each_other(held: Archive) -> None:
    """Pages of one record give the same order as all at once."""
    with held.reading() as connection:
        everything = [f.id for f in find(connection, EVENT, selection({}))]
        paged = [
            f.id for n in range(len(everything)) for f in find(connection, EVENT, selection({}), limit=1, offset=n)
        ]
        assert paged == everything
        days = [f.report["published"] for f in find(connection, REPORT, selection({}))]
        assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"type": "WAR"}, "no type"),
        ({"status": "x"}, "no status"),
        ({"since": "دیروز"}, "no day"),
        ({"since": "2026-13"}, "no day"),
        ({"dyad": "IRN"}, "two"),
        ({"colour": "red"}, "nothing is selected"),
        ({"review": "seen"}, "no review"),
    ],
)
def test_a_part_that_means_nothing_is_refused(parts: dict[str, object], said: str) -> None:
    """A value that can never be is answered with what there is."""
    with pytest.raises(ArchiveError, match=said):
        selection(parts)


HOSTILE = [
    "'",
    '"',
    "';DROP TABLE events;--",
    "%",
    "_",
    "\\",
    "a\0b",
    "NEAR(a b)",
    "col:x",
    "*",
    "a*",
    "-a",
    "^a",
    "OR",
    "NOT",
    "a & | !b",
    "<->",
    "':*",
    "(",
    "«",
    "\u202e",
    "{}",
    "x" * 5000,
    "😀",
    "'' || ''",
    "%s",
    ":question",
    "?",
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_no_value_is_a_command(value: str, kind: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever a value says, it is looked for as it stands: no error, nothing found, nothing lost."""
    archive = _shared(kind, tmp_path_factory)
    with archive.reading() as connection:
        for part in PARTS:
            if part in {"type", "mode", "quad", "status", "review", "precision", "since", "until", "dyad", "copies",
                        "rejected"}:
                continue
            for what in WHATS:
                assert list(find(connection, what, selection({part: value}))) == []
        assert count(connection, REPORT, selection({})).records == len(REPORTS)


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_question_is_answered(tmp_path_factory: pytest.TempPathFactory, question: str) -> None:
    """Any text at all can be asked for."""
    archive = _shared("sqlite", tmp_path_factory)
    with archive.reading() as connection:
        assert len(list(find(connection, REPORT, selection({"words": question, "actor": question})))) <= len(REPORTS)


_HELD: dict[str, Archive] = {}


def _shared(kind: str, factory: pytest.TempPathFactory) -> Archive:
    """One archive with the four reports for all tests that only read."""
    if kind not in _HELD:
        context = new_archive(kind, factory.mktemp("shared"))
        archive = Archive(context.__enter__())
        keep(archive, REPORTS)
        _HELD[kind] = archive
        _OPEN.append((archive, context))
    return _HELD[kind]


_OPEN: list[tuple[Archive, object]] = []


@pytest.fixture(scope="module", autouse=True)
def _closed() -> object:
    """The shared archives are gone when the tests are over."""
    yield
    for archive, context in _OPEN:
        archive.close()
        context.__exit__(None, None, None)  # type: ignore[attr-defined]
    _OPEN.clear()
    _HELD.clear()


def test_what_has_happened_is_not_after_its_report(archive: Archive) -> None:
    """An event of the month of its report is none of the days after the report."""
    text = "ژاپن از بلاروس انتقاد کرد.\n\nنشست وزیران دیروز پایان یافت."
    keep(archive, [incoming(text, published="2026-05-10T12:00:00")])
    with archive.reading() as connection:
        days = [[f.record["date"] for f in find(connection, EVENT, selection({"type": "ACCUSE", "since": day}))]
                for day in ("2026-05-10", "2026-05-11")]
    assert days == [["2026-05"], []]

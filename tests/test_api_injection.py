"""Whatever a value of a filter looks like, it is a value: no error, no other record than one that has it, no harm."""

import pytest
from archives import incoming
from asking import Asking
from told import TEXT, tell

from rasad.archive import Archive
from rasad.archive.keeping import keep
from rasad.archive.selection import PARTS
from rasad.workbench import site_of

ODD = "100%_a'b\"c\\d"
HOSTILE = (
    "'", "''", '"', '"""', "%", "_", "%%", "\\", "\\'", ";", "--", "/*", "0", "*", "حمله*", "NEAR(", "NEAR(a b, 2)",
    "AND", "NOT", "OR",
    "tokens:x", "col:", "^x", "-x", "+x", "{a b}: c", "(", ")", "a & b", "a | b", "!a", "a <-> b", "'a':*", ":A",
    "a\0b", "\0", "\ufffd",
    "' OR '1'='1", "'; DROP TABLE events; --", "x') OR 1=1 --", '" OR ""="', "1; SELECT pg_sleep(9)", "$$", "$1",
    "?", ":question", "%s",
    "{0}", "\u200c", "\u202e", "🙂", "\u0661", "NULL", "null", "true", "[]", "a" * 200,
)
SWITCHES = {"copies", "rejected"}
FREE = [part for part in PARTS if part not in {"type", "mode", "quad", "status", "review", "precision", "dyad", "since",
                                               "until", "words", *SWITCHES}]
CLOSED = [part for part in PARTS if part not in {*FREE, *SWITCHES, "words"}]


@pytest.fixture
def api(archive: Archive) -> Asking:
    """A client of an archive of four known events, and a report of an odd source."""
    tell(archive)
    keep(archive, [incoming("ارتش اسرائیل به جنوب لبنان حمله هوایی کرد.", ODD, "2026-06-01", "https://example.org/odd")])
    return Asking(site_of(archive, here=True))


def everything(api: Asking) -> dict[str, int]:
    """How much of everything there is."""
    return {what: api.get(f"/{what}?rejected=true").json()["count"]["records"] for what in ("events", "statements",
                                                                                            "reports")}


@pytest.mark.parametrize("part", FREE)
def test_a_hostile_name_means_nothing(part: str, api: Asking) -> None:
    """Nothing has any of these as a name, a code, an id or a source, so nothing is shown; nothing is gone."""
    before = everything(api)
    for value in HOSTILE:
        for path in ("/events", "/reports"):
            answer = api.get(path, params={part: value})
            assert answer.status_code == 200, (value, answer.text)
            held = {(i["report"]["source"], i["report"]["language"]) for i in answer.json()["items"]}
            if part in {"actor", "recipient", "party", "place", "speaker", "according", "agreement", "report",
                        "language"}:
                assert held == set(), value
            else:
                assert {source for source, _ in held} <= {value}
    assert everything(api) == before


@pytest.mark.parametrize("part", CLOSED)
def test_a_hostile_word_is_no_type_or_day(part: str, api: Asking) -> None:
    """Where only certain words or days are values, any other is named as none; nothing is gone."""
    before = everything(api)
    for value in HOSTILE:
        answer = api.get("/events", params={part: value})
        assert answer.status_code in {200, 400, 422}
        assert answer.status_code != 200 or answer.json()["items"] == [] or not value.strip()
    assert everything(api) == before


def test_hostile_words_mean_only_texts_that_hold_them(api: Asking) -> None:
    """Signs of the query languages of both databases are no words: a text is shown for its words alone."""
    before = everything(api)
    for value in HOSTILE:
        answer = api.get("/reports", params={"words": value})
        assert answer.status_code == 200, (value, answer.text)
        expected = 1 if value == "حمله*" else 0
        assert answer.json()["count"]["records"] == expected, value
    assert everything(api) == before


def test_words_between_signs_are_found_as_words(api: Asking) -> None:
    """The words of a question mean the same with signs of a query language around them."""
    word = TEXT.split()[0]
    plain = api.get("/reports", params={"words": word}).json()["items"]
    assert len(plain) == 1
    for question in (f'"{word}"', f"({word})", f"{word};", f"'{word}'", f"{word}*", f"tokens:{word}"[7:], f"!{word}",
                     f"{word}:*", f"^{word}"):
        assert api.get("/reports", params={"words": question}).json()["items"] == plain, question


def test_signs_of_a_pattern_are_letters_of_a_name(api: Asking) -> None:
    """A source with quotes, %, _ and a backslash in its name is found by its name, and by no pattern of it."""
    shown = api.get("/reports", params={"source": ODD}).json()["items"]
    assert [item["report"]["source"] for item in shown] == [ODD]
    for pattern in ("100%", "100%_a%", "%", "100%_a'b\"c_d", "100__a'b\"c\\d"):
        assert api.get("/reports", params={"source": pattern}).json()["items"] == []


@pytest.mark.parametrize("path", ["/export.csv", "/export.jsonl", "/export.parquet"])
def test_exports_take_hostile_values_alike(path: str, api: Asking) -> None:
    """An export of a hostile value is an export of nothing, and a hostile release is none."""
    for value in HOSTILE[:20]:
        assert api.get(path, params={"actor": value, "words": value}).headers["X-Rasad-Rows"] == "0"
        assert api.get(path, params={"release": value}).status_code == 404

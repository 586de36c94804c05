"""Nothing that anybody writes runs, commands, or turns a page: on every page, in every form and in every export."""

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import ALL, REPORT, SENTENCE, SHORT, TALKS, TEXT, WHO, addresses, intact, planted, turned, wrongs
from visiting import Visitor, page_of, visitor_of

from rasad.archive import Archive, accounts, passwords
from rasad.archive.finding import REPORT as REPORTS
from rasad.archive.finding import count
from rasad.archive.history import history
from rasad.archive.selection import Selection
from rasad.cells import cell
from rasad.export import FORMATS

COUNT = 16  # the samples, the hostile report and that of the feed


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes cost little."""
    monkeypatch.setattr(passwords, "_COST", 4)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """An archive that is planted once, and the ids of its hostile records."""
    path = tmp_path_factory.mktemp("hostile") / "planted.sqlite"
    with Archive(str(path)) as archive:
        ids = planted(archive)
        with archive.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return path, ids


@pytest.fixture
def ids(once: tuple[Path, list[str]]) -> list[str]:
    """The ids of the records of a hostile report."""
    return once[1]


@pytest.fixture
def archive(once: tuple[Path, list[str]], tmp_path: Path) -> Iterator[Archive]:
    """A copy of the archive that is planted."""
    shutil.copy(once[0], tmp_path / "a.sqlite")
    with Archive(str(tmp_path / "a.sqlite")) as opened:
        yield opened


@pytest.fixture
def visitor(archive: Archive, ids: list[str]) -> Visitor:
    """A reviewer with a hostile name."""
    assert ids
    return visitor_of(archive).named(WHO)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_page_shows_it_as_text(language: str, visitor: Visitor, archive: Archive, ids: list[str]) -> None:
    """No page that there is, by whatever address, has an element, an address or a turned line that a text made."""
    visitor.get(f"/?lang={language}")
    seen = 0
    for path in addresses(ids):
        answer = visitor.get(path)
        if answer.status_code == 303 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        page = page_of(answer)
        assert (path, answer.status_code < 500, wrongs(page), turned(page)) == (path, True, [], [])
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "ran=1" not in answer.headers.get("set-cookie", "")
        seen += "window.ran" in answer.text
    assert seen > 10
    assert intact(archive, COUNT)


def test_the_text_and_its_marks_are_those_of_the_report(visitor: Visitor, archive: Archive, ids: list[str]) -> None:
    """Character for character in the reader; there, in the review and in disputes marks are in place."""
    report = visitor.see(f"/reports/{REPORT.report.id}")
    assert report.all("div", class_="text")[0].text == TEXT
    with archive.reading() as connection:
        records = {one.record["id"]: one.record for one in history(connection, REPORT.report.id).present.events}
    assert {SENTENCE[29:-1], TALKS} & {one["evidence"][0]["text"] for one in records.values()}
    for id_, record in records.items():
        words = "".join(span["text"] for span in record["evidence"])
        marked = [one for one in report.all("mark", data_of=id_) if "event" in one.attributes["class"].split()]
        assert "".join(one.text for one in marked) == words
        assert marked[0].start == record["evidence"][0]["start"]
        for path in ("/review?rejected=1&", "/adjudicate?"):
            at = next(one for one in ids if one.endswith(id_))
            page = visitor.see(f"{path}report={REPORT.report.id}&at={at}")
            shown = {mark.attributes["data-of"]: "" for mark in page.all("mark")}
            for mark in page.all("mark", class_="event"):
                shown[mark.attributes["data-of"]] += mark.text
            assert shown == {id_: words}


@pytest.mark.parametrize("path", ["/review", "/adjudicate"])
def test_what_is_sent_in_a_form_comes_back_as_text(path: str, visitor: Visitor, archive: Archive,
                                                   ids: list[str]) -> None:
    """A correction that is refused stands in the form again as it was written, and does nothing else."""
    for name in ("date", "type", "actors", "place", "evidence", "statement", "kind", "side", "why"):
        fields: Any = {"kind": "correct", "date": "x", name: ALL}
        answer = visitor.send(path, record=ids[0], back=ALL, next=ALL, **fields)
        assert (name, answer.status_code, wrongs(page_of(answer))) == (name, 400, [])
        assert answer.headers["Content-Type"].startswith("text/html")
    assert intact(archive, COUNT)


@pytest.mark.parametrize("path", ["/name", "/paste", "/files", "/undo", "/review/all", "/accounts", "/accounts/role",
                                  "/accounts/remove", "/accounts/password", "/blind", "/login", "/logout",
                                  "/account/password", f"/reports/{REPORT.report.id}/records"])
def test_every_form_takes_it_as_text(path: str, visitor: Visitor, archive: Archive) -> None:
    """Hostile words in every field of every form are kept as words or refused in words, and lead nowhere else."""
    names = ("name", "back", "text", "title", "source", "published", "url", "judgement", "record", "report", "to", "at",
             "role", "password", "again", "blind", "next", "what", "speaker", "start", "end", "why", "type", "place")
    fields: Any = dict.fromkeys(names, ALL)
    answer = visitor.send(path, **fields)
    assert answer.status_code in {200, 303, 400, 404}
    assert "evil" not in answer.headers.get("location", "")
    assert "ran=1" not in {part.partition("=")[0] for part in answer.headers.get("set-cookie", "").split(";")}
    if answer.status_code != 303:
        assert wrongs(page_of(answer)) == []
    else:
        assert answer.headers["location"].startswith("/")
        assert "\n" not in answer.headers["location"]
    assert intact(archive, COUNT + (path == "/paste" and answer.status_code == 303))


@pytest.mark.parametrize("name", [SHORT + ".txt", SHORT + ".exe", ALL + ".jsonl", "../../" + SHORT, "=1+1.txt", "a\nb"])
def test_a_file_may_be_called_anything(name: str, visitor: Visitor) -> None:
    """The name of a file that is dropped is a name: it makes no element and reaches no other folder."""
    sent = visitor.send("/files", files=[("file", (name, f"{SENTENCE} {ALL}".encode(), "text/plain"))])
    page = visitor.see(sent.headers["location"]) if sent.status_code == 303 else page_of(sent)
    assert (sent.status_code < 500, wrongs(page), turned(page)) == (True, [], [])


def test_a_name_that_tries_is_a_name(visitor: Visitor, archive: Archive) -> None:
    """Whoever is called so is in by an account, judges, and is shown as called on every page that names them."""
    entered = visitor_of(archive, here=False).entered(WHO, "چهار کلمهٔ بی‌ربط و دراز")
    for path in ("/account", "/accounts", "/concord", f"/reports/{REPORT.report.id}"):
        page = entered.see(path)
        assert WHO in next(one for one in page.elements if one.tag == "html").text
        assert wrongs(page) == []
    passwords_: Any = dict.fromkeys(("password", "again"), "abcdefghijkl")
    again = entered.send("/accounts", name=WHO, role="reader", **passwords_)
    assert WHO in page_of(again).all("div", role="alert")[0].text
    assert accounts.any_holds(archive)
    assert visitor.see("/account").all("span", class_="reviewer")[0].text == WHO


@pytest.mark.parametrize(("form", "what"), [(form, what) for form, told in FORMATS.items() for what in told.holds])
def test_every_export_holds_it_as_text(form: str, what: str, visitor: Visitor, archive: Archive) -> None:
    """A sheet holds no cell that a spreadsheet would work out, JSON the words themselves; nothing is left out."""
    answer = visitor.get(f"/api/export.{form}?what={what}&rejected=1&copies=1")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    media = FORMATS[form].media
    assert "html" not in media
    if media in {"text/csv", "text/tab-separated-values"}:
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")),
                               delimiter="\t" if media.startswith("text/tab") else ","))
        assert len({len(row) for row in rows}) == 1
        assert [one for row in rows for one in row if _works(one)] == []
    elif form == "jsonl":
        told = [json.loads(line) for line in answer.text.splitlines()]
        mine = [one for one in told if one["report"]["id"] == REPORT.report.id]
        assert {one["report"]["title"] for one in mine} == {ALL}
    elif media.endswith("json"):
        json.loads(answer.text)
    with archive.reading() as connection:
        assert count(connection, REPORTS, Selection(copies=True)).records == COUNT


def _works(value: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula; a number is none."""
    if not value.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")):
        return False
    try:
        float(value)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\u200b=", "\u202e=", " ="])
def test_no_sign_before_a_formula_hides_it(sign: str) -> None:
    """Whatever stands before the sign and is not seen, the cell begins with an apostrophe."""
    assert cell(f"{sign}1+1").startswith("'")

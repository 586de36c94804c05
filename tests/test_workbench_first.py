"""First use: files, folders and addresses are taken in beside the pages, and what came of each is told."""

import ast
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from visiting import Visitor, ended, page_of, visitor_of
from web import HERE, Web, serving

from rasad.archive import Archive
from rasad.archive.prepared import prepare
from rasad.cli import run
from rasad.collect.politeness import Patience, Turns
from rasad.collect.refusal import Refusal
from rasad.workbench import intakes, taking
from rasad.workbench.sayings import said
from rasad.workbench.texts import texts

NEWS = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"
TEXT = "<p>" + "نیروهای روسیه دیروز به خارکف در شمال خاوری اوکراین حمله کردند و سه نفر زخمی شدند. " * 4 + "</p>"
TABS = ("/reports", "/events", "/statements", "/review")


@pytest.fixture
def web() -> Iterator[Web]:
    """A server of this machine."""
    with serving() as server:
        yield server


@pytest.fixture
def visitor(archive: Archive) -> Visitor:
    """A visitor on this machine."""
    return visitor_of(archive)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Politeness costs a test no time, and a page over the limit is small."""
    monkeypatch.setattr(taking, "LARGEST", 1_000_000)
    monkeypatch.setattr(taking, "_TURNS", Turns(Patience(delay=0)))


def came(visitor: Visitor, address: str, language: str = "en") -> str:
    """What is told at the end of an intake of the address."""
    answer = visitor.send("/address", address=address)
    assert answer.status_code == 303
    path = answer.headers["location"] + f"?lang={language}"
    return ended(visitor, path).all("main")[0].text


def reports(visitor: Visitor) -> int:
    """How many reports the archive holds."""
    return int(visitor.get("/api/reports?copies=1").json()["count"]["records"])


def lines(number: int, word: str = "شمارهٔ") -> bytes:
    """So many reports as JSON Lines."""
    return "\n".join(json.dumps({"text": f"گزارش {word} {n}: ایران به عراق کمک کرد.", "source": "ایسنا"})
                     for n in range(number)).encode()


# ---- addresses


def test_the_page_at_an_address_is_coded_and_shown(visitor: Visitor, web: Web) -> None:
    """A page that somebody on this machine names is fetched, and its report stands among what was added."""
    address = web.serve("/news/1", NEWS.format("حمله به خارکف", TEXT))
    assert "1 new report kept" in came(visitor, address)
    added = next(one for one in visitor.see("/reports").all("a", dir="auto") if "خارکف" in one.text)
    assert visitor.see(added.attributes["href"]).all("article", class_="event")
    assert web.times("/robots.txt") == 1


def test_an_address_again_adds_nothing(visitor: Visitor, web: Web) -> None:
    """What the archive holds already is told as known, with its report."""
    address = web.serve("/news/1", NEWS.format("حمله به خارکف", TEXT))
    came(visitor, address)
    told = came(visitor, address)
    assert "0 new reports" in told
    assert "1 known before" in told
    assert "حمله به خارکف" in told
    assert reports(visitor) == 1


@pytest.mark.parametrize(("answer", "en", "fa"), [
    ({"body": "%PDF", "media": "application/pdf"}, "neither a page nor a feed", "نه صفحهٔ وب، نه خوراک"),
    ({"body": "x" * 3_000_000}, "over the limit of 1 MB", "بزرگ‌تر از اندازهٔ مجاز (۱ مگابایت)"),
    ({"status": 404}, "404", "چنین صفحه‌ای نیست"),
    ({"body": "<html><body></body></html>"}, "no text of an article", "متن خبری در آن پیدا نشد"),
])
def test_what_is_no_report_is_told_in_both_languages(answer: dict[str, Any], en: str, fa: str, visitor: Visitor,
                                                     web: Web) -> None:
    """Something else, something too large, nothing at all: each is said in the reader's language."""
    address = web.serve("/a", **answer)
    assert en in came(visitor, address)
    assert fa in came(visitor, address, "fa").replace("\u2068", "").replace("\u2069", "")
    assert reports(visitor) == 0


def test_robots_are_obeyed_and_it_is_told(visitor: Visitor, web: Web) -> None:
    """A page that the host wants read by no program is not fetched."""
    web.serve("/robots.txt", "User-agent: *\nDisallow: /\n", media="text/plain")
    address = web.serve("/a", NEWS.format("عنوان", TEXT))
    assert "robots.txt forbids it" in came(visitor, address)
    assert "روا نمی‌داند" in came(visitor, address, "fa")
    assert web.times("/a") == 0


def test_without_a_network_it_is_told(visitor: Visitor) -> None:
    """A host that cannot be found, or does not answer, is told as that in both languages."""
    assert "no host is called nowhere.invalid" in came(visitor, "https://nowhere.invalid/x")
    assert "شاید شبکه قطع است" in came(visitor, "https://nowhere.invalid/x", "fa")
    assert "no connection" in came(visitor, f"http://{HERE}:1/x")
    assert "اتصال برقرار نشد" in came(visitor, f"http://{HERE}:1/x", "fa")


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "file:///etc/passwd", "http://a:b@host/", "https://<b>"])
def test_what_is_no_address_is_told_at_once(address: str, visitor: Visitor) -> None:
    """Nothing is begun for it, and what was written stands in the form."""
    answer = visitor.send("/address", address=address)
    assert answer.status_code == 400
    page = page_of(answer)
    assert page.all("div", role="alert")
    assert page.all("input", name="address")[0].attributes["value"].endswith(address)


@pytest.mark.parametrize("private", ["http://127.0.0.1:{port}/inner", "http://localhost:{port}/inner",
                                     "http://169.254.169.254/latest", "http://[::1]:{port}/inner"])
def test_a_redirect_to_a_private_address_is_refused(private: str, visitor: Visitor, web: Web) -> None:
    """Not even a page of this machine that somebody named may lead to another one of it."""
    web.serve("/inner", NEWS.format("درونی", TEXT))
    address = web.serve("/a", status=302, headers={"Location": private.format(port=web.port)})
    assert "a private address" in came(visitor, address)
    assert web.times("/inner") == 0
    assert reports(visitor) == 0


def test_a_feed_leads_to_no_private_address(visitor: Visitor, web: Web) -> None:
    """The pages that a feed of this machine names are not fetched from it."""
    item = f"<item><title>عنوان</title><link>{web.at('/inner')}</link></item>"
    web.serve("/inner", NEWS.format("درونی", TEXT))
    address = web.serve("/feed", f"<rss><channel>{item}</channel></rss>", media="application/rss+xml")
    assert "a private address" in came(visitor, address)
    assert web.times("/inner") == 0


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/a", "http://localhost:{port}/a", "http://10.0.0.1/a"])
def test_where_others_reach_it_no_private_address_is_fetched(address: str, web: Web) -> None:
    """Where the workbench listens beyond this machine, an address on it or its net is refused from the first."""
    web.serve("/a", NEWS.format("درونی", TEXT))
    with pytest.raises(Refusal, match="private address"):
        taking.fetcher_for(address.format(port=web.port), here=False).fetch(address.format(port=web.port))
    assert web.asked == []


def test_a_name_that_hides_this_machine_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a number or localhost says by itself where it is: any other name for this machine is refused."""
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", (HERE, web.port))])
    address = f"http://rebound.example:{web.port}/a"
    with pytest.raises(Refusal, match="private address"):
        taking.fetcher_for(address, here=True).fetch(address)
    assert web.asked == []


# ---- long work


def test_a_large_file_is_taken_in_beside_the_pages(visitor: Visitor) -> None:
    """Pages answer while hundreds of reports are coded elsewhere; then each is there, once, and counted."""
    answer = visitor.send("/files", files=[("file", ("posts.jsonl", lines(300) + b"\n{broken\n"))])
    path = answer.headers["location"]
    first = visitor.get(path)
    assert first.status_code == 200
    began = time.monotonic()
    assert visitor.get("/paste").status_code == 200
    assert visitor.send("/paste", text="وزیر خارجه ایران به مسقط رفت.").status_code == 303
    assert time.monotonic() - began < 5
    told = ended(visitor, path).all("main")[0].text
    assert "300 new reports" in told
    assert "posts.jsonl, line 301" in told
    assert "The first 100 of 300." in told
    assert reports(visitor) == 301
    assert visitor.app is not None


def test_progress_is_shown_and_needs_no_script(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it goes on the page has a bar with counts and loads itself anew; it can be stopped, and what came stays."""
    monkeypatch.setattr(taking, "_SOON", 0.0)
    monkeypatch.setattr(taking, "_FEW", 10_000)
    slow_down(monkeypatch)
    path = visitor.send("/files", files=[("file", ("posts.jsonl", lines(2000)))]).headers["location"]
    answer = visitor.get(path)
    page = page_of(answer)
    assert page.all("progress")[0].attributes["max"] == "2000"
    assert "of 2,000 reports" in page.all("main")[0].text
    assert '<noscript><meta http-equiv="refresh"' in answer.text
    assert path in [one.attributes["href"] for one in visitor.see("/paste").all("a", href=path)]
    assert visitor.send(path + "/stop").status_code == 303
    told = ended(visitor, path)
    assert "Stopped before its end" in told.all("main")[0].text
    assert not told.all("progress")
    kept = reports(visitor)
    assert 0 <= kept < 2000
    assert f"{kept} new report" in told.all("main")[0].text


def slow_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each report takes its time."""
    def slowly(*told: Any) -> str:
        time.sleep(0.01)
        return prepare(*told)

    monkeypatch.setattr(intakes, "in_turn", slowly)


def test_one_after_another_is_taken_in(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second intake waits for the first, says so, and loses nothing by it; one that waits can be stopped too."""
    monkeypatch.setattr(taking, "_SOON", 0.0)
    monkeypatch.setattr(taking, "_FEW", 10_000)
    slow_down(monkeypatch)
    named = [("file", (f"{name}.jsonl", lines(100, name))) for name in ("یک", "دو", "سه")]
    sent = [visitor.send("/files", files=[one]) for one in named]
    one, other, third = (answer.headers["location"] for answer in sent)
    assert "before it" in visitor.see(other).all("main")[0].text
    visitor.send(third + "/stop")
    assert "100 new reports" in ended(visitor, one).all("main")[0].text
    assert "100 new reports" in ended(visitor, other).all("main")[0].text
    assert "0 new reports" in ended(visitor, third).all("main")[0].text
    assert reports(visitor) == 200


def test_a_folder_of_files_is_taken_in_whole(visitor: Visitor) -> None:
    """Files of one name in several folders of a folder are each a report of their own."""
    files = [("file", (f"خبر/{n}/a.txt", f"گزارش {n}: ایران به عراق کمک کرد.".encode())) for n in range(40)]
    told = ended(visitor, visitor.send("/files", files=files).headers["location"]).all("main")[0].text
    assert "40 new reports" in told
    assert reports(visitor) == 40


def test_files_over_the_limit_are_refused_in_words(visitor: Visitor, archive: Archive) -> None:
    """More than is taken at a time is told on a page, and nothing of it is kept."""
    answer = visitor.send("/files", files=[("file", ("a.txt", b"a" * 100_000_001))])
    assert answer.status_code == 413
    assert "hundred megabytes" in answer.text
    with archive.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM reports").scalar() == 0


def test_a_fault_of_the_archive_is_told(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """An intake that breaks off says why, and the next one begins all the same."""
    def broken(*_: Any) -> None:
        raise RuntimeError("it broke")

    with monkeypatch.context() as patched:
        patched.setattr(intakes, "Collector", broken)
        path = visitor.send("/files", files=[("file", ("a.txt", "متن".encode()))]).headers["location"]
        assert "it broke" in ended(visitor, path).all("main")[0].text
    path = visitor.send("/files", files=[("file", ("a.txt", "متن".encode()))]).headers["location"]
    assert "1 new report kept" in ended(visitor, path).all("main")[0].text


def test_an_intake_that_is_not_known_is_no_page(visitor: Visitor) -> None:
    """After a new start nothing is known of it, and that is told."""
    for path in ("/intakes/0123456789abcdef", "/intakes/x"):
        assert visitor.get(path).status_code == 404
    assert "among the reports" in visitor.get("/intakes/0123456789abcdef").text


# ---- nothing is there yet


@pytest.mark.parametrize("path", TABS)
@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_empty_page_says_what_to_do_first(path: str, language: str, visitor: Visitor) -> None:
    """As long as the archive is empty each page leads to the three ways to begin; then it shows what it shows."""
    page = visitor.see(f"{path}?lang={language}")
    ways = [one.attributes["href"] for one in page.all("a", class_="button")]
    assert ways == ["/paste#text", "/paste#files", "/paste#address"]
    visitor.send("/paste", text="ایران به عراق کمک کرد.")
    assert not visitor.see(path).all("a", class_="button")


# ---- what goes wrong is told in the reader's language


def sayings() -> set[str]:
    """Everything that collecting and reading say of what they refuse, with a sample for each value."""
    found = set()
    for folder in ("collect", "inputs"):
        for path in sorted((ROOT / "src" / "rasad" / folder).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    first = {"Fault": 1, "InputError": 0, "Refusal": 0}.get(node.func.id)
                    several = [] if first is None else node.args[first:first + 2]
                    found |= {told for one in several if (told := sample(one))}
    return found


def sample(node: ast.expr) -> str:
    """The text of a literal; a value in it is told as 7."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return ""


def test_whatever_is_refused_is_told_in_persian() -> None:
    """No saying of the collector or the reader of files is left in English on a Persian page."""
    told = sayings()
    assert len(told) > 80
    left = {one for one in told if 'dir="auto"' in said(one, texts("fa"))}
    assert left == set()
    assert said("<b>", texts("fa")) == '<bdi dir="auto">&lt;b&gt;</bdi>'


# ---- the demonstration


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there are no closed windows here")
@pytest.mark.parametrize("how", ["SIGHUP", "SIGTERM", "SIGINT"])
def test_a_closed_window_leaves_nothing_behind(how: str, tmp_path: Path) -> None:
    """When its terminal goes, the demonstration ends and its folder goes with it."""
    master, terminal = os.openpty()
    command = [sys.executable, "-m", "rasad.workbench.demo"]
    there = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, env=there) as demo:
        os.close(terminal)
        seen = b""
        while b"Open http" not in seen:
            seen += os.read(master, 4096)
        assert list(tmp_path.iterdir())
        if how == "SIGHUP":
            os.close(master)
        demo.send_signal(getattr(signal, how))
        demo.wait(30)
    assert list(tmp_path.iterdir()) == []


def test_a_new_archive_is_made_to_be_filled_here_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has no reports yet opens an empty workbench; for other machines no archive is made."""
    monkeypatch.setattr("uvicorn.Server.run", lambda _: None)
    assert run(["serve", "--archive", str(tmp_path / "new.sqlite")]) == 0
    assert (tmp_path / "new.sqlite").exists()
    assert run(["serve", "--host", "0.0.0.0", "--archive", str(tmp_path / "other.sqlite")]) != 0  # noqa: S104
    assert not (tmp_path / "other.sqlite").exists()

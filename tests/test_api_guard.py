"""Who may ask what, from where, and how much: the API gives nothing to a stranger."""

import json
import re
from html.parser import HTMLParser

import pytest
from asking import Asking
from conftest import Rasad
from told import tell

from rasad.api.hosts import host_of, is_loopback
from rasad.archive import Archive
from rasad.archive.errors import UnavailableError
from rasad.archive.tokens import add, revoke
from rasad.workbench import site_of

SAID = {"kind": "accept"}
READ = ("/events", "/statements", "/reports", "/releases", "/concord", "/export.csv")


@pytest.fixture
def ids(archive: Archive) -> list[str]:
    """The ids of four events."""
    return tell(archive)


@pytest.mark.parametrize("path", READ)
def test_another_machine_needs_a_token(path: str, archive: Archive) -> None:
    """Where others can reach the archive, reading needs a token that holds, whatever the name it is asked by."""
    token = add(archive, "سارا", "reader")
    app = site_of(archive, here=False)
    assert Asking(app).get(path).status_code == 401
    assert Asking(app).get(path).headers["WWW-Authenticate"] == "Bearer"
    assert Asking(app, token="rasad_x").get(path).status_code == 401  # noqa: S106 - nobody's
    assert Asking(app, token=token).get(path).status_code == 200
    revoke(archive, "سارا")
    assert Asking(app, token=token).get(path).status_code == 401


@pytest.mark.parametrize("host", ["http://evil.example", "http://127.0.0.1.evil.example", "http://192.168.1.5:8080",
                                  "http://localhost.evil.example:8080", "http://0.0.0.0:8080", "http://[::]:8080"])
def test_a_page_that_rebinds_its_name_reads_nothing(host: str, archive: Archive) -> None:
    """On this machine a request that came by another name needs a token, as from another machine."""
    asking = Asking(site_of(archive, here=True), host=host)
    assert {asking.get(path).status_code for path in READ} == {401}
    token = add(archive, "سارا", "reader")
    assert Asking(asking.app, host, token).get("/events").status_code == 200


@pytest.mark.parametrize("host", ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:8080", "http://LOCALHOST:99"])
def test_this_machine_reads_without_a_token(host: str, archive: Archive) -> None:
    """By its own names this machine reads without a token."""
    assert Asking(site_of(archive, here=True), host=host).get("/events").status_code == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Host"])
def test_what_a_proxy_hands_on_needs_a_token(header: str, archive: Archive) -> None:
    """A request that says that a proxy handed it on is not one of this machine."""
    assert Asking(site_of(archive, here=True)).get("/events", headers={header: "192.0.2.7"}).status_code == 401


@pytest.mark.parametrize(("header", "host", "here"), [
    ("127.0.0.1:8080", "127.0.0.1", True), ("[::1]:80", "::1", True), ("localhost", "localhost", True), ("", "", False),
    ("evil.example", "evil.example", False), ("user@localhost.x", "localhost.x", False), ("[", "", False),
    ("127.1", "127.1", False),
    ("127.0.0.1@evil.example", "evil.example", False), ("::ffff:8.8.8.8", "", False),
])
def test_a_host_header_names_a_host_or_none(header: str, host: str, here: bool) -> None:  # noqa: FBT001
    """The host is what a client would connect to, and only this machine is this machine."""
    assert host_of(header) == host
    assert is_loopback(host_of(header)) == here


def test_a_reader_may_not_judge(archive: Archive, ids: list[str]) -> None:
    """A reader's token reads and does not judge; a reviewer's judges under its own name and no other."""
    app, path = site_of(archive, here=False), f"/records/{ids[0]}/judgements"
    reads, judges = (Asking(app, token=add(archive, role, role)) for role in ("reader", "reviewer"))
    assert Asking(app).post(path, json=SAID).status_code == 401
    assert reads.post(path, json=SAID).status_code == 403
    assert judges.post(path, json={**SAID, "reviewer": "other"}).status_code == 400
    assert judges.post(path, json=SAID).json()["judgement"]["reviewer"] == "reviewer"


def test_this_machine_names_its_reviewer(archive: Archive, ids: list[str]) -> None:
    """Without a token the reviewer is the one that is named, and somebody has to be."""
    asking, path = Asking(site_of(archive, here=True)), f"/records/{ids[0]}/judgements"
    assert asking.post(path, json=SAID).status_code == 400
    assert asking.post(path, json={**SAID, "reviewer": "سارا"}).json()["judgement"]["reviewer"] == "سارا"


@pytest.mark.parametrize("headers", [
    {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:9"},
    {"Content-Type": "text/plain"},
    {"Content-Type": "application/x-www-form-urlencoded"},
])
def test_a_page_of_another_site_cannot_judge(headers: dict[str, str], archive: Archive, ids: list[str]) -> None:
    """What a browser sends for a page of another site, or as a form, judges nothing."""
    asking, path = Asking(site_of(archive, here=True)), f"/records/{ids[0]}/judgements"
    body = json.dumps({**SAID, "reviewer": "x"})
    answer = asking.post(path, content=body, headers={"Content-Type": "application/json", **headers})
    assert answer.status_code in {403, 422}
    assert asking.get(path).json()[-1]["kind"] == "add"
    own = {"Content-Type": "application/json", "Origin": "http://127.0.0.1:8080"}
    assert asking.post(path, content=body, headers=own).status_code == 201


def test_a_long_body_or_address_is_refused(archive: Archive) -> None:
    """A body over a million bytes and an address over sixteen thousand are refused before they are read."""
    asking = Asking(site_of(archive, here=True))
    body = asking.post("/records/r0000000000000000.e1/judgements", content=b"[" * 1_000_001)
    assert (body.status_code, body.headers["Content-Type"]) == (413, "application/problem+json")
    assert asking.get("/events?words=" + "a" * 16_001).status_code == 414
    nested = asking.post("/records/r0000000000000000.e1/judgements", content=b"[" * 900_000,
                         headers={"Content-Type": "application/json"})
    assert nested.status_code in {400, 422}


@pytest.mark.parametrize("path", ["/events", "/docs", "/openapi.json", "/nothing", "/health", "/events?type=X"])
def test_every_answer_has_the_headers_of_safety(path: str, archive: Archive) -> None:
    """No answer is sniffed, framed, kept, or runs anything."""
    headers = Asking(site_of(archive, here=True)).get(path).headers
    assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"], headers["Cache-Control"]) == ("nosniff",
                                                                                                         "DENY",
                                                                                                         "no-store")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_fault_is_told_without_a_traceback(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program is a problem with nothing of the program in it, a dead database a problem of its own."""

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    def gone(*_: object, **__: object) -> None:
        raise UnavailableError("the database does not answer", "check that it runs")

    asking = Asking(site_of(archive, here=True))
    monkeypatch.setattr("rasad.api.reading.find", fails)
    answer = asking.get("/events")
    assert (answer.status_code, "secret" in answer.text, answer.headers["X-Frame-Options"]) == (500, False, "DENY")
    monkeypatch.setattr("rasad.api.reading.find", gone)
    assert (asking.get("/events").status_code, asking.get("/events").json()["remedy"]) == (503, "check that it runs")


class Links(HTMLParser):
    """What a page would fetch or run."""

    found: tuple[str, ...] = ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that fetches or runs is noted."""
        if tag in {"script", "img", "link", "iframe", "object"}:
            self.found += (tag,)
        self.found += tuple(value or "" for name, value in attrs if name in {"src", "href"} or name.startswith("on"))


def test_the_page_of_operations_fetches_nothing(archive: Archive) -> None:
    """The page tells every operation with its parameters, has no script, and names no other host."""
    asking = Asking(site_of(archive, here=True))
    page = asking.get("/docs").text
    links = Links()
    links.feed(page)
    assert links.found == ("openapi.json",)
    paths = asking.get("/openapi.json").json()["paths"]
    assert all(f"<code>{path}</code>" in page for path in paths)
    assert {"/events", "/export.{form}", "/records/{id_}/judgements", "/releases", "/concord", "/health"} <= set(paths)
    assert not re.findall("https?://", page)


def test_an_open_address_needs_somebody_with_a_token(archive: Archive, rasad: Rasad,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    """Serving at an address that others reach is refused until there is a token that holds."""
    served: list[str] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda self: served.append(self.config.host))
    url = archive.url.render_as_string(hide_password=False).replace("+psycopg", "")
    address = str(archive.url.database) if archive.sqlite else url
    for host in ("0.0.0.0", "::", "192.168.1.5", "archive.example"):  # noqa: S104 - that is what is refused
        ran = rasad("serve", "--host", host, "--archive", address)
        assert (ran.code, "rasad token add" in ran.err, served) == (2, True, [])
    assert rasad("serve", "--tokens", "--archive", address).code == 2
    assert rasad("serve", "--archive", address).code == 0
    add(archive, "سارا", "reader")
    assert rasad("serve", "--host", "0.0.0.0", "--archive", address).code == 0  # noqa: S104
    assert served == ["127.0.0.1", "0.0.0.0"]  # noqa: S104

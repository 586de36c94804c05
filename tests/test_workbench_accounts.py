"""Where others reach the workbench everybody is somebody: by an account, with a role that every page asks for."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Rasad
from fastapi import Request
from told import REPORT, tell
from visiting import Visitor, page_of, visitor_of
from walking import address, routes

from rasad.api.browsers import address_of
from rasad.archive import Archive, accounts, passwords, sessions, tokens
from rasad.archive.accounts import ADMIN, READER, REVIEWER, ROLES
from rasad.archive.history import history
from rasad.workbench.app import workbench_of
from rasad.workbench.roles import ANYBODY, asked_of

WORD, WRONG = "یک گذرواژهٔ بلند و خوب", "غلط است این"
NAMES = {READER: "رؤیا", REVIEWER: "بابک", ADMIN: "آذر"}
GETS, POSTS = sorted(set(routes("GET"))), sorted(set(routes("POST")))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes cost little."""
    monkeypatch.setattr(passwords, "_COST", 4)


@pytest.fixture
def ids(archive: Archive) -> list[str]:
    """The ids of four events, in an archive with an account of each role."""
    for role in ROLES:
        accounts.add(archive, NAMES[role], role, WORD)
    return tell(archive)


@pytest.fixture
def as_(archive: Archive, ids: list[str]) -> Any:
    """Makes a visitor who is in with a role."""
    assert ids
    first = visitor_of(archive, here=False)

    def entered(role: str) -> Visitor:
        return Visitor(first.app).entered(NAMES[role], WORD)
    return entered


def verdicts(archive: Archive, id_: str) -> dict[str, bool]:
    """What each reviewer says of a record."""
    with archive.reading() as connection:
        found = history(connection, REPORT.report.id).present.record(id_.partition(".")[2])
    assert found is not None
    return found.verdicts


def test_no_page_answers_somebody_who_is_not_in(archive: Archive, ids: list[str]) -> None:
    """Every page leads to the entry and back, every form is refused, and neither tells anything of the archive."""
    visitor = visitor_of(archive, here=False)
    for path in GETS:
        answer = visitor.get(address(path, ids[0]) + "?words=a&words=b")
        if asked_of("GET", path) == ANYBODY:
            assert answer.status_code == 200
            continue
        to = urlsplit(answer.headers["location"])
        assert (path, answer.status_code, to.path) == (path, 303, "/login")
        assert parse_qs(to.query)["next"] == [address(path, ids[0]) + "?words=a&words=b"]
    for path in POSTS:
        wanted = asked_of("POST", path)
        answer = visitor.send(address(path, ids[0]), kind="accept", record=ids[0])
        assert (path, answer.status_code) == (path, 401)
        assert wanted == ANYBODY or "sign" in answer.text.lower()
    assert "بابک" not in verdicts(archive, ids[0])


@pytest.mark.parametrize("role", ROLES)
def test_every_route_asks_for_its_role(role: str, as_: Any, ids: list[str]) -> None:
    """Whoever has less than a page or a form asks for is refused, whoever has enough is not."""
    visitor = as_(role)
    for path in GETS:
        asked = asked_of("GET", path)
        enough = asked == ANYBODY or ROLES.index(role) >= ROLES.index(asked)
        assert (path, visitor.get(address(path, ids[0])).status_code != 403) == (path, enough)
    for path in POSTS:
        asked = asked_of("POST", path)
        if asked != ANYBODY and ROLES.index(role) < ROLES.index(asked):
            answer = visitor.send(address(path, ids[0]))
            assert (path, answer.status_code) == (path, 403)
            assert "role" in answer.text


def test_what_each_role_may_send_is_what_the_docs_say() -> None:
    """A reader sends nothing that changes the archive, a reviewer judgements alone; what nobody named is an admin's."""
    sent = {role: {path for path in POSTS if asked_of("POST", path) == role} for role in (ANYBODY, *ROLES)}
    assert sent[ANYBODY] == {"/login"}
    assert sent[READER] == {"/logout", "/name", "/account/password"}
    assert sent[REVIEWER] == {"/review", "/review/all", "/undo", "/reports/{id_}/records", "/adjudicate", "/blind"}
    assert {"/paste", "/files", "/accounts", "/accounts/role", "/accounts/password", "/accounts/remove"} <= sent[ADMIN]
    assert asked_of("POST", "/something/new") == ADMIN
    assert {asked_of("GET", path) for path in ("/paste", "/accounts")} == {ADMIN}


@pytest.mark.parametrize("path", POSTS)
def test_a_form_of_another_session_does_nothing(path: str, as_: Any, archive: Archive, ids: list[str]) -> None:
    """Without the secret of the session, with that of another, or from another site, every form is refused."""
    visitor, other = as_(ADMIN), as_(ADMIN)
    fields: dict[str, Any] = {"name": NAMES[READER], "role": ADMIN, "record": ids[0], "kind": "accept", "text": "متن",
                              "password": WORD + "!", "again": WORD + "!"}
    before = accounts.accounts(archive), verdicts(archive, ids[0])
    for secret in ("", "x" * 64, other.secret()):
        assert visitor.send(address(path, ids[0]), secret=secret, **fields).status_code == 403
    for origin in ("https://evil.example", "null", "http://127.0.0.1:8081"):
        assert visitor.send(address(path, ids[0]), headers={"Origin": origin}, **fields).status_code == 403
    assert (accounts.accounts(archive), verdicts(archive, ids[0])) == before
    assert visitor.get("/account").status_code == 200


def test_whoever_is_in_judges_under_the_name_of_the_account(as_: Any, archive: Archive, ids: list[str]) -> None:
    """Neither a cookie nor a field of a form gives a reviewer another name."""
    visitor = as_(REVIEWER)
    visitor.send("/name", name="کس دیگر", back="/")
    visitor.cookies.set("rasad_name", "x", domain="127.0.0.1")
    visitor.send("/review", record=ids[0], kind="accept", back="", reviewer="کس دیگر")
    assert set(verdicts(archive, ids[0])) == {"آزمون", NAMES[REVIEWER]}
    assert visitor.see("/review").all("span", class_="reviewer")[0].text == NAMES[REVIEWER]


def test_a_reader_is_offered_nothing_that_is_refused(as_: Any, ids: list[str]) -> None:
    """No link and no form on the pages of a reader leads to where a reader may not go."""
    visitor = as_(READER)
    for path in ("/", "/events", f"/reports/{REPORT.report.id}", "/account", "/concord"):
        page = visitor.see(path)
        for link in page.all("a"):
            to = urlsplit(link.attributes.get("href", ""))
            if to.path and not to.netloc and not to.path.startswith("/api/"):
                assert (path, to.path, visitor.get(to.path).status_code) != (path, to.path, 403)
        sent = {form.attributes["action"] for form in page.all("form", method="post")}
        assert sent <= {"/logout", "/account/password"}
    assert ids


def test_the_cookie_is_no_business_of_scripts_and_other_sites(archive: Archive, ids: list[str]) -> None:
    """It is HttpOnly and SameSite, and where the browser came by https, Secure and this host's alone."""
    visitor = visitor_of(archive, here=False)
    plain = visitor.send("/login", name=NAMES[READER], password=WORD).headers["set-cookie"].lower()
    assert "rasad_session=" in plain
    assert {"httponly", "samesite=lax", "path=/"} <= {part.strip() for part in plain.split(";")}
    assert "secure" not in plain
    assert "domain" not in plain
    told = visitor_of(archive, here=False).send("/login", name=NAMES[READER], password=WORD,
                                                headers={"X-Forwarded-Proto": "https"}).headers["set-cookie"]
    assert told.startswith("__Host-rasad_session=")
    assert "secure" in told.lower()
    assert "domain" not in told.lower()
    assert ids


def test_a_session_is_made_new_at_every_login_and_ends_at_logout(as_: Any, archive: Archive) -> None:
    """A token that somebody planted before, or that was good before, opens nothing afterwards."""
    visitor = visitor_of(archive, here=False)
    visitor.cookies.set("rasad_session", "p" * 43, domain="127.0.0.1")
    secret = page_of(visitor.get("/login")).all("input", name="secret")[0].attributes["value"]
    visitor.send("/login", secret=secret, name=NAMES[READER], password=WORD)
    planted = Visitor(visitor.app)
    planted.cookies.set("rasad_session", "p" * 43, domain="127.0.0.1")
    assert planted.get("/events").status_code == 303
    one = as_(READER)
    first = one.cookies["rasad_session"]
    one.send("/login", name=NAMES[ADMIN], password=WORD, next="/")
    second = one.cookies["rasad_session"]
    assert first != second
    assert sessions.session(archive, first) is None
    assert one.send("/logout").headers["location"] == "/login"
    assert sessions.session(archive, second) is None
    assert one.get("/events").status_code == 303


def test_what_is_wrong_with_a_login_is_not_told(archive: Archive, ids: list[str]) -> None:
    """A name nobody has, a removed one and a wrong password are answered alike, to the letter."""
    accounts.add(archive, "حذف", READER, WORD)
    accounts.remove(archive, "حذف")
    told = set()
    for name, password in ((NAMES[READER], "غلط است این"), ("هیچ‌کس", WORD), ("حذف", WORD), (NAMES[READER], "")):
        visitor = visitor_of(archive, here=False)
        answer = visitor.send("/login", name=name, password=password)
        told.add((answer.status_code, answer.text.replace(name, "").replace(visitor.cookies["rasad_secret"], "")))
        assert "rasad_session" not in visitor.cookies
    assert [status for status, _ in told] == [401]
    assert ids


def test_tries_are_counted_whether_or_not_somebody_has_the_name(archive: Archive, ids: list[str]) -> None:
    """After five tries the right password is refused too, in the same words for a name nobody has."""
    told = set()
    for name in (NAMES[READER], "هیچ‌کس"):
        visitor = visitor_of(archive, here=False)
        for _ in range(5):
            assert visitor.send("/login", name=name, password=WRONG).status_code == 401
        answer = visitor.send("/login", name=name, password=WORD)
        assert int(answer.headers["Retry-After"]) > 60
        told.add((answer.status_code, answer.text.replace(name, "").replace(visitor.cookies["rasad_secret"], "")))
    assert [status for status, _ in told] == [429]
    assert ids


def test_nobody_sends_faster_than_people_do(as_: Any, archive: Archive, ids: list[str]) -> None:
    """Beyond the pace of an account its forms are refused with the time to wait; other accounts go on."""
    visitor = as_(REVIEWER)
    visitor.app.routes[1].app.app.state.writes.most = 4
    codes = [visitor.send("/review", record=ids[0], kind="accept", back="").status_code for _ in range(6)]
    assert codes == [303] * 4 + [429] * 2
    other = Visitor(visitor.app).entered(NAMES[ADMIN], WORD)
    assert other.send("/review", record=ids[0], kind="accept", back="").status_code == 303
    assert set(verdicts(archive, ids[0])) == {"آزمون", NAMES[REVIEWER], NAMES[ADMIN]}


@pytest.mark.parametrize("bad", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"])
def test_a_login_leads_on_to_pages_here_alone(bad: str, archive: Archive, ids: list[str]) -> None:
    """Where one wanted to go is a page of this workbench, or the first page."""
    assert ids
    visitor = visitor_of(archive, here=False)
    answer = visitor.send("/login", name=NAMES[READER], password=WORD, next=bad)
    assert answer.headers["location"] == "/"
    assert visitor.get("/login", params={"next": bad}).headers["location"] == "/"


def test_a_session_reads_by_the_api_and_does_not_judge_there(as_: Any, archive: Archive, ids: list[str]) -> None:
    """The exports that the tables lead to are sent to every role; to judge by the API takes a token."""
    visitor = as_(ADMIN)
    assert "ASSAULT" in as_(READER).get("/api/export.csv").text
    body = {"kind": "accept", "reviewer": "x"}
    for headers in ({}, {"Origin": "http://127.0.0.1:8080"}):
        asked = visitor._ask("POST", f"/api/records/{ids[0]}/judgements", json=body, headers=headers)  # noqa: SLF001
        assert asked.status_code == 403
    token = tokens.add(archive, NAMES[REVIEWER], REVIEWER)
    asked = Visitor(visitor.app)._ask("POST", f"/api/records/{ids[0]}/judgements", json={"kind": "accept"},  # noqa: SLF001
                                      headers={"Authorization": f"Bearer {token}"})
    assert asked.status_code == 201
    assert NAMES[REVIEWER] in verdicts(archive, ids[0])
    accounts.remove(archive, NAMES[ADMIN])
    assert visitor.get("/api/export.csv").status_code == 401


def test_an_admin_gives_changes_and_takes_accounts(as_: Any, archive: Archive) -> None:
    """On the page of accounts somebody is added, gets another role and password, and is removed; all by forms."""
    admin = as_(ADMIN)
    assert admin.send("/accounts", name="مینا", role=READER, password=WORD, again=WORD).status_code == 303
    mina = Visitor(admin.app).entered("مینا", WORD)
    assert mina.get("/review").status_code == 403
    assert admin.send("/accounts/role", name="مینا", role=REVIEWER).status_code == 303
    assert mina.get("/review").status_code == 200
    assert admin.send("/accounts/password", name="مینا", password=WORD + "!", again=WORD + "!").status_code == 303
    assert mina.get("/review").status_code == 303
    mina.entered("مینا", WORD + "!")
    assert admin.send("/accounts/remove", name="مینا").status_code == 303
    assert mina.get("/review").status_code == 303
    assert "مینا" not in admin.get("/accounts").text
    assert {one.name for one in accounts.accounts(archive) if one.removed} == {"مینا"}


@pytest.mark.parametrize("fields", [{"again": "x"}, {"name": NAMES[READER]}, {"role": "king"}, {"name": "\u202e"},
                                    {"password": "kurz", "again": "kurz"}])
def test_an_account_that_cannot_be_is_told_and_none_is_made(fields: dict[str, str], as_: Any,
                                                            archive: Archive) -> None:
    """What was wrong stands on the page, and nobody has a new account."""
    answer = as_(ADMIN).send("/accounts", **{"name": "نو", "role": READER, "password": WORD, "again": WORD, **fields})
    assert answer.status_code == 400
    assert page_of(answer).all("div", role="alert")
    assert len(accounts.accounts(archive)) == 3


def test_there_is_always_an_admin_left(as_: Any, archive: Archive) -> None:
    """Nobody takes the role of admin from themselves, nor their own account."""
    admin = as_(ADMIN)
    assert admin.send("/accounts/remove", name=NAMES[ADMIN]).status_code == 400
    assert admin.send("/accounts/role", name=NAMES[ADMIN], role=READER).status_code == 400
    assert accounts.proven(archive, NAMES[ADMIN], WORD) is not None
    assert admin.get("/accounts").status_code == 200


def test_whoever_is_in_changes_the_password_knowing_the_old_one(as_: Any, archive: Archive) -> None:
    """With it the browser stays in and all others are out; without it nothing changes, and tries are counted."""
    one, other = as_(READER), as_(READER)
    wrong = one.send("/account/password", before="نه این نیست", password=WORD + "?", again=WORD + "?")
    assert wrong.status_code == 400
    assert one.send("/account/password", before=WORD, password=WORD + "?", again=WORD + "?").status_code == 303
    assert one.get("/events").status_code == 200
    assert other.get("/events").status_code == 303
    assert accounts.proven(archive, NAMES[READER], WORD + "?") is not None
    for _ in range(5):
        one.send("/account/password", before="نه این نیست", password=WORD, again=WORD)
    assert one.send("/account/password", before=WORD + "?", password=WORD, again=WORD).status_code == 400


def test_on_this_machine_nobody_needs_an_account(archive: Archive, ids: list[str]) -> None:
    """Whoever is on it sees every page, also that of the accounts, and no page of entry."""
    visitor = visitor_of(archive)
    for path in GETS:
        status = visitor.get(address(path, ids[0])).status_code
        assert (path, status in {200, 303, 404}) == (path, True)
    assert visitor.get("/login").headers["location"] == "/"
    assert NAMES[ADMIN] in visitor.get("/accounts").text


@pytest.mark.parametrize(("peer", "told", "proxies", "found"), [
    ("127.0.0.1", "192.0.2.7", (), "192.0.2.7"), ("127.0.0.1", "evil, 192.0.2.7", (), "192.0.2.7"),
    ("127.0.0.1", "192.0.2.7, <script>", (), "127.0.0.1"), ("127.0.0.1", "", (), "127.0.0.1"),
    ("203.0.113.5", "192.0.2.7", (), "203.0.113.5"), ("203.0.113.5", "192.0.2.7", ("203.0.113.5",), "192.0.2.7")])
def test_only_a_proxy_that_is_known_says_who_asks(peer: str, told: str, proxies: tuple[str, ...], found: str) -> None:
    """What a stranger says of the way of a request changes nothing of its address."""
    request = Request({"type": "http", "client": (peer, 1), "headers": [(b"x-forwarded-for", told.encode())]})
    assert address_of(request, frozenset(proxies)) == found


def test_the_archive_may_be_served_to_others_once_somebody_has_an_account(rasad: Rasad, tmp_path: Any,
                                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    """An account is as good as a token; without either the refusal says how to make one."""
    served: list[str] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda self: served.append(self.config.host))
    name = str(tmp_path / "a.sqlite")
    Archive(name).close()
    for how in (("--host", "0.0.0.0"), ("--accounts",), ("--tokens",)):  # noqa: S104 - that is what is refused
        ran = rasad("serve", *how, "--archive", name)
        assert (ran.code, "rasad user add" in ran.err, served) == (2, True, [])
    with Archive(name) as archive:
        accounts.add(archive, "آذر", ADMIN, WORD)
    assert rasad("serve", "--accounts", "--proxy", "192.0.2.1", "--archive", name).code == 0
    assert served == ["127.0.0.1"]


def test_a_page_without_a_rule_of_its_own_is_guarded_too(archive: Archive) -> None:
    """A route that asks for no visitor is refused all the same: the app asks for it."""
    guard: Any = workbench_of(archive, here=False)

    def forgotten() -> str:
        return "secret"

    guard.app.add_api_route("/forgotten", forgotten)
    assert Visitor(guard).get("/forgotten").status_code == 303

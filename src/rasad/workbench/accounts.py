"""Whoever is in sees their own account; an admin sees all of them, and there is always an admin left."""

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from rasad.api.browsers import address_of, let_in
from rasad.archive import accounts, sessions
from rasad.archive.accounts import ROLES, Account, key_of
from rasad.archive.errors import ArchiveError
from rasad.workbench.rendering import local, onward, page
from rasad.workbench.visits import Posted, Sending, Visit, Visiting

router = APIRouter()


@router.get("/account")
def own(visit: Visiting) -> Response:
    """Who one is here, and how one reviews."""
    return _own(visit)


@router.post("/account/password")
def own_password(sent: Sending) -> Response:
    """The account has another password, and is out everywhere but here."""
    visit = sent.visit
    if visit.session is None:
        return onward("/account")
    try:
        _change(sent, visit.session.account)
    except ArchiveError as error:
        return _own(visit, error)
    answer = onward("/account?done=password")
    let_in(visit.request, answer, sessions.opened(visit.archive, visit.session.account).token)
    return answer


def _change(sent: Posted, account: Account) -> None:
    state, address = sent.visit.request.app.state, address_of(sent.visit.request, sent.visit.request.app.state.proxies)
    if state.logins.wait(account.name, address):
        raise ArchiveError("the password was wrong too often", "wait a quarter of an hour")
    if accounts.proven(sent.visit.archive, account.name, sent.one("before")) is None:
        raise ArchiveError("this is not your password", "give the one that you came in with")
    state.logins.succeeded(account.name, address)
    _same(sent)
    accounts.set_password(sent.visit.archive, account.name, sent.one("password"))


@router.post("/blind")
def blind(sent: Sending) -> Response:
    """The reviewer is shown what others judged, or is not until they have judged it."""
    answer = onward(local(sent.one("back")))
    sent.visit.put_blind(answer, blind=sent.one("blind") == "1")
    return answer


@router.get("/accounts")
def everybody(visit: Visiting) -> Response:
    """All accounts."""
    return _everybody(visit)


@router.post("/accounts")
def add(sent: Sending) -> Response:
    """Somebody has an account."""
    try:
        _same(sent)
        accounts.add(sent.visit.archive, sent.one("name"), sent.one("role"), sent.one("password"))
    except ArchiveError as error:
        return _everybody(sent.visit, error, sent.one("name"))
    return onward("/accounts?done=added")


@router.post("/accounts/role")
def role(sent: Sending) -> Response:
    """The account has another role."""
    return _changed(sent, "role", lambda: accounts.set_role(sent.visit.archive, sent.one("name"), sent.one("role")))


@router.post("/accounts/password")
def password(sent: Sending) -> Response:
    """The account has another password, which an admin gave it."""
    return _changed(sent, "password",
                    lambda: accounts.set_password(sent.visit.archive, sent.one("name"), sent.one("password")))


@router.post("/accounts/remove")
def remove(sent: Sending) -> Response:
    """The account is gone; what it judged stays."""
    return _changed(sent, "removed", lambda: accounts.remove(sent.visit.archive, sent.one("name")))


def _changed(sent: Posted, done: str, change: Callable[[], None]) -> Response:
    """The change is made, unless an admin would lock everybody out by it."""
    try:
        if done == "password":
            _same(sent)
        else:
            _another(sent)
        change()
    except ArchiveError as error:
        return _everybody(sent.visit, error)
    return onward(f"/accounts?done={done}")


def _another(sent: Posted) -> None:
    """The form is about somebody else's account, so that whoever sent it is an admin still."""
    session = sent.visit.session
    if session is not None and key_of(session.account.name) == key_of(sent.one("name")):
        raise ArchiveError("this is your own account", "ask another admin")


def _same(sent: Posted) -> None:
    if sent.one("password") != sent.one("again"):
        raise ArchiveError("the two passwords differ", "write the same one twice")


def _own(visit: Visit, fault: ArchiveError | None = None) -> Response:
    done = visit.request.query_params.get("done", "")
    return page(visit, "account.html", 400 if fault else 200, fault=fault, done=done)


def _everybody(visit: Visit, fault: ArchiveError | None = None, name: str = "") -> Response:
    known = [one for one in accounts.accounts(visit.archive) if not one.removed]
    done = visit.request.query_params.get("done", "")
    return page(visit, "accounts.html", 400 if fault else 200, accounts=known, roles=ROLES, fault=fault, name=name,
                done=done if done in {"added", "role", "password", "removed"} else "")

"""Whoever gives a name with its password is in; what is answered to anything else tells nothing of either."""

from fastapi import APIRouter
from starlette.responses import Response

from rasad.api.browsers import address_of, let_in, let_out
from rasad.archive import passwords, sessions
from rasad.archive.accounts import proven
from rasad.workbench.rendering import local, onward, page
from rasad.workbench.visits import LONGEST_NAME, Sending, Visit, Visiting

router = APIRouter()


@router.get("/login")
def form(visit: Visiting) -> Response:
    """The form by which one comes in; whoever is in needs none."""
    after = local(visit.request.query_params.get("next", "/"))
    return onward(after) if visit.role else page(visit, "login.html", after=after, fault="", name="")


@router.post("/login")
def come_in(sent: Sending) -> Response:
    """The browser has a session that is new, or an answer that is the same whatever was wrong."""
    visit, after = sent.visit, local(sent.one("next"))
    if visit.session is None and visit.role:
        return onward(after)  # on this machine nobody has to
    name = sent.one("name")[:LONGEST_NAME]
    state = visit.request.app.state
    address = address_of(visit.request, state.proxies)
    wait = state.logins.wait(name, address)
    if wait:
        return _refused(visit, 429, "often", name, after, wait)
    account = proven(visit.archive, name, sent.one("password")[:passwords.LONGEST + 1])
    if account is None:
        return _refused(visit, 401, "wrong", name, after)
    state.logins.succeeded(name, address)
    if visit.session is not None:
        sessions.closed(visit.archive, visit.session.token)
    answer = onward(after)
    let_in(visit.request, answer, sessions.opened(visit.archive, account).token)
    return answer


@router.post("/logout")
def leave(sent: Sending) -> Response:
    """The session is over, here and in the archive."""
    answer = onward("/login" if sent.visit.session else "/")
    if sent.visit.session is not None:
        sessions.closed(sent.visit.archive, sent.visit.session.token)
        let_out(sent.visit.request, answer)
    return answer


def _refused(visit: Visit, status: int, fault: str, name: str, after: str, wait: int = 0) -> Response:  # noqa: PLR0913, PLR0917
    answer = page(visit, "login.html", status, after=after, fault=fault, name=name)
    if wait:
        answer.headers["Retry-After"] = str(wait)
    return answer

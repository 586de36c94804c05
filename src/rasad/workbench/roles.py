"""What a page asks of its visitor stands here and nowhere else; what is not named here asks for the most.

A page that is only seen is open to every reader, a form that is sent to an admin alone, unless a line here says so.
"""

from fastapi import Request

from rasad.archive.accounts import ADMIN, READER, REVIEWER, ROLES

ANYBODY = ""  # also somebody who is not in
_ASKS = {
    ("GET", "/login"): ANYBODY, ("POST", "/login"): ANYBODY, ("POST", "/logout"): READER,
    ("POST", "/name"): READER, ("POST", "/blind"): REVIEWER, ("POST", "/account/password"): READER,
    ("GET", "/review"): REVIEWER, ("POST", "/review"): REVIEWER, ("POST", "/review/all"): REVIEWER,
    ("POST", "/undo"): REVIEWER, ("POST", "/reports/{id_}/records"): REVIEWER,
    ("GET", "/adjudicate"): REVIEWER, ("POST", "/adjudicate"): REVIEWER,
    ("GET", "/paste"): ADMIN, ("GET", "/intakes/{id_}"): ADMIN, ("GET", "/accounts"): ADMIN,
}


def asked(request: Request) -> str:
    """The role that the page of a request asks for."""
    path = getattr(request.scope.get("route"), "path", "")
    return asked_of(request.method, path)


def asked_of(method: str, path: str) -> str:
    """The role that a page asks for, by its path as it is declared."""
    return _ASKS.get((method, path), READER if method == "GET" else ADMIN)


def may(role: str, wanted: str) -> bool:
    """Whether somebody of a role may do what asks for another; "" is the role of somebody who is not in."""
    return wanted == ANYBODY or (role in ROLES and ROLES.index(role) >= ROLES.index(wanted))

"""A session is known by a token that only its browser has; it ends when it is left, when nothing is heard, or in time.

The archive keeps the token's digest and whose it is. What the account may do is asked at every request, so that a role
that was taken away is gone at once.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, insert, select, update

from rasad.archive.accounts import Account
from rasad.archive.errors import ArchiveError
from rasad.archive.opening import Archive
from rasad.archive.tables import SESSIONS, USERS

IDLE, WHOLE = timedelta(hours=2), timedelta(hours=12)
_STEP = timedelta(minutes=5)  # how often it is written down that somebody is there
_BYTES = 32


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is in."""

    token: str
    account: Account

    @property
    def secret(self) -> str:
        """What the forms of the session carry: nobody who has not the token can tell it."""
        return sha256(b"form " + self.token.encode("utf-8", "replace")).hexdigest()


def opened(archive: Archive, account: Account, at: datetime | None = None) -> Session:
    """A new session of the account; sessions that are over are forgotten."""
    at, token = at or _now(), secrets.token_urlsafe(_BYTES)
    with archive.writing() as connection:
        over = SESSIONS.c.made < _told(at - WHOLE), SESSIONS.c.seen < _told(at - IDLE)
        connection.execute(delete(SESSIONS).where(over[0] | over[1]))
        connection.execute(insert(SESSIONS).values(digest=_digest(token), user=account.number, made=_told(at),
                                                   seen=_told(at)))
    return Session(token, account)


def session(archive: Archive, token: str, at: datetime | None = None) -> Session | None:
    """The session of a token, if it is not over and its account is still there."""
    if not token:
        return None
    at = at or _now()
    query = (select(USERS, SESSIONS.c.made.label("begun"), SESSIONS.c.seen)
             .join(USERS, USERS.c.number == SESSIONS.c.user)
             .where(SESSIONS.c.digest == _digest(token), USERS.c.removed == ""))
    with archive.reading() as connection:
        row = connection.execute(query).one_or_none()
    if row is None or row.begun < _told(at - WHOLE) or row.seen < _told(at - IDLE):
        return None
    if row.seen < _told(at - _STEP):
        _seen(archive, token, at)
    return Session(token, Account(row.number, row.name, row.role, row.made))


def closed(archive: Archive, token: str) -> None:
    """The token opens nothing any more."""
    with archive.writing() as connection:
        connection.execute(delete(SESSIONS).where(SESSIONS.c.digest == _digest(token)))


def _seen(archive: Archive, token: str, at: datetime) -> None:
    """It is written down that somebody is there, unless the archive has no time for that."""
    try:
        with archive.writing() as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.digest == _digest(token)).values(seen=_told(at)))
    except ArchiveError:
        return


def _now() -> datetime:
    return datetime.now(UTC)


def _told(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()

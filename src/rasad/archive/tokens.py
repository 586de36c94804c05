"""A token is shown once and kept nowhere: the archive knows only its digest, whose it is, and what it may do."""

import re
import secrets
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import insert, select

from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.identity import now
from rasad.archive.opening import Archive
from rasad.archive.tables import TOKENS

READER, REVIEWER = "reader", "reviewer"
ROLES = (READER, REVIEWER)
_PREFIX, _BYTES = "rasad_", 32
_NAME = re.compile(r"\S(.{0,98}\S)?")


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose a token is, and what it may do: a reader reads, a reviewer judges as well."""

    name: str
    role: str
    made: str
    revoked: str = ""


def add(archive: Archive, name: str, role: str) -> str:
    """A new token for somebody who has none that holds; it is told here and never again."""
    if role not in ROLES:
        raise ArchiveError(f"{role!r} is no role", f"there is {', '.join(ROLES)}")
    if not (_NAME.fullmatch(name) and name.isprintable()):
        raise ArchiveError(f"{name!r} is no name", "give a name of up to 100 characters")
    token = _PREFIX + secrets.token_urlsafe(_BYTES)
    with archive.writing() as connection:
        if connection.scalar(select(TOKENS.c.number).where(TOKENS.c.name == name, TOKENS.c.revoked == "")) is not None:
            raise ArchiveError(f"{name} has a token", f"revoke it first: rasad token revoke {name}")
        connection.execute(insert(TOKENS).values(name=name, role=role, digest=_digest(token), made=now(), revoked=""))
    return token


def revoke(archive: Archive, name: str) -> None:
    """The token of this name no longer holds; MissingError where none does."""
    with archive.writing() as connection:
        changed = connection.execute(TOKENS.update().where(TOKENS.c.name == name, TOKENS.c.revoked == "")
                                     .values(revoked=now()))
    if not changed.rowcount:
        raise MissingError(f"{name} has no token", "see: rasad token list")


def holder(archive: Archive, token: str) -> Holder | None:
    """Whose the token is, if it holds."""
    query = select(TOKENS).where(TOKENS.c.digest == _digest(token), TOKENS.c.revoked == "")
    with archive.reading() as connection:
        row = connection.execute(query).one_or_none()
    return Holder(row.name, row.role, row.made) if row is not None else None


def holders(archive: Archive) -> list[Holder]:
    """Everybody who has or had a token, in the order in which they got it."""
    with archive.reading() as connection:
        return [Holder(row.name, row.role, row.made, row.revoked)
                for row in connection.execute(select(TOKENS).order_by(TOKENS.c.number))]


def any_holds(archive: Archive) -> bool:
    """Whether anybody has a token that holds."""
    return any(not one.revoked for one in holders(archive))


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()

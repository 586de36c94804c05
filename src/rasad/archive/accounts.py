"""An account is a name that may be somebody: what it may do is its role, and its password is known to nobody else.

Names that are told apart only by spelling are one name. An account that was removed keeps its row, since judgements
carry its name; whoever gets the name again is the same reviewer.
"""

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from rasad.archive import passwords
from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.identity import now
from rasad.archive.opening import Archive
from rasad.archive.tables import SESSIONS, USERS
from rasad.archive.words import folded

READER, REVIEWER, ADMIN = "reader", "reviewer", "admin"
ROLES = (READER, REVIEWER, ADMIN)  # each may do what the one before may
_NAME = re.compile(r"\S(.{0,98}\S)?")
_HALF_SPACE = "\u200c"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may use the archive over the network."""

    number: int
    name: str
    role: str
    made: str
    removed: str = ""


def add(archive: Archive, name: str, role: str, password: str) -> None:
    """Somebody has an account; ArchiveError where the name has one, or means nothing."""
    name = " ".join(name.split())
    _check(name, role)
    passwords.check(password, name)
    told = {"name": name, "role": role, "password": passwords.hashed(password), "made": now(), "removed": ""}
    with archive.writing() as connection:
        known = connection.execute(select(USERS).where(USERS.c.key == key_of(name))).one_or_none()
        if known is None:
            connection.execute(insert(USERS).values(key=key_of(name), **told))
        elif known.removed:
            connection.execute(update(USERS).where(USERS.c.number == known.number).values(**told))
        else:
            raise ArchiveError(f"{known.name} has an account", "take another name, or remove that account first")


def remove(archive: Archive, name: str) -> None:
    """Nobody gets in by this name, and whoever was in by it is out."""
    with archive.writing() as connection:
        one = _named(connection, name)
        connection.execute(update(USERS).where(USERS.c.number == one.number).values(removed=now(), password=""))
        _out(connection, one)


def set_password(archive: Archive, name: str, password: str) -> None:
    """The account has this password, and whoever was in by the one before is out."""
    passwords.check(password, name)
    made = passwords.hashed(password)
    with archive.writing() as connection:
        one = _named(connection, name)
        connection.execute(update(USERS).where(USERS.c.number == one.number).values(password=made))
        _out(connection, one)


def set_role(archive: Archive, name: str, role: str) -> None:
    """The account may do what the role says, from the next request on."""
    with archive.writing() as connection:
        one = _named(connection, name)
        _check(one.name, role)
        connection.execute(update(USERS).where(USERS.c.number == one.number).values(role=role))


def proven(archive: Archive, name: str, password: str) -> Account | None:
    """Whose name and password these are; None for any other, after as long."""
    with archive.reading() as connection:
        row = connection.execute(select(USERS).where(USERS.c.key == key_of(name), USERS.c.removed == "")).one_or_none()
    known = row.password if row is not None else ""
    if not passwords.fits(password[:passwords.LONGEST], known) or row is None:
        return None
    if passwords.outdated(known):
        with archive.writing() as connection:
            same = USERS.c.number == row.number, USERS.c.password == known
            connection.execute(update(USERS).where(*same).values(password=passwords.hashed(password)))
    return Account(row.number, row.name, row.role, row.made)


def accounts(archive: Archive) -> list[Account]:
    """Everybody who has or had an account, in the order in which they got it."""
    with archive.reading() as connection:
        return [Account(row.number, row.name, row.role, row.made, row.removed)
                for row in connection.execute(select(USERS).order_by(USERS.c.number))]


def any_holds(archive: Archive) -> bool:
    """Whether anybody has an account."""
    return any(not one.removed for one in accounts(archive))


def _named(connection: Connection, name: str) -> Account:
    row = connection.execute(select(USERS).where(USERS.c.key == key_of(name), USERS.c.removed == "")).one_or_none()
    if row is None:
        raise MissingError(f"{name} has no account", "see: rasad user list")
    return Account(row.number, row.name, row.role, row.made)


def _out(connection: Connection, one: Account) -> None:
    connection.execute(delete(SESSIONS).where(SESSIONS.c.user == one.number))


def _check(name: str, role: str) -> None:
    if role not in ROLES:
        raise ArchiveError(f"{role!r} is no role", f"there is {', '.join(ROLES)}")
    if not (_NAME.fullmatch(name) and name.replace(_HALF_SPACE, "").isprintable() and key_of(name)):
        raise ArchiveError(f"{name!r} is no name", "give a name of up to 100 characters, all of which can be seen")


def key_of(name: str) -> str:
    """The name in the one spelling of all that look like it."""
    told = unicodedata.normalize("NFKC", name.replace("\0", "")).encode("utf-8", "replace").decode()
    return " ".join(folded(told).casefold().split())[:200]

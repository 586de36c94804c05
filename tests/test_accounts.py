"""Accounts, sessions and the pace of tries: who is in, for how long, and what nobody can tell from outside."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conftest import Rasad
from sqlalchemy import select

from rasad.api.pace import Pace
from rasad.archive import Archive, ArchiveError, accounts, passwords, sessions
from rasad.archive.accounts import ADMIN, READER, REVIEWER
from rasad.archive.tables import SESSIONS, USERS
from rasad.workbench.logins import Logins

COST = passwords._COST  # noqa: SLF001 - as it is outside of tests
GOOD = "چهار کلمهٔ بی‌ربط و دراز"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hashes cost little."""
    monkeypatch.setattr(passwords, "_COST", 4)
    passwords._nobody.cache_clear()  # noqa: SLF001 - it was made at another cost
    yield
    passwords._nobody.cache_clear()  # noqa: SLF001


def test_a_hash_costs_what_is_asked_for_today_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parameters that OWASP holds enough stand in the hash, the password does not, and no two hashes are alike."""
    monkeypatch.setattr(passwords, "_COST", COST)
    one, other = passwords.hashed(GOOD), passwords.hashed(GOOD)
    assert one.split("$")[:4] == ["scrypt", "15", "8", "3"]
    assert one != other
    assert GOOD not in one
    assert passwords.fits(GOOD, one)
    assert not passwords.fits(GOOD + " ", one)


def test_a_hash_of_other_parameters_still_holds_and_is_made_anew(archive: Archive,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    """When the cost is raised, the old hash lets its owner in once more, and is then one of the new cost."""
    accounts.add(archive, "سارا", READER, GOOD)
    monkeypatch.setattr(passwords, "_COST", 5)
    assert accounts.proven(archive, "سارا", GOOD) is not None
    with archive.reading() as connection:
        assert str(connection.scalar(select(USERS.c.password))).split("$")[1] == "5"
    assert accounts.proven(archive, "سارا", GOOD) is not None


def test_a_password_typed_on_another_keyboard_is_the_same() -> None:
    """Letters that Unicode holds to be one, composed or not, make one password."""
    assert passwords.fits("cafe\u0301 au lait", passwords.hashed("caf\u00e9 au lait"))


@pytest.mark.parametrize("bad", ["", "kurz", "aaaaaaaaaaaaaaa", "ababababababab", "x" * 1001, "سارا کریمی ما"])
def test_a_password_that_is_easily_guessed_is_refused(bad: str, archive: Archive) -> None:
    """Too short, too long, of few letters, or the name itself: no account is made."""
    with pytest.raises(ArchiveError):
        accounts.add(archive, "سارا کریمی ما", READER, bad)
    assert accounts.accounts(archive) == []


@pytest.mark.parametrize("bad", ["", " ", "a\u202eb", "a\u2066b\u2069", "a\x00b", "a\nb\x07", "\u200c", "x" * 101])
def test_a_name_that_cannot_be_seen_is_refused(bad: str, archive: Archive) -> None:
    """Signs that turn or hide the letters around them are in no name."""
    with pytest.raises(ArchiveError):
        accounts.add(archive, bad, READER, GOOD)


@pytest.mark.parametrize("same", ["مریم علی‌پور", "مريم علي‌پور", "مریم علی پور", "  مریم   علی‌پور "])
def test_one_name_in_another_spelling_is_no_other_account(same: str, archive: Archive) -> None:
    """Arabic and Persian letters, half-spaces and spaces make no difference, for adding and for coming in."""
    accounts.add(archive, "مریم علی‌پور", REVIEWER, GOOD)
    with pytest.raises(ArchiveError, match="has an account"):
        accounts.add(archive, same, READER, GOOD)
    found = accounts.proven(archive, same, GOOD)
    assert found is not None
    assert (found.name, found.role) == ("مریم علی‌پور", REVIEWER)


def test_only_the_password_of_the_account_lets_in(archive: Archive) -> None:
    """Neither another's password, nor a name nobody has, nor one that was removed, nor an empty one."""
    accounts.add(archive, "سارا", READER, GOOD)
    accounts.add(archive, "علی", READER, GOOD[::-1])
    assert accounts.proven(archive, "سارا", GOOD[::-1]) is None
    assert accounts.proven(archive, "رضا", GOOD) is None
    accounts.remove(archive, "سارا")
    assert accounts.proven(archive, "سارا", GOOD) is None
    assert accounts.proven(archive, "سارا", "") is None


def test_a_name_that_nobody_has_takes_as_long(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash is tried whether or not somebody has the name, with the same parameters."""
    accounts.add(archive, "سارا", READER, GOOD)
    tried: list[tuple[Any, ...]] = []
    made = passwords._made  # noqa: SLF001

    def watched(*how: Any) -> bytes:
        tried.append(how[2:])
        return made(*how)

    monkeypatch.setattr(passwords, "_made", watched)
    passwords.fits("x", "")  # the hash of nobody is made once
    tried.clear()
    for name in ("سارا", "رضا"):
        accounts.proven(archive, name, "غلط غلط غلط")
    assert tried[0] == tried[1]
    assert len(tried) == 2


def test_a_session_ends_idle_in_time_and_when_it_is_left(archive: Archive) -> None:
    """Two hours without a request, twelve hours in all, or leaving end it; requests in between keep it."""
    accounts.add(archive, "سارا", READER, GOOD)
    account = accounts.accounts(archive)[0]
    start = datetime(2026, 5, 10, 8, tzinfo=UTC)
    token = sessions.opened(archive, account, start).token
    assert sessions.session(archive, token, start + timedelta(hours=2, seconds=1)) is None
    for hour in range(1, 12):
        assert sessions.session(archive, token, start + timedelta(hours=hour)) is not None
    assert sessions.session(archive, token, start + timedelta(hours=12, seconds=1)) is None
    left = sessions.opened(archive, account, start + timedelta(hours=13)).token
    sessions.closed(archive, left)
    assert sessions.session(archive, left, start + timedelta(hours=13)) is None


def test_the_archive_does_not_know_the_token(archive: Archive) -> None:
    """What is kept of a session opens nothing, and sessions that are over are forgotten."""
    accounts.add(archive, "سارا", READER, GOOD)
    account = accounts.accounts(archive)[0]
    start = datetime(2026, 5, 10, tzinfo=UTC)
    token = sessions.opened(archive, account, start).token
    with archive.reading() as connection:
        kept = [str(value) for value in connection.execute(select(SESSIONS)).one()]
    assert token not in " ".join(kept)
    assert sessions.session(archive, kept[0], start) is None
    sessions.opened(archive, account, start + timedelta(days=1))
    with archive.reading() as connection:
        assert len(connection.execute(select(SESSIONS)).all()) == 1


@pytest.mark.parametrize("change", ["password", "remove"])
def test_whoever_is_in_is_out_when_the_account_changes(change: str, archive: Archive) -> None:
    """Another password, and removal, end every session of the account and of no other."""
    for name in ("سارا", "علی"):
        accounts.add(archive, name, READER, GOOD)
    tokens = [sessions.opened(archive, account).token for account in accounts.accounts(archive)]
    if change == "password":
        accounts.set_password(archive, "سارا", GOOD + "!")
    else:
        accounts.remove(archive, "سارا")
    assert sessions.session(archive, tokens[0]) is None
    assert sessions.session(archive, tokens[1]) is not None


def test_a_role_holds_from_the_next_request_on(archive: Archive) -> None:
    """A session has the role that its account has now."""
    accounts.add(archive, "سارا", ADMIN, GOOD)
    token = sessions.opened(archive, accounts.accounts(archive)[0]).token
    accounts.set_role(archive, "سارا", READER)
    found = sessions.session(archive, token)
    assert found is not None
    assert found.account.role == READER


def test_a_removed_name_may_be_given_again(archive: Archive) -> None:
    """The account is the old one with a new password and role."""
    accounts.add(archive, "سارا", ADMIN, GOOD)
    accounts.remove(archive, "سارا")
    assert not accounts.any_holds(archive)
    accounts.add(archive, "سارا", READER, GOOD + "!")
    assert [(one.role, one.removed) for one in accounts.accounts(archive)] == [(READER, "")]
    assert accounts.proven(archive, "سارا", GOOD) is None


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def test_a_pace_lets_through_again_in_time() -> None:
    """After so many times one waits until the first of them is long enough ago; others do not wait."""
    clock = Clock()
    pace = Pace(2, 60, clock)
    for at in (0.0, 30.0):
        clock.now = at
        assert pace.wait("a") == 0
        pace.count("a")
    assert (pace.wait("a"), pace.wait("b")) == (30, 0)
    clock.now = 61.0
    assert pace.wait("a") == 0


def test_tries_are_few_for_a_name_and_for_an_address() -> None:
    """Five for a name from one address, more for a name from everywhere, and for an address over all names."""
    logins = Logins()
    assert [logins.wait("سارا", "192.0.2.1") > 0 for _ in range(6)] == [False] * 5 + [True]
    assert logins.wait("علی", "192.0.2.1") == 0
    logins = Logins()
    assert [logins.wait("سارا", f"192.0.2.{n}") > 0 for n in range(26)] == [False] * 25 + [True]
    logins = Logins()
    assert [logins.wait(f"n{n}", "192.0.2.1") > 0 for n in range(51)] == [False] * 50 + [True]


def test_tries_that_succeed_lock_nobody_out() -> None:
    """A team behind one address comes in as often as it likes."""
    logins = Logins()
    for n in range(200):
        assert logins.wait(f"n{n % 3}", "192.0.2.1") == 0
        logins.succeeded(f"n{n % 3}", "192.0.2.1")


def test_accounts_are_made_on_the_command_line(rasad: Rasad, tmp_path: Any) -> None:
    """The password comes from standard input and stands in no argument; the list tells who has or had an account."""
    name = str(tmp_path / "a.sqlite")
    made = rasad("user", "add", "سارا", "--role", "admin", "--archive", name, stdin=f"{GOOD}\n".encode())
    assert (made.code, made.err) == (0, "")
    assert GOOD not in made.out
    with Archive(name) as archive:
        assert accounts.proven(archive, "سارا", GOOD) is not None
        assert rasad("user", "password", "سارا", "--archive", name, stdin=f"{GOOD}!\n".encode()).code == 0
        assert accounts.proven(archive, "سارا", GOOD) is None
        assert accounts.proven(archive, "سارا", f"{GOOD}!") is not None
    listed = rasad("user", "list", "--archive", name).out.split("\t")
    assert (listed[0], listed[1], listed[3]) == ("سارا", "admin", "holds\n")
    assert rasad("user", "remove", "سارا", "--archive", name).code == 0
    assert "removed" in rasad("user", "list", "--archive", name).out


@pytest.mark.parametrize("told", ["", "short\n", "\n"])
def test_no_account_without_a_password(told: str, rasad: Rasad, tmp_path: Any) -> None:
    """An empty or short password is refused with what to do, and there is no account."""
    name = str(tmp_path / "a.sqlite")
    made = rasad("user", "add", "سارا", "--archive", name, stdin=told.encode())
    assert (made.code, "characters" in made.err) == (1, True)
    assert rasad("user", "list", "--archive", name).out == ""

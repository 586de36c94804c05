"""A token is shown once; the archive keeps its digest, and it holds until it is revoked."""

from hashlib import sha256
from pathlib import Path

import pytest
from archives import laid_back
from conftest import Rasad
from sqlalchemy import select

from rasad.archive import Archive, ArchiveError
from rasad.archive.tables import TOKENS
from rasad.archive.tokens import add, any_holds, holder, holders, revoke


def test_a_token_is_known_by_its_digest_alone(archive: Archive) -> None:
    """The archive holds the SHA-256 of a token and not the token."""
    token = add(archive, "سارا", "reviewer")
    with archive.reading() as connection:
        row = connection.execute(select(TOKENS)).mappings().one()
    assert row["digest"] == sha256(token.encode()).hexdigest()
    assert token not in str(dict(row))


def test_a_token_holds_until_it_is_revoked(archive: Archive) -> None:
    """Its holder is known, and unknown once it is revoked; another token can then be given."""
    token = add(archive, "سارا", "reviewer")
    known = holder(archive, token)
    assert known is not None
    assert (known.name, known.role) == ("سارا", "reviewer")
    assert any_holds(archive)
    revoke(archive, "سارا")
    assert holder(archive, token) is None
    assert not any_holds(archive)
    assert holder(archive, add(archive, "سارا", "reader")) is not None
    assert [bool(one.revoked) for one in holders(archive)] == [True, False]


@pytest.mark.parametrize("token", ["", "rasad_", "x' OR '1'='1", "\0", "\ud800", "%"])
def test_what_is_no_token_is_nobodys(token: str, archive: Archive) -> None:
    """A string that was never given out is nobody's token."""
    add(archive, "سارا", "reader")
    assert holder(archive, token) is None


def test_one_name_has_one_token(archive: Archive) -> None:
    """A second token for a name is refused while the first holds."""
    add(archive, "سارا", "reader")
    with pytest.raises(ArchiveError, match="revoke"):
        add(archive, "سارا", "reviewer")


@pytest.mark.parametrize(("name", "role"), [("", "reader"), (" x", "reader"), ("a\nb", "reader"), ("x" * 101, "reader"),
                                            ("x", "admin"), ("a\0b", "reader")])
def test_names_and_roles_are_sound(name: str, role: str, archive: Archive) -> None:
    """A name that no line can show and a role that is none are refused."""
    with pytest.raises(ArchiveError):
        add(archive, name, role)


def test_an_archive_without_tokens_is_brought_up_to_date(filled: Archive) -> None:
    """An archive laid out before there were tokens gets their table when it is opened, and keeps what it holds."""
    with filled.writing() as connection:
        laid_back(connection, "0001")
        before = connection.exec_driver_sql("SELECT count(*) FROM reports").scalar()
    url = filled.url.render_as_string(hide_password=False).replace("+psycopg", "")
    with Archive(str(filled.url.database) if filled.sqlite else url) as again:
        assert holder(again, add(again, "سارا", "reader")) is not None
        with again.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM reports").scalar() == before


def test_tokens_from_the_command_line(tmp_path: Path, rasad: Rasad) -> None:
    """A token is printed when it is made and never listed."""
    address = str(tmp_path / "a.sqlite")
    made = rasad("token", "add", "sara", "--role", "reviewer", "--archive", address)
    token = made.out.strip()
    assert (made.code, token[:6]) == (0, "rasad_")
    listed = rasad("token", "list", "--archive", address).out
    assert listed.split("\t")[:2] == ["sara", "reviewer"]
    assert token not in listed
    assert rasad("token", "revoke", "sara", "--archive", address).code == 0
    assert rasad("token", "revoke", "sara", "--archive", address).code == 1
    assert "revoked" in rasad("token", "list", "--archive", address).out

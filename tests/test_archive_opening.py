"""Opening an archive: it is laid out, brought up to date, or left alone with a clear answer."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from archives import laid_back
from sqlalchemy import inspect, select

from rasad.archive import Archive, ArchiveError
from rasad.archive.layout import laid_out
from rasad.archive.tables import AGREEMENTS, DYADS, META


def test_migrations_lay_out_exactly_the_tables_of_the_code(archive: Archive) -> None:
    """The migrations give the tables, columns, keys and indexes that the code works with, and the index of words."""
    with archive.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda _o, name, *_: "words" not in name}
        )
        assert compare_metadata(context, META) == []
        assert "words" in inspect(connection).get_table_names()


def test_an_archive_opens_again(filled: Archive) -> None:
    """Opening an archive that is there changes nothing in it."""
    address = str(filled.url.database) if filled.sqlite else filled.url.render_as_string(hide_password=False)
    with filled.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM reports").scalar()
    with Archive(address.replace("+psycopg", "")) as again, again.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM reports").scalar() == before == 14


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    """A text file is no archive, and is not touched."""
    path = tmp_path / "notes.sqlite"
    path.write_text("notes of mine " * 100)
    with pytest.raises(ArchiveError, match="no archive"):
        Archive(str(path))
    assert path.read_text() == "notes of mine " * 100


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """A database with tables of another program gets none of ours."""
    path = tmp_path / "shop.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE orders (id)")
    connection.close()
    with pytest.raises(ArchiveError, match="another program"):
        Archive(str(path))
    with sqlite3.connect(path) as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["orders"]
    connection.close()


def test_an_archive_of_a_newer_version_is_left_alone(archive: Archive) -> None:
    """An archive laid out by a newer version is named as such."""
    with archive.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    address = str(archive.url.database) if archive.sqlite else archive.url.render_as_string(hide_password=False)
    with pytest.raises(ArchiveError, match="newer Rasad"):
        Archive(address)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing/rasad.sqlite", "no folder"),
        ("", "is a folder"),
        ("none.sqlite", "no archive"),
    ],
)
def test_a_place_where_no_archive_can_be_is_named(name: str, said: str, tmp_path: Path) -> None:
    """A missing folder, a folder itself, and a missing archive that is only to be read are told apart."""
    with pytest.raises(ArchiveError, match=said):
        Archive(str(tmp_path / name), make=False)


@pytest.mark.parametrize("address", ["mysql://root@localhost/x", "://", "postgresql://", "nonsense://a"])
def test_an_address_of_no_database_is_refused(address: str) -> None:
    """An address that names no database, or one that no archive is kept in, is refused with what to write."""
    with pytest.raises(ArchiveError):
        Archive(address, patience=1)


def test_an_older_archive_gets_the_views_that_came_later(filled: Archive) -> None:
    """An archive laid out before there were dyads and agreements has, once opened, those its codings would give now."""
    views = [select(table).order_by(*table.c) for table in (DYADS, AGREEMENTS)]
    with filled.reading() as connection:
        known = [connection.execute(view).all() for view in views]
    with filled.writing() as connection:
        laid_back(connection, "0002")
    laid_out(filled.engine)
    with filled.reading() as connection:
        assert all(known)
        assert [connection.execute(view).all() for view in views] == known

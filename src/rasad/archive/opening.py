"""An archive that opens is whole and of the present layout: it is made, or brought up to date, when it is opened.

`reading` and `writing` are the only ways in. What `writing` has left without an error is on the disk; what
was begun and not finished is gone, also when the process is killed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from rasad.archive.errors import ArchiveError, UnavailableError
from rasad.archive.layout import laid_out

DEFAULT = "rasad.sqlite"
VARIABLE = "RASAD_ARCHIVE"
_PATIENCE = 30  # seconds that one writer waits for another


class Archive:
    """One archive: a file, or a database that a URL names."""

    def __init__(self, name: str = "", *, make: bool = True, patience: float = _PATIENCE) -> None:
        self.url = _url(name or os.environ.get(VARIABLE, "") or DEFAULT)
        self.patience = patience
        self.sqlite = self.url.get_backend_name() == "sqlite"
        _check(self.url, make=make)
        try:
            with _told(self.name):
                laid_out(self.engine)
        except BaseException:
            self.close()
            raise

    @property
    def name(self) -> str:
        """What the archive is called in messages, without a password."""
        return str(self.url.database) if self.sqlite else self.url.render_as_string(hide_password=True)

    @cached_property
    def engine(self) -> Engine:
        """The connections to the database, made when they are needed."""
        if self.sqlite:
            engine = create_engine(self.url, hide_parameters=True,
                                   connect_args={"timeout": self.patience, "check_same_thread": False})
            event.listen(engine, "connect", _begin_ourselves)
            event.listen(engine, "begin", _begin)
            return engine
        return create_engine(self.url, hide_parameters=True, pool_pre_ping=True,
                             connect_args={"connect_timeout": int(self.patience)})

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the archive as it is at one moment."""
        engine = self.engine if self.sqlite else self.engine.execution_options(isolation_level="REPEATABLE READ")
        with _told(self.name), engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose work is kept as a whole when the block ends, or not at all."""
        engine = self.engine.execution_options(writes=True)
        with _told(self.name), engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """All connections are given back."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _url(name: str) -> URL:
    """The URL of a database, or of the SQLite file with this name."""
    if "://" not in name:
        return URL.create("sqlite", database=name)
    try:
        url = make_url(name)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError, NoSuchModuleError):
        raise ArchiveError("the address of the archive cannot be read",
                           "give it as postgresql://user@host/name") from None
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        return url
    raise ArchiveError(f"no archive is kept in {backend}", "give a file name, or a postgresql:// address")


def _check(url: URL, *, make: bool) -> None:
    """The folder of a file is there and the file is an archive, or may be made."""
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
        return
    path = Path(str(url.database))
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder", "name a file, as rasad.sqlite")
    if not path.parent.is_dir():
        raise ArchiveError(f"there is no folder {path.parent}", "make it first, or name another file")
    if not path.exists() and not make:
        raise ArchiveError(f"there is no archive {path}", "collect reports first: rasad collect FILE…")


def _begin_ourselves(connection: Any, _record: object) -> None:  # noqa: ANN401 - whatever the driver gives
    """Transactions begin where the archive says, readers read on while one writes, and commits reach the disk."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY",
                   "cache_size = -65536", "mmap_size = 1073741824"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes its turn at once, so that two never wait for each other."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_SAID = (
    ("database is locked", "another program has kept it for too long", "try again when that one is done"),
    ("disk is full", "the disk is full", "make room and run it again: what was kept before is there"),
    ("not a database", "this file is no archive", "name another file"),
    ("disk I/O error", "the disk cannot be written or read", "check the disk and the room on it"),
    ("readonly database", "it may only be read", "check who may write the file and its folder"),
    ("unable to open", "the file cannot be opened", "check who may read and write it and its folder"),
    ("malformed", "the file is damaged", "take it from a copy"),
    ("no space left", "the disk is full", "make room and run it again: what was kept before is there"),
    ("lock timeout", "another program has kept it for too long", "try again when that one is done"),
    ("authentication", "the database does not let this user in", "check the name and the password in the address"),
    ("connection", "the database does not answer", "check that it runs and that the address is right"),
)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """A fault of the database is an ArchiveError that says what to do."""
    try:
        yield
    except (OperationalError, DBAPIError) as error:
        said = str(error.orig).lower()
        for sign, what, remedy in _SAID:
            if sign in said:
                raise UnavailableError(f"{name}: {what}", remedy) from error
        raise UnavailableError(f"{name}: {' '.join(str(error.orig).split())}") from error
    except SQLAlchemyError as error:
        raise UnavailableError(f"{name}: {' '.join(str(error).split())[:200]}") from error

"""Archives for tests: a new one a test, on SQLite and, where RASAD_TEST_POSTGRES names a server, on PostgreSQL.

RASAD_TEST_POSTGRES is the address of a database in which others may be made, as postgresql://postgres@127.0.0.1:5432/postgres.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, make_url, text

from rasad.archive.corrections import added
from rasad.archive.keeping import Incoming, with_id
from rasad.archive.prepared import prepare, taken
from rasad.public import pack_of
from rasad.records import Report

SERVER = os.environ.get("RASAD_TEST_POSTGRES", "")
KINDS = ("sqlite", "postgresql")
_NUMBERS = count(1)
_STEPS = {  # how each step of the layout is undone
    "0005": ("DROP TABLE opinions", "DROP TABLE sessions", "DROP TABLE users",
             "ALTER TABLE judgements DROP COLUMN manner"),
    "0004": ("DROP TABLE agreements",),
    "0003": ("DROP TABLE dyads", "DROP INDEX ix_events_counted", "DROP INDEX ix_parties_on_side",
             "CREATE INDEX ix_events_first ON events (first)"),
    "0002": ("DROP TABLE tokens",),
}


def laid_back(connection: Connection, version: str) -> None:
    """The archive is laid out as it was at a version, with all that it holds and was held then."""
    for step in (one for one in _STEPS if one > version):
        for command in _STEPS[step]:
            connection.exec_driver_sql(command)
    connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})


@contextmanager
def new_archive(kind: str, folder: Path) -> Iterator[str]:
    """The address of an archive that is not there yet, gone when the block ends."""
    if kind == "sqlite":
        yield str(folder / "archive.sqlite")
        return
    if not SERVER:
        pytest.skip("RASAD_TEST_POSTGRES names no server")
    server = make_url(SERVER).set(drivername="postgresql+psycopg")
    name = f"rasad_test_{os.getpid()}_{next(_NUMBERS)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    try:
        yield server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()


@lru_cache(maxsize=256)
def incoming(
    text: str, source: str = "ایسنا", published: str = "2026-05-10T12:00:00", url: str = "", title: str = ""
) -> Incoming:
    """A report of a file, coded and ready to be kept."""
    report = with_id(Report(text, "", source, published, url, title))
    original = json.dumps({"text": text, "source": source}, ensure_ascii=False).encode()
    return Incoming(
        report, "given-1", original, "application/json", "file", "reports.jsonl", taken(prepare(report, pack_of()))
    )


def told_by_hand(base: Incoming, *records: Mapping[str, Any]) -> Incoming:
    """The report with these records for its coding, each in the short form that a reviewer gives, with its `id`.

    So a test does not hang on what the coder makes of a text.
    """
    assert base.prepared is not None
    whole = [
        {**added({k: v for k, v in told.items() if k != "id"}, base.report.text), "id": told["id"]} for told in records
    ]
    coded = {
        **base.prepared.coded,
        "events": [r for r in whole if "type" in r],
        "statements": [r for r in whole if "type" not in r],
    }
    return replace(base, prepared=replace(base.prepared, coded=coded))


def sample_reports(path: Path) -> list[Incoming]:
    """The bundled sample reports, coded and ready to be kept."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [incoming(r["text"], r["source"], r["published"], r.get("url", ""), r.get("title", "")) for r in rows]

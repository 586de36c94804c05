"""The layout of an archive is the newest of its migrations; an archive laid out by a newer Rasad is left alone."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from rasad.archive.errors import ArchiveError

_HERE = Path(__file__).parent / "migrations"
_KEY = 0x7261736164  # by which two that open a new database at once wait for each other


def laid_out(engine: Engine) -> None:
    """The database has the tables of this Rasad; ArchiveError where it holds something else."""
    config = _config()
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect() as connection:
        if _present(connection) == newest:
            return
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_KEY})")
        present = _present(connection)
        if present == newest:
            return
        _check(connection, present, config)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    return config


def _present(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _check(connection: Connection, present: str | None, config: Config) -> None:
    if present is None and inspect(connection).get_table_names():
        raise ArchiveError("the database holds tables of another program", "name a new file or an empty database")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if present is not None and present not in known:
        raise ArchiveError("the archive was laid out by a newer Rasad", "install that version to open it")

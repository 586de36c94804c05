"""A row that is there already is left as it is: adding it again changes nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, Any]


def adding(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """The statement that adds rows to the table, those whose key it holds left as they are."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    return insert(table).on_conflict_do_nothing()


def inserted(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """The rows are in the table, those whose key it held before unchanged."""
    if rows:
        connection.execute(adding(connection, table), list(rows))

"""An actor code begins with its country or body: «ISR.MIL» is of «ISR»."""

from sqlalchemy import ColumnElement, Connection, func

CONFLICT = "% conflict"  # how classes of events that are conflict are told


def land(connection: Connection, code: ColumnElement[str]) -> ColumnElement[str]:
    """The country or body of a code, "" for no code."""
    if connection.dialect.name == "postgresql":
        return func.split_part(code, ".", 1)
    return func.substr(code, 1, func.instr(code.concat("."), ".") - 1)

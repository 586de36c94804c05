"""`rasad show` prints a report or a record of an archive, with its evidence and everything that was made of it."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from rasad.cli.choosing import in_archive

if TYPE_CHECKING:
    from rasad.archive.history import History

_TABLE, _JSON = "table", "json"


@click.command("show")
@click.argument("id_", metavar="ID")
@in_archive
@click.option("--format", "form", type=click.Choice([_TABLE, _JSON]),
              help="What to print; a table in a terminal and JSON elsewhere, unless told.")
@click.option("--original", is_flag=True, help="Print the bytes that the report came in, and nothing else.")
def command(*, id_: str, archive_name: str, form: str | None, original: bool) -> int:
    """Show a report or a record: the text with its evidence marked, the records, codings, copies and judgements.

    ID is that of a report or of a record, as `rasad find` gives it, or the id that the report came with.
    """
    from rasad.archive import Archive  # noqa: PLC0415 - help needs no database
    from rasad.archive.history import history  # noqa: PLC0415
    from rasad.archive.stored import original as bytes_of  # noqa: PLC0415

    with Archive(archive_name, make=False) as archive, archive.reading() as connection:
        told = history(connection, id_)
        if original:
            sys.stdout.buffer.write(bytes_of(connection, told.stored.number)[1])
            return 0
    if (form or (_TABLE if sys.stdout.isatty() else _JSON)) == _JSON:
        click.echo(json.dumps(told.as_dict(), ensure_ascii=False, indent=1))
    else:
        click.echo(_table(told), nl=False)
    return 0


def _table(told: "History") -> str:
    from rich.text import Text  # noqa: PLC0415

    from rasad.cli.screen import screen_of  # noqa: PLC0415
    from rasad.cli.table import Table  # noqa: PLC0415

    screen = screen_of(sys.stdout)
    coded = told.coded()
    labels = [*zip((s.id for s in coded.statements), (f"s{n}" for n in range(1, 10_000)), strict=False),
              *zip((e.id for e in coded.events), (f"e{n}" for n in range(1, 10_000)), strict=False)]
    lines = [Text(f"{label:<4}{told.id}.{id_}{_state(told, id_)}") for id_, label in labels]
    for title, rows in (("history", told.lines()),):
        lines += [Text(""), Text(title, "bold"), *(Text(row) for row in rows)]
    return Table(screen)(told.stored.report, coded) + screen.printed(lines)


def _state(told: "History", id_: str) -> str:
    """What reviewers made of a record, nothing where none has seen it."""
    standing: Any = told.present.record(id_)
    parts = [standing.review] if standing.review != "machine" else []
    parts += [word for word, so in (("disputed", standing.disputed), ("rejected", standing.rejected)) if so]
    return "  " + ", ".join(parts) if parts else ""

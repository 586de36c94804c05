"""`rasad find` shows what a selection means in an archive: the same records that an export or the API gives."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from rasad.cli.choosing import chosen_by, in_archive

if TYPE_CHECKING:
    from rasad.archive.finding import Found
    from rasad.archive.selection import Selection

_TABLE, _JSON, _CSV = "table", "json", "csv"
_WHATS = ("events", "statements", "reports")


@click.command("find")
@chosen_by
@in_archive
@click.option("--what", "-w", type=click.Choice(_WHATS), default="events", show_default=True, help="What to find.")
@click.option("--format", "form", type=click.Choice([_TABLE, _JSON, _CSV]),
              help="What to print; a table in a terminal and JSON Lines elsewhere, unless told.")
@click.option("--limit", "-n", type=click.IntRange(min=0), default=20, show_default=True, metavar="N",
              help="How many at most; 0 for all.")
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="How many to leave out before.")
def command(*, chosen: "Selection", archive_name: str, what: str, form: str | None, limit: int,  # noqa: PLR0913
            offset: int) -> int:
    """Find events, statements or reports, the newest first.

    WORDS are words that the report holds, in any spelling; words in quotes stand together. Options narrow each other;
    one option given twice widens: --type ASSAULT --type COERCE. What several outlets carry counts once, unless
    --copies is given.
    """
    from rasad.archive import Archive  # noqa: PLC0415 - help needs no database
    from rasad.archive.exporting import in_context  # noqa: PLC0415
    from rasad.archive.finding import count, find  # noqa: PLC0415

    form = form or (_TABLE if sys.stdout.isatty() else _JSON)
    with Archive(archive_name, make=False) as archive, archive.reading() as connection:
        found = find(connection, what, chosen, limit=limit or None, offset=offset)
        if form == _TABLE:
            from rasad.cli.found_lines import count_line  # noqa: PLC0415

            shown = _table(what, found)
            click.echo(count_line(what, count(connection, what, chosen), shown + offset))
        elif form == _CSV:
            from rasad.export import csv_file  # noqa: PLC0415

            csv_file.write(what, in_context(connection, what, found), sys.stdout.buffer)
        else:
            _lines(found)
    return 0


def _lines(found: "Iterable[Found]") -> None:
    from rasad.export.jsonl_file import row  # noqa: PLC0415

    for one in found:
        sys.stdout.write(json.dumps(row(one), ensure_ascii=False) + "\n")


def _table(what: str, found: "Iterable[Found]") -> int:
    """How many records were shown."""
    from rich.text import Text  # noqa: PLC0415

    from rasad.cli.found_lines import found_lines  # noqa: PLC0415
    from rasad.cli.screen import screen_of  # noqa: PLC0415

    screen, shown = screen_of(sys.stdout), 0
    console = screen.console()
    for one in found:
        click.echo(screen.printed([*found_lines(what, one, console, screen.width), Text("")]), nl=False)
        shown += 1
    return shown

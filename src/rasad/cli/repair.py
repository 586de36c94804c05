"""`rasad repair` prints the text of reports as the coder reads it, line for line."""

import click

from rasad.cli import options
from rasad.inputs import Fault, reports
from rasad.public import DEFAULT, LANGUAGES
from rasad.public import repair as repaired


@click.command("repair")
@options.files
@options.limit
@options.encoding
@click.option("--language", type=click.Choice(LANGUAGES), default=DEFAULT, show_default=True,
              help="The language of the text.")
def command(*, files: tuple[str, ...], limit: int, encoding: str, language: str) -> int:
    """Print the repaired text, line for line: half-spaces, letters, digits and marks as they should be.

    FILE is what `rasad code` takes. Nothing but spelling is touched: boilerplate stays where it
    is, and line 7 of the output is line 7 of the input.
    """
    failed = 0
    for item in reports(options.paths_of(files), options.limits_of(limit, encoding)):
        if isinstance(item, Fault):
            click.echo(f"rasad: {item}", err=True)
            failed = 1
        else:
            text = repaired(item.text, language=language).text
            click.echo(text, nl=not text.endswith("\n"))
    return failed

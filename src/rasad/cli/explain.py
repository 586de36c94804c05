"""`rasad explain` shows for one report why each record is there, and which words made none."""

import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import click
from rich.text import Text

from rasad.assemble import assemble
from rasad.cli import options
from rasad.cli.reasons import event_lines, statement_lines, unused_lines
from rasad.cli.screen import screen_of
from rasad.cli.steps import repair_lines, sentence_lines
from rasad.cli.table import heading
from rasad.coder import work
from rasad.inputs import Fault, reports
from rasad.pack import Pack
from rasad.public import language_for, pack_of
from rasad.records import Report

_SHOWN = 8  # ids named where a file holds several reports


@click.command("explain")
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--id", "wanted", metavar="ID", help="Which report, where the file holds several.")
@options.published
@options.lexicon
@options.limit
@options.encoding
def command(*, file: str, wanted: str | None, published: str, lexicon: Path | None,  # noqa: PLR0913 - one a flag
            limit: int, encoding: str) -> int:
    """Show for one report the steps of its repair, its clauses with their roles, and why each record is there.

    For every event: how likely its parties are, the words that triggered it, the entry of the
    lexicon that they matched, what fills each slot of that entry, according to whom it is told, the
    chance at which it was kept, and the signs that spoke loudest for and against it. Words that
    match an entry and made no event stand at the end, with the reason.
    """
    items = options.dated(reports([file], options.limits_of(limit, encoding)), published)
    report = _chosen(items, wanted)
    if isinstance(report, Fault):
        click.echo(f"rasad: {report}", err=True)
        return 1
    pack = pack_of(lexicon)
    language = language_for(report, pack)
    if language != pack.language:
        click.echo(f"nothing is coded in this language: {language}")
        return 0
    click.echo(screen_of(sys.stdout).printed(explained(report, pack)), nl=False, color=True)
    return 0


def _chosen(items: Iterable[Report | Fault], wanted: str | None) -> Report | Fault:
    """The report with the id, or the only one; a fault says which there are instead."""
    found = list(islice((i for i in items if wanted is None or (isinstance(i, Report) and i.id == wanted)), _SHOWN + 1))
    if not found:
        return Fault(wanted or "input", "no report with this id", "look at the ids with: rasad code FILE")
    if len(found) == 1 or wanted is not None:
        return found[0]
    ids = [item.id for item in found if isinstance(item, Report)]
    more = " …" if len(ids) > _SHOWN else ""
    raise click.UsageError(f"the file holds several reports, choose one with --id: {', '.join(ids[:_SHOWN])}{more}")


def explained(report: Report, pack: Pack) -> list[Text]:
    """Everything there is to say about the coding of a report, line by line."""
    screen = screen_of(sys.stdout)
    coding = work(report, pack)
    coded = assemble(coding, pack)
    parts = (("Repair", repair_lines(coding.repaired)), ("Sentences", sentence_lines(coding)),
             ("Statements", statement_lines(coding, coded)), ("Events", event_lines(coding, coded, pack)),
             ("Words that made no event", unused_lines(coding, pack)))
    out = list(heading(coded.report, screen.console(), screen.width))
    for title, lines in parts:
        found = list(lines) or [Text("  none", "dim")]
        out += [Text(""), Text(title, "bold blue"), *found]
    return out

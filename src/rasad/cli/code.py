"""`rasad code` codes files, folders and standard input, and prints records, a table or a sheet."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from rasad.batch import Item, Work, done
from rasad.cli import jsonl, options, sheet
from rasad.cli.progress import bar
from rasad.inputs import Fault, expected, reports
from rasad.pack import Pack
from rasad.public import code_report
from rasad.records import CodedReport, Report

Render = Callable[[Report, CodedReport], str]
JSONL, TABLE, CSV = "jsonl", "table", "csv"


@click.command("code")
@options.files
@click.option("--format", "form", type=click.Choice([JSONL, TABLE, CSV]),
              help="What to print; a table in a terminal and JSON Lines elsewhere, unless told.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="How many processes code at the same time.")
@options.published
@options.lexicon
@options.limit
@options.encoding
def command(*, files: tuple[str, ...], form: str | None, jobs: int, published: str,  # noqa: PLR0913 - one a flag
            lexicon: Path | None, limit: int, encoding: str) -> int:
    """Code reports and print every statement with its speaker and every event with who, whom, where and when.

    FILE is plain text (*.txt, one report a file), JSON Lines (*.jsonl) or JSON (*.json), also
    packed (*.gz), a folder of such files, or - for standard input. Of JSON only the field "text"
    is needed; "id", "source", "published", "url", "title" and "language" are used.
    """
    form = form or (TABLE if sys.stdout.isatty() else JSONL)
    work = Work(Coding(_renderer(form)), lexicon, jobs)
    paths = options.paths_of(files)
    items = options.dated(reports(paths, options.limits_of(limit, encoding)), published)
    if form == CSV:
        _write(sheet.header())
    return print_all(items, work, paths)


@dataclass(frozen=True, slots=True)
class Coding:
    """Codes a report and renders what came out."""

    render: Render

    def __call__(self, report: Report, pack: Pack) -> str:
        """The coded report, as it is printed."""
        return self.render(report, code_report(report, pack))


def print_all(items: Iterable[Item], work: Work, paths: Sequence[str]) -> int:
    """0 where every item was coded and printed, 1 where a line on standard error names one that was not."""
    failed = 0
    with bar(lambda: expected(paths)) as progress:
        for result in done(progress.seen(items), work):
            if isinstance(result, Fault):
                failed = 1
                progress.aside(f"rasad: {result}")
            else:
                _write(result)
            progress.step()
    return failed


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()  # whoever reads on gets each report when it is coded


def _renderer(form: str) -> Render:
    if form == JSONL:
        return jsonl.line
    if form == CSV:
        return sheet.rows
    from rasad.cli.screen import screen_of  # noqa: PLC0415 - only a table needs rich
    from rasad.cli.table import Table  # noqa: PLC0415

    return Table(screen_of(sys.stdout))

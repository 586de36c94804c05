"""`rasad gaps` lists what the lexicons lack over many reports, so that an analyst knows which entry to add next."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from rasad.batch import Item, Work, done
from rasad.cli import options
from rasad.cli.lacks import KINDS, lacks
from rasad.cli.progress import bar
from rasad.coder import work
from rasad.inputs import Fault, expected, reports
from rasad.pack import Pack
from rasad.public import language_for
from rasad.records import Report

_EXAMPLES = 3
_TEXT, _TSV = "text", "tsv"


@dataclass(slots=True)
class Tally:
    """How often each phrase is lacking, with the first sentences it stands in, one a report."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    examples: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add(self, found: Iterable[tuple[str, str, str]]) -> None:
        """The lacks of one more report are counted."""
        for kind, phrase, sentence in found:
            self.counts[kind][phrase] += 1
            known = self.examples.setdefault((kind, phrase), [])
            if len(known) < _EXAMPLES and sentence not in known:
                known.append(sentence)


def lacks_of(report: Report, pack: Pack) -> str:
    """The lacks of a report as JSON, none where it is in another language."""
    if language_for(report, pack) != pack.language:
        return "[]"
    return json.dumps([[lack.kind, lack.phrase, lack.sentence] for lack in lacks(work(report, pack), pack)])


@click.command("gaps")
@options.files
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, metavar="N",
              help="How many of each kind.")
@click.option("--kind", "kinds", type=click.Choice(list(KINDS)), multiple=True, help="Only this kind; may be repeated.")
@click.option("--format", "form", type=click.Choice([_TEXT, _TSV]),
              help="What to print; text in a terminal and tab-separated values elsewhere, unless told.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, metavar="N", help="How many processes read.")
@options.lexicon
@options.limit
@options.encoding
def command(*, files: tuple[str, ...], top: int, kinds: tuple[str, ...], form: str | None,  # noqa: PLR0913 - one a flag
            jobs: int, lexicon: Path | None, limit: int, encoding: str) -> int:
    """List what the lexicons lack, most frequent first, with counts and example sentences.

    FILE is what `rasad code` takes. Verbs and event nouns that no frame knows, titles, speakers
    and places that no table knows: a candidate is not yet an entry, look at its sentences.
    """
    paths = options.paths_of(files)
    items = reports(paths, options.limits_of(limit, encoding))
    tally, failed = counted(items, Work(lacks_of, lexicon, jobs), paths)
    form = form or (_TEXT if sys.stdout.isatty() else _TSV)
    for kind in kinds or KINDS:
        sys.stdout.write(_as_text(tally, kind, top) if form == _TEXT else _as_tsv(tally, kind, top))
    return failed


def counted(items: Iterable[Item], work_: Work, paths: Sequence[str]) -> tuple[Tally, int]:
    """What is lacking in all reports, and 1 where some of them could not be read."""
    tally, failed = Tally(), 0
    with bar(lambda: expected(paths)) as progress:
        for result in done(progress.seen(items), work_):
            if isinstance(result, Fault):
                failed = 1
                progress.aside(f"rasad: {result}")
            else:
                tally.add(json.loads(result))
            progress.step()
    return tally, failed


def _as_tsv(tally: Tally, kind: str, top: int) -> str:
    found = tally.counts[kind].most_common(top)
    rows = ((kind, str(times), phrase, *tally.examples[kind, phrase][:1]) for phrase, times in found)
    return "".join("\t".join(cell.replace("\t", " ") for cell in row) + "\n" for row in rows)


def _as_text(tally: Tally, kind: str, top: int) -> str:
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

    from rasad.cli.bidi import isolated, shortened  # noqa: PLC0415
    from rasad.cli.marks import plain  # noqa: PLC0415
    from rasad.cli.screen import screen_of  # noqa: PLC0415

    screen = screen_of(sys.stdout)
    lines = [Text(f"{kind}: {KINDS[kind]}", "bold blue")]
    for phrase, times in tally.counts[kind].most_common(top):
        lines.append(Text(f"{times:>7}  ").append(isolated(plain(phrase)), "bold"))
        lines += [Text(f"         {isolated(shortened(plain(example), screen.width - 12))}", "dim")
                  for example in tally.examples[kind, phrase][:1]]
    return screen.printed([*lines, Text("")])

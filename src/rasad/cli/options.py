"""Options that several commands share."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from rasad.inputs import Fault, InputError, Limits
from rasad.inputs.dates import published_date
from rasad.inputs.fields import LIMIT
from rasad.language.tables import TableError
from rasad.public import pack_of, warm
from rasad.records import Report

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

lexicon: Decorator = click.option(
    "--lexicon", type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=lambda _c, _p, value: _readable(value),
    help="A folder of your own tables, read after those of the package.")
limit: Decorator = click.option(
    "--limit", type=click.IntRange(min=1), default=LIMIT, show_default=True, metavar="N",
    help="The longest report, in characters.")
encoding: Decorator = click.option(
    "--encoding", default="", metavar="NAME", callback=lambda _c, _p, value: known_encoding(value),
    help="The encoding of files that are not UTF-8 or UTF-16, such as windows-1256.")
published: Decorator = click.option(
    "--published", default="", metavar="DATE", callback=lambda _c, _p, value: _date(value),
    help="The day on which reports without a date were published, as 2023-09-19.")
files: Decorator = click.argument("files", nargs=-1, metavar="FILE…", type=click.Path())


def _readable(folder: Path | None) -> Path | None:
    """The folder whose tables were all read, or a usage error that says which row to mend."""
    if folder is not None:
        try:
            warm(pack_of(folder))
        except TableError as error:
            raise click.BadParameter(f"{folder}: {error}") from error
    return folder


def known_encoding(name: str) -> str:
    """The name itself, which Python knows; UsageError for any other."""
    try:
        "".encode(name or "utf-8")
    except LookupError:
        raise click.BadParameter(f"unknown encoding {name!r}; try windows-1256") from None
    return name


def limits_of(limit: int, encoding: str) -> Limits:
    """The limits that the options set."""
    return Limits(limit, encoding.lower())


def paths_of(files: tuple[str, ...]) -> tuple[str, ...]:
    """The files named, or standard input where none is and something is piped in."""
    if files:
        return files
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("name a file or a folder, or pipe a report in")
    return ("-",)


def dated(items: Iterable[Report | Fault], published: str) -> Iterator[Report | Fault]:
    """The items, reports without a date published on the day given."""
    for item in items:
        undated = published and isinstance(item, Report) and not item.published
        yield replace(item, published=published) if undated and isinstance(item, Report) else item


def _date(value: str) -> str:
    try:
        return published_date(value)
    except InputError as error:
        raise click.BadParameter(str(error)) from None

"""Files and folders give their arrivals in the order of their names, each kind of file in its own way."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from rasad.collect.arrivals import FILE, HTML_MEDIA, PAGE, Arrival
from rasad.collect.telegram import is_json_export, json_messages
from rasad.collect.telegram_html import export_pages, html_messages, is_html_export
from rasad.inputs import Fault, InputError, Limits, Taken, expected, is_known, taken, taken_from
from rasad.inputs.files import BROKEN, STDIN, unreadable

_PAGES: Final = (".html", ".htm", ".xhtml")
_WARCS: Final = (".warc", ".warc.gz")
_HEAD: Final = 65_536
_LARGEST: Final = 20_000_000  # bytes of a page
_REMEDY: Final = "reports are *.txt, *.json, *.jsonl, *.html, *.warc and exports of Telegram Desktop"

Items = Iterator[Arrival | Fault]


def from_path(place: str, limits: Limits) -> Items:
    """The arrivals of a file, a folder or, for "-", of standard input."""
    if place == STDIN:
        yield from _as_arrivals(taken([STDIN], limits), "standard input")
    elif Path(place).is_dir():
        yield from _folder(Path(place), limits)
    else:
        yield from _file(Path(place), Path(place).name, limits)


def expected_of(place: str) -> int | None:
    """How many reports the path gives, as far as counting lines and files tells it."""
    path = Path(place)
    total = 0
    for file in (one for one, _ in _walked(path)) if path.is_dir() else [path]:
        if file.name.lower().endswith(_WARCS) or _is_export(file):
            return None
        number = 1 if file.name.lower().endswith(_PAGES) else expected([str(file)])
        if number is None:
            return None
        total += number
    return total


def _folder(folder: Path, limits: Limits) -> Items:
    found = False
    for path, name in _walked(folder):
        found = True
        yield from _file(path, name, limits)
    if not found:
        yield Fault(str(folder), "a folder without reports", _REMEDY)


def _walked(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of a folder that are read, and their names within it; of an export, only its messages."""
    for root, folders, names in os.walk(folder):
        export = _export(Path(root), names)
        folders[:] = [] if export else sorted(folders)
        for path in export or [Path(root) / name for name in sorted(names) if _is_read(name)]:
            yield path, path.relative_to(folder).as_posix()


def _export(folder: Path, names: Sequence[str]) -> list[Path]:
    """The files of a Telegram export in this folder: its JSON, else its pages; none where it is no export."""
    if "result.json" in names and _is_export(folder / "result.json"):
        return [folder / "result.json"]
    if "messages.html" in names and _is_export(folder / "messages.html"):
        return export_pages(folder)
    return []


def _is_read(name: str) -> bool:
    return is_known(name) or name.lower().endswith(_PAGES + _WARCS)


def _is_export(path: Path) -> bool:
    kind = {".json": is_json_export, ".html": is_html_export}.get(path.suffix.lower())
    return kind is not None and kind(_head(path))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError:
        return b""


def _file(path: Path, name: str, limits: Limits) -> Items:
    lower = path.name.lower()
    try:
        if lower.endswith(_WARCS):
            from rasad.collect.warc import warc_pages  # noqa: PLC0415 - costs time that other files need not spend

            yield from warc_pages(path, limits)
        elif _is_export(path):
            yield from (html_messages if lower.endswith(".html") else json_messages)(path, limits)
        elif lower.endswith(_PAGES):
            yield _page(path, name, limits)
        else:
            yield from _as_arrivals(taken_from(path, name, limits), str(path))
    except BROKEN as error:
        yield unreadable(path, error)


def _page(path: Path, name: str, limits: Limits) -> Arrival | Fault:
    from rasad.collect.pages import Page, report_of_page  # noqa: PLC0415 - costs time that other files need not spend

    if path.stat().st_size > _LARGEST:
        return Fault(str(path), f"over the limit of {_LARGEST // 10**6} MB for a page", "save its text as *.txt")
    body = path.read_bytes()
    try:
        report = report_of_page(Page(body, name=name.rpartition(".")[0]), limits)
    except InputError as error:
        return error.of(str(path))
    return Arrival(report, body, HTML_MEDIA, PAGE, str(path))


def _as_arrivals(items: Iterator[Taken | Fault], place: str) -> Items:
    for item in items:
        yield item if isinstance(item, Fault) else Arrival(item.report, item.original, item.media, FILE, place)

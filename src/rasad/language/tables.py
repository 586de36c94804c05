"""A table is a UTF-8 text file with a header line and tab-parted columns; nothing else is knowledge.

A user's own folder may hold tables of the same names: their rows come after the package's, and a
row whose first cell is already there takes the place of the earlier one.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path


class TableError(ValueError):
    """A table that cannot be read; the message names the file, the line and what to mend."""


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Every row of the table as column -> cell, comments and blank lines left out.

    Missing cells at the end of a row are empty. Raises TableError for a row with more cells
    than the header has columns.
    """
    columns: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if not columns:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise TableError(f"{path.name}, line {number}: {len(cells)} cells but {len(columns)} columns; "
                             "columns are parted by one tab")
        cells += [""] * (len(columns) - len(cells))
        yield dict(zip(columns, cells, strict=True))


def merged(name: str, *folders: Path) -> Iterator[dict[str, str]]:
    """The rows of the table `name` in all folders that have it, later folders first to speak for a key."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    plain: list[dict[str, str]] = []
    for folder in folders:
        path = folder / name
        if not path.exists():
            continue
        seen: dict[str, int] = {}
        for row in rows(path):
            key = next(iter(row.values()))
            if not key:
                plain.append(row)
                continue
            seen[key] = seen.get(key, 0) + 1
            found[key, seen[key]] = row
    yield from found.values()
    yield from plain


def values(row: Mapping[str, str], column: str) -> list[str]:
    """The values of a cell that may hold several, parted by a bar."""
    cell = row.get(column, "")
    if "|" in cell:
        return [value for part in cell.split("|") if (value := part.strip())]
    cell = cell.strip()
    return [cell] if cell else []

"""Persian and Latin stand on one line without changing places: every piece is isolated, and the terminal orders it.

A line begins with a left-to-right mark, so that no terminal takes a line of records for a Persian
paragraph; inside it, Persian stands in isolates. Marks and isolates take no column.
"""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

LRM, FIRST_STRONG, RIGHT_TO_LEFT, POP = "\u200e", "\u2068", "\u2067", "\u2069"


def isolated(text: str) -> str:
    """The text as an isolate, in the direction of its first letter."""
    return f"{FIRST_STRONG}{text}{POP}" if text else ""


def right_to_left(text: Text, console: Console, width: int) -> list[Text]:
    """The text in lines of `width` columns, set right to left against the right margin.

    The first column stays blank: some terminals drop a mark of direction that begins a line.
    """
    out = []
    for line in text.wrap(console, width - 1, overflow="fold"):
        line.rstrip()
        pad = max(1, width - cell_len(line.plain))
        out.append(Text(" " * pad + RIGHT_TO_LEFT) + line + Text(POP) if line.plain else Text(""))
    return out


def shortened(text: str, columns: int) -> str:
    """The text on one line, cut at a word where it is wider than `columns`."""
    words, out, used = text.split(), list[str](), 0
    for word in words:
        used += cell_len(word) + 1
        if used > columns:
            return " ".join(out) + " …" if out else word[:max(1, columns - 1)] + "…"
        out.append(word)
    return " ".join(out)


def balanced(lines: Iterable[Text]) -> Iterator[Text]:
    """The lines, an isolate that goes on over the end of one closed there and opened again in the next."""
    open_at_end = 0
    for line in lines:
        line.rstrip()
        made = Text(FIRST_STRONG * open_at_end) + line
        depth = made.plain.count(FIRST_STRONG) - made.plain.count(POP)
        yield made + Text(POP * depth)
        open_at_end = depth

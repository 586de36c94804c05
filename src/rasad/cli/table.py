"""What a report says, for reading in a terminal: its text with everything marked in place, and the records.

In a wide window the text stands beside the records, in a narrow one above them.
"""

import os
import shutil
from dataclasses import dataclass
from io import StringIO
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from rasad.cli.bidi import LRM, isolated, right_to_left
from rasad.cli.days import both_calendars
from rasad.cli.marks import marked, plain
from rasad.cli.record_lines import record_lines
from rasad.records import CodedReport, Report

_WIDE = 120  # columns from which the text stands beside the records
_NARROW = 40
_ASIDE = 100  # columns where the output is no terminal
_GAP = " │ "


@dataclass(frozen=True, slots=True)
class Table:
    """Renders coded reports for a window of `width` columns."""

    width: int
    colours: bool
    styles: bool

    def __call__(self, report: Report, coded: CodedReport) -> str:
        """The report as it is shown, ready to print."""
        console = self._console()
        lines = [self._rule(coded), *self._title(coded, console), Text("")]
        text = marked(report.text, coded)
        if self.width >= _WIDE:
            half = (self.width - len(_GAP)) // 2
            records = record_lines(coded, console, self.width - len(_GAP) - half)
            lines += _beside(records, right_to_left(text, console, half), self.width - len(_GAP) - half)
        else:
            lines += [*right_to_left(text, console, self.width), Text(""), *record_lines(coded, console, self.width)]
        for line in [*lines, Text("")]:
            console.print(Text(LRM) + line, soft_wrap=True, highlight=False)
        out: Any = console.file
        return str(out.getvalue())

    def _console(self) -> Console:
        return Console(file=StringIO(), force_terminal=self.styles, width=self.width, no_color=not self.colours,
                       color_system="standard" if self.styles else None, legacy_windows=False, _environ={})

    def _rule(self, coded: CodedReport) -> Text:
        head = coded.report
        said = [isolated(plain(part)) for part in (head.id, head.source) if part]
        if head.published:
            said.append(both_calendars(head.published[:10]))
        line = Text("━━ ", "bold blue").append(" · ".join(said) or "report", "bold").append(" ", "")
        return line.append("━" * max(2, self.width - line.cell_len), "bold blue")

    def _title(self, coded: CodedReport, console: Console) -> list[Text]:
        if not coded.report.title:
            return []
        return right_to_left(Text(" ".join(plain(coded.report.title).split()), "bold"), console, self.width)


def _beside(left: list[Text], right: list[Text], width: int) -> list[Text]:
    """The two columns line by line, the left one filled up to `width` columns."""
    out = []
    for i in range(max(len(left), len(right))):
        line = left[i].copy() if i < len(left) else Text("")
        line.append(" " * max(0, width - line.cell_len) + _GAP, "dim")
        out.append(line + right[i] if i < len(right) else line)
    return out


def table_for(stream: TextIO) -> Table:
    """The table that fits the stream: its window, its colours, and neither where it is no terminal."""
    terminal = stream.isatty()
    width = shutil.get_terminal_size((_ASIDE, 40)).columns if terminal else int(os.environ.get("COLUMNS") or _ASIDE)
    dumb = os.environ.get("TERM") == "dumb"
    return Table(max(_NARROW, width), terminal and not dumb and not os.environ.get("NO_COLOR"), terminal and not dumb)

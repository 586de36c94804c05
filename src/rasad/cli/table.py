"""What a report says, for reading in a terminal: its text with everything marked in place, and the records.

In a wide window the text stands beside the records, in a narrow one above them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from rasad.cli.bidi import balanced, isolated, right_to_left
from rasad.cli.marks import marked, plain
from rasad.cli.record_lines import record_lines
from rasad.cli.screen import Screen
from rasad.days import both_calendars
from rasad.records import CodedReport, Report, ReportHead

_WIDE = 120  # columns from which the text stands beside the records
_GAP = " │ "
_LEAD = 4  # columns of the rule before and after what it names


@dataclass(frozen=True, slots=True)
class Table:
    """Renders coded reports for one screen."""

    screen: Screen

    def __call__(self, report: Report, coded: CodedReport) -> str:
        """The report as it is shown, ready to print."""
        console, width = self.screen.console(), self.screen.width
        lines = [*heading(coded.report, console, width), Text("")]
        text = marked(report.text, coded)
        if width >= _WIDE:
            half = (width - len(_GAP)) // 2
            left = width - len(_GAP) - half
            lines += _beside(record_lines(coded, console, left), right_to_left(text, console, half), left)
        else:
            lines += [*right_to_left(text, console, width), Text(""), *record_lines(coded, console, width)]
        return self.screen.printed([*lines, Text("")])


def heading(head: ReportHead, console: Console, width: int) -> Iterator[Text]:
    """The id, source and day of a report as a rule, and its title."""
    said = [isolated(plain(part)) for part in (head.id, head.source) if part]
    if head.published:
        said.append(both_calendars(head.published[:10]))
    told = balanced(Text(" · ".join(said) or "report", "bold").wrap(console, width - _LEAD, overflow="fold"))
    for line in told:
        begun = Text("━━ ", "bold blue").append_text(line).append(" ")
        yield begun.append("━" * max(0, width - begun.cell_len), "bold blue")
    if head.title:
        yield from right_to_left(Text(" ".join(plain(head.title).split()), "bold"), console, width)


def _beside(left: list[Text], right: list[Text], width: int) -> Iterator[Text]:
    """The two columns line by line, the left one filled up to `width` columns."""
    for one, other in zip_longest(left, right):
        line = one.copy() if one is not None else Text("")
        line.append(" " * max(0, width - line.cell_len) + _GAP, "dim")
        yield line + other if other is not None else line

"""A screen is how wide the window is and what it can show; where the output is no terminal, plain text."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import TextIO

from rich.console import Console
from rich.text import Text

from rasad.cli.bidi import LRM

_NARROWEST = 40
_NO_TERMINAL = 100  # columns


@dataclass(frozen=True, slots=True)
class Screen:
    """`width` columns; `styles` where bold and the like can be shown, `colours` where colours can."""

    width: int
    colours: bool = False
    styles: bool = False

    def console(self) -> Console:
        """A console of this width that prints into memory."""
        return Console(file=StringIO(), force_terminal=self.styles, width=self.width, no_color=not self.colours,
                       color_system="standard" if self.styles else None, legacy_windows=False, _environ={})

    def printed(self, lines: Iterable[Text]) -> str:
        """The lines as they go to the terminal, each beginning with a left-to-right mark."""
        out = StringIO()
        console = self.console()
        console.file = out
        for line in lines:
            console.print(Text(LRM) + line if line.plain else line, soft_wrap=True, highlight=False)
        return out.getvalue()


def screen_of(stream: TextIO) -> Screen:
    """The screen that the stream is shown on."""
    terminal = stream.isatty()
    styled = terminal and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((_NO_TERMINAL, 40)).columns if terminal else _columns()
    return Screen(max(_NARROWEST, width), styled and not os.environ.get("NO_COLOR"), styled)


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isdecimal() else _NO_TERMINAL

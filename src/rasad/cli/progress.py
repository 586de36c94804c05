"""A bar on standard error tells how far a long batch is; nothing of it ever reaches standard output."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_LONG = 20  # reports after which a bar is worth its lines
_T = TypeVar("_T")


class Bar:
    """Shows itself after some items, in a terminal, unless the output itself goes to the terminal."""

    def __init__(self, count: Callable[[], int | None], word: str, *, shown: bool) -> None:
        self.total = count() if shown else None
        self.shown, self.word = shown, word
        self.done = 0
        self.bar: Progress | None = None
        self.task: TaskID | None = None

    def step(self) -> None:
        """One more item is done."""
        self.reach(self.done + 1)

    def reach(self, done: int) -> None:
        """So many items are done."""
        self.done = done
        if self.bar is None and self.shown and self.done >= _LONG:
            self._start()
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, completed=self.done, total=self.total)

    def seen(self, items: Iterable[_T]) -> Iterator[_T]:
        """The items themselves; once all were seen, the bar knows how many there are."""
        number = 0
        for item in items:
            number += 1
            yield item
        self.total = number

    def counted(self, items: Iterable[_T]) -> Iterator[_T]:
        """The items themselves, each of which is done when it is taken."""
        for item in items:
            self.step()
            yield item

    def aside(self, line: str) -> None:
        """The line is on standard error, above the bar."""
        if self.bar is not None:
            self.bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line, err=True)

    def _start(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only a bar needs rich
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

        self.bar = Progress(self.word, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
                            console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
        self.task = self.bar.add_task(self.word, total=self.total)
        self.bar.start()

    def stop(self) -> None:
        """The bar is gone."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None


@contextmanager
def bar(count: Callable[[], int | None], word: str = "coding", *, beside: bool = False) -> Iterator[Bar]:
    """A bar over as many items as are counted that is gone at the end, however the batch ends.

    `beside`: also where standard output is the same terminal.
    """
    made = Bar(count, word, shown=sys.stderr.isatty() and (beside or not sys.stdout.isatty()))
    try:
        yield made
    finally:
        made.stop()

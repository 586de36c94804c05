"""Reports are coded one after another or by several processes; what comes out has the order of what went in.

However long the input, only a few reports a process are in memory, and a report that cannot be
coded becomes a fault, never the end of the batch.
"""

import gc
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path

from rasad.inputs import Fault
from rasad.inputs.faults import bug_line
from rasad.pack import Pack
from rasad.public import pack_of, warm
from rasad.records import Report

Item = Report | Fault
Task = Callable[[Report, Pack], str]
_CHUNK = 40_000  # characters of the reports that travel to a process together
_OBJECTS = 200_000  # made and kept before Python looks for cycles among them
_WAITING = 3  # chunks a process may have waiting


@dataclass(frozen=True, slots=True)
class Work:
    """What is made of each report, with which tables, by how many processes.

    `apart` codes in processes that begin afresh, however few, as a server must that has other things to do.
    """

    task: Task
    lexicon: Path | None = None
    jobs: int = 1
    apart: bool = False


def done(items: Iterable[Item], work: Work) -> Iterator[str | Fault]:
    """For each item in order, what was made of it, or its fault."""
    seldom_collected()
    if work.jobs == 1 and not work.apart:
        for item in items:
            yield outcome(item, work)
    else:
        yield from _by_processes(items, work)


def seldom_collected() -> None:
    """Python looks for cycles seldom in this process: what is made of a report is a tree, gone with the report."""
    gc.set_threshold(_OBJECTS)


def outcome(item: Item, work: Work) -> str | Fault:
    """What was made of one item, or its fault."""
    if isinstance(item, Fault):
        return item
    try:
        return work.task(item, pack_of(work.lexicon))
    except Exception as error:  # noqa: BLE001 - a fault of the coder costs one report, not the batch
        return Fault(item.id or "report", bug_line(error))


def _outcomes(items: list[Item], work: Work) -> list[str | Fault]:
    return [outcome(item, work) for item in items]


def _by_processes(items: Iterable[Item], work: Work) -> Iterator[str | Fault]:
    """The same as one process gives; a chunk whose process died is a fault for each of its reports."""
    line = _Line(work)
    try:
        for chunk in _chunks(items):
            line.put(chunk)
            while line.full:
                yield from line.take()
        while line.waiting:
            yield from line.take()
    finally:
        line.close()


@dataclass(slots=True)
class _Line:
    """Chunks on their way through the processes, first in, first out."""

    work: Work
    pool: ProcessPoolExecutor | None = None
    waiting: deque[tuple[list[Item], Future[list[str | Fault]]]] = field(default_factory=deque)

    @property
    def full(self) -> bool:
        return len(self.waiting) >= self.work.jobs * _WAITING

    def put(self, chunk: list[Item]) -> None:
        if self.pool is None:
            self.pool = _pool(self.work)
        self.waiting.append((chunk, self.pool.submit(_outcomes, chunk, self.work)))

    def take(self) -> list[str | Fault]:
        chunk, future = self.waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self._again()
            return [self._alone(item) for item in chunk]

    def _again(self) -> None:
        """A pool whose process died is replaced, and what still waited is sent again."""
        chunks = [chunk for chunk, _ in self.waiting]
        self.close()
        self.pool = _pool(self.work)
        self.waiting = deque((chunk, self.pool.submit(_outcomes, chunk, self.work)) for chunk in chunks)

    def _alone(self, item: Item) -> str | Fault:
        """One report in a process of its own, so that the one that kills it is known."""
        if isinstance(item, Fault):
            return item
        with _pool(replace(self.work, jobs=1)) as pool:
            try:
                return pool.submit(outcome, item, self.work).result()
            except BrokenProcessPool:
                return Fault(item.id or "report", "the process that coded it was killed",
                             "there may be too little memory: use fewer --jobs or a lower --limit")

    def close(self) -> None:
        if self.pool is not None:
            self.pool.shutdown(wait=False, cancel_futures=True)
            self.pool = None


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.text) if isinstance(item, Report) else 0
        if size >= _CHUNK or len(chunk) >= 100:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _pool(work: Work) -> ProcessPoolExecutor:
    """Processes that share the tables of this one where the system can fork, and load their own elsewhere."""
    way = "fork" if sys.platform == "linux" and not work.apart else "spawn"
    if way == "fork":
        warm(pack_of(work.lexicon))
    return ProcessPoolExecutor(work.jobs, multiprocessing.get_context(way), initializer=_start)


def _start() -> None:
    """Leave it to the first process to answer an interrupt."""
    seldom_collected()
    signal.signal(signal.SIGINT, signal.SIG_IGN)

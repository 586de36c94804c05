"""Whatever takes long to take in is taken in beside the pages, one intake after another, and can be stopped.

What an intake has kept stays, however it ends. A large one is coded in processes of its own, so that pages answer as
before; the archive itself lets one writer in at a time.
"""

import os
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue

from rasad.archive.collecting import Collector, FeedMemory, Tally
from rasad.archive.errors import ArchiveError
from rasad.archive.opening import Archive
from rasad.archive.prepared import prepare
from rasad.batch import Work
from rasad.collect import FeedStates
from rasad.collect.arrivals import Arrival
from rasad.inputs import Fault
from rasad.inputs.faults import bug_line
from rasad.pack import Pack
from rasad.records import Report

WAITING, WORKING, STOPPING, STOPPED, DONE, FAILED = "waiting", "working", "stopping", "stopped", "done", "failed"
_REMEMBERED = 50
_JOBS = max(1, min(4, (os.cpu_count() or 1) - 1))
_LAST = 5.0  # seconds that are left to an intake when nobody is served any more
_TURN = threading.Lock()  # one coding in this process at a time: it takes the whole processor

Stream = Callable[[FeedStates], Iterable[Arrival | Fault]]
Free = Callable[[], None]


@dataclass(slots=True)
class Intake:
    """What is taken in together, how much of it there is (None where only reading tells), and how far it has come.

    One that is `small` is coded in this process, since another takes a while to begin.
    """

    names: Sequence[str]
    total: int | None = None
    small: bool = True
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    tally: Tally = field(default_factory=Tally)
    trouble: ArchiveError | str = ""  # what broke it off
    begun: bool = False
    cut: bool = False  # whether it was stopped before its end
    stopping: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def state(self) -> str:
        """How it stands."""
        if self.over.is_set():
            return FAILED if self.trouble else STOPPED if self.cut else DONE
        return STOPPING if self.stopping.is_set() else WORKING if self.begun else WAITING

    def wanted(self, stream: Iterable[Arrival | Fault]) -> Iterator[Arrival | Fault]:
        """The stream until it is stopped."""
        for one in stream:
            if self.stopping.is_set():
                self.cut = True
                return
            yield one


class Intakes:
    """The intakes of one archive since it is served; the newest ones are remembered."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._all: dict[str, Intake] = {}
        self._line: SimpleQueue[tuple[Intake, Stream, Free]] = SimpleQueue()
        self._worker: threading.Thread | None = None

    def get(self, id_: str) -> Intake | None:
        """The intake with the id, where it is remembered."""
        return self._all.get(id_)

    def going_on(self) -> list[Intake]:
        """Those that have not ended, in their order."""
        return [one for one in list(self._all.values()) if not one.over.is_set()]

    def begin(self, intake: Intake, stream: Stream, free: Free = lambda: None) -> Intake:
        """The intake stands in line; `free` gives back what it needed once it has ended."""
        for old in [one.id for one in list(self._all.values()) if one.over.is_set()][:-_REMEMBERED]:
            del self._all[old]
        self._all[intake.id] = intake
        self._line.put((intake, stream, free))
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="intakes", daemon=True)
            self._worker.start()
        return intake

    def close(self) -> None:
        """Nothing more is taken in."""
        for one in self.going_on():
            one.stopping.set()
        for one in self.going_on():
            one.over.wait(_LAST)

    def _work(self) -> None:
        while True:
            intake, stream, free = self._line.get()
            try:
                self._collect(intake, stream)
            except ArchiveError as error:
                intake.trouble = error
            except Exception as error:  # noqa: BLE001 - told on its page, and the next one begins
                intake.trouble = bug_line(error)
            finally:
                free()
                intake.over.set()

    def _collect(self, intake: Intake, stream: Stream) -> None:
        intake.begun = True
        feeds = FeedMemory(self.archive)
        work = Work(in_turn) if intake.small else Work(prepare, jobs=_JOBS, apart=True)
        collector = Collector(self.archive, work, feeds)
        intake.tally = collector.tally
        for _ in collector.collect(intake.wanted(stream(feeds))):
            pass


def in_turn(report: Report, pack: Pack) -> str:
    """What is prepared of a report in this process, when no other is."""
    with _TURN:
        return prepare(report, pack)

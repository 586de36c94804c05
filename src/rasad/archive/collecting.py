"""Collecting is keeping what is new: what was acknowledged is on the disk, and collecting again changes nothing.

A batch of reports is coded by as many processes as are wanted and kept as a whole. What a feed said of itself is
kept only after all of its reports, so that one that was broken off is read again.
"""

import json
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import select

from rasad.archive.inserting import adding
from rasad.archive.keeping import Incoming, Kept, keep, known, with_id
from rasad.archive.opening import Archive
from rasad.archive.packing import json_text
from rasad.archive.prepared import taken
from rasad.archive.tables import FEEDS
from rasad.batch import Item, Work, done
from rasad.collect import Arrival, FeedState
from rasad.inputs import Fault

_ASKED = 200  # arrivals whose ids are looked up together
_BATCH = 200  # reports that are kept together
_WAIT = 3.0  # seconds after which fewer are kept
_NAMED = 100  # reports of each kind whose ids a tally names


@dataclass(slots=True)
class Tally:
    """What has come in so far: all of it is on the disk."""

    new: int = 0
    known: int = 0
    copies: int = 0  # of the new, those that carry a text that another report carries
    refused: int = 0
    uncoded: int = 0  # of the new, those that could not be coded
    faults: list[Fault] = field(default_factory=list)
    added: list[str] = field(default_factory=list)  # ids of the first that were new
    already: list[str] = field(default_factory=list)  # ids of the first that were known

    @property
    def seen(self) -> int:
        """How many items were dealt with."""
        return self.new + self.known + self.refused

    def is_known(self, id_: str) -> None:
        """One more is counted as known."""
        self.known += 1
        if len(self.already) < _NAMED:
            self.already.append(id_)


class FeedMemory:
    """What the archive remembers of feeds, put down when the reports of a feed are kept."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.pending: dict[str, FeedState] = {}

    def get(self, address: str) -> FeedState | None:
        """What the feed said of itself when it was last read to its end."""
        with self.archive.reading() as connection:
            row = connection.execute(select(FEEDS).where(FEEDS.c.address == address)).one_or_none()
        return FeedState(row.etag, row.modified, tuple(json.loads(row.seen))) if row is not None else None

    def put(self, address: str, state: FeedState) -> None:
        """The feed's word about itself waits for its reports."""
        self.pending[address] = state

    def settle(self) -> None:
        """Every word that waited is kept."""
        if not self.pending:
            return
        with self.archive.writing() as connection:
            for address, state in self.pending.items():
                connection.execute(FEEDS.delete().where(FEEDS.c.address == address))
                row = {"address": address, "etag": state.etag, "modified": state.modified,
                       "seen": json_text(state.seen)}
                connection.execute(adding(connection, FEEDS), row)
        self.pending.clear()


class Collector:
    """Takes arrivals into an archive."""

    def __init__(self, archive: Archive, work: Work, feeds: FeedMemory) -> None:
        self.archive, self.work, self.feeds = archive, work, feeds
        self.tally = Tally()
        self.waiting: deque[Incoming | None] = deque()  # those being coded; None for a fault
        self.batch: list[Incoming] = []
        self.last = time.monotonic()

    def collect(self, arrivals: Iterable[Arrival | Fault]) -> Iterator[Tally]:
        """The tally each time that more was kept; at the end, of everything."""
        for outcome in done(self._fresh(arrivals), self.work):
            self._take(self.waiting.popleft(), outcome)
            if len(self.batch) >= _BATCH or (self.batch and time.monotonic() - self.last > _WAIT):
                self._keep()
                yield self.tally
        self._keep()
        self.feeds.settle()
        yield self.tally

    def _fresh(self, arrivals: Iterable[Arrival | Fault]) -> Iterator[Item]:
        """The reports that the archive does not hold, and the faults."""
        for some in _several(arrivals):
            held = known(self.archive, [item.report.id for item in some if isinstance(item, Incoming)])
            for item in some:
                if isinstance(item, Fault):
                    self.waiting.append(None)
                    yield item
                elif item.report.id in held:
                    self.tally.is_known(item.report.id)
                else:
                    held.add(item.report.id)
                    self.waiting.append(item)
                    yield item.report

    def _take(self, incoming: Incoming | None, outcome: str | Fault) -> None:
        if isinstance(outcome, Fault):
            self.tally.faults.append(outcome)
            self.tally.refused += incoming is None
            self.tally.uncoded += incoming is not None
        if incoming is not None:
            self.batch.append(replace(incoming, prepared=taken(outcome)) if isinstance(outcome, str) else incoming)

    def _keep(self) -> None:
        kept = keep(self.archive, self.batch) if self.batch else Kept()
        self.tally.new += kept.new
        self.tally.added += kept.ids[:_NAMED - len(self.tally.added)]
        for one in self.batch:
            if one.report.id not in kept.ids:
                self.tally.is_known(one.report.id)
        self.tally.copies += kept.copies
        self.batch.clear()
        self.last = time.monotonic()
        if not self.waiting:
            self.feeds.settle()


def _several(arrivals: Iterable[Arrival | Fault]) -> Iterator[list[Incoming | Fault]]:
    """Arrivals under the ids of the archive, some at a time, none kept waiting for long."""
    some: list[Incoming | Fault] = []
    began = time.monotonic()
    for item in arrivals:
        some.append(item if isinstance(item, Fault) else _incoming(item))
        if len(some) >= _ASKED or time.monotonic() - began > _WAIT:
            yield some
            some, began = [], time.monotonic()
    if some:
        yield some


def _incoming(arrival: Arrival) -> Incoming:
    return Incoming(with_id(arrival.report), arrival.report.id, arrival.original, arrival.media, arrival.way,
                    arrival.place)

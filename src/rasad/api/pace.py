"""Nobody does a thing more often than its pace allows; what is counted is forgotten when its time is over.

Counts live in the process that serves: a restart forgets them, and no database is asked for each.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

_MOST_KEYS = 20_000  # beyond which those heard of longest ago are forgotten


@dataclass(slots=True)
class Pace:
    """So many times in so many seconds, for each who is named."""

    most: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    times: dict[str, deque[float]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def wait(self, who: str) -> int:
        """How many seconds to wait before it may be done once more; 0 where it may be now."""
        with self.lock:
            told = self._recent(who)
            return 0 if len(told) < self.most else max(1, round(told[0] + self.seconds - self.clock()))

    def count(self, who: str) -> None:
        """It was done."""
        with self.lock:
            told = self._recent(who)
            told.append(self.clock())
            self.times.pop(who, None)
            self.times[who] = told
            while len(self.times) > _MOST_KEYS:
                del self.times[next(iter(self.times))]

    def forget(self, who: str) -> None:
        """It counts as not done."""
        with self.lock:
            self.times.pop(who, None)

    def take_back(self, who: str) -> None:
        """What was done last counts as not done."""
        with self.lock:
            told = self._recent(who)
            if told:
                told.pop()

    def _recent(self, who: str) -> deque[float]:
        told = self.times.get(who, deque())
        while told and told[0] <= self.clock() - self.seconds:
            told.popleft()
        return told


WRITES, MINUTE = 240, 60.0  # judgements, texts and files of one account, in a minute

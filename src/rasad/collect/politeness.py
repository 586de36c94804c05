"""A host is asked no oftener than it wants: by its robots.txt, by its Retry-After, and never twice within a second."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.robotparser import RobotFileParser

from rasad.collect.addresses import Target
from rasad.collect.refusal import Refusal

_RULES: Final = 500_000  # bytes of a robots.txt that are read
_SLOWEST: Final = 60.0  # a wish for longer pauses than this is met by this


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds between two requests to a host; how often one is asked; how long a wait it may ask for."""

    delay: float = 1
    tries: int = 3
    longest: float = 60


@dataclass(slots=True)
class Turns:
    """When each host may be asked next, by a clock that never goes back."""

    patience: Patience
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _free: dict[str, float] = field(default_factory=dict)
    _delays: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str) -> None:
        """It is this host's turn; Refusal where that would be too long from now."""
        left = self._free.get(host, 0.0) - self.clock()
        if left > max(self.patience.longest, self._delay(host)):
            raise Refusal(f"{host} asks to wait {left:.0f} s", "collect it again later")
        if left > 0:
            self.sleep(left)
        self._free[host] = self.clock() + self._delay(host)

    def put_off(self, host: str, seconds: float) -> None:
        """The host is not asked before so many seconds have passed."""
        self._free[host] = max(self._free.get(host, 0.0), self.clock() + seconds)

    def slow(self, host: str, seconds: float) -> None:
        """From now on there are at least so many seconds between two requests to the host."""
        self._delays[host] = min(seconds, _SLOWEST)

    def _delay(self, host: str) -> float:
        return max(self.patience.delay, self._delays.get(host, 0.0))


def asked_wait(value: str, turn: int) -> float:
    """The seconds that a Retry-After asks for; without one, each time twice as many as before."""
    if value.strip().isdecimal():
        return float(value[:9])
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError):
        return float(2 ** turn)


def rules_of(body: bytes) -> RobotFileParser:
    """The rules of a robots.txt."""
    rules = RobotFileParser()
    rules.parse(body[:_RULES].decode("utf-8-sig", "replace").splitlines())
    return rules


def allows(rules: RobotFileParser, agent: str, target: Target) -> bool:
    """Whether the rules let this agent fetch the target."""
    return rules.can_fetch(agent, target.address)
